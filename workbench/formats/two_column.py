"""Tab-separated texts: two columns for people and spreadsheets, three columns (PAIRS.tsv) for programs.

Both have one line a segment, no header, no quoting and no escaping; an unpaired segment has an empty cell.
"""

from __future__ import annotations

import re

from workbench.formats.export_view import ExportView
from workbench.formats.written import (
    BREAKS_FLATTENED,
    CONTROLS_SHOWN,
    LossBook,
    Written,
)
from workbench.text.safe import visible

_BREAKS = re.compile("\r\n|[\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@")
_FORMULA_TOLD = "begins like a spreadsheet formula and is written with an apostrophe in front"


def cell(text: str, number: int, book: LossBook, *, spreadsheet: bool = False) -> str:
    """`text` fit for one cell; what had to be changed goes into `book`.

    With `spreadsheet`, a text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    flat = _BREAKS.sub(" ", text)
    if flat != text:
        book.add(BREAKS_FLATTENED, number)
    shown = _CONTROLS.sub(lambda found: visible(found.group()), flat)
    if shown != flat:
        book.add(CONTROLS_SHOWN, number)
    if spreadsheet and shown.lstrip().startswith(_FORMULA):
        book.add(_FORMULA_TOLD, number)
        return "'" + shown
    return shown


def write(view: ExportView) -> Written:
    """Source TAB corrected translation, a segment a line."""
    book = LossBook()
    lines = [
        f"{cell(s.source, s.number, book, spreadsheet=True)}\t{cell(s.final, s.number, book, spreadsheet=True)}\n"
        for s in view.segments
    ]
    return Written("".join(lines), book.losses())


def write_pairs(view: ExportView) -> Written:
    """Id TAB source TAB corrected translation for every pair: what `workbench score PAIRS.tsv` reads."""
    book = LossBook()
    lines = []
    for s in view.segments:
        if not (s.source and s.final):
            book.add("unpaired segments are left out", s.number)
            continue
        lines.append(f"{s.number}\t{cell(s.source, s.number, book)}\t{cell(s.final, s.number, book)}\n")
    return Written("".join(lines), book.losses())
