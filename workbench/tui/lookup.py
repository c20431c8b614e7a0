"""One background thread for looking things up: the latest question wins, older ones are dropped unanswered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class Lookup:
    """Answers come through `answered(key, value)`, called on the thread: it must only post a message."""

    def __init__(self, answered: Callable[[Any, Any], None]) -> None:
        self._answered = answered
        self._wake = threading.Condition()
        self._question: tuple[Any, Callable[[], Any]] | None = None
        self._busy = False
        self._closed = False
        self._thread: threading.Thread | None = None

    def ask(self, key: object, work: Callable[[], object]) -> None:
        """Puts a question in the place of the one that waits."""
        with self._wake:
            self._question = (key, work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="lookup", daemon=True)
                self._thread.start()
            self._wake.notify()

    @property
    def is_idle(self) -> bool:
        with self._wake:
            return self._question is None and not self._busy

    def close(self) -> None:
        with self._wake:
            self._closed = True
            self._question = None
            self._wake.notify()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._busy = False
                while self._question is None and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                assert self._question is not None
                key, work = self._question
                self._question, self._busy = None, True
            try:
                value = work()
            except Exception as error:
                # A failed look-up must not end the thread; the screen says what happened.
                value = error
            self._answered(key, value)
