"""`workbench check`: what is wrong, each place a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import diagnostics, output
from workbench.cli.inputs import ENCODING, FILE, JSON, LINES, PROFILE, TRANSLATION, Given, given
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

if TYPE_CHECKING:
    from workbench.checks.profile import CheckProfile
    from workbench.formats.encodings import Encodings
    from workbench.model.term import Termbase
    from workbench.session.analysis import SegmentTexts

_LEVELS = [severity.value for severity in Severity if severity is not Severity.NEUTRAL]


def _names(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


@click.command(
    "check",
    epilog="Example:\n\n  workbench check article.zh.txt article.en.txt --terms terms.csv --fail-on major\n\n"
    "  workbench check article.en.txt --only spacing",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="SOURCE TARGET | TARGET | NAME.review")
@click.option("--terms", type=FILE, metavar="FILE", help="A termbase: CSV, TSV or TBX; without it no terms are known.")
@PROFILE
@click.option("--only", multiple=True, callback=_names, metavar="IDS", help="Run these checks: ids or first parts.")
@click.option("--skip", multiple=True, callback=_names, metavar="IDS", help="Leave these checks out.")
@click.option("--all", "include_quiet", is_flag=True, help="Weak hints too.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS), help="Exit status 3 if there is a finding of this severity or above."
)
@click.option("--list", "list_checks", is_flag=True, help="List the checks that there are.")
@LINES
@JSON
@ENCODING
@TRANSLATION
def command(
    files: tuple[Path, ...],
    terms: Path | None,
    profile: Path | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    include_quiet: bool,
    fail_on: str | None,
    list_checks: bool,
    lines: bool,
    as_json: bool,
    encodings: Encodings | None,
) -> None:
    """Find what is wrong in a translation, with or without its source.

    What is found depends on the arguments alone; a project brings its own terms, check profile and
    dismissals with it.
    """
    if list_checks:
        _list()
        return
    work = given(files, encodings=encodings, lines=lines, alone=True)
    with diagnostics.progress("checking") as tell:
        from workbench.session.analysis import find

        findings = find(
            work.rows,
            termbase=_termbase(terms, work),
            only=only,
            skip=skip,
            include_quiet=include_quiet,
            monolingual=work.bitext.is_monolingual,
            profile=_profile(profile, work),
            progress=tell,
        )
    if work.session is not None:
        findings = tuple(finding for finding in findings if not work.session.is_dismissed(finding))
    if as_json:
        records = _Records(work)
        for finding in findings:
            output.record(records.of(finding))
    else:
        _tell(findings, work)
    if fail_on and any(finding.severity.rank >= Severity(fail_on).rank for finding in findings):
        raise diagnostics.Ending(diagnostics.FINDINGS)


def _termbase(path: Path | None, work: Given) -> Termbase | None:
    if path is not None:
        from workbench.terms.files import read_term_file

        read = read_term_file(path)
        diagnostics.notes(read.notes)
        return read.termbase
    return work.session.termbase if work.session else None


def _profile(path: Path | None, work: Given) -> CheckProfile | None:
    if path is not None:
        from workbench.checks.profile import read_profile

        return read_profile(path, diagnostics.warn)
    return work.session.check_profile if work.session else None


class _Records:
    """Turns findings into lines of `check --json`, with offsets of the files, or of the segments of a project."""

    def __init__(self, work: Given) -> None:
        self._project = work.session
        self._monolingual = work.bitext.is_monolingual
        self._rows = {row.bead.id: (number, row) for number, row in enumerate(work.rows)}
        self._target_ends = _target_ends(work.rows)

    def of(self, finding: Finding) -> dict[str, Any]:
        number, row = self._rows.get(finding.bead or "", (None, None))
        span = self._moved(finding.span, row, finding.side)
        source = self._moved(finding.source_span, row, Side.SOURCE)
        record = {
            "id": finding.id,
            "check": finding.check,
            "severity": finding.severity.value,
            "bead": None if self._monolingual else number,
            "side": finding.side.value if finding.side else None,
            "start": span.start if span else None,
            "end": span.end if span else None,
            "quote": finding.quote if span else None,
            "source_start": source.start if source else None,
            "source_end": source.end if source else None,
            "source_quote": finding.source_quote if source else None,
            "target_at": self._target_at(finding, number, row),
            "message": finding.message,
            "suggestions": list(finding.suggestions),
            "confidence": finding.confidence,
            "group": finding.group,
        }
        if self._project is not None:
            corrected = row is not None and row.target != self._project.machine(row.bead.id)
            record["text"] = "corrected" if corrected else "machine"
        return record

    def _moved(self, span: Span | None, row: SegmentTexts | None, side: Side | None) -> Span | None:
        if span is None or row is None or side is None or self._project is not None:
            return span
        whole = row.bead.span(side)
        return span.shifted(whole.start) if whole else span

    def _target_at(self, finding: Finding, number: int | None, row: SegmentTexts | None) -> int | None:
        """Where missing words belong: as the check says; for a source line without any translation, in a plain file,
        behind the target text before it."""
        if finding.side is not Side.SOURCE or row is None or number is None:
            return None
        whole = row.bead.span(Side.TARGET)
        if self._project is not None:
            return finding.target_at
        if whole is None:
            return self._target_ends[number]
        return None if finding.target_at is None else finding.target_at + whole.start


def _target_ends(rows: Iterable[SegmentTexts]) -> list[int]:
    """For each row, the document's code point behind the last target sentence before it; 0 at the beginning."""
    ends, end = [], 0
    for row in rows:
        ends.append(end)
        if row.bead.target:
            end = row.bead.target[-1].end
    return ends


