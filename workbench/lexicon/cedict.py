"""Reading CC-CEDICT: its lines, and what the glosses say in plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
_BRACKETED = re.compile(r"\([^()]*\)")
_PINYIN = re.compile(r"\[[^\]]*\]")
_RELATION = re.compile(
    r"^(?:\([^()]*\)\s*)?(?:(?:old|archaic|erhua|Japanese|nonstandard|popular|common|simplified|erroneous) )*"
    r"(?:(?:variant|form) of|see(?: also)?|same as|also written|equivalent to|abbr\. (?:for|of|to)|short for|"
    r"contraction of|used in)\s+",
    re.IGNORECASE,
)
_HEADWORD = re.compile(r"([^\s|,;()\[\]]+)(?:\|([^\s,;()\[\]]+?))?(?=[\s,;()\[]|$)")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One line of the dictionary. `pinyin` has tone numbers, as in the file."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


def read_entries(lines: Iterator[str]) -> Iterator[RawEntry]:
    """Entries of a CC-CEDICT file; comments and lines in another form are passed over.

    Senses are parted by `/`, and since 2025 also by `;` within one field (not inside brackets).
    """
    for line in lines:
        match = None if line.startswith("#") else _LINE.match(line)
        if match:
            traditional, simplified, pinyin, glosses = match.groups()
            senses = tuple(sense for field in glosses.split("/") for sense in split_field(field))
            yield RawEntry(traditional, simplified, pinyin, senses)


def split_field(field: str) -> list[str]:
    """Cut one field at the semicolons that stand outside brackets; empty pieces are dropped."""
    pieces, depth, start = [], 0, 0
    for i, character in enumerate(field):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif character == ";" and not depth:
            pieces.append(field[start:i])
            start = i + 1
    pieces.append(field[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def reference(sense: str) -> str | None:
    """The simplified headword that a sense refers to (`variant of 說|说[shuo1]` -> 说), or None."""
    relation = _RELATION.match(sense)
    word = _HEADWORD.search(sense, relation.end()) if relation else None
    while word and not _HAN.search(word.group(0)):
        word = _HEADWORD.search(sense, word.end())
    return (word.group(2) or word.group(1)) if word else None


def is_note(sense: str) -> bool:
    """True for what is no translation: measure words, other pronunciations."""
    return sense.startswith(("CL:", "Taiwan pr.", "also pr.", "Beijing pr.", "Japanese pr.", "pr. "))


def plain_gloss(sense: str) -> str:
    """The translation within a sense: without brackets, Chinese characters, pinyin, and `variant of`."""
    text = _RELATION.sub("", _PINYIN.sub(" ", sense))
    previous = None
    while previous != text:
        previous, text = text, _BRACKETED.sub(" ", text)
    return _HAN.sub(" ", text).strip()


def bracketed(sense: str) -> str:
    """What a sense says in round brackets: usage, field, explanation."""
    return _HAN.sub(" ", " ".join(part.strip("()") for part in _BRACKETED.findall(_PINYIN.sub(" ", sense))))


_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_SYLLABLE = re.compile(r"^([A-Za-z\u00fc\u00dc:]+)([1-5])$")


def tone_marks(pinyin: str) -> str:
    """`feng1 kou3` -> `fēng kǒu`; what is no numbered syllable stays as it is."""
    return " ".join(_mark(syllable) for syllable in pinyin.split(" "))


@lru_cache(maxsize=4096)
def _mark(syllable: str) -> str:
    match = _SYLLABLE.match(syllable)
    if not match:
        return syllable
    letters, tone = match.group(1).replace("u:", "\u00fc").replace("U:", "\u00dc"), match.group(2)
    if tone == "5":
        return letters
    lower = letters.lower()
    # The mark stands on a or e, on the o of ou, and otherwise on the last vowel.
    place = next((lower.index(key) for key in ("a", "e", "ou") if key in lower), None)
    if place is None:
        vowels = [i for i, letter in enumerate(lower) if letter in "iou\u00fc"]
        if not vowels:
            return letters
        place = vowels[-1]
    return unicodedata.normalize("NFC", letters[: place + 1] + _MARKS[tone] + letters[place + 1 :])
