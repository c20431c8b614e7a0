"""`workbench export`: the corrected text, and the data of the review."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli import diagnostics
from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import FILE, analysed, open_project
from workbench.formats.catalog import EXPORT_FORMATS, export_format

_HELP = (
    "Write the corrected text, or the review's data, to a file or to stdout.\n\n"
    "Nothing is overwritten without --force, and the review's own inputs never. What a format cannot hold is told on "
    "stderr.\n\n" + "\n\n".join(f"{known.name}: {known.title}." for known in EXPORT_FORMATS)
)


@click.command(
    "export",
    epilog="Example:\n\n  workbench export article.review --to text -o article.corrected.txt",
    help=_HELP,
    no_args_is_help=True,
)
@click.argument("project", type=FILE, metavar="NAME.review")
@click.option("--to", "name", type=click.Choice([f.name for f in EXPORT_FORMATS]), required=True, help="The format.")
@OUTPUT
@FORCE
def command(project: Path, name: str, to: Path | None, force: bool) -> None:
    form = export_format(name)
    session = open_project(project)
    if form.wants_analysis:
        analysed(session)
    view = session.export_view()
    written = form.write(view)
    deliver(written.text, to, force=force, inputs=session.inputs)
    diagnostics.losses(name, written.losses)
    open_criticals = sum(
        placed.annotation.severity.value == "critical" and not segment.is_changed
        for segment, placed in view.annotations
        if placed.annotation.target is not None or placed.annotation.insert_at is not None
    )
    if open_criticals and name.startswith("text"):
        diagnostics.warn(f"{open_criticals} critical error(s) are marked in segments that were not changed.")
