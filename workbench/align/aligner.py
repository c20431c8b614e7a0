"""The aligner: beads that cover two sentenced documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from workbench.align import weights
from workbench.align.anchors import anchors, band_of
from workbench.align.confidence import calibrated
from workbench.align.crossing import crossing_groups
from workbench.align.material import Floats, Half, WordClass, half
from workbench.align.reasons import reasons
from workbench.align.scores import (
    ALONE_FEATURES,
    BORDERS,
    KINDS,
    LEXICAL_BACKWARD,
    LEXICAL_FORWARD,
    ON,
    SHAPE,
    Scorer,
    Whole,
)
from workbench.align.search import NEVER, TYPES, Band, Lattice, Step, best_path, chances
from workbench.align.translation import Span, Table, learned, table
from workbench.model.bitext import Bead, Inner
from workbench.model.document import Sentence, SentencedDocument
from workbench.model.span import Side

_CHUNK = 64
LEARN_FROM = 100
"""Sentences on the shorter side from which on words are learned from the texts."""
LEARN_TO = 3000
"""And up to which: a long text has no need of it, and it takes time."""


def literalness(source: Half, target: Half, known: Table, beads: Sequence[tuple[Span, Span]]) -> float:
    """How literal the translation is, 0 to 1, from the share of rare target words that their beads account for."""
    strong = known.forward > 0.1
    width = len(target.keys)
    links = np.unique(known.source[strong] * width + known.target[strong])
    rare = accounted = 0
    for (a, b), (c, d) in beads:
        words = target.words[target.at[c] : target.at[d]]
        words = words[target.classes[words] == WordClass.RARE]
        causes = np.unique(source.words[source.at[a] : source.at[b]])
        if len(words) and len(causes) and len(links):
            codes = causes[:, None] * width + words
            at = np.minimum(np.searchsorted(links, codes), len(links) - 1)
            accounted += int((links[at] == codes).any(axis=0).sum())
        rare += len(words)
    share = accounted / rare if rare else 0.6
    return float(np.clip((share - 0.45) / 0.35, 0.0, 1.0))


def spans(steps: Sequence[tuple[int, int]]) -> list[tuple[Span, Span]]:
    """The beads with both sides, as spans of sentences."""
    i = j = 0
    found = []
    for n, m in steps:
        if n and m:
            found.append(((i, i + n), (j, j + m)))
        i, j = i + n, j + m
    return found


class Weights:
    """The weights for one pair of texts, between those for free and for literal translations."""

    def __init__(self, literal: float) -> None:
        def mix(names: Sequence[str]) -> Floats:
            pairs = ((weights.FREE.get(name, 0.0), weights.LITERAL.get(name, 0.0)) for name in names)
            return np.array([(1 - literal) * free + literal * other for free, other in pairs], dtype=np.float32)

        self.literal = literal
        self.kinds = mix(KINDS)
        self.by_target, self.by_source = mix(LEXICAL_FORWARD), mix(LEXICAL_BACKWARD)
        self.shape = mix(SHAPE)
        self.borders = mix(BORDERS)
        self.source_alone = mix([f"source {name}" for name in ALONE_FEATURES])
        self.target_alone = mix([f"target {name}" for name in ALONE_FEATURES])


def score(
    source: Half, target: Half, known: Table, band: Band, own: Weights, step: Step = None, whole: Whole | None = None
) -> Lattice:
    """The scores of all beads in the band; `whole` for a part of two texts."""
    whole = whole or Whole.of(source, target)
    scorer = Scorer(source, target, known, known.transposed(len(target.keys)), whole, own.literal)
    by_target, by_source = own.by_target[target.classes], own.by_source[source.classes]
    deep, wide = max(n for n, _ in TYPES), max(m for _, m in TYPES)
    pairs = np.full((len(TYPES), band.cells), NEVER, dtype=np.float32)
    for first in range(1, band.sources + 1, _CHUNK):
        end = min(band.sources + 1, first + _CHUNK)
        top, left = max(0, first - deep), max(0, int(band.lo[first]) - wide)
        right = int(band.hi[end - 1])
        if step:
            step(first)
        if right <= left:
            continue
        there, back = scorer.lexical(range(top, end - 1), range(left, right), [by_target], [by_source])
        near = np.tensordot(own.borders, scorer.borders(range(top, end - 1), range(left, right)), 1)
        cells = np.arange(int(band.at[first]), int(band.at[end]))
        rows = np.repeat(np.arange(first, end), (band.hi - band.lo + 1)[first:end])
        columns = cells - band.at[rows] + band.lo[rows]
        for k, (n, m) in enumerate(TYPES):
            good = np.flatnonzero((rows >= n) & (columns >= m))
            if len(good):
                i, j = rows[good], columns[good]
                total = (there[0][k] + back[0][k] + near)[i - 1 - top, j - 1 - left] + own.kinds[k]
                pairs[k, cells[good]] = total + own.shape @ scorer.shape(n, m, i, j)
    alone = []
    for features, weight in zip(whole.alone, (own.source_alone, own.target_alone), strict=True):
        opened = (features[:, :-ON] @ weight[:-ON]).astype(np.float64)
        alone += [opened, opened + features[:, -ON:] @ weight[-ON:]]
    return Lattice(band, pairs, *alone)


class AlignmentCancelled(Exception):
    """The caller asked to stop."""


class Found(NamedTuple):
    """One bead by its numbers of sentences."""

    sources: int
    targets: int
    confidence: float
    """Calibrated chance that it is right."""
    inner: Inner | None = None


class Watch:
    """Reports progress, a share from 0 to 1, and stops when asked to."""

    def __init__(self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._done = -1.0

    def at(self, share: float) -> None:
        if self._cancelled and self._cancelled():
            raise AlignmentCancelled
        if self._progress and share > self._done:
            self._done = min(1.0, share)
            self._progress(self._done)

    def rows(self, start: float, end: float, rows: int) -> Callable[[int], None]:
        """A step for work that takes the progress from `start` to `end` over so many rows."""
        return lambda row: self.at(start + (end - start) * row / rows) if row % 64 < 2 else None


def align(
    source: SentencedDocument,
    target: SentencedDocument,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Bead, ...]:
    """Beads that cover every sentence of both sides once and in order; any two texts have some.

    `progress` is called with a share from 0 to 1. Raises AlignmentCancelled soon after `cancelled` says so.
    """
    sides = source.sentences, target.sentences
    texts = [[sentence.text for sentence in side] for side in sides]
    return as_beads(align_texts(texts[0], texts[1], progress=progress, cancelled=cancelled), *sides)


def as_beads(found: Sequence[Found], source: Sequence[Sentence], target: Sequence[Sentence]) -> tuple[Bead, ...]:
    """The beads of both texts, with the reasons of what stands alone."""
    paired: tuple[list[bool], list[bool]] = ([], [])
    for one in found:
        paired[0].extend([one.targets > 0] * one.sources)
        paired[1].extend([one.sources > 0] * one.targets)
    why = [
        reasons([sentence.text for sentence in own], of, side)
        for own, of, side in zip((source, target), paired, Side, strict=True)
    ]
    beads = []
    i = j = 0
    for one in found:
        reason = None
        if not (one.sources and one.targets):
            reason = why[0][i] if one.sources else why[1][j]
        own = tuple(source[i : i + one.sources]), tuple(target[j : j + one.targets])
        beads.append(Bead(*own, confidence=round(one.confidence, 6), reason=reason, inner=one.inner))
        i, j = i + one.sources, j + one.targets
    return tuple(beads)


def align_texts(
    source: Sequence[str],
    target: Sequence[str],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Found]:
    """The same over bare sentences."""
    if not source or not target:
        return unpaired(len(source), len(target))
    watch = Watch(progress, cancelled)
    watch.at(0.0)
    left = half(source, Side.SOURCE)
    watch.at(0.2)
    right = half(target, Side.TARGET)
    watch.at(0.3)
    known = table(left.keys, right.keys)
    band = band_of(left, right, known)
    watch.at(0.4)
    known, own, whole = _first_pass(left, right, known, band, watch)
    watch.at(0.5)
    lattice = score(left, right, known, band, own, watch.rows(0.5, 0.8, len(left)), whole)
    found = likeliest(lattice, watch.rows(0.8, 0.85, len(left)), watch.rows(0.85, 1.0, len(left)))
    watch.at(1.0)
    return found


def unpaired(sources: int, targets: int) -> list[Found]:
    """What there is where one side is empty."""
    return [Found(1, 0, 1.0)] * sources + [Found(0, 1, 1.0)] * targets


def likeliest(lattice: Lattice, step: Step = None, later: Step = None) -> list[Found]:
    """The best path with its confidences; what crosses becomes one group."""
    steps = best_path(lattice, step)
    sure = chances(lattice, steps, later)
    found = [Found(n, m, calibrated(chance)) for (n, m), chance in zip(steps, sure, strict=True)]
    for group in reversed(crossing_groups(lattice, steps)):
        whole = found[group.first : group.end]
        n, m = sum(one.sources for one in whole), sum(one.targets for one in whole)
        found[group.first : group.end] = [Found(n, m, group.chance, group.inner)]
    return found


def _first_pass(source: Half, target: Half, known: Table, band: Band, watch: Watch) -> tuple[Table, Weights, Whole]:
    """How literal the translation is, its proportions, and, in texts that are long enough, what words they teach."""
    middle = Weights(0.5)
    if len(source) > LEARN_TO or len(target) > LEARN_TO:
        parts = _samples(source, target, known)
        scores = [
            literalness(a, b, known, spans(best_path(score(a, b, known, Band.whole(len(a), len(b)), middle))))
            for a, b in parts
        ]
        return known, Weights(float(np.mean(scores)) if scores else 0.5), Whole.of(source, target)
    found = spans(best_path(score(source, target, known, band, middle, watch.rows(0.4, 0.5, len(source)))))
    own, whole = Weights(literalness(source, target, known, found)), Whole.of(source, target, found)
    if min(len(source), len(target)) >= LEARN_FROM:
        found = spans(best_path(score(source, target, known, band, own, watch.rows(0.4, 0.5, len(source)), whole)))
        known, whole = learned(known, source, target, found), Whole.of(source, target, found)
    return known, own, whole


_SAMPLES, _SAMPLE = 4, 80


def _samples(source: Half, target: Half, known: Table) -> list[tuple[Half, Half]]:
    """Some parts of a long text, each between two anchors."""
    i, j = anchors(source, target, known)
    parts = []
    for start in np.linspace(0, len(source), _SAMPLES, endpoint=False):
        first = int(np.searchsorted(i, start))
        last = int(np.searchsorted(i, start + _SAMPLE)) - 1
        if first < last and j[last] - j[first] < 4 * _SAMPLE:
            parts.append((source.part(int(i[first]), int(i[last])), target.part(int(j[first]), int(j[last]))))
    return parts
