"""What a reviewer decided, as an append-only list of small frozen events.

Events are the only truth about human work: the state of a review is the fold of its events (`model.review`), undo is
an event too, and nothing is ever taken out of the journal. Each event is plain data; `to_record` and `from_record`
turn it into JSON values and back.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.term import Term


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
    """A human judgment of a whole segment under a named protocol, such as ESA or DA, 0 to 100; None takes it back."""

    bead: str
    protocol: str
    value: float | None


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
    term: Term


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
    | TextCorrected
    | SeparatorChanged
    | StatusChanged
    | NoteWritten
    | ScoreGiven
    | BeadsRearranged
    | TermAdded
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


def to_record(value: object) -> Any:
    """JSON values for an event or any of its parts."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_record(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_record(item) for item in value]
    return value


def event_to_record(event: Event) -> tuple[str, dict[str, Any]]:
    """(kind, payload) of an event; the payload holds JSON values only."""
    return type(event).__name__, to_record(event)


def event_from_record(kind: str, payload: Mapping[str, Any]) -> Event:
    """The event again. Raises `ValueError` for an unknown kind or a payload that does not fit it."""
    if kind not in EVENT_TYPES:
        raise ValueError(f"unknown event {kind!r}")
    return typing.cast(Event, from_record(EVENT_TYPES[kind], payload))


_HINTS: dict[type[Any], dict[str, Any]] = {}


def from_record(wanted: Any, value: Any) -> Any:
    """A value of the type `wanted` from JSON values; unknown keys are left out, so newer minor fields do no harm."""
    origin = get_origin(wanted)
    if wanted is Any:
        return value
    if origin in (typing.Union, types.UnionType):
        return _from_union(get_args(wanted), value)
    if origin is tuple:
        args = get_args(wanted)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(from_record(args[0], item) for item in value)
        if len(args) != len(value):
            raise ValueError(f"{len(args)} values expected, not {value!r}")
        return tuple(from_record(arg, item) for arg, item in zip(args, value, strict=True))
    if origin is Literal:
        if value not in get_args(wanted):
            raise ValueError(f"{value!r} is none of {get_args(wanted)}")
        return value
    if is_dataclass(wanted):
        return _dataclass_from(typing.cast("type[Any]", wanted), value)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, wanted):
        raise ValueError(f"{wanted.__name__} expected, not {value!r}")
    return value


def _from_union(options: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in options:
        return None
    for option in options:
        if option is type(None):
            continue
        try:
            return from_record(option, value)
        except (ValueError, TypeError):
            continue
    raise ValueError(f"{value!r} fits none of {options}")


def _dataclass_from(wanted: type[Any], value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"{wanted.__name__} expected, not {value!r}")
    if wanted not in _HINTS:
        _HINTS[wanted] = get_type_hints(wanted)
    hints = _HINTS[wanted]
    try:
        return wanted(**{f.name: from_record(hints[f.name], value[f.name]) for f in fields(wanted) if f.name in value})
    except TypeError as error:
        raise ValueError(f"{wanted.__name__}: {error}") from error
