"""What in an English text can carry a negation: broad on purpose, because it only ever excuses a translation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from workbench.evidence.words import Word
from workbench.text.tokens import stem


class Denial(Enum):
    """How a word denies, the surest first."""

    PLAIN = auto()
    """not, no, never, without."""
    PREFIX = auto()
    """unfair, useless: the opposite of a word."""
    IMPLICIT = auto()
    """stop, fail, lack: a word of its own, that another source word may account for."""
    SOFT = auto()
    """only, until, too: a turn that denies in some sentences."""


class Negator(NamedTuple):
    """A target word that may deny."""

    word: int
    """Its index."""
    denial: Denial


_PLAIN_WORDS = "not no never none nothing nobody nowhere neither nor cannot without ain nay hardly barely scarcely"
_IMPLICIT_WORDS = (
    "seldom rarely unable impossible fail failure lack avoid refuse refusal deny denial reject rejection stop prevent "
    "prevention prohibit prohibition ban forbid free absence absent non few little less cease miss exclude exclusion "
    "exempt exemption insufficient ignore shortage inability unwilling reluctant reluctance illegal invalid oppose "
    "resist escape decline abandon lose loss void empty doubt elude defy withhold halt quit skip vacant fewer least "
    "scarce minimal inadequate difficult hard away exception zero former last unmanned unfit undo "
    "decriminalize weak otherwise trouble disappear "
    "unwed unlit unmarried vanish freedom suboptimal wonder cancel waive different differ disagree opposite contrary"
)
_SOFT_WORDS = (
    "instead rather except unless short beyond too yet still remain until regardless only lest pending far "
    "contrary unlike before"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
_IMPLICIT = frozenset((*(stem(word) for word in _IMPLICIT_WORDS.split()), "gone"))
"""Stems, and of gone the form alone: go denies nothing."""
_SOFT = frozenset(stem(word) for word in _SOFT_WORDS.split())
_CONTRACTED = re.compile(r"n['\u2019]t$", re.IGNORECASE)
_PREFIX = re.compile("(un|in|im|il|ir|dis|non|mis)(?=[a-z]{4})")
_NOT_PREFIXED_WORDS = (
    "inform information improve improvement impress impression import increase inside insider income input install "
    "invest investor investment intend intent intention impact impart impose display discover discovery discuss "
    "discount discharge dispatch dispute disclose discourse dispose district disease distress distribute distance "
    "distant disciple discipline disk dish unity united union unique universe university uniform unit under incident "
    "include inhabit inherit initial inject injure inner inquire insert insight inspect instance instant institute "
    "instruct instrument insure integrate intense interest internal internet interview introduce invent invite involve "
    "image imagine immediate immigrant immense impel implant imply impulse index india indian indicate industry "
    "industrial infant infect influence ingredient indeed illustrate iron mission missile mister imprison inflame "
    "inflammation inbound increasingly indoor intake inlet insofar infrastructure inland until inmate instep instinct "
    "inform intern inning irony misty"
)
_NOT_PREFIXED = frozenset(stem(word) for word in _NOT_PREFIXED_WORDS.split())
_UNKNOWN = 16.9
"""Nats; rarer stems are no words of their own: `dustry` in industry, `ternet` in Internet."""
_TURNS = re.compile(
    r"\b(?:anything but|all but|instead of|rather than|other than|as opposed to|let alone|(?:yet|still) to|short of"
    r"|far from|free (?:of|from)|less \w+ than|no longer|in vain|at a loss|wide of|too (?:\w+ )+to|more than \w+ can"
    r"|out of (?:the question|reach|stock|order)|(?:is|are|was|were) over|ke(?:ep|eps|pt|eping) \w+(?: \w+)? from"
    r"|(?:stay|ke[ep]p?|steer|shy)(?:s|ed|ing|t)? (?:out|clear|away)|f[ae]ll(?:s|en|ing)? through"
    r"|r[ua]n(?:s|ning)? out|rul(?:e|ed|es|ing) out|g[ai]v(?:e|es|en|ing) up|h[eo]ld(?:s|ing)? back"
    r"|turn(?:s|ed|ing)? down|call(?:s|ed|ing)? off|if only)\b",
    re.IGNORECASE,
)
"""Words that deny together."""
_PLAIN_TEXT = re.compile(r"\b(?:" + "|".join(_PLAIN) + r"|\w+n['\u2019]t)\b", re.IGNORECASE)


def plain_denials(text: str) -> int:
    """How many words of an English text deny by themselves, without a dictionary's help."""
    return len(_PLAIN_TEXT.findall(text))


def negators(text: str, words: Sequence[Word]) -> list[Negator]:
    """The words of a target that may deny, in order."""
    found = {i: denial for i, word in enumerate(words) if (denial := denies(word.text)) is not None}
    starts = [word.start for word in words]
    for match in _TURNS.finditer(text):
        found[max(0, bisect_right(starts, match.start()) - 1)] = Denial.PLAIN
    return [Negator(index, denial) for index, denial in sorted(found.items())]


@lru_cache(maxsize=1 << 16)
def denies(word: str) -> Denial | None:
    """How an English word may deny by itself; None where it does not."""
    low = word.lower()
    if low in _PLAIN or _CONTRACTED.search(low):
        return Denial.PLAIN
    base = stem(low)
    if base in _IMPLICIT or low in _IMPLICIT:
        return Denial.IMPLICIT
    if base in _SOFT or low in _SOFT:
        return Denial.SOFT
    if low.endswith(("less", "lessly", "lessness")) and _is_word(low.rpartition("less")[0]):
        return Denial.PREFIX
    match = _PREFIX.match(low)
    if match and base not in _NOT_PREFIXED and _is_word(low[match.end() :]):
        return Denial.PREFIX
    return None


def opposite_of(word: str) -> str:
    """The stem of what a word such as `unfair` or `useless` denies; empty where it has no such form."""
    low = word.lower()
    match = _PREFIX.match(low)
    return stem(low[match.end() :]) if match else stem(low.rpartition("less")[0])


def _is_word(letters: str) -> bool:
    from workbench.lexicon.lookup import lexicon

    return len(letters) >= 3 and lexicon().en_rarity(stem(letters)) < _UNKNOWN
