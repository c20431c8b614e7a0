"""The report in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.formats.markdown import escaped, one_line
from workbench.formats.written import encodable
from workbench.report.contents import SEVERITIES, Report
from workbench.report.wording import DIRECTION, about, numbers


def write(report: Report) -> str:
    """One Markdown text; every text of the review is escaped and stands on one line."""
    lines = [f"# Review: {_text(report.title)}", "", *(_text(line) + "  " for line in about(report)), ""]
    lines += _table(("count", ""), [(name, str(count)) for name, count in report.counts])
    lines += _table(("status", "segments"), [(name, str(count)) for name, count in report.statuses])
    lines += ["## Quality by human marks", "", _text(report.mqm_line or "No figure."), "", DIRECTION]
    if report.mqm_profile:
        lines.append(f"Profile: `{one_line(encodable(report.mqm_profile)).replace('`', '')}`")
    lines.append("")
    if report.categories:
        rows = [(row.category, *map(_count, row.counts), str(row.total)) for row in report.categories]
        lines += _table(("category", *(s.value for s in SEVERITIES), "all"), rows)
    if report.figures:
        lines += ["## Other figures", ""]
        lines += _table(("figure", "value", "over", "signature"), report.figures)
    lines += _worst(report) + _changes(report) + _queries(report) + _findings(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def _worst(report: Report) -> list[str]:
    if not report.worst:
        return []
    lines = ["## Where to look first", ""]
    if report.likelihoods:
        told = ", ".join(f"{count} {word}" for word, count in report.likelihoods)
        lines += [
            f"Chance of a major error, segments: {told}. Estimated without a reference; not a quality figure.",
            "",
        ]
    for row in report.worst:
        risk = f", risk {row.risk:.2f}" if row.risk is not None else ""
        lines += [f"### {row.number} ({row.judged}{risk})", ""]
        lines += [f"- {_text(text)}" for text in (row.source, row.text) if text]
        lines += [f"- *why:* {_text(why)}" for why in row.why]
        lines.append("")
    return lines


def _changes(report: Report) -> list[str]:
    if not (report.changes or report.spacing):
        return []
    lines = ["## Changes", ""]
    for row in report.changes:
        lines += [f"### {row.number}", ""]
        named = (("Chinese", row.source), ("before", row.before), ("after", row.after or "(taken out)"))
        lines += [f"- *{name}:* {_text(text)}" for name, text in named if text]
        lines += [f"- *why:* {_text(why)}" for why in row.why]
        lines.append("")
    for spacing in report.spacing:
        lines.append(f"- {_text(spacing.before)} → {_text(spacing.after)}: after segment {numbers(spacing.segments)}")
    return [*lines, ""] if report.spacing else lines


def _queries(report: Report) -> list[str]:
    if not report.queries:
        return []
    lines = ["## Queries to the author", ""]
    for row in report.queries:
        lines.append(f"- **{row.number}: {_text(row.query)}**")
        lines += [f"  - {_text(text)}" for text in (row.source, row.text) if text]
    return [*lines, ""]


def _findings(report: Report) -> list[str]:
    if not report.findings:
        return []
    rows = [(f.check, f.severity.value, str(f.count), f.message, numbers(f.segments)) for f in report.findings]
    return ["## Open findings", "", *_table(("check", "severity", "places", "such as", "segments"), rows)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, *(["---"] * len(head),)]
    body = [[_text(cell) for cell in row] for row in rows]
    return [*("| " + " | ".join(cells) + " |" for cells in [*lines, *body]), ""]


def _count(count: int) -> str:
    return str(count) if count else ""


def _text(text: str) -> str:
    return escaped(encodable(text))
