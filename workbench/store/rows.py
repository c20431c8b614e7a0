"""The values that the tables hold, and their way to a row and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import ProjectProblem
from workbench.model.bitext import Bead, Inner, Reason
from workbench.model.document import Document, Sentence, SentenceKind
from workbench.model.events import Entry, event_from_record, event_to_record, from_record
from workbench.model.span import Side
from workbench.store.problems import DAMAGED_REMEDY


@dataclass(frozen=True, slots=True)
class Draft:
    """Something that is being typed and is not decided yet."""

    bead: str
    text: str
    field: str = "text"
    """What it will become: 'text' is the segment's corrected text; 'note' and others are the caller's to name."""
    caret: int = 0
    """Code points before the cursor."""
    reviewer: str = ""
    at: str = ""
    """ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer left: the word under the cursor, and how the screen was set."""

    bead: str
    side: Side = Side.TARGET
    offset: int = 0
    """Code points from the beginning of the segment's text on that side."""
    reviewer: str = ""
    view: Mapping[str, Any] = field(default_factory=dict)
    """JSON values that the screen needs to come back as it was (filter, order, open panes)."""


@dataclass(frozen=True, slots=True)
class ImportedScore:
    """A figure that another program or another person gave."""

    metric: str
    value: float
    bead: str | None = None
    """None for a figure of the whole document."""
    signature: str = ""
    origin: str = ""
    """Where it came from: a file's name, a person."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written in one transaction."""

    entries: tuple[Entry, ...] = ()
    drafts: tuple[Draft, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    """(segment, field) of drafts that are no longer wanted; dropped before `drafts` are written."""
    place: Place | None = None
    caches: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
    """(kind, version of the code, values by key)."""


FIRST = "machine"
"""Id of a project's first translation."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One translation of the project's source."""

    id: str
    system: str
    """What made it, for people."""
    document: int
    """Number of its document in this project."""


# ---- documents


def document_to_row(document: Document) -> dict[str, Any]:
    return {
        "side": document.side.value,
        "name": document.name,
        "encoding": document.encoding,
        "warnings": list(document.warnings),
        "text": document.text,
        "sha256": document.digest,
    }


def document_from_row(row: Mapping[str, Any]) -> Document:
    return Document(Side(row["side"]), row["text"], row["name"], row["encoding"], tuple(row["warnings"]))


# ---- beads: sentences are kept as positions, since their words stand in the document


def bead_to_record(bead: Bead) -> dict[str, Any]:
    record: dict[str, Any] = {
        side.value: [[s.start, s.end, s.line, s.paragraph, s.kind.value] for s in bead.sentences(side)] for side in Side
    }
    record["confidence"] = bead.confidence
    if bead.reason is not None:
        record["reason"] = bead.reason.value
    if bead.inner is not None:
        record["inner"] = bead.inner
    if bead.by_reviewer:
        record["by_reviewer"] = True
    return record


def bead_from_record(record: Any, source: str, target: str) -> Bead:
    """The bead over the two documents' texts. Raises `ValueError` if it is damaged."""
    if not isinstance(record, dict):
        raise ValueError("it is no object")
    inner, reason = record.get("inner"), record.get("reason")
    return Bead(
        _sentences(record.get("source"), source),
        _sentences(record.get("target"), target),
        from_record(float, record.get("confidence")),
        None if reason is None else from_record(Reason, reason),
        None if inner is None else from_record(Inner, inner),
        from_record(bool, record.get("by_reviewer", False)),
    )


_KINDS = {kind.value: kind for kind in SentenceKind}


def _sentences(rows: Any, text: str) -> tuple[Sentence, ...]:
    try:
        found = tuple(
            Sentence(start, end, text[start:end], line, paragraph, _KINDS[kind])
            for start, end, line, paragraph, kind in rows
        )
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("a sentence is not two places, a line, a paragraph and a kind") from error
    if any(type(number) is not int for s in found for number in (s.start, s.end, s.line, s.paragraph)):
        raise ValueError("a place of a sentence is no whole number")
    return found


# ---- the journal


def entry_to_row(entry: Entry, document: int) -> dict[str, Any]:
    kind, payload = event_to_record(entry.event)
    return {
        "document": document,
        "seq": entry.seq,
        "action": entry.action,
        "reviewer": entry.reviewer,
        "at": entry.at,
        "kind": kind,
        "payload": payload,
        "label": entry.label,
    }


def entry_from_row(row: Mapping[str, Any], name: str) -> Entry:
    """Raises `ProjectProblem` naming the entry if it cannot be read."""
    try:
        event = event_from_record(row["kind"], row["payload"])
    except ValueError as error:
        problem = f"is damaged: entry {row['seq']} of the journal cannot be read ({error})"
        raise ProjectProblem(name, problem, DAMAGED_REMEDY) from error
    return Entry(row["seq"], row["action"], row["reviewer"], row["at"], event, row["label"])
