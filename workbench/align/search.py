"""The dynamic programme: all ways through a band of the table of sentences, their sum, and the best one.

A path goes from (0, 0) to (I, J) by beads that take n source and m target sentences, and by single sentences that stay
alone. The first of a run of lone sentences costs more than the next ones, so the state of a cell is how it was
reached: by a pair, by a lone source sentence, or by a lone target sentence (affine gaps).

Cells are kept row by row in one flat array: row i holds the cells (i, lo[i]) to (i, hi[i]).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

TYPES: tuple[tuple[int, int], ...] = (
    *((1, m) for m in range(1, 8)),
    *((2, m) for m in range(1, 5)),
    *((3, m) for m in range(1, 4)),
    *((4, m) for m in range(1, 3)),
)
"""The kinds of beads that have both sides, as (source sentences, target sentences)."""

NEVER = -1e9
"""Log score of what cannot be."""

Array = npt.NDArray[np.float64]
Scores = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Step = Callable[[int], None] | None
"""Called after each row; it may raise to stop."""

_N = np.array([n for n, _ in TYPES])
_M = np.array([m for _, m in TYPES])


@dataclass(frozen=True, slots=True)
class Band:
    """Which cells there are. Neither `lo` nor `hi` ever falls, `lo[0]` is 0 and `hi[-1]` is J."""

    lo: Rows
    """First target position of each row, I + 1 of them."""
    hi: Rows
    """Last target position of each row."""
    at: Rows
    """Flat index of each row's first cell; one more than there are rows."""

    @classmethod
    def of(cls, lo: Rows, hi: Rows) -> Band:
        return cls(lo, hi, np.concatenate([[0], np.cumsum(hi - lo + 1)]))

    @classmethod
    def whole(cls, sources: int, targets: int) -> Band:
        return cls.of(np.zeros(sources + 1, np.int64), np.full(sources + 1, targets, np.int64))

    @property
    def sources(self) -> int:
        return len(self.lo) - 1

    @property
    def targets(self) -> int:
        return int(self.hi[-1])

    @property
    def cells(self) -> int:
        return int(self.at[-1])

    def row(self, i: int) -> slice:
        return slice(int(self.at[i]), int(self.at[i + 1]))

    def before(self, i: int) -> Rows:
        """[kind, cell]: flat index of the cell where a bead of that kind, ending in row i, begins; `cells` if none."""
        return self._flat(i, -_N, -_M)

    def after(self, i: int) -> Rows:
        """[kind, cell]: flat index of the cell where a bead of that kind, beginning in row i, ends; `cells` if none."""
        return self._flat(i, _N, _M)

    def _flat(self, i: int, rows: Rows, columns: Rows) -> Rows:
        rows = i + rows
        inside = (rows >= 0) & (rows < len(self.lo))
        rows = np.where(inside, rows, 0)
        lo, hi = self.lo[rows, None], np.where(inside, self.hi[rows], -1)[:, None]
        position = columns[:, None] + np.arange(self.lo[i], self.hi[i] + 1)
        return np.where((position >= lo) & (position <= hi), self.at[rows, None] - lo + position, self.cells)


@dataclass(frozen=True, slots=True)
class Lattice:
    """The scores of everything a path can be made of."""

    band: Band
    pairs: Scores
    """[kind in TYPES, cell]: the score of that kind of bead ending in that cell; NEVER where it cannot."""
    source_open: Array
    """[I]: score of a source sentence that stays alone after a pair or a lone target sentence."""
    source_on: Array
    """[I]: the same, after another lone source sentence."""
    target_open: Array
    target_on: Array


@dataclass(frozen=True, slots=True)
class _Ways:
    """By state and cell: pair, lone source, lone target; `every` is the three together (forward only)."""

    pair: Array
    source: Array
    target: Array
    every: Array


def _ways(band: Band) -> _Ways:
    return _Ways(*(np.full(band.cells + 1, NEVER) for _ in range(4)))


def _log_sum(values: Array) -> Array:
    top = values.max(axis=0)
    return np.asarray(top + np.log(np.exp(values - top).sum(axis=0)))


def _top(values: Array) -> Array:
    return np.asarray(values.max(axis=0))


