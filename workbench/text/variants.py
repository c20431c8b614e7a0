"""Character variants, mapped one to one so that offsets stay true: traditional to simplified, full width to ASCII.

The characters come from OpenCC's tables (Apache-2.0), asked once for every Han character; word-level choices
(乾/干 in 乾坤) are left out on purpose, because they may change the length or need a context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

_HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))

_HALFWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0xFFE0: 0xA2,
    0xFFE1: 0xA3,
    0xFFE3: 0xAF,
    0xFFE5: 0xA5,
}


def to_simplified(text: str) -> str:
    """The text with each traditional character replaced by its simplified form; same length."""
    if text.isascii():
        return text
    return _simplified(text) if len(text) <= _SENTENCE else text.translate(_simplified_of())


_SENTENCE = 500
"""Characters of a text that many ask for again, so that it is kept."""


@lru_cache(maxsize=1 << 13)
def _simplified(text: str) -> str:
    return text.translate(_simplified_of())


def to_halfwidth(text: str) -> str:
    """The text with full-width ASCII, ￥ and the ideographic space in their ordinary forms; same length.

    Chinese punctuation that has no full-width ASCII form, such as 。 and 、, stays.
    """
    return text if text.isascii() else text.translate(_HALFWIDTH)


@cache
def traditional_only() -> re.Pattern[str]:
    """Matches one character that only traditional text uses."""
    return _any_of(code for code in _simplified_of() if not _encodes(chr(code), "gb2312"))


@cache
def simplified_only() -> re.Pattern[str]:
    """Matches one character that only simplified text uses."""
    return _any_of(code for code in converted("s2t") if not _encodes(chr(code), "cp950"))


@cache
def _simplified_of() -> dict[int, int]:
    from workbench.text.wordlist import wordlist

    return wordlist().simplified()


def converted(conversion: str) -> dict[int, int]:
    """Code points that one of OpenCC's conversions changes when they stand alone, and what they become.

    Takes a tenth of a second, which is why the one that every text needs is kept compiled.
    """
    from opencc import OpenCC

    codes = [code for first, last in _HAN_BLOCKS for code in range(first, last + 1)]
    # One call: a newline between two characters keeps OpenCC's phrases from matching across them.
    changed = OpenCC(conversion).convert("\n".join(map(chr, codes))).split("\n")
    return {code: ord(new) for code, new in zip(codes, changed, strict=True) if len(new) == 1 and ord(new) != code}


def _any_of(codes: Iterable[int]) -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, codes)) + "]")


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
