"""The features of a bead: how well its words explain each other, its lengths, its marks, and its kind.

The words' part is a log-likelihood ratio, IBM Model 1 against unigrams, in both directions: for the words e of the
target sentences, ln(1 - L + L * sum over z of t(e|z) / (|Z| p(e))), and the same reversed. It is additive over the
sentences on the explained side, so prefix sums give the beads of all kinds at once. A bead's score is the sum of its
features, each times its weight (`weights.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from workbench.align.lines import APART, Flags
from workbench.align.material import COUNTED, End, Floats, Half, Integers, WordClass
from workbench.align.search import TYPES
from workbench.align.translation import Span, Table

_CLASSES = tuple(one.name.lower() for one in WordClass)
LEXICAL_FORWARD = tuple(f"target {name} words" for name in _CLASSES)
LEXICAL_BACKWARD = tuple(f"source {name} words" for name in _CLASSES)
KINDS = tuple(f"{n}-{m}" for n, m in TYPES)
SHAPE = (
    "length squared",
    "length",
    "source lines without a stop inside",
    "target lines without a stop inside",
    "question at the end",
    "exclamation at the end",
    "stop at the end",
    "quotation mark at the start",
    "quotation mark at the end",
    *(f"number of {mark}" for mark in COUNTED),
    "speech at the start",
    "speech at the end",
    "share of speech",
    "length of speech",
    "length of narration",
    "said again inside",
    "as the texts grow",
    "1-1 in texts that grow",
    "cut at the end",
)
BORDERS = ("ends match", "beginnings match", "end matches what follows", "what follows matches the end")
PAIR_FEATURES = (*KINDS, *LEXICAL_FORWARD, *LEXICAL_BACKWARD, *SHAPE, *BORDERS)
ALONE_FEATURES = (
    "alone",
    "words",
    "no stop",
    "near an end",
    "first",
    "last",
    "size",
    "label",
    "said before",
    "said twice",
    "said elsewhere",
    "cut",
    "on",
    "on, words",
)
"""Of a sentence that stays alone; the last two count only after another such sentence."""
ON = 2
"""How many of those count only then."""

_FORWARD_L, _BACKWARD_L = 0.6, 0.45
"""Share of the words that a translation accounts for, in the mixture with unigrams."""
_DILUTION, _USUAL_WORDS = 0.75, np.float32(16.0)
"""Power of the number of words that one word is looked for among, in a free translation (it is 1 in a literal one), and
the number for which it makes no difference."""
_SPREAD, _SPREAD_SHORT = 0.3, 12.0
"""Standard deviation of the logarithm of the lengths' ratio: spread * (1 + short / sqrt(bytes))."""
_FARTHEST, _FARTHEST_LOG, _MOST_COUNTED = 24.0, 3.0, 4.0
_ORDINARY_BYTES, _ORDINARY_SENTENCES = 600.0, 8
"""Ordinary text that is counted in with the texts for their proportions."""
_USUAL_RATIO, _LEAST_RATIO, _MOST_RATIO, _MOST_GROWTH = 0.3, -0.5, 1.0, 1.0
"""Logarithms of the target's bytes for one of the source, and of the sentences. Between whole texts they are 0.3 +- 0.2
and 0.1 +- 0.3; where they are far from that, one text is a part of the other and they say nothing."""
_LITTLE = 20.0
"""Bytes that are added to a length of speech or of narration, either of which may be nothing."""
_BORDER = 6
"""Words on either side of the end of a sentence that are compared."""
_CLASS_WEIGHTS = np.array([0.4, 1.0, 0.8, 0.6], dtype=np.float32)
"""By WordClass, where all words make one feature."""
_LONGEST_ALONE = 28
_NEAR_END = 4

_MOST_SOURCES = max(n for n, _ in TYPES)
_MOST_TARGETS = max(m for _, m in TYPES)

Values = npt.NDArray[np.floating] | npt.NDArray[np.bool_]


