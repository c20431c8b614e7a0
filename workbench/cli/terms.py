"""`workbench terms`: the terms of a project, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output
from workbench.cli.delivery import FORCE, OUTPUT, deliver
from workbench.cli.inputs import ENCODING, FILE, JSON, LINES, given, open_project
from workbench.cli.opening import reviewer_name
from workbench.store.paths import is_project

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.model.term import Termbase
    from workbench.store.inputs import InputFiles
    from workbench.terms.extraction import Candidate


@click.group(
    "terms",
    epilog="Example:\n\n  workbench terms import article.review terms.csv",
    context_settings={"max_content_width": 100},
)
def command() -> None:
    """Read, write and list the terms of a project, and find new ones.

    A termbase is CSV or TSV with a header, or TBX (version 2 or 3). In the former `zh` and `en` are needed; `variants`,
    `forbidden`, `source_only` (lists parted by |), `pos`, `note`, `domain` and `sense` are known; other columns are
    kept.
    """


@command.command("import", epilog="Example:\n\n  workbench terms import article.review terms.csv", no_args_is_help=True)
@click.argument("project", type=FILE, metavar="NAME.review")
@click.argument("file", type=FILE, metavar="FILE")
@click.option("--reviewer", help="Your name in the journal.")
def import_terms(project: Path, file: Path, reviewer: str | None) -> None:
    """Add the terms of a file to a project; a term that is there already, in the same sense, is replaced.

    It is one act of the review, which `u` on the screen takes back. The file is never written.
    """
    from workbench.session.session import Session
    from workbench.terms.files import read_term_file

    read = read_term_file(file)
    with Session.open(project, reviewer=reviewer_name(reviewer)) as session:
        session.check_writable()
        before = set(session.termbase.terms)
        session.import_terms(read.termbase.terms, read.termbase.name)
        session.note_input(file)
    diagnostics.notes(read.notes)
    new = sum(term not in before for term in read.termbase.terms)
    diagnostics.warn(f"{new} terms added or changed, {len(read.termbase.terms) - new} known already.")


def _formats(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    from workbench.terms.files import FORMATS

    if name is not None and name not in FORMATS:
        raise click.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}.")
    return name


TO = click.option(
    "--to",
    "as_format",
    callback=_formats,
    metavar="FORMAT",
    help="csv, tsv, tbx (version 2), tbx3 or tbx3-dct (version 3); without it, what the file's name says, or csv.",
)


@command.command(
    "export", epilog="Example:\n\n  workbench terms export article.review -o terms.csv", no_args_is_help=True
)
@click.argument("project", type=FILE, metavar="NAME.review")
@TO
@OUTPUT
@FORCE
def export_terms(project: Path, as_format: str | None, to: Path | None, force: bool) -> None:
    """Write the terms of a project as CSV, TSV or TBX. What a format cannot hold is told on stderr."""
    session = open_project(project)
    _deliver(session.termbase, as_format, to, force=force, inputs=session.inputs)


@command.command(
    "extract",
    epilog="Example:\n\n  workbench terms extract article.zh.txt article.en.txt -o candidates.csv\n\n"
    "  workbench terms extract article.review --least 3 --json",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="SOURCE TARGET | NAME.review")
@click.option("--terms", type=FILE, metavar="FILE", help="A termbase: what it has is left out.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Places that a term needs.")
@click.option("--most", type=click.IntRange(1), default=200, show_default=True, help="Candidates at most.")
@OUTPUT
@FORCE
@TO
@LINES
@JSON
@ENCODING
def extract_terms(
    files: tuple[Path, ...],
    terms: Path | None,
    least: int,
    most: int,
    to: Path | None,
    force: bool,
    as_format: str | None,
    lines: bool,
    as_json: bool,
    encodings: Encodings | None,
) -> None:
    """List the terms that two texts suggest, with how often they stand there and how they are rendered.

    The result is a termbase to be edited and imported: each row has the most frequent rendering as `en`, and all of
    them under `renderings`. The likeliest terms come first. What the project has as terms is left out.
    """
    from workbench.formats.json_text import json_text
    from workbench.model.term import Termbase
    from workbench.session.extracting import candidates
    from workbench.store.inputs import InputFiles
    from workbench.terms.files import read_termbase

    work = given(files, encodings=encodings, lines=lines)
    known = read_termbase(terms) if terms is not None else work.session.termbase if work.session else None
    found = candidates(work.rows, known, least=least, most=most)
    read = (work.session.inputs if work.session else InputFiles()).with_more([*files, *([terms] if terms else [])])
    if as_json:
        deliver("".join(json_text(_record(one)) + "\n" for one in found), to, force=force, inputs=read)
        return
    _deliver(Termbase(tuple(one.as_term() for one in found)), as_format, to, force=force, inputs=read)
    bare = sum(not one.en for one in found)
    if bare:
        diagnostics.warn(f"{bare} of {len(found)} candidates have no rendering: fill in `en`, or delete the row.")


def _record(one: Candidate) -> dict[str, object]:
    return {
        "zh": one.zh,
        "en": one.en or None,
        "frequency": one.frequency,
        "segments": one.segments,
        "renderings": [{"text": text, "count": count} for text, count in one.renderings],
        "unrendered": one.unrendered,
        "score": one.score,
    }


def _deliver(termbase: Termbase, as_format: str | None, to: Path | None, *, force: bool, inputs: InputFiles) -> None:
    from workbench.terms.files import FORMATS, format_of

    wanted = FORMATS[as_format] if as_format else format_of(to)
    deliver(wanted.write(termbase), to, force=force, inputs=inputs)
    diagnostics.notes(wanted.lost(termbase))


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
    from workbench.terms.files import read_term_file

    read = read_term_file(file)
    diagnostics.notes(read.notes)
    return read.termbase
