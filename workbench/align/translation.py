"""t(e|z) for the words of one pair of texts, from the dictionary, from spelling, from sound, and from the texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from workbench.align.material import Floats, Half, Integers
from workbench.align.words import number_words, stem
from workbench.lexicon.lookup import Rows, lexicon

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")

_IDENTITY = _MOST = 0.9
"""t of what both languages write the same, and the most that any t is."""
_PIECE = 0.6
"""t of a piece's translation beside the whole word's, over the square root of the number of pieces."""
_NAME, _SYLLABLE = 0.8, 0.25
"""t of a spelling by sound: of two or three characters, and of one."""
_RELATED, _RELATED_MOST = 1.5, 0.3
"""Weight of a stem that translates the same words as a known translation, and its most."""
_LONGEST_NAME = 4
_FAINT = 0.03
"""A smaller t is left out: it is noise as often as not, and there are many."""
_BATCH = 1024
"""Source words whose rows are unfolded at once."""

Span = tuple[int, int]
"""(first sentence, one after the last)"""


@lru_cache(maxsize=1 << 14)
def _syllable(character: str) -> str:
    """The reading of one character without tone, in small letters; empty if unknown."""
    reading = lexicon().pinyin_of(character)
    if reading == character:
        return ""
    plain = unicodedata.normalize("NFD", reading.lower().replace("\u00fc", "v"))
    return "".join(c for c in plain if c.isascii() and c.isalpha())


def _sounds(word: str) -> Iterable[tuple[str, float]]:
    """Spellings of a word of one to four characters as a name, by its sound."""
    syllables = [_syllable(c) for c in word]
    if not all(syllables):
        return
    yield from ((stem(one), _SYLLABLE) for one in syllables if len(one) > 1)
    for n in (2, 3):
        for at in range(len(syllables) - n + 1):
            yield stem("".join(syllables[at : at + n])), _NAME


def _pieces(word: str) -> tuple[str, ...]:
    pieces = lexicon().split_word(word)
    return pieces if len(pieces) > 1 else tuple(word)


@dataclass(frozen=True, slots=True)
class Table:
    """t over the two vocabularies of one pair of texts: sparse rows, by source word."""

    at: Integers
    """Start of each source word's row; one more than there are words."""
    target: Integers
    """Target words."""
    forward: Floats
    """t(e|z)"""
    backward: Floats
    """t(z|e), at the same places"""

    @property
    def source(self) -> Integers:
        """Source words, at the same places."""
        return np.repeat(np.arange(len(self.at) - 1), np.diff(self.at))

    def transposed(self, targets: int) -> Table:
        """The same by target word: `forward` is then t(z|e)."""
        order = np.argsort(self.target, kind="stable")
        at = np.concatenate([[0], np.cumsum(np.bincount(self.target, minlength=targets))])
        return Table(at, self.source[order], self.backward[order], self.forward[order])


def table(source: Sequence[str], target: Sequence[str]) -> Table:
    """What is known before the texts are compared. t(z|e) is t(e|z) over its sum for all z of the text.

    t(e|z) is the greatest of: the dictionary's; a related stem's; that of a piece of the word; the same spelling; a
    spelling by sound.
    """
    vocabulary = _Vocabulary(target)
    batches = [_links(source[at : at + _BATCH], at, vocabulary) for at in range(0, max(1, len(source)), _BATCH)]
    code, forward = (np.concatenate(part) for part in zip(*batches, strict=True))
    rows, columns = code // max(1, len(target)), code % max(1, len(target))
    total = np.bincount(columns, forward, minlength=len(target))
    backward = np.minimum(forward / np.maximum(total[columns], 0.3), _MOST)
    at = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(source)))])
    return Table(at, columns, forward.astype(np.float32), backward.astype(np.float32))


