"""The English alone, as it would be handed over: corrected, in its paragraphs, without marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from workbench.text.cells import code_point_at
from workbench.tui.action import Mode
from workbench.tui.actions import hint
from workbench.tui.layout import Window, lines_of
from workbench.tui.look import shown
from workbench.tui.playing import Played
from workbench.tui.widgets.inspector import Bar
from workbench.tui.widgets.painted import Layer, Painted, layered

if TYPE_CHECKING:
    from workbench.session.session import Session

MEASURE = 76
"""Cells of a line at most: longer ones are tiring to read."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences that stand together."""

    text: str
    starts: tuple[int, ...]
    """Where each segment begins in the text."""
    beads: tuple[str, ...]


def paragraphs(session: Session) -> list[Paragraph]:
    """The corrected English in its paragraphs."""
    made: list[Paragraph] = []
    text, starts, beads = "", [], []
    for bead in session.beads:
        final = session.final(bead.id)
        if not final:
            continue
        starts.append(len(text))
        beads.append(bead.id)
        separator = session.separator(bead.id)
        text += final
        if separator is None or "\n" in separator:
            made.append(Paragraph(shown(text), tuple(starts), tuple(beads)))
            text, starts, beads = "", [], []
        else:
            text += separator
    if text:
        made.append(Paragraph(shown(text), tuple(starts), tuple(beads)))
    return made


class ReadingView(Painted, can_focus=True):
    """Draws the paragraphs, with the sentence that has the cursor set off."""

    DEFAULT_CSS = """
    ReadingView { width: 1fr; height: 1fr; background: $background; color: $foreground; padding: 1 0; }
    """

    def __init__(self, made: list[Paragraph], bead: str) -> None:
        super().__init__()
        self.paragraphs = made
        self._order = [(p, i) for p, para in enumerate(made) for i in range(len(para.beads))]
        ids = [made[p].beads[i] for p, i in self._order]
        self.at = ids.index(bead) if bead in ids else 0
        self.window = Window(lambda: len(self.paragraphs), lambda i: len(self._lines(i)) + 1)
        self._wrapped: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}

    @property
    def bead(self) -> str | None:
        if not self._order:
            return None
        p, i = self._order[self.at]
        return self.paragraphs[p].beads[i]

    @property
    def _measure(self) -> int:
        return max(10, min(MEASURE, self.size.width - 4))

    def _lines(self, index: int) -> tuple[tuple[int, int], ...]:
        key = (index, self._measure)
        if key not in self._wrapped:
            self._wrapped[key] = lines_of(self.paragraphs[index].text, self._measure)
        return self._wrapped[key]

    def _span(self) -> tuple[int, int, int]:
        """(paragraph, start, end) of the sentence with the cursor."""
        p, i = self._order[self.at]
        para = self.paragraphs[p]
        end = para.starts[i + 1] if i + 1 < len(para.starts) else len(para.text)
        return p, para.starts[i], end

    def step(self, by: int) -> None:
        if self._order:
            self.at = max(0, min(len(self._order) - 1, self.at + by))
            self.reveal()

    def ends(self, which: str) -> None:
        self.step(-len(self._order) if which == "first" else len(self._order))

    def page(self, by: int) -> None:
        if not self._order:
            return
        self.window.height = max(1, self.size.height)
        self.window.scroll(by * max(1, self.window.height - 2))
        top = next((row for row in self.window.rows() if row is not None), (0, 0))
        lines = self._lines(top[0])
        offset = lines[min(top[1], len(lines) - 1)][0] if lines else 0
        para = self.paragraphs[top[0]]
        self.at = self._order.index((top[0], max(0, bisect_right(para.starts, offset) - 1)))
        if by > 0 and self.window.rows()[-1] is None:
            self.at = len(self._order) - 1
        self.refresh()

    def reveal(self) -> None:
        if not self._order:
            return
        self.window.height = max(1, self.size.height)
        p, start, end = self._span()
        starts = [a for a, _ in self._lines(p)]
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        self.window.reveal(p, first, min(last, first + self.window.height - 1), context=4)
        self.refresh()

    def on_resize(self) -> None:
        self.reveal()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        self.window.height = max(1, self.size.height)
        rows = self.window.rows()
        at = rows[y] if y < len(rows) else None
        if at is None or not self._order:
            return self.strip([("  there is no English text", "quiet")] if not self._order and y == 0 else [], width)
        index, row = at
        lines = self._lines(index)
        if row >= len(lines):
            return self.strip([], width)
        start, end = lines[row]
        p, a, b = self._span()
        layers: list[Layer] = [(a, b, "match")] if p == index else []
        margin = (width - self._measure) // 2
        return self.strip([(" " * margin, ""), *layered(self.paragraphs[index].text, start, end, layers)], width)

    def on_click(self, event: events.Click) -> None:
        rows = self.window.rows()
        at = rows[event.y - 1] if 0 < event.y <= len(rows) else None
        if at is None or at[1] >= len(self._lines(at[0])):
            return
        start, end = self._lines(at[0])[at[1]]
        para = self.paragraphs[at[0]]
        x = event.x - (self.size.width - self._measure) // 2
        offset = start + code_point_at(para.text[start:end], max(0, x))
        self.at = self._order.index((at[0], max(0, bisect_right(para.starts, offset) - 1)))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.window.scroll(3)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.window.scroll(-3)
        self.refresh()


class ReadingScreen(Played, ModalScreen[str | None]):
    """Answers with the segment to go back to, or with nothing."""

    mode = Mode.READING
    DEFAULT_CSS = """
    ReadingScreen { background: $background; }
    """

    def __init__(self, session: Session, bead: str) -> None:
        super().__init__()
        self._session = session
        self._bead = bead

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield ReadingView(paragraphs(self._session), self._bead)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self.query_one("#foot", Bar).set([(hint("reading.down", "reading.back", "reading.leave"), "key")], [])
        self.query_one(ReadingView).focus()
        self._show_head()

    def _show_head(self) -> None:
        bead = self.query_one(ReadingView).bead
        number = (self._session.index(bead) or 0) + 1 if bead else 0
        self.query_one("#head", Bar).set(
            [("the English alone", "heading")], [(f"{number} of {len(self._session.beads)}", "strong")]
        )

    def do_step(self, by: str) -> None:
        self.query_one(ReadingView).step(int(by))
        self._show_head()

    def do_page(self, by: str) -> None:
        self.query_one(ReadingView).page(int(by))
        self._show_head()

    def do_ends(self, which: str) -> None:
        self.query_one(ReadingView).ends(which)
        self._show_head()

    def do_take(self) -> None:
        self.dismiss(self.query_one(ReadingView).bead)

    def do_leave(self) -> None:
        self.dismiss(None)
