"""Everything that leans on private names of Textual, for 8.2.8: look here first when Textual is raised."""

from __future__ import annotations

from typing import Any

from rich.text import Text
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input

from workbench.text.cells import cell_width
from workbench.text.safe import visible
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

    @property
    def _value(self) -> Text:
        return Text(_in_one_line(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_width(_in_one_line(self.value[:position]))


def is_styled(widget: Widget) -> bool:
    """False until the style sheets have reached a widget: what is drawn before (a `TextArea` looks up the colours of
    its gutter) would fail with a `KeyError`."""
    return not widget.COMPONENT_CLASSES or bool(widget._component_styles)


def _in_one_line(text: str) -> str:
    return visible(text).replace("\n", G.paragraph)