def _links(keys: Sequence[str], first: int, target: _Vocabulary) -> tuple[Integers, npt.NDArray[np.float64]]:
    """t(e|z) of some source words, the first of which has the number `first`: (z * target words + e, t), sorted."""
    words, factors, of = [], [], []
    links: list[tuple[int, int, float]] = []
    for z, key in enumerate(keys, first):
        if not _HAN.fullmatch(key):
            links.extend((z, e, _IDENTITY) for e in target.spelled(key[1:] if key[0] == "@" else key))
            continue
        links.extend((z, e, _IDENTITY) for e in target.spelled(key))  # Chinese that was left in the translation
        for word, factor in _parts(key):
            words.append(word)
            factors.append(factor)
            of.append(z)
        if len(key) <= _LONGEST_NAME:
            links.extend((z, e, t) for spelling, t in _sounds(key) for e in target.spelled(spelling))
    known = target.dictionary(np.array(words, dtype=np.int64), np.array(factors), np.array(of, dtype=np.int64))
    every = np.concatenate([np.array(links).reshape(-1, 3), known])
    code, place = np.unique(
        every[:, 0].astype(np.int64) * len(target) + every[:, 1].astype(np.int64), return_inverse=True
    )
    forward = np.zeros(len(code))
    np.maximum.at(forward, place, every[:, 2])
    return code[forward >= _FAINT], forward[forward >= _FAINT]


def _parts(key: str) -> Iterable[tuple[int, float]]:
    """(headword number, factor) of a word and of its pieces."""
    words = lexicon()
    own = words.word_number(key)
    known = own is not None and words.rows.at[own] < words.rows.at[own + 1]
    if own is not None and known:
        yield own, 1.0
    if len(key) > 1:
        pieces = _pieces(key)
        # Of a word that the dictionary does not have, the pieces are all that is known.
        factor = _PIECE / len(pieces) ** 0.5 if known else max(_PIECE / len(pieces) ** 0.5, 1 / len(pieces))
        for piece in pieces:
            number = words.word_number(piece)
            if number is not None:
                yield number, factor


