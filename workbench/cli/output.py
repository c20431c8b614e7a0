"""The one owner of stdout: JSON Lines for programs, plain tables for people, and files as they are."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from workbench.cli.diagnostics import is_terminal
from workbench.formats.json_text import json_text
from workbench.text.safe import visible

MOST_COLUMNS = 120
"""Lines for people are no longer than this, however wide the terminal."""


def record(value: Mapping[str, Any]) -> None:
    """One JSON line in UTF-8, whatever the locale."""
    _write((json_text(value) + "\n").encode("utf-8"))


def line(text: str = "") -> None:
    """One line for people; control characters and line breaks in it are shown, not obeyed."""
    _write(_encoded(visible(text).replace("\n", "\u23ce") + "\n"))


def file_text(text: str) -> None:
    """The text of an output file: exactly as it is into a pipe or a file, neutralised on a terminal."""
    if is_terminal(sys.stdout):
        _write(_encoded(visible(text.replace("\r\n", "\n"))))
    else:
        _write(text.encode("utf-8"))


def heading(text: str) -> None:
    """A line that stands out where the terminal can show it."""
    line()
    if _is_styled():
        _write(_encoded(f"\x1b[1m{visible(text)}\x1b[0m\n"))
    else:
        line(text)


def flush() -> None:
    """Sends what is buffered on its way, so that a reader sees a stream as it comes."""
    sys.stdout.flush()


def width() -> int:
    """Cells that a line for people may take."""
    return max(40, min(MOST_COLUMNS, shutil.get_terminal_size((100, 24)).columns))


def fitted(text: str, cells: int, *, right: bool = False) -> str:
    """`text` as one line, cut with an ellipsis or padded to exactly `cells` columns; Chinese takes two a character."""
    from workbench.text.cells import cell_offsets, code_point_at

    shown = visible(" ".join(text.split()))
    offsets = cell_offsets(shown)
    taken = offsets[-1]
    if taken > cells:
        end = code_point_at(shown, max(0, cells - 1))
        shown = shown[:end] + "\u2026"
        taken = offsets[end] + 1
    padding = " " * max(0, cells - taken)
    return padding + shown if right else shown + padding


def paragraph(text: str, mark: str) -> None:
    """A text in full, wrapped behind a mark that only its first line shows."""
    from workbench.text.wrap import breaks

    shown = visible(" ".join(text.split()))
    starts = (0, *breaks(shown, max(20, width() - len(mark))), len(shown))
    for n, (start, end) in enumerate(pairwise(starts)):
        line((mark if n == 0 else " " * len(mark)) + shown[start:end].rstrip())


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], right: Sequence[int] = ()) -> None:
    """Aligned rows; `widths` are in cells, `right` names columns that are set flush right."""
    for row in rows:
        cells = [fitted(text, cells, right=i in right) for i, (text, cells) in enumerate(zip(row, widths, strict=True))]
        line("  ".join(cells).rstrip())


def _is_styled() -> bool:
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def _encoded(text: str) -> bytes:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace")


def _write(data: bytes) -> None:
    if sys.stdout is None:
        raise OSError("there is no standard output")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8", "replace"))
        return
    buffer.write(data)
