"""`workbench report`: figures, worst segments, changes and queries, for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output
from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import ENCODING, FILE, TRANSLATION, analysed, reviewed
from workbench.cli.opening import reviewer_name
from workbench.store.paths import is_project

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.score.mqm import MqmProfile
    from workbench.score.scorecards import Scorecard

_FORMS = ("markdown", "html", "text")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}


@click.command(
    "report",
    epilog="Example:\n\n  workbench report article.review -o report.html",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="NAME.review | A.review B.review | SOURCE TARGET | TARGET")
@OUTPUT
@click.option(
    "--to", "form", type=click.Choice(_FORMS), help="The form; without it, what the file's name says, else text."
)
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, help="Worst segments shown.")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAME|FILE",
    help="Count by these MQM rules and scorecards, and keep them in the project; --list-profiles names them, or give "
    "a TOML file.",
)
@click.option("--list-profiles", is_flag=True, help="The profiles that come with the program.")
@FORCE
@ENCODING
@TRANSLATION
def command(
    files: tuple[Path, ...],
    to: Path | None,
    form: str | None,
    most: int,
    profiles: tuple[str, ...],
    list_profiles: bool,
    force: bool,
    encodings: Encodings | None,
) -> None:
    """Write the report for people: counts, the MQM figure with its profile, the worst segments with reasons, changes,
    queries to the author and open findings.

    Of several projects or JSON exports of the same translation, how far their reviewers agree is told instead:
    Krippendorff's alpha, Cohen's kappa, the words they marked, their points and their scores.

    The HTML form is one file without outside references, with the data as JSON inside.
    """
    import importlib

    from workbench.report.contents import report_of

    if list_profiles:
        _list_profiles()
        return
    if len(files) > 1 and all(is_project(path) or _is_export(path) for path in files):
        _agreement(files)
        return
    chosen = _chosen(profiles)
    form = form or _SUFFIXES.get(to.suffix.lower() if to else "", "text")
    if chosen and len(files) == 1 and is_project(files[0]):
        _keep(files[0], chosen)
    session, inputs = reviewed(files, encodings=encodings)
    session.use_profiles(chosen)
    report = report_of(analysed(session).export_view(figures=True), most=most)
    written = importlib.import_module(f"workbench.report.{form}").write(report)
    deliver(written, to, force=force, inputs=inputs)


def _chosen(names: tuple[str, ...]) -> list[Scorecard | str]:
    """Scorecards, and MQM rules by their names. Raises `UnusableInput` or `FileProblem`."""
    from workbench.score.mqm import profiles
    from workbench.score.scorecards import scorecard_of

    return [name if name in profiles() else scorecard_of(name) for name in names]


def _keep(project: Path, chosen: list[Scorecard | str]) -> None:
    """In the project, unless another program has it open: then they count for this report alone."""
    from workbench.session.session import Session

    with Session.open(project, reviewer=reviewer_name(None)) as session:
        if session.read_only:
            diagnostics.notes(["The project is open elsewhere: the profiles count for this report alone."])
        else:
            session.use_profiles(chosen)


def _is_export(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _agreement(reviews: tuple[Path, ...]) -> None:
    """How far the reviewers of several projects, or JSON exports, of one translation agree."""
    from workbench.cli.importing import export_as_session
    from workbench.cli.inputs import open_project
    from workbench.session.agreeing import agreement, judgments

    sessions = [export_as_session(path) if _is_export(path) else open_project(path) for path in reviews]
    figures = agreement(*judgments(sessions, [str(path) for path in reviews]))
    output.table([("figure", "value", "of")], (22, 12, max(20, output.width() - 40)))
    for figure in figures:
        output.table([(figure.title, figure.value, figure.basis)], (22, 12, max(20, output.width() - 40)))
        output.line(f"    {figure.signature}")


def _list_profiles() -> None:
    from workbench.score.mqm import profiles
    from workbench.score.scorecards import scorecards

    known: list[MqmProfile | Scorecard] = [*profiles().values(), *scorecards().values()]
    for card in known:
        output.line(f"{card.name}: {card.title}")
        output.line(f"    {card.signature}")
        output.line(f"    {card.source}")
        if card.unverified:
            output.line(f"    not verified: {card.unverified}")