def _explained(
    cause: Half,
    effect: Half,
    table: Table,
    share: float,
    most: int,
    weights: Sequence[Floats],
    literal: float,
) -> list[list[Floats]]:
    """How well 1 to `most` cause sentences, ending at each, explain each effect sentence.

    [weighting][sentences - 1] -> [cause sentence, effect sentence]; `weights` are by effect word. `table` is by cause
    word, with t(effect|cause) as its forward values; `literal` as in `_diluted`.
    """
    number = np.full(len(effect.keys), -1)
    number[effect.words] = 0
    vocabulary = np.flatnonzero(number == 0)
    size, causes, effects = len(vocabulary), len(cause), len(effect)
    number[vocabulary] = np.arange(size)
    local = number[effect.words]
    links = table.at[cause.words + 1] - table.at[cause.words]
    first = np.cumsum(links) - links
    place = np.arange(int(links.sum())) + np.repeat(table.at[cause.words] - first, links)
    row, column = np.repeat(cause.sentence_of(), links), number[table.target[place]]
    good = column >= 0
    accounted = np.bincount(row[good] * size + column[good], table.forward[place[good]], minlength=causes * size)
    single = accounted.reshape(causes, size).astype(np.float32)
    counts = np.bincount(local * effects + effect.sentence_of(), minlength=size * effects)
    by_word = counts.reshape(size, effects).astype(np.float32)
    weighted = [by_word * weight[vocabulary][:, None] for weight in weights]
    shares = effect.shares[vocabulary]
    window, words = np.zeros_like(single), np.zeros(causes, dtype=np.float32)
    found: list[list[Floats]] = [[] for _ in weights]
    for n in range(1, most + 1):
        if n <= causes:
            window[n - 1 :] += single[: causes - n + 1]
            words[n - 1 :] += cause.lengths[: causes - n + 1]
        # np.log is several times faster than np.log1p, and nothing here is near 1.
        ratio = np.log(
            window * (np.float32(share) / (_diluted(words, literal)[:, None] * shares)) + np.float32(1 - share)
        )
        for values, one in zip(found, weighted, strict=True):
            values.append(ratio @ one)
    return found


def _diluted(words: Floats, literal: float) -> Floats:
    """Among how many words a word is looked for in sentences of so many.

    A free translator does not follow a long sentence word by word: what stands anywhere in it says more there than
    its share of the words.
    """
    power = np.float32(_DILUTION + (1 - _DILUTION) * literal)
    return np.maximum(words, 1) ** power * _USUAL_WORDS ** (1 - power)


def _sums(values: Floats, count: int) -> Floats:
    """Along the second axis, the sum of each value and the `count` - 1 before it."""
    total = np.cumsum(values, axis=1)
    total[:, count:] = total[:, count:] - total[:, :-count]
    return total


def _prefix(values: Values) -> Values:
    """Sums of the first 0, 1, 2, ... values along the last axis."""
    total = np.cumsum(values, axis=-1, dtype=np.float64)
    return np.concatenate([np.zeros((*values.shape[:-1], 1)), total], axis=-1)


def _windows(values: Floats, most: int) -> list[Floats]:
    """By count from 1: the sums of the `count` values before each position, along the last axis."""
    total = _prefix(values).astype(np.float32)
    found = []
    for count in range(1, most + 1):
        one = total.copy()
        one[:, count:] -= total[:, :-count]
        found.append(one)
    return found


