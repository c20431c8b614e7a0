"""What workers tell the review screen."""

from __future__ import annotations

from textual.message import Message

from workbench.session.realigning import Realignment
from workbench.session.values import WordInfo


class WordLookedUp(Message):
    """The dictionary answered; `info` is None where there is no word, an exception where it failed."""

    def __init__(self, key: object, info: WordInfo | Exception | None) -> None:
        self.key = key
        self.info = info
        super().__init__()


class SegmentsAnalysed(Message):
    """The analysis, or a second look after an edit, has something new."""

    def __init__(self, beads: frozenset[str], counts: dict[str, int] | None = None) -> None:
        self.beads = beads
        self.counts = counts
        super().__init__()


class FiguresCounted(Message):
    """Progress and the human figure, counted on a worker."""

    def __init__(self, figures: tuple[str, str]) -> None:
        self.figures = figures
        super().__init__()


class PairedAgain(Message):
    """A new pairing from one segment to another was found."""

    def __init__(self, first: str, last: str, found: Realignment) -> None:
        self.first = first
        self.last = last
        self.found = found
        super().__init__()


class Went(Message):
    """How far a job is."""

    def __init__(self, what: str, share: float) -> None:
        self.what = what
        self.share = share
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, Went)


class SaveStateChanged(Message):
    """The writer wrote, or failed to."""
