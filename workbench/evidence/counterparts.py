"""For each word of one side, the words of the other that account for it: what the inspector lights up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from workbench.evidence.pair import gather
from workbench.evidence.values import Counterpart, EvidenceToken, LinkKind, PairEvidence
from workbench.evidence.words import near, profile
from workbench.model.span import Span
from workbench.terms.matcher import TermHit
from workbench.text.variants import to_simplified

_BY_PLACE = 0.35
"""Confidence of two words that nothing but their place between sure neighbours ties together."""
_WIDEST = 3
"""Words on either side of such a gap, at most."""
_UNIT = 0.8
"""Confidence of a unit beside its number."""
_UNIT_REACH = 3
"""Words behind the number among which its unit is looked for."""
_NUMERAL = re.compile(r"[\d.,\uff10-\uff19零〇一二两三四五六七八九十百千万亿几数半多余%\uff05]+")
_OF_THE_VALUE = re.compile("个?百分|[成倍折点]|分之")
"""What stands behind a numeral and changes its value."""


@lru_cache(maxsize=256)
def counterparts(source_text: str, target_text: str, *, hits: tuple[TermHit, ...] = ()) -> tuple[Counterpart, ...]:
    """The links of a pair in source order: those with evidence, and, weaker, words left over in the same gap.

    A word may have several counterparts (公司 and `the company`), or none. A link through a part of a word is that
    part's, and a number's is the numeral's: `公里` of `五百公里` has a link of its own.
    """
    pair = gather(source_text, target_text, hits=hits)
    links = [*pair.links, *_by_place(pair)]
    keys = {token.span: token.key for token in pair.target_tokens}
    taken = {link.target for link in links}
    numerals = {number.span for number in pair.numbers.target}
    found = []
    for link in links:
        if link.kind is LinkKind.SUBWORD:
            link = link._replace(source=_part(link.source, source_text, keys.get(link.target, "")))
        elif link.kind is LinkKind.NUMBER and (unit := _unit(link.source, source_text)):
            if not any(number.overlaps(link.target) for number in numerals):
                found.append(link._replace(source=unit))
                continue
            link = link._replace(source=Span(link.source.start, unit.start))
            found += _of_unit(unit, link, pair.target_tokens, taken, source_text)
        found.append(link)
    return tuple(sorted(set(found), key=lambda link: (link.source, link.target)))


def _part(span: Span, text: str, key: str) -> Span:
    """The part of a word that a target stem renders; all of it if the dictionary has the word, or no one part does."""
    word = to_simplified(span.of(text))
    known = profile(word)
    if known.known:
        return span
    alike = {key, *near(key)}
    at, found = span.start, []
    for part in known.parts:
        stems = {stem for gloss in profile(part).glosses for stem in gloss.stems}
        if stems & alike:
            found.append(Span(at, at + len(part)))
        at += len(part)
    return found[0] if len(found) == 1 and at == span.end else span


def _unit(span: Span, text: str) -> Span | None:
    """What stands behind the numeral in the span of a number."""
    numeral = _NUMERAL.match(text, span.start, span.end)
    if not numeral or numeral.end() == span.end or _OF_THE_VALUE.match(text, numeral.end()):
        return None
    return Span(numeral.end(), span.end)


def _of_unit(
    unit: Span, number: Counterpart, target: Sequence[EvidenceToken], taken: set[Span], text: str
) -> list[Counterpart]:
    """The link of a unit of measure to a word behind the number that renders it."""
    stems = {gloss.stems[-1] for gloss in profile(to_simplified(unit.of(text))).glosses if gloss.stems}
    first = bisect_left([token.span.start for token in target], number.target.end)
    for token in target[first : first + _UNIT_REACH]:
        alike = {token.key, *near(token.key)}  # kilometres, kilometers
        if token.span not in taken and stems & alike:
            return [Counterpart(unit, token.span, _UNIT, LinkKind.LEXICON)]
    return []


def _by_place(pair: PairEvidence) -> list[Counterpart]:
    """Content words without a link whose neighbours on both sides are linked to neighbours on the other."""
    if not pair.links:
        return []
    ours, theirs = _content(pair.source_tokens), _content(pair.target_tokens)
    linked_target = {link.target.start for link in pair.links}
    partner: dict[int, list[int]] = {}
    for link in pair.links:
        partner.setdefault(link.source.start, []).append(link.target.start)
    places = [token.span.start for token in theirs]
    found = []
    for i, token in enumerate(ours):
        if token.span.start in partner:
            continue
        before, after = _anchor(ours, partner, i, -1), _anchor(ours, partner, i, 1)
        low = max(partner[before]) if before is not None else -1
        high = min(partner[after]) if after is not None else len(pair.target_text)
        if (before is None and after is None) or low >= high:
            continue
        first, end = bisect_left(places, low + 1), bisect_left(places, high)
        if end - first > _WIDEST:
            continue
        free = [t for t in theirs[first:end] if t.span.start not in linked_target]
        if len(free) == 1:
            found.append(Counterpart(token.span, free[0].span, _BY_PLACE, LinkKind.POSITION))
    return found


def _anchor(ours: list[EvidenceToken], partner: dict[int, list[int]], i: int, step: int) -> int | None:
    """Start of the next linked content word before or after `i`, if it is near."""
    for distance in range(1, _WIDEST):
        k = i + step * distance
        if not 0 <= k < len(ours):
            return None
        if ours[k].span.start in partner:
            return ours[k].span.start
    return None


def _content(tokens: tuple[EvidenceToken, ...]) -> list[EvidenceToken]:
    return [token for token in tokens if token.is_content]
