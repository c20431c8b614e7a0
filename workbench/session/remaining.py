"""What is left: why a review cannot be called finished yet, each reason with the segments it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.model.finding import Severity

if TYPE_CHECKING:
    from workbench.session.session import Session


@dataclass(frozen=True, slots=True)
class Left:
    """One reason."""

    key: str
    """Stable: `undone`, `unrated`, `changed`, `unanswered`, `uncorrected`, `findings`, `unpaired`, `typing`, `analysis`
    or `saving`."""
    why: str
    """A clause with its count, such as `3 segments are not done`."""
    beads: tuple[str, ...] = ()
    """The segments, in document order; empty for what is about the whole."""


def what_is_left(session: Session) -> tuple[Left, ...]:
    """Every reason why the review is not finished, the weightiest first; empty if it is.

    Page furniture is nobody's work. An error that was marked and whose segment was not changed counts from major up; so
    do open findings of segments that were called done.
    """
    found = []

    def because(key: str, one: str, many: str, beads: list[str]) -> None:
        if beads:
            found.append(Left(key, f"1 {one}" if len(beads) == 1 else f"{len(beads)} {many}", tuple(beads)))

    work = [b.id for b in session.beads if b.reason is not Reason.FURNITURE]
    segments = {bead: session.segment(bead) for bead in work}
    done = [bead for bead in work if segments[bead].status is Status.DONE]
    edited = set(session.hunt("edited").beads)
    because("undone", "segment is not done", "segments are not done", [b for b in work if b not in set(done)])
    if session.rating_plan.protocol:
        because("unrated", "segment is not rated", "segments are not rated", list(session.unrated()))
    because(
        "changed",
        "segment was changed after it was done",
        "segments were changed after they were done",
        [b for b in done if segments[b].edited_after_done],
    )
    because(
        "unanswered",
        "question to the author is open",
        "questions to the author are open",
        [b.id for b in session.beads if session.segment(b.id).query],
    )
    because(
        "uncorrected",
        "segment has a major or critical mark and was not corrected",
        "segments have major or critical marks and were not corrected",
        [b for b in work if b not in edited and _is_marked(session, b)],
    )
    because(
        "findings",
        "done segment has an open major finding",
        "done segments have open major findings",
        [b for b in done if any(_weighs(f.severity) and not f.quiet for f in session.findings(b))],
    )
    if not session.is_monolingual:
        alone = [b.id for b in session.beads if not b.is_paired and b.id in segments]
        because(
            "unpaired",
            "line stands alone and waits",
            "lines stand alone and wait",
            [b for b in alone if segments[b].corrected is None and segments[b].status is not Status.DONE],
        )
    drafts = session.drafts()
    because("typing", "edit was never kept", "edits were never kept", [b for b in work if b in drafts])
    if not session.is_analysed:
        found.append(Left("analysis", "the analysis has not run to its end"))
    saved = str(session.save_state)
    if saved.startswith("not saved"):
        found.append(Left("saving", saved))
    return tuple(found)


def _weighs(severity: Severity) -> bool:
    return severity.rank >= Severity.MAJOR.rank


def _is_marked(session: Session, bead: str) -> bool:
    marks = (placed.annotation for placed in session.annotations(bead))
    return any(_weighs(a.severity) and (a.target is not None or a.insert_at is not None) for a in marks)
