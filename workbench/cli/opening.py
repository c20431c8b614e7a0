"""Opening a session, on the screen where there is a terminal, else as a summary."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics
from workbench.cli.inputs import is_project

if TYPE_CHECKING:
    from workbench.model.term import Termbase
    from workbench.session.session import Session

REVIEWER = "WORKBENCH_REVIEWER"
"""Environment variable with the reviewer's name."""


def reviewer_name(given: str | None) -> str:
    """Who reviews: what was given, else the environment's name, else the login name."""
    named = given or os.environ.get(REVIEWER)
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def has_terminal() -> bool:
    """True if a person is there to play the screen."""
    return diagnostics.is_terminal(sys.stdin) and diagnostics.is_terminal(sys.stdout)


def session_of(
    files: Sequence[Path],
    *,
    project: Path | None = None,
    terms: Path | Termbase | None = None,
    reviewer: str = "",
    encoding: str | None = None,
) -> Session:
    """A session over a project, over two texts, or over one English text; the latter two make their project file."""
    from workbench.session.session import Session

    if not files and project is not None:
        return Session.open(project, reviewer=reviewer, terms=terms)
    if len(files) == 1 and is_project(files[0]):
        if project is not None and project != files[0]:
            raise click.UsageError("--project goes with texts; a project is opened where it is.")
        return Session.open(files[0], reviewer=reviewer, terms=terms)
    if not files:
        raise click.UsageError("no file given; wanted are SOURCE TARGET, TARGET or NAME.review.")
    source = files[0] if len(files) == 2 else None
    with diagnostics.progress("pairing") as tell:
        return Session.create(
            source, files[-1], project=project, terms=terms, reviewer=reviewer, encoding=encoding, progress=tell
        )


def open_or_tell(session: Session) -> None:
    """The review screen; without a terminal, what one would see first."""
    try:
        if has_terminal():
            show(session)
        else:
            from workbench.cli.summary import tell

            diagnostics.notes(session.warnings)
            if session.read_only:
                diagnostics.warn(session.read_only)
            tell(session)
    finally:
        session.close()


def show(session: Session | None) -> None:
    """Runs the screens on a terminal: the review of `session`, or the home screen."""


def import_project(export: Path, project: Path | None) -> Path:
    """Makes a project from a JSON export. Returns its path. Raises `FileProblem` or `ProjectProblem`."""
    from workbench.errors import FileProblem
    from workbench.formats import project_json
    from workbench.model.span import Side
    from workbench.model.term import Termbase
    from workbench.store.project import Place, ProjectStore

    try:
        text = export.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileProblem(export, f"it cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise FileProblem(export, "it is not UTF-8") from error
    made = project_json.read(text, str(export))
    path = project or Path(export.stem + ".review")
    bitext = made.bitext
    with ProjectStore.create(path, bitext.source, bitext.target, bitext.beads, reviewer=made.reviewer) as store:
        store.append(made.entries)
        if made.terms:
            store.save_termbase(Termbase(made.terms, export.name))
        if made.place:
            store.save_place(Place(made.place[0], Side(made.place[1]), made.place[2]))
    return path
