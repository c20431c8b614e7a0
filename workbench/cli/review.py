"""`workbench review`: the review screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.inputs import ALSO, ENCODING, FILE, PROFILE, REFERENCE, TRANSLATION, chosen_translation
from workbench.cli.opening import converse, open_or_tell, opener_of, reviewer_name

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.session.translating import Also


def _order(_context: click.Context, _option: click.Parameter, value: str | None) -> Mapping[str, Any]:
    """What `--order` changes in the plan of rating."""
    if value is None:
        return {}
    if value == "document":
        return {"seed": None}
    if not value.isdecimal():
        raise click.BadParameter("wanted is document, or a whole number to shuffle with.")
    return {"seed": int(value)}


@click.command(
    "review",
    epilog="Example:\n\n  workbench review article.zh.txt article.en.txt --terms terms.csv\n\n"
    "  workbench review article.review",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="SOURCE TARGET | TARGET | NAME.review | EXPORT.json")
@click.option(
    "--project", type=FILE, metavar="NAME.review", help="Where the review is kept; without it, in the current folder."
)
@click.option("--terms", type=FILE, metavar="FILE", help="A termbase: CSV, TSV or TBX.")
@PROFILE
@REFERENCE
@ALSO
@TRANSLATION
@click.option("--reviewer", metavar="NAME", help="Who reviews, for the journal; without it, the login name.")
@click.option(
    "--rate", type=click.Choice(("esa", "da", "off")), help="Score segments from 0 to 100, by ESA or DA; kept."
)
@click.option(
    "--blind/--no-blind",
    default=None,
    help="Hide machine scores and findings while judging; kept, and told in reports.",
)
@click.option(
    "--order", callback=_order, metavar="document|SEED", help="Rate in document order, or shuffled with this number."
)
@click.option("--linear", is_flag=True, help="Plain lines and prompts, for screen readers and scripts.")
@ENCODING
def command(
    files: tuple[Path, ...],
    project: Path | None,
    terms: Path | None,
    profile: Path | None,
    references: tuple[Path, ...],
    also: tuple[Also, ...],
    reviewer: str | None,
    rate: str | None,
    blind: bool | None,
    order: Mapping[str, Any],
    linear: bool,
    encodings: Encodings | None,
) -> None:
    """Open the review screen for two texts, for one English text, or for a project.

    A review that exists is opened again, on the same word. A JSON export is made into a project again. Without a
    terminal, what a reviewer would see first is printed; with --linear, commands are read from the input, a line each.
    """
    name = reviewer_name(reviewer)
    if len(files) == 1 and files[0].suffix.lower() == ".json":
        from workbench.cli.importing import import_project

        project, files = import_project(files[0], project, name), ()
    opener = opener_of(
        files,
        project=project,
        terms=terms,
        references=references,
        profile=profile,
        reviewer=name,
        encodings=encodings,
        also=also,
        translation=chosen_translation(),
        rating={
            **({"protocol": "" if rate == "off" else rate} if rate else {}),
            **({"blind": blind} if blind is not None else {}),
            **order,
        },
    )
    if linear:
        converse(opener)
    else:
        open_or_tell(opener)
