"""Scores of other programs into a project: from a file, or by a model that runs here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output
from workbench.cli.inputs import chosen_translation
from workbench.cli.opening import has_terminal, reviewer_name
from workbench.errors import UnusableInput
from workbench.store.paths import is_project
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.session.session import Session


def _project(files: tuple[Path, ...], option: str) -> Session:
    from workbench.session.session import Session

    if len(files) != 1 or not is_project(files[0]):
        raise click.UsageError(f"{option} goes with a project.")
    return Session.open(files[0], reviewer=reviewer_name(None), translation=chosen_translation())


def keep(
    files: tuple[Path, ...], scores: Path | None, scorer: str | None, model: Path | None, *, is_fine: bool
) -> None:
    """Scores from a file, or by a model from the disk whose licence is shown before it is used."""
    if scores is not None:
        if scorer or model:
            raise click.UsageError("--import reads scores, and --with makes them: give one of the two.")
        with _project(files, "--import") as session:
            _told(session, session.import_scores(scores))
    elif scorer is None or model is None:
        raise click.UsageError("--with and --model go together: --with comet --model PATH.")
    else:
        with _project(files, "--with") as session:
            _score_with(session, scorer, model, is_fine=is_fine)


def _score_with(session: Session, name: str, path: Path, *, is_fine: bool) -> None:
    from workbench.score.scorers import open_scorer

    session.check_writable()
    scorer = open_scorer(name, path)
    diagnostics.say(f"{scorer.name}: the licence of this model is {scorer.licence or 'not told by its folder'}.")
    if not is_fine:
        if not has_terminal():
            raise UnusableInput(f"{path}: say --yes if you may use it under that licence.")
        if not click.confirm("Use it?", err=True):
            return
    with diagnostics.progress("scoring") as tell:
        kept = session.score_by(scorer, tell)
    _told(session, kept)


def _told(session: Session, kept: int) -> None:
    diagnostics.notes([f"{counted(kept, 'score')} kept in {session.path}."])
    for figure in session.imported_figures():
        output.line(f"{figure.title} {figure.value}  {figure.basis}  {figure.signature}")
