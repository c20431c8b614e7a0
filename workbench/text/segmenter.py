"""Chinese word segmentation: jieba's dictionary, its most probable path, and its hidden Markov model for the rest.

The path search is written out here, with logarithms taken once: it gives jieba's words exactly (a test compares) at
twice jieba's speed. The dictionary is compiled once and memory-mapped (`wordlist`), which also keeps us clear of what
jieba does on loading: half a second, a cache file of a predictable name in the shared temporary folder, and messages.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import exp, log

from workbench.text.jieba_quietly import import_jieba
from workbench.text.script import HAN
from workbench.text.variants import to_simplified
from workbench.text.wordlist import Wordlist, wordlist

_LONGEST_RUN = 512
"""So many characters are cut at once: jieba's search for unknown words takes quadratic time in the run."""

_MANY = 200_000
"""So many different runs looked up one by one cost as much as reading the whole dictionary."""

_ONLY_HAN = re.compile(f"[{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
_IMPOSSIBLE = float("-inf")
_TINY = 1e-12
"""Stands for the logarithm of 1, because 0 marks the beginning of a word."""


class Segmenter:
    """Cuts runs of Chinese into words, knowing some extra words; immutable once made, safe in several threads."""

    mixed: tuple[str, ...]
    """Words of Chinese together with other letters (`A股`, `T恤`, terms such as `C端`), longest first."""

    def __init__(self, extra_words: Iterable[str]) -> None:
        dictionary = wordlist()
        words = [word for word in extra_words if _HAN.search(word)]
        pure = sorted({form for word in words if _ONLY_HAN.fullmatch(word) for form in (word, to_simplified(word))})
        mixed = {*dictionary.mixed, *(word for word in words if not _ONLY_HAN.fullmatch(word))}
        self.mixed = tuple(sorted(mixed, key=lambda word: (-len(word), word)))
        self._log_total = log(dictionary.total)
        self._weights = _Weights(dictionary) if pure else _shared_weights()
        for word in pure:
            self._add(word, dictionary.total)

    def words(self, run: str) -> Iterator[str]:
        """The words of a run of Han characters, in order; joined, they are the run. Traditional characters are cut
        as their simplified forms, since the dictionary is simplified."""
        simplified = to_simplified(run)
        at = 0
        for start in range(0, len(run), _LONGEST_RUN):
            for word in self._cut(simplified[start : start + _LONGEST_RUN]):
                yield run[at : at + len(word)]
                at += len(word)

    def _add(self, word: str, total: int) -> None:
        """Give a word the weight that makes it just likelier than its parts, as jieba's `add_word` does."""
        for end in range(1, len(word)):
            if self._weights[word[:end]] is None:
                self._weights[word[:end]] = 0.0
        as_parts = self._path(word)[0]
        weight = log(int(exp(as_parts) * total) + 1) or _TINY
        self._weights[word] = max(weight, self._weights[word] or _IMPOSSIBLE)

    def _path(self, run: str) -> tuple[float, list[int]]:
        """The log probability of the best path, and for each character the end of the word that would begin there."""
        weights = self._weights
        log_total = self._log_total
        length = len(run)
        score = [0.0] * (length + 1)
        following = [0] * length
        for start in range(length - 1, -1, -1):
            end = start + 1
            best, best_end = _IMPOSSIBLE, end
            weight = weights[run[start:end]]
            while weight is not None:
                if weight:
                    candidate = weight - log_total + score[end]
                    if candidate >= best:
                        best, best_end = candidate, end
                end += 1
                if end > length:
                    break
                weight = weights[run[start:end]]
            score[start] = best if best > _IMPOSSIBLE else score[start + 1] - log_total
            following[start] = best_end
        return score[0], following

    def _cut(self, run: str) -> Iterator[str]:
        following = self._path(run)[1]
        at = loose = 0  # characters from `loose` to `at` stand alone so far
        while at < len(run):
            end = following[at]
            if end - at > 1:
                yield from self._join(run[loose:at])
                yield run[at:end]
                loose = end
            at = end
        yield from self._join(run[loose:])

    def _join(self, characters: str) -> Iterator[str]:
        """Words that the dictionary does not have, among characters that stand alone."""
        if len(characters) < 2 or self._weights[characters]:
            return iter(characters)
        return _cut_unknown(characters)


class _Weights(dict[str, float | None]):
    """What is known of runs of characters: the logarithm of a word's count, 0 for a beginning of words, None for
    neither. Filled from the compiled dictionary as runs are met, and all at once when a text is long."""

    def __init__(self, words: Wordlist) -> None:
        super().__init__()
        self._words: Wordlist | None = words
        self._met = 0

    def __missing__(self, run: str) -> float | None:
        words = self._words
        if words is None:
            return None
        self._met += 1
        if self._met > _MANY:
            own = dict(self)  # in one step, since other threads go on adding to this one
            self.update(words.all_weights())
            self.update(own)
            self._words = None
            return self.get(run)
        weight = words.weight(run)
        self[run] = weight
        return weight


_lock = threading.RLock()


def segmenter(extra_words: tuple[str, ...] = ()) -> Segmenter:
    """The segmenter that knows `extra_words`, made once. Ready at once where the dictionary was compiled."""
    with _lock:  # two threads that start together compile the dictionary once
        return _segmenter(extra_words)


@lru_cache(maxsize=3)  # each one with words of its own may come to hold a whole dictionary, some 40 MB
def _segmenter(extra_words: tuple[str, ...]) -> Segmenter:
    return Segmenter(extra_words)


@lru_cache(maxsize=1)
def _shared_weights() -> _Weights:
    return _Weights(wordlist())


def _cut_unknown(characters: str) -> Iterator[str]:
    words: Iterator[str] = import_jieba().finalseg.cut(characters)
    return words
