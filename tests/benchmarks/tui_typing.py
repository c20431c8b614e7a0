"""Typing in a segment whose HTER takes seconds: from a key to the changed text, with the figure measured beside it and
without. Run it; nothing here is a test:

    python -m tests.benchmarks.tui_typing [words]

Prints one JSON line for each: milliseconds of a key, and the seconds until the figure stands there once the hands rest.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
import sys
import time
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.setdefault("WORKBENCH_STATE", "/nonexistent")

from textual import events

from tests.tui.conftest import AtOnce
from tests.tui.fake_session import FakeSession, bitext
from tests.tui.player import Player
from workbench.score.live_ter import LiveTer
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens import review_effort

KEYS = 40
PAUSE = 0.12
"""Seconds between two keys: a fast typist."""


class Never(AtOnce):
    """Measures nothing."""

    def ask(self, pair: tuple[str, str]) -> None:
        """Stays unanswered."""


async def measure(words: int, live: Any) -> dict[str, Any]:
    review_effort.LiveTer = live  # type: ignore[misc]
    chance = random.Random(1)
    machine = [f"w{chance.randrange(words // 2)}" for _ in range(words)]
    draft = " ".join(chance.sample(machine, words))
    session = FakeSession.make(bitext([(["他说做生意。"], [" ".join(machine)], None, True, " ")]))
    app = WorkbenchApp(session, profile=False, remembers=False)
    async with app.run_test(size=(120, 40)) as pilot:
        player = Player(app, pilot)
        await pilot.pause()
        await player.settle()
        player.review.open_box(draft, cursor=10)
        await pilot.pause()
        box, took = player.review._box, []
        assert box is not None
        for _ in range(KEYS):
            length, began = len(box.value), time.perf_counter()
            app.post_message(events.Key("x", "x"))
            while len(box.value) == length:
                await asyncio.sleep(0)
            took.append(1000 * (time.perf_counter() - began))
            await asyncio.sleep(PAUSE)
        rested = time.perf_counter()
        while live is LiveTer and "HTER \u2026" in player.text:
            await asyncio.sleep(0.05)
        came = time.perf_counter() - rested
        await player.press("ctrl+c")
    took.sort()
    return {
        "words": words,
        "hter": live is LiveTer,
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(took[int(0.95 * len(took))], 1),
        "max_ms": round(took[-1], 1),
        "figure_s": round(came, 1) if live is LiveTer else None,
    }


if __name__ == "__main__":
    for number in [int(one) for one in sys.argv[1:]] or [300]:
        for way in (Never, LiveTer):
            print(json.dumps(asyncio.run(measure(number, way))), flush=True)
