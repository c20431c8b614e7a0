"""What the lines of one text say of each other: which are repeated, and which were cut in mid-sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.model.carrying import letters as letters_of
from workbench.model.document import Document
from workbench.model.span import Side
from workbench.text.abbreviations import ALWAYS, NUMBERED, SOMETIMES, SOMETIMES_CAPITAL
from workbench.text.sentences import split

Flags = npt.NDArray[np.bool_]

APART = 3
"""Sentences between which a repeat is looked for within a bead."""
_SAID = 4
"""Letters from which on a sentence in the same letters is said again, and not short by nature."""
_LONG = 10
"""And from which on it is a copy wherever it stands."""
_CLOSERS = "\"'\u201d\u2019\u300d\u300f\uff09)\u3011]\u300b\u3009"
_LAST_WORD = re.compile(r"(?:^|[\s(\"'\u201c\u2018])([A-Za-z][A-Za-z.]*)\.\Z")
_SHORTENED = ALWAYS | NUMBERED | SOMETIMES | SOMETIMES_CAPITAL
_ENOUGH = 60
"""Characters around the end of a line that show whether a sentence ends there."""


def again(texts: Sequence[str]) -> Flags:
    """[distance - 1, sentence]: True where a sentence has the letters of the one that far before it."""
    letters = [letters_of(text) for text in texts]
    found = np.zeros((APART, len(texts)), dtype=bool)
    for distance in range(1, APART + 1):
        for k in range(distance, len(texts)):
            found[distance - 1, k] = len(letters[k]) >= _SAID and letters[k] == letters[k - distance]
    return found


class Said(NamedTuple):
    """Which sentences of a text stand in it more than once, in the same letters."""

    before: Flags
    """Those that stand earlier too, but for `twice`."""
    twice: Flags
    """Those of passages that are repeated as a whole: the second copy, right behind the first."""
    elsewhere: Flags
    """Long ones that stand earlier or later, but for both copies of such passages."""


def said_again(texts: Sequence[str]) -> Said:
    """What is repeated in one text."""
    letters = [letters_of(text) for text in texts]
    latest: dict[str, int] = {}
    counts = Counter(letters)
    distance = np.zeros(len(letters), dtype=np.int64)
    for k, one in enumerate(letters):
        distance[k] = k - latest.get(one, k)
        latest[one] = k
    before, twice = distance > 0, np.zeros(len(letters), dtype=bool)
    elsewhere = np.array([len(one) >= _LONG for one in letters], dtype=bool)
    elsewhere &= np.array([counts[one] > 1 for one in letters], dtype=bool)
    k = 0
    while k < len(letters):
        far, end = int(distance[k]), k + 1
        while far and end < len(letters) and distance[end] == far:
            end += 1
        if 0 < far <= end - k:
            twice[k:end] = True
            elsewhere[k - far : end] = False
        k = end
    return Said(before & ~twice, twice, elsewhere)


def cut(texts: Sequence[str], side: Side) -> Flags:
    """Lines whose last sentence goes on in the next line: after `Ms.`, or before a lone quotation mark."""
    found = np.zeros(len(texts), dtype=bool)
    for k in range(len(texts) - 1):
        found[k] = _goes_on(texts[k].rstrip(), texts[k + 1].lstrip(), side)
    return found


def _goes_on(text: str, following: str, side: Side) -> bool:
    if following[:1] in _CLOSERS and following and not any(one.isalnum() for one in following):
        return True
    word = _LAST_WORD.search(text[-_ENOUGH:]) if side is Side.TARGET and following else None
    if not word or not (word[1].casefold() in _SHORTENED or len(word[1]) == 1 or "." in word[1]):
        return False
    joined = f"{text[-_ENOUGH:].lstrip()} {following[:_ENOUGH]}"
    border = len(joined) - len(following[:_ENOUGH])
    return all(one.start != border for one in split(Document(side, joined)).sentences)
