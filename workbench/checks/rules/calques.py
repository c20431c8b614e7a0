"""Turns of phrase that were carried over word for word and say something else in English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.calque_table import CALQUES
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span


class CalquedPhrase(Check):
    id = "calque.phrase"
    name = "Phrase carried over word for word"
    description = "A Chinese turn of phrase was translated word by word: 'my country' for 我国."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("In 2020 my country's netizens were 904 million.", "2020年我国网民达9.04亿。", "my country's"),
        Example("That is painting a snake and adding feet.", "这是画蛇添足。", "snake and adding feet"),
        Example("It sells well in third-line cities.", "它在三线城市卖得好。", "third-line cities"),
        Example("As of March, my country\u2019s netizens ranked first.", quote="my country\u2019s"),
    )
    quiet = (
        Example("\u201cI love my country,\u201d she said.", "“我爱我的国家，”她说。"),
        Example("\u201cI love my country,\u201d she said."),
        Example("China's netizens were 904 million.", "我国网民达9.04亿。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for calque in CALQUES:
            at = seg.source.find(calque.chinese) if seg.source else -1
            if seg.source and at < 0:
                continue
            quoted = _Quoted(seg.target)
            for match in calque.english.finditer(seg.target):
                if not seg.source and quoted.at(match.start()):
                    continue
                yield self.in_target(
                    seg,
                    Span(*match.span()),
                    calque.message,
                    source=Span(at, at + len(calque.chinese)) if at >= 0 else None,
                    suggestions=[_as_possessive(text, match.group()) for text in calque.suggestions],
                    severity=calque.severity,
                    confidence=0.9 if at >= 0 else 0.7,
                    group=f"{self.id}:{calque.chinese}",
                )


class _Quoted:
    """Whether someone else speaks: in a quotation `my country` is the speaker's. Ask for places in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = self._open = self._straight = 0

    def at(self, place: int) -> bool:
        text, read = self._text, self._read
        self._open += text.count("\u201c", read, place) - text.count("\u201d", read, place)
        self._straight += text.count('"', read, place)
        self._read = place
        return self._open > 0 or self._straight % 2 == 1


def _as_possessive(text: str, old: str) -> str:
    tail = re.search("['\u2019]s$", old)
    return text + tail.group() if tail else text
