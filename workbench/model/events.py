"""What a reviewer decided, as an append-only list of small frozen events.

Events are the only truth about human work: the state of a review is the fold of its events (`model.review`), undo is
an event too, and nothing is ever taken out of the journal. Each event is plain data, which `model.records` turns into
JSON values and back.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, cast, get_args

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.records import from_record as from_record
from workbench.model.records import to_record as to_record
from workbench.model.term import Term, TermKey


class Status(StrEnum):
    UNTOUCHED = "untouched"
    IN_WORK = "in work"
    DONE = "done"
    QUERY = "query"
    """A question to the author stands open."""


class NoteKind(StrEnum):
    NOTE = "note"
    QUERY = "query"
    """A question to the author."""


class DismissalScope(StrEnum):
    PLACE = "place"
    """This check, these words, in this segment."""
    DOCUMENT = "document"
    """This check and these words wherever they stand in this document."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class SpanFlagged:
    """A reviewer marked an error, or accepted a finding as one."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class FlagChanged:
    """An annotation got another span, severity, category or note; it keeps its id."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class FlagRemoved:
    annotation_id: str


@dataclass(frozen=True, slots=True)
class FindingAccepted:
    """A claim was found right. What follows from it (annotation, correction) is events of the same action."""

    finding_id: str
    check: str
    quote: str
    source_quote: str | None
    bead: str | None


@dataclass(frozen=True, slots=True)
class FindingDismissed:
    """A claim was rejected, with a reason, for as long as these words stand."""

    finding_id: str
    check: str
    quote: str
    source_quote: str | None
    bead: str | None
    reason: str = ""
    scope: DismissalScope = DismissalScope.PLACE


@dataclass(frozen=True, slots=True)
class FindingReopened:
    """A claim that was accepted or dismissed stands open again, though other acts came in between (else: undo)."""

    finding_id: str
    check: str
    quote: str
    source_quote: str | None
    bead: str | None


@dataclass(frozen=True, slots=True)
class TextCorrected:
    """The corrected text of a segment; None goes back to the machine's. For a segment without a machine text, the
    translation that a reviewer supplied."""

    bead: str
    text: str | None


@dataclass(frozen=True, slots=True)
class SeparatorChanged:
    """What stands between two sentences of the corrected translation.

    `after` is the end of the target sentence before it (a code point of the frozen target document), or, behind a
    supplied translation, its segment's id. None goes back to what the machine wrote.
    """

    after: int | str
    text: str | None


@dataclass(frozen=True, slots=True)
class StatusChanged:
    bead: str
    status: Status


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note or a query on a segment; an empty text removes it."""

    bead: str
    text: str
    kind: NoteKind = NoteKind.NOTE


@dataclass(frozen=True, slots=True)
class ScoreGiven:
    """A human judgment of a whole segment under a named protocol, such as ESA or DA, 0 to 100; None takes it back.
    Each rater's stands by itself."""

    bead: str
    protocol: str
    value: float | None
    rater: str = ""
    """Empty: the reviewer of the journal's entry."""
    blind: bool = False
    """True if machine scores and findings were hidden."""
    order: str = ""
    """In which order the segments were gone through, for people: `document order`, `shuffled, seed 7`."""


@dataclass(frozen=True, slots=True)
class BeadsRearranged:
    """Some neighbouring segments became others: joined, split, paired, unpaired, moved, marked, or re-cut.

    `old` are ids of neighbours, in order; `new` covers the same text. `texts` says which corrected text each new
    segment carries (by position in `new`; None: the machine's), so that nothing typed is ever dropped.
    """

    operation: Literal["join", "split", "pair", "unpair", "move", "mark", "realign", "split sentence", "join sentences"]
    old: tuple[str, ...]
    new: tuple[Bead, ...]
    texts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class TermAdded:
    """A term of the reviewer's own, in the place of any with the same `key`."""

    term: Term


@dataclass(frozen=True, slots=True)
class TermRemoved:
    """A term is no longer known in this project, wherever it came from."""

    key: TermKey


@dataclass(frozen=True, slots=True)
class TermsImported:
    """Terms of a file, in the place of those with the same keys."""

    terms: tuple[Term, ...]
    origin: str = ""
    """What the terms were taken from, for people."""


@dataclass(frozen=True, slots=True)
class CandidateRefused:
    """Words of the source that were taken for a term are none."""

    zh: str


@dataclass(frozen=True, slots=True)
class SenseFixed:
    """A reviewer says which sense of a Chinese term holds: at one place, or in the whole document.

    `at` is the code point of the frozen source document at which the term begins there; None for all places that
    nothing else was said of. `key` None leaves the choice to the program again.
    """

    zh: str
    at: int | None
    key: TermKey | None


@dataclass(frozen=True, slots=True)
class TermDecided:
    """One rendering was chosen for a Chinese term in this document."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class ActionUndone:
    """All events of one action are taken back."""

    action: int


@dataclass(frozen=True, slots=True)
class ActionRedone:
    action: int


Event = (
    SpanFlagged
    | FlagChanged
    | FlagRemoved
    | FindingAccepted
    | FindingDismissed
    | FindingReopened
    | TextCorrected
    | SeparatorChanged
    | StatusChanged
    | NoteWritten
    | ScoreGiven
    | BeadsRearranged
    | TermAdded
    | TermRemoved
    | TermsImported
    | CandidateRefused
    | SenseFixed
    | TermDecided
    | ActionUndone
    | ActionRedone
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal."""

    seq: int
    """Position in the journal of this translation, from 1, without gaps."""
    action: int
    """Events of one act share it (its first event's `seq`), and are undone together."""
    reviewer: str
    at: str
    """ISO 8601 in UTC."""
    event: Event
    label: str = ""
    """What the act was, for people: 'flag major', 'fix 9 places'."""


EVENT_TYPES: dict[str, type[Any]] = {cls.__name__: cls for cls in get_args(Event)}


def event_to_record(event: Event) -> tuple[str, dict[str, Any]]:
    """(kind, payload) of an event; the payload holds JSON values only."""
    return type(event).__name__, to_record(event)


def event_from_record(kind: str, payload: Mapping[str, Any]) -> Event:
    """The event again. Raises `ValueError` for an unknown kind or a payload that does not fit it."""
    if kind not in EVENT_TYPES:
        raise ValueError(f"unknown event {reprlib.repr(kind)}")
    return cast(Event, from_record(EVENT_TYPES[kind], payload))
