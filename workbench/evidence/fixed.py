"""Links that need no dictionary: terms, numbers and strings that both sides write alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.evidence.links import Candidate
from workbench.evidence.values import LinkKind, NumberEvidence
from workbench.evidence.words import Word
from workbench.model.span import Span
from workbench.terms.matcher import TermHit
from workbench.text.tokens import stem


def words_within(words: Sequence[Word], spans: Iterable[Span]) -> set[int]:
    """Indices of the words of which at least half lies in one of the spans."""
    found = set()
    for span in spans:
        for i, word in enumerate(words):
            if word.start >= span.end:
                break
            inside = min(word.end, span.end) - max(word.start, span.start)
            if inside > 0 and 2 * inside >= word.end - word.start:
                found.add(i)
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
    free = dict.fromkeys(range(len(target)))
    for i, word in enumerate(source):
        if word.is_latin:
            found = _same_letters(word.key, target, free)
            if found:
                links.append(Candidate(2.0, i, found, 1.0, LinkKind.IDENTITY))
                for j in found:
                    free.pop(j, None)
    return links


def _same_letters(key: str, target: Sequence[Word], free: Iterable[int]) -> tuple[int, ...]:
    wanted = _alphanumeric(key)
    stemmed = stem(key)
    for j in free:
        word = target[j]
        if word.key == stemmed or _alphanumeric(word.text) == wanted:
            return (j,)
    for j in free:
        together, k = "", j
        while k < len(target) and len(together) < len(wanted):
            together += _alphanumeric(target[k].text)
            k += 1
        if together == wanted and wanted:
            return tuple(range(j, k))
    return ()


def _alphanumeric(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
