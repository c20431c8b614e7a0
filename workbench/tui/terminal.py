"""What has to be settled with the terminal before Textual is imported. Imports nothing of Textual itself."""

from __future__ import annotations

import os


def prepare_terminal() -> None:
    """Sets variables that Textual reads while it is imported.

    iTerm2 loses text of input methods under the Kitty keyboard protocol (Textualize/textual #6542); a value that the
    user set stays.
    """
    # The screen is repainted at most so many times a second: at Textual's 60, a key waits 8 ms on average for nothing.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
