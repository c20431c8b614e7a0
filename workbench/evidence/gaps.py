"""Words at the same place on both sides that no dictionary ties together: each may well render the other.

Of such a word nobody can say that it has no counterpart, only that its rendering is not known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.evidence.links import Candidate
from workbench.evidence.words import Word

LINKED = 0.1
"""Coverage from which a word is held to have a counterpart, though perhaps a loose one."""
_REACH = 2
"""Words beyond the renderings of its neighbours in which a rendering is looked for."""
_WIDEST = 14
"""Words between these renderings; further apart they tell nothing, and each is looked around by itself."""


def guesses(
    source: Sequence[Word],
    target: Sequence[Word],
    chosen: Sequence[Candidate],
    source_cover: Sequence[float],
    target_cover: Sequence[float],
) -> dict[int, int]:
    """Source word -> target word, for the content words that are free on both sides between the same neighbours."""
    partner: dict[int, list[int]] = defaultdict(list)
    for link in chosen:
        if source[link.source].weight or source[link.source].is_latin:
            partner[link.source].extend(link.targets)
    anchors = sorted(partner)
    free = [j for j, word in enumerate(target) if word.weight and target_cover[j] < LINKED]
    pairs: list[tuple[float, int, int]] = []
    for i, word in enumerate(source) if free else ():
        if not word.weight or source_cover[i] >= LINKED:
            continue
        k = bisect_left(anchors, i)
        before = partner[anchors[k - 1]] if k else [-1]
        after = partner[anchors[k]] if k < len(anchors) else [len(target)]
        middle = (sum(before) / len(before) + sum(after) / len(after)) / 2
        pairs += ((abs(j - middle), i, j) for j in _around(free, before, after))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _around(free: Sequence[int], before: Sequence[int], after: Sequence[int]) -> Iterator[int]:
    """Those of the ascending indices that lie between the renderings of two neighbours, or near one of them."""
    low, high = min(*before, *after), max(*before, *after)
    ranges = [(low, high)] if high - low <= _WIDEST else [(place, place) for place in {before[-1], after[0]}]
    for first, last in ranges:
        yield from free[bisect_left(free, first - _REACH) : bisect_right(free, last + _REACH)]
