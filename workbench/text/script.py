"""Which writing system a text is in: Han or not, simplified or traditional."""

from __future__ import annotations

import re

HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""The Han script as the inside of a regular-expression character class (planes 2 and 3 whole: reserved for it)."""

LETTERS = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u0373\u0376-\u052f\u1e00-\u1fff"
    "\uff21-\uff3a\uff41-\uff5a"
)
"""Latin, Greek and Cyrillic letters (full-width Latin too), as the inside of a character class."""

MARKS = "\u0300-\u036f"
"""Combining marks that belong to the letter before them, as the inside of a character class."""

_HAN = re.compile(f"[{HAN}]")
_WORDS = re.compile(f"[{LETTERS}{MARKS}'\u2019]+|[^\\W\\d_{HAN}]")
_MINIMUM = 0.3
_LEAD = 0.2
_SAMPLE = 100_000


def is_han(ch: str) -> bool:
    """Whether one character is a Chinese character (radicals, compatibility forms, 々 and 〇 count)."""
    return _HAN.fullmatch(ch) is not None


def han_share(text: str) -> float:
    """Chinese characters as a share, 0 to 1, of the units of writing: a Chinese character, a word of letters, or a
    letter of another East Asian script. Digits, punctuation and spaces count for nothing; without any unit it is 0.

    Words count as one unit so that a Chinese clause with two long English names stays Chinese.
    """
    han = len(_HAN.findall(text))
    if not han:
        return 0.0
    others = len(_WORDS.findall(text))
    return han / (han + others)


def is_chinese(text: str) -> bool:
    """Whether at least half of the units of writing are Chinese characters."""
    return han_share(text) >= 0.5


def chinese_first(a: str, b: str) -> bool | None:
    """True if `a` is the Chinese text of the two, False if `b` is, None if the scripts do not tell.

    The texts are compared with each other, so a half-translated English file still loses to its source. From a long
    text the beginning, the middle and the end are looked at.
    """
    share_a, share_b = han_share(_sample(a)), han_share(_sample(b))
    if max(share_a, share_b) < _MINIMUM or abs(share_a - share_b) < _LEAD:
        return None
    return share_a > share_b


def variety(text: str) -> str | None:
    """`simplified`, `traditional`, `mixed`, or None where every character is common to both.

    Only characters that belong to one standard alone are counted: those that OpenCC's tables change and that the
    other standard's character set (Big5, GB 2312) does not hold. A rare stray does not make a text mixed: fewer than
    one in twenty is passed over.
    """
    from workbench.text.variants import simplified_only, traditional_only

    sample = _sample(text)
    simplified = len(simplified_only().findall(sample))
    traditional = len(traditional_only().findall(sample))
    if not simplified and not traditional:
        return None
    if min(simplified, traditional) * 20 >= simplified + traditional:
        return "mixed"
    return "simplified" if simplified > traditional else "traditional"


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]
