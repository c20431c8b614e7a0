"""A report of an unexpected failure: where in the program it happened, on what machine, and nothing of the texts."""

from __future__ import annotations

import datetime
import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path

import workbench
from workbench.errors import WorkbenchError
from workbench.tui.recent import memory_path

DEBUG = "WORKBENCH_DEBUG"
"""Set to 1, the report also has what the errors say, which may quote the texts."""
_KEPT = 10
"""Reports that are kept."""


class Crashed(WorkbenchError):
    """The program failed; the message says what is safe, how to go on, and where the report is."""


def report(error: BaseException, facts: Mapping[str, object], *, with_words: bool = False) -> str:
    """The report as plain text. What the errors say is only in it `with_words`: it may quote the user's texts."""
    about = (
        "It may quote your texts." if with_words else f"It holds none of your texts; {DEBUG}=1 adds what errors say."
    )
    lines = [
        "workbench: report of an unexpected failure",
        about,
        "",
        f"at: {datetime.datetime.now(datetime.UTC).isoformat(timespec='seconds')}",
        f"workbench: {workbench.__version__}",
        f"python: {platform.python_version()} on {platform.system()} {platform.release()} {platform.machine()}",
        f"textual: {_version('textual')}, rich: {_version('rich')}",
        *(f"{name}: {os.environ.get(name, '')}" for name in ("TERM", "TERM_PROGRAM", "COLORTERM", "LANG", "LC_ALL")),
        *(f"{name}: {value}" for name, value in facts.items()),
        "",
    ]
    for cause in _chain(error):
        said = f": {cause}" if with_words else ""
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{said}")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        lines.append("")
    return "\n".join(lines)


def write_report(text: str) -> Path | None:
    """Writes it beside what the program remembers, else among temporary files; None if nothing can be written."""
    name = f"crash-{datetime.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in (memory_path().parent / "crashes", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
            if folder.name == "crashes":
                for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
                    old.unlink(missing_ok=True)
        except OSError:
            continue
        return path
    return None


def crashed(error: BaseException, facts: Mapping[str, object], projects: Iterable[Path], unsaved: str = "") -> Crashed:
    """Writes the report and says it all in one paragraph."""
    path = write_report(report(error, facts, with_words=bool(os.environ.get(DEBUG))))
    parts = [f"the program failed unexpectedly ({type(error).__name__})."]
    parts.append(f"Not everything could be saved: {unsaved}." if unsaved else "What you decided and typed is saved.")
    parts += [f"To go on where you were: workbench review {project}." for project in projects]
    if path is not None:
        parts.append(f"What happened is told{'' if os.environ.get(DEBUG) else ', without your texts,'} in {path}")
    return Crashed(" ".join(parts))


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what it came of, first things first."""
    found: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and now not in found:
        found.insert(0, now)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return found


def _short(file: str) -> str:
    """A path without the folders of this machine."""
    for root in sorted((Path(workbench.__file__).parent.parent, *map(Path, filter(None, sys.path))), key=_length):
        if Path(file).is_relative_to(root):
            return str(Path(file).relative_to(root))
    return Path(file).name


def _length(path: Path) -> int:
    return -len(str(path))


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
