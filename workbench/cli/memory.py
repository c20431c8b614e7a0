"""`workbench memory`: the user's own translation memory, which all projects share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics, output
from workbench.cli.inputs import FILE, JSON
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.memory.matching import Match, Translated


@click.group("memory", epilog="Example:\n\n  workbench memory import old.tmx")
def command() -> None:
    """Read and search your translation memory: finished segments of all projects, and imported files.

    The review screen offers what is like the Chinese of a segment: M lists it, Ctrl-T puts it while you edit. With
    `memory = false` in the settings, nothing is kept or offered.
    """


@command.command("import", epilog="Example:\n\n  workbench memory import old.tmx", no_args_is_help=True)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE …")
def import_files(files: tuple[Path, ...]) -> None:
    """Take in translations: TMX, PAIRS.tsv, PAIRS.jsonl, or the finished segments of a project."""
    from workbench.memory.user import UserMemory

    memory = UserMemory()
    for file in files:
        found = list(_translations(file))
        new = memory.add(found)
        diagnostics.warn(f"{file}: {counted(new, 'translation')} added, {len(found) - new} known already.")


def _translations(file: Path) -> Iterator[Translated]:
    from workbench.errors import FileProblem
    from workbench.formats.pairs import is_pairs_file, read_pairs
    from workbench.memory.matching import Translated
    from workbench.store.paths import is_project

    origin = str(file.resolve())
    if is_project(file):
        from workbench.cli.inputs import open_project

        with open_project(file) as session:
            yield from session.translated(finished_only=True)
    elif is_pairs_file(file):
        for pair in read_pairs(file, warn=diagnostics.warn):
            if pair.source.strip() and pair.target.strip():
                yield Translated(pair.source, pair.target, origin)
    elif file.suffix.lower() == ".tmx":
        from workbench.memory.tmx import read_tmx

        yield from read_tmx(file)
    else:
        raise FileProblem(file, "this is no translation memory", "Give a .tmx, .tsv or .jsonl file, or NAME.review.")


@command.command("list", epilog="Example:\n\n  workbench memory list")
@JSON
def list_origins(as_json: bool) -> None:
    """List where the translations are from, with how many there are from each."""
    from workbench.memory.user import UserMemory

    memory = UserMemory()
    counts = Counter(one.origin for one in memory.entries())
    if as_json:
        for origin, count in counts.most_common():
            output.record({"origin": origin, "translations": count})
        return
    output.line(f"{counted(counts.total(), 'translation')} in {memory.path}")
    output.line()
    for origin, count in counts.most_common():
        output.line(f"{count:>8}  {origin}")


@command.command("search", epilog="Example:\n\n  workbench memory search 未来已来", no_args_is_help=True)
@click.argument("chinese")
@click.option("--least", type=click.IntRange(30, 100), default=70, show_default=True, help="Likeness in percent.")
@JSON
def search(chinese: str, least: int, as_json: bool) -> None:
    """Find translations of the same or nearly the same Chinese."""
    from workbench.memory.user import UserMemory

    found = UserMemory().without("").like(chinese, least=least, most=20)
    for match in found:
        if as_json:
            output.record(_record(match))
        else:
            output.line(f"{match.likeness:>3} %  {match.found.source}")
            output.line(f"       {match.found.target}")
            output.line(f"       {match.found.origin}")
    if not found:
        diagnostics.warn(f"nothing in the memory is like {chinese!r} by {least} percent.")


def _record(match: Match) -> dict[str, object]:
    one = match.found
    return {
        "likeness": match.likeness,
        "source": one.source,
        "target": one.target,
        "origin": one.origin,
        "reviewer": one.reviewer or None,
        "at": one.at or None,
    }


@command.command("forget", epilog="Example:\n\n  workbench memory forget old.tmx", no_args_is_help=True)
@click.argument("origins", nargs=-1, metavar="ORIGIN …")
@click.option("--all", "everything", is_flag=True, help="Empty the memory.")
def forget(origins: tuple[str, ...], everything: bool) -> None:
    """Take out what is from some projects or files, named as `workbench memory list` names them."""
    from workbench.memory.user import UserMemory

    if bool(origins) == everything:
        raise click.UsageError("name what to forget as `workbench memory list` does, or say --all.")
    memory = UserMemory()
    known = {one.origin for one in memory.entries()}
    wanted = {origin if origin in known else str(Path(origin).resolve()) for origin in origins}
    for strange in sorted(wanted - known):
        raise click.UsageError(f"nothing in the memory is from {strange}; `workbench memory list` tells what is.")
    gone = memory.forget(None if everything else wanted)
    diagnostics.warn(f"{counted(gone, 'translation')} forgotten.")
