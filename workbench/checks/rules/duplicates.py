"""One source sentence translated in two ways, and two sentences translated in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.checks.base import CheckedSegment, DocumentCheck, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span

_SHORTEST_SOURCE = 6
"""Characters; shorter sentences may well be said in several ways."""
_SHORTEST_TARGET = 6
"""Words."""


class _Texts(NamedTuple):
    source: str
    target: str


class SourceRepeated(DocumentCheck):
    id = "segment.inconsistent"
    name = "One sentence, several translations"
    description = "The same source sentence is translated in different ways."
    severity = Severity.MINOR
    fires = (
        Example(
            "The foot of the Internet is near.",
            "产业互联网的脚步近了。",
            "The foot of the Internet is near.",
            before=(("产业互联网的脚步近了。", "The Internet is approaching."),),
        ),
    )
    quiet = (
        Example(
            "The Internet is approaching!",
            "产业互联网的脚步近了。",
            before=(("产业互联网的脚步近了。", "The internet is approaching."),),
        ),
        Example("Right.", "是的。", before=(("是的。", "Yes."),)),
    )

    def gather(self, seg: CheckedSegment, context: CheckContext) -> _Texts | None:
        source = _bare(seg.source)
        return _Texts(source, _bare(seg.target)) if len(source) >= _SHORTEST_SOURCE else None

    def judge(self, gathered: Mapping[str, _Texts], context: CheckContext) -> Iterable[Finding]:
        first: dict[str, str] = {}
        for bead, texts in gathered.items():
            earlier = first.setdefault(texts.source, bead)
            if earlier == bead or gathered[earlier].target == texts.target:
                continue
            seg = context.segments[context.position[bead]]
            other = context.segments[context.position[earlier]].target
            yield self.in_target(
                seg,
                Span(0, len(seg.target)),
                f"The same sentence was translated before as \u201c{_short(other)}\u201d.",
                source=Span(0, len(seg.source)),
                suggestions=(other,),
                confidence=0.9,
                group=f"{self.id}:{texts.source[:40]}",
            )


class TargetRepeated(DocumentCheck):
    id = "segment.repeated"
    name = "Two sentences, one translation"
    description = "Different source sentences have the very same translation."
    severity = Severity.MAJOR
    fires = (
        Example(
            "The market fell for the first time in ten years.",
            "银行也在同一年第一次亏损。",
            before=(("市场十年来第一次下跌。", "The market fell for the first time in ten years."),),
        ),
    )
    quiet = (Example("Thank you.", "多谢各位。", before=(("谢谢大家。", "Thank you."),)),)

    def gather(self, seg: CheckedSegment, context: CheckContext) -> _Texts | None:
        if len(seg.target.split()) < _SHORTEST_TARGET:
            return None
        return _Texts(_bare(seg.source), _bare(seg.target))

    def judge(self, gathered: Mapping[str, _Texts], context: CheckContext) -> Iterable[Finding]:
        first: dict[str, str] = {}
        for bead, texts in gathered.items():
            earlier = first.setdefault(texts.target, bead)
            if earlier == bead or _alike(gathered[earlier].source, texts.source):
                continue
            seg = context.segments[context.position[bead]]
            yield self.in_target(
                seg,
                Span(0, len(seg.target)),
                "A different source sentence has the same translation.",
                source=Span(0, len(seg.source)),
                confidence=0.6,
            )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "\u2026"


def _alike(a: str, b: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(a, b) >= 60
