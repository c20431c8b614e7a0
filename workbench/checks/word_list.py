"""The shipped list of English words, British and American, and the word that a misspelt one most likely is."""

from __future__ import annotations

import lzma
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "data" / "english_words.txt.xz"
"""Two lines of words parted by spaces: the common ones, and the others."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = re.compile("(?:s|es|ly|ness|less|able|like|wise|ish|er|ers|hood|ship|proof|free)$")
_BEGINNINGS = re.compile(
    "^(?:un|re|over|under|non|anti|pre|multi|inter|intra|sub|super|micro|macro|bio|mid|co|de|out|post|self|semi|trans"
    "|ultra|cyber|geo|nano|eco|agri|counter|mini|mega|hydro|electro|thermo|tele|photo|neuro|fore|mis|dis|up|pseudo)"
)
_PAST = re.compile("(?<=...)(?:ed|ing)$")
_DOUBLES = re.compile("[^aeiou][aeiou][bdgklmnprt]$")
"""Verbs that double their last letter, as most of these do: occurred."""
_SHORTEST = 4
"""Letters of what is left of a word without its ending or beginning."""
_JOINED = ("the", "and", "that", "with", "were", "which", "from", "this", "have")
"""Words that stand at an end of no compound, so that a word with one is two that lost their space."""


class Words(NamedTuple):
    common: frozenset[str]
    all: frozenset[str]


@cache
def words() -> Words:
    """The list; read once, when first asked for."""
    common, others = lzma.decompress(FILE.read_bytes()).decode("utf-8").split("\n")[:2]
    frequent = frozenset(common.split())
    return Words(frequent, frequent | frozenset(others.split()))


@lru_cache(maxsize=1 << 15)
def is_known(word: str) -> bool:
    """Whether a word in small letters is in the list, or is made of one that is."""
    common, known = words()
    if word in known:
        return True
    ending, beginning = _ENDINGS.sub("", word), _BEGINNINGS.sub("", word)
    if ending != word and len(ending) >= _SHORTEST and ending in known:
        return True
    if beginning != word and len(beginning) > _SHORTEST and beginning in known:
        return True
    bare = _PAST.sub("", word)
    if bare != word and (f"{bare}e" in known or (bare in known and not _DOUBLES.search(bare))):
        return True
    return any(word[:at] in common and word[at:] in common for at in range(_SHORTEST, len(word) - _SHORTEST + 1))


@lru_cache(maxsize=1 << 12)
def meant(word: str) -> str | None:
    """The common word that an unknown one is by one slip; None where there is none, or where there are many."""
    common = words().common
    if apart := next(
        (
            f"{one} {other}"
            for one, other in ((word[: -len(joined)], joined) for joined in _JOINED if word.endswith(joined))
            if one in common
        ),
        None,
    ):
        return apart
    found = sorted(one for one in _one_slip(word) if one in common and len(one) >= _SHORTEST)
    likely = [one for one in found if _is_usual(word, one)]
    if len(likely) == 1:
        return likely[0]
    return min(found, key=lambda one: (_distance(word, one), one)) if 1 <= len(found) <= _MOST else None


_MOST = 2
"""Common words next to one that is no longer a slip, but a name or a word of another language."""


def _one_slip(word: str) -> set[str]:
    """All texts that are one letter left out, put in, doubled, exchanged with the next or put for another away."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
        | {a + letter + b for a, b in cuts for letter in _LETTERS}
    ) - {word}


def _is_usual(word: str, other: str) -> bool:
    """Whether the slip is two letters exchanged, or a letter doubled that should not be, or the other way round."""
    return sorted(word) == sorted(other) or _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", other)


_DOUBLED = re.compile(r"(.)\1")


def _distance(word: str, other: str) -> tuple[bool, bool]:
    """How unlikely the slip is: another first letter is the least likely, another letter less than one too few."""
    return word[0] != other[0], len(word) == len(other) and sorted(word) != sorted(other)
