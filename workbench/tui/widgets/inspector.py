"""The lines below the texts: what is known of the segment and the word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from textual.strip import Strip

from workbench.text.cells import cell_width
from workbench.text.wrap import breaks
from workbench.tui.glyphs import G
from workbench.tui.widgets.painted import Painted, Run, cut, run_width


class Lines(Painted):
    """Some lines of runs, one a row; long ones are wrapped if `wrap` is set."""

    DEFAULT_CSS = """
    Lines {
        width: 1fr;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, *, wrap: bool = False, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._lines: list[list[Run]] = []
        self._wrap = wrap
        self.shift = 0
        """Rows that are scrolled out at the top."""

    def set_lines(self, lines: Sequence[Sequence[Run]]) -> None:
        self._lines = [list(line) for line in lines]
        self.shift = 0
        self.refresh()

    @property
    def wraps(self) -> bool:
        return self._wrap

    @wraps.setter
    def wraps(self, on: bool) -> None:
        self._wrap = on

    def rows(self) -> list[list[Run]]:
        """The lines as they stand on the screen."""
        if not self._wrap:
            return self._lines
        return [row for line in self._lines for row in wrapped(line, max(1, self.size.width))]

    def render_line(self, y: int) -> Strip:
        rows = self.rows()
        at = y + self.shift
        width = self.size.width
        return self.strip(cut(rows[at], width) if at < len(rows) else [], width)


def wrapped(line: Sequence[Run], width: int) -> list[list[Run]]:
    """A line of runs as several of at most `width` cells."""
    if run_width(line) <= width:
        return [list(line)]
    text = "".join(piece for piece, _ in line)
    rows: list[list[Run]] = []
    for start, end in pairwise((0, *breaks(text, width), len(text))):
        row: list[Run] = []
        at = 0
        for piece, names in line:
            a, b = max(start - at, 0), min(end - at, len(piece))
            if a < b:
                row.append((piece[a:b], names))
            at += len(piece)
        rows.append(row)
    return rows


_WEIGHTY = 4
"""So many items of the rule go before longer words for the keys."""


class Inspector(Lines):
    """A rule with the score, and the lines below it."""

    DEFAULT_CSS = """
    Inspector {
        height: 4;
        padding: 0 1;
    }
    """

    def __init__(self, **kwargs: object) -> None:
        super().__init__(wrap=False, **kwargs)
        self._head: list[list[Run]] = []
        self._tails: Sequence[str] = ()

    def set_head(self, items: Sequence[Sequence[Run]], at_right: Sequence[str] = ()) -> None:
        """What stands in the rule: at its left as many items as fit, at its right the first of some texts that leaves
        room for most of them."""
        self._head, self._tails = [list(item) for item in items], at_right
        self.refresh()

    def _fitting(self, room: int) -> list[Run]:
        """The items that fit in so many cells, from the first."""
        runs: list[Run] = []
        for item in self._head:
            if run_width(runs) + run_width(item) + 2 > room:
                break
            runs += [*item, ("  ", "")]
        return runs

    def render_line(self, y: int) -> Strip:
        if y:
            return super().render_line(y - 1)
        width = self.size.width
        whole = run_width([run for item in self._head[:_WEIGHTY] for run in item]) + 2 * _WEIGHTY + 2
        chosen = next((text for text in self._tails if whole + cell_width(text) + 3 <= width), "")
        chosen = chosen or (self._tails[-1] if self._tails else "")
        tail: list[Run] = [(f" {chosen} ", "key"), (G.line, "rule")] if chosen else []
        runs: list[Run] = [(G.line + " ", "rule"), *self._fitting(width - 2 - run_width(tail))]
        if self._head:
            runs[-1] = (" ", "")
        runs += [(G.line * max(0, width - run_width(runs) - run_width(tail)), "rule"), *tail]
        return self.strip(runs, width)


class Bar(Painted):
    """One row with something at the left and something at the right; the right wins where both do not fit."""

    DEFAULT_CSS = """
    Bar {
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._left: list[Run] = []
        self._right: list[Run] = []

    def set(self, left: Sequence[Run], right: Sequence[Run]) -> None:
        if (list(left), list(right)) != (self._left, self._right):
            self._left, self._right = list(left), list(right)
            self.refresh()

    @property
    def text(self) -> str:
        """What it says, for tests and for people who cannot see it."""
        return "".join(text for text, _ in self._left) + " | " + "".join(text for text, _ in self._right)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right = cut(self._right, width)
        room = width - run_width(right) - 2
        left = cut(self._left, room) if room > 3 else []
        gap = width - run_width(left) - run_width(right)
        return self.strip([*left, (" " * gap, ""), *right], width)
