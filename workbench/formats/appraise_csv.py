"""Scores of segments in the comma-separated form that Appraise exports (ESA and DA of the WMT campaigns).

Twelve fields, no header: login, system, item, type, source language, target language, score, `document#system`,
whether the document is complete, error spans as JSON, start and end in seconds since 1970. A span is `{"start_i",
"end_i", "severity", "error_type"}` in UTF-16 units of the machine's text, the end included; what is missing from the
translation has `"missing"` for both. Source: AppraiseDev/Appraise (design: formats and scores, 3.9).
"""

from __future__ import annotations

import csv
import datetime
import io
import json
from contextlib import suppress
from typing import Any

from workbench.formats.export_view import ExportAnnotation, ExportSegment, ExportView
from workbench.formats.mqm_tsv import plain_name
from workbench.formats.written import LossBook, Written
from workbench.model.events import ScoreGiven
from workbench.model.finding import Severity
from workbench.model.review import GivenScore
from workbench.model.typology import SOURCE_ISSUE

ELSE_LEFT_OUT = (
    "categories, notes, corrections, whether a score was given blind, and segments without a score are left out"
)
CRITICAL_AS_MAJOR = "critical is written as major, the highest that the format knows"
CORRECTED_LEFT_OUT = "errors marked in the corrected text are left out: scores are of the machine's text"
CLIPPED = "an error marked across segments is written in each of them, cut at its ends"
_LANGUAGES = ("zho", "eng")


def write(view: ExportView, *, protocol: str) -> Written:
    """One line for each score of one protocol, with the spans that its rater marked; DA has none."""
    book = LossBook()
    book.add(ELSE_LEFT_OUT)
    system = plain_name(view.translation or view.target.name, "system")
    document = plain_name(view.source.name or view.title, "document")
    times = _times(view)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for segment in view.segments:
        for score in segment.segment.scores:
            if score.protocol.lower() != protocol:
                continue
            began, ended = times.get((segment.bead.id, score.rater), (0.0, 0.0))
            spans = _spans(segment, score, book) if protocol == "esa" else []
            rows.writerow(
                (
                    plain_name(score.rater, "reviewer"),
                    system,
                    segment.number,
                    "TGT",
                    *_LANGUAGES,
                    f"{score.value:g}",
                    f"{document}#{system}",
                    False,
                    json.dumps(spans),
                    began,
                    ended,
                )
            )
    return Written(out.getvalue(), book.losses())


def _times(view: ExportView) -> dict[tuple[str, str], tuple[float, float]]:
    """(segment, rater) -> when the score was given; as no other time is known, both of begin and end."""
    found = {}
    for entry in view.entries:
        if isinstance(entry.event, ScoreGiven):
            at = 0.0
            with suppress(ValueError):  # of a journal with times of another kind
                at = datetime.datetime.fromisoformat(entry.at).timestamp()
            found[entry.event.bead, entry.event.rater or entry.reviewer] = at, at
    return found


def _spans(segment: ExportSegment, score: GivenScore, book: LossBook) -> list[dict[str, Any]]:
    found = []
    for placed in segment.annotations:
        mark = placed.annotation
        if mark.reviewer != score.rater or mark.category == SOURCE_ISSUE or mark.severity is Severity.NEUTRAL:
            continue
        if mark.is_on_correction:
            book.add(CORRECTED_LEFT_OUT, segment.number)
            continue
        if mark.severity is Severity.CRITICAL:
            book.add(CRITICAL_AS_MAJOR, segment.number)
        if not placed.is_whole:
            book.add(CLIPPED, segment.number)
        severity = "minor" if mark.severity is Severity.MINOR else "major"
        found.append({**_place(segment, placed), "severity": severity, "error_type": None})
    return found


def _place(segment: ExportSegment, placed: ExportAnnotation) -> dict[str, Any]:
    span = placed.machine
    if span is None or not len(span):
        return {"start_i": "missing", "end_i": "missing"}
    return {
        "start_i": _units(segment.machine[: span.start]),
        "end_i": _units(segment.machine[: span.end]) - 1,
    }


def _units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(ch > "\uffff" for ch in text)
