"""XLIFF 1.2 (OASIS 2008) and 2.1 (OASIS 2018) with the marked errors inline, as ITS 2.0, and in notes.

Both have the corrected text as target. The machine's own words travel where a segment was changed: in 1.2 as
`alt-trans`, in 2.1 as a note. States follow what readers do with them: only what a reviewer finished is `signed-off`
with `approved="yes"` (1.2) or `final` (2.1), since the Translate Toolkit and Weblate take all else for work left.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench import __version__
from workbench.formats.export_view import ExportSegment, ExportView
from workbench.formats.quality_issues import ITS, Issue, issues_of
from workbench.formats.written import LossBook, Written
from workbench.formats.xml_text import InlineMark, element, marked, opening, text_of
from workbench.model.bitext import Reason
from workbench.model.events import Status

TOOL = "mt-review-workbench"
LAYOUT_LEFT_OUT = "what stands between the segments is left out"
DECISIONS_LEFT_OUT = "the history, terms, scores and open findings are left out"
EDITED_AWAY = "words of a mark that were corrected since are told in a note alone"


def write(view: ExportView) -> Written:
    """XLIFF 1.2."""
    book = LossBook()
    book.add(LAYOUT_LEFT_OUT)
    book.add(DECISIONS_LEFT_OUT)
    head = {
        "version": "1.2",
        "xmlns": "urn:oasis:names:tc:xliff:document:1.2",
        "xmlns:its": ITS,
        "its:version": "2.0",
    }
    file = {
        "original": view.source.name or view.target.name or view.title or "text",
        "source-language": "zh",
        "target-language": "en",
        "datatype": "plaintext",
        "tool-id": TOOL,
    }
    tool = {"tool-id": TOOL, "tool-name": TOOL, "tool-version": __version__}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', opening("xliff", head), opening("file", file)]
    lines += ["<header>", opening("tool", tool, empty=True), "</header>", "<body>"]
    for segment in view.segments:
        lines += _unit_1(view, segment, book)
    lines += ["</body>", "</file>", "</xliff>"]
    return Written("\n".join(lines) + "\n", book.losses())


def _unit_1(view: ExportView, segment: ExportSegment, book: LossBook) -> Iterator[str]:
    number, issues = segment.number, tuple(issues_of(segment))
    _tell_edited_away(segment, issues, book)
    unit = {"id": str(number), "resname": segment.bead.id, "xml:space": "preserve"}
    if _is_furniture(segment):
        unit["translate"] = "no"
    elif segment.segment.status is Status.DONE:
        unit["approved"] = "yes"
    yield opening("trans-unit", unit)
    yield element("source", marked(segment.source, _marks_1(issues, of_source=True), number, book), {"xml:lang": "zh"})
    state = _state_1(segment)
    if segment.final:
        target = marked(segment.final, _marks_1(issues, of_source=False), number, book)
        yield element("target", target, {"xml:lang": "en", **state})
    elif state and segment.source:
        yield opening("target", {"xml:lang": "en", **state}, empty=True)
    for kind, told, of_source in _notes(segment, issues):
        annotates = "source" if of_source else "target" if kind == "issue" else "general"
        attributes = {"from": view.reviewer or "reviewer", "annotates": annotates}
        yield element("note", text_of(told, number, book), attributes)
    if segment.is_changed and segment.machine:
        machine = element("target", text_of(segment.machine, number, book), {"xml:lang": "en"})
        yield element("alt-trans", machine, {"origin": "machine translation"})
    yield "</trans-unit>"


def _state_1(segment: ExportSegment) -> dict[str, str]:
    if _is_furniture(segment):
        return {}
    if segment.segment.status is Status.DONE:
        return {"state": "signed-off"}
    if not segment.final:
        return {"state": "needs-translation"}
    if segment.annotations or segment.segment.status is Status.QUERY:
        return {"state": "needs-review-translation"}
    if segment.is_changed:
        return {"state": "translated"}
    return {"state": "needs-review-translation", "state-qualifier": "leveraged-mt"}


def _marks_1(issues: tuple[Issue, ...], *, of_source: bool) -> Iterator[InlineMark]:
    for issue in issues:
        span = issue.source if of_source else issue.target
        if span is not None and issue.is_marked_in_source == of_source:
            yield InlineMark(span, "mrk", {"mtype": "x-its", **issue.attributes})


def write_2(view: ExportView) -> Written:
    """XLIFF 2.1."""
    book = LossBook()
    book.add(LAYOUT_LEFT_OUT)
    book.add(DECISIONS_LEFT_OUT)
    head = {
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
        "version": "2.1",
        "srcLang": "zh",
        "trgLang": "en",
        "xmlns:its": ITS,
        "its:version": "2.0",
    }
    original = view.source.name or view.target.name or view.title or "text"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', opening("xliff", head)]
    lines.append(opening("file", {"id": "f1", "original": original}))
    for segment in view.segments:
        lines += _unit_2(segment, book)
    lines += ["</file>", "</xliff>"]
    return Written("\n".join(lines) + "\n", book.losses())


def _unit_2(segment: ExportSegment, book: LossBook) -> Iterator[str]:
    number, issues = segment.number, tuple(issues_of(segment))
    _tell_edited_away(segment, issues, book)
    unit = {"id": f"u{number}", "name": segment.bead.id}
    if _is_furniture(segment):
        unit["translate"] = "no"
    yield opening("unit", unit)
    notes = [(kind, told, "source" if of_source else "target") for kind, told, of_source in _notes(segment, issues)]
    if segment.is_changed and segment.machine:
        notes.append(("machine translation", segment.machine, "target"))
    if notes:
        yield "<notes>"
        for kind, told, side in notes:
            yield element("note", text_of(told, number, book), {"category": kind, "appliesTo": side})
        yield "</notes>"
    yield opening("segment", {"id": "s1", **_state_2(segment)})
    source = marked(segment.source, _marks_2(issues, "m", of_source=True), number, book)
    yield element("source", source, {"xml:space": "preserve"})
    if segment.final:
        target = marked(segment.final, _marks_2(issues, "t", of_source=False), number, book)
        yield element("target", target, {"xml:space": "preserve"})
    yield "</segment>"
    yield "</unit>"


def _state_2(segment: ExportSegment) -> dict[str, str]:
    if segment.segment.status is Status.DONE:
        return {"state": "final"}
    if not segment.final:
        return {"state": "initial"}
    if segment.annotations or segment.segment.status is Status.QUERY:
        return {"state": "translated", "subState": "workbench:flagged"}
    if segment.is_changed:
        return {"state": "translated", "subState": "workbench:edited"}
    return {"state": "initial", "subState": "workbench:machine"}


def _marks_2(issues: tuple[Issue, ...], prefix: str, *, of_source: bool) -> Iterator[InlineMark]:
    for count, issue in enumerate(issues, 1):
        span = issue.source if of_source else issue.target
        if span is not None and issue.is_marked_in_source == of_source:
            yield InlineMark(span, "mrk", {"id": f"{prefix}{count}", "type": "its:generic", **issue.attributes})


def _notes(segment: ExportSegment, issues: tuple[Issue, ...]) -> Iterator[tuple[str, str, bool]]:
    """(category, words, whether about the source) of what people should read."""
    for issue in issues:
        yield "issue", issue.note, issue.is_of_source
    if segment.segment.note:
        yield "note", segment.segment.note, False
    if segment.segment.query:
        yield "query", segment.segment.query, True


def _tell_edited_away(segment: ExportSegment, issues: tuple[Issue, ...], book: LossBook) -> None:
    if any(issue.target is None and issue.annotation.target is not None for issue in issues):
        book.add(EDITED_AWAY, segment.number)


def _is_furniture(segment: ExportSegment) -> bool:
    return segment.bead.reason is Reason.FURNITURE
