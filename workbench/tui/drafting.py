"""What is said of a text while it is still being typed. Runs on a worker; nothing here is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.finding import Finding
from workbench.text.diff import Edit

if TYPE_CHECKING:
    from workbench.memory.matching import Match
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
    recalled: tuple[Match, ...] = ()
    """Earlier translations of such Chinese."""


def view_of_draft(session: Session, bead_id: str, text: str) -> DraftView:
    """Asks the session what there is to say of a draft."""
    return DraftView(
        bead_id,
        text,
        session.diff(bead_id, text) if session.machine(bead_id) else (),
        session.edit_effort(bead_id, text) if session.machine(bead_id) else 0.0,
        session.draft_findings(bead_id, text),
        session.recalled(bead_id),
    )
