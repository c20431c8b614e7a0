"""A whole review as one JSON text, which can be read again without loss.

Top level, in this order: `format` ("workbench.review"), `version`, `program`, `title`, `reviewer`, `translation`,
`documents` (`source` and `target`: side, name, encoding, warnings, sha256, text), `beads` (the machine's own pairing),
`entries` (the journal: seq, action, reviewer, at, label, kind, event), `terms`, `place`: these are the truth, and are
what the reader takes. `segments`, `annotations`, `dismissals`, `term_decisions` and `mqm` follow from them and from the
program's own analysis; they are written for other programs and ignored when read.

Offsets are half-open code points of the frozen texts, or of the segment's own text where `text` says so.
"""

from __future__ import annotations

import json
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench import __version__
from workbench.errors import FileProblem
from workbench.formats.export_view import ExportAnnotation, ExportSegment, ExportView
from workbench.formats.json_text import json_text
from workbench.formats.written import Written, encodable
from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document
from workbench.model.events import Entry, event_from_record, event_to_record, from_record, to_record
from workbench.model.finding import Finding
from workbench.model.records import Misfit
from workbench.model.review import EventRefused, Review
from workbench.model.score import QualityEstimate
from workbench.model.span import Side, Span
from workbench.model.term import Term

FORMAT = "workbench.review"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ImportedProject:
    """What a project JSON holds; replaying `entries` over `bitext` gives the review again."""

    bitext: Bitext
    entries: tuple[Entry, ...]
    terms: tuple[Term, ...] = ()
    title: str = ""
    reviewer: str = ""
    translation: str = ""
    place: tuple[str, str, int] | None = None

    def review(self) -> Review:
        """The folded state. Raises `EventRefused` if the journal does not fit the texts."""
        review = Review(self.bitext)
        review.apply_all(self.entries)
        return review


# ---- writing


def write(view: ExportView) -> Written:
    """Everything; nothing is lost but scores and findings that a program can compute again from the same texts."""
    return Written(json_text(to_project_record(view), indent=1) + "\n")


def to_project_record(view: ExportView) -> dict[str, Any]:
    """The JSON values of a view, in the order of the module's description."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": f"mt-review-workbench {__version__}",
        "title": view.title,
        "reviewer": view.reviewer,
        "translation": view.translation,
        "documents": {"source": _document(view.source), "target": _document(view.target)},
        "beads": [to_record(bead) for bead in view.machine_beads],
        "entries": [_entry(entry) for entry in view.entries],
        "terms": [to_record(term) for term in view.terms],
        "place": None if view.place is None else dict(zip(("bead", "side", "offset"), view.place, strict=True)),
        "segments": [_segment(segment) for segment in view.segments],
        "annotations": [_annotation(segment, placed) for segment, placed in view.annotations],
        "dismissals": [{"finding": finding_id, **to_record(dismissal)} for finding_id, dismissal in view.dismissals],
        "term_decisions": dict(view.term_decisions),
        "mqm": dict(view.mqm),
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "side": document.side.value,
        "name": document.name,
        "encoding": document.encoding,
        "warnings": list(document.warnings),
        "sha256": document.digest,
        "text": document.text,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    kind, payload = event_to_record(entry.event)
    return {
        "seq": entry.seq,
        "action": entry.action,
        "reviewer": entry.reviewer,
        "at": entry.at,
        "label": entry.label,
        "kind": kind,
        "event": payload,
    }


def _segment(segment: ExportSegment) -> dict[str, Any]:
    bead, state = segment.bead, segment.segment
    return {
        "number": segment.number,
        "id": bead.id,
        "kind": bead.kind,
        "confidence": bead.confidence,
        "reason": bead.reason.value if bead.reason else None,
        "source_span": to_record(bead.span(Side.SOURCE)),
        "target_span": to_record(bead.span(Side.TARGET)),
        "source": segment.source,
        "machine": segment.machine,
        "corrected": state.corrected,
        "final": segment.final,
        "separator_machine": segment.separator_machine,
        "separator_final": segment.separator_final,
        "status": state.status.value,
        "edited_after_done": state.edited_after_done,
        "note": state.note,
        "query": state.query,
        "scores": [score._asdict() for score in state.scores],
        "estimate": _estimate(segment.estimate),
        "findings": [finding_record(finding) for finding in segment.findings],
    }


def _estimate(estimate: QualityEstimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return {
        "difficulty": estimate.difficulty,
        "evidence": estimate.evidence,
        "risk": estimate.risk,
        "p_major": estimate.p_major,
        "signature": estimate.signature,
        "reasons": [to_record(reason) for reason in estimate.reasons],
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding's own fields with its id; spans count code points of the segment's corrected text."""
    return {"id": finding.id, **to_record(finding), "text": "corrected"}


def _annotation(segment: ExportSegment, placed: ExportAnnotation) -> dict[str, Any]:
    def local(span: Span | None) -> dict[str, int] | None:
        return None if span is None else {"start": span.start, "end": span.end}

    return {
        **to_record(placed.annotation),
        "segment": segment.bead.id,
        "segment_number": segment.number,
        "in_source": local(placed.source),
        "in_machine": local(placed.machine),
        "in_final": local(placed.final),
    }


