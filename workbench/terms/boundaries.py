"""Whether a Chinese term stands as a word of its own in a text without spaces.

风口 in 通风口 is no hit, and 平台 in 水平台阶 is none, but 风口 in 新风口 is one although 新风 is a word too. So two
readings of the neighbourhood are weighed: the best cut into words at all, and the best with the term as one word.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.text.script import is_han
from workbench.text.tokens import chinese_tokens

_LONGEST_WORD = 6
_REACH = 6
"""Characters on either side of the term that are cut into words with it."""
_TERM_RARITY = 10.5
"""Nats; a word that someone put into a termbase is not rarer than this in the texts it is meant for."""
_UNKNOWN_CHARACTER = 15.0


def stands_alone(text: str, start: int, end: int) -> bool:
    """True when `text[start:end]` (simplified, half-width) is a word of its own and no part of a longer one."""
    if _is_latin(text, start - 1) and _is_latin(text, start):
        return False
    if _is_latin(text, end) and _is_latin(text, end - 1):
        return False
    left = start
    while left > 0 and start - left < _REACH and is_han(text[left - 1]):
        left -= 1
    right = end
    while right < len(text) and right - end < _REACH and is_han(text[right]):
        right += 1
    return _is_word(text[left:right], start - left, end - left)


def _is_latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()


@lru_cache(maxsize=65536)
def _is_word(window: str, start: int, end: int) -> bool:
    if _is_held(window, start, end):
        return False
    if not _has_rival(window, start, end):
        return True
    best = _cheapest_cut(window)
    forced = _cheapest_cut(window[:start]) + min(_TERM_RARITY, _cost(window[start:end])) + _cheapest_cut(window[end:])
    return forced <= best


def _is_held(window: str, start: int, end: int) -> bool:
    """Whether jieba sees a longer word around a term that the dictionary knows (it makes up words only from
    characters that it could not place, so around an unknown term its opinion counts for nothing)."""
    if not _in_dictionary(window[start:end]):
        return False
    return any(
        token.start <= start and end <= token.end and len(token.text) > end - start for token in chinese_tokens(window)
    )


def _has_rival(window: str, start: int, end: int) -> bool:
    """Whether a dictionary word crosses an edge of the term, or holds it."""
    for begin in range(max(0, start - _LONGEST_WORD + 1), end):
        for stop in range(max(begin + 2, start + 1), min(len(window), begin + _LONGEST_WORD) + 1):
            if start <= begin and stop <= end:
                continue
            if _in_dictionary(window[begin:stop]):
                return True
    return False


def _cheapest_cut(window: str) -> float:
    costs = [0.0] * (len(window) + 1)
    for stop in range(1, len(window) + 1):
        costs[stop] = min(
            costs[begin] + _cost(window[begin:stop])
            for begin in range(max(0, stop - _LONGEST_WORD), stop)
            if stop - begin == 1 or _in_dictionary(window[begin:stop])
        )
    return costs[-1]


@lru_cache(maxsize=65536)
def _in_dictionary(word: str) -> bool:
    from workbench.lexicon.lookup import lexicon

    return lexicon().in_lexicon(word)


@lru_cache(maxsize=65536)
def _cost(word: str) -> float:
    from workbench.lexicon.lookup import lexicon

    rarity = lexicon().zh_rarity(word)
    return min(rarity, _UNKNOWN_CHARACTER) if len(word) == 1 else rarity
