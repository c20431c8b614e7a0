"""MQM ratings in the tab-separated form of Google's WMT releases.

Columns, with a header line: `system doc doc_id seg_id rater source target category severity comment`, the ten of the
TED en-de release (the first nine are those of newstest2020 and 2021). One row an error, the marked words between `<v>`
and `</v>`; a reviewed segment without errors has one row `No-error`. `doc_id` counts in the document and `seg_id` in
the file, both from 1; as one document is written they are equal. Source: README of google/wmt-mqm-human-evaluation.

Marks always lie in the frozen machine text, so a row's target without its tags is what the machine wrote.
"""

from __future__ import annotations

import re

from workbench.formats import decisions
from workbench.formats.export_view import ExportAnnotation, ExportSegment, ExportView
from workbench.formats.two_column import cell
from workbench.formats.written import LossBook, Written
from workbench.model.annotation import Annotation
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.text.safe import visible

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment")
_OPEN, _CLOSE = "<v>", "</v>"
_TAG = re.compile(r"</?v>")
_NAME_UNSAFE = re.compile(r"\s+")

TAGS_REPLACED = "a literal <v> or </v> in the text is written with ‹ and ›"
CRITICAL_AS_MAJOR = "critical is written as Major, the highest that the format knows, with [critical] in the comment"
LINK_LEFT_OUT = "the linked source words of an error marked in the translation are left out: one span a row"
CORRECTED_LEFT_OUT = "errors marked in the corrected text are left out: rows quote the machine's text"
PLACE_LEFT_OUT = "the place in the translation where an omission belongs is left out"
CLIPPED = "an error marked across segments is written in the first of them, cut at its end"
PEOPLE_LEFT_OUT = "corrections, notes, queries and untouched segments are left out"


def write(view: ExportView) -> Written:
    """One row for each error, and for each segment that was done and has none."""
    book = LossBook()
    book.add(PEOPLE_LEFT_OUT)
    rows = ["\t".join(COLUMNS)]
    history = decisions.by_segment(view.entries)
    for segment in view.segments:
        errors = [row for placed in segment.annotations if (row := _error(view, segment, placed, book))]
        if not errors and segment.segment.status is Status.DONE:
            rater = decisions.done_by(history.get(segment.bead.id, ())) or view.reviewer
            errors = [_row(view, segment, None, book, ("No-error", "No-error", ""), rater=rater)]
        rows += errors
    return Written("\n".join(rows) + "\n", book.losses())


def _error(view: ExportView, segment: ExportSegment, placed: ExportAnnotation, book: LossBook) -> str | None:
    if not placed.is_first:
        return None
    annotation, number = placed.annotation, segment.number
    if placed.machine is None and placed.source is None and placed.insert_at is None:
        book.add(CORRECTED_LEFT_OUT, number)
        return None
    if placed.machine is not None and placed.source is not None:
        book.add(LINK_LEFT_OUT, number)
    if placed.machine is None and annotation.insert_at is not None and placed.source is not None:
        book.add(PLACE_LEFT_OUT, number)
    if not placed.is_whole:
        book.add(CLIPPED, number)
    return _row(view, segment, placed, book, _label(annotation, number, book), rater=annotation.reviewer)


def _label(annotation: Annotation, number: int, book: LossBook) -> tuple[str, str, str]:
    """(category, severity, comment)."""
    comment, severity = annotation.note, annotation.severity.value.capitalize()
    if annotation.severity is Severity.CRITICAL:
        severity, comment = "Major", f"[critical] {comment}".rstrip()
        book.add(CRITICAL_AS_MAJOR, number)
    return annotation.category or "Other", severity, comment


def _row(
    view: ExportView,
    segment: ExportSegment,
    placed: ExportAnnotation | None,
    book: LossBook,
    label: tuple[str, str, str],
    *,
    rater: str,
) -> str:
    number = segment.number
    in_target = placed.machine if placed else None
    if placed and in_target is None and placed.source is None and placed.insert_at is not None:
        in_target = Span(placed.insert_at, placed.insert_at)
    in_source = placed.source if placed and in_target is None else None
    category, severity, comment = (_tagged(text, None, number, book) for text in label)
    cells = (
        plain_name(view.translation or view.target.name, "system"),
        plain_name(view.source.name or view.title, "document"),
        str(number),
        str(number),
        plain_name(rater, "reviewer"),
        _tagged(segment.source, in_source, number, book),
        _tagged(segment.machine, in_target, number, book),
        category,
        severity,
        comment,
    )
    return "\t".join(cells)


def _tagged(text: str, span: Span | None, number: int, book: LossBook) -> str:
    # Literal tags are neutralised in the whole text, so that the inserted ones are the only ones. Same length.
    safe = _untagged(text)
    if safe != text:
        book.add(TAGS_REPLACED, number)
    if span is None:
        return cell(safe, number, book)
    before, marked, after = safe[: span.start], span.of(safe), safe[span.end :]
    return f"{cell(before, number, book)}{_OPEN}{cell(marked, number, book)}{_CLOSE}{cell(after, number, book)}"


def _untagged(text: str) -> str:
    return _TAG.sub(lambda tag: tag.group().replace("<", "\u2039").replace(">", "\u203a"), text)


def plain_name(text: str, fallback: str) -> str:
    """A name without white space, as the readers of these files expect in the first columns."""
    return _NAME_UNSAFE.sub("_", visible(_untagged(text.strip()))) or fallback
