"""The box in which one segment is edited, over the place where its English stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from workbench.model.span import Side, Span
from workbench.text.safe import visible
from workbench.tui.action import Mode
from workbench.tui.actions import KEYMAP
from workbench.tui.compat import is_styled, without_controls, wrap_with_kinsoku
from workbench.tui.keys import canonical

Suggest = Callable[[str, int], tuple[Span, str] | None]
"""(text, cursor) -> what may replace which words; None if nothing."""


_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Line ends that `TextArea` would turn into its own: they are held as private characters while one edits."""
_HOLD = {ord(ch): 0x10FF00 + i for i, ch in enumerate(_ENDS)}
_FREE = {held: free for free, held in _HOLD.items()}


def held(text: str) -> str:
    """The text as the box keeps it, code point for code point."""
    return text.translate(_HOLD)


def freed(text: str) -> str:
    """The text again."""
    return text.translate(_FREE)


def drawn(line: str) -> str:
    """A line of the box as it is drawn: neutralised, code point for code point."""
    return visible(freed(line))


class EditBox(TextArea):
    """A text area whose words are words also in Chinese, and that is left by Enter or Esc."""

    DEFAULT_CSS = """
    EditBox {
        layer: over;
        position: absolute;
        border: none;
        padding: 0;
        background: $panel;
        color: $foreground;
        scrollbar-size-vertical: 0;
        scrollbar-size-horizontal: 0;
        & .text-area--cursor { background: $cursor-ground; color: $cursor-text; }
        & .text-area--cursor-line { background: $panel; }
        &:focus { border: none; }
    }
    """

    class Kept(Message):
        """Left with the text kept."""

        def __init__(self, text: str, then: str | None = None) -> None:
            self.text = text
            self.then = then
            """A key to play afterwards: the letter that a terminal fused with Esc."""
            super().__init__()

    class Cancelled(Message):
        """Left without the change."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class GoesOutside(Message):
        """The text is to be edited in the user's own editor."""

    class Recalls(Message):
        """An earlier translation is to be put here."""

    class Sized(Message):
        """The box has another size, and its text is wrapped for that."""

    def __init__(self, text: str, machine: str, suggest: Suggest, cursor: int = 0) -> None:
        super().__init__(held(text), soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)
        wrap_with_kinsoku(self, drawn)
        self._machine = machine
        self._suggest = suggest
        self._first_cursor = cursor
        self.cursor_blink = False
        self.highlight_cursor_line = False

    def on_mount(self) -> None:
        self.put_cursor(self._first_cursor)
        self.focus()

    def on_resize(self) -> None:
        if self.scroll_offset.y and self.rows_needed <= self.size.height:
            self.scroll_to(0, 0, animate=False, immediate=True)
        self.post_message(self.Sized())

    @property
    def value(self) -> str:
        """What was written, with every character that was in the text."""
        return freed(self.text)

    def render_lines(self, crop: Region) -> list[Strip]:
        # `TextArea` looks up the colours of its gutter here, before any line is drawn.
        return super().render_lines(crop) if is_styled(self) else [Strip.blank(crop.width)] * crop.height

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: neutralised, since `TextArea` draws what it is given."""
        return Text(drawn(self.document.get_line(line_index)), end="", no_wrap=True)

    @property
    def rows_needed(self) -> int:
        """Rows of the wrapped text, and one to write on."""
        return max(1, self.wrapped_document.height)

    def on_paste(self, event: events.Paste) -> None:
        event.text = without_controls(event.text)

    def on_key(self, event: events.Key) -> None:
        key = event.key
        pressed = canonical(key, event.character).keys
        if key.startswith("alt+") and len(key.rpartition("+")[2]) == 1:
            self._stop(event)
            self.post_message(self.Kept(self.value, pressed[-1] if len(pressed) > 1 else None))
            return
        action = KEYMAP[Mode.EDIT].get(pressed[0]) if pressed else None
        if action is None and key == "shift+tab":
            self._stop(event)  # would lead out of the box
        elif action is None:
            self._to_the_edge(event)
        elif action.id != "edit.cancel" or not self.selected_text:  # of selected words, the terminal's copy
            self._stop(event)
            getattr(self, f"do_{action.handler}")()

    def do_edit_keep(self) -> None:
        self.post_message(self.Kept(self.value))

    def do_edit_cancel(self) -> None:
        self.post_message(self.Cancelled(self.value))

    def do_edit_undo(self) -> None:
        self.action_undo()

    def do_edit_redo(self) -> None:
        self.action_redo()

    def do_edit_word_left(self) -> None:
        self.action_cursor_word_left()

    def do_edit_word_right(self) -> None:
        self.action_cursor_word_right()

    def do_edit_delete_word(self) -> None:
        self.action_delete_word_left()

    def do_edit_suggestion(self) -> None:
        self._take_suggestion()

    def do_edit_outside(self) -> None:
        self.post_message(self.GoesOutside())

    def do_edit_memory(self) -> None:
        self.post_message(self.Recalls())

    def do_edit_machine(self) -> None:
        self.put(self._machine)

    def _to_the_edge(self, event: events.Key) -> None:
        """Home and End, once: to the edge of the line, as it is wrapped; there already: to the edge of the text."""
        if event.key in ("end", "home"):
            is_end = event.key == "end"
            there = self.get_cursor_line_end_location() if is_end else self.get_cursor_line_start_location()
            if self.cursor_location == there:
                self._stop(event)
                self.move_cursor(self.document.end if is_end else self.document.start)

    def _stop(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def _take_suggestion(self) -> None:
        offset = self.offset_in_text
        found = self._suggest(self.value, offset)
        if found is None:
            self.app.bell()
            return
        span, new = found
        self.history.checkpoint()
        self.replace(held(new), self._location(span.start), self._location(span.end))
        self.move_cursor(self._location(span.start + len(new)))

    def put(self, text: str) -> None:
        """Replaces everything, so that one undo brings it back."""
        self.history.checkpoint()
        self.replace(held(text), self.document.start, self.document.end)

    # ---- offsets and words

    @property
    def offset_in_text(self) -> int:
        """The cursor as a code point of the text."""
        return self._offset(self.cursor_location)

    def _offset(self, location: tuple[int, int]) -> int:
        row, column = location
        lines = self.document.lines
        return sum(len(line) + len(self.document.newline) for line in lines[:row]) + column

    def _location(self, offset: int) -> tuple[int, int]:
        row = 0
        for line in self.document.lines[:-1]:
            size = len(line) + len(self.document.newline)
            if offset < size:
                break
            offset -= size
            row += 1
        return row, min(offset, len(self.document.lines[row]))

    def put_cursor(self, offset: int) -> None:
        self.move_cursor(self._location(max(0, min(offset, len(self.text)))))

    def _words(self, line: str) -> tuple[int, ...]:
        from workbench.text.tokens import word_starts

        return word_starts(line, Side.TARGET)

    def get_cursor_word_left_location(self) -> tuple[int, int]:
        row, column = self.cursor_location
        if column == 0:
            return (row - 1, len(self.document.lines[row - 1])) if row else (0, 0)
        starts = self._words(self.document.lines[row])
        at = bisect_left(starts, column) - 1
        return row, starts[at] if at >= 0 else 0

    def get_cursor_word_right_location(self) -> tuple[int, int]:
        row, column = self.cursor_location
        line = self.document.lines[row]
        if column >= len(line):
            return (row + 1, 0) if row + 1 < len(self.document.lines) else (row, column)
        starts = self._words(line)
        at = bisect_right(starts, column)
        return row, starts[at] if at < len(starts) else len(line)

    def action_delete_word_left(self) -> None:
        if self.selection.start != self.selection.end:
            self.action_delete_left()
        else:
            self.delete(self.get_cursor_word_left_location(), self.cursor_location)

    def action_delete_word_right(self) -> None:
        if self.selection.start != self.selection.end:
            self.action_delete_right()
        else:
            self.delete(self.cursor_location, self.get_cursor_word_right_location())
