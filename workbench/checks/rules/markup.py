"""Markdown: headings, list items, quotations, bold type and code that the translation lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span

_LINE = re.compile(r"(?P<heading>#{1,6})(?=[ \t]+\S)|(?P<item>[-*+])(?=[ \t]+\S)|(?P<quoted>>)(?=[ \t]*\S)")
_SAME_LINE = {
    "heading": re.compile(r"#{1,6}(?=\s)"),
    "item": re.compile("[-*+\u2022\u00b7\u25cf\u25e6\u2013\u2014](?=\\s)|\\d+[.)]"),
    "quoted": re.compile(">"),
}
_CALLED = {"heading": "a heading", "item": "a list item", "quoted": "a quotation"}
_CODE = re.compile(r"(?<!`)`([^`\n]{1,200})`(?!`)")
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*\*(?!\*)")
_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")
_FIRST_WORD = re.compile(r"\S+")
_PRINTABLE = re.compile("[!-~ ]+")


class MarkupLine(Check):
    id = "markup.line"
    name = "Heading or list item lost"
    description = "A Markdown heading, list item or quotation of the source is none in the translation, or another."
    severity = Severity.MINOR
    fires = (
        Example("Installation", "## 安装", "Installation"),
        Example("# Installation", "## 安装", "#"),
        Example("Dark mode is supported.", "- 支持暗色模式。", "Dark"),
    )
    quiet = (
        Example("## Installation", "## 安装"),
        Example("* Dark mode is supported.", "- 支持暗色模式。"),
        Example("Minus five degrees.", "-5度。"),
        Example("Number one fan", "#1 粉丝"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        ours = _LINE.match(seg.source)
        if ours is None or ours.lastgroup is None:
            return
        kind, behind = ours.lastgroup, Span(*ours.span())
        theirs = _SAME_LINE[kind].match(seg.target)
        if theirs is None:
            first = _FIRST_WORD.search(seg.target)
            if first is None:
                return
            yield self.in_target(
                seg,
                Span(*first.span()),
                f"The source line is {_CALLED[kind]}: it begins with {ours.group()}.",
                source=behind,
                suggestions=(f"{ours.group()} {first.group()}",),
                group=f"{self.id}:{kind}",
            )
        elif kind == "heading" and theirs.group() != ours.group():
            yield self.in_target(
                seg,
                Span(*theirs.span()),
                f"The source heading is of level {len(ours.group())}, and this one of level {len(theirs.group())}.",
                source=behind,
                suggestions=(ours.group(),),
                group=f"{self.id}:{kind}",
            )


class MarkupInside(Check):
    id = "markup.inside"
    name = "Code or bold type changed"
    description = (
        "Code between backticks differs from that of the source, or is no code; bold type is lost or not closed."
    )
    severity = Severity.MAJOR
    fires = (
        Example("Run `make tests`.", "运行`make test`。", "make tests"),
        Example("Run make test.", "运行`make test`。", "make test"),
        Example("Be sure to back up.", "请**务必**备份。", "**务必**"),
        Example("This is **important.", "这很**重要**。", "**"),
    )
    quiet = (
        Example("Run `make test` **first**.", "**先**运行`make test`。"),
        Example("2**3 is 8.", "2**3等于8。"),
        Example("Press `Enter`.", "按`回车`。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if "`" in seg.source:
            yield from self._code(seg, context)
        if "**" in seg.source:
            yield from self._bold(seg, context)

    def _code(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        theirs = list(_CODE.finditer(seg.target))
        left = [match for match in _CODE.finditer(seg.source) if _PRINTABLE.fullmatch(match.group(1))]
        for match in list(left):
            if same := next((one for one in theirs if one.group(1) == match.group(1)), None):
                theirs.remove(same)
                left.remove(match)
        for match in left:
            behind, code = Span(*match.span()), match.group(1)
            plain = re.search(rf"(?<![\w`]){re.escape(code)}(?![\w`])", seg.target)
            if plain:
                yield self.in_target(
                    seg,
                    Span(*plain.span()),
                    f"In the source this is code: {match.group()}.",
                    source=behind,
                    suggestions=(match.group(),),
                    severity=Severity.MINOR,
                )
            elif theirs:
                other = theirs.pop(0)
                yield self.in_target(
                    seg,
                    Span(*other.span(1)),
                    f"The code in the source is {match.group()}.",
                    source=Span(*match.span(1)),
                    suggestions=(code,),
                )
            else:
                yield self.in_source(
                    seg,
                    behind,
                    f"{match.group()} is not in the translation.",
                    target_at=belongs_at(seg, context, behind),
                )

    def _bold(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        ours = list(_BOLD.finditer(seg.source))
        if not ours:
            return
        marks = [Span(*match.span()) for match in _STARS.finditer(seg.target)]
        if len(marks) % 2:
            yield self.in_target(
                seg, marks[-1], "Bold type is not closed.", source=Span(*ours[-1].span()), severity=Severity.MINOR
            )
        elif len(marks) // 2 < len(ours):
            lost = ours[len(marks) // 2]
            behind = Span(*lost.span())
            yield self.in_source(
                seg,
                behind,
                f"{lost.group(1)} is in bold type in the source.",
                target_at=belongs_at(seg, context, behind),
                severity=Severity.MINOR,
            )
