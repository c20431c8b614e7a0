"""From a key to a handler: what every screen that is played by keys shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Input, TextArea

from workbench.errors import WorkbenchError
from workbench.tui.action import Action, Mode
from workbench.tui.actions import KEYMAP
from workbench.tui.keys import canonical

INPUT_METHOD = "the input method is on: switch it off for the keys (arrows, Enter, Tab, Space and digits still work)"


class Played:
    """Mixed into screens. They say in which mode they are, and have a method `do_…` for each handler of that mode."""

    mode: Mode = Mode.NORMAL
    _answered = False

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Answers once: a second answer, or one from under another screen, does nothing."""
        if self._answered or self.app.screen is not self:  # type: ignore[attr-defined]
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)  # type: ignore[misc,no-any-return]

    def mode_now(self) -> Mode:
        return self.mode

    def say(self, message: str, *, bad: bool = False) -> None:
        """Tells the user something; screens with a status line override it."""
        self.app.notify(message, markup=False, severity="error" if bad else "information")  # type: ignore[attr-defined]

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, Input | TextArea):  # type: ignore[attr-defined]
            return
        pressed = canonical(event.key, event.character)
        if pressed.input_method:
            event.stop()
            event.prevent_default()
            self.say(INPUT_METHOD, bad=True)
            return
        for key in pressed.keys:
            if self.press(key):
                event.stop()
                event.prevent_default()

    def press(self, key: str) -> bool:
        """Does what a key is for in the present mode. False if it is for nothing."""
        action = KEYMAP[self.mode_now()].get(key)
        if action is None:
            return self.unknown(key)
        self.play(action)
        return True

    def unknown(self, key: str) -> bool:
        """A key without a place in the table; screens may take letters themselves."""
        return False

    def play(self, action: Action) -> None:
        """Calls the handler of an action. What cannot be done is said in the status line and changes nothing."""
        acts = getattr(self.app, "acts", None)  # type: ignore[attr-defined]
        if acts is not None:
            acts.append(action.id)
        handler: Callable[..., Any] = getattr(self, f"do_{action.handler}")
        self.attempt(lambda: handler(*([action.argument] if action.argument else [])))

    def attempt(self, call: Callable[[], object]) -> bool:
        """Runs a call; a `WorkbenchError` becomes a message. True if it went well."""
        try:
            call()
        except WorkbenchError as error:
            self.say(str(error), bad=True)
            return False
        return True


class PlayedScreen(Played, Screen[Any]):
    """A full screen that is played by keys."""

    DEFAULT_CSS = """
    PlayedScreen { background: $background; color: $foreground; }
    """
