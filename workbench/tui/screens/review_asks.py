"""Questions: a sheet over the review screen, and what is done with its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.tui.screens.review_overview import Overseen
from workbench.tui.screens.sheet import Prompt, Sheet
from workbench.tui.typed import Typed


class Asks(Overseen):
    """Asks, and knows whether an answer is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self._open_questions = 0
        self._typed: list[Typed] = []

    @property
    def is_asking(self) -> bool:
        """True while another screen is over this one, and until its answer was acted on."""
        return self._open_questions > 0 or self.app.screen is not self

    def take_what_waited(self) -> None:
        """Called when a question or an edit is closed: what could not happen under it may happen now."""

    def ask(self, screen: Any, then: Callable[[Any], object]) -> None:
        """Shows a sheet, and does `then` with its answer unless it was left without one."""

        def take(answer: object) -> None:
            went_well = True
            try:
                self._show_whole_view()
                if answer is not None:
                    went_well = self.attempt(lambda: then(answer))
            finally:
                self._open_questions -= 1
                self._forget_what_was_typed(went_well)
                self.call_after_refresh(self.take_what_waited)

        if isinstance(screen, Sheet) and self.is_open:
            self._clear_for_sheet(screen.rows_over(self.app.size.height))
        self._open_questions += 1
        self.app.push_screen(screen, take)

    def typed_in(self, prompt: Prompt) -> Typed | None:
        """Where the words of a prompt over this screen are kept until its questions are answered, all of them."""
        if not self.is_open or self.session.read_only:
            return None
        typed = Typed(self.session, self.state.bead, prompt.question, prompt.about)
        self._typed.append(typed)
        return typed

    def _forget_what_was_typed(self, went_well: bool) -> None:
        """One question may lead to the next: what was typed in all of them is decided with the last."""
        if self._open_questions:
            return
        if went_well:
            for typed in self._typed:
                typed.drop()
        self._typed.clear()

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.take_what_waited)

    def _clear_for_sheet(self, rows: int) -> None:
        """Scrolls the segment out from under a sheet of so many rows."""
        window = self.view.window
        below = self.app.size.height - self.view.region.bottom
        window.slack = max(0, min(rows - below, window.height - 3))
        self.view.reveal()

    def _show_whole_view(self) -> None:
        if self.view.window.slack:
            self.view.window.slack = 0
            if self.is_open:
                self.view.reveal()