# ---- reading


def read(text: str, name: str = "") -> ImportedProject:
    """The project that `write` wrote.

    Frozen texts are checked against their digests, sentences against the texts, and the journal by replaying it. Raises
    `FileProblem` in one sentence that says what does not fit.
    """
    try:
        record = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise FileProblem(name, f"it is not JSON ({error})") from error
    if not isinstance(record, Mapping) or record.get("format") != FORMAT:
        raise FileProblem(name, f"it is not a project export: `format` is not {FORMAT!r}", REMEDY)
    version = record.get("version")
    if type(version) is not int or version < 1:
        raise FileProblem(name, f"its version {reprlib.repr(version)} is unknown", REMEDY)
    if version > VERSION:
        raise FileProblem(name, f"it was written by a newer program (version {version})", "Update workbench.")
    try:
        project = _project(record)
    except ValueError as error:
        raise FileProblem(name, f"it is damaged at {error}", REMEDY) from error
    _verify(project, name)
    return project


REMEDY = "Only what `workbench export --to json` wrote can be made a project again."


def _refuse_constant(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


@dataclass(frozen=True, slots=True)
class _DocumentRecord:
    side: Side
    name: str
    encoding: str
    sha256: str
    text: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Documents:
    source: _DocumentRecord
    target: _DocumentRecord


@dataclass(frozen=True, slots=True)
class _EntryRecord:
    seq: int
    action: int
    reviewer: str
    at: str
    kind: str
    event: Any
    label: str = ""


@dataclass(frozen=True, slots=True)
class _PlaceRecord:
    bead: str
    side: Side
    offset: int


@dataclass(frozen=True, slots=True)
class _ProjectRecord:
    """What is read of an export, by the names that stand in it."""

    documents: _Documents
    beads: tuple[Bead, ...]
    entries: tuple[_EntryRecord, ...]
    terms: tuple[Term, ...] = ()
    title: str = ""
    reviewer: str = ""
    translation: str = ""
    place: _PlaceRecord | None = None


def _project(record: Mapping[str, Any]) -> ImportedProject:
    """Raises `ValueError`, which names the place."""
    read: _ProjectRecord = from_record(_ProjectRecord, record)
    place = read.place
    if place is not None:
        _refuse_surrogates(place.bead, "place.bead")
    if place is not None and not 0 <= place.offset <= _FAR:
        raise Misfit(f"{place.offset} is no place in a text", "place.offset")
    return ImportedProject(
        bitext=Bitext(
            _read_document(read.documents.source, Side.SOURCE),
            _read_document(read.documents.target, Side.TARGET),
            read.beads,
        ),
        entries=tuple(_read_entry(entry, number) for number, entry in enumerate(read.entries)),
        terms=read.terms,
        title=read.title,
        reviewer=read.reviewer,
        translation=read.translation,
        place=None if place is None else (place.bead, place.side.value, place.offset),
    )


_FAR = 1 << 40
"""Code points; further than any text reaches."""


def _read_document(record: _DocumentRecord, side: Side) -> Document:
    where = f"documents.{side}"
    if record.side is not side:
        raise Misfit(f"this is the {record.side} text", f"{where}.side")
    document = Document(side, record.text, record.name, record.encoding, record.warnings)
    _refuse_surrogates(record.encoding, f"{where}.encoding")
    if document.digest != record.sha256:
        raise Misfit("the text is not the one that was written (its SHA-256 differs)", f"{where}.text")
    return document


def _refuse_surrogates(text: str, place: str) -> None:
    """For what is no text of people's: names that the program itself wrote."""
    if encodable(text) != text:
        raise Misfit("a lone surrogate has no place here", place)


def _read_entry(record: _EntryRecord, number: int) -> Entry:
    if not 1 <= record.action <= record.seq:
        raise Misfit(f"{record.action} is no action of entry {record.seq}", f"entries[{number}].action")
    _refuse_surrogates(record.at, f"entries[{number}].at")
    try:
        event = event_from_record(record.kind, record.event)
    except Misfit as error:
        raise error.inside("event").inside(f"entries[{number}]") from error
    except ValueError as error:
        raise Misfit(str(error), f"entries[{number}].event") from error
    return Entry(record.seq, record.action, record.reviewer, record.at, event, record.label)


def _verify(project: ImportedProject, name: str) -> None:
    bitext = project.bitext
    problem = bitext.misfit()
    if problem is not None:
        raise FileProblem(name, f"it is damaged at beads: {problem}", REMEDY)
    for side in Side:
        text = bitext.document(side).text
        for bead in bitext.beads:
            for sentence in bead.sentences(side):
                if text[sentence.start : sentence.end] != sentence.text:
                    raise FileProblem(name, f"a {side} sentence at {sentence.start} does not stand in the text")
    try:
        project.review()
    except EventRefused as error:
        raise FileProblem(name, f"its journal does not fit its texts: {error}") from error
    for term in project.terms:
        if not term.zh.strip() or not term.en.strip():
            raise FileProblem(name, "it is damaged at terms: a term lacks its Chinese or its English", REMEDY)
