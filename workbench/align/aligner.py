"""The aligner: beads for two sentenced documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align import anchors
from workbench.align.material import CLASSES, Material, material
from workbench.align.scores import NULL_FEATURES, PAIR_FEATURES, SHAPE, Scorer, null_features
from workbench.align.search import NEVER, TYPES, Band, Lattice, best_path, posterior
from workbench.align.translation import learned
from workbench.align.weights import WEIGHTS
from workbench.model.bitext import Bead, Reason
from workbench.model.document import SentencedDocument

_CHUNK = 48


class AlignmentCancelled(Exception):
    """The caller asked to stop."""


def align(
    source: SentencedDocument,
    target: SentencedDocument,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Bead, ...]:
    """Beads that cover every sentence of both sides once and in order."""
    s, t = source.sentences, target.sentences
    found = align_texts([x.text for x in s], [x.text for x in t], progress=progress, cancelled=cancelled)
    beads = []
    i = j = 0
    for n, m, confidence in found:
        a, b = s[i : i + n], t[j : j + m]
        reason = None if a and b else Reason.OMISSION if a else Reason.ADDITION
        beads.append(Bead(a, b, confidence, reason))
        i, j = i + n, j + m
    return tuple(beads)


def align_texts(
    source: Sequence[str],
    target: Sequence[str],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[tuple[int, int, float]]:
    if not source or not target:
        return [(1, 0, 0.9)] * len(source) + [(0, 1, 0.9)] * len(target)
    mat = material(source, target)
    band = anchors.band(mat)

    def step(i: int) -> None:
        if cancelled and i % 64 == 0 and cancelled():
            raise AlignmentCancelled

    lattice = score(mat, band, step)
    steps = best_path(lattice, step)
    if min(len(source), len(target)) >= 100:
        mat.table = learned(mat.table, mat.source, mat.target, spans(steps))
        lattice = score(mat, band, step)
        steps = best_path(lattice, step)
    q = posterior(lattice, step)
    out = []
    i = j = 0
    sa, ta = q.source_alone, q.target_alone
    kind = {t: k for k, t in enumerate(TYPES)}
    for n, m in steps:
        i, j = i + n, j + m
        if n and m:
            p = q.pairs[kind[n, m], band.at[i] - band.lo[i] + j]
        else:
            p = sa[i - 1] if n else ta[j - 1]
        out.append((n, m, float(p)))
    return out


def spans(steps: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    i = j = 0
    out = []
    for n, m in steps:
        if n and m:
            out.append(((i, i + n), (j, j + m)))
        i, j = i + n, j + m
    return out


def score(mat: Material, band: Band, step=None) -> Lattice:
    scorer = Scorer(mat)
    w = np.array([WEIGHTS[f] for f in PAIR_FEATURES], dtype=np.float32)
    K = len(TYPES)
    ws = w[K + CLASSES : K + 2 * CLASSES][mat.source.classes]
    wt = w[K : K + CLASSES][mat.target.classes]
    wshape = w[K + 2 * CLASSES :]
    deep, wide = max(n for n, _ in TYPES), max(m for _, m in TYPES)
    pairs = np.full((K, band.cells), NEVER, dtype=np.float32)
    I = band.sources
    for r0 in range(1, I + 1, _CHUNK):
        r1 = min(I + 1, r0 + _CHUNK)
        i0 = max(0, r0 - deep)
        j0, j1 = max(0, int(band.lo[r0]) - wide), int(band.hi[r1 - 1])
        if j1 <= j0:
            continue
        F, B = scorer.lexical(i0, r1 - 1, j0, j1, [ws], [wt])
        cells = slice(int(band.at[r0]), int(band.at[r1]))
        rows = np.repeat(np.arange(r0, r1), (band.hi - band.lo + 1)[r0:r1])
        cols = np.arange(cells.start, cells.stop) - band.at[rows] + band.lo[rows]
        for k, (n, m) in enumerate(TYPES):
            ok = (rows >= n) & (cols >= m)
            i, j = rows[ok], cols[ok]
            if not len(i):
                continue
            total = F[0][k][i - 1 - i0, j - 1 - j0] + B[0][k][i - 1 - i0, j - 1 - j0] + w[k]
            for weight, value in zip(wshape, scorer.shape(n, m, i, j), strict=True):
                total = total + weight * value
            pairs[k, cells.start + np.flatnonzero(ok)] = total
        if step:
            step(r0)
    N = len(NULL_FEATURES)
    a = np.array([WEIGHTS["s_" + f] for f in NULL_FEATURES])
    b = np.array([WEIGHTS["t_" + f] for f in NULL_FEATURES])
    ns, nt = null_features(mat.source), null_features(mat.target)
    so, to = ns[:, : N - 2] @ a[: N - 2], nt[:, : N - 2] @ b[: N - 2]
    return Lattice(band, pairs, so, so + ns[:, N - 2 :] @ a[N - 2 :], to, to + nt[:, N - 2 :] @ b[N - 2 :])
