"""All keys, from the one table; and what the signs mean."""

from __future__ import annotations

from itertools import groupby, zip_longest

from textual.app import ComposeResult
from textual.screen import ModalScreen

from workbench.tui.action import Mode
from workbench.tui.actions import ACTIONS, keys_line
from workbench.tui.glyphs import G
from workbench.tui.playing import Played
from workbench.tui.widgets.inspector import Bar, Lines, wrapped
from workbench.tui.widgets.painted import Run, padded, run_width

_LEAST = 12
"""Cells that a description has at least, however narrow the screen."""
WIDE = 100
"""From this many cells on, help stands in two columns."""


def signs() -> list[list[Run]]:
    """What stands in the gutter and in the texts."""
    return [
        [("Signs", "heading")],
        [(f" {G.focus} ", "accent"), ("the segment you are in", "")],
        [
            (f" {G.done} {G.in_work} {G.query} {G.redone} ", "good"),
            ("done, in work, query open, edited after done", ""),
        ],
        [(f" {G.bar[2]} {G.bar[5]} {G.bar[8]} ", "risk-high"), ("chance of a major error: low, middling, high", "")],
        [(" m M C ", "letter"), ("your marks: minor, major, critical; the digit counts them", "")],
        [(f" {G.finding}3 ", "hint"), ("three findings of the checks, not judged yet", "")],
        [(" words ", "major"), (" marked major (double line); ", ""), ("minor", "minor"), (" single line", "")],
        [(" words ", "finding"), (" a finding: thin line, quieter", "")],
        [(f" {G.edited} ", "edited"), ("the English was corrected: ", ""), ("changed words", "edited")],
        [(f" {G.no_space} ", "missing"), ("a space is missing after the sentence", "")],
        [(f" {G.paragraph} ", "quiet"), ("a paragraph ends", "")],
        [(" ^ ", "letter"), ("missing words belong in this line", "")],
        [
            (f" {G.focus}M{G.bar[6]} ", "accent"),
            ("at the right edge, the whole text: place, worst mark, open risk", ""),
        ],
    ]


def blocks(width: int) -> list[list[list[Run]]]:
    """One block of lines, at most `width` cells wide, for each group of actions; nothing is cut."""
    made = [[row for line in signs() for row in _hanging(line[:1], line[1:], width)]]
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        lines: list[list[Run]] = [[(str(group), "heading")]]
        for action in actions:
            keys = keys_line(action) or ":"
            lines += _hanging([(f" {padded(keys, 15)} ", "key")], [(action.description, "")], width)
        made.append(lines)
    return made


def _hanging(head: list[Run], body: list[Run], width: int) -> list[list[Run]]:
    """A line whose body goes on below itself."""
    indent = run_width(head)
    rows = wrapped(body, max(_LEAST, width - indent))
    return [[*(head if n == 0 else [(" " * indent, "")]), *row] for n, row in enumerate(rows)]


def page(width: int) -> list[list[Run]]:
    """All blocks, in one column or in two of like height."""
    if width < WIDE:
        return [line for block in blocks(width) for line in [*block, []]]
    half = width // 2 - 1
    columns: tuple[list[list[Run]], list[list[Run]]] = ([], [])
    for block in blocks(half - 2):
        shorter = columns[0] if len(columns[0]) <= len(columns[1]) else columns[1]
        shorter += [*block, []]
    return [_beside(left or [], right or [], half) for left, right in zip_longest(*columns)]


def _beside(left: list[Run], right: list[Run], half: int) -> list[Run]:
    return [*left, (" " * (half - run_width(left)), ""), *right]


class HelpScreen(Played, ModalScreen[None]):
    """Scrolls; Esc, q and ? go back."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    HelpScreen {
        background: $background;
        & > #help { height: 1fr; padding: 0 1; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="help")

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set([("keys", "heading")], [("arrows and PgDn scroll, Esc goes back", "quiet")])
        self._fill()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self._lines = page(self.app.size.width - 2)
        self.query_one("#help", Lines).set_lines(self._lines)

    def _scroll(self, to: int) -> None:
        help_lines = self.query_one("#help", Lines)
        help_lines.shift = max(0, min(to, len(self._lines) - help_lines.size.height + 1))
        help_lines.refresh()

    def do_step(self, by: str) -> None:
        self._scroll(self.query_one("#help", Lines).shift + int(by))

    def do_page(self, by: str) -> None:
        lines = self.query_one("#help", Lines)
        self._scroll(lines.shift + int(by) * max(1, lines.size.height - 2))

    def do_ends(self, which: str) -> None:
        self._scroll(0 if which == "first" else len(self._lines))

    def on_mouse_scroll_down(self) -> None:
        self.do_step("+3")

    def on_mouse_scroll_up(self) -> None:
        self.do_step("-3")

    def do_take(self) -> None:
        self.dismiss(None)

    def do_leave(self) -> None:
        self.dismiss(None)

    def unknown(self, key: str) -> bool:
        if key == "?":
            self.dismiss(None)
            return True
        if key == "space":
            self.do_page("+1")
            return True
        return False