def _overlap(band: Band, i: int) -> tuple[slice, slice]:
    """The cells of rows i and i + 1 that have the same target positions."""
    first, last = int(max(band.lo[i], band.lo[i + 1])), int(min(band.hi[i], band.hi[i + 1]))
    here, there = int(band.at[i] - band.lo[i]), int(band.at[i + 1] - band.lo[i + 1])
    last = max(last, first - 1)
    return slice(here + first, here + last + 1), slice(there + first, there + last + 1)


def forward(lattice: Lattice, best: bool = False, step: Step = None) -> _Ways:
    """Score of all ways (log sum), or of the best way, to every cell and state."""
    add = np.maximum if best else np.logaddexp
    total = _top if best else _log_sum
    band, ways = lattice.band, _ways(lattice.band)
    prefix = np.concatenate([[0.0], np.cumsum(lattice.target_on)])
    for i in range(band.sources + 1):
        row = band.row(i)
        if i == 0:
            ways.pair[0] = 0.0
        else:
            ways.pair[row] = total(ways.every[band.before(i)] + lattice.pairs[:, row])
            here, there = _overlap(band, i - 1)
            fresh = add(ways.pair[here], ways.target[here]) + lattice.source_open[i - 1]
            ways.source[there] = add(fresh, ways.source[here] + lattice.source_on[i - 1])
        lo, hi = int(band.lo[i]), int(band.hi[i])
        if hi > lo:
            opened = np.full(hi - lo + 1, NEVER)
            opened[1:] = add(ways.pair[row], ways.source[row])[:-1] + lattice.target_open[lo:hi]
            run = prefix[lo : hi + 1]
            ways.target[row] = add.accumulate(opened - run) + run
        ways.every[row] = add(add(ways.pair[row], ways.source[row]), ways.target[row])
        if step:
            step(i)
    return ways


def backward(lattice: Lattice, step: Step = None) -> _Ways:
    """Log sum of all ways from every cell and state to the end; `every` is not used."""
    band, ways = lattice.band, _ways(lattice.band)
    kinds = np.arange(len(TYPES))[:, None]
    prefix = np.concatenate([[0.0], np.cumsum(lattice.target_on)])
    for i in range(band.sources, -1, -1):
        row = band.row(i)
        after = band.after(i)
        scores = np.where(after < band.cells, lattice.pairs[kinds, np.minimum(after, band.cells - 1)], NEVER)
        paired = _log_sum(ways.pair[after] + scores)
        begun, going = paired, paired
        if i == band.sources:
            paired[-1] = np.logaddexp(paired[-1], 0.0)
        else:
            here, there = _overlap(band, i)
            local = slice(here.start - row.start, here.stop - row.start)
            begun, going = paired.copy(), paired.copy()
            begun[local] = np.logaddexp(paired[local], ways.source[there] + lattice.source_open[i])
            going[local] = np.logaddexp(paired[local], ways.source[there] + lattice.source_on[i])
        lo, hi = int(band.lo[i]), int(band.hi[i])
        run = prefix[lo : hi + 1]
        ways.target[row] = np.logaddexp.accumulate((begun + run)[::-1])[::-1] - run
        inserted = np.full(hi - lo + 1, NEVER)
        inserted[:-1] = ways.target[row][1:] + lattice.target_open[lo:hi]
        ways.pair[row] = np.logaddexp(begun, inserted)
        ways.source[row] = np.logaddexp(going, inserted)
        if step:
            step(i)
    return ways


@dataclass(frozen=True, slots=True)
class Posterior:
    """The chance of everything a path can be made of, given both texts."""

    pairs: Scores
    source_open: Array
    source_on: Array
    target_open: Array
    target_on: Array
    log_total: float


def _chance(log: Array) -> Array:
    return np.exp(np.minimum(log, 0.0))


def posterior(lattice: Lattice) -> Posterior:
    """Forward-backward: the chances of all beads and lone sentences, for fitting the weights."""
    ahead, behind, band = forward(lattice), backward(lattice), lattice.band
    total = float(ahead.every[band.cells - 1])
    pairs = np.empty_like(lattice.pairs)
    opened, going = np.zeros(band.sources), np.zeros(band.sources)
    target_open, target_on = np.zeros(band.targets), np.zeros(band.targets)
    for i in range(band.sources + 1):
        row = band.row(i)
        pairs[:, row] = _chance(ahead.every[band.before(i)] + lattice.pairs[:, row] + behind.pair[row] - total)
        if i < band.sources:
            opened[i], going[i] = (values.sum() for values in _source_alone(lattice, ahead, behind, i, total))
        lo, hi = int(band.lo[i]), int(band.hi[i])
        for chances, values in zip(
            (target_open, target_on), _target_alone(lattice, ahead, behind, i, total), strict=True
        ):
            chances[lo:hi] += values
    return Posterior(pairs, opened, going, target_open, target_on, total)