class _Vocabulary:
    """The target words of one pair of texts, with their numbers in the dictionary."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._number = {key: e for e, key in enumerate(keys)}
        words = lexicon()
        self._of_stem = np.full(words.stems, -1)
        for e, key in enumerate(keys):
            stem_number = words.stem_number(key)
            if stem_number is not None:
                self._of_stem[stem_number] = e
        for word, key in number_words():
            stem_number = words.stem_number(word)
            if stem_number is not None:
                self._of_stem[stem_number] = self._number.get(key, -1)
        self._rows, self._near = _Sparse(words.rows), _Sparse(words.related_rows)

    def __len__(self) -> int:
        return len(self._number)

    def spelled(self, key: str) -> tuple[int, ...]:
        """The target word written so, if there is one."""
        number = self._number.get(key)
        return () if number is None else (number,)

    def dictionary(self, words: Integers, factors: npt.NDArray[np.float64], of: Integers) -> npt.NDArray[np.float64]:
        """[link, (source word `of`, target word, t)] from the rows of some headwords and the stems related to those."""
        which, stems, t = self._rows.of(words)
        values = t * factors[which]
        direct = self._of_stem[stems]
        good = direct >= 0
        z, e, found = of[which[good]], direct[good], values[good]
        whole = factors[which] == 1.0
        which, stems, t = which[whole], stems[whole], t[whole]
        again, others, likeness = self._near.of(stems)
        near = self._of_stem[others]
        good = near >= 0
        code, place = np.unique(of[which[again[good]]] * len(self._number) + near[good], return_inverse=True)
        total = _RELATED * np.bincount(place, t[again[good]] * likeness[good], minlength=len(code))
        related = np.minimum(total, _RELATED_MOST)
        width = max(1, len(self._number))
        links = np.stack([np.append(z, code // width), np.append(e, code % width), np.append(found, related)], axis=1)
        return links[links[:, 2] >= _FAINT]


class _Sparse:
    """Rows of the dictionary as arrays."""

    def __init__(self, rows: Rows) -> None:
        self._at = np.asarray(rows.at)
        self._stems = np.asarray(rows.stems)
        self._values = np.asarray(rows.values)

    def of(self, rows: Integers) -> tuple[Integers, Integers, Floats]:
        """(position in `rows`, stem, value) of everything in those rows."""
        first = self._at[rows].astype(np.int64)
        counts = self._at[rows + 1].astype(np.int64) - first
        which = np.repeat(np.arange(len(rows)), counts)
        place = np.arange(len(which)) + np.repeat(first - (np.cumsum(counts) - counts), counts)
        return which, self._stems[place].astype(np.int64), self._values[place]


_UNKNOWN = 0.02
"""t of a pair that the dictionary does not have, before the first round."""
_NOTHING = 0.02
"""t of no source word at all."""
_ROUNDS = 4
_OWN = 1.0
"""Taken off every count, so that no bead is proof of itself."""
_PRIOR = 4.0
"""Beads that a word must stand in for half of the learned share to count."""
_SHARE = 0.5
"""Most that what was learned weighs beside what was known."""
_LEAST = 0.02


def learned(known: Table, source: Half, target: Half, beads: Sequence[tuple[Span, Span]]) -> Table:
    """The table after EM (IBM Model 1) on the beads of a first pass, mixed with what was known.

    It finds what no dictionary has: names as this translator writes them, and the words of this text.
    """
    code, group, groups, seen_source, seen_target = _cooccurrences(source, target, beads)
    if not len(code):
        return known
    width = len(target.keys)
    pairs, place = np.unique(code, return_inverse=True)
    known_code = known.source * width + known.target
    order = np.argsort(known_code)
    found = np.minimum(np.searchsorted(known_code[order], pairs), max(0, len(order) - 1))
    t: npt.NDArray[np.float64] = np.full(len(pairs), _UNKNOWN)
    if len(order):
        hit = known_code[order][found] == pairs
        t[hit] += known.forward[order][found[hit]]
    z, e = pairs // width, pairs % width
    count: npt.NDArray[np.float64] = np.zeros(len(pairs))
    for _ in range(_ROUNDS):
        weight = t[place]
        total = np.bincount(group, weight, minlength=groups) + _NOTHING
        count = np.bincount(place, weight / total[group], minlength=len(pairs)).astype(np.float64)
        t = count / (seen_source[z] + _PRIOR)
    count = np.maximum(count - _OWN, 0.0)
    seen_source, seen_target = np.maximum(seen_source - _OWN, 0.0), np.maximum(seen_target - _OWN, 0.0)
    forward, backward = count / (seen_source[z] + _OWN + _PRIOR), count / (seen_target[e] + _OWN + _PRIOR)
    keep = forward > _LEAST
    z, e = z[keep], e[keep]

    every = np.union1d(known_code, pairs[keep])
    trust_source, trust_target = (_SHARE * seen / (seen + _PRIOR) for seen in (seen_source, seen_target))
    rows, columns = every // width, every % width
    old, new = np.searchsorted(every, known_code), np.searchsorted(every, pairs[keep])
    mixed_forward, mixed_backward = np.zeros(len(every)), np.zeros(len(every))
    mixed_forward[old], mixed_backward[old] = known.forward, known.backward
    mixed_forward *= 1 - trust_source[rows]
    mixed_backward *= 1 - trust_target[columns]
    mixed_forward[new] += trust_source[z] * forward[keep]
    mixed_backward[new] += trust_target[e] * backward[keep]
    at = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(source.keys)))])
    return Table(at, columns, mixed_forward.astype(np.float32), mixed_backward.astype(np.float32))


def _cooccurrences(
    source: Half, target: Half, beads: Sequence[tuple[Span, Span]]
) -> tuple[Integers, Integers, int, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pairs of words in one bead: their codes, and of each the target word's number among all beads' words; how many
    of those there are; and the number of beads that each source and target word stands in."""
    codes, groups = [], []
    seen_source, seen_target = np.zeros(len(source.keys)), np.zeros(len(target.keys))
    count = 0
    for (a, b), (c, d) in beads:
        z = np.unique(source.words[source.at[a] : source.at[b]])
        e = np.unique(target.words[target.at[c] : target.at[d]])
        seen_source[z] += 1
        seen_target[e] += 1
        codes.append((z[:, None] * len(target.keys) + e).ravel())
        groups.append(np.tile(np.arange(count, count + len(e)), len(z)))
        count += len(e)
    empty = np.zeros(0, dtype=np.int64)
    code = np.concatenate([empty, *codes])
    return code, np.concatenate([empty, *groups]), count, seen_source, seen_target
