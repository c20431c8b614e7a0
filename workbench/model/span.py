"""Positions: half-open spans of code points, kept with the words they quote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which text a position lies in. `source` is always the Chinese."""

    SOURCE = "source"
    TARGET = "target"

    @property
    def other(self) -> Side:
        return Side.TARGET if self is Side.SOURCE else Side.SOURCE


class Layer(StrEnum):
    """Which version of a text a position lies in: the frozen one, or the reviewer's."""

    MACHINE = "machine"
    """The text that came in. Positions are code points of the whole document."""
    CORRECTED = "corrected"
    """The corrected text of one segment. Positions are code points of that text."""


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points, `0 <= start <= end`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """By hand, which takes half the time: an article is cut into tens of thousands of them."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is a value, so an empty one is still true."""
        return True

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words that this span quotes from `text`."""
        return text[self.start : self.end]


_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marked place: a span in one layer of one side, with the words it quotes, checked on every load."""

    side: Side
    span: Span
    quote: str
    layer: Layer = Layer.MACHINE
    bead: str | None = None
    """For the corrected layer, the id of the segment whose text the span counts in; else None."""
