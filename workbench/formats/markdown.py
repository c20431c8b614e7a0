"""Text in Markdown that reads as itself: nothing in it becomes markup, HTML, a link, a table edge or a control."""

from __future__ import annotations

import re

from workbench.text.safe import visible

_SPECIAL = re.compile(r"([`*_{}\[\]<>#|~$&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """Line breaks as a visible sign, and everything that could steer a terminal neutralised."""
    return visible(_LINE_BREAKS.sub("\u23ce", text))


def escaped(text: str) -> str:
    """`text` as one line of Markdown that shows exactly these characters, also inside a table cell."""
    # A backslash becomes an entity: written twice at the end of a cell, it would still hide the table's edge.
    shown = "&#92;".join(_SPECIAL.sub(r"\\\1", part) for part in one_line(text).split("\\"))
    # A list marker or heading rule counts at the start of a line only; a number is parted from its stop.
    return _LINE_START.sub(lambda m: m[1] + (m[2] + "\\" if m[2].isdigit() else "\\" + m[2]), shown)
