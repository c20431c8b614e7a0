"""What the program remembers between runs, apart from projects: the last ones opened, and the colours.

One small JSON file in the user's state folder. It is a convenience: where it cannot be read or written, nothing fails.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from workbench.store.state_folder import state_folder

MOST = 12


def memory_path() -> Path:
    """Where it is kept."""
    return state_folder() / "recent.json"


def recall() -> dict[str, Any]:
    """All that is remembered; empty if there is nothing, or nothing that can be read."""
    try:
        kept = json.loads(memory_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def remember(**values: Any) -> None:
    """Keeps some values beside what is kept already."""
    kept = {**recall(), **values}
    path = memory_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        part.replace(path)
    except OSError:
        return


def recent_projects() -> list[Path]:
    """Projects that were opened last and are still there, the latest first."""
    listed = recall().get("projects", [])
    paths = [Path(item) for item in listed if isinstance(item, str)] if isinstance(listed, list) else []
    return [path for path in paths if path.is_file()]


def note_project(path: Path) -> None:
    """Puts a project at the head of the list."""
    first = str(path.resolve())
    others = [str(other) for other in recent_projects() if str(other) != first]
    remember(projects=[first, *others][:MOST])


_MOST_FILTERS = 20


def saved_filters() -> dict[str, str]:
    """Filters by their names, as the user saved them, for all projects."""
    kept = recall().get("filters", {})
    return {str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {}


def save_filter(name: str, text: str) -> None:
    """Saves a filter; the one saved last is offered first."""
    others = {other: kept for other, kept in saved_filters().items() if other != name}
    remember(filters=dict(list({name: text, **others}.items())[:_MOST_FILTERS]))
