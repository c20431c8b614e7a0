"""Aligning parts of two texts anew, in the light of the whole: what stands around them is known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from workbench.align.aligner import LEARN_FROM, Found, Watch, Weights, as_beads, likeliest, literalness, score, unpaired
from workbench.align.anchors import band_of
from workbench.align.material import half
from workbench.align.scores import Whole
from workbench.align.search import Lattice, Step, backward, forward
from workbench.align.translation import Span, learned, table
from workbench.model.bitext import Bead
from workbench.model.document import Sentence
from workbench.model.span import Side

_NEARLY = 0.7
"""Nats by which a place may be less likely than the best one and still be as good."""


class _Known:
    """Two texts whose pairing is known but for a few places: their words, and how literal the translation is."""

    def __init__(self, beads: Sequence[Bead]) -> None:
        source, target = (half([s.text for s in _sentences(beads, side)], side) for side in Side)
        self._source, self._target = source, target
        self._table = table(source.keys, target.keys)
        pairs: list[tuple[Span, Span]] = []
        i = j = 0
        for bead in beads:
            n, m = len(bead.source), len(bead.target)
            if n and m:
                pairs.append(((i, i + n), (j, j + m)))
            i, j = i + n, j + m
        self._whole = Whole.of(source, target, pairs)
        self._weights = Weights(literalness(source, target, self._table, pairs))
        if min(len(source), len(target)) >= LEARN_FROM:
            self._table = learned(self._table, source, target, pairs)

    def lattice(self, source: Span, target: Span, step: Step = None) -> Lattice:
        """The scores of the beads of one part, given by its first sentences and those after its last."""
        left, right = self._source.part(*source), self._target.part(*target)
        whole = self._whole.part(source, target)
        return score(left, right, self._table, band_of(left, right, self._table), self._weights, step, whole)


def _sentences(beads: Sequence[Bead], side: Side) -> tuple[Sentence, ...]:
    return tuple(sentence for bead in beads for sentence in bead.sentences(side))


def _part(beads: Sequence[Bead], first: int, end: int) -> tuple[Span, Span]:
    """The sentences of beads `first` to before `end`, by number."""
    counts = [(len(bead.source), len(bead.target)) for bead in beads]
    low, high = ([sum(count[k] for count in counts[:at]) for k in (0, 1)] for at in (first, end))
    return (low[0], high[0]), (low[1], high[1])


def aligned_again(
    beads: Sequence[Bead],
    parts: Sequence[tuple[int, int]],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[tuple[Bead, ...]]:
    """New beads in the place of some: of each part (its first bead, and the one after its last), in order.

    The other beads stay as they are, and tell what kind of translation it is. Raises `AlignmentCancelled`.
    """
    watch = Watch(progress, cancelled)
    watch.at(0.0)
    sides = _sentences(beads, Side.SOURCE), _sentences(beads, Side.TARGET)
    known = _Known(beads) if all(sides) else None
    watch.at(0.5)
    found: list[Found] = []
    cuts: list[tuple[int, int]] = []
    done = 0
    for number, (first, end) in enumerate(parts):
        found += [Found(len(b.source), len(b.target), b.confidence, b.inner) for b in beads[done:first]]
        source, target = _part(beads, first, end)
        rows, columns = source[1] - source[0], target[1] - target[0]
        cuts.append((len(found), 0))
        if known and rows and columns:
            share = 0.5 / len(parts)
            step = watch.rows(0.5 + number * share, 0.5 + (number + 1) * share, rows)
            found += likeliest(known.lattice(source, target, step))
        else:
            found += unpaired(rows, columns)
        cuts[-1] = cuts[-1][0], len(found)
        done = end
    found += [Found(len(b.source), len(b.target), b.confidence, b.inner) for b in beads[done:]]
    made = as_beads(found, *sides)
    watch.at(1.0)
    return [made[first:end] for first, end in cuts]


def cut_of(beads: Sequence[Bead], which: int) -> tuple[int, int]:
    """Where a paired bead of several sentences parts best: how many of each side make the first part.

    It is the place that most ways through the bead lead by, and among places that are nearly as good the one nearest
    to the middle. Both parts have both sides where there are enough sentences.
    """
    source, target = _part(beads, which, which + 1)
    n, m = source[1] - source[0], target[1] - target[0]
    lattice = _Known(beads).lattice(source, target)
    ahead, behind, band = forward(lattice), backward(lattice), lattice.band
    states = ((ahead.pair, behind.pair), (ahead.source, behind.source), (ahead.target, behind.target))
    passing = np.logaddexp.reduce([there + back for there, back in states])
    # A side of one sentence goes whole to the one part or the other.
    rows, columns = (range(1, count) if count > 1 else range(2) for count in (n, m))
    places = [(i, j) for i in rows for j in columns if 0 < i + j < n + m and band.lo[i] <= j <= band.hi[i]]
    values = [float(passing[int(band.at[i] - band.lo[i]) + j]) for i, j in places]
    good = [place for place, value in zip(places, values, strict=True) if value >= max(values) - _NEARLY]
    return min(good, key=lambda place: abs(place[0] / n + place[1] / m - 1))
