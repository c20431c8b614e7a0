"""What a report says, worked out once for all its writers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.formats import decisions
from workbench.formats.changes import reasons, separator_name
from workbench.formats.export_view import ExportSegment, ExportView
from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.model.finding import Finding, Severity
from workbench.model.typology import BY_NAME, SOURCE_ISSUE
from workbench.score.urgency import major_chance, urgency
from workbench.score.wording import told
from workbench.text.plural import counted

HIGH, MEDIUM = 0.5, 0.25
"""Chances of a major error from which a segment is called high and medium, as on screen."""

SEVERITIES = tuple(reversed(Severity))
IN_CORRECTION = " (in the corrected text)"
"""Added to the category of marks in the reviewer's own words."""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """Marks of one category, by severity in the order of `SEVERITIES`."""

    category: str
    counts: tuple[int, ...]
    on_source: bool = False
    """True for faults of the source itself, which never count against the translation."""
    on_correction: bool = False
    """True for faults in the reviewer's own words, which do not count against the machine's."""

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Open findings of one check."""

    check: str
    severity: Severity
    count: int
    message: str
    """Of the first of them."""
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WorstRow:
    """A segment to look at first."""

    number: int
    source: str
    text: str
    """As it stands, corrected or not."""
    risk: float | None
    likelihood: str
    """Of the machine's text alone, as it is calibrated on machines."""
    is_own: bool
    """True if the text is the reviewer's own, supplied or corrected."""
    why: tuple[str, ...]

    @property
    def judged(self) -> str:
        """What is said beside the risk."""
        if self.likelihood:
            return f"major error: {self.likelihood}"
        return "the reviewer's own text" if self.is_own and self.text else "unpaired"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    number: int
    source: str
    before: str
    after: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpacingRow:
    """Separators mended in one way."""

    before: str
    after: str
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QueryRow:
    number: int
    source: str
    text: str
    query: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report's contents: raw texts, which each writer makes safe for its own output."""

    title: str
    source_name: str
    target_name: str
    reviewers: tuple[str, ...]
    dated: str
    """When the last decision was made, ISO 8601; empty if none was. The clock is not asked, so that the same review
    always gives the same report."""
    counts: tuple[tuple[str, int], ...]
    blind: tuple[str, ...]
    """How far judgments were made with machine scores and findings hidden; sentences, none where nothing was."""
    statuses: tuple[tuple[str, int], ...]
    """(status, segments that can be reviewed); every segment with a query counts as one, done or not."""
    mqm_line: str
    mqm_profile: str
    """Signature of the profile that made the figure."""
    figures: tuple[tuple[str, str, str, str], ...]
    """Further figures: (name, value, what it is counted over, signature)."""
    categories: tuple[CategoryRow, ...]
    likelihoods: tuple[tuple[str, int], ...]
    """(high, medium or low chance of a major error, segments); those of which the machine's text stands alone. Empty
    without estimates."""
    estimate_signature: str
    risks: tuple[float | None, ...]
    """Of every segment in order; None where there is none."""
    worst: tuple[WorstRow, ...]
    changes: tuple[ChangeRow, ...]
    spacing: tuple[SpacingRow, ...]
    queries: tuple[QueryRow, ...]
    findings: tuple[FindingRow, ...]
    criticals_open: tuple[int, ...]
    """Numbers of segments with a critical mark whose text was not changed."""


def report_of(view: ExportView, *, most: int = 10) -> Report:
    """The contents of a report; `most` limits the worst segments."""
    history = decisions.by_segment(view.entries)
    reviewable = [s for s in view.segments if s.bead.reason is not Reason.FURNITURE]
    estimates = [s.estimate for s in view.segments if s.estimate is not None]
    return Report(
        title=view.title,
        source_name=view.source.name if not view.is_monolingual else "",
        target_name=view.target.name,
        reviewers=tuple(sorted({entry.reviewer for entry in view.entries if entry.reviewer})),
        dated=max((entry.at for entry in view.entries), default=""),
        counts=_counts(view, reviewable),
        blind=_blind(view),
        statuses=_statuses(view, reviewable),
        mqm_line=str(view.mqm.get("line", "")),
        mqm_profile=str(view.mqm.get("signature", "")),
        figures=view.figures,
        categories=_categories(view),
        likelihoods=_likelihoods(view) if estimates else (),
        estimate_signature=estimates[0].signature if estimates else "",
        risks=tuple(s.estimate.risk if s.estimate else None for s in view.segments),
        worst=_worst(reviewable, most),
        changes=tuple(
            ChangeRow(s.number, s.source, s.machine, s.final, tuple(reasons(s, history.get(s.bead.id, ()))))
            for s in view.segments
            if s.is_changed
        ),
        spacing=_spacing(view),
        queries=tuple(QueryRow(s.number, s.source, s.final, s.segment.query) for s in view.segments if s.segment.query),
        findings=_findings(view),
        criticals_open=_criticals(view),
    )


def _likelihood(segment: ExportSegment) -> str:
    """The chance of a major error in a word: it is calibrated on news, and decimals would promise too much."""
    chance = major_chance(segment.estimate, segment.findings)
    return "high" if chance >= HIGH else "medium" if chance >= MEDIUM else "low"


