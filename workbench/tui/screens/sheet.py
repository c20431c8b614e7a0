"""Sheets: what slides up over the lower part of the texts and goes away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from workbench.tui.action import Mode
from workbench.tui.compat import Field
from workbench.tui.playing import Played
from workbench.tui.typed import KEPT_EVERY, Typed, kept_by
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run
from workbench.tui.widgets.row_list import Row, RowList

T = TypeVar("T")


class Sheet(Played, ModalScreen[T]):
    """Docked at the bottom; the texts stay in sight above it."""

    AUTO_FOCUS: ClassVar[str | None] = "*"
    mode = Mode.LIST
    DEFAULT_CSS = """
    Sheet {
        background: transparent;
        align: center bottom;
        & > #sheet {
            width: 100%;
            height: auto;
            max-height: 80%;
            background: $surface;
            border-top: solid $accent;
            padding: 0;
        }
        &:ansi > #sheet { border-top: solid ansi_default; }
        & Bar { background: $surface; }
        & Lines { background: $surface; padding: 0 1; }
    }
    """

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield from self.content()

    def content(self) -> ComposeResult:
        """The widgets of the sheet, from the top."""
        raise NotImplementedError

    def rows_over(self, height: int) -> int:
        """About how many rows of a screen so high the sheet covers."""
        return 10

    def say(self, message: str, *, bad: bool = False) -> None:
        bar = self.query("#foot")
        if bar:
            bar.first(Bar).set([(message, "bad" if bad else "")], [])
        else:
            super().say(message, bad=bad)

    def do_leave(self) -> None:
        self.dismiss(None)


class Prompt(Sheet[str | None]):
    """One line to write on. Enter takes it, Esc leaves; Tab fills in the suggestion."""

    mode = Mode.EDIT

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        suggestions: Sequence[str] = (),
        hint: str = "Enter takes it, Esc leaves",
        lines: Callable[[str, int], Sequence[Sequence[Run]]] | None = None,
        about: str = "",
    ) -> None:
        """`about` tells questions in the same words apart: what was typed for one is not offered for another."""
        super().__init__()
        self.question = question
        self.about = about
        self._value = value
        self._suggestions = list(suggestions)
        self._hint = hint
        self._typed: Typed | None = None
        self._is_answered = False
        self._lines = lines
        self._at = -1

    def rows_over(self, height: int) -> int:
        return 3 if self._lines is None else 7

    def content(self) -> ComposeResult:
        self._typed = kept_by(self)
        before = self._typed.before if self._typed is not None else None
        if before is not None and before != self._value:
            self._suggestions = [*filter(None, [self._value]), *self._suggestions]
            self._value, self._hint = before, f"typed before and not kept; {self._hint}"
        yield Bar(id="head")
        yield Field(self._value, select_on_focus=bool(self._value))
        if self._lines is not None:
            yield Lines(id="preview", wrap=True)

    def on_mount(self) -> None:
        right = f"Tab: {' / '.join(self._suggestions[:3])}   " if self._suggestions else ""
        self.query_one("#head", Bar).set([(self.question, "heading")], [(right + self._hint, "quiet")])
        if self._typed is not None:
            self.set_interval(KEPT_EVERY, self.keep_what_is_typed)
        field = self.query_one(Field)
        field.cursor_blink = False
        field.focus()
        self._show_lines(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show_lines(event.value)

    def _show_lines(self, value: str) -> None:
        if self._lines is not None:
            lines = self.query_one("#preview", Lines)
            width = max(20, self.size.width - 2)
            made = self._lines(value, width)
            lines.styles.height = min(6, sum(max(1, -(-_cells(line) // width)) for line in made)) or 1
            lines.set_lines(made)

    def keep_what_is_typed(self) -> None:
        """To the project file, so that no end of the program loses it."""
        if self._typed is not None and not self._is_answered:
            self._typed.keep(self.query_one(Field).value)

    def _answer(self, words: str | None) -> None:
        if self._typed is not None and not self._is_answered:
            if words is None:
                self._typed.drop()
            else:
                self._typed.keep(words)  # until what it is for is decided
        self._is_answered = True
        self.dismiss(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._answer(event.value)

    def on_key(self, event: object) -> None:
        key: str = event.key  # type: ignore[attr-defined]
        if key == "escape" or (key.startswith("alt+") and len(key) == 5):
            event.stop()  # type: ignore[attr-defined]
            event.prevent_default()  # type: ignore[attr-defined]
            self._answer(None)
        elif key in ("tab", "ctrl+i"):
            event.stop()  # type: ignore[attr-defined]
            event.prevent_default()  # type: ignore[attr-defined]
            if self._suggestions:
                self._at = (self._at + 1) % len(self._suggestions)
                field = self.query_one(Field)
                field.value = self._suggestions[self._at]
                field.cursor_position = len(field.value)


def _cells(runs: Sequence[Run]) -> int:
    from workbench.tui.widgets.painted import run_width

    return run_width(runs)


class Choice(Sheet[int | None]):
    """A list to choose one line from; a letter takes its line at once."""

    DEFAULT_CSS = """
    Choice RowList { height: auto; }
    """

    def __init__(
        self,
        question: str,
        rows: Sequence[Row],
        *,
        letters: Sequence[str] = (),
        index: int = 0,
        foot: str = "Enter takes it, Esc leaves",
        about: Callable[[int], Sequence[Sequence[Run]]] | None = None,
    ) -> None:
        super().__init__()
        self._question = question
        self._rows = rows
        self._letters = list(letters)
        self._first = index
        self._foot = foot
        self._about = about

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        rows = RowList(len(self._rows), lambda i, _width: [self._row(i)], id="rows")
        rows.styles.height = min(len(self._rows), 14)
        yield rows
        if self._about is not None:
            yield Lines(id="about", wrap=True)

    def rows_over(self, height: int) -> int:
        return min(len(self._rows), 14) + 4

    def _row(self, index: int) -> list[Run]:
        letter: list[Run] = [(f"{self._letters[index]}  ", "key")] if index < len(self._letters) else []
        return [*letter, *self._rows[index]]

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set([(self._question, "heading")], [(self._foot, "quiet")])
        self.call_after_refresh(self.query_one(RowList).go_to, self._first)  # once the list has its height

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.dismiss(event.index)
        elif self._about is not None:
            about = self.query_one("#about", Lines)
            lines = self._about(event.index)
            about.styles.height = max(1, len(lines))
            about.set_lines(lines)

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._rows) - 1)

    def do_take(self) -> None:
        self.dismiss(self.query_one(RowList).index)

    def press(self, key: str) -> bool:
        if key in self._letters:
            self.dismiss(self._letters.index(key))
            return True
        return super().press(key)
