"""`workbench terms`: the terms of a project, in and out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output
from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import FILE, JSON, open_project
from workbench.store.paths import is_project

if TYPE_CHECKING:
    from workbench.model.term import Termbase


@click.group(
    "terms",
    epilog="Example:\n\n  workbench terms import article.review terms.csv",
    context_settings={"max_content_width": 100},
)
def command() -> None:
    """Read, write and list the terms of a project.

    A termbase is CSV or TSV with a header; `zh` and `en` are needed; `variants`, `forbidden`, `source_only` (lists
    parted by |), `pos`, `note`, `domain` and `sense` are known; other columns are kept.
    """


@command.command("import", epilog="Example:\n\n  workbench terms import article.review terms.csv", no_args_is_help=True)
@click.argument("project", type=FILE, metavar="NAME.review")
@click.argument("file", type=FILE, metavar="FILE")
def import_terms(project: Path, file: Path) -> None:
    """Add the terms of a file to a project; a term that is there already, in the same sense, is replaced."""
    from workbench.store.project import ProjectStore
    from workbench.terms.termbase import read_termbase

    termbase = read_termbase(file)
    with ProjectStore.open(project) as store:
        if store.read_only:
            raise store.refusal()
        known = store.termbases()
        before = {(term.zh, term.sense): term for base in known for term in base.terms}
        given = {(term.zh, term.sense) for term in termbase.terms}
        for base in known:
            kept = tuple(term for term in base.terms if (term.zh, term.sense) not in given)
            if len(kept) < len(base.terms):
                store.save_termbase(replace(base, terms=kept))
        kept = next((base.terms for base in store.termbases() if base.name == termbase.name), ())
        store.save_termbase(replace(termbase, terms=kept + termbase.terms))
        store.note_inputs([file])
    new = sum(before.get((term.zh, term.sense)) != term for term in termbase.terms)
    diagnostics.warn(f"{new} terms added or changed, {len(termbase.terms) - new} known already.")


@command.command(
    "export", epilog="Example:\n\n  workbench terms export article.review -o terms.csv", no_args_is_help=True
)
@click.argument("project", type=FILE, metavar="NAME.review")
@OUTPUT
@FORCE
def export_terms(project: Path, to: Path | None, force: bool) -> None:
    """Write the terms of a project as CSV, or as TSV where the file's name says so."""
    from workbench.terms.termbase import termbase_to_csv

    session = open_project(project)
    delimiter = "\t" if to is not None and to.suffix.lower() in (".tsv", ".tab") else ","
    deliver(termbase_to_csv(session.termbase, delimiter), to, force=force, inputs=session.inputs)


@command.command("list", epilog="Example:\n\n  workbench terms list article.review", no_args_is_help=True)
@click.argument("file", type=FILE, metavar="NAME.review | FILE")
@JSON
def list_terms(file: Path, as_json: bool) -> None:
    """List the terms of a project or of a termbase file."""
    termbase = _termbase(file)
    if as_json:
        from workbench.model.events import to_record

        for term in termbase.terms:
            output.record(to_record(term))
        return
    output.line(f"{len(termbase.terms)} terms")
    output.line()
    room = output.width() - 22
    widths = (16, room * 2 // 5, room * 3 // 5)
    rows = [("zh", "en", "forbidden / note")]
    for term in termbase.terms:
        wrong = " | ".join(term.forbidden)
        rows.append((term.zh, " | ".join(term.approved), "; ".join(part for part in (wrong, term.note) if part)))
    output.table(rows, widths)


def _termbase(file: Path) -> Termbase:
    if is_project(file):
        return open_project(file).termbase
    from workbench.terms.termbase import read_termbase

    return read_termbase(file)
