"""Links that need no dictionary: terms, numbers and strings that both sides write alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import islice

from workbench.evidence.links import Candidate
from workbench.evidence.values import LinkKind, NumberEvidence
from workbench.evidence.words import Word, english_stem
from workbench.model.span import Span
from workbench.terms.matcher import TermHit
from workbench.text.script import HAN

_STARTS = 200
"""Words with the right first letter that are tried for a string written in several words."""


_SHORTEST_STEM, _AFFIX = 3, 3
"""Letters that two spellings of a name must begin with, and those that one may have more."""
_PARTLY = 0.7
"""Share of a word of Chinese and Latin characters that its Latin ones account for."""
_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile("[A-Za-z]")


def words_within(words: Sequence[Word], spans: Iterable[Span]) -> set[int]:
    """Indices of the words of which at least half lies in one of the spans."""
    found = set()
    for span in spans:
        i = max(0, bisect_right(words, span.start, key=lambda word: word.start) - 1)
        while i < len(words) and words[i].start < span.end:
            inside = min(words[i].end, span.end) - max(words[i].start, span.start)
            if inside > 0 and 2 * inside >= words[i].end - words[i].start:
                found.add(i)
            i += 1
    return found


def fixed_links(
    source: Sequence[Word], target: Sequence[Word], numbers: NumberEvidence, hits: Iterable[TermHit]
) -> list[Candidate]:
    """Terms first, then numbers, then strings written alike; a word is taken once."""
    links = []
    for hit in hits:
        if hit.target is not None:
            links += _spans(hit.source, hit.target, source, target, LinkKind.TERM)
    for ours, theirs in numbers.matched:
        links += _spans(ours.span, theirs.span, source, target, LinkKind.NUMBER)
    return links + _identities(source, target)


def _spans(ours: Span, theirs: Span, source: Sequence[Word], target: Sequence[Word], kind: LinkKind) -> list[Candidate]:
    targets = tuple(sorted(words_within(target, [theirs])))
    return [Candidate(2.0, i, targets, 1.0, kind) for i in sorted(words_within(source, [ours]))] if targets else []


def _identities(source: Sequence[Word], target: Sequence[Word]) -> list[Candidate]:
    """Latin words of the source in the target, in the same letters; `WiFi` is `Wi-Fi` and `app` is `apps`."""
    links = []
    latin = {i: letters for i, word in enumerate(source) if (letters := _latin(word))}
    spelled = [_alphanumeric(word.text) for word in target] if latin else []
    where: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(spelled))):  # so that the first place is the one to pop
        for key in {spelled[j], target[j].key, spelled[j][:1] + "*"}:
            where[key].append(j)
    taken: set[int] = set()
    for i, letters in latin.items():
        found = _same_letters(letters, spelled, where, taken)
        if found:
            links.append(Candidate(2.0, i, found, 1.0 if source[i].is_latin else _PARTLY, LinkKind.IDENTITY))
            taken.update(found)
    return links


def _latin(word: Word) -> str:
    """The Latin letters and digits that the target should repeat: of `B超` the `b`, of `第3` none."""
    if word.is_latin:
        return word.key
    return _alphanumeric(_HAN.sub("", word.key)) if _LETTER.search(word.key) else ""


def _same_letters(key: str, spelled: Sequence[str], where: Mapping[str, list[int]], taken: Set[int]) -> tuple[int, ...]:
    wanted = _alphanumeric(key)
    if not wanted:
        return ()
    for one in (wanted, english_stem(key)):
        places = where.get(one)
        while places:
            if places[-1] not in taken:
                return (places[-1],)
            places.pop()  # what is taken stays taken
    starts = tuple(islice(reversed(where.get(wanted[0] + "*", ())), _STARTS))
    for j in starts:
        together, k = "", j
        while k < len(spelled) and len(together) < len(wanted) and k not in taken:
            together += spelled[k]
            k += 1
        if together == wanted:
            return tuple(range(j, k))
    if len(wanted) >= _SHORTEST_STEM:  # ChatGPT in `ChatGPTs`, GPT4 and `GPT`
        for j in starts:
            longer, shorter = max(wanted, spelled[j], key=len), min(wanted, spelled[j], key=len)
            like = len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter)
            if like and j not in taken and len(longer) - len(shorter) <= _AFFIX:
                return (j,)
    return ()


def _alphanumeric(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
