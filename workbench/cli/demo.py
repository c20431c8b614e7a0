"""`workbench demo`: the review of the sample article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import FILE
from workbench.cli.opening import Opener, open_or_tell, opener_of, reviewer_name

if TYPE_CHECKING:
    from workbench.session.session import Session

PROJECT = "sample.review"
SOURCE, TARGET = "003_583eba2efe438635.txt", "000_ae3c019deccae6e9.txt"
FOLDER = Path("workbench-demo")


@click.command("demo", epilog="Example:\n\n  workbench demo")
@click.argument("folder", type=FILE, metavar="[DIR]", default=FOLDER)
@click.option("--reviewer", metavar="NAME", help="Who reviews, for the journal; without it, the login name.")
def command(folder: Path, reviewer: str | None) -> None:
    """Open the review of the sample article, in a project made in DIR (default: ./workbench-demo).

    One that exists is opened again. Without a terminal, what a reviewer would see first is printed.
    """
    open_or_tell(sample_opener(folder, reviewer_name(reviewer)))


def sample_opener(folder: Path, reviewer: str) -> Opener:
    """How to open the sample article; its project is made in `folder` if it is not there yet."""

    def open_it(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Session:
        from workbench.errors import FileProblem
        from workbench.terms.termbase import demo_termbase

        project = folder / PROJECT
        if project.exists():
            return opener_of((), project=project, reviewer=reviewer)(progress, cancelled)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(folder, f"the folder cannot be made ({error.strerror or error})") from error
        files = (seeds() / SOURCE, seeds() / TARGET)
        return opener_of(files, project=project, terms=demo_termbase(), reviewer=reviewer)(progress, cancelled)

    return open_it


def seeds() -> Path:
    """The folder of sample texts: inside the installed package, or beside it in a checkout."""
    import workbench

    package = Path(workbench.__file__).parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"