# ---- for people


def _tell(findings: Sequence[Finding], work: Given) -> None:
    counts = {s: sum(f.severity is s for f in findings) for s in reversed(Severity)}
    told = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)
    output.line(f"{len(findings)} finding{'s' if len(findings) != 1 else ''}" + (f": {told}" if told else ""))
    rows = {row.bead.id: (number, row) for number, row in enumerate(work.rows)}
    following = _next_targets(work.rows)
    for group in _grouped(findings):
        first = group[0]
        count = f"  x{len(group)}" if len(group) > 1 else ""
        output.heading(f"{first.severity.value:<8}  {first.check}{count}")
        output.line(f"  {first.message}")
        for finding in group[:_MOST_PLACES]:
            output.line(_place(finding, rows, following))
        if len(group) > _MOST_PLACES:
            output.line(f"    … and {len(group) - _MOST_PLACES} more places (all with --json)")


_MOST_PLACES = 12


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """What repeats together, the most severe first and in document order otherwise."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.group or finding.id, []).append(finding)
    return sorted(groups.values(), key=lambda group: -max(f.severity.rank for f in group))


def _next_targets(rows: Sequence[SegmentTexts]) -> dict[str, str]:
    """What follows each segment in the translation, by segment id."""
    found, upcoming = {}, ""
    for row in reversed(rows):
        found[row.bead.id] = row.separator + upcoming
        upcoming = row.target or upcoming
    return found


def _place(finding: Finding, rows: Mapping[str, tuple[int, SegmentTexts]], following: Mapping[str, str]) -> str:
    """Number of the segment, the words between some of their neighbours, and what could stand there."""
    number, row = rows.get(finding.bead or "", (None, None))
    where = "" if number is None else f"{number + 1:>5}  "
    words = finding.quote
    if row is not None and finding.span is not None and len(finding.quote) < _SHORT:
        text = row.target if finding.side is Side.TARGET else row.source
        before = text[max(0, finding.span.start - _AROUND) : finding.span.start]
        after = text[finding.span.end : finding.span.end + _AROUND]
        if finding.side is Side.TARGET:
            after = (after + following[row.bead.id])[:_AROUND]
        words = f"{before}[{finding.quote}]{after}"
    source = f"  for {finding.source_quote}" if finding.source_quote and finding.source_quote != finding.quote else ""
    instead = "  \u2192 " + " ".join(f"[{text}]" for text in finding.suggestions[:3]) if finding.suggestions else ""
    return "    " + output.fitted(f"{where}{words}{source}{instead}", output.width() - 4).rstrip()


_SHORT, _AROUND = 40, 24
"""Quotes shorter than this are shown among so many characters on either side."""


def _list() -> None:
    from workbench.checks.registry import all_checks

    for check in all_checks():
        off = "" if check.default_on else " (off: a weak hint)"
        output.line(f"{check.id:<28} {check.severity.value:<9} {check.description}{off}")