@dataclass(frozen=True, slots=True)
class Whole:
    """What the beads of a part need to know of the texts that it is a part of."""

    ratio: float
    """Bytes of the target for one of the source."""
    growth: float
    """Logarithm of the target sentences for one of the source."""
    alone: tuple[Floats, Floats]
    """`alone_features` of both sides."""

    @classmethod
    def of(cls, source: Half, target: Half, pairs: Sequence[tuple[Span, Span]] = ()) -> Whole:
        """From what the `pairs` hold, if some are known: a block that one side lost counts for nothing there.

        Short texts say little about it, and are counted together with some ordinary text.
        """
        sizes, counts = [source.sizes.sum(), target.sizes.sum()], [len(source), len(target)]
        if pairs:
            inside = [np.zeros(len(half), dtype=bool) for half in (source, target)]
            for pair in pairs:
                for side, (first, end) in zip(inside, pair, strict=True):
                    side[first:end] = True
            sizes = [half.sizes[own].sum() for half, own in zip((source, target), inside, strict=True)]
            counts = [int(own.sum()) for own in inside]
        more, others = _ORDINARY_BYTES, _ORDINARY_SENTENCES
        ratio = np.log((sizes[1] + more * np.exp(_USUAL_RATIO)) / (sizes[0] + more))
        growth = np.log((counts[1] + others) / (counts[0] + others))
        if not _LEAST_RATIO <= ratio <= _MOST_RATIO or abs(growth) > _MOST_GROWTH:
            ratio, growth = _USUAL_RATIO, 0.0
        return cls(
            float(np.exp(ratio)), float(growth), (alone_features(source, target), alone_features(target, source))
        )

    def part(self, source: Span, target: Span) -> Whole:
        """The same for a part of both texts."""
        return replace(self, alone=(self.alone[0][slice(*source)], self.alone[1][slice(*target)]))


