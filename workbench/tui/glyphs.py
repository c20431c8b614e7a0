"""The few signs of our own that stand beside the texts, in one place.

None of them is of 'ambiguous' width, except the bar steps and the rule, which a terminal set to draw ambiguous
characters wide would misplace: for it, and for one without UTF-8, `WORKBENCH_GLYPHS=ascii` gives plain signs.
"""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass

from workbench.model.events import Status


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs, each one cell wide."""

    bar: str
    """Nine steps, from nothing to full."""
    focus: str
    done: str
    redone: str
    """Edited after it was done."""
    in_work: str
    query: str
    rule: str
    edited: str
    """The rule beside a segment whose text was corrected."""
    finding: str
    no_space: str
    paragraph: str
    line: str
    """A horizontal stroke."""
    to: str
    """Between a word and its counterpart."""
    caret: str
    gap: str
    """Where missing words belong."""
    ellipsis: str

    def status(self, status: Status, edited_after_done: bool) -> str:
        if edited_after_done:
            return self.redone
        return {Status.DONE: self.done, Status.IN_WORK: self.in_work, Status.QUERY: self.query}.get(status, " ")


UNICODE = Glyphs(
    bar=" \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588",
    focus="\u25b8",
    done="\u2713",
    redone="\u270e",
    in_work="~",
    query="?",
    rule="\u2502",
    edited="\u2503",
    finding="\u25aa",
    no_space="\u2423",
    paragraph="\u21b5",
    line="\u2500",
    to="\u27f7",
    caret="\u25b9",
    gap="^",
    ellipsis="\u2026",
)
ASCII = Glyphs(" .:-=+*%#", ">", "v", "*", "~", "?", "|", "#", ":", "_", "<", "-", "<>", "^", "^", "~")


def glyphs() -> Glyphs:
    """The set for this terminal: plain if asked for, or if it cannot write UTF-8."""
    wanted = os.environ.get("WORKBENCH_GLYPHS", "").casefold()
    if wanted in ("ascii", "unicode"):
        return ASCII if wanted == "ascii" else UNICODE
    encoding = locale.getpreferredencoding(False).replace("-", "").casefold()
    return UNICODE if encoding in ("utf8", "ascii", "ansi_x3.41968", "") or "utf" in encoding else ASCII


G = glyphs()
