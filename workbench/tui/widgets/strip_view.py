"""The overview strip at the right of the texts: a row for each stretch of the document; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from workbench.tui.glyphs import G
from workbench.tui.overview import Block, block_at
from workbench.tui.widgets.painted import Painted

_ROOMY = 100
"""Cells of the screen from which the place and the sign have a cell each."""


class StripView(Painted):
    """Place, sign and risk of each stretch, such as `▸M▆`; where cells are few, the place hides its stretch's sign."""

    DEFAULT_CSS = """
    StripView {
        width: 2;
        height: 1fr;
        background: $surface;
        color: $foreground;
    }
    """

    class Chosen(Message):
        """A stretch was clicked; `index` is the segment that it leads to."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.blocks: tuple[Block, ...] = ()
        self.count = 0
        """Segments of the document."""
        self.at = -1
        """The row of the segment with the cursor."""

    def fit(self, screen_width: int) -> None:
        self.styles.width = 3 if screen_width >= _ROOMY else 2

    def show(self, blocks: Sequence[Block], count: int, index: int) -> None:
        """What to draw, of how many segments, and the one with the cursor."""
        if (self.blocks, self.count) != (tuple(blocks), count):
            self.blocks, self.count = tuple(blocks), count
            self.at = -1
            self.refresh()
        self.go_to(index)

    def go_to(self, index: int) -> None:
        """The cursor moved."""
        at = block_at(index, self.count, len(self.blocks)) if self.blocks else -1
        if at != self.at:
            rows = [Region(0, row, self.size.width, 1) for row in (self.at, at) if row >= 0]
            self.at = at
            if rows:
                self.refresh(*rows)  # on every key: only what changed

    def stretch(self, by: int) -> Block | None:
        """The nearest stretch before (-1) or behind (1) the cursor's that stands out."""
        further = self.blocks[self.at + 1 :] if by > 0 else self.blocks[: max(0, self.at)][::-1]
        return next((block for block in further if block.stands_out), None)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y >= len(self.blocks):
            return self.strip([], width)
        block = self.blocks[y]
        place = (G.focus, "accent") if y == self.at else (" ", "")
        sign = (block.sign, block.kind)
        # Calmer than in the gutter: only what stands out has a colour.
        risk = (G.bar[block.risk], "risk-high" if block.risk > 4 else "quiet" if block.risk > 2 else "faint")
        if width > 2:
            return self.strip([place, sign, risk], width)
        return self.strip([place if y == self.at else sign, risk], width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if 0 <= event.y < len(self.blocks):
            self.post_message(self.Chosen(self.blocks[event.y].goal))