def _source_alone(lattice: Lattice, ahead: _Ways, behind: _Ways, i: int, total: float) -> tuple[Array, Array]:
    """Chances, by cell, that source sentence `i` stays alone after something else, and after another such."""
    here, there = _overlap(lattice.band, i)
    rest = behind.source[there] - total
    fresh = np.logaddexp(ahead.pair[here], ahead.target[here])
    return _chance(fresh + rest + lattice.source_open[i]), _chance(ahead.source[here] + rest + lattice.source_on[i])


def _target_alone(lattice: Lattice, ahead: _Ways, behind: _Ways, i: int, total: float) -> tuple[Array, Array]:
    """Chances, by cell of row `i` but the last, that the target sentence after the cell stays alone."""
    band = lattice.band
    row, lo, hi = band.row(i), int(band.lo[i]), int(band.hi[i])
    rest = behind.target[row][1:] - total
    fresh = np.logaddexp(ahead.pair[row], ahead.source[row])[:-1]
    opened = _chance(fresh + rest + lattice.target_open[lo:hi])
    return opened, _chance(ahead.target[row][:-1] + rest + lattice.target_on[lo:hi])


def chances(lattice: Lattice, steps: Sequence[tuple[int, int]], step: Step = None) -> list[float]:
    """The chance of each bead of a path, wherever else the path may go."""
    ahead, behind, band = forward(lattice, step=step), backward(lattice, step), lattice.band
    total = float(ahead.every[band.cells - 1])
    kinds = {kind: k for k, kind in enumerate(TYPES)}
    alone = np.zeros(band.targets)
    for i in range(band.sources + 1) if any(one == (0, 1) for one in steps) else ():
        alone[int(band.lo[i]) : int(band.hi[i])] += sum(_target_alone(lattice, ahead, behind, i, total))
    found = []
    i = j = 0
    for n, m in steps:
        i, j = i + n, j + m
        if n and m:
            kind, cell = kinds[n, m], int(band.at[i] - band.lo[i]) + j
            begins = band.before(i)[kind, j - int(band.lo[i])]
            chance = _chance(ahead.every[begins] + lattice.pairs[kind, cell] + behind.pair[cell] - total)
        elif n:
            chance = sum(values.sum() for values in _source_alone(lattice, ahead, behind, i - 1, total))
        else:
            chance = alone[j - 1]
        found.append(min(1.0, float(chance)))
    return found


def best_path(lattice: Lattice, step: Step = None) -> list[tuple[int, int]]:
    """The steps of the best path from the start on: (n, m), (1, 0) or (0, 1)."""
    ways, band = forward(lattice, best=True, step=step), lattice.band
    i, j = band.sources, band.targets
    state = ""
    steps: list[tuple[int, int]] = []
    while i or j:
        cell = int(band.at[i] - band.lo[i]) + j
        if not state:
            state = _best(ways, cell, "pair", "source", "target")
        if state == "pair":
            begins = band.before(i)[:, j - int(band.lo[i])]
            n, m = TYPES[int(np.argmax(ways.every[begins] + lattice.pairs[:, cell]))]
            i, j, state = i - n, j - m, ""
            steps.append((n, m))
        elif state == "source":
            i -= 1
            steps.append((1, 0))
            cell = int(band.at[i] - band.lo[i]) + j
            other = _best(ways, cell, "pair", "target")
            fresh = getattr(ways, other)[cell] + lattice.source_open[i]
            state = other if fresh > ways.source[cell] + lattice.source_on[i] else "source"
        else:
            j -= 1
            steps.append((0, 1))
            other = _best(ways, cell - 1, "pair", "source")
            fresh = getattr(ways, other)[cell - 1] + lattice.target_open[j]
            state = other if fresh > ways.target[cell - 1] + lattice.target_on[j] else "target"
    return steps[::-1]


def _best(ways: _Ways, cell: int, *states: str) -> str:
    return max(states, key=lambda state: float(getattr(ways, state)[cell]))
