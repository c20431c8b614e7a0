"""Which part of each sentence stands between quotation marks: speech and narration keep apart in translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_PAIRS = {"\u201c": "\u201d", "\u300c": "\u300d", "\u300e": "\u300f", "\u301d": "\u301e", "\u2018": "\u2019"}
_CLOSES = frozenset(_PAIRS.values())
_MARK = re.compile("[\"'\u2018\u2019\u201c\u201d\u300c-\u300f\u301d\u301e]")
_LONGEST = 12
"""Sentences after which speech that nobody closed is taken to have ended: a mark was lost."""


class Spoken(NamedTuple):
    """Of one sentence."""

    size: int
    """UTF-8 bytes between quotation marks."""
    begins: bool
    """True if it begins within speech, or with its opening mark."""
    ends: bool
    """True if it ends within speech, or with its closing mark."""


def spoken(texts: Sequence[str]) -> list[Spoken]:
    """Of each sentence of a text. Quotations within quotations are part of the outer one."""
    found = []
    closes, since = "", 0
    for text in texts:
        if since >= _LONGEST:
            closes = ""
        since = since + 1 if closes else 0
        size, at, begins = 0, 0, bool(closes)
        last_close = -1
        for match in _MARK.finditer(text):
            mark, place = match.group(), match.start()
            if closes:
                if _ends(text, place, mark, closes):
                    size += _bytes(text[at:place])
                    closes, last_close = "", place
            else:
                opened = _opens(text, place, mark)
                if opened:
                    closes, at, since = opened, place + 1, 0
                    begins = begins or not text[:place].strip()
        if closes:
            size += _bytes(text[at:])
        found.append(Spoken(size, begins, bool(closes) or (last_close >= 0 and not text[last_close + 1 :].strip())))
    return found


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _opens(text: str, place: int, mark: str) -> str:
    """The mark that closes what this one opens; empty if it opens nothing."""
    if mark in _PAIRS:
        return _PAIRS[mark]
    if mark in _CLOSES:
        return ""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark == '"':
        return mark
    return mark if not before.isalnum() and after.strip() else ""


def _ends(text: str, place: int, mark: str, closes: str) -> bool:
    if mark != closes:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    # Between letters it is an apostrophe, and behind one it may be that of a plural.
    return mark not in "'\u2019" or (not before.isalnum() and not after.isalnum())
