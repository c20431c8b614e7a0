"""Where in the translation something that is missing belongs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from workbench.checks.base import CheckedSegment
from workbench.checks.context import CheckContext
from workbench.model.span import Span

_LEAN = 3
"""Characters by which the word after it must be nearer than the one before, because what is missing mostly goes on
from what stands before it."""


def belongs_at(seg: CheckedSegment, context: CheckContext, source: Span) -> int | None:
    """Code point of the target behind the counterpart of the nearest word before `source`, or before that of the
    nearest word after it; None where nothing near it is linked."""
    if not seg.target:
        return 0
    anchors = context.anchors(seg)
    k = bisect_right(anchors, source.start, key=lambda link: link.source.end)
    nearest_before = anchors[k - 1] if k else None
    k = bisect_left(anchors, source.end, key=lambda link: link.source.start)
    nearest_after = anchors[k] if k < len(anchors) else None
    if nearest_before and nearest_after:
        far_before = source.start - nearest_before.source.end
        far_after = nearest_after.source.start - source.end
        if far_after + _LEAN < far_before:
            return nearest_after.target.start
    if nearest_before:
        return nearest_before.target.end
    return nearest_after.target.start if nearest_after else None
