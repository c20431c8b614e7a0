"""Paragraph breaks of the source that the translation has lost."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span

_CLOSERS = "\"'\u201d\u2019)]"


class ParagraphLost(Check):
    id = "layout.paragraph"
    name = "Paragraph break lost"
    description = "A paragraph ends here in the source, and in the translation the text runs on."
    severity = Severity.MINOR
    fires = (Example("The market fell.", "市场下跌。\n\n", next_target="Banks closed.", quote="."),)
    quiet = (Example("The market fell.", "市场下跌。", next_target="Banks closed."),)

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        after_source = seg.source_separator
        if after_source is None:
            after_source = seg.source[len(seg.source.rstrip()) :]
        if "\n" not in after_source or "\n" in seg.separator or not seg.next_target:
            return
        target = seg.target.rstrip()
        start = len(target.rstrip(_CLOSERS))
        if start and not target[start - 1].isspace():
            start -= 1
        if target:
            yield self.in_target(
                seg,
                Span(start, len(target)),
                "A paragraph ends here in the source.",
                suggestions=(target[start:] + "\n\n",),
                confidence=0.85,
                group=self.id,
            )
