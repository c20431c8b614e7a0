"""Making very many values that stay: what the garbage collector must know of it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NEVER = 1 << 30
_YOUNG = 50_000
"""New values until they are looked through: next to nothing is found, and the looks cost a tenth of the time."""
_lock = threading.Lock()
_running: list[tuple[int, int, int]] = []


@contextmanager
def keeping_all() -> Iterator[None]:
    """While an analysis runs, nothing old is looked through for garbage, and afterwards what is there counts as kept.

    A full collection over ten thousand analysed segments holds every thread up for most of a second, again and again as
    they come; and next to nothing of them is garbage. May be nested, and used by several threads.
    """
    with _lock:
        _running.append(gc.get_threshold())
        gc.freeze()
        young, middle, _ = _running[0]
        gc.set_threshold(max(young, _YOUNG), middle, _NEVER)
    try:
        yield
    finally:
        with _lock:
            before = _running.pop()
            if not _running:
                gc.freeze()
                gc.set_threshold(*before)
