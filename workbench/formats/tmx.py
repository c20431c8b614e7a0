"""TMX 1.4b (LISA 2005): the finished segments as a translation memory."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from workbench import __version__
from workbench.formats import decisions
from workbench.formats.export_view import ExportSegment, ExportView
from workbench.formats.written import LossBook, Written
from workbench.formats.xml_text import element, opening, text_of
from workbench.model.events import Status

UNFINISHED = "segments that are not done are left out: a memory of machine translation misleads"
UNPAIRED = "segments without one of the two languages are left out"
MARKS_LEFT_OUT = "marks, queries, history and layout are left out"


def write(view: ExportView) -> Written:
    """A unit for each segment that is done and has both languages; the machine's words as a property."""
    book = LossBook()
    book.add(MARKS_LEFT_OUT)
    header = {
        "creationtool": "mt-review-workbench",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "workbench",
        "adminlang": "en",
        "srclang": "zh",
        "datatype": "plaintext",
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', '<tmx version="1.4">']
    lines += [opening("header", header, empty=True), "<body>"]
    history = decisions.by_segment(view.entries)
    for segment in view.segments:
        if segment.segment.status is not Status.DONE:
            book.add(UNFINISHED, segment.number)
        elif not (segment.source.strip() and segment.final.strip()):
            book.add(UNPAIRED, segment.number)
        else:
            lines += _unit(view, segment, history.get(segment.bead.id, ()), book)
    lines += ["</body>", "</tmx>"]
    return Written("\n".join(lines) + "\n", book.losses())


def _unit(
    view: ExportView, segment: ExportSegment, made: tuple[decisions.Decision, ...], book: LossBook
) -> Iterator[str]:
    number = segment.number
    when = max((decision.entry.at for decision in made), default="")
    who = decisions.done_by(made) or view.reviewer
    attributes = {"tuid": str(number)}
    if when and (stamp := _stamp(when)):
        attributes["changedate"] = stamp
    if who:
        attributes["changeid"] = who
    yield opening("tu", attributes)
    if segment.segment.note:
        yield element("note", text_of(segment.segment.note, number, book))
    yield element("prop", text_of(view.source.name or view.title, number, book), {"type": "x-document"})
    if segment.is_changed:
        yield element("prop", text_of(segment.machine, number, book), {"type": "x-mt"})
    for language, text in (("zh", segment.source), ("en", segment.final)):
        yield element("tuv", element("seg", text_of(text, number, book)), {"xml:lang": language})
    yield "</tu>"


def _stamp(when: str) -> str:
    """`20261122T101500Z`; empty for what is no time."""
    try:
        return datetime.datetime.fromisoformat(when).astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    except ValueError:
        return ""
