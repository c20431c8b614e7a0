"""The program in a terminal of its own: a pseudo-terminal that a test types into, resizes, and takes away."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import workbench

ROOT = Path(workbench.__file__).parent.parent


class Terminal:
    """One running program."""

    def __init__(self, folder: Path, *arguments: str, fault: str = "", **variables: str) -> None:
        """`fault` is Python that is run before the program starts."""
        code = f"{fault}\nfrom workbench.cli.main import main\nmain({list(arguments)!r})"
        self.pid, self.master = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child is the program
            os.chdir(folder)
            for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            environment = {
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "WORKBENCH_STATE": str(folder / "state"),
                "WORKBENCH_REVIEWER": "ana",
                "TEXTUAL_ANIMATIONS": "none",
                **variables,
            }
            os.execve(sys.executable, [sys.executable, "-c", code], environment)
        self.resize(100, 30)
        self.heard = b""
        self.status: int | None = None

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def press(self, text: str) -> None:
        os.write(self.master, text.encode())

    def hear(self, words: str) -> None:
        """Waits until the words have been drawn since the last time."""
        self.until(lambda: words.encode() in self.heard, words)
        self.heard = self.heard.partition(words.encode())[2]

    def until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, (what, self.heard[-2000:])
            self._read()

    def _read(self) -> None:
        if select.select([self.master], [], [], 0.1)[0]:
            try:
                self.heard += os.read(self.master, 65536)
            except OSError:  # nobody has the other end open
                time.sleep(0.05)

    def ended(self) -> int:
        """Its exit status, once it has ended."""
        end = time.monotonic() + 60
        while self.status is None:
            assert time.monotonic() < end, self.heard[-2000:]
            if self.master >= 0:
                self._read()
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
        if self.master >= 0:
            self._read()
        return self.status

    def close(self) -> None:
        """Takes the terminal away, as closing its window does."""
        os.close(self.master)
        self.master = -1

    def clear_up(self) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.master >= 0:
            self.close()
