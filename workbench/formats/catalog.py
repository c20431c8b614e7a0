"""Every format that a review can be exported to: name, file name ending, what it is for, and what it loses."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from workbench.formats.export_view import ExportView
    from workbench.formats.written import Written


@dataclass(frozen=True, slots=True)
class ExportFormat:
    name: str
    """As `workbench export --to` takes it."""
    suffix: str
    title: str
    loses: str
    """For the documentation; what one export really lost is told when it is written."""
    writer: str
    """`module:function` below `workbench.formats`, imported when it is used."""
    options: tuple[tuple[str, Any], ...] = ()
    wants_analysis: bool = False
    """True if findings and estimates are part of it."""

    def write(self, view: ExportView) -> Written:
        module, _, function = self.writer.partition(":")
        write = getattr(importlib.import_module(f"workbench.formats.{module}"), function)
        return cast("Written", write(view, **dict(self.options)))


EXPORT_FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "text",
        ".txt",
        "the corrected text, paragraphs and blank lines as the English has them",
        "everything but the words",
        "corrected_text:write",
    ),
    ExportFormat(
        "text-zh",
        ".txt",
        "the corrected text in the paragraphs of the Chinese",
        "everything but the words; the English layout",
        "corrected_text:write",
        (("layout", "source"),),
    ),
    ExportFormat(
        "tsv",
        ".tsv",
        "two columns, Chinese and corrected English, a segment a line",
        "marks and decisions; tabs and line breaks become spaces, control characters visible signs",
        "two_column:write",
    ),
    ExportFormat(
        "pairs",
        ".tsv",
        "id, Chinese and corrected English: what `workbench score` reads",
        "the same, and unpaired segments",
        "two_column:write_pairs",
    ),
    ExportFormat(
        "json",
        ".json",
        "everything, with its history; `workbench review` makes a project of it again",
        "nothing (what is being typed at this moment is no part of it)",
        "project_json:write",
        wants_analysis=True,
    ),
    ExportFormat(
        "changes",
        ".md",
        "the list of changes in Markdown: before, after and why",
        "segments without a change",
        "changes:write",
    ),
    ExportFormat(
        "queries",
        ".md",
        "the open questions to the author in Markdown",
        "all else",
        "changes:write_queries",
    ),
    ExportFormat(
        "mqm",
        ".tsv",
        "MQM ratings in Google's columns, marks between <v> and </v> in the machine's text",
        "corrections, notes, links to the source, marks on the corrected text; critical becomes Major",
        "mqm_tsv:write",
    ),
    ExportFormat(
        "esa",
        ".csv",
        "ESA scores with their error spans, as Appraise exports them",
        "categories, notes, corrections, segments without a score; critical becomes major",
        "appraise_csv:write",
        (("protocol", "esa"),),
    ),
    ExportFormat(
        "da",
        ".csv",
        "DA scores in the same form, without spans",
        "the same, and marks",
        "appraise_csv:write",
        (("protocol", "da"),),
    ),
    ExportFormat(
        "xliff",
        ".xlf",
        "XLIFF 1.2 for translation tools: corrected text, states, notes, marks as ITS quality issues",
        "layout, history, terms, scores; marks on words since corrected are notes alone",
        "xliff:write",
    ),
    ExportFormat(
        "xliff2",
        ".xlf",
        "XLIFF 2.1, the same",
        "the same",
        "xliff:write_2",
    ),
    ExportFormat(
        "tmx",
        ".tmx",
        "TMX 1.4: the finished segments as a translation memory; `workbench memory import` reads it",
        "segments that are not done or lack a side; marks, history, layout",
        "tmx:write",
    ),
)


def export_format(name: str) -> ExportFormat:
    """The format of that name. Raises `KeyError`."""
    return {known.name: known for known in EXPORT_FORMATS}[name]