class Scorer:
    """Features of all beads of one pair of texts, or of a part of it."""

    def __init__(
        self, source: Half, target: Half, table: Table, back: Table, whole: Whole, literal: float = 0.5
    ) -> None:
        """`back` is the table transposed, `literal` how literal the translation is."""
        self._literal = literal
        self.source, self.target = source, target
        self._table, self._back = table, back
        self._ratio, self._growth = whole.ratio, whole.growth
        self._sizes = _prefix(source.sizes), _prefix(target.sizes)
        self._spoken = _prefix(source.spoken), _prefix(target.spoken)
        self._again = _prefix(source.again), _prefix(target.again)
        self._open = _prefix(source.ends == End.OPEN), _prefix(target.ends == End.OPEN)
        self._marks = _windows(source.marks, _MOST_SOURCES), _windows(target.marks, _MOST_TARGETS)

    def lexical(
        self, rows: range, columns: range, by_target: Sequence[Floats], by_source: Sequence[Floats]
    ) -> tuple[list[list[Floats]], list[list[Floats]]]:
        """Words of the target sentences in `columns` given the source sentences in `rows`, and the reverse.

        Each [weighting][kind in TYPES] -> [row, column] of the bead's last sentences; wrong at the edge, where the
        bead would begin before the range.
        """
        source, target = self.source.part(rows.start, rows.stop), self.target.part(columns.start, columns.stop)
        there = _explained(source, target, self._table, _FORWARD_L, _MOST_SOURCES, by_target, self._literal)
        back = _explained(target, source, self._back, _BACKWARD_L, _MOST_TARGETS, by_source, self._literal)
        return (
            [[_sums(values[n - 1], m) for n, m in TYPES] for values in there],
            [[_sums(values[m - 1], n).T for n, m in TYPES] for values in back],
        )

    def borders(self, rows: range, columns: range) -> Floats:
        """[BORDERS, row, column]: whether the two texts are parted in the same place after these sentences.

        The words just before and just after are compared, across and on either side.
        """
        source = self.source.near_borders(rows.start, rows.stop, _BORDER)
        target = self.target.near_borders(columns.start, columns.stop, _BORDER)
        there = _explained(source, target, self._table, _FORWARD_L, 1, [_CLASS_WEIGHTS[target.classes]], self._literal)
        back = _explained(target, source, self._back, _BACKWARD_L, 1, [_CLASS_WEIGHTS[source.classes]], self._literal)
        both = there[0][0] + back[0][0].T
        n, m = len(rows), len(columns)
        return np.stack([both[:n, :m], both[n:, m:], both[:n, m:], both[n:, :m]])

    def shape(self, n: int, m: int, i: Integers, j: Integers) -> Floats:
        """[SHAPE, bead]: features of n-m beads that end before source sentence `i` and target sentence `j`."""
        values = np.empty((len(SHAPE), len(i)), dtype=np.float32)
        source, target = self.source, self.target
        source_size, target_size = (s[k] - s[k - c] for s, k, c in zip(self._sizes, (i, j), (n, m), strict=True))
        log = np.log(target_size / (self._ratio * source_size))
        spread = _SPREAD * (1 + _SPREAD_SHORT / np.sqrt(source_size + target_size))
        np.negative(np.minimum((log / spread) ** 2, _FARTHEST), out=values[0])
        np.negative(np.minimum(np.abs(log), _FARTHEST_LOG), out=values[1])
        for row, opened, k, c in zip((2, 3), self._open, (i, j), (n, m), strict=True):
            values[row] = opened[k - 1] - opened[k - c] if c > 1 else 0
        ends, other_ends = source.ends[i - 1], target.ends[j - 1]
        for row, end in zip((4, 5, 6), (End.QUESTION, End.EXCLAMATION, End.OPEN), strict=True):
            values[row] = (ends == end) != (other_ends == end)
        values[7] = source.opens_quoted[i - n] != target.opens_quoted[j - m]
        values[8] = source.closes_quoted[i - 1] != target.closes_quoted[j - 1]
        values[-9] = source.begins_spoken[i - n] != target.begins_spoken[j - m]
        values[-8] = source.ends_spoken[i - 1] != target.ends_spoken[j - 1]
        spoken, other_spoken = (s[k] - s[k - c] for s, k, c in zip(self._spoken, (i, j), (n, m), strict=True))
        np.negative(np.abs(spoken / source_size - other_spoken / target_size), out=values[-7])
        told, other_told = source_size - spoken, target_size - other_spoken
        for row, one, other in ((-6, spoken, other_spoken), (-5, told, other_told)):
            log = np.abs(np.log((other + _LITTLE) / (self._ratio * one + _LITTLE)))
            np.negative(np.minimum(log, _FARTHEST_LOG), out=values[row])
        again, other_again = (
            sum(s[d - 1][k] - s[d - 1][k - c + d] for d in range(1, min(c, APART + 1)))
            for s, k, c in zip(self._again, (i, j), (n, m), strict=True)
        )
        values[-4] = -np.abs(np.subtract(again, other_again))
        counts = values[9:-9]
        np.subtract(self._marks[0][n - 1][:, i], self._marks[1][m - 1][:, j], out=counts)
        np.abs(counts, out=counts)
        np.negative(np.minimum(counts, _MOST_COUNTED, out=counts), out=counts)
        values[-3] = (m - n) * self._growth
        values[-2] = abs(self._growth) if n == m == 1 else 0.0
        values[-1] = source.cut[i - 1] | target.cut[j - 1]
        return values


def _more_often(own: Flags, other: Flags) -> Floats:
    """The flags of one side, less as the other side has such sentences too: what both repeat is translated twice."""
    count = max(1, int(own.sum()))
    return own * np.float32(max(0, count - int(other.sum())) / count)


def alone_features(half: Half, other: Half) -> Floats:
    """[sentence, ALONE_FEATURES] of one side; `other` is the other side."""
    words = np.minimum(half.lengths, _LONGEST_ALONE)
    position = np.arange(len(half))
    one = np.ones(len(half))
    columns = (
        -one,
        -words,
        half.ends == End.OPEN,
        np.minimum(position, position[::-1]) < _NEAR_END,
        position == 0,
        position == len(half) - 1,
        np.clip(np.log(half.sizes / np.median(half.sizes)), -2, 1),
        half.labels,
        half.said.before,
        _more_often(half.said.twice, other.said.twice),
        _more_often(half.said.elsewhere, other.said.elsewhere),
        half.cut | np.append(False, half.cut[:-1]),
        one,
        -words,
    )
    return np.stack(columns, axis=1).astype(np.float32)
