"""Groups whose sentences the translator put in another order.

A path through the table cannot cross. After the search, each stretch of a few beads is compared with the same
sentences as two pairs that cross; where those are much more likely, the stretch becomes one group with inner pairs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.align.search import TYPES, Lattice
from workbench.model.bitext import Inner

_KINDS = {kind: k for k, kind in enumerate(TYPES)}
_MOST = 4
"""Sentences on one side of a group."""
_RARITY = 4.0
"""How much more likely (nats) the crossing pairs must be, because they are rare. With two neighbours exchanged in the
development documents, 85 to 95 % are found, and hardly a group that is none."""


@dataclass(frozen=True, slots=True)
class Group:
    """Beads `first` to before `end` of a path are one group."""

    first: int
    end: int
    inner: Inner
    gain: float
    """Nats by which the crossing pairs are more likely than the path, their rarity taken off."""

    @property
    def chance(self) -> float:
        return 1 / (1 + math.exp(-min(self.gain, 30.0)))


def crossing_groups(lattice: Lattice, steps: Sequence[tuple[int, int]]) -> list[Group]:
    """Groups that do not overlap, in order."""
    starts = [(0, 0)]
    for n, m in steps:
        starts.append((starts[-1][0] + n, starts[-1][1] + m))
    values = _values(lattice, steps, starts)
    found = [group for first in range(len(steps)) for group in _from(lattice, steps, starts, values, first)]
    chosen: list[Group] = []
    taken: set[int] = set()
    for group in sorted(found, key=lambda group: (-group.gain, group.first)):
        beads = range(group.first, group.end)
        if taken.isdisjoint(beads):
            taken.update(beads)
            chosen.append(group)
    return sorted(chosen, key=lambda group: group.first)


def _pair(lattice: Lattice, n: int, m: int, i: int, j: int) -> float:
    """Score of the n-m bead that ends before source i and target j."""
    kind, band = _KINDS.get((n, m)), lattice.band
    if kind is None or not band.lo[i] <= j <= band.hi[i]:
        return float("-inf")
    return float(lattice.pairs[kind, int(band.at[i] - band.lo[i]) + j])


def _values(lattice: Lattice, steps: Sequence[tuple[int, int]], starts: Sequence[tuple[int, int]]) -> list[float]:
    """What each bead adds to the score of the path."""
    values = []
    before = (1, 1)
    for (n, m), (i, j) in zip(steps, starts, strict=False):
        if n and m:
            values.append(_pair(lattice, n, m, i + n, j + m))
        elif n:
            values.append(float((lattice.source_on if before == (1, 0) else lattice.source_open)[i]))
        else:
            values.append(float((lattice.target_on if before == (0, 1) else lattice.target_open)[j]))
        before = (n, m)
    return values


def _from(
    lattice: Lattice,
    steps: Sequence[tuple[int, int]],
    starts: Sequence[tuple[int, int]],
    values: Sequence[float],
    first: int,
) -> Iterator[Group]:
    total, (i, j) = 0.0, starts[first]
    for end in range(first + 1, min(len(steps), first + 2 * _MOST) + 1):
        total += values[end - 1]
        n, m = starts[end][0] - i, starts[end][1] - j
        if n > _MOST or m > _MOST:
            return
        for a in range(1, n):
            for b in range(1, m):
                # The first a source sentences go with the last m - b target sentences, and the rest with the rest.
                crossed = _pair(lattice, a, m - b, i + a, j + m) + _pair(lattice, n - a, b, i + n, j + b)
                if crossed - total > _RARITY:
                    left, right = tuple(range(a)), tuple(range(a, n))
                    inner = ((left, tuple(range(b, m))), (right, tuple(range(b))))
                    yield Group(first, end, inner, crossed - total - _RARITY)
