"""Scores and results whose two numbers were exchanged: 3比1 won, told as 1-3."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span

_DIGITS = "零一二三四五六七八九"
_NUMBER = f"(?:\\d{{1,3}}|[{_DIGITS}两十]{{1,3}})"
_SOURCE = re.compile(f"(?<![\\d.{_DIGITS}十百])({_NUMBER})\\s?[比:：]\\s?({_NUMBER})(?![\\d.{_DIGITS}十百例较如分])")
_TARGET = re.compile(r"(?<![\w.,:-])(\d{1,3})(?:[-\u2010-\u2013:]| to )(\d{1,3})(?![\w%:]|[.,-]\d)")
_LOSES = re.compile(
    r"\b(?:los[et]\w*|lost|losing|loss\w*|defeat\w*|beaten|fell|fall\w*|trail\w*|down|behind|against|deficit|conced\w+)\b",
    re.IGNORECASE,
)
_LONGEST = 600


class ScoreTurned(Check):
    id = "number.order"
    name = "Score turned round"
    description = "The two numbers of a score or ratio stand the other way round than in the source."
    severity = Severity.MAJOR
    fires = (
        Example("Guangdong beat Liaoning 1-3.", "广东队3比1战胜辽宁队。", "1-3"),
        Example("She won 15-21, 21-18.", "她以21比15、21比18获胜。", "15-21"),
    )
    quiet = (
        Example("Guangdong beat Liaoning 3-1.", "广东队3比1战胜辽宁队。"),
        Example("Guangdong lost 3-1 to Liaoning.", "广东队1比3不敌辽宁队。"),
        Example("Liaoning lost 1-3 at home.", "广东队客场3比1取胜辽宁队。"),
        Example("They drew 2-2 at 19:30.", "双方2比2战平。"),
        Example("They lost the first 1-3 and won the second 3-1.", "首局1比3告负，次局3比1扳回。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST or not _HAS_SCORE.search(seg.source):
            return
        theirs = [(match, (int(match.group(1)), int(match.group(2)))) for match in _TARGET.finditer(seg.target)]
        if not theirs or _LOSES.search(seg.target):
            return
        told = {pair for _, pair in theirs}
        ours = {(_value(m.group(1)), _value(m.group(2))): m for m in _SOURCE.finditer(seg.source)}
        for (first, second), said in ours.items():
            if first <= second or (first, second) in told or (second, first) in ours:
                continue
            wrong = next((match for match, pair in theirs if pair == (second, first)), None)
            if wrong is not None:
                joint = wrong.group()[len(wrong.group(1)) : -len(wrong.group(2))]
                yield self.in_target(
                    seg,
                    Span(*wrong.span()),
                    f"The source says {said.group()}: {first} comes first.",
                    source=Span(*said.span()),
                    suggestions=(f"{first}{joint}{second}",),
                    confidence=0.85,
                )


_HAS_SCORE = re.compile(f"[\\d{_DIGITS}两十]\\s?[比:：]\\s?[\\d{_DIGITS}两十]")


def _value(written: str) -> int:
    """The number, in digits or in Chinese up to 99."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.replace("两", "二").rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS.index(one)) for one in ones))
    return 10 * (_DIGITS.index(tens[-1]) if tens else 1) + (_DIGITS.index(ones[-1]) if ones else 0)
