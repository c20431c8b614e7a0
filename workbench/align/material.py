"""Two texts as the aligner sees them: word numbers, lengths and marks of every sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from workbench.align.lines import Said, again, cut, said_again
from workbench.align.speech import spoken
from workbench.align.words import CLOSES, OPENS, source_keys, target_keys
from workbench.lexicon.lookup import lexicon
from workbench.model.span import Side

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


class WordClass(IntEnum):
    """Kinds of words, which weigh differently."""

    COMMON = 0
    RARE = 1
    SYMBOL = 2
    """Numbers, and Latin letters in Chinese."""
    MARK = 3


class End(IntEnum):
    """How a sentence ends, closing quotes and brackets aside."""

    OPEN = 0
    """With a letter: a heading, a byline, a cut."""
    STOP = 1
    QUESTION = 2
    EXCLAMATION = 3
    OTHER = 4


COUNTED = (OPENS, CLOSES, "?", "!", "\u2026", "-", ":", "(", "%", "#")
"""Keys whose numbers ought to agree in a bead; `#` stands for all numbers."""

_COMMON = 8.0
"""Words up to this rarity (nats) are common."""
_SMOOTHING = 1.5
"""Added to each word's count before its share is taken."""
_USUAL = 600.0
"""Words of ordinary text that are mixed into a text before shares are taken: a short text cannot tell which of its
words are rare."""
_RAREST = 11.0
"""Rarity (nats) beyond which words are as rare in ordinary text."""
_NUMBER, _MARK = 9.2, 5.3
"""Rarities of each number and each mark."""

_SMALL_NUMBERS = {"#1": 5.8, "#2": 6.7} | {f"#{value}": 8.1 for value in range(3, 13)}
"""Rarities of the numbers that are words like others: `one of them`, `两个人`."""

_CLOSERS = "\"'\u201d\u2019\u300d\u300f\uff09)\u3011]\u300b\u3009*"
_OPENERS = "\"'\u201c\u2018\u300c\u300e\uff08(\u3010[\u300a\u3008"
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d\u300e\u300f"
_ENDS = {".": End.STOP, "\u3002": End.STOP, "\uff0e": End.STOP, "?": End.QUESTION, "\uff1f": End.QUESTION}
_ENDS |= {"!": End.EXCLAMATION, "\uff01": End.EXCLAMATION}
_ENDS |= dict.fromkeys("\u2026:\uff1a;\uff1b,\uff0c\u2014-", End.OTHER)
_LABEL = re.compile(
    "(?:[\u3400-\u9fff]{1,6}\\s?[:\uff1a].{0,40}|(?:[^\\W_]+ ){0,2}[^\\W_]+:.{0,80}|By (?:[A-Z][^ ]* ?){1,4})"
)
"""A short line that begins with a label and a colon, or a byline."""


def ending(text: str) -> End:
    """How a sentence ends."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    if bare.endswith(("...", ". . .")):
        return End.OTHER
    return _ENDS.get(bare[-1:], End.OPEN)


def is_label(text: str) -> bool:
    """True for a short line such as `责任编辑：王小明` or `By John Smith`."""
    return bool(_LABEL.fullmatch(text.strip()))


@dataclass(frozen=True, slots=True)
class Half:
    """One side: sentences as runs of word numbers."""

    keys: tuple[str, ...]
    """The different words, by number."""
    shares: Floats
    """p(word) by number, smoothed."""
    classes: Integers
    """WordClass by number."""
    words: Integers
    """Word numbers of all sentences, one after the other."""
    at: Integers
    """Start of each sentence in `words`; one more than there are sentences."""
    sizes: Floats
    """UTF-8 bytes of each sentence: Chinese and English have about as many."""
    ends: Integers
    """End by sentence."""
    marks: Floats
    """[COUNTED, sentence]: how often each stands in each sentence."""
    opens_quoted: npt.NDArray[np.bool_]
    closes_quoted: npt.NDArray[np.bool_]
    spoken: Floats
    """UTF-8 bytes of each sentence between quotation marks."""
    begins_spoken: npt.NDArray[np.bool_]
    ends_spoken: npt.NDArray[np.bool_]
    labels: npt.NDArray[np.bool_]
    again: npt.NDArray[np.bool_]
    """[distance - 1, sentence]: True where a sentence has the letters of the one that far before it."""
    said: Said
    cut: npt.NDArray[np.bool_]
    """True for a line whose sentence goes on in the next one."""

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def lengths(self) -> Integers:
        """Words of each sentence."""
        return np.diff(self.at)

    def sentence_of(self) -> Integers:
        """The sentence of each item of `words`."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def near_borders(self, first: int, end: int, most: int) -> Half:
        """The last words of each of some sentences, at most so many, and behind them the first words of the sentence
        after each: twice as many as there are sentences. Only the words are of any use."""
        counts = np.append(np.minimum(self.lengths, most), 0)
        counts = np.concatenate([counts[first:end], counts[first + 1 : end + 1]])
        starts = np.tile(self.at[first + 1 : end + 1], 2)
        starts[: end - first] -= counts[: end - first]
        at = np.concatenate([[0], np.cumsum(counts)])
        places = np.arange(int(at[-1])) + np.repeat(starts - at[:-1], counts)
        return replace(self, words=self.words[places], at=at, sizes=np.zeros(len(counts), dtype=np.float32))

    def part(self, first: int, end: int) -> Half:
        """Sentences `first` to before `end`; words keep their numbers."""
        sentences = slice(first, end)
        return replace(
            self,
            words=self.words[self.at[first] : self.at[end]],
            at=self.at[first : end + 1] - self.at[first],
            sizes=self.sizes[sentences],
            ends=self.ends[sentences],
            marks=self.marks[:, sentences],
            opens_quoted=self.opens_quoted[sentences],
            closes_quoted=self.closes_quoted[sentences],
            spoken=self.spoken[sentences],
            begins_spoken=self.begins_spoken[sentences],
            ends_spoken=self.ends_spoken[sentences],
            labels=self.labels[sentences],
            again=self.again[:, sentences],
            said=Said(*(flags[sentences] for flags in self.said)),
            cut=self.cut[sentences],
        )


