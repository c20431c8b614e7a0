"""Everything that leans on Textual's inside or on one terminal's ways, for Textual 8.2.8."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def prepare_terminal() -> None:
    """Call before Textual is imported: it reads these variables then.

    iTerm2 loses text of input methods under the Kitty keyboard protocol (Textualize/textual #6542); a value that the
    user set stays.
    """
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def screen_lines(app: App[Any]) -> list[str]:
    """The text of each row of the screen as it is drawn now, sheets included: for goldens and tests.

    Textual has no public way to its compositor's strips.
    """
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]
