"""Words at the same place on both sides that no dictionary ties together: each may well render the other.

Of such a word nobody can say that it has no counterpart, only that its rendering is not known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from workbench.evidence.links import Candidate
from workbench.evidence.words import Word

UNSURE = 0.15
"""Share to which such a word is accounted for."""
_LINKED = 0.1
_REACH = 2
"""Words beyond the renderings of its neighbours in which a rendering is looked for."""
_WIDEST = 14
"""Words between these renderings; further apart they tell nothing, and each is looked around by itself."""


def fill_gaps(
    source: Sequence[Word],
    target: Sequence[Word],
    chosen: Sequence[Candidate],
    source_cover: list[float],
    target_cover: list[float],
) -> None:
    """Enter in both covers the content words that are free on both sides between the same neighbours."""
    partner: dict[int, list[int]] = defaultdict(list)
    for link in chosen:
        if source[link.source].weight or source[link.source].is_latin:
            partner[link.source].extend(link.targets)
    anchors = sorted(partner)
    free = {j for j, word in enumerate(target) if word.weight and target_cover[j] < _LINKED}
    for i, word in enumerate(source) if free else ():
        if not word.weight or source_cover[i] >= _LINKED:
            continue
        k = bisect_left(anchors, i)
        before = partner[anchors[k - 1]] if k else [-1]
        after = partner[anchors[k]] if k < len(anchors) else [len(target)]
        near = {j for j in free if _within(j, before, after)}
        if near:
            middle = (sum(before) / len(before) + sum(after) / len(after)) / 2
            best = min(near, key=lambda j: (abs(j - middle), j))
            free.discard(best)
            source_cover[i] = target_cover[best] = UNSURE


def _within(j: int, before: Sequence[int], after: Sequence[int]) -> bool:
    low, high = min(*before, *after), max(*before, *after)
    if high - low <= _WIDEST:
        return low - _REACH <= j <= high + _REACH
    return any(abs(j - place) <= _REACH for place in (*before, *after))
