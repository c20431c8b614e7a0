"""Whether an English text denies anything at all: broad on purpose, because it only ever excuses a translation."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.tokens import stem

_WORDS = (
    "not no never none nothing nobody nowhere neither nor cannot without hardly barely scarcely seldom rarely unable "
    "impossible fail failure lack avoid refuse refusal deny denial reject rejection stop prevent prevention prohibit "
    "prohibition ban forbid free absence absent non instead rather except exception unless few little less cease miss "
    "exclude exclusion exempt exemption insufficient short beyond too yet still remain until ignore regardless only "
    "zero shortage inability unwilling reluctant reluctance illegal invalid otherwise oppose resist escape decline "
    "abandon nay ain lest away lose loss void empty pending doubt far elude defy withhold halt quit skip former vacant "
    "contrary unlike fewer least scarce minimal inadequate difficult hard"
)
_DENIALS = frozenset(stem(word) for word in _WORDS.split())
_CONTRACTED = re.compile(r"n['\u2019]t$", re.IGNORECASE)
_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
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
    "inflammation inbound increasingly inland indoor intake inlet insofar infrastructure"
)
_NOT_PREFIXED = frozenset(stem(word) for word in _NOT_PREFIXED_WORDS.split())
_UNKNOWN = 16.9
"""Nats; rarer stems are no words of their own: `dustry` in industry, `ternet` in Internet."""


def can_deny(text: str) -> bool:
    """True if a word of the text may carry a negation."""
    return any(_denies(word) for word in _ENGLISH_WORD.findall(text))


@lru_cache(maxsize=65536)
def _denies(word: str) -> bool:
    low = word.lower()
    base = stem(low)
    if base in _DENIALS or low in _DENIALS or _CONTRACTED.search(low):
        return True
    if low.endswith(("less", "lessly", "lessness")) and _is_word(low.rpartition("less")[0]):
        return True
    match = _PREFIX.match(low)
    return bool(match) and base not in _NOT_PREFIXED and _is_word(low[match.end() :] if match else "")


def _is_word(letters: str) -> bool:
    from workbench.lexicon.lookup import lexicon

    return len(letters) >= 3 and lexicon().en_rarity(stem(letters)) < _UNKNOWN
