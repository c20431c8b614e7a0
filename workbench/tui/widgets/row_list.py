"""A list that draws only what is seen: thousands of rows cost as much as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets.painted import Painted, Run, cut

Row = Sequence[Run]


class RowList(Painted):
    """Rows of runs with one picked; `row_of(index, width)` gives the lines of an item, `tall` of them each."""

    DEFAULT_CSS = """
    RowList {
        width: 1fr;
        height: 1fr;
        background: $surface;
        color: $foreground;
    }
    """

    class Picked(Message):
        """Another row has the cursor, or one was clicked twice (`taken`)."""

        def __init__(self, index: int, *, taken: bool = False) -> None:
            self.index = index
            self.taken = taken
            super().__init__()

    def __init__(self, count: int, row_of: Callable[[int, int], Sequence[Row]], *, tall: int = 1, **kwargs: object):
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._row_of = row_of
        self._tall = tall
        self.count = count
        self.index = 0
        self._top = 0

    def reset(self, count: int, index: int = 0) -> None:
        """Another number of rows, as after filtering."""
        self.count = count
        self.go_to(index)

    @property
    def _page(self) -> int:
        return max(1, self.size.height // self._tall)

    def go_to(self, index: int) -> None:
        self.index = max(0, min(index, self.count - 1))
        self._reveal()
        self.post_message(self.Picked(self.index))
        self.refresh()

    def step(self, by: int) -> None:
        self.go_to(self.index + by)

    def page(self, by: int) -> None:
        self.step(by * self._page)

    def _reveal(self) -> None:
        self._top = max(0, min(self._top, self.index, max(0, self.count - self._page)))
        if self.index >= self._top + self._page:
            self._top = self.index - self._page + 1

    def on_resize(self) -> None:
        self._reveal()

    def render_line(self, y: int) -> Strip:
        index = self._top + y // self._tall
        width = self.size.width
        if index >= self.count:
            return self.strip([], width)
        rows = self._row_of(index, width - 3)  # a blank cell at the right, as in the bars
        line = rows[y % self._tall] if y % self._tall < len(rows) else []
        mark = "\u25b8 " if index == self.index and y % self._tall == 0 else "  "
        under = "picked" if index == self.index else ""
        return self.strip([(mark, "accent"), *cut(line, width - 3)], width, under=under)

    def on_click(self, event: events.Click) -> None:
        index = self._top + event.y // self._tall
        if index < self.count:
            again = index == self.index
            self.go_to(index)
            if again or event.chain == 2:
                self.post_message(self.Picked(index, taken=True))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.step(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.step(-3)
