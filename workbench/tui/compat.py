"""Everything that leans on Textual's inside or on one terminal's ways, for Textual 8.2.8."""

from __future__ import annotations

import os


def prepare_terminal() -> None:
    """Call before Textual is imported: it reads these variables then.

    iTerm2 loses text of input methods under the Kitty keyboard protocol (Textualize/textual #6542); a value that the
    user set stays.
    """
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
