"""Words of the source that are rendered in several ways, found without a termbase.

A rendering shows itself by keeping company: an uncommon English word that stands only in segments with one Chinese
word, and that no other Chinese word there accounts for. A Chinese word with two such, each in segments of its own, is
rendered in two ways (tuyere here, outlet there).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.checks.base import CheckedSegment
from workbench.checks.context import CheckContext
from workbench.evidence.values import LinkKind
from workbench.model.span import Span
from workbench.text.script import is_han

_RARE_ZH = 8.5
_RARE_EN = 10.0
"""Nats from which a word is uncommon enough to show a link by company alone."""
_LEAST = 4
"""Segments in which the Chinese word stands."""
_SHARE = 0.6
"""Share of those that the renderings together must explain."""
_COVERED = 0.5
_GLOSSES = frozenset((LinkKind.LEXICON, LinkKind.SUBWORD, LinkKind.SYNONYM, LinkKind.TERM))
_ALIKE = 72.0
"""Percent of likeness (rapidfuzz) from which two forms are spellings of one rendering: metaverse, metauniverse."""


class SourceWord(NamedTuple):
    key: str
    span: Span
    before: str
    """The character right before it, if it is a Chinese one."""
    is_covered: bool
    """Whether the dictionary finds it in the translation."""


class TargetWord(NamedTuple):
    key: str
    span: Span
    causes: tuple[Span, ...]
    """The source words that are linked to it; () for a word that nothing accounts for."""
    is_gloss: bool
    """Whether the dictionary gives it for one of them: then it is a right word, however others are chosen elsewhere."""


class Words(NamedTuple):
    """The uncommon words of one pair."""

    source: tuple[SourceWord, ...]
    target: tuple[TargetWord, ...]


class Rendered(NamedTuple):
    bead: str
    source: Span
    target: Span
    form: str
    is_gloss: bool
    is_free: bool
    """Neither side of the pair is accounted for by anything else, so that they may belong together."""


def uncommon_words(seg: CheckedSegment, context: CheckContext) -> Words:
    evidence = context.evidence(seg)
    text = seg.source
    source = tuple(
        SourceWord(t.key, t.span, text[t.span.start - 1 : t.span.start], t.coverage >= _COVERED)
        for t in evidence.source_tokens
        if t.weight >= _RARE_ZH and len(t.key) >= 2 and is_han(t.key[0])
    )
    target = []
    for token in evidence.target_tokens:
        if token.weight < _RARE_EN or not token.text.isalpha() or len(token.text) < 4:
            continue
        links = [link for link in evidence.links if link.target == token.span and link.confidence > _COVERED]
        glosses = any(link.kind in _GLOSSES for link in links)
        target.append(TargetWord(token.key, token.span, tuple(link.source for link in links), glosses))
    return Words(source, tuple(target))


def varied(gathered: Mapping[str, Words]) -> dict[str, list[Rendered]]:
    """Chinese word -> its places, in document order, for the words that are rendered in several ways."""
    beads_with: defaultdict[str, set[str]] = defaultdict(set)
    beads_with_en: defaultdict[str, set[str]] = defaultdict(set)
    for bead, found in gathered.items():
        for word in found.source:
            beads_with[word.key].add(bead)
        for rendering in found.target:
            beads_with_en[rendering.key].add(bead)
    result: dict[str, list[Rendered]] = {}
    claimed: dict[str, str] = {}
    for zh in sorted(
        (z for z, beads in beads_with.items() if len(beads) >= _LEAST), key=lambda z: (len(beads_with[z]), z)
    ):
        places = _places(zh, gathered, beads_with[zh], beads_with_en)
        exclusive = _renderings(places, len(beads_with[zh]))
        told = {place.bead for place in places if place.form in exclusive}
        if len(exclusive) < 2 or len(told) < _SHARE * len(beads_with[zh]) or any(form in claimed for form in exclusive):
            continue
        claimed.update((form, zh) for form in exclusive)
        kept = [place for place in places if place.form in exclusive]
        result[_name(zh, gathered, beads_with[zh])] = kept
    return result


def _places(
    zh: str, gathered: Mapping[str, Words], beads: set[str], beads_with_en: Mapping[str, set[str]]
) -> list[Rendered]:
    places = []
    for bead, found in gathered.items():
        if bead not in beads:
            continue
        ours = [word for word in found.source if word.key == zh]
        spans = [word.span for word in ours]
        for rendering in found.target:
            if not beads_with_en[rendering.key] <= beads:
                continue
            if rendering.causes and not any(cause.overlaps(span) for cause in rendering.causes for span in spans):
                continue
            free = not rendering.causes and not any(word.is_covered for word in ours)
            places.append(Rendered(bead, spans[0], rendering.span, rendering.key, rendering.is_gloss, free))
    return places


def _renderings(places: list[Rendered], segments: int) -> list[str]:
    """The usual form, and others that never stand beside it: spellings of it, or words that explain two segments."""
    beads: defaultdict[str, set[str]] = defaultdict(set)
    free: dict[str, bool] = {}
    glosses = {place.form for place in places if place.is_gloss}
    for place in places:
        beads[place.form].add(place.bead)
        free[place.form] = free.get(place.form, True) and place.is_free
    ranked = sorted(beads, key=lambda form: (-len(beads[form]), form))
    if not ranked or len(beads[ranked[0]]) < max(2, 0.4 * segments):
        return []
    usual = ranked[0]
    chosen = [usual]
    for form in ranked[1:]:
        if form in glosses or any(beads[form] & beads[other] for other in chosen):
            continue
        if are_spellings(form, usual) or (len(beads[form]) >= 2 and free[form] and free[usual]):
            chosen.append(form)
    return chosen


def are_spellings(form: str, usual: str) -> bool:
    """Whether two forms are one name or word written in two ways, and not two words of one family."""
    from rapidfuzz.fuzz import ratio

    return form[0] == usual[0] and ratio(form, usual) >= _ALIKE and not _is_derived(form, usual)


_ENDINGS = re.compile("(?:ian|ean|ese|ary|ory|ation|ion|ment|ness|ity|ism|ist|ing|ee|an|al|ic|er|or|ly|ed|y|n|e)$")


def _is_derived(one: str, other: str) -> bool:
    """Diet and dietary, Tonga and Tongan, Viet and Vietnam."""
    a, b = _ENDINGS.sub("", one), _ENDINGS.sub("", other)
    return a in b or b in a or one in other or other in one


def _name(zh: str, gathered: Mapping[str, Words], beads: Iterable[str]) -> str:
    """The word with the character before it when that is always the same: 元宇宙, which the dictionary cuts in two."""
    before = {word.before for bead in beads for word in gathered[bead].source if word.key == zh}
    one = before.pop() if len(before) == 1 else ""
    return one + zh if one and is_han(one) and one not in "的和与是在了、" else zh
