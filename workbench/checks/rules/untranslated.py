"""Chinese that was left in the English: words, and full-width punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.placed import spans_placed
from workbench.model.span import Side, Span
from workbench.text.script import HAN

_TARGET = frozenset((Side.TARGET,))
_RUN = re.compile(f"[{HAN}](?:[{HAN}\u3001\u3002\uff0c\uff1a\uff1b\u300c-\u300f\u300a\u300b0-9A-Za-z%\u00b7]*[{HAN}])?")
_GLOSS_BEFORE = re.compile(r"[(\[\uff08\u201c\"'\u2018/\u300a\u300c]\s*$")
_GLOSS_AFTER = re.compile(r"\s*[)\]\uff09\u201d\"'\u2019/\u300b\u300d,]")
_CALLED = re.compile(
    r"\b(?:in Chinese|Chinese(?: name| characters?| words?| term| phrase)?|characters?|pinyin|called|literally|meaning)"
    r"[,:]?\s*[\u201c\"'\u2018(]?\s*$",
    re.IGNORECASE,
)
_LONGEST_GLOSS = 20
"""Characters."""
_GLOSS_REACH = 80
"""Characters before it in which something says that it is one."""
_WIDE_MARKS = {
    "\u3002": ".", "\uff0c": ",", "\u3001": ",", "\uff1b": ";", "\uff1a": ":", "\uff1f": "?", "\uff01": "!",
    "\uff08": "(", "\uff09": ")", "\u3010": "[", "\u3011": "]", "\u300c": "\u201c", "\u300d": "\u201d",
    "\u300e": "\u2018", "\u300f": "\u2019", "\u300a": "\u201c", "\u300b": "\u201d", "\uff05": "%", "\uff5e": "~",
    "\u3000": " ", "\uff0e": ".", "\uff0d": "-", "\uff0b": "+", "\uff0f": "/", "\uff06": "&",
}  # fmt: skip
_WIDE = re.compile("[" + re.escape("".join(_WIDE_MARKS)) + "]+|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


class Untranslated(Check):
    id = "text.untranslated"
    name = "Text left in Chinese"
    description = "Chinese characters stand in the translation, other than as a gloss in brackets or quotation marks."
    sides = _TARGET
    severity = Severity.MAJOR
    unpaired = True
    fires = (
        Example("The 高炉 was stopped for repairs.", quote="高炉"),
        Example("Its price rose 三成 in a year.", quote="三成"),
    )
    quiet = (
        Example("The tuyere (风口) was replaced."),
        Example("The word \u201c风口\u201d means more than a nozzle."),
        Example("In Chinese: 风口."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        text = seg.target
        for match in _RUN.finditer(text):
            span = Span(*match.span())
            if len(span) <= _LONGEST_GLOSS and _is_gloss(text, span):
                continue
            yield self.in_target(
                seg,
                span,
                "This was left in Chinese.",
                source=_same_words(seg, span),
                confidence=0.97,
                severity=Severity.MAJOR,
                suggestions=(),
            )


class FullWidthMarks(Check):
    id = "punctuation.fullwidth"
    name = "Full-width punctuation"
    description = "Chinese punctuation, full-width letters or digits stand in the English."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("It grew\uff0cbut slowly.", quote="\uff0c"),
        Example("It grew\u3002", quote="\u3002"),
        Example("In \uff12\uff10\uff11\uff19 it grew.", quote="\uff12\uff10\uff11\uff19"),
    )
    quiet = (
        Example("It grew, \u201cbut slowly\u201d\u2026 \u2014 they said."),
        Example("The title (《风口》) was kept."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        text = seg.target
        runs = spans_placed(Span(*m.span()) for m in _RUN.finditer(text))
        for match in _WIDE.finditer(text):
            span = Span(*match.span())
            if runs.is_touched(Span(max(0, span.start - 1), span.end + 1)):
                continue  # beside Chinese
            narrow = "".join(_WIDE_MARKS.get(c) or chr(ord(c) - 0xFEE0) for c in span.of(text))
            if narrow[-1] in ".,;:?!)" and text[span.end : span.end + 1].isalnum():
                narrow += " "
            yield self.in_target(
                seg,
                span,
                "Chinese punctuation stands in the English."
                if match.group()[0] in _WIDE_MARKS
                else "Full-width letters.",
                suggestions=(narrow,),
                confidence=0.97,
                group=self.id,
            )


def _is_gloss(text: str, span: Span) -> bool:
    """Whether the words are told as Chinese: in brackets or quotation marks, or after `in Chinese`."""
    begin = max(0, span.start - _GLOSS_REACH)
    if _GLOSS_BEFORE.search(text, begin, span.start) and _GLOSS_AFTER.match(text, span.end):
        return True
    return _CALLED.search(text, begin, span.start) is not None


def _same_words(seg: CheckedSegment, span: Span) -> Span | None:
    at = seg.source.find(span.of(seg.target))
    return Span(at, at + len(span)) if at >= 0 else None
