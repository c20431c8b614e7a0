"""For each word of one side, the words of the other that account for it: what the inspector lights up."""

from __future__ import annotations

from bisect import bisect_left

from workbench.evidence.pair import gather
from workbench.evidence.values import Counterpart, EvidenceToken, LinkKind, PairEvidence

_BY_PLACE = 0.35
"""Confidence of two words that nothing but their place between sure neighbours ties together."""
_WIDEST = 3
"""Words on either side of such a gap, at most."""


def counterparts(source_text: str, target_text: str) -> tuple[Counterpart, ...]:
    """The links of a pair in source order: those with evidence, and, weaker, words left over in the same gap.

    A word may have several counterparts (公司 and `the company`), or none.
    """
    pair = gather(source_text, target_text)
    links = [*pair.links, *_by_place(pair)]
    return tuple(sorted(links, key=lambda link: (link.source, link.target)))


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
