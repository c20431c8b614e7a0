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
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench import __version__
from workbench.errors import FileProblem
from workbench.formats.export_view import ExportAnnotation, ExportSegment, ExportView
from workbench.formats.json_text import json_text
from workbench.formats.written import Written
from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document
from workbench.model.events import Entry, event_from_record, event_to_record, from_record, to_record
from workbench.model.finding import Finding
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
        "scores": [{"protocol": protocol, "value": value} for protocol, value in state.scores],
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
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileProblem(name, f"it is not JSON ({error})") from error
    if not isinstance(record, Mapping) or record.get("format") != FORMAT:
        raise FileProblem(name, f"it is not a project export: `format` is not {FORMAT!r}")
    version = record.get("version")
    if not isinstance(version, int) or version < 1:
        raise FileProblem(name, f"its version {version!r} is unknown")
    if version > VERSION:
        raise FileProblem(name, f"it was written by a newer program (version {version})", "Update workbench.")
    try:
        project = _project(record)
    except (KeyError, TypeError, ValueError) as error:
        raise FileProblem(name, f"it is damaged: {type(error).__name__}: {error}") from error
    _verify(project, name)
    return project


def _project(record: Mapping[str, Any]) -> ImportedProject:
    source = _read_document(record["documents"]["source"])
    target = _read_document(record["documents"]["target"])
    beads = from_record(tuple[Bead, ...], record["beads"])
    place = record.get("place")
    return ImportedProject(
        bitext=Bitext(source, target, beads),
        entries=tuple(_read_entry(entry) for entry in record["entries"]),
        terms=from_record(tuple[Term, ...], record.get("terms", [])),
        title=from_record(str, record.get("title", "")),
        reviewer=from_record(str, record.get("reviewer", "")),
        translation=from_record(str, record.get("translation", "")),
        place=None if place is None else (str(place["bead"]), str(place["side"]), int(place["offset"])),
    )


def _read_document(record: Mapping[str, Any]) -> Document:
    document = Document(
        side=Side(record["side"]),
        text=from_record(str, record["text"]),
        name=from_record(str, record["name"]),
        encoding=from_record(str, record["encoding"]),
        warnings=from_record(tuple[str, ...], record.get("warnings", [])),
    )
    if document.digest != record["sha256"]:
        raise ValueError(f"the {document.side} text is not the one that was written (its SHA-256 differs)")
    return document


def _read_entry(record: Mapping[str, Any]) -> Entry:
    return Entry(
        seq=from_record(int, record["seq"]),
        action=from_record(int, record["action"]),
        reviewer=from_record(str, record["reviewer"]),
        at=from_record(str, record["at"]),
        event=event_from_record(record["kind"], record["event"]),
        label=from_record(str, record.get("label", "")),
    )


def _verify(project: ImportedProject, name: str) -> None:
    bitext = project.bitext
    for side in Side:
        text, end = bitext.document(side).text, 0
        for bead in bitext.beads:
            for sentence in bead.sentences(side):
                if sentence.start < end or text[sentence.start : sentence.end] != sentence.text:
                    raise FileProblem(name, f"a {side} sentence at {sentence.start} does not stand in the text")
                end = sentence.end
    try:
        project.review()
    except EventRefused as error:
        raise FileProblem(name, f"its journal does not fit its texts: {error}") from error
