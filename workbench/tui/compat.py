"""Everything that leans on private names of Textual, for 8.2.8: look here first when Textual is raised."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual import events
from textual.app import App
from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.widget import Widget
from textual.widgets import Input, TextArea

from workbench.text.cells import cell_width
from workbench.text.safe import visible
from workbench.text.wrap import breaks
from workbench.tui.glyphs import G


def screen_lines(app: App[Any]) -> list[str]:
    """The text of each row of the screen as it is drawn now, sheets included: for goldens and tests.

    Textual has no public way to its compositor's strips.
    """
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


class Field(Input):
    """An `Input` that neutralises what it draws: Textual's own sends control characters to the terminal (measured).

    The value stays raw. `_value` and `_position_to_cell` are the two places where `Input` measures and draws it.
    """

    DEFAULT_CSS = """
    Field {
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $foreground;
        &:focus { border: none; }
        & > .input--cursor { background: $cursor-ground; color: $cursor-text; }
    }
    """

    def on_paste(self, event: events.Paste) -> None:
        event.text = without_controls(event.text)

    @property
    def _value(self) -> Text:
        return Text(_in_one_line(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_width(_in_one_line(self.value[:position]))


def without_controls(text: str) -> str:
    """What may be pasted into a text: control characters come by mistake, tabs and line ends apart."""
    return "".join(ch for ch in text if ch in "\t\n\r" or unicodedata.category(ch) != "Cc")


class KinsokuDocument(WrappedDocument):
    """A document wrapped as the rows of the texts are: Textual's own wraps Chinese wherever the line is full.

    `WrappedDocument.wrap` and `wrap_range` fill the four tables that are set here; all of it is wrapped anew after an
    edit, since what is edited is one segment.
    """

    shown: Callable[[str], str] = staticmethod(str)
    """From a line as the document holds it to the line as it is drawn, character for character."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        super().wrap(width, tab_width)
        if width < 2:
            return
        offsets = [
            self._breaks(line, width, old) for line, old in zip(self.document.lines, self._wrap_offsets, strict=True)
        ]
        self._wrap_offsets = offsets
        self._offset_to_line_info = [(n, i) for n, some in enumerate(offsets) for i in range(len(some) + 1)]
        self._line_index_to_offsets = [[] for _ in offsets]
        for y, (n, _) in enumerate(self._offset_to_line_info):
            self._line_index_to_offsets[n].append(y)

    def _breaks(self, line: str, width: int, old: list[int]) -> list[int]:
        # A tab is drawn as wide as its column asks for, which only Textual knows.
        return old if "\t" in line else list(breaks(self.shown(line), width))

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        self.wrap(self._width, self._tab_width)


def wrap_with_kinsoku(area: TextArea, shown: Callable[[str], str]) -> None:
    """Has a text area wrap as the rows do; to be called once, before it is drawn."""
    document = KinsokuDocument(area.document, tab_width=area.indent_width)
    document.shown = shown
    area.wrapped_document = document
    area.navigator = DocumentNavigator(document)


def is_styled(widget: Widget) -> bool:
    """False until the style sheets have reached a widget: what is drawn before (a `TextArea` looks up the colours of
    its gutter) would fail with a `KeyError`."""
    return not widget.COMPONENT_CLASSES or bool(widget._component_styles)


def _in_one_line(text: str) -> str:
    return visible(text).replace("\n", G.paragraph)


def can_suspend(app: App[Any]) -> bool:
    """True if the terminal can be lent to another program: not in a browser, and not without a terminal."""
    return app._driver is not None and app._driver.can_suspend
