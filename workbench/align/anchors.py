"""Sure pairs of sentences in long texts, and the band of the table around them.

A word that few sentences hold is good evidence that two sentences belong together. The pairs that share the rarest
words, each about the other's best, give a heaviest increasing chain; the search then looks only near it.
Time and memory grow linearly with the texts, because frequent words are left out.
"""

from __future__ import annotations

import numpy as np

from workbench.align.material import Floats, Half
from workbench.align.search import Band, Rows
from workbench.align.translation import Table

WHOLE = 20_000
"""Cells up to which the whole table is searched."""

_FEW = 12
"""A word in more sentences than this is no evidence."""
_NEAR = 0.8
"""Share of the best partner's evidence that another partner must have."""
_LEAST = 4.0
"""Least evidence (nats) of an anchor."""
_AROUND = 8
"""Sentences searched on either side of an anchor."""
_SUPPORT = 10
"""An anchor must have another one within so many sentences, on about the same diagonal."""
_BLOCK = 2000
"""Source sentences whose evidence is gathered at once."""
_WIDEST = 400_000
"""Cells up to which the rectangle between two anchors is searched whole."""
_HALF_WIDTH = 150
"""Half the width of the band in a rectangle that is larger."""


def band_of(source: Half, target: Half, table: Table) -> Band:
    """The cells that are worth searching."""
    sources, targets = len(source), len(target)
    if (sources + 1) * (targets + 1) <= WHOLE:
        return Band.whole(sources, targets)
    i, j = anchors(source, target, table)
    return _around(np.concatenate([[0], i + 1, [sources]]), np.concatenate([[0], j + 1, [targets]]))


def anchors(source: Half, target: Half, table: Table) -> tuple[Rows, Rows]:
    """Source and target sentences of the sure pairs, both increasing."""
    rows, columns, weights = _evidence(source, target, table)
    if not len(rows):
        return rows, columns
    chosen = _promising(rows, columns, weights)
    rows, columns, weights = rows[chosen], columns[chosen], weights[chosen]
    chosen = _heaviest_chain(rows, columns, weights)
    rows, columns = rows[chosen], columns[chosen]
    return _supported(rows, columns)


def _postings(half: Half) -> tuple[Rows, Rows]:
    """(word, sentence) once for each, sorted by word."""
    code = np.unique(half.words * len(half) + half.sentence_of())
    return code // len(half), code % len(half)


def _evidence(source: Half, target: Half, table: Table) -> tuple[Rows, Rows, Floats]:
    """Pairs of sentences that share rare words, with the sum of t(e|z) * ln(sentences / sentences that hold e)."""
    word, sentence = _postings(source)
    frequency = np.bincount(word, minlength=len(source.keys))
    target_word, target_sentence = _postings(target)
    target_frequency = np.bincount(target_word, minlength=len(target.keys))
    starts = np.concatenate([[0], np.cumsum(target_frequency)])

    links = table.source
    good = (frequency[links] <= _FEW) & (target_frequency[table.target] <= _FEW) & (table.forward > 0.1)
    z, e, t = links[good], table.target[good], table.forward[good]
    source_starts = np.concatenate([[0], np.cumsum(frequency)])
    # Each link becomes one row for each place of its source word, and then for each place of its target word.
    link, place = _expand(frequency[z], source_starts[z])
    row = sentence[place]
    weight = t * np.log(len(target) / target_frequency[e])
    parts = []
    for first in range(0, len(source), _BLOCK):
        inside = np.flatnonzero((row >= first) & (row < first + _BLOCK))
        again, target_place = _expand(target_frequency[e[link[inside]]], starts[e[link[inside]]])
        chosen = inside[again]
        code, inverse = np.unique(row[chosen] * len(target) + target_sentence[target_place], return_inverse=True)
        total = np.bincount(inverse, weight[link[chosen]], minlength=len(code))
        strong = total >= _LEAST / 2
        parts.append((code[strong], total[strong]))
    code, total = (np.concatenate(part) for part in zip(*parts, strict=True))
    return code // len(target), code % len(target), total.astype(np.float32)


def _expand(counts: Rows, starts: Rows) -> tuple[Rows, Rows]:
    """For each of several runs: (which run, position), one row for each of its members."""
    which = np.repeat(np.arange(len(counts)), counts)
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]) if len(counts) else np.zeros(0, np.int64)
    return which, np.arange(len(which)) - first[which] + starts[which]


def _promising(rows: Rows, columns: Rows, weights: Floats) -> Rows:
    """Indices of the pairs that are nearly as good as the best of their row and of their column.

    Where passages repeat, several pairs are; the chain then takes those that lie on one way through the texts.
    """
    best_row, best_column = np.zeros(int(rows.max()) + 1), np.zeros(int(columns.max()) + 1)
    np.maximum.at(best_row, rows, weights)
    np.maximum.at(best_column, columns, weights)
    near = _NEAR * np.maximum(best_row[rows], best_column[columns])
    return np.flatnonzero((weights >= near) & (weights >= _LEAST))


def _heaviest_chain(rows: Rows, columns: Rows, weights: Floats) -> Rows:
    """Indices of the strictly increasing chain with the largest sum of weights (a Fenwick tree of maxima)."""
    order = np.argsort(rows, kind="stable")
    size = int(columns.max()) + 2 if len(columns) else 1
    best, holder = [0.0] * (size + 1), [-1] * (size + 1)
    before = [-1] * len(order)
    top, last = 0.0, -1
    for index in order.tolist():
        value, link, k = 0.0, -1, int(columns[index])
        while k > 0:
            if best[k] > value:
                value, link = best[k], holder[k]
            k -= k & -k
        value += float(weights[index])
        before[index] = link
        k = int(columns[index]) + 1
        while k <= size:
            if value > best[k]:
                best[k], holder[k] = value, index
            k += k & -k
        if value > top:
            top, last = value, index
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return np.array(chain[::-1], dtype=np.int64)


def _supported(rows: Rows, columns: Rows) -> tuple[Rows, Rows]:
    if len(rows) < 3:
        return rows[:0], columns[:0]
    near = np.diff(rows) + np.diff(columns) <= 2 * _SUPPORT
    good = np.concatenate([near, [False]]) | np.concatenate([[False], near])
    return rows[good], columns[good]


def _around(i: Rows, j: Rows) -> Band:
    """The band through the corners (i, j), with the rectangles between them and a margin on all sides."""
    sources, targets = int(i[-1]), int(j[-1])
    lo, hi = np.full(sources + 1, targets), np.zeros(sources + 1, dtype=np.int64)
    for a, b, c, d in zip(i[:-1].tolist(), i[1:].tolist(), j[:-1].tolist(), j[1:].tolist(), strict=True):
        first, last = max(0, a - _AROUND // 2), min(sources, b + _AROUND // 2)
        rows = np.arange(first, last + 1)
        if (b - a + 1) * (d - c + 1) <= _WIDEST:
            low, high = np.full(len(rows), c), np.full(len(rows), d)
        else:
            middle = c + (np.clip(rows, a, b) - a) * (d - c) // max(1, b - a)
            reach = _HALF_WIDTH + (d - c) // max(1, b - a)
            low, high = np.maximum(c, middle - reach), np.minimum(d, middle + reach)
        lo[rows] = np.minimum(lo[rows], low - _AROUND)
        hi[rows] = np.maximum(hi[rows], high + _AROUND)
    lo[0], hi[-1] = 0, targets
    lo = np.minimum.accumulate(np.clip(lo, 0, targets)[::-1])[::-1]
    hi = np.maximum.accumulate(np.clip(hi, 0, targets))
    return Band.of(lo, hi)
