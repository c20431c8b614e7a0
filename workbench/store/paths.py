"""Where a project is kept."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

SUFFIX = ".review"
_SQLITE = b"SQLite format 3\x00"


def project_path(target: Path, source: Path | None = None, folder: Path | None = None) -> Path:
    """NAME.review beside the translation, or in `folder`. NAME is what both files' names begin with, up to a
    separator (article.en.txt and article.zh.txt make article.review), or else the translation's without its ending."""
    name = target.stem.strip(".") or "project"
    if source is not None:
        name = _shared(target.stem, source.stem) or name
    return (folder if folder is not None else target.parent) / (name + SUFFIX)


def _shared(one: str, other: str) -> str:
    """What two names begin with alike, cut at a separator; empty if that is nothing."""
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    if length < min(len(one), len(other)):
        # 'report-2021-en' and 'report-2021-zh' share 'report-2021-', and 'v1' and 'v2' share nothing that names them.
        length = max((one.rfind(separator, 0, length) for separator in "._- "), default=0)
    return one[: max(length, 0)].strip("._- ")


def is_project(path: Path) -> bool:
    """By its name, or by what it holds."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        if not path.is_file():  # a pipe would wait for someone to write
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False
