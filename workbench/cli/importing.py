"""A JSON export made into a project again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.formats.project_json import ImportedProject
    from workbench.session.session import Session

MOST_BYTES = 16 << 25
"""Bytes of the largest export that is read: 16 times the largest text, which it holds several times with its marks."""


def read_export(export: Path) -> ImportedProject:
    """What a JSON export holds. Raises `FileProblem`."""
    from workbench.errors import FileProblem
    from workbench.formats import project_json
    from workbench.formats.plain import read_bytes

    try:
        text = read_bytes(export, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileProblem(export, f"it is not UTF-8 at byte {error.start}", project_json.REMEDY) from error
    return project_json.read(text, str(export))


def export_as_session(export: Path) -> Session:
    """The review of a JSON export, for reading. Raises `FileProblem`."""
    from workbench.session.session import Session

    made = read_export(export)
    session = Session.in_memory(made.bitext)
    session.review.replay(made.entries)
    return session


def import_project(export: Path, project: Path | None, reviewer: str) -> Path:
    """Makes a project from a JSON export, whole or not at all. Returns its path.

    Raises `FileProblem` or `ProjectProblem`; nothing is then left behind.
    """
    from workbench.errors import FileProblem
    from workbench.model.span import Side
    from workbench.model.term import Termbase
    from workbench.store.paths import SUFFIX
    from workbench.store.project import Batch, Place, ProjectStore

    path = project or Path(export.stem + SUFFIX)
    if path.suffix != SUFFIX:
        raise FileProblem(path, f"a project's name ends in {SUFFIX}", f"Call it {path.name}{SUFFIX}")
    made = read_export(export)
    place = None if made.place is None else Place(made.place[0], Side(made.place[1]), made.place[2], reviewer)
    ProjectStore.create(
        path,
        made.bitext.source,
        made.bitext.target,
        made.bitext.beads,
        reviewer=reviewer,
        inputs=(export,),
        termbase=Termbase(made.terms, export.name) if made.terms else None,
        batch=Batch(entries=made.entries, place=place),
        settings={"title": made.title} if made.title else None,
    ).close()
    return path
