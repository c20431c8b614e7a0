"""From a key to the repaint, in the real app without a terminal. Run it; nothing here is a test:

    python -m tests.benchmarks.tui_keys [pairs …]

`p95_cpu_ms` is the interface thread's own work, which other programs on the machine do not change much.

For each key: from sending it to the moment when the strips of the change are rendered to a terminal's bytes. Segments,
marks, hunts and figures are the session's own; only findings and scores come from a rule of thumb, so that ten thousand
pairs need no minutes of analysis first. Prints one JSON line a run.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.setdefault("WORKBENCH_STATE", "/nonexistent")

from textual import events

from tests.benchmarks.painting import note_paints
from tests.tui.fake_session import ROWS, FakeSession, bitext
from tests.tui.player import Player
from workbench.model.review import Review
from workbench.session.session import Session
from workbench.tui.app import WorkbenchApp

MOVES = ["j"] * 12 + ["w"] * 12 + ["k"] * 4 + ["tab", "w", "w", "tab"] + ["pagedown"] * 4 + ["pageup"] * 2
WORK = ["n", "space", "a", "n", "x", "d", "u", "n", "v", "l", "l", "escape", "i", "i", "G", "g"]


class Quick(Session):
    """The session itself, with the fake one's analysis."""

    analyse = FakeSession.analyse  # type: ignore[assignment]
    reanalyse = FakeSession.reanalyse  # type: ignore[assignment]
    _look_at = FakeSession._look_at
    _links = FakeSession._links


def session_of(pairs: int) -> Session:
    rows = [ROWS[i % len(ROWS)] for i in range(pairs)]
    # Every segment is a text of its own, as in life: nothing is found in a cache by accident.
    numbered = [
        ([f"{zh}" for zh in zhs], [f"{en[:-1]} {n}." for en in ens], reason, gap, sep)
        for n, (zhs, ens, reason, gap, sep) in enumerate(rows)
    ]
    session = Quick(Review(bitext(numbered)), store=None, journal=None, reviewer="bench")
    session._listeners = []
    return session


async def measure(pairs: int, size: tuple[int, int]) -> dict[str, Any]:
    started = time.perf_counter()
    session = session_of(pairs)
    made = time.perf_counter()
    app = WorkbenchApp(session, profile=False, remembers=False)
    painted = note_paints(app)
    times: dict[str, list[float]] = {}
    spent: list[float] = []
    async with app.run_test(size=size) as pilot:
        first = time.perf_counter()
        player = Player(app, pilot)
        await player.settle()
        for key in [*MOVES, *WORK] * 3:
            await pilot.pause(0.02)
            painted.clear()
            name = {"space": " "}.get(key, key)
            event = events.Key(key, name if len(name) == 1 else None)
            event.set_sender(app)
            at, work = time.perf_counter(), time.thread_time()
            assert app._driver is not None
            app._driver.send_message(event)
            while not painted and time.perf_counter() - at < 2:
                await asyncio.sleep(0)
            if painted:
                times.setdefault(key, []).append((painted[0] - at) * 1000)
                spent.append((time.thread_time() - work) * 1000)
    every = sorted(t for several in times.values() for t in several)
    worst = max(times, key=lambda key: statistics.median(times[key]))
    return {
        "pairs": pairs,
        "size": "x".join(map(str, size)),
        "keys": len(every),
        "median_ms": round(statistics.median(every), 1),
        "p95_ms": round(every[int(len(every) * 0.95)], 1),
        "max_ms": round(every[-1], 1),
        "p95_cpu_ms": round(sorted(spent)[int(len(spent) * 0.95)], 1),
        "slowest_key": [worst, round(statistics.median(times[worst]), 1)],
        "first_frame_s": round(first - made, 2),
        "session_made_s": round(made - started, 2),
    }


def main() -> None:
    counts = [int(arg) for arg in sys.argv[1:]] or [44, 10_000]
    for pairs in counts:
        for size in ((80, 24), (120, 40)):
            print(json.dumps(asyncio.run(measure(pairs, size))), flush=True)


if __name__ == "__main__":
    main()
