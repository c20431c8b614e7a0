"""When the real app has painted, for the benchmarks of keys: both count the rendering to a terminal's bytes."""

from __future__ import annotations

import time
from typing import Any

from textual.app import App


def note_paints(app: App[Any]) -> list[float]:
    """A list that gets the moment of each repaint, by `time.perf_counter`, when its strips are rendered to bytes."""
    painted: list[float] = []
    display = app._display

    def note(screen: Any, renderable: Any) -> None:
        if renderable is not None and hasattr(renderable, "render_segments"):
            renderable.render_segments(app.console)
        display(screen, renderable)
        painted.append(time.perf_counter())

    app._display = note  # type: ignore[method-assign]
    return painted
