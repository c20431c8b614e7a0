"""Finds earlier translations of the same or nearly the same Chinese.

Two sources are compared letter by letter, without punctuation, white space, width and case: the likeness is the share
of letters that stand in both in the same order, 2 * common / (letters of both), in percent (the normalised
insertion-deletion distance of rapidfuzz's `ratio`). Chinese needs no words for that, and a name that differs costs its
letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

LEAST = 70.0
"""Likeness in percent from which on an earlier translation is worth a look; tools of the trade begin at 70 or 75."""
_SHORT = 6
"""Letters up to which only the same source counts: of six letters, two others are already another sentence."""
MOST = 5
"""Matches that are shown."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence that somebody has translated."""

    source: str
    target: str
    origin: str
    """The project or file it is from, as its path; empty for the project that is open."""
    reviewer: str = ""
    at: str = ""
    """Day, ISO 8601; empty if unknown."""
    segment: str = ""
    """Id of the segment in the project that is open."""


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier translation and how like its source is."""

    likeness: int
    """Percent, rounded down: 100 is said of the same letters only."""
    found: Translated


@lru_cache(maxsize=1 << 17)
def letters(text: str) -> str:
    """What is compared: letters and digits in one width and case."""
    return "".join(ch for ch in unicodedata.normalize("NFKC", text).casefold() if ch.isalnum())


class Memory:
    """Translated sentences, ready to be searched. Building costs about a microsecond a letter."""

    def __init__(self, entries: Iterable[Translated]) -> None:
        self._entries = tuple(entries)
        self._letters = [letters(one.source) for one in self._entries]

    def __len__(self) -> int:
        return len(self._entries)

    def like(self, source: str, *, but: str = "", least: float = LEAST, most: int = MOST) -> tuple[Match, ...]:
        """The likest, best first; of equally like ones the later in the memory. One translation is told once; none is
        of the segment `but`."""
        from rapidfuzz import fuzz, process

        wanted = letters(source)
        if not wanted or not self._entries:
            return ()
        cutoff = 100.0 if len(wanted) <= _SHORT else least
        # More than are shown, since several may have the same translation.
        hits = process.extract(wanted, self._letters, scorer=fuzz.ratio, score_cutoff=cutoff, limit=8 * most)
        ranked = sorted(hits, key=lambda hit: (-hit[1], -hit[2]))
        found = (Match(int(score), self._entries[at]) for _, score, at in ranked)
        return first_of_each([one for one in found if not but or one.found.segment != but])[:most]


def first_of_each(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Each translation once, with its first match."""
    once: dict[str, Match] = {}
    for match in matches:
        once.setdefault(match.found.target.strip(), match)
    return tuple(once.values())


def best(found: Iterable[Sequence[Match]], most: int = MOST) -> tuple[Match, ...]:
    """Matches of several memories in one order; of equally like ones, those of the earlier memory first."""
    together = sorted((match for matches in found for match in matches), key=lambda match: -match.likeness)
    return first_of_each(together)[:most]
