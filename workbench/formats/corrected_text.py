"""The corrected translation as running text, in the layout of the English or of the Chinese paragraphs."""

from __future__ import annotations

import re
from enum import StrEnum

from workbench.formats.export_view import PARAGRAPH_BREAK, ExportSegment, ExportView
from workbench.formats.written import SURROGATES_REPLACED, LossBook, Written, encodable
from workbench.text.safe import suspicious

_BREAKS = re.compile(r"[\r\n]+")


class Layout(StrEnum):
    TARGET = "target"
    """Paragraphs, spaces and blank lines as the translation has them, with what the reviewer mended."""
    SOURCE = "source"
    """A new paragraph wherever the Chinese begins one, parted by a blank line; sentences parted by one space."""


def write(view: ExportView, layout: Layout | str = Layout.TARGET) -> Written:
    """The text as it stands, without marks. Nothing corrected and nothing mended gives back the machine's text.

    The text is kept as it is, control characters among it, because it is the text; where there are any, a loss says so.
    """
    book = LossBook()
    text = _in_source_layout(view, book) if layout == Layout.SOURCE else _in_target_layout(view)
    for segment in view.segments:
        if suspicious(segment.final):
            book.add("control or invisible characters stand in the text and were kept", segment.number)
        if encodable(segment.final) != segment.final:
            book.add(SURROGATES_REPLACED, segment.number)
    return Written(encodable(text), book.losses())


def _in_target_layout(view: ExportView) -> str:
    body = "".join(segment.final + segment.separator_final for segment in view.segments if segment.final)
    return view.head + body + view.tail


def _in_source_layout(view: ExportView, book: LossBook) -> str:
    parts: list[str] = []
    pending_break = False
    previous: ExportSegment | None = None
    for segment in view.segments:
        # A paragraph that begins with an untranslated line still begins, with the next segment that has words.
        pending_break = pending_break or segment.breaks_paragraph
        if not segment.final:
            continue
        if previous is not None:
            parts.append(PARAGRAPH_BREAK if _begins(segment, previous, pending_break) else " ")
        parts.append(_flattened(segment, book))
        previous, pending_break = segment, False
    return "".join(parts).strip() + "\n" if parts else ""


def _begins(segment: ExportSegment, previous: ExportSegment, source_breaks: bool) -> bool:
    """Whether a paragraph begins here; what has no source stands as the translation has it."""
    if source_breaks:
        return True
    return not (segment.bead.source and previous.bead.source) and "\n" in previous.separator_final


def _flattened(segment: ExportSegment, book: LossBook) -> str:
    """A segment on one line, unless its source has several paragraphs too."""
    source = segment.bead.source
    if not _BREAKS.search(segment.final):
        if source and source[0].paragraph != source[-1].paragraph:
            book.add("the Chinese has a paragraph break inside the segment, and the English none", segment.number)
        return segment.final
    if source and source[0].paragraph == source[-1].paragraph:
        book.add("a line break inside the segment is written as a space, as its Chinese has none", segment.number)
        # Cut and stripped rather than matched with the spaces around: that would take quadratic time on many spaces.
        return " ".join(part.strip() for part in _BREAKS.split(segment.final))
    return segment.final
