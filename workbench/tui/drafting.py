"""What is said of a text while it is still being typed. Runs on a worker; nothing here is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.finding import Finding
from workbench.text.diff import Edit

if TYPE_CHECKING:
    from workbench.session.session import Session


@dataclass(frozen=True, slots=True)
class DraftView:
    """How a draft differs from the machine's text, and what the checks find in it."""

    bead: str
    text: str
    edits: tuple[Edit, ...]
    effort: float
    """Word edits per word, against the machine's text."""
    findings: tuple[Finding, ...]


def view_of_draft(session: Session, bead_id: str, text: str) -> DraftView:
    """Findings are those of the segment by itself, as its neighbours do not change while one types."""
    return DraftView(
        bead_id,
        text,
        session.diff(bead_id, text) if session.machine(bead_id) else (),
        session.edit_effort(bead_id, text) if session.machine(bead_id) else 0.0,
        _findings(session, bead_id, text),
    )


def _findings(session: Session, bead_id: str, text: str) -> tuple[Finding, ...]:
    from workbench.checks.runner import run_checks
    from workbench.session.analysis import SegmentTexts, checked_segments

    bead = session.bead(bead_id)
    if bead.source and not bead.target and text.strip():
        bead = replace(bead, reason=None)
    row = SegmentTexts(bead, session.source(bead_id), text, session.separator(bead_id) or "", ())
    found = run_checks(checked_segments([row]), termbase=session.termbase, monolingual=session.is_monolingual)
    return tuple(sorted(found, key=lambda f: -f.severity.rank))
