"""HTER of what is being typed: sacrebleu's TER, which takes seconds for long segments whose words changed their order.

It runs in another process. That neither takes the interpreter from the keys, nor goes on when its question is out of
date: the process is ended, and the next question begins another one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

Pair = tuple[str, str]
"""(machine's text, corrected text)"""

_GRACE = 0.2
"""Seconds that a question may still take when another one comes: most are answered in a few milliseconds, and a new
process takes longer than that to begin."""
_REST = 0.3
"""Seconds without another question before a process is begun in the place of one that was ended: while someone types,
each key would end it again."""


class LiveTer:
    """`answered(pair, hter)` is called on a thread of this object; it must not wait for anyone. The last question wins.
    Questions that the last one overtook stay unanswered."""

    def __init__(self, answered: Callable[[Pair, float], object]) -> None:
        self._answered = answered
        self._wake = threading.Condition()
        self._question: Pair | None = None
        self._running: tuple[Pair, float] | None = None
        """What the process works on, and since when."""
        self._process: subprocess.Popen[str] | None = None
        self._was_ended = False
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        with self._wake:
            return self._question is None and self._running is None

    def ask(self, pair: Pair) -> None:
        """Asks, in the place of whatever was asked before."""
        with self._wake:
            if self._running is not None and self._running[0] == pair:
                self._question = None
                return
            self._question = pair
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="live TER", daemon=True)
                self._thread.start()
            if self._running is not None:
                self._end_soon(self._running)
            self._wake.notify()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        with self._wake:
            self._question = None
            if self._running is not None:
                self._end_soon(self._running)

    def close(self) -> None:
        with self._wake:
            self._closed = True
            self._end()
            self._wake.notify()

    # ---- ending what is out of date

    def _end_soon(self, running: tuple[Pair, float]) -> None:
        timer = threading.Timer(max(0.0, running[1] + _GRACE - time.monotonic()), self._end_if, (running,))
        timer.daemon = True
        timer.start()

    def _end_if(self, running: tuple[Pair, float]) -> None:
        with self._wake:
            if self._running is running and self._question != running[0]:
                self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._was_ended = True
            with suppress(OSError):
                process.kill()

    # ---- the thread

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            pair, process = asked
            answer = _answer(process, pair)
            with self._wake:
                self._running = None
                if answer is None and self._process is process:
                    self._process = None  # it ended by itself: the next question begins another one
            if answer is not None:
                self._answered(pair, answer)
            elif process.poll() is None:
                process.kill()
            if process is not self._process:
                _let_go(process)

    def _next(self) -> tuple[Pair, subprocess.Popen[str]] | None:
        """The next question and the process for it; None at the end."""
        with self._wake:
            while True:
                while self._question is None and not self._closed:
                    self._wake.wait()
                while self._was_ended and not self._closed and self._wake.wait(_REST):
                    pass  # asked again: they still type
                if self._closed:
                    return None
                self._was_ended = False
                if self._question is not None:
                    break
            if self._process is None:
                try:
                    self._process = _begin()
                except OSError:  # no process can be had here: the figure is left to the report
                    self._closed = True
                    return None
            pair, self._question = self._question, None
            self._running = pair, time.monotonic()
            return pair, self._process


def _begin() -> subprocess.Popen[str]:
    # -P: the folder that one happens to be in is no place to load modules from.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "workbench.score.ter_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    )


def _answer(process: subprocess.Popen[str], pair: Pair) -> float | None:
    """None if the process ended, whoever ended it."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(pair) + "\n")
        process.stdin.flush()
        return float(process.stdout.readline())
    except (OSError, ValueError):
        return None


def _let_go(process: subprocess.Popen[str]) -> None:
    """Nothing of an ended process stays behind."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.close()
    process.wait()
