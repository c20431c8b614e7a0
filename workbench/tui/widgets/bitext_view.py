"""The two texts side by side: one widget that draws both columns, a screen row at a time.

What does not change is drawn once: the strips of a pair are kept under everything that changes their look. Only the
pair under the cursor is drawn afresh on a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from workbench.model.span import Side
from workbench.text.cells import code_point_at
from workbench.tui.layout import Columns, PairRows, Window, columns, measure
from workbench.tui.look import PairLook, look_of
from workbench.tui.widgets.bitext_paint import Overlay, paint_row
from workbench.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.tui.state import ReviewState

_KEPT = 512
"""Pairs whose strips are kept: several screens of one-line pairs."""


class BitextView(Painted, can_focus=True):
    """Draws what `state` says of `session`."""

    DEFAULT_CSS = """
    BitextView {
        height: 1fr;
        width: 1fr;
        background: $background;
        color: $foreground;
    }
    """

    class WordClicked(Message):
        """A click, a double click or a drag over words."""

        def __init__(
            self, bead: str, side: Side, offset: int, *, extend_from: int | None = None, twice: bool = False
        ) -> None:
            self.bead = bead
            self.side = side
            self.offset = offset
            self.extend_from = extend_from
            """Where the drag began, if it is one."""
            self.twice = twice
            super().__init__()

    class Scrolled(Message):
        """The window moved without the cursor."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.session: Session | None = None
        self.state: ReviewState | None = None
        self.columns: Columns = columns(80, 0)
        self.window = Window(self._count, self._height_of)
        self._looks: dict[str, PairLook] = {}
        self._rows: dict[str, tuple[PairLook, Columns, int, PairRows]] = {}
        self._strips: LRUCache[tuple[object, ...], list[Strip]] = LRUCache(_KEPT)
        self._screen_rows: list[tuple[int, int] | None] | None = None
        self._room: tuple[str, int] = ("", 1)
        """Segment that is being edited, and the rows its edit box needs."""
        self._drag: tuple[str, Side, int] | None = None
        self._drawn: tuple[int, int, int] = (-1, -1, -1)
        """Pair and line at the top, and the pair with the cursor, when last drawn."""

    # ---- what is shown

    def show(self, session: Session, state: ReviewState) -> None:
        self.session, self.state = session, state
        self._looks.clear()
        self._rows.clear()
        self._strips.clear()
        self._set_columns()
        self.reveal()

    def _set_columns(self) -> None:
        if self.session is not None:
            count = len(self.session.beads)
            self.columns = columns(self.size.width or 80, count, monolingual=self.session.is_monolingual)
        self.window.height = max(1, self.size.height)

    def touch(self, bead_ids: frozenset[str] | None = None) -> None:
        """Some segments look different now; None: all of them, or their numbers."""
        if bead_ids is None:
            self._looks.clear()
        else:
            for bead_id in bead_ids:
                self._looks.pop(bead_id, None)
        self._set_columns()
        self.window.settle()
        self.redraw()

    def redraw(self) -> None:
        index = self.state.index if self.state is not None and self._count() else -1
        self._drawn = (self.window.pair, self.window.line, index)
        self._screen_rows = None
        self.refresh()

    def make_room(self, bead_id: str, rows: int) -> None:
        """Keeps rows free in the English column of a segment, for the edit box; none with 1."""
        if self._room != (bead_id, rows):
            self._room = (bead_id, rows)
            self._rows.pop(bead_id, None)
            self.redraw()

    def reveal(self) -> None:
        """Scrolls so that the pair and the word under the cursor are in sight."""
        if self.state is None or not self._count():
            return
        index = self.state.index
        rows = self.rows_of(index)
        if rows.height <= self.window.height:
            self.window.reveal(index)
        else:
            row = rows.row_of(self.state.side, self.state.span.start)
            self.window.reveal(index, row, min(row + 2, rows.height - 1))
        self._redraw_cursor(index)

    def _redraw_cursor(self, index: int) -> None:
        """After a move of the cursor: only the pairs that it left and entered, unless the window moved."""
        pair, line, before = self._drawn
        if (pair, line) != (self.window.pair, self.window.line) or self._screen_rows is None:
            self.redraw()
            return
        self._drawn = (pair, line, index)
        changed = [y for y, row in enumerate(self._screen_rows) if row is not None and row[0] in (before, index)]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def look(self, index: int) -> PairLook:
        assert self.session is not None
        bead_id = self.session.beads[index].id
        look = self._looks.get(bead_id)
        if look is None or look.number != index + 1:
            look = self._looks[bead_id] = look_of(self.session, index)
        return look

    def rows_of(self, index: int) -> PairRows:
        look = self.look(index)
        least = self._room[1] if self._room[0] == look.bead else 1
        kept = self._rows.get(look.bead)
        if kept is not None and kept[0] is look and kept[1] == self.columns and kept[2] == least:
            return kept[3]
        assert self.session is not None
        rows = measure(
            look.source.text,
            look.target.text,
            self.columns,
            gap=look.gap,
            least=least,
            monolingual=self.session.is_monolingual,
        )
        self._rows[look.bead] = (look, self.columns, least, rows)
        return rows

    def _count(self) -> int:
        return len(self.session.beads) if self.session is not None else 0

    def _height_of(self, index: int) -> int:
        return self.rows_of(index).height

    def target_region(self, bead_id: str) -> Region | None:
        """Where the English of a segment stands in this view, for the edit box; None if it is out of sight."""
        assert self.session is not None
        index = self.session.index(bead_id)
        if index is None:
            return None
        rows = self.rows_of(index)
        top = self.window.row_of(index, rows.target_from)
        if top is None or top >= self.window.height or top < 0:
            return None
        height = min(rows.height - rows.target_from, self.window.height - top)
        return Region(self.columns.target_x, top, self.columns.target_width, height)

    # ---- drawing

    def repaint(self) -> None:
        self._strips.clear()
        super().repaint()

    def on_resize(self) -> None:
        self._set_columns()
        self.window.settle()
        self.reveal()

    def render_line(self, y: int) -> Strip:
        if self.session is None or self.state is None:
            return Strip.blank(self.size.width, self.rich_style)
        if self._screen_rows is None or len(self._screen_rows) != self.size.height:
            self.window.height = max(1, self.size.height)
            self._screen_rows = self.window.rows()
        shown = self._screen_rows[y] if y < len(self._screen_rows) else None
        if shown is None:
            return Strip.blank(self.size.width, self.rich_style)
        pair, line = shown
        strips = self._pair_strips(pair)
        return strips[line] if line < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def _pair_strips(self, pair: int) -> list[Strip]:
        assert self.session is not None
        assert self.state is not None
        look, rows = self.look(pair), self.rows_of(pair)
        overlay = Overlay.of(self.state, look.bead)
        key = (look, self.columns, rows.height, overlay)
        strips = self._strips.get(key)
        if strips is None:
            strips = [paint_row(self, look, rows, self.columns, overlay, row) for row in range(rows.height)]
            self._strips.set(key, strips)
        return strips

    # ---- mouse

    def place_at(self, x: int, y: int) -> tuple[str, Side, int] | None:
        """(segment, side, code point) under a cell of this view; None beside the texts."""
        if self.session is None or self._screen_rows is None or not 0 <= y < len(self._screen_rows):
            return None
        shown = self._screen_rows[y]
        if shown is None:
            return None
        pair, row = shown
        look, rows, at = self.look(pair), self.rows_of(pair), self.columns
        sides = [Side.TARGET, Side.SOURCE] if at.stacked or x >= at.target_x else [Side.SOURCE, Side.TARGET]
        for side in sides:
            line = rows.line_at(side, row)
            if line is not None and (at.stacked or (x >= at.target_x) == (side is Side.TARGET)):
                start, end = line
                text = look.side(side).text[start:end]
                return look.bead, side, start + min(code_point_at(text, max(0, x - at.x(side))), max(0, len(text) - 1))
        return look.bead, self.state.side if self.state else Side.TARGET, 0

    def on_mouse_down(self, event: events.MouseDown) -> None:
        place = self.place_at(event.x, event.y)
        if place is not None and event.button == 1:
            self._drag = place
            self.capture_mouse()
            self.post_message(self.WordClicked(*place))

    def on_click(self, event: events.Click) -> None:
        place = self.place_at(event.x, event.y)
        if place is not None and event.chain == 2:
            self.post_message(self.WordClicked(*place, twice=True))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag is None or not event.button:
            return
        place = self._dragged_to(event.x, event.y)
        if place is not None and place != self._drag[2]:
            self.post_message(self.WordClicked(*self._drag[:2], place, extend_from=self._drag[2]))

    def _dragged_to(self, x: int, y: int) -> int | None:
        """The code point of the text that the drag began in; above or below it, its end. None in the other column."""
        assert self._drag is not None
        assert self.session is not None
        bead, side, _ = self._drag
        index = self.session.index(bead)
        if index is None:
            return None
        rows, at = self.rows_of(index), self.columns
        top = self.window.row_of(index, within=99)
        lines = rows.lines(side)
        if top is None or not lines or (not at.stacked and (x >= at.target_x) != (side is Side.TARGET)):
            return None
        row = y - top - (rows.target_from if side is Side.TARGET else 0)
        text = self.look(index).side(side).text
        if row < 0:
            return 0
        if row >= len(lines):
            return max(0, len(text) - 1)
        start, end = lines[row]
        return start + min(code_point_at(text[start:end], max(0, x - at.x(side))), max(0, end - start - 1))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._drag = None
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        self.window.scroll(rows)
        self.redraw()
        self.post_message(self.Scrolled())
