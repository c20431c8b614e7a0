"""Things with places, found again by place: asking what lies at each of many places must not cost their square."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from workbench.model.span import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Items by their spans, in text order. Asking is quick unless some spans are very much longer than others."""

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        placed = sorted(((span_of(item), n, item) for n, item in enumerate(items)), key=lambda one: one[:2])
        self._spans = [span for span, _, _ in placed]
        self._items = [item for _, _, item in placed]
        self._reach = list(accumulate((span.end for span in self._spans), max))
        """How far the items up to each one reach: it only grows, so it can be searched."""

    def overlapping(self, span: Span) -> list[T]:
        """The items of which a part lies in `span`."""
        found = []
        for i in range(bisect_right(self._reach, span.start), len(self._spans)):
            other = self._spans[i]
            if other.start >= span.end:
                break
            if other.end > span.start:
                found.append(self._items[i])
        return found

    def is_touched(self, span: Span) -> bool:
        """Whether a part of some item lies in `span`."""
        return bool(self.overlapping(span))


def spans_placed(spans: Iterable[Span]) -> Placed[Span]:
    return Placed(spans, lambda span: span)
