"""The way out where a project file takes no more: everything in one file elsewhere, which opens as the same review."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import FileProblem
from workbench.session.outputs import write_output

if TYPE_CHECKING:
    from workbench.session.session import Session

_MOST = 100
"""Names that are tried in one folder."""


def is_unsaved(session: Session) -> bool:
    """True if decisions are in no file, though there is a project for them."""
    return session.path is not None and not session.read_only and str(session.save_state).startswith("not saved")


def rescue_places(session: Session) -> tuple[Path, ...]:
    """Files to write everything to, none of them there yet. Beside the project comes last: its disk is the trouble."""
    assert session.path is not None
    folders = (Path.home(), Path(tempfile.gettempdir()), session.path.absolute().parent)
    return tuple(_free(folder, session.path.stem) for folder in dict.fromkeys(folders))


def _free(folder: Path, stem: str) -> Path:
    names = (f"{stem}.rescue{n or ''}.json" for n in range(_MOST))
    return next((folder / name for name in names if not (folder / name).exists()), folder / f"{stem}.rescue.json")


def rescue(session: Session, path: Path) -> None:
    """Writes the whole review, what is not saved included; the session then knows where. Raises `FileProblem`."""
    from workbench.formats.project_json import write

    write_output(path, write(session.export_view()).text, session.inputs)
    session.rescued = path


def rescue_somewhere(session: Session) -> Path | None:
    """The same wherever it is possible, for when nobody can be asked. None if it is nowhere."""
    for path in rescue_places(session):
        try:
            rescue(session, path)
        except (FileProblem, OSError):
            continue
        return path
    return None
