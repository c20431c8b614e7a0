"""Quotation marks and brackets of the English: turned the wrong way, or without their fellow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.base import Check, CheckedSegment, DocumentCheck, Example
from workbench.checks.context import CheckContext
from workbench.model.bitext import Reason
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

_TARGET = frozenset((Side.TARGET,))
_TURNED_CLOSE = re.compile("(?:(?<=^)|(?<=[\\s(\\[\u2014\u201c]))\u201d(?=[^\\W_])")
_TURNED_OPEN = re.compile("(?<=[\\w.,!?%)])\u201c(?=$|[\\s.,;:!?)\\]])")
_DOUBLE = re.compile('[\u201c\u201d"]')
_BRACKET = re.compile(r"[()\[\]\uff08\uff09]")
_FELLOW = {")": "(", "]": "[", "\uff09": "("}
_OPENS = {"(": "(", "[": "[", "\uff08": "("}
_ITEM = re.compile(r"(?:^|[\s;,.:(\uff1a\uff1b])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})$")
_GOES_ON = re.compile(r"\s+[a-z]")
_FACE = re.compile(r"[:;=][-'o]?$")


class QuoteDirection(Check):
    id = "punctuation.quote_direction"
    name = "Quotation mark turned the wrong way"
    description = "A closing quotation mark stands where one opens, or an opening one where one closes."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("\u201dThe opportunity is great.\u201d He left.", quote="\u201d"),
        Example("He called it \u201cgreat\u201c and left.", quote="\u201c"),
    )
    quiet = (
        Example("\u201cGreat,\u201d he said, \u201cand new.\u201d It\u2019s the players\u2019 \u201cInternet +\u201d."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for pattern, right in ((_TURNED_CLOSE, "\u201c"), (_TURNED_OPEN, "\u201d")):
            for match in pattern.finditer(seg.target):
                yield self.in_target(
                    seg,
                    Span(*match.span()),
                    "The quotation mark is turned the wrong way.",
                    suggestions=(right,),
                    confidence=0.93,
                    group=self.id,
                )


_INCH = "inch"
"""A mark behind a number: it closes what is open, and is a unit where nothing is."""


class _Mark(NamedTuple):
    at: int
    mark: str


class QuoteBalance(DocumentCheck):
    id = "punctuation.quotes"
    name = "Quotation mark without its fellow"
    description = "A quotation is not closed in its paragraph, or is closed without being opened."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("He called it \u201cgreat and left.", quote="\u201c"),
        Example("He called it great\u201d and left.", quote="\u201d"),
        Example('He called it "great and left.', quote='"'),
    )
    quiet = (
        Example("And they left.\u201d", before=(("", "\u201cWe won."),)),
        Example("The \u201cGuiding Opinions on \u201cInternet +\u201d Action\u201d were issued."),
        Example('A 6" pipe and a 5\u201d pipe.'),
    )

    def gather(self, seg: CheckedSegment, context: CheckContext) -> tuple[_Mark, ...]:
        text = seg.target
        turned = {m.start(): "\u201c" for m in _TURNED_CLOSE.finditer(text)}
        turned |= {m.start(): "\u201d" for m in _TURNED_OPEN.finditer(text)}
        marks = []
        for match in _DOUBLE.finditer(text):
            at, mark = match.start(), match.group()
            inch = mark != "\u201c" and text[at - 1 : at].isdigit() and _is_inch(text, at + 1)
            if mark == '"':
                mark = _turn(text, at)
            marks.append(_Mark(at, _INCH if inch else turned.get(at, mark)))
        return tuple(marks)

    def judge(self, gathered: Mapping[str, tuple[_Mark, ...]], context: CheckContext) -> Iterable[Finding]:
        opened: list[tuple[CheckedSegment, int]] = []
        is_odd = lru_cache(maxsize=2)(_is_odd)
        for seg, marks, last in _with_ends(gathered, context, opened):
            if last is not None:
                # Each paragraph of a long quotation opens again.
                goes_on = last.next_target.lstrip().startswith(("\u201c", '"'))
                if opened and not goes_on and not is_odd(opened[0][0].source):
                    yield self._finding(*opened[-1], "This quotation is not closed in its paragraph.")
                opened.clear()
            for mark in marks:
                if mark.mark == "\u201c" or (mark.mark == '"' and not opened):
                    opened.append((seg, mark.at))
                elif opened:
                    opened.pop()
                elif mark.mark != _INCH and not is_odd(seg.source):
                    yield self._finding(seg, mark.at, "This quotation mark closes nothing.")

    def _finding(self, seg: CheckedSegment, at: int, message: str) -> Finding:
        return self.in_target(seg, Span(at, at + 1), message, confidence=0.85, group=self.id)


def _turn(text: str, at: int) -> str:
    """A straight mark as the curly one that it stands for; `"` where its place does not tell."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    opens = before.isspace() or before in "([\u2014-"
    closes = not after or after.isspace() or after in ".,;:!?)]\u2014-"
    if opens == closes:
        return '"'
    return "\u201c" if opens else "\u201d"


class BracketBalance(DocumentCheck):
    id = "punctuation.brackets"
    name = "Bracket without its fellow"
    description = "A bracket is not closed in its paragraph, or closed without being opened."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("The firm (founded in 1999 fell.", quote="("),
        Example("The firm founded in 1999) fell.", quote=")"),
    )
    quiet = (
        Example("The firm (founded in 1999) fell [again]: 1) badly; b) twice :-)"),
        Example("It was so.)", before=(("", "(It fell."),)),
    )

    def gather(self, seg: CheckedSegment, context: CheckContext) -> tuple[_Mark, ...]:
        text = seg.target
        return tuple(
            _Mark(m.start(), m.group())
            for m in _BRACKET.finditer(text)
            if not _FACE.search(text[max(0, m.start() - 2) : m.start()])
        )

    def judge(self, gathered: Mapping[str, tuple[_Mark, ...]], context: CheckContext) -> Iterable[Finding]:
        opened: list[tuple[CheckedSegment, int, str]] = []
        is_lame = lru_cache(maxsize=2)(_is_lame)
        for seg, marks, last in _with_ends(gathered, context, opened):
            if last is not None:
                for owner, at, _ in opened:
                    if not is_lame(owner.source):
                        yield self._finding(owner, at, "This bracket is not closed in its paragraph.")
                opened.clear()
            for mark in marks:
                if mark.mark in _OPENS:
                    opened.append((seg, mark.at, _OPENS[mark.mark]))
                elif opened and opened[-1][2] == _FELLOW[mark.mark]:
                    opened.pop()
                elif not _ITEM.search(seg.target[max(0, mark.at - 6) : mark.at]) and not is_lame(seg.source):
                    yield self._finding(seg, mark.at, "This bracket closes nothing.")

    def _finding(self, seg: CheckedSegment, at: int, message: str) -> Finding:
        return self.in_target(seg, Span(at, at + 1), message, confidence=0.9, group=self.id)


def _with_ends(
    gathered: Mapping[str, tuple[_Mark, ...]], context: CheckContext, opened: Sequence[object]
) -> Iterable[tuple[CheckedSegment, tuple[_Mark, ...], CheckedSegment | None]]:
    """(segment, its marks, last segment of a paragraph that ended before it); at last the end of the document.

    Where paragraphs end is looked for while something is open: few segments of a long document are looked at.
    """
    before = 0
    for bead, marks in gathered.items():
        here = context.position[bead]
        yield context.segments[here], marks, _end_between(context, before, here) if opened else None
        before = here
    if opened:
        yield context.segments[-1], (), _end_between(context, before, len(context.segments))


def _end_between(context: CheckContext, start: int, stop: int) -> CheckedSegment | None:
    """The first segment of these with a target whose paragraph ends with it."""
    for n in range(start, stop):
        seg = context.segments[n]
        if seg.target and seg.reason is not Reason.FURNITURE and ("\n" in seg.separator or not seg.next_target):
            return seg
    return None


def _is_inch(text: str, after: int) -> bool:
    """Whether what follows a mark behind a digit is no end of a quotation: `a 6" pipe`."""
    return _GOES_ON.match(text, after) is not None


def _is_odd(source: str) -> bool:
    """Whether the source's own quotation marks do not pair up: its fault, and not the translation's."""
    return (
        source.count("\u201c") != source.count("\u201d")
        or source.count("\u300c") != source.count("\u300d")
        or source.count('"') % 2 == 1
    )


def _is_lame(source: str) -> bool:
    opened = sum(source.count(c) for c in "(\uff08[\u3010")
    closed = sum(source.count(c) for c in ")\uff09]\u3011")
    return opened != closed
