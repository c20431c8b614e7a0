"""How one pair looks: its texts as they may be shown, its marks, and the signs of the gutter. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.bitext import Bead, Reason
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.text.safe import visible
from workbench.tui.glyphs import G

if TYPE_CHECKING:
    from workbench.session.session import Session

LETTER = {Severity.NEUTRAL: "n", Severity.MINOR: "m", Severity.MAJOR: "M", Severity.CRITICAL: "C"}
_WHY = {
    Reason.OMISSION: "not translated",
    Reason.ADDITION: "no Chinese for this",
    Reason.FURNITURE: "page furniture",
    Reason.DUPLICATE: "said before",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A styled stretch of a text."""

    start: int
    end: int
    kind: str
    """Name of a style: a severity, `finding`, `hint` or `edited`."""


@dataclass(frozen=True, slots=True)
class SideLook:
    """One side of a pair."""

    text: str
    """Length-preserving: its offsets are those of the raw text."""
    marks: tuple[Mark, ...] = ()
    letters: tuple[tuple[int, str], ...] = ()
    """(offset, letter) of each human mark, for the margin of its row."""
    stand_in: str = ""
    """Why there is no text here."""
    tail: str = ""
    """The sign of what follows: a paragraph break, or a space that is missing."""
    tail_is_fault: bool = False
    gap: int | None = None
    """The code point before which words are missing, where an omission was marked."""


@dataclass(frozen=True, slots=True)
class PairLook:
    """A pair as the view draws it while it has no focus."""

    bead: str
    number: int
    status: str
    risk: int
    """Eighths of the bar."""
    flags: str
    """Worst human mark and how many, such as `M2`; else the count of findings."""
    flags_kind: str
    more_flags: str
    """The count of findings beside human marks, for the second row."""
    source: SideLook
    target: SideLook
    edited: bool
    furniture: bool
    gap: bool
    """A paragraph ends here."""

    def side(self, side: Side) -> SideLook:
        return self.source if side is Side.SOURCE else self.target


def shown(text: str) -> str:
    """The text for the screen, each code point in its place; line ends inside a segment stay line ends."""
    return visible(text.replace("\r\n", " \n"))


def look_of(session: Session, index: int) -> PairLook:
    """All that the view needs of one pair; cheap, for the interface thread."""
    bead = session.beads[index]
    segment = session.segment(bead.id)
    placed = session.annotations(bead.id)
    findings = session.findings(bead.id)
    marks: dict[Side, list[Mark]] = {Side.SOURCE: [], Side.TARGET: []}
    letters: dict[Side, list[tuple[int, str]]] = {Side.SOURCE: [], Side.TARGET: []}
    final = session.final(bead.id)
    missing: int | None = None
    if segment.corrected is not None and bead.target:
        marks[Side.TARGET] += [
            Mark(e.new.start, e.new.end, "edited") for e in session.diff(bead.id) if e.kind != "equal" and len(e.new)
        ]
    for finding in reversed(findings):
        _mark_finding(finding, marks)
    for item in sorted(placed, key=lambda p: p.annotation.severity.rank):
        severity = item.annotation.severity
        for side, span in ((Side.SOURCE, item.source), (Side.TARGET, item.target)):
            if span is not None:
                marks[side].append(Mark(span.start, span.end, str(severity)))
                letters[side].append((span.start, LETTER[severity]))
        if item.insert_at is not None and item.target is None and final:
            letters[Side.TARGET].append((item.insert_at, G.gap))
            missing = item.insert_at
            # On the space before the place, so that nothing of the text is covered.
            at = max(0, min(missing, len(final)) - 1)
            marks[Side.TARGET].append(Mark(at, at + 1, "gap"))
    flags, kind, more = _flags(placed, findings)
    gap, source_tail, target_tail, is_fault = _tails(session, index, bead)
    return PairLook(
        bead.id,
        index + 1,
        G.status(segment.status, segment.edited_after_done),
        session.risk_level(bead.id),
        flags,
        kind,
        more,
        SideLook(
            shown(session.source(bead.id)),
            _layered(marks[Side.SOURCE]),
            tuple(sorted(letters[Side.SOURCE])),
            "" if bead.source or session.is_monolingual else f"({_WHY.get(bead.reason or Reason.ADDITION)})",
            source_tail,
        ),
        SideLook(
            shown(final),
            _layered(marks[Side.TARGET]),
            tuple(sorted(letters[Side.TARGET])),
            "" if final else f"({_WHY.get(bead.reason or Reason.OMISSION)})",
            target_tail,
            is_fault,
            missing,
        ),
        segment.corrected is not None,
        bead.reason is Reason.FURNITURE,
        gap,
    )


_WEIGHT = {"hint": 1, "finding": 2, "neutral": 3, "minor": 4, "major": 5, "critical": 6}


def _layered(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in the order to draw them: a narrow one over the wide one that it lies in, so that both are seen."""

    def place(mark: Mark) -> tuple[int, int, int]:
        layer = {"edited": 0, "gap": 2}.get(mark.kind, 1)
        return layer, mark.start - mark.end, _WEIGHT.get(mark.kind, 0)

    return tuple(sorted(marks, key=place))


def _mark_finding(finding: Finding, marks: dict[Side, list[Mark]]) -> None:
    kind = "hint" if finding.quiet else "finding"
    if finding.side is not None and finding.span is not None:
        marks[finding.side].append(Mark(finding.span.start, finding.span.end, kind))
    if finding.source_span is not None:
        marks[Side.SOURCE].append(Mark(finding.source_span.start, finding.source_span.end, kind))


def _flags(placed: tuple[object, ...], findings: tuple[Finding, ...]) -> tuple[str, str, str]:
    severities = [item.annotation.severity for item in placed]  # type: ignore[attr-defined]
    claims = f"{G.finding}{min(9, len(findings))}" if findings else ""
    if not severities:
        return claims, "finding", ""
    worst = max(severities, key=lambda s: s.rank)
    return f"{LETTER[worst]}{min(9, len(severities))}", str(worst), claims


def _tails(session: Session, index: int, bead: Bead) -> tuple[bool, str, str, bool]:
    """(blank row after, sign after the Chinese, sign after the English, whether the latter is a fault)."""
    beads = session.beads
    following = beads[index + 1] if index + 1 < len(beads) else None
    source_ends = bool(
        bead.source
        and (following is None or not following.source or following.source[0].paragraph != bead.source[-1].paragraph)
    )
    separator = session.separator(bead.id)
    target_ends = separator is not None and "\n" in separator
    source_tail = G.paragraph if source_ends and following is not None else ""
    if separator is None:
        return source_ends, source_tail, "", False
    if target_ends:
        return True, source_tail, G.paragraph, False
    if not separator and not session.is_blind:
        return source_ends, source_tail, G.no_space, True
    return source_ends, source_tail, "", False


def touching(marks: tuple[Span, ...], span: Span) -> bool:
    """True if any of the spans shares a code point with `span`."""
    return any(mark.overlaps(span) for mark in marks)
