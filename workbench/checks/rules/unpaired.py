"""Sentences that stand alone: left out of the translation, or in it without a source."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.bitext import Reason
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span

_TOLD_APART = 40
"""Characters of a line by which lines that come again (a byline, a caption) are one item."""


class SegmentOmission(Check):
    id = "segment.omission"
    name = "Sentence left out"
    description = "A source sentence has no translation. Page furniture does not count."
    severity = Severity.MAJOR
    unpaired = True
    fires = (
        Example("", "市场在那一年第一次下跌。", reason=Reason.OMISSION, quote="市场在那一年第一次下跌。"),
        Example("", "结语", reason=Reason.OMISSION, quote="结语"),
    )
    quiet = (
        Example("", "更多", reason=Reason.FURNITURE),
        Example("The market fell.", "市场下跌。"),
        Example("The market fell.", "", reason=Reason.ADDITION),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not seg.source.strip() or seg.target.strip():
            return
        repeated = seg.reason is Reason.DUPLICATE
        yield self.in_source(
            seg,
            Span(0, len(seg.source)),
            "This repeats a sentence that is translated elsewhere, and is left out here."
            if repeated
            else "This source sentence has no translation.",
            target_at=0,
            confidence=0.9,
            severity=Severity.MINOR if repeated else None,
            group=f"{self.id}:{'repeated' if repeated else seg.source.strip()[:_TOLD_APART]}",
        )


class SegmentAddition(Check):
    id = "segment.addition"
    name = "Sentence without a source"
    description = "A sentence of the translation has no counterpart in the source."
    severity = Severity.MAJOR
    unpaired = True
    fires = (Example("Click here to subscribe.", "", reason=Reason.ADDITION, quote="Click here to subscribe."),)
    quiet = (
        Example("Share", "", reason=Reason.FURNITURE),
        Example("The market fell.", "市场下跌。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if context.monolingual or seg.source.strip() or not seg.target.strip():
            return
        yield self.in_target(
            seg,
            Span(0, len(seg.target)),
            "Nothing in the source corresponds to this sentence.",
            confidence=0.85,
            severity=Severity.MINOR if seg.reason is Reason.DUPLICATE else None,
            group=f"{self.id}:{seg.target.strip()[:_TOLD_APART]}",
        )
