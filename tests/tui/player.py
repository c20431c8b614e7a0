"""A hand on the keys: runs the real app headless, presses, and reads the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.pilot import Pilot

from tests.tui.fake_session import FakeSession
from workbench.tui.app import WorkbenchApp
from workbench.tui.compat import screen_lines
from workbench.tui.screens.review import ReviewScreen


class Player:
    """What a test does with the program."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def review(self) -> ReviewScreen:
        return next(s for s in reversed(self.app.screen_stack) if isinstance(s, ReviewScreen))

    @property
    def session(self) -> Any:
        return self.review.session

    @property
    def state(self) -> Any:
        return self.review.state

    @property
    def word(self) -> str:
        """The words under the cursor, or selected."""
        state = self.state
        span = state.selection.span if state.selection else state.span
        return str(span.of(state.text()))

    @property
    def number(self) -> int:
        return int(self.state.index) + 1

    async def press(self, *keys: str) -> None:
        """Presses keys; WAIT among them waits until a screen has what it looks for behind itself."""
        while "WAIT" in keys:
            before = keys[: keys.index("WAIT")]
            await self.press(*before)
            await self.looked()
            keys = keys[len(before) + 1 :]
        await self.pilot.press(*keys)
        await self._typed()

    async def looked(self) -> None:
        """Until nothing is looked for behind the screen that is on top."""
        for _ in range(1000):
            await self.pilot.pause(0.01)
            if getattr(self.app.screen, "is_settled", True):
                break
        await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """Sends keys all at once, as a terminal does that was typed ahead."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()
        await self._typed()
        await self.settle()

    async def _typed(self) -> None:
        while getattr(self.app, "is_typing", False):
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if ch == " " else ch for ch in text))
        await self._typed()

    async def settle(self) -> None:
        """Waits until nothing runs behind the screen."""
        for _ in range(400):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            if self.review.is_settled:
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"still busy: {self.review.activity!r}")

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return screen_lines(self.app)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def said(self) -> str:
        """The last message."""
        return self.review.message[0] if self.review.message else ""

    def flags(self) -> list[tuple[str, str, str]]:
        """(severity, category, quoted words) of all human marks."""
        return [
            (str(a.severity), a.category, (a.target or a.source).quote)  # type: ignore[union-attr]
            for a in self.session.review.annotations.values()
        ]


@asynccontextmanager
async def playing(
    session: Any = None, *, size: tuple[int, int] = (80, 24), profile: bool = False, **more: Any
) -> AsyncIterator[Player]:
    """The program on a session (the fake one by default), analysed and at rest."""
    start = FakeSession.make() if session is None else session
    app = WorkbenchApp(start, profile=profile, remembers=False, **more)
    async with app.run_test(size=size) as pilot:
        player = Player(app, pilot)
        await pilot.pause()
        await player.settle()
        yield player
