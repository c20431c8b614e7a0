"""The command line: a number goes to that segment, `q` leaves, anything else finds a command by its words."""

from __future__ import annotations

import re
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.widgets import Input

from workbench.tui.action import Action, Mode
from workbench.tui.actions import ACTIONS, keys_line
from workbench.tui.compat import Field
from workbench.tui.screens.sheet import Sheet
from workbench.tui.typed import KEPT_EVERY, Typed, kept_by
from workbench.tui.widgets.inspector import Bar
from workbench.tui.widgets.painted import Run, padded
from workbench.tui.widgets.row_list import RowList

_REALIGN = re.compile(r"realign\s+(\d{1,9})(?:\s*[-\u2013]\s*|\s+)(\d{1,9})", re.IGNORECASE)
"""`realign 20 30`, or `realign 20-30`."""
_SHARE = re.compile(r"(\d{1,3})\s*%")
"""`50%`: so far into the text."""
_QUITS = ("q", "q!", "wq", "x", "quit", "exit")


def matching(words: str) -> list[Action]:
    """Listed actions that hold all the words, those whose label begins with them first."""
    parts = words.casefold().split()
    found = []
    for n, action in enumerate(ACTIONS):
        if not action.listed:
            continue
        label = action.label.casefold()
        whole = f"{label} {action.description} {action.id} {action.group}".casefold()
        if all(part in whole for part in parts):
            in_label = all(part in label for part in parts)
            begins = bool(parts) and label.startswith(parts[0])
            found.append((not begins, not in_label, n, action))
    return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:3])]


class Command(Sheet[str | int | tuple[int, int] | None]):
    """Answers with an action's id, with the number of a segment, or with the first and the last to pair again."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    Command RowList { height: 10; }
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self._segments = count
        self.question, self.about = "command", ""
        self._typed: Typed | None = None
        self._found = matching("")

    def content(self) -> ComposeResult:
        self._typed = kept_by(self)
        yield Bar(id="head")
        yield Field((self._typed.before if self._typed is not None else None) or "", select_on_focus=True)
        yield RowList(len(self._found), lambda i, width: [self._row(i, width)])

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set(
            [("command", "heading")],
            [
                (f"1\u2013{self._segments} or 50% goes there, " if self._segments else "", "quiet"),
                ("q leaves, words find a command", "quiet"),
            ],
        )
        field = self.query_one(Field)
        field.cursor_blink = False
        field.focus()
        if self._typed is not None:
            self.set_interval(KEPT_EVERY, self.keep_what_is_typed)

    def keep_what_is_typed(self) -> None:
        """To the project file, so that no end of the program loses it."""
        if self._typed is not None and not self._answered:
            self._typed.keep(self.query_one(Field).value)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        if self._typed is not None and self._typed.is_kept:
            self._typed.drop()
        return super().dismiss(result)

    def _row(self, index: int, width: int) -> list[Run]:
        action = self._found[index]
        return [
            (padded(action.label, 24), ""),
            (padded(action.description, max(0, width - 38)), "quiet"),
            (f"  {keys_line(action)}", "key"),
        ]

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.strip()
        words = words.split()[0] if _REALIGN.match(words) else words
        self._found = [] if words.isdecimal() or _SHARE.fullmatch(words) else matching(words)
        self.query_one(RowList).reset(len(self._found))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.dismiss(self._found[event.index].id)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        words = event.value.strip()
        if words.isdecimal():
            self.dismiss(int(words))
        elif (share := _SHARE.fullmatch(words)) is not None:
            self.dismiss(max(1, -(-self._segments * min(100, int(share.group(1))) // 100)))
        elif (numbers := _REALIGN.fullmatch(words)) is not None:
            self.dismiss((int(numbers.group(1)), int(numbers.group(2))))
        elif words.casefold() in _QUITS:
            self.dismiss("quit")
        elif self._found:
            self.dismiss(self._found[self.query_one(RowList).index].id)
        else:
            self.query_one("#head", Bar).set([("command", "heading")], [("there is no such command", "bad")])

    def on_key(self, event: events.Key) -> None:
        rows = self.query_one(RowList)
        steps = {"down": 1, "up": -1, "pagedown": 9, "pageup": -9, "tab": 1, "shift+tab": -1}
        if event.key in steps:
            rows.step(steps[event.key])
        elif event.key == "escape" or event.key.startswith("alt+"):
            self.dismiss(None)
        else:
            return
        event.stop()
        event.prevent_default()
