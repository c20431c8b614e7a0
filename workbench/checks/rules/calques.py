"""Turns of phrase that were carried over word for word and say something else in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span


@dataclass(frozen=True, slots=True)
class Calque:
    english: re.Pattern[str]
    chinese: str
    """What stands behind it; in a pair the source must have it."""
    suggestions: tuple[str, ...]
    message: str
    severity: Severity = Severity.MINOR


def _calque(english: str, chinese: str, suggestions: str, message: str) -> Calque:
    return Calque(re.compile(english, re.IGNORECASE), chinese, tuple(suggestions.split("|")), message)


CALQUES = (
    _calque(r"\bmy country(?:['\u2019]s)?\b", "我国", "China", "我国 is the writer's own country: China."),
    _calque(r"\bour country(?:['\u2019]s)?\b", "我国", "China", "我国 is the writer's own country: China."),
    _calque(r"\bthe general trend of (?:the )?events\b", "大势所趋", "the way things are going", "大势所趋: an idiom."),
    _calque(r"\bblossom(?:ed|ing|s)? everywhere\b", "遍地开花", "spring up everywhere", "遍地开花: an idiom."),
    _calque(r"\bwell[- ]off society\b", "小康", "moderately prosperous society", "小康社会 has an accepted rendering."),
    _calque(r"\bopen(?:s|ed|ing)? a new chapter of\b", "谱写", "begin a new chapter of", "谱写新篇章: an idiom."),
    _calque(
        r"\bthe third[- ]line cities?\b|\bthird[- ]line cities\b",
        "三线城市",
        "third-tier cities",
        "三线城市: tiers, not lines.",
    ),
    _calque(r"\bfirst[- ]line cit(?:y|ies)\b", "一线城市", "first-tier cities", "一线城市: tiers, not lines."),
    _calque(r"\bsecond[- ]line cit(?:y|ies)\b", "二线城市", "second-tier cities", "二线城市: tiers, not lines."),
    _calque(r"\bbig names? coffee\b|\bbig coffees?\b", "大咖", "big name", "大咖 is a big name, not coffee."),
    _calque(r"\badd oil\b", "加油", "keep it up", "加油 cheers someone on."),
)
"""Data of the check: wrong words, the Chinese behind them, what to say instead."""


class CalquedPhrase(Check):
    id = "calque.phrase"
    name = "Phrase carried over word for word"
    description = "A Chinese turn of phrase was translated word by word: 'my country' for 我国."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("In 2020 my country's netizens were 904 million.", "2020年我国网民达9.04亿。", "my country's"),
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
