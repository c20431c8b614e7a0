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
_USUAL = 0.4
"""Share of the Chinese word's segments in which its usual rendering stands."""
_COVERED = 0.5
_GLOSSES = frozenset((LinkKind.LEXICON, LinkKind.SUBWORD, LinkKind.SYNONYM, LinkKind.TERM))
_ALIKE = 72.0
"""Percent of likeness (rapidfuzz) from which two forms are spellings of one rendering: metaverse, metauniverse."""


class Uncommon(NamedTuple):
    key: str
    """The simplified word, or the English stem."""
    span: Span


class Words(NamedTuple):
    """The uncommon words of one pair."""

    source: tuple[Uncommon, ...]
    target: tuple[Uncommon, ...]


class Rendered(NamedTuple):
    bead: str
    source: Span
    target: Span
    form: str
    is_gloss: bool
    is_free: bool
    """Neither side of the pair is accounted for by anything else, so that they may belong together."""


def uncommon_words(seg: CheckedSegment) -> Words:
    from workbench.evidence.words import source_words, target_words

    source = tuple(
        Uncommon(word.key, Span(word.start, word.end))
        for word in source_words(seg.source)
        if word.weight >= _RARE_ZH and len(word.key) >= 2 and is_han(word.key[0])
    )
    if not source:
        return Words((), ())
    target = tuple(
        Uncommon(word.key, Span(word.start, word.end))
        for word in target_words(seg.target)
        if word.weight >= _RARE_EN and len(word.text) >= 4 and word.text.isalpha()
    )
    return Words(source, target)


def varied(gathered: Mapping[str, Words], context: CheckContext) -> dict[str, list[Rendered]]:
    """Chinese word -> its places, in document order, for the words that are rendered in several ways."""
    beads_with: defaultdict[str, dict[str, None]] = defaultdict(dict)
    beads_with_en: defaultdict[str, set[str]] = defaultdict(set)
    for bead, found in gathered.items():
        for word in found.source:
            beads_with[word.key][bead] = None
        for rendering in found.target:
            beads_with_en[rendering.key].add(bead)
    result: dict[str, list[Rendered]] = {}
    claimed: set[str] = set()
    candidates = [(len(beads), zh) for zh, beads in beads_with.items() if len(beads) >= _LEAST]
    for _, zh in sorted(candidates):
        beads = beads_with[zh]
        places = _places(zh, gathered, beads, beads_with_en, context)
        forms = _renderings(places, len(beads))
        told = {place.bead for place in places if place.form in forms}
        if len(forms) < 2 or len(told) < _SHARE * len(beads) or claimed.intersection(forms):
            continue
        claimed.update(forms)
        result[_name(zh, gathered, beads, context)] = [place for place in places if place.form in forms]
    return result


def _places(
    zh: str,
    gathered: Mapping[str, Words],
    beads: Mapping[str, None],
    beads_with_en: Mapping[str, set[str]],
    context: CheckContext,
) -> list[Rendered]:
    """Every uncommon English word that keeps company with `zh` alone. Evidence is asked for only where two of them
    may be renderings of it, which is seldom."""
    company = {
        bead: [word for word in gathered[bead].target if beads_with_en[word.key] <= beads.keys()] for bead in beads
    }
    forms = {word.key for words in company.values() for word in words}
    usual = max(forms, key=lambda form: (len(beads_with_en[form]), form), default=None)
    if usual is None or len(beads_with_en[usual]) < max(2, _USUAL * len(beads)):
        return []
    if not any(_may_be_another(form, usual, beads_with_en) for form in forms):
        return []
    places = []
    for bead, words in company.items():
        ours = [word.span for word in gathered[bead].source if word.key == zh]
        places += [place for word in words if (place := _place(bead, ours, word, context)) is not None]
    return places


def _may_be_another(form: str, usual: str, beads_with_en: Mapping[str, set[str]]) -> bool:
    if beads_with_en[form] & beads_with_en[usual]:
        return False
    return len(beads_with_en[form]) >= 2 or are_spellings(form, usual)


def _place(bead: str, ours: list[Span], word: Uncommon, context: CheckContext) -> Rendered | None:
    evidence = context.evidence(context.segments[context.position[bead]])
    links = [link for link in evidence.links if link.target == word.span and link.confidence > _COVERED]
    if links and not any(link.source.overlaps(span) for link in links for span in ours):
        return None  # another Chinese word accounts for it
    covered = any(
        token.coverage >= _COVERED for token in evidence.source_tokens if any(token.span.overlaps(o) for o in ours)
    )
    is_gloss = any(link.kind in _GLOSSES for link in links)
    return Rendered(bead, ours[0], word.span, word.key, is_gloss, not links and not covered)


def _renderings(places: list[Rendered], segments: int) -> list[str]:
    """The usual form, and others that never stand beside it: spellings of it, or words that explain two segments."""
    beads: defaultdict[str, set[str]] = defaultdict(set)
    free: dict[str, bool] = {}
    glosses = {place.form for place in places if place.is_gloss}
    for place in places:
        beads[place.form].add(place.bead)
        free[place.form] = free.get(place.form, True) and place.is_free
    ranked = sorted(beads, key=lambda form: (-len(beads[form]), form))
    if not ranked or len(beads[ranked[0]]) < max(2, _USUAL * segments):
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


def _name(zh: str, gathered: Mapping[str, Words], beads: Iterable[str], context: CheckContext) -> str:
    """The word with the character before it when that is always the same: 元宇宙, which the dictionary cuts in two."""
    before = set()
    for bead in beads:
        source = context.segments[context.position[bead]].source
        before |= {source[max(0, w.span.start - 1) : w.span.start] for w in gathered[bead].source if w.key == zh}
    one = before.pop() if len(before) == 1 else ""
    return one + zh if one and is_han(one) and one not in "的和与是在了" else zh
