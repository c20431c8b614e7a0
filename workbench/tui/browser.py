"""What is different where the program is played in a browser: its driver leaves when the server has gone."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's own, which lives on as an orphan, with the project locked, when what it reads from has closed."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())
