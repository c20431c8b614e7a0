"""What a writer gives back: the text, and what it could not carry. Loss is told, never silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of thing that a format cannot hold, and where it happened."""

    what: str
    """A clause for people, such as `tabs and line breaks are written as spaces`."""
    segments: tuple[int, ...] = ()
    """Numbers of the segments, from 1, each once; empty for the document as a whole."""

    def sentence(self, most: int = 8) -> str:
        """One line for stderr, with at most `most` segment numbers."""
        if not self.segments:
            return self.what
        shown = ", ".join(str(number) for number in self.segments[:most])
        more = f" and {len(self.segments) - most} more" if len(self.segments) > most else ""
        return f"{self.what} (segment{'s' if len(self.segments) > 1 else ''} {shown}{more})"


@dataclass(frozen=True, slots=True)
class Written:
    """The whole text of one output file, and what it leaves out."""

    text: str
    losses: tuple[Loss, ...] = ()


@dataclass(slots=True)
class LossBook:
    """Collects losses while a writer works; each kind becomes one `Loss` with all its segments."""

    _places: dict[str, set[int]] = field(default_factory=dict)

    def add(self, what: str, *segments: int) -> None:
        self._places.setdefault(what, set()).update(segments)

    def extend(self, losses: Iterable[Loss]) -> None:
        for loss in losses:
            self.add(loss.what, *loss.segments)

    def losses(self) -> tuple[Loss, ...]:
        return tuple(Loss(what, tuple(sorted(places))) for what, places in self._places.items())


CONTROLS_SHOWN = "control characters are written as visible signs"
BREAKS_FLATTENED = "tabs and line breaks inside a segment are written as spaces"
SURROGATES_REPLACED = "lone surrogates, which UTF-8 cannot hold, are written as U+FFFD"


def encodable(text: str) -> str:
    """`text` with lone surrogates as U+FFFD, so that it can be written as UTF-8; the same length."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= ch <= "\udfff" else ch for ch in text)
    return text
