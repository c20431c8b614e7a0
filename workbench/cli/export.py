"""`workbench export`: the corrected text, and the data of the review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics
from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import ENCODING, FILE, TRANSLATION, analysed, reviewed
from workbench.cli.leaving import left_open
from workbench.formats.catalog import EXPORT_FORMATS, export_format

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings

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
@click.argument("files", nargs=-1, type=FILE, metavar="NAME.review | SOURCE TARGET | TARGET")
@click.option("--to", "name", type=click.Choice([f.name for f in EXPORT_FORMATS]), required=True, help="The format.")
@OUTPUT
@FORCE
@ENCODING
@TRANSLATION
def command(files: tuple[Path, ...], name: str, to: Path | None, force: bool, encodings: Encodings | None) -> None:
    form = export_format(name)
    session, inputs = reviewed(files, encodings=encodings)
    if form.wants_analysis or name.startswith("text"):  # a text is what is handed over, so it tells what is open
        analysed(session)
    view = session.export_view()
    written = form.write(view)
    deliver(written.text, to, force=force, inputs=inputs)
    diagnostics.losses(name, written.losses)
    if name.startswith("text") and (still_open := left_open(session)):
        diagnostics.warn(f"{name}: left open: {still_open}.")
