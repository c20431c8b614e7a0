"""From a key to the repaint while the analysis runs behind the screen, in the real app without a terminal.

    python -m tests.benchmarks.tui_busy [pairs …]

The session, its checks and its scores are the real ones; 0 pairs stands for the sample pair in seeds/. Keys are pressed
from the first frame until the analysis is done, at most so many of them. Each run is a process of its own, so that
dictionaries are read during it, as in life. Prints one JSON line a run: milliseconds from sending a key to the moment
when its change is rendered to bytes. Nothing here is a test.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.setdefault("WORKBENCH_STATE", "/nonexistent")

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["j", "j", "w", "w", "w", "k", "pagedown", "w", "j", "pageup", "tab", "w", "tab", "j", "2", "u", "d", "u"]
MOST = 300
"""Keys pressed, at most."""


def session_of(pairs: int, room: Path) -> Any:
    from workbench.session.session import Session
    from workbench.terms.termbase import demo_termbase

    if not pairs:
        from workbench.cli.demo import SOURCE, TARGET, seeds

        files = seeds() / SOURCE, seeds() / TARGET
        return Session.create(*files, project=room / "sample.review", terms=demo_termbase())
    from tests.benchmarks.checks_speed import document
    from tests.tui.fake_session import bitext

    rows = [([seg.source], [seg.target], None, n % 7 == 6, " ") for n, seg in enumerate(document(pairs))]
    return Session.in_memory(bitext(rows), reviewer="bench", termbase=demo_termbase())


async def measure(pairs: int, room: Path) -> dict[str, Any]:
    from textual import events

    from tests.benchmarks.painting import note_paints
    from tests.tui.player import Player
    from workbench.tui.app import WorkbenchApp

    gc.set_threshold(20_000, 20, 100)  # as the command does
    session = session_of(pairs, room)
    app = WorkbenchApp(session, profile=False, remembers=False)
    painted = note_paints(app)
    times: list[tuple[float, str]] = []
    began = time.perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        player = Player(app, pilot)
        while not player.review.is_open:
            await pilot.pause(0.01)
        while len(times) < MOST and not session.is_analysed:
            key = KEYS[len(times) % len(KEYS)]
            await asyncio.sleep(0.03)
            painted.clear()
            event = events.Key(key, key if len(key) == 1 else None)
            event.set_sender(app)
            at = time.perf_counter()
            assert app._driver is not None
            app._driver.send_message(event)
            while not painted and time.perf_counter() - at < 2:
                await asyncio.sleep(0.0005)  # not 0: the other threads must get to run as they do in life
            if painted:
                times.append(((painted[0] - at) * 1000, key))
        took = time.perf_counter() - began
        done = session.is_analysed
        app.workers.cancel_all()
    every = sorted(ms for ms, _ in times)
    return {
        "pairs": pairs or len(session.beads),
        "keys": len(every),
        "median_ms": round(every[len(every) // 2], 1),
        "p95_ms": round(every[int(len(every) * 0.95)], 1),
        "max_ms": round(every[-1], 1),
        "slowest": [[round(ms), key] for ms, key in sorted(times, reverse=True)[:4]],
        "analysis_s": round(took, 1) if done else f"more than {took:.0f}",
    }


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        with tempfile.TemporaryDirectory() as room:
            print(json.dumps(asyncio.run(measure(int(sys.argv[2]), Path(room)))), flush=True)
        return
    for pairs in sys.argv[1:] or ["0", "0", "10000"]:
        command = [sys.executable, "-m", "tests.benchmarks.tui_busy", "--one", pairs]
        subprocess.run(command, cwd=ROOT, check=False, timeout=600)


if __name__ == "__main__":
    main()
