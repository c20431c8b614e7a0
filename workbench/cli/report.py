"""`workbench report`: figures, worst segments, changes and queries, for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import ENCODING, FILE, analysed, reviewed

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings

_FORMS = ("markdown", "html", "text")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}


@click.command(
    "report",
    epilog="Example:\n\n  workbench report article.review -o report.html",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="NAME.review | SOURCE TARGET | TARGET")
@OUTPUT
@click.option(
    "--to", "form", type=click.Choice(_FORMS), help="The form; without it, what the file's name says, else text."
)
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, help="Worst segments shown.")
@FORCE
@ENCODING
def command(
    files: tuple[Path, ...], to: Path | None, form: str | None, most: int, force: bool, encodings: Encodings | None
) -> None:
    """Write the report for people: counts, the MQM figure with its profile, the worst segments with reasons, changes,
    queries to the author and open findings.

    The HTML form is one file without outside references, with the data as JSON inside.
    """
    import importlib

    from workbench.report.contents import report_of

    form = form or _SUFFIXES.get(to.suffix.lower() if to else "", "text")
    session, inputs = reviewed(files, encodings=encodings)
    report = report_of(analysed(session).export_view(figures=True), most=most)
    written = importlib.import_module(f"workbench.report.{form}").write(report)
    deliver(written, to, force=force, inputs=inputs)
