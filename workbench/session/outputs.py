"""Output files of a review: written whole or not at all, and never over a project or over what it was made from."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.errors import FileProblem
from workbench.formats.atomic import write_atomically
from workbench.store.inputs import InputFiles
from workbench.store.paths import is_project

_OF_A_PROJECT = re.compile(r".*\.review(-journal|-wal|-shm)?", re.IGNORECASE | re.DOTALL)
"""Names of project files, and of what SQLite keeps beside one: it would take the file for its own."""


def check_output(path: Path, inputs: InputFiles) -> None:
    """Raises `FileProblem` for a file that no output may replace, whatever the user says."""
    if _OF_A_PROJECT.fullmatch(path.name) or is_project(path):
        raise FileProblem(path, "this is the name of a project, which no output replaces", "Give another name.")
    if inputs.hold(path):
        raise FileProblem(path, "this is one of the input files, which are never written to", "Give another name.")


def write_output(path: Path, text: str, inputs: InputFiles, *, replace: bool = False) -> None:
    """Writes an output file; what is there stays as it is unless `replace` is true. Raises `FileProblem`."""
    check_output(path, inputs)
    write_atomically(path, text, replace=replace, never=inputs.paths)
