"""What outlives a failure: of the program itself, or of the terminal under it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from collections import deque
from typing import TYPE_CHECKING

from workbench.tui.typing_ahead import TypesAhead

if TYPE_CHECKING:
    from workbench.session.session import Session

_PATIENCE = 5.0
"""Seconds that a program without a terminal has to leave by itself."""
_ENDS = ("SIGHUP", "SIGTERM")
"""The terminal is gone; the machine goes down."""


class Survives(TypesAhead):
    """Keeps what was being typed, whatever happens, and prints no text of the user's when it fails."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.sessions: list[Session] = []
        """What is open; closed when the program ends."""
        self.gives_up = False
        """True if the user would rather lose what is not saved."""
        self.crash: BaseException | None = None
        """What the program failed of, first of all."""
        self.acts: deque[str] = deque(maxlen=20)
        """Ids of the last actions, for the report."""

    def keep_everything(self) -> None:
        """Hands what is being typed, and where one stands, to the project files, and waits until they have it."""
        for screen in self.screen_stack if self._screen_stacks else []:
            keep = getattr(screen, "keep_what_is_typed", None)
            if keep is not None:
                with contextlib.suppress(Exception):  # whatever state it failed in, the other screens come next
                    keep()
        for session in self.sessions:
            with contextlib.suppress(Exception):
                session.flush(_PATIENCE)

    def rescue_everything(self) -> None:
        """Once the screen is gone: what no project file took is written elsewhere, unless that was done or refused."""
        from workbench.session.rescuing import is_unsaved, rescue_somewhere

        for session in self.sessions if not self.gives_up else []:
            with contextlib.suppress(Exception):  # the others come next
                if session.rescued is None and not session.flush(_PATIENCE) and is_unsaved(session):
                    rescue_somewhere(session)

    def facts(self) -> dict[str, object]:
        """What a report tells of the moment; nothing of the texts."""
        screens = [type(screen).__name__ for screen in self.screen_stack] if self._screen_stacks else []
        return {
            "screen": f"{self.size.width}x{self.size.height}, {' > '.join(screens)}",
            "segments": ", ".join(str(len(session.beads)) for session in self.sessions),
            "last actions": " ".join(self.acts),
        }

    def _handle_exception(self, error: Exception) -> None:
        if self.crash is None:
            self.crash = error
            self.keep_everything()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual's own renders a traceback with the values of all variables, which are the user's texts.
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def watch_signals(self) -> None:
        """Leaves in good order when the terminal is closed, or the machine goes down."""
        loop = asyncio.get_running_loop()
        for name in _ENDS:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._ended_by, int(number))

    def _ended_by(self, number: int) -> None:
        self.keep_everything()
        last = threading.Timer(_PATIENCE, os._exit, [128 + number])
        last.daemon = True
        last.start()
        self.exit(128 + number)
