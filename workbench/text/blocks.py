"""Blocks: the lines of a text, with those that a hard wrap has cut joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from unicodedata import east_asian_width

_LINE_END = re.compile(r"\r?\n")
# Form feeds and Unicode's own separators end a line for the reader, but no editor counts them in line numbers.
_SOFT_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

MARKER = re.compile(
    r"(?:[-*+–·]\s+|[•●○■□◆◇▪▶►➢➤✓✔]\s*"
    r"|[(（](?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})[)）]\s*"
    r"|(?:\d{1,3}|[a-zA-Z])[)）]\s*"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}[.．、](?!\d)\s*"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[A-Z\u3400-\u9fff])(?![万亿千百元个年月日倍成])"
    r"|(?:[ivxIVX]{1,5}|[A-H])[.．]\s+(?![A-Z]\.)"
    r"|[一二三四五六七八九十]{1,3}[、.．]\s*"
    r"|[①-⑳⑴-⒇⒈-⒛㈠-㈩]\s*)"
)
"""What a list item begins with, at the start of a line: a bullet, a number, a letter."""

_ENDED = re.compile(r"[.!?…。！？：:;；｡．](?:[\"'”’»)\]）」』】》]|\s)*$")
_WRAPPED_WORD = re.compile(r"[\u2e80-\uffee][，。、；：！？”’」』）》…]*|[^\s\u2e80-\uffee]{1,40}")
_NARROWEST, _WIDEST = 45, 110
"""Columns between which a right margin is believed; outside, a line is what its writer made it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A half-open span without white space at its ends; it holds line ends only where a hard wrap was undone."""

    start: int
    end: int
    line: int
    """Number of the file's line that it begins on, from 0."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    after_blank: bool
    """True where this line cannot continue the one before."""
    indent: int


def raw_lines(text: str) -> Iterator[Block]:
    """The lines of `text` that are not blank, stripped, with their numbers; LF and CRLF end a line,
    as editors count them, and a lone CR is a character like others."""
    start = 0
    for number, (end, following) in enumerate(_ends(text, _LINE_END)):
        left, right = _strip(text, start, end)
        if left < right:
            yield Block(left, right, number)
        start = following


def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs of `text` in order: lines, or runs of lines where a right margin shows that they were wrapped.

    Only white space lies between blocks. Time is linear in the text.
    """
    lines = tuple(_lines(text))
    margin = _margin(text, lines)
    joined: list[Block] = []
    for i, line in enumerate(lines):
        if margin and i and not line.after_blank and _continues(text, lines[i - 1], line, margin):
            last = joined[-1]
            joined[-1] = Block(last.start, line.end, last.line)
        else:
            joined.append(Block(line.start, line.end, line.number))
    return tuple(joined)


def _ends(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """(end of the line, start of the next) for each line, the last one included."""
    for found in pattern.finditer(text):
        yield found.span()
    yield len(text), len(text)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    right = start + len(line.rstrip())
    return (right - len(line.strip()), right) if right > start else (start, start)


def _lines(text: str) -> Iterator[_Line]:
    start = number = 0
    blank = True
    for end, following in _ends(text, _SOFT_END):
        left, right = _strip(text, start, end)
        hard = text[end:following] in ("\n", "\r", "\r\n", "")
        if left < right:
            yield _Line(left, right, number, blank, _width(text[start:left].expandtabs(8)))
        blank = left >= right or not hard
        number += hard
        start = following


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def _line_width(text: str, line: _Line) -> int:
    """Columns of a line with its indentation; a line far over any margin is only measured until that is clear."""
    return line.indent + _width(text[line.start : min(line.end, line.start + 2 * _WIDEST)])


def _first_word(text: str, line: _Line) -> str:
    """What an editor would have had to move up: a word, or a wide character with what may not begin a line."""
    found = _WRAPPED_WORD.match(text, line.start, line.end)
    return found.group() if found else ""


def _margin(text: str, lines: Sequence[_Line]) -> int:
    """The column that the text was wrapped at, or 0 where its lines are its paragraphs.

    A wrapped text shows two things at once: lines end in mid-sentence, and the first word of the next line would
    not have fitted on the one before. Lists, verse and one-sentence lines fail the second.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not pairs:
        return 0
    widths = [_line_width(text, a) for a, _ in pairs]
    running = [
        w for (a, _), w in zip(pairs, widths, strict=True) if not _ENDED.search(text, max(a.start, a.end - 9), a.end)
    ]
    if not running or len(running) < 0.4 * len(pairs):
        return 0
    margin = max(running)
    if margin > _WIDEST:  # a stray address may stick out; more than a stray one means there is no margin
        within = [w for w in running if w <= _WIDEST]
        if len(within) < 0.97 * len(running):
            return 0
        margin = max(within)
    if margin < _NARROWEST or median(running) < 0.7 * margin:
        return 0
    full = sum(_is_full(text, a, b, margin) for a, b in pairs)
    return margin if full >= (0.75 * len(pairs) if len(pairs) > 2 else len(pairs)) else 0


def _is_full(text: str, line: _Line, following: _Line, margin: int) -> bool:
    """Whether the word that follows would not have fitted; two columns of slack for different editors."""
    word = _first_word(text, following)
    return _line_width(text, line) + 1 + _width(word) > margin - 2


def _continues(text: str, line: _Line, following: _Line, margin: int) -> bool:
    if not _is_full(text, line, following, margin) or _line_width(text, line) > margin + 40:
        return False
    if following.indent > line.indent and _ENDED.search(text, max(line.start, line.end - 9), line.end):
        return False  # an indented first line
    return not MARKER.match(text, following.start, following.end)
