"""Where a project is kept."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".review"


def project_path(target: Path, source: Path | None = None, folder: Path | None = None) -> Path:
    """NAME.review beside the translation, or in `folder`. NAME is what the two files' names begin with alike, up to a
    separator, or else the translation's own: article.en.txt and article.zh.txt make article.review."""
    name = target.name.split(".")[0] or target.name.strip(".") or "project"
    if source is not None:
        common = _common(target.name, source.name)
        name = common or name
    elif target.name.startswith("."):
        name = target.name.strip(".").split(".")[0] or "project"
    return (folder if folder is not None else target.parent) / (name + SUFFIX)


def _common(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    if length in (len(one), len(other)):
        return one[:length].split(".")[0]
    # Up to the last separator that both share: 'report-2021-en', 'report-2021-zh' are 'report-2021'.
    cut = max(one[: length + 1].rfind(separator) for separator in "._- ")
    return one[:cut].strip("._- ") if cut > 0 else ""
