"""Keys that arrive faster than screens come and go reach the screens they were meant for, in order."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea

_PATIENCE = 3.0
"""Seconds after which the next key is handed on whatever happens."""
_BURST = 0.003
"""Seconds between two keys of which the second was not pressed by hand."""
_ROUNDS = 2
"""Once for the key itself, once for the message that a field sends because of it."""


class TypesAhead(App[int]):
    """Hands on a key when all that the key before it has set going on the screens is done."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Event] = deque()
        self._handing_on: asyncio.Task[None] | None = None
        self._heard = 0.0
        """When the last key came."""
        self._pasted: set[int] = set()
        """Those of the waiting keys, by identity, that no hand can have pressed."""

    @property
    def is_typing(self) -> bool:
        """True while a key is at work or waits for its turn."""
        return self._handing_on is not None

    def press_first(self, key: str) -> None:
        """Has a key pressed again, before those that wait: for the screen that is there once this one has gone."""
        self._waiting.appendleft(events.Key(key, key if len(key) == 1 else None))

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        else:
            self._note_burst(event)
            self._waiting.append(event)
            if self._handing_on is None:
                self._handing_on = asyncio.create_task(self._hand_on())

    def _note_burst(self, event: events.Event) -> None:
        """A Ctrl-C right behind another key came with it, in what a terminal without bracketed paste hands over."""
        now = time.monotonic()
        if isinstance(event, events.Key) and event.key == "ctrl+c" and now - self._heard < _BURST:
            self._pasted.add(id(event))
        self._heard = now

    async def _hand_on(self) -> None:
        try:
            while self._waiting and self._running:
                event = self._waiting.popleft()
                if id(event) in self._pasted:
                    self._pasted.discard(id(event))
                    if isinstance(self.focused, Input | TextArea):
                        continue  # a control character among what was pasted: nothing is dropped because of it
                target = self.focused or self.screen
                await super().on_event(event)
                try:
                    await asyncio.wait_for(self._settled(target), _PATIENCE)
                except TimeoutError:
                    continue
        except Exception as error:
            self._handle_exception(error)
        finally:
            self._handing_on = None

    async def _settled(self, target: MessagePump) -> None:
        """Returns when the key is done, and the screen it led to stands and has its focus."""
        while True:
            before = self.screen
            for _ in range(_ROUNDS):
                await self._through(target)
            screen = self.screen
            while self._running and screen is self.screen and not screen._mounted_event.is_set():
                await asyncio.sleep(0.001)
            if screen is before and self.screen is screen and target in (self.focused, screen):
                return
            target = self.focused or self.screen

    async def _through(self, target: MessagePump) -> None:
        """Waits until the widget and all that it lies in have done what they had before them."""
        node: MessagePump | None = target
        while node is not None:
            done = asyncio.Event()
            if node.is_running and node.call_later(done.set):
                while node.is_running and not done.is_set():
                    try:
                        await asyncio.wait_for(done.wait(), 0.05)
                    except TimeoutError:
                        continue
            node = node._parent if node is not self else None
