"""Opening a session, on the screen where there is a terminal, else as a summary."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import diagnostics
from workbench.cli.leaving import Opened
from workbench.store.paths import is_project

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.model.term import Termbase
    from workbench.session.session import Session
    from workbench.session.translating import Also
    from workbench.terms.own import OwnTerms

Opener = Callable[[Callable[[float], None], Callable[[], bool]], "Session"]
"""Opens a session; is given where to report progress (0 to 1), and how to learn that it should stop."""

REVIEWER = "WORKBENCH_REVIEWER"
"""Environment variable with the reviewer's name."""
SERVED = "WORKBENCH_SERVED"
"""Set by `workbench serve` in the environment of what it runs."""


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
    """True if a person is there to play the screen: at a terminal, or in a browser (see `workbench.web`)."""
    return bool(os.environ.get(SERVED)) or (diagnostics.is_terminal(sys.stdin) and diagnostics.is_terminal(sys.stdout))


def opener_of(
    files: Sequence[Path],
    *,
    project: Path | None = None,
    terms: Path | Termbase | None = None,
    references: Sequence[Path] = (),
    profile: Path | None = None,
    reviewer: str = "",
    encodings: Encodings | None = None,
    also: Sequence[Also] = (),
    translation: str | None = None,
    rating: Mapping[str, Any] = MappingProxyType({}),
) -> Opener:
    """How to open a project, two texts, or one English text; the latter two make their project file. `rating` is what
    changes in the plan of rating.

    Raises `UsageError` at once for a wrong number of files; what is wrong with the files shows when it is called.
    """
    if len(files) > 2:
        raise click.UsageError(
            f"{len(files)} file{'' if len(files) == 1 else 's'} given; wanted are SOURCE TARGET, TARGET or NAME.review."
        )
    if len(files) == 1 and is_project(files[0]):
        if project is not None and project != files[0]:
            raise click.UsageError("--project goes with texts; a project is opened where it is.")
        if encodings:
            raise click.UsageError("--encoding goes with texts; a project keeps them as they were read.")
        files, project = [], files[0]
    if not files and project is None:
        raise click.UsageError("no file given; wanted are SOURCE TARGET, TARGET or NAME.review.")
    texts = list(files)

    def open_it(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Session:
        from workbench.session.session import Session

        if not texts:
            assert project is not None
            session = Session.open(
                project, reviewer=reviewer, terms=terms, profile=profile, also=also, translation=translation
            )
        else:
            session = Session.create(
                texts[0] if len(texts) == 2 else None,
                texts[-1],
                project=project,
                terms=terms,
                profile=profile,
                reviewer=reviewer,
                encodings=encodings,
                also=also,
                translation=translation,
                progress=progress,
                cancelled=cancelled,
            )
        try:
            if rating:
                session.plan_rating(replace(session.rating_plan, **rating))
            for reference in references:
                session.add_reference(reference)
            session.use_own_terms(_own_terms())
        except BaseException:
            session.close()
            raise
        return session

    return open_it


def _own_terms() -> OwnTerms:
    """The user's own termbase, where the settings put it."""
    from workbench.terms.own import OwnTerms
    from workbench.tui.settings import read_settings

    return OwnTerms(read_settings().terms)


def open_or_tell(opener: Opener) -> None:
    """The review screen; without a terminal, what one would see first."""
    if has_terminal():
        from workbench.tui.app import run

        opened = Opened()
        _leave(run(opened.by(opener)), opened)
        return
    from workbench.cli.summary import tell

    with diagnostics.progress("pairing") as show:
        session = opener(show, lambda: False)
    with session:
        diagnostics.notes(session.warnings)
        if session.read_only:
            diagnostics.warn(session.read_only)
        tell(session)


def converse(opener: Opener) -> None:
    """The review in plain lines. Ends with status 1 if lines of a script could not be done."""
    from workbench.linear.console import Console
    from workbench.linear.conversation import Conversation
    from workbench.memory.user import UserMemory
    from workbench.tui.settings import read_settings

    with diagnostics.progress("pairing") as show:
        session = opener(show, lambda: False)
    with session:
        if read_settings().memory:
            session.use_memory(UserMemory())
        console = Console()
        conversation = Conversation(session, console)
        conversation.hold()
    if conversation.failures and not console.is_asking:
        raise diagnostics.Ending(diagnostics.FAILED)


def open_home(sample: Opener, reviewer: str) -> None:
    """The home screen, on a terminal."""
    from workbench.tui.app import run
    from workbench.tui.recent import recent_projects
    from workbench.tui.screens.home import Home

    opened = Opened()
    home = Home(
        open_project=lambda path: opened.by(opener_of((), project=path, reviewer=reviewer)),
        open_files=lambda source, target: opened.by(
            opener_of((target,) if source is None else (source, target), reviewer=reviewer)
        ),
        open_sample=opened.by(sample),
        recent=recent_projects(),
    )
    _leave(run(None, home=home), opened)


def _leave(status: int, opened: Opened) -> None:
    is_saved = opened.tell()
    if status or not is_saved:
        status = status or diagnostics.FAILED
        raise diagnostics.Ending(status)