def _blind(view: ExportView) -> tuple[str, ...]:
    marks = [placed.annotation.blind for _, placed in view.annotations]
    scores = [score.blind for segment in view.segments for score in segment.segment.scores]
    said = []
    if any(marks) or any(scores):
        parts = [
            f"{sum(made)} of {counted(len(made), what)}" for made, what in ((scores, "score"), (marks, "mark")) if made
        ]
        said.append(f"Judged blind, with machine scores and findings hidden: {', '.join(parts)}.")
    if view.is_blind:
        said.append("The project is rated blind: machine scores and findings are left out of this report.")
    return tuple(said)


def _counts(view: ExportView, reviewable: Sequence[ExportSegment]) -> tuple[tuple[str, int], ...]:
    unpaired = [s for s in reviewable if not s.bead.is_paired and not view.is_monolingual]
    marks = [placed.annotation for _, placed in view.annotations]
    written = sum(mark.is_on_correction for mark in marks)
    faults = sum(mark.category == SOURCE_ISSUE and not mark.is_on_correction for mark in marks)
    counts = [
        ("segments to review", len(reviewable)),
        ("source lines without a translation", sum(bool(s.source) and not s.final for s in unpaired)),
        ("English lines without a source", sum(not s.source for s in unpaired)),
        ("lines of page furniture, left out", len(view.segments) - len(reviewable)),
        ("Chinese characters", sum(not ch.isspace() for ch in view.source.text)),
        ("English words", len(view.target.text.split())),
        ("segments changed", sum(s.is_changed for s in view.segments)),
        ("errors marked", len(marks) - written - faults),
        ("faults of the source marked, not counted", faults),
        ("marks in the corrected text, not counted", written),
        ("findings open", sum(len(s.findings) for s in view.segments)),
        ("findings dismissed", len(view.dismissals)),
    ]
    return tuple((name, count) for name, count in counts if count or name.startswith(("segments", "errors")))


def _statuses(view: ExportView, reviewable: Sequence[ExportSegment]) -> tuple[tuple[str, int], ...]:
    counts = Counter(s.segment.status for s in reviewable)
    counts[Status.QUERY] = sum(bool(s.segment.query) for s in view.segments)
    return tuple((status.value, counts[status]) for status in Status)


def _categories(view: ExportView) -> tuple[CategoryRow, ...]:
    found: Counter[tuple[str, bool, Severity]] = Counter()
    for _, placed in view.annotations:
        mark = placed.annotation
        found[mark.category or "Other", mark.is_on_correction, mark.severity] += 1
    rows = [
        CategoryRow(
            name + IN_CORRECTION * written,
            tuple(found[name, written, severity] for severity in SEVERITIES),
            name == SOURCE_ISSUE,
            written,
        )
        for name, written in dict.fromkeys((name, written) for name, written, _ in found)
    ]
    order = {name: i for i, name in enumerate(BY_NAME)}

    def place(row: CategoryRow) -> tuple[bool, bool, int, str]:
        return row.on_source, row.on_correction, order.get(row.category, len(order)), row.category

    return tuple(sorted(rows, key=place))


def _likelihoods(view: ExportView) -> tuple[tuple[str, int], ...]:
    counts = Counter(_likelihood(s) for s in view.segments if s.estimate and not s.is_changed)
    return tuple((word, counts[word]) for word in ("high", "medium", "low"))


def _worst(segments: Sequence[ExportSegment], most: int) -> tuple[WorstRow, ...]:
    """In the order of the screen, among what is not done: by risk and open findings together."""
    left = [s for s in segments if s.segment.status is not Status.DONE and (s.estimate or s.findings)]
    return tuple(_worst_row(s) for s in sorted(left, key=lambda s: -urgency(s.estimate, s.findings))[:most])


def _worst_row(segment: ExportSegment) -> WorstRow:
    made = segment.estimate
    why = [f"{f.check}: {f.message}" for f in segment.findings[:3]]
    if made is not None:
        why += [f"{one.text()} {one.points:.2f}" for one in told(made.reasons)]
    return WorstRow(
        number=segment.number,
        source=segment.source,
        text=segment.final,
        risk=made.risk if made else None,
        likelihood=_likelihood(segment) if made and not segment.is_changed else "",
        is_own=segment.is_changed,
        why=tuple(why),
    )


def _spacing(view: ExportView) -> tuple[SpacingRow, ...]:
    found: dict[tuple[str, str], list[int]] = {}
    for s in view.segments:
        if s.machine and s.final and s.separator_machine != s.separator_final:
            key = separator_name(s.separator_machine), separator_name(s.separator_final)
            found.setdefault(key, []).append(s.number)
    return tuple(SpacingRow(before, after, tuple(numbers)) for (before, after), numbers in found.items())


def _findings(view: ExportView) -> tuple[FindingRow, ...]:
    by_check: dict[str, list[tuple[int, Finding]]] = {}
    for segment in view.segments:
        for finding in segment.findings:
            by_check.setdefault(finding.check, []).append((segment.number, finding))
    rows = [
        FindingRow(
            check=check,
            severity=max((finding.severity for _, finding in items), key=lambda severity: severity.rank),
            count=len(items),
            message=items[0][1].message,
            segments=tuple(sorted({number for number, _ in items})),
        )
        for check, items in by_check.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.severity.rank, -row.count, row.check)))


def _criticals(view: ExportView) -> tuple[int, ...]:
    return tuple(
        sorted(
            {
                segment.number
                for segment, placed in view.annotations
                if placed.annotation.severity is Severity.CRITICAL and not segment.is_changed
            }
        )
    )
