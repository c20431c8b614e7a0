"""What the session tells a front end: small frozen values, positions local to a segment's own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.model.annotation import Annotation
from workbench.model.events import Status
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.model.term import Term


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did."""

    message: str
    """One short clause for the status line, without markup."""
    touched: frozenset[str] = frozenset()
    """Ids of the segments whose look changed, old and new ones after joins and splits."""
    focus: str | None = None
    """The segment to go to, if the act moved it."""


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation as one segment shows it."""

    annotation: Annotation
    source: Span | None
    """In the segment's source text."""
    target: Span | None
    """In the segment's final text; None if there is none, or if its words were edited away."""
    insert_at: int | None
    """For an omission: the code point of the final text where the words belong."""

    @property
    def in_final(self) -> bool:
        """False if the marked words were corrected away; the mark still counts against the machine's text."""
        return self.annotation.target is None or self.target is not None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that repeat, shown as one item with a count."""

    key: str
    check: str
    severity: Severity
    message: str
    findings: tuple[Finding, ...]

    def __len__(self) -> int:
        return len(self.findings)


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """A reference translation as it was read."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the whole text, for people."""

    title: str
    value: str
    signature: str
    basis: str = ""
    """What it is counted over."""


@dataclass(frozen=True, slots=True)
class PlannedFix:
    """One place of a batch, to be looked at, edited or left out before anything is changed."""

    bead: str
    span: Span
    """In the segment's final text; empty where something is inserted."""
    old: str
    new: str
    before: str
    """The segment's final text as it stands."""
    after: str
    """The same with this one place replaced."""
    finding: str | None = None
    included: bool = True
    separator: bool = False
    """True if the text after the segment is changed and not the segment itself."""
    source_span: Span | None = None
    """For a term: where its Chinese stands in the segment."""
    doubt: str = ""
    """Why the place is left out at first, in a few words; empty where nothing speaks against it."""
    severity: Severity | None = None
    """The words are also marked as an error so severe; the error that a finding claims is marked in any case."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of segments that can be reviewed; page furniture is left out of all but its own count."""

    done: int
    total: int
    in_work: int
    queries: int
    edited_after_done: int
    furniture: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor stands."""

    bead: str
    side: Side
    offset: int
    view: Mapping[str, Any] = field(default_factory=dict)
    """What the screen wants to find again, as JSON values: its hunt, open panes."""


@dataclass(frozen=True, slots=True)
class Hunt:
    """Segments to visit, in the order to visit them. It is frozen: nothing reorders while one works."""

    key: str
    title: str
    beads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConcordancePlace:
    """One place of a Chinese term, with its rendering or none."""

    bead: str
    source_span: Span
    rendering_span: Span | None
    """In the segment's final text."""
    rendering: str
    confidence: float = 1.0
    """That these words render the term."""


@dataclass(frozen=True, slots=True)
class WordInfo:
    """All that is known of the word under the cursor."""

    word: str
    span: Span
    side: Side
    pinyin: str
    senses: tuple[tuple[str, tuple[str, ...]], ...]
    """(pinyin, English senses) for each dictionary entry."""
    counterparts: tuple[tuple[Span, float], ...]
    """Words of the other side that account for it, with confidence 0 to 1."""
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class HistoryItem:
    seq: int
    at: str
    reviewer: str
    text: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """What kind of text this is: shown on opening."""

    lines: tuple[str, ...]
    groups: tuple[FindingGroup, ...]


STATUS_WORDS = {
    Status.UNTOUCHED: "untouched",
    Status.IN_WORK: "in work",
    Status.DONE: "done",
    Status.QUERY: "query to the author",
}
