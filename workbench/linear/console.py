"""Lines in and lines out: no colour, no cursor control, nothing that is drawn over."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from workbench.text.safe import visible


class Leaving(Exception):
    """The end of the input, or Ctrl-C twice: nothing more will be asked."""


class Console:
    """Where the conversation is held. A prompt is written only where a person answers it."""

    def __init__(self, lines: TextIO | None = None, out: TextIO | None = None) -> None:
        self._in = lines if lines is not None else sys.stdin
        self._out = out if out is not None else sys.stdout
        self.is_asking = self._in is sys.stdin and self._in.isatty()
        """True if a person is there; a script's prompts and echoes would only be noise."""

    def say(self, text: str) -> None:
        """One line; control characters and line breaks in it are shown, not obeyed."""
        self._out.write(visible(text).replace("\n", " \u23ce ") + "\n")
        self._out.flush()

    def ask(self, prompt: str, value: str = "") -> str:
        """One line of the user's, with `value` to begin from where the terminal can do that.

        Raises `Leaving` at the end of the input, and lets `KeyboardInterrupt` through.
        """
        if self.is_asking:
            try:
                with _beginning_with(value):
                    return input(f"{prompt}> ")
            except EOFError:
                self._out.write("\n")
                raise Leaving from None
        line = self._in.readline()
        if not line:
            raise Leaving
        return line.rstrip("\r\n")


class _beginning_with:  # noqa: N801 - reads as the clause it is
    """The next line asked for begins with these words, to be changed; where there is no readline, with none."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._set: Callable[[Callable[[], object] | None], None] | None = None

    def __enter__(self) -> None:
        if not self._value:
            return
        try:
            import readline
        except ImportError:
            return
        self._set = readline.set_startup_hook
        self._set(lambda: readline.insert_text(visible(self._value)))

    def __exit__(self, *_: object) -> None:
        if self._set is not None:
            self._set(None)
