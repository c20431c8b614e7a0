"""Chinese word segmentation: jieba's dictionary, its most probable path, and its hidden Markov model for the rest.

The path search is written out here, with logarithms taken once: it gives jieba's words exactly (a test compares) at
twice jieba's speed. It also keeps us clear of what jieba does on loading: a cache file of a predictable name in the
shared temporary folder (it would save 0.1 s, and stall other threads while it is read), and messages on stderr.
"""

from __future__ import annotations

import re
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import exp, log
from typing import Any

from workbench.text.script import HAN
from workbench.text.variants import to_simplified

_LONGEST_RUN = 512
"""So many characters are cut at once: jieba's search for unknown words takes quadratic time in the run."""

_ONLY_HAN = re.compile(f"[{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
_IMPOSSIBLE = float("-inf")
_TINY = 1e-12
"""Stands for the logarithm of 1, because 0 marks the beginning of a word."""


class Segmenter:
    """Cuts runs of Chinese into words, knowing some extra words; immutable once made, safe in several threads."""

    mixed: tuple[str, ...]
    """Words of Chinese together with other letters (`A股`, `T恤`, terms such as `C端`), longest first."""

    def __init__(self, dictionary: _Dictionary, extra_words: Iterable[str]) -> None:
        words = [word for word in extra_words if _HAN.search(word)]
        pure = sorted({form for word in words if _ONLY_HAN.fullmatch(word) for form in (word, to_simplified(word))})
        mixed = {*dictionary.mixed, *(word for word in words if not _ONLY_HAN.fullmatch(word))}
        self.mixed = tuple(sorted(mixed, key=lambda word: (-len(word), word)))
        self._log_total = log(dictionary.total)
        self._cut_unknown: Callable[[str], Iterator[str]] = dictionary.cut_unknown
        self._weights = dictionary.weights.copy() if pure else dictionary.weights
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
            self._weights.setdefault(word[:end], 0.0)
        as_parts = self._path(word)[0]
        weight = log(int(exp(as_parts) * total) + 1) or _TINY
        self._weights[word] = max(weight, self._weights.get(word) or _IMPOSSIBLE)

    def _path(self, run: str) -> tuple[float, list[int]]:
        """The log probability of the best path, and for each character the end of the word that would begin there."""
        weight_of = self._weights.get
        log_total = self._log_total
        length = len(run)
        score = [0.0] * (length + 1)
        following = [0] * length
        for start in range(length - 1, -1, -1):
            end = start + 1
            best, best_end = _IMPOSSIBLE, end
            weight = weight_of(run[start:end])
            while weight is not None:
                if weight:
                    candidate = weight - log_total + score[end]
                    if candidate >= best:
                        best, best_end = candidate, end
                end += 1
                if end > length:
                    break
                weight = weight_of(run[start:end])
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
        if len(characters) < 2 or self._weights.get(characters):
            return iter(characters)
        return self._cut_unknown(characters)


class _Dictionary:
    """jieba's dictionary, read once."""

    def __init__(self) -> None:
        jieba = _import_jieba()
        weights: dict[str, float] = {}
        mixed: list[str] = []
        self.total = 0
        with jieba.Tokenizer().get_dict_file() as lines:
            for line in lines:
                word, count = line.decode("utf-8").split(" ", 2)[:2]
                weights[word] = log(int(count)) or _TINY
                self.total += int(count)
                for end in range(1, len(word)):
                    weights.setdefault(word[:end], 0.0)
                if word[0] < "\u2e80" or word[-1] < "\u2e80":
                    mixed.append(word)
        self.weights = weights
        """Logarithm of each word's frequency; 0 for what is only the beginning of words."""
        self.mixed = tuple(word for word in mixed if _HAN.search(word))
        self.cut_unknown = jieba.finalseg.cut


_lock = threading.RLock()


def segmenter(extra_words: tuple[str, ...] = ()) -> Segmenter:
    """The segmenter that knows `extra_words`, made once. The first call reads the dictionary (about 0.6 s)."""
    with _lock:  # two threads that start together load the dictionary once
        return _segmenter(extra_words)


@lru_cache(maxsize=3)  # each one with words of its own holds a copy of the dictionary, some 40 MB
def _segmenter(extra_words: tuple[str, ...]) -> Segmenter:
    return Segmenter(_dictionary(), extra_words)


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    return _Dictionary()


def _import_jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has invalid escapes, which newer Pythons print on stderr
        missing = object()
        if (before := sys.modules.get("pkg_resources", missing)) is missing:
            # jieba does without pkg_resources, whose import would cost it 0.15 s.
            sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            import jieba
            import jieba.finalseg
        finally:
            if before is missing:
                del sys.modules["pkg_resources"]
    jieba.setLogLevel(60)  # above CRITICAL: it logs to stderr
    return jieba
