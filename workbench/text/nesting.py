"""Which quotation marks and brackets of a block belong together, as far as sentence ends care."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Nest(StrEnum):
    QUOTE = "quote"
    BRACKET = "bracket"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and its closing one, by their offsets."""

    open: int
    close: int
    nest: Nest


_OPENERS = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "”", "(": ")", "（": "）", "[": "]", "【": "】",
    "〔": "〕", "〖": "〗", "{": "}", "《": "》", "〈": "〉", "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
_CLOSERS = {close: open_ for open_, close in _OPENERS.items()}
_QUOTES = frozenset("“‘「『«„\"'﹁﹃")
_TITLES = frozenset("《〈")
_FIND = re.compile(r"[“”‘’\"'「」『』«»„()（）\[\]【】〔〕〖〗{}《》〈〉﹁﹂﹃﹄]|[.!?…。！？｡．]+")
_LOOSE = re.compile(r"[.!?。！？…][ \u3000]{1,2}\"(?:\s|\Z)")
"""A straight quote that stands loose after a stop closes a quotation whose beginning is not in sight."""
_DEEPEST = 24
"""Marks that may stand open at once; in text that opens more, the outermost are forgotten."""
_LONGEST = {Nest.QUOTE: 20_000, Nest.BRACKET: 400, Nest.TITLE: 80}
"""Code points a pair may span; a mark whose mate is farther off is a slip or an emoticon."""

CLOSING = frozenset("”’」』»\"')）]】〕〗}》〉﹂﹄")
OPENING = frozenset("“‘「『«„\"'(（[【〔〖{《〈﹁﹃")


def pairs(text: str, start: int, end: int) -> tuple[Pair, ...]:
    """The matched pairs of `text[start:end]` that hold a sentence stop, by opening offset. Time is linear.

    A closing mark without an opening one, and the reverse, pair with nothing. Curly, straight and wrongly turned
    double quotes may close each other, as machine translation mixes them.
    """
    found: list[Pair] = []
    open_marks: list[tuple[str, int]] = []
    last_stop = -1
    for match in _FIND.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark[0] in ".!?…。！？｡．":
            last_stop = at
            continue
        closes = _closed_by(text, mark, at, start, end, open_marks)
        if closes is None:
            if mark == "'" and not _opens_single(text, at, start, end):
                continue
            if mark == '"' and text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalnum():
                continue  # inches
            if mark == '"' and _LOOSE.search(text, max(start, at - 3), at + 2):
                continue
            if mark not in _CLOSERS or _opens_though_turned(text, mark, at, start, end):
                open_marks.append((mark, at))
                del open_marks[:-_DEEPEST]
            continue
        opener, opened = open_marks[closes]
        del open_marks[closes:]
        nest = Nest.TITLE if opener in _TITLES else Nest.QUOTE if opener in _QUOTES | {"”"} else Nest.BRACKET
        if last_stop > opened and at - opened <= _LONGEST[nest]:
            found.append(Pair(opened, at, nest))
    return tuple(sorted(found, key=lambda pair: pair.open))


def _closed_by(text: str, mark: str, at: int, start: int, end: int, open_marks: list[tuple[str, int]]) -> int | None:
    """Index in `open_marks` of what `mark` closes, or None."""
    if mark == '"':
        wanted = frozenset('"“”„')
        before = text[at - 1] if at > start else " "
        if open_marks and open_marks[-1][0] == "“" and (before.isspace() or before in OPENING):
            return None
    elif mark == "”":
        wanted = frozenset('"“„”')
    elif mark in "’'":
        if not _closes_single(text, at, start, end):
            return None
        wanted = frozenset("‘'")
    elif mark in _CLOSERS:
        wanted = frozenset(_CLOSERS[mark])
        if mark in ")）":
            wanted = frozenset("(（")
    else:
        return None
    for index in range(len(open_marks) - 1, max(-1, len(open_marks) - 5), -1):
        if open_marks[index][0] in wanted:
            return index
    return None


def _closes_single(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark can close a quotation: not an apostrophe, not the plural possessive of `players’ focus`."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isspace() or before in OPENING:
        return False
    if before.isalnum():
        return not after.isalnum() and not (before == "s" and after == " ")
    return True


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in OPENING or before in ".!?,;:—–-") and (after.isalnum() or after in '"“.…')


def _opens_though_turned(text: str, mark: str, at: int, start: int, end: int) -> bool:
    """A closing double quote that stands where only an opening one can: after space and before a letter."""
    if mark != "”":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before.isspace() and after.isalnum()
