"""Output files: where a command's result goes, and what it must never replace."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output

if TYPE_CHECKING:
    from workbench.store.inputs import InputFiles

OUTPUT = click.option(
    "-o",
    "--output",
    "to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write; without it, or with -, stdout.",
)
FORCE = click.option("--force", is_flag=True, help="Replace the file if it is there; the inputs never.")

_STDOUT = re.compile(r"-|/dev/stdout|/dev/fd/1|/proc/self/fd/1")


def is_stdout(to: Path | None) -> bool:
    """True if a result for `to` goes to stdout."""
    return to is None or _STDOUT.fullmatch(str(to)) is not None


def deliver(text: str, to: Path | None, *, force: bool, inputs: InputFiles) -> None:
    """Writes an output file, or stdout without one. Raises `FileProblem`; what is there then stays as it is."""
    if to is None or is_stdout(to):
        output.file_text(text)
        return
    from workbench.session.outputs import write_output

    write_output(to, text, inputs, replace=force)
    diagnostics.warn(f"wrote {to}")
