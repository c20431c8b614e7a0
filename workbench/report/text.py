"""The report as plain text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from workbench.formats.markdown import one_line
from workbench.formats.written import encodable
from workbench.report.contents import SEVERITIES, Report
from workbench.report.wording import CAVEAT, DIRECTION, about, numbers
from workbench.text.cells import cell_width
from workbench.text.wrap import breaks

WIDTH = 100


def write(report: Report) -> str:
    """Plain text in lines of at most 100 cells, without control characters."""
    lines = [f"Review: {_text(report.title)}", ""]
    for line in about(report):
        lines += _wrapped(line, "")
    lines.append("")
    lines += _columns([(f"{count}", name) for name, count in report.counts], right=(0,))
    lines += ["", *_columns([(str(count), name) for name, count in report.statuses], right=(0,))]
    lines += _heading("Quality by human marks")
    lines += _wrapped(report.mqm_line or "No figure.", "") + _wrapped(DIRECTION, "")
    if report.mqm_profile:
        lines += _wrapped(f"Profile: {report.mqm_profile}", "")
    if report.categories:
        head = ("category", *(s.value for s in SEVERITIES), "all")
        rows = [(r.category, *(str(c) if c else "" for c in r.counts), str(r.total)) for r in report.categories]
        lines += ["", *_columns([head, *rows], right=tuple(range(1, len(head))))]
    lines += _figures(report) + _worst(report) + _changes(report) + _queries(report) + _findings(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def _figures(report: Report) -> list[str]:
    lines = _heading("Other figures") if report.figures else []
    for name, value, basis, signature in report.figures:
        lines += _wrapped(f"{name} {value}  {basis}", "") + _wrapped(signature, "    ")
    return lines


def _worst(report: Report) -> list[str]:
    if not report.worst:
        return []
    lines = _heading("Where to look first")
    if report.likelihoods:
        told = ", ".join(f"{count} {word}" for word, count in report.likelihoods)
        lines += _wrapped(f"Chance of a major error, segments: {told}. {CAVEAT}", "")
    for row in report.worst:
        risk = f", risk {row.risk:.2f}" if row.risk is not None else ""
        lines += ["", f"{row.number}  ({row.judged}{risk})"]
        for text in (row.source, row.text):
            lines += _wrapped(text, "    ")
        for why in row.why:
            lines += _wrapped(why, "    - ")
    return lines


def _changes(report: Report) -> list[str]:
    if not (report.changes or report.spacing):
        return []
    lines = _heading("Changes")
    for row in report.changes:
        lines += ["", f"{row.number}"]
        for mark, text in (
            ("    ", row.source),
            ("    before: ", row.before),
            ("    after:  ", row.after or "(taken out)"),
        ):
            lines += _wrapped(text, mark)
        for why in row.why:
            lines += _wrapped(why, "    - ")
    for spacing in report.spacing:
        lines += _wrapped(f"{spacing.before} → {spacing.after}: after segment {numbers(spacing.segments)}", "")
    return lines


def _queries(report: Report) -> list[str]:
    lines = _heading("Queries to the author") if report.queries else []
    for row in report.queries:
        lines += _wrapped(row.query, f"{row.number}  ")
        for text in (row.source, row.text):
            lines += _wrapped(text, "    ")
    return lines


def _findings(report: Report) -> list[str]:
    if not report.findings:
        return []
    lines = _heading("Open findings")
    for row in report.findings:
        lines += _wrapped(f"{row.severity}  {row.check}, {row.count}: {row.message}", "")
        lines += _wrapped(f"segment {numbers(row.segments)}", "    ")
    return lines


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def _columns(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    shown = [[_text(cell) for cell in row] for row in rows]
    widths = [max(cell_width(row[i]) for row in shown) for i in range(len(shown[0]))]

    def set_in(cell: str, i: int) -> str:
        space = " " * (widths[i] - cell_width(cell))
        return space + cell if i in right else cell + space

    return ["  ".join(set_in(cell, i) for i, cell in enumerate(row)).rstrip() for row in shown]


def _wrapped(text: str, mark: str) -> list[str]:
    """Lines of a text behind a mark that only the first one shows; nothing for no text."""
    if not text:
        return []
    shown = _text(text)
    starts = (0, *breaks(shown, max(20, WIDTH - len(mark))), len(shown))
    parts = [shown[a:b].rstrip() for a, b in pairwise(starts)]
    indent = " " * len(mark)
    return [(mark if i == 0 else indent) + part for i, part in enumerate(parts)]


def _text(text: str) -> str:
    return one_line(encodable(text))
