"""What is turned round: how an entry of the table is written, and when a pair of texts shows it.

An entry says of a source expression what renders it (broad, for it only excuses) and what betrays that the translation
says another thing (narrow), and what in the source may be behind that other thing (broad).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.checks.by_character import ByCharacter


class Pole(NamedTuple):
    """One of the things that exclude each other."""

    said: str
    """Regular expression of what the source says."""
    hinted: str
    """The same of all in the source that may be behind its renderings."""
    renders: str
    """The same of what renders it."""
    betrays: str
    """The same of what, standing for another pole, is an error."""
    word: str = ""
    """Its plain English name, which may replace that of another; empty where none is safe."""


class Turn(NamedTuple):
    """A source expression, and another thing that a translation may say instead."""

    said: re.Pattern[str]
    hinted: re.Pattern[str]
    """What in the source may be behind the other thing."""
    renders: re.Pattern[str]
    betrays: re.Pattern[str]
    instead: tuple[str, str] = ("", "")
    """(the English name of the other thing, that of the right one)."""
    is_opposite: bool = True
    """Whether a denial makes the one of the other; not so of names, such as those of persons and times."""


class Turned(NamedTuple):
    """Where a pair shows it."""

    turn: Turn
    said: re.Match[str]
    betrayed: re.Match[str]


def pole(said: str, hinted: str, renders: str, betrays: str, word: str = "") -> Pole:
    """A pole whose betrayers render it as well."""
    return Pole(said, hinted, f"{renders}|{betrays}" if renders else betrays, betrays, word)


def turn(one: Pole, other: Pole, *, is_opposite: bool = True) -> Turn:
    """`one` said, and `other` found in the translation."""
    return Turn(
        re.compile(one.said),
        re.compile(other.hinted),
        _words(one.renders),
        _words(other.betrays),
        (other.word, one.word),
        is_opposite,
    )


def both_ways(one: Pole, other: Pole) -> tuple[Turn, Turn]:
    return turn(one, other), turn(other, one)


def one_way(said: str, renders: str, hinted: str, betrays: str) -> Turn:
    """An entry whose other direction is not safe, or has an entry of its own."""
    return Turn(re.compile(said), re.compile(hinted), _words(renders), _words(betrays))


def each_for_each(*poles: Pole) -> tuple[Turn, ...]:
    """The members of a small set, any of which may stand for any other; a denial of one is none of the others."""
    return tuple(turn(a, b, is_opposite=False) for a in poles for b in poles if a is not b)


def _words(english: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{english})(?!\w)", re.IGNORECASE)


DENIED = re.compile(
    "(?:[不没未](?![足到仅但断久过同及])|[无非难](?!常)|反而|停止|避免|防止|遏制|抑制|阻止|放缓|减缓|扭转|控制)[^，。；！？,.;!?]{0,6}$"
)
_TURNS_BACK = re.compile(
    r"\b(?:no|not|never|none|nor|neither|cannot|\w+n['\u2019]t|without|stop\w*|halt\w*|prevent\w*|avoid\w*|curb\w*"
    r"|slow\w*|revers\w+|fail\w*|hardly|barely|rather|instead|unlike|negativ\w+|little|than before|opposite|lack\w*)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;:!?](?=\s|$)")


def is_denied_there(target: str, at: int) -> bool:
    """Whether something just before a place turns its meaning back: no more than."""
    return _TURNS_BACK.search(target, max(0, at - _JUST_BEFORE), at) is not None


_JUST_BEFORE = 16


def is_turned_back(target: str, at: int) -> bool:
    """Whether something in the clause around a place of the translation may turn its meaning back: did not fall."""
    start = max((m.end() for m in _CLAUSE_END.finditer(target, 0, at)), default=0)
    end = _CLAUSE_END.search(target, at)
    return _TURNS_BACK.search(target, start, end.start() if end else len(target)) is not None


class TurnTable:
    """Entries, found by the characters that their source expressions are made of."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = tuple(turns)
        self._by_character = ByCharacter(one.said.pattern for one in self.turns)

    def shown(self, source: str, target: str) -> Iterable[Turned]:
        """What a pair turns round: the source says the one and nothing of the other, the translation the other and
        nothing of the one."""
        for n in self._by_character.of(source):
            one = self.turns[n]
            said = one.said.search(source)
            if said is None:
                continue
            betrayed = one.betrays.search(target)
            if betrayed is None or one.renders.search(target):
                continue
            if one.hinted.search(one.said.sub("", source)):
                continue
            while said is not None and DENIED.search(source[: said.start()]):
                said = one.said.search(source, said.end())
            if said is not None and not (one.is_opposite and is_turned_back(target, betrayed.start())):
                yield Turned(one, said, betrayed)
