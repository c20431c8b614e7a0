"""jieba's dictionary as one memory-mapped file: ready at once, where reading its 350,000 lines takes half a second.
The simplified forms of characters lie in it too: asking OpenCC for them takes a tenth of a second.

Layout, little-endian: magic, number of words (4 bytes), length of all words (4), sum of all counts (8), number of mixed
words (4), number of beginnings (4), number of variants (4); characters that have a simplified form (4 bytes
each), and that form (4 each); ends of the words in the blob (4 bytes each); logarithms of their counts (4-byte
floats); the numbers of the mixed words (4 each); the beginnings of words, one or two characters, in order, as numbers
(8 each), and the first word that begins so (4 each); the blob: the words in UTF-8, sorted by their bytes, which is the
order of their characters.
"""

from __future__ import annotations

import math
import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from workbench.text.jieba_quietly import import_jieba
from workbench.text.script import is_han
from workbench.text.variants import converted

MAGIC = b"WBWORDS\x03"
_HEAD = struct.Struct("<8sIIQIII")
_TINY = 1e-12
"""Stands for the logarithm of 1, because 0 marks the beginning of a word."""


class Wordlist:
    """Words with the logarithm of their counts; look-ups touch only the pages they need."""

    def __init__(self, path: Path) -> None:
        """Raises `OSError` if the file is not there, `ValueError` if it is not such a file."""
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if len(data) < _HEAD.size:
            raise ValueError("not a compiled word list of this version")
        magic, count, length, self.total, mixed, begins, variants = _HEAD.unpack_from(data)
        if magic != MAGIC or len(data) != _HEAD.size + 8 * (count + variants) + 4 * mixed + 12 * begins + length:
            raise ValueError("not a compiled word list of this version")
        at = _HEAD.size

        def part(size: int) -> memoryview[int]:
            nonlocal at
            at += size
            return data[at - size : at]

        self._variants = part(4 * variants).cast("I")
        self._forms = part(4 * variants).cast("I")
        self._ends = part(4 * count).cast("I")
        self._weights = part(4 * count).cast("f")
        numbers = part(4 * mixed).cast("I")
        self._begins = part(8 * begins).cast("Q")
        self._first = part(4 * begins).cast("I")
        self._blob = part(length)
        self.mixed = tuple(self._word(number).decode() for number in numbers)
        """Words of Chinese together with other letters (`A股`, `T恤`)."""

    def __len__(self) -> int:
        return len(self._ends)

    def simplified(self) -> dict[int, int]:
        """Code points that have a simplified form, and what they become."""
        return dict(zip(self._variants, self._forms, strict=True))

    def _word(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return bytes(self._blob[start : self._ends[number]])

    def weight(self, word: str) -> float | None:
        """The logarithm of a word's count; 0 for what is only the beginning of words; None for anything else."""
        begin = _begin(word)
        i = bisect_left(self._begins, begin)
        if i == len(self._begins) or self._begins[i] != begin:
            return None
        wanted = word.encode("utf-8", "surrogatepass")
        number = self._first[i]
        found = self._word(number)
        if len(word) > 2 and found < wanted:
            end = self._first[i + 1] if i + 1 < len(self._first) else len(self)
            number = bisect_left(range(end), wanted, number + 1, key=self._word)
            if number == end:
                return None
            found = self._word(number)
        if found == wanted:
            return self._weights[number] or _TINY
        return 0.0 if found.startswith(wanted) else None

    def all_weights(self) -> dict[str, float]:
        """Everything at once, beginnings of words too: for long texts, where single look-ups would cost more."""
        weights: dict[str, float] = {}
        blob, start = bytes(self._blob), 0
        for end, weight in zip(self._ends, self._weights, strict=True):
            word = blob[start:end].decode()
            weights[word] = weight or _TINY
            for cut in range(1, len(word)):
                weights.setdefault(word[:cut], 0.0)
            start = end
        return weights


def _begin(word: str) -> int:
    """The first two characters as a number: sorted like the words themselves."""
    return ord(word[0]) << 32 | (ord(word[1]) if len(word) > 1 else 0)


def compile_wordlist(path: Path) -> None:
    """Writes jieba's dictionary and OpenCC's table to `path`, by way of a temporary file beside it.

    Little-endian machines only.
    """
    if sys.byteorder != "little":
        raise RuntimeError("the word list is compiled on little-endian machines only")
    with import_jieba().Tokenizer().get_dict_file() as lines:
        counts = {word: int(count) for word, count, *_ in (line.split(b" ") for line in lines if line.strip())}
    words = sorted(counts)
    ends, weights, mixed, length = array("I"), array("f"), array("I"), 0
    begins: dict[int, int] = {}
    for number, word in enumerate(words):
        length += len(word)
        ends.append(length)
        weights.append(math.log(counts[word]) if counts[word] else 0.0)
        letters = word.decode()
        if any(is_han(ch) for ch in letters) and (letters[0] < "\u2e80" or letters[-1] < "\u2e80"):
            mixed.append(number)
        begins.setdefault(_begin(letters[0]), number)
        begins.setdefault(_begin(letters), number)
    variants = converted("t2s")
    tables = (
        *(array("I", variants), array("I", variants.values())),
        *(ends, weights, mixed),
        *(array("Q", begins), array("I", begins.values())),
    )
    head = _HEAD.pack(MAGIC, len(words), length, sum(counts.values()), len(mixed), len(begins), len(variants))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(head + b"".join(table.tobytes() for table in tables) + b"".join(words))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def wordlist() -> Wordlist:
    """The compiled list: the one that was built with the program, or else one in the user's cache, made now."""
    from platformdirs import user_cache_path

    cached = user_cache_path("workbench") / f"words-{MAGIC[-1]}.dat"
    for path in (BUILT, cached):
        try:
            return Wordlist(path)
        except (OSError, ValueError):
            continue
    try:
        compile_wordlist(cached)
        return Wordlist(cached)
    except OSError:
        return _in_temporary_folder()


def _in_temporary_folder() -> Wordlist:
    """For a home that cannot be written: a file of nobody else's, which is gone with the process."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "words.dat"
        compile_wordlist(path)
        return Wordlist(path)


BUILT = Path(__file__).with_name("data") / "words.dat"
