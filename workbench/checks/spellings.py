"""One name or coinage in several spellings, found without a termbase: metaverse and metauniverse, Reuters and Routers.

Two uncommon English words that look alike, never stand in one segment, and always stand with the same uncommon Chinese
word are two spellings of its rendering.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from threading import Lock
from typing import NamedTuple

from workbench.checks.base import CheckedSegment
from workbench.checks.context import CheckContext
from workbench.checks.ledger import Ledger
from workbench.evidence.values import LinkKind
from workbench.model.span import Span
from workbench.text.script import is_han

_RARE_ZH = 8.5
_RARE_EN = 10.0
"""Nats from which a word is uncommon enough to show a link by company alone."""
_LEAST = 4
"""Segments in which the Chinese word stands."""
_SHARE = 0.6
"""Share of those that the spellings together must explain."""
_USUAL = 0.4
"""Share that the usual spelling alone must explain."""
_COVERED = 0.5
_ALIKE = 72.0
"""Percent of likeness (rapidfuzz) from which two words may be spellings of one."""
_FAMILY = 6
"""Letters at the beginning that two words of one family share: inscription, inscribed."""
_GLOSSES = frozenset((LinkKind.LEXICON, LinkKind.SUBWORD, LinkKind.SYNONYM, LinkKind.TERM))
_ENDINGS = re.compile("(?:ian|ean|ese|ary|ory|ation|ion|ment|ness|ity|ism|ist|ing|ee|an|al|ic|er|or|ly|ed|y|n|e)$")


class Uncommon(NamedTuple):
    key: str
    """The English stem."""
    span: Span


class Spelled(NamedTuple):
    """A place of a word that is spelled in several ways."""

    bead: str
    source: Span
    target: Span
    form: str


def uncommon_words(seg: CheckedSegment) -> tuple[Uncommon, ...]:
    """The words of the target that are rare enough to be names or coinages."""
    from workbench.evidence.words import target_words

    return tuple(
        Uncommon(word.key, Span(word.start, word.end))
        for word in target_words(seg.target)
        if word.weight >= _RARE_EN and len(word.text) >= 4 and word.text.isalpha()
    )


class Spellings:
    """Which uncommon words stand in which segments of a document; kept from one judgment to the next."""

    def __init__(self) -> None:
        self._beads: defaultdict[str, dict[str, Span]] = defaultdict(dict)
        self._ledger = Ledger(self._add, self._remove)
        self._alike: dict[str, tuple[frozenset[str], list[tuple[str, str]]]] = {}
        self._lock = Lock()

    def _add(self, bead: str, words: tuple[Uncommon, ...]) -> None:
        for word in words:
            self._beads[word.key].setdefault(bead, word.span)

    def _remove(self, bead: str, words: tuple[Uncommon, ...]) -> None:
        for word in words:
            self._beads[word.key].pop(bead, None)
            if not self._beads[word.key]:
                del self._beads[word.key]

    def varied(self, gathered: Mapping[str, tuple[Uncommon, ...]], context: CheckContext) -> dict[str, list[Spelled]]:
        """Chinese word -> its places, in document order, for the words that are spelled in several ways."""
        with self._lock:
            self._ledger.update(gathered)
            others: defaultdict[str, list[str]] = defaultdict(list)
            for usual, other in self._pairs():
                if not self._beads[usual].keys() & self._beads[other].keys():
                    others[usual].append(other)
            result: dict[str, list[Spelled]] = {}
            claimed: set[str] = set()
            for usual in sorted(others, key=lambda form: (-len(self._beads[form]), form)):
                if usual in claimed:
                    continue
                for zh, places in self._of(usual, others[usual], context):
                    claimed.update(place.form for place in places)
                    result[zh] = places
            return result

    def _pairs(self) -> list[tuple[str, str]]:
        """(the more frequent word, one that looks like it), where the former stands in two segments at least."""
        by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for form in self._beads:
            by_letter[form[0]].append(form)
        found = []
        for letter, forms in by_letter.items():
            now = frozenset(forms)
            held = self._alike.get(letter)
            if held is None or held[0] != now:
                held = self._alike[letter] = (now, _alike(sorted(now)))
            found += held[1]
        counts = {form: len(beads) for form, beads in self._beads.items()}
        ordered = [(a, b) if (counts[a], b) >= (counts[b], a) else (b, a) for a, b in found]
        return [(usual, other) for usual, other in ordered if counts[usual] >= 2]

    def _of(self, usual: str, others: list[str], context: CheckContext) -> list[tuple[str, list[Spelled]]]:
        """The Chinese word that all places of these spellings share, if there is one, with the places."""
        for zh in _words_of(next(iter(self._beads[usual])), context):
            beads = [seg.bead for seg in context.segments if zh in seg.source]
            if len(beads) < _LEAST or len(self._beads[usual]) < max(2, _USUAL * len(beads)):
                continue
            with_zh = set(beads)
            forms = [form for form in (usual, *others) if self._beads[form].keys() <= with_zh]
            told = {bead for form in forms for bead in self._beads[form]}
            if len(forms) < 2 or forms[0] != usual or len(told) < _SHARE * len(beads):
                continue
            places = [
                place
                for bead in beads
                for form in forms
                if bead in self._beads[form]
                and (place := _place(bead, zh, form, self._beads[form][bead], context)) is not None
            ]
            glossed = {place.form for place, is_gloss in places if is_gloss}
            kept = [place for place, _ in places if place.form == usual or place.form not in glossed]
            counts = Counter(place.form for place in kept)
            if len(counts) > 1 and counts[usual] >= 2:
                return [(_name(zh, kept, context), kept)]
        return []


def _alike(forms: list[str]) -> list[tuple[str, str]]:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    if len(forms) < 2:
        return []
    likeness = cdist(forms, forms, scorer=ratio, score_cutoff=_ALIKE)
    found = []
    for i, j in zip(*likeness.nonzero(), strict=True):
        if i < j and not is_family(forms[i], forms[j]):
            found.append((forms[i], forms[j]))
    return found


def is_family(one: str, other: str) -> bool:
    """Whether two words are of one family and not spellings of one: diet and dietary, Tonga and Tongan."""
    a, b = _ENDINGS.sub("", one), _ENDINGS.sub("", other)
    if one[:_FAMILY] == other[:_FAMILY]:
        return True
    return a in b or b in a or one in other or other in one


def _words_of(bead: str, context: CheckContext) -> list[str]:
    """The uncommon Chinese words of one segment, longer ones first."""
    from workbench.evidence.words import source_words

    text = context.segments[context.position[bead]].source
    words = {
        word.text
        for word in source_words(text)
        if word.weight >= _RARE_ZH and len(word.text) >= 2 and is_han(word.text[0])
    }
    return sorted(words, key=lambda word: (-len(word), word))


def _place(bead: str, zh: str, form: str, target: Span, context: CheckContext) -> tuple[Spelled, bool] | None:
    """The place, and whether the dictionary gives the word for `zh`; None if another Chinese word accounts for it."""
    seg = context.segments[context.position[bead]]
    at = seg.source.find(zh)
    source = Span(at, at + len(zh))
    links = [link for link in context.evidence(seg).links if link.target == target and link.confidence > _COVERED]
    if links and not any(link.source.overlaps(source) for link in links):
        return None
    return Spelled(bead, source, target, form), any(link.kind in _GLOSSES for link in links)


def _name(zh: str, places: list[Spelled], context: CheckContext) -> str:
    """The word with the character before it when that is always the same: 元宇宙, which the dictionary cuts in two."""
    before = set()
    for place in places:
        source = context.segments[context.position[place.bead]].source
        before.add(source[max(0, place.source.start - 1) : place.source.start])
    one = before.pop() if len(before) == 1 else ""
    return one + zh if one and is_han(one) and one not in "的和与是在了" else zh