def half(texts: Sequence[str], side: Side) -> Half:
    """One side of the material; `texts` is not empty."""
    keys_of = source_keys if side is Side.SOURCE else target_keys
    rows = [keys_of(text) for text in texts]
    number: dict[str, int] = {}
    words = np.array([number.setdefault(key, len(number)) for row in rows for key in row], dtype=np.int64)
    keys = tuple(number)
    rarities = [_rarity(key, side) for key in keys]
    classes = np.array([_word_class(key, rarity) for key, rarity in zip(keys, rarities, strict=True)], dtype=np.int64)
    usual = np.array([np.exp(-min(rarity, _RAREST)) for rarity in rarities])
    counts = np.bincount(words, minlength=len(keys)) + _SMOOTHING + _USUAL * usual
    at = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    counted = {mark: k for k, mark in enumerate(COUNTED)}
    kinds = np.array([counted.get(key[0], -1) for key in keys], dtype=np.int64)
    marks = np.zeros((len(COUNTED), len(texts)), dtype=np.float32)
    places = np.repeat(np.arange(len(texts)), np.diff(at))
    chosen = kinds[words] >= 0 if len(words) else np.zeros(0, dtype=bool)
    np.add.at(marks, (kinds[words[chosen]], places[chosen]), 1)
    speech, said = spoken(texts), said_again(texts)
    return Half(
        keys=keys,
        shares=(counts / max(1.0, len(words) + _SMOOTHING * len(keys) + _USUAL)).astype(np.float32),
        classes=classes,
        words=words,
        at=at,
        sizes=np.array([max(1, len(text.encode("utf-8", "surrogatepass"))) for text in texts], dtype=np.float32),
        ends=np.array([ending(text) for text in texts], dtype=np.int64),
        marks=marks,
        opens_quoted=np.array([text[:1] in _OPENERS and text != "" for text in texts], dtype=bool),
        closes_quoted=np.array([text[-1:] in _QUOTES and text != "" for text in texts], dtype=bool),
        spoken=np.array([one.size for one in speech], dtype=np.float32),
        begins_spoken=np.array([one.begins for one in speech], dtype=bool),
        ends_spoken=np.array([one.ends for one in speech], dtype=bool),
        labels=np.array([is_label(text) for text in texts], dtype=bool),
        again=again(texts),
        said=said,
        cut=cut(texts, side),
    )


def _rarity(key: str, side: Side) -> float:
    """-ln of the key's share of ordinary text."""
    if key[0] == "#":
        return _SMALL_NUMBERS.get(key, _NUMBER)
    if not key[0].isalpha() and key[0] != "@":
        return _MARK
    latin = side is Side.TARGET or key[0] == "@"
    return lexicon().en_rarity(key.removeprefix("@")) if latin else lexicon().zh_rarity(key)


def _word_class(key: str, rarity: float) -> WordClass:
    if key not in _SMALL_NUMBERS:
        if key[0] in "#@" or any(character.isdigit() for character in key):
            return WordClass.SYMBOL
        if not key[0].isalpha():
            return WordClass.MARK
    return WordClass.COMMON if rarity < _COMMON else WordClass.RARE
