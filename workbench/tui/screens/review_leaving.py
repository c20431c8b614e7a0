"""Leaving, also when the project file takes no more."""

from __future__ import annotations

from pathlib import Path

from workbench.tui.screens.review_hands_over import HandsOver
from workbench.tui.screens.sheet import Choice, Prompt


class Leaves(HandsOver):
    """The last act."""

    def do_quit(self) -> None:
        from workbench.session.rescuing import is_unsaved

        if self._state is None:
            self.workers.cancel_group(self, "opening")
        elif is_unsaved(self.session):
            self._ask_how_to_leave()
            return
        self.app.exit(0)

    def _ask_how_to_leave(self) -> None:
        rows = [[("write everything to another file, and leave", "")], [("stay", "")], [("leave, and lose it", "")]]
        acts = (self._ask_where, lambda: None, self._leave_without)
        question = f"{self.session.save_state}"
        self.ask(Choice(question, rows, letters="wsl", foot="Enter takes it"), lambda index: acts[index]())

    def _ask_where(self) -> None:
        from workbench.session.rescuing import rescue, rescue_places

        first, *others = map(str, rescue_places(self.session))

        def take(given: str) -> None:
            if given.strip():
                rescue(self.session, Path(given.strip()).expanduser())
                self.app.exit(0)

        self.ask(Prompt("write everything to", first, suggestions=others), take)

    def _leave_without(self) -> None:
        self.app.gives_up = True  # type: ignore[attr-defined]
        self.app.exit(0)
