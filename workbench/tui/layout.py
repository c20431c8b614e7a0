"""Where texts stand on the screen: columns, the rows of a pair, and the window over all pairs. No drawing.

The window hangs on an anchor, a line of one pair, and only pairs near it are ever measured. So opening, resizing and
editing cost the same with ten pairs and with a hundred thousand, and a resize keeps the place by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from workbench.model.span import Side
from workbench.text.wrap import breaks

STACK_BELOW = 70
"""Narrower screens than this show the English below the Chinese instead of beside it."""
FIXED_GUTTER = 8
"""Cells of the gutter beside the number: focus, space, status, risk, two of flags, and a space at each end."""
GAP = 3
"""Between the columns: a space, the rule, a space."""
TAIL = 1
"""At the right of each column, for the sign of what follows the sentence."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells, counted from the left of the view."""

    width: int
    digits: int
    source_x: int
    source_width: int
    target_x: int
    target_width: int
    stacked: bool = False

    @property
    def rule_x(self) -> int:
        """The cell of the rule that stands left of the English."""
        return self.target_x - 2

    def x(self, side: Side) -> int:
        return self.source_x if side is Side.SOURCE else self.target_x

    def text_width(self, side: Side) -> int:
        return self.source_width if side is Side.SOURCE else self.target_width


def columns(width: int, count: int, *, share: float = 0.4, monolingual: bool = False) -> Columns:
    """The columns of a view `width` cells wide with `count` pairs; `share` is the Chinese part of the text."""
    digits = max(2, len(str(count)))
    left = FIXED_GUTTER + digits
    room = max(2, width - left - TAIL)
    if monolingual:
        return Columns(width, digits, left, 0, left + 2, max(2, room - 2))
    if width < STACK_BELOW:
        return Columns(width, digits, left, room, left + 2, max(2, room - 2), stacked=True)
    source = max(2, round((room - GAP - TAIL) * share))
    target_x = left + source + TAIL + GAP
    return Columns(width, digits, left, source, target_x, max(2, width - target_x - TAIL))


@dataclass(frozen=True, slots=True)
class PairRows:
    """The rows of one pair: for each side, where its lines begin and end in its text."""

    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    target_from: int
    """The row on which the English begins: 0 beside the Chinese, or below it when stacked."""
    height: int
    """All rows, with the blank one after a paragraph."""

    def lines(self, side: Side) -> tuple[tuple[int, int], ...]:
        return self.source if side is Side.SOURCE else self.target

    def row_of(self, side: Side, offset: int) -> int:
        """The row on which a code point stands."""
        lines = self.lines(side)
        row = max(0, bisect_right([start for start, _ in lines], offset) - 1)
        return row + (self.target_from if side is Side.TARGET else 0)

    def line_at(self, side: Side, row: int) -> tuple[int, int] | None:
        """(start, end) in the text of what stands on a row; None if that side has nothing there."""
        row -= self.target_from if side is Side.TARGET else 0
        lines = self.lines(side)
        return lines[row] if 0 <= row < len(lines) else None


def lines_of(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """(start, end) of each line of a text in so many cells; nothing for an empty text."""
    if not text:
        return ()
    return tuple(pairwise((0, *breaks(text, width), len(text))))


def measure(
    source: str, target: str, at: Columns, *, gap: bool = False, least: int = 1, monolingual: bool = False
) -> PairRows:
    """The rows of a pair. `gap` adds a blank row; `least` keeps rows free in the English column, as for editing."""
    left = () if monolingual else lines_of(source, at.source_width)
    right = lines_of(target, at.target_width)
    if at.stacked:
        head = max(1, len(left))
        return PairRows(left, right, head, head + max(len(right), least) + gap)
    return PairRows(left, right, 0, max(len(left), len(right), least, 1) + gap)


class Window:
    """The part of a long list of pairs that is on the screen."""

    def __init__(self, count: Callable[[], int], height_of: Callable[[int], int]) -> None:
        self._count = count
        self._height_of = height_of
        self.height = 1
        self.slack = 0
        """Rows at the bottom that something covers: so many may stay blank below the end of the text."""
        self.pair = 0
        """The pair on the top row."""
        self.line = 0
        """Which of its rows is on the top row."""

    def rows(self) -> list[tuple[int, int] | None]:
        """(pair, line) of each row of the screen from the top; None below the end."""
        shown: list[tuple[int, int] | None] = []
        pair, line, count = self.pair, self.line, self._count()
        while len(shown) < self.height and pair < count:
            height = self._height_of(pair)
            shown += [(pair, at) for at in range(line, height)]
            pair, line = pair + 1, 0
        del shown[self.height :]
        return shown + [None] * (self.height - len(shown))

    def scroll(self, rows: int) -> None:
        """Moves the window over the text: down if positive."""
        if rows >= 0:
            self._down(rows)
        else:
            self._up(-rows)
        self.settle()

    def _down(self, rows: int) -> None:
        count = self._count()
        while rows > 0 and count:
            left = self._height_of(self.pair) - self.line
            if rows < left:
                self.line += rows
                return
            if self.pair + 1 >= count:
                self.line = max(0, self._height_of(self.pair) - 1)
                return
            rows -= left
            self.pair, self.line = self.pair + 1, 0

    def _up(self, rows: int) -> None:
        while rows > 0:
            if rows <= self.line:
                self.line -= rows
                return
            rows -= self.line
            if self.pair == 0:
                self.line = 0
                return
            self.pair -= 1
            self.line = self._height_of(self.pair)

    def settle(self) -> None:
        """Puts the anchor right after a change: within the pair, and with no more than needed left blank at the end."""
        count = self._count()
        if not count:
            self.pair = self.line = 0
            return
        self.pair = min(self.pair, count - 1)
        self.line = max(0, min(self.line, self._height_of(self.pair) - 1))
        below = -self.line
        for pair in range(self.pair, count):
            below += self._height_of(pair)
            if below >= self.height - self.slack:
                return
        self._up(self.height - self.slack - below)

    def row_of(self, pair: int, line: int = 0, *, within: int = 3) -> int | None:
        """The screen row of a line of a pair, negative above the top; None if it is over `within` screens away."""
        limit = within * max(1, self.height)
        if pair >= self.pair:
            row = -self.line
            for at in range(self.pair, pair):
                row += self._height_of(at)
                if row > limit:
                    return None
            return row + line
        row = -self.line
        for at in range(self.pair - 1, pair - 1, -1):
            row -= self._height_of(at)
            if row < -limit:
                return None
        return row + line

    def put(self, pair: int, row: int) -> None:
        """Moves the window so that the first row of a pair stands on a row of the screen, if the ends allow it."""
        self.pair, self.line = pair, 0
        self._up(row)
        self.settle()

    def reveal(self, pair: int, first: int = 0, last: int | None = None, *, context: int = 3) -> None:
        """Scrolls as little as shows rows `first` to `last` of a pair with some rows of its neighbours.

        A far pair is put a third of the way down. Where all rows do not fit, the first ones win.
        """
        height = self._height_of(pair)
        last = height - 1 if last is None else last
        top = self.row_of(pair, first)
        if top is None:
            self.put(pair, max(0, min(self.height // 3, self.height - height)))
            top = self.row_of(pair, first) or 0
        bottom = top + last - first
        seen = max(1, self.height - self.slack)
        room = max(0, seen - (last - first + 1))
        above = min(context, room // 2)
        below = min(context, room - above)
        if bottom + below >= seen:
            self.scroll(min(bottom + below - seen + 1, top - above))
        elif top - above < 0:
            self.scroll(top - above)
