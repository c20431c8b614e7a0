"""What is told once a review is left or exported: where it is kept, what is still open in it, and what comes next."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli import diagnostics
from workbench.model.bitext import Reason
from workbench.model.finding import Severity

if TYPE_CHECKING:
    from workbench.cli.opening import Opener
    from workbench.session.session import Session


class Opened:
    """Remembers the sessions that were opened on the screen, to tell about them when it is gone."""

    def __init__(self) -> None:
        self.sessions: list[Session] = []

    def by(self, opener: Opener) -> Opener:
        """The same opener, watched."""

        def open_it(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Session:
            session = opener(progress, cancelled)
            self.sessions.append(session)
            return session

        return open_it

    def tell(self) -> bool:
        """Tells of each session, which is closed by now. False if something of one could not be saved."""
        saved = [_tell(session) for session in self.sessions]
        return all(saved)


def _tell(session: Session) -> bool:
    if session.path is None:
        return True
    progress = session.progress()
    name = shlex.quote(str(near(session.path)))
    state = session.save_state
    is_lost = state.startswith("not saved")
    diagnostics.say(f"{near(session.path)}: {progress.done} of {progress.total} segments done, {state}")
    if session.rescued is not None:
        where = shlex.quote(str(session.rescued))
        diagnostics.say(f"  all of it is in {where}: workbench review {where} makes a project of it again")
    diagnostics.say(f"  go on:   workbench review {name}")
    text = shlex.quote(str(near(session.path.with_suffix(".corrected.txt"))))
    diagnostics.say(f"  export:  workbench export {name} --to text -o {text}")
    return not is_lost


def near(path: Path) -> Path:
    """A path as one would type it here."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was removed meanwhile
        return path
    return path.relative_to(here) if path.is_relative_to(here) else path


def left_open(session: Session) -> str:
    """What an analysed review leaves open, in one clause; empty if nothing."""
    untranslated = sum(
        bool(bead.source) and not session.final(bead.id) and bead.reason not in (Reason.FURNITURE, Reason.DUPLICATE)
        for bead in session.beads
    )
    severities = [finding.severity for bead in session.beads for finding in session.findings(bead.id)]
    unmended = sum(
        mark.severity is Severity.CRITICAL and not _is_mended(session, bead.id)
        for bead in session.beads
        for mark in session.review.annotations_of(bead.id)
    )
    counts = (
        (untranslated, "source line without a translation", "source lines without a translation"),
        (severities.count(Severity.CRITICAL), "critical finding", "critical findings"),
        (severities.count(Severity.MAJOR), "major finding", "major findings"),
        (unmended, "critical mark in unchanged text", "critical marks in unchanged text"),
    )
    return ", ".join(f"{count} {one if count == 1 else several}" for count, one, several in counts if count)


def _is_mended(session: Session, bead_id: str) -> bool:
    return session.final(bead_id) != session.machine(bead_id)
