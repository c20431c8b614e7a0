"""The acts of a reviewer's hour on the sample article: key presses, and the program's own seconds. Nothing is a test:

    python -m tests.benchmarks.reviewers_hour

Each act is played in the real app with the real session, and must have its effect, or the script stops. Seconds run
from the first key to the screen at rest, analysis of what changed included; a person's hands and eyes are not in them.
Words that a person writes are typed, and not counted as presses. Prints the table of the README.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.setdefault("WORKBENCH_STATE", "/nonexistent")

from tests.tui.player import Player
from workbench.cli.demo import seeds
from workbench.model.events import Status
from workbench.session.fixing import group_key
from workbench.session.session import Session
from workbench.terms.termbase import demo_termbase
from workbench.tui.app import WorkbenchApp

WORDS = "\x00"
"""Before words that are typed and not counted."""


@dataclass(frozen=True)
class Act:
    """What is done, from where, by which keys, and how one sees that it was done."""

    name: str
    at: int
    """Number of the segment to stand on; 0: wherever one is."""
    before: tuple[str, ...]
    keys: tuple[str, ...]
    done: Callable[[Any, Player], bool]
    shown: str


def marks(s: Any) -> list[Any]:
    return list(s.review.annotations.values())


ACTS = (
    Act("next worst", 0, ("s", "w"), ("n",), lambda s, p: p.state.hunt_at == 1, "`n`"),
    Act("read: pinyin, senses, term, counterpart lit up", 7, (), ("w",), lambda s, p: p.review.info is not None, "`w`"),
    Act("look a word up in full", 7, (), ("K",), lambda s, p: p.app.screen is not p.review, "`K`"),
    Act("flag a word as major mistranslation", 20, (), ("2", "m"), lambda s, p: len(marks(s)) == 1, "`2` `m`"),
    Act(
        "flag a word and link its source",
        21,
        ("w", "w", "w", "w", "w", "w"),
        ("v", "tab", "2", "m"),
        lambda s, p: bool(marks(s)[-1].source and marks(s)[-1].target),
        "`v` `Tab` `2` `m`",
    ),
    Act(
        "mark an omission, linked to its place",
        46,
        ("tab", "home"),
        ("v", "m", "enter"),
        lambda s, p: marks(s)[-1].insert_at is not None,
        "`v` `m` `Enter`",
    ),
    Act("fix a word", 20, (), ("c", WORDS + "Today", "enter"), lambda s, p: "edited" in p.text, "`c` words `Enter`"),
    Act("another case of a word", 20, (), ("~",), lambda s, p: "wrote" in p.said, "`~`"),
    Act("swap two words", 20, (), (")",), lambda s, p: "moved" in p.said, "`)`"),
    Act("put a missing space", 20, (), ("_",), lambda s, p: "put a space" in p.said, "`_`"),
    Act("have an earlier text again", 20, (), ("H", "enter"), lambda s, p: "put back" in p.said, "`H` `Enter`"),
    Act("put a segment off", 0, ("s", "w"), ("z",), lambda s, p: "comes back" in p.said, "`z`"),
    Act("take a suggestion", 17, ("space",), ("a",), lambda s, p: s.segment(p.state.bead).corrected is not None, "`a`"),
    Act(
        "fix all places of a term, after a look",
        1,
        ("space",),
        ("=", "enter"),
        lambda s, p: "hot trend" in p.said,
        "`=` `Enter`",
    ),
    Act(
        "mend all lost spaces and paragraph breaks",
        6,
        ("space",),
        ("=", "enter"),
        lambda s, p: "paragraph breaks" in p.said,
        "`=` `Enter`",
    ),
    Act(
        "one rendering for a word of no termbase",
        16,
        ("w",) * 3,
        ("t", "=", WORDS + "age", "enter"),
        lambda s, p: "= age in" in p.said,
        "`t` `=` words `Enter`",
    ),
    Act("dismiss with a reason", 16, ("space",), ("X", "2"), lambda s, p: "dismissed" in p.said, "`X` `2`"),
    Act("join two segments", 18, (), ("J",), lambda s, p: len(s.beads) == 52, "`J`"),
    Act(
        "ask the author",
        28,
        (),
        ("!", WORDS + "Is this meant?", "enter"),
        lambda s, p: bool(s.segment(p.state.bead).query),
        "`!` words `Enter`",
    ),
    Act(
        "supply a line that was left out",
        2,
        (),
        ("e", WORDS + "Meng Yonghui", "enter"),
        lambda s, p: bool(s.final(p.state.bead)),
        "`e` words `Enter`",
    ),
    Act("supply a sentence translated elsewhere", 3, (), ("a",), lambda s, p: bool(s.final(p.state.bead)), "`a`"),
    Act("done, and on to the next", 30, (), ("d",), lambda s, p: s.progress().done == 1, "`d`"),
    Act("undo, also of yesterday", 0, (), ("u",), lambda s, p: s.progress().done == 0, "`u`"),
)


async def go_to(p: Player, number: int) -> None:
    await p.press("escape", "colon", *str(number), "enter")
    await p.settle()
    await p.press("home")
    if str(p.state.side) != "target":
        await p.press("tab", "home")
    await p.settle()


async def play(p: Player, keys: tuple[str, ...]) -> int:
    """Plays some keys; returns how many were presses."""
    count = 0
    for key in keys:
        if key.startswith(WORDS):
            await p.type(key[1:])
        else:
            await p.press("equals_sign" if key == "=" else "exclamation_mark" if key == "!" else key)
            count += 1
    return count


def sample(folder: str) -> Session:
    source, target = (next(seeds().glob(f"{number}_*.txt")) for number in ("003", "000"))
    return Session.create(source, target, project=Path(folder) / "sample.review", terms=demo_termbase(), reviewer="you")


async def acts() -> None:
    print("| act | keys | presses | s |\n|---|---|---:|---:|")
    with tempfile.TemporaryDirectory() as folder, sample(folder) as session:
        app = WorkbenchApp(session, profile=False, remembers=False)
        async with app.run_test(size=(120, 40)) as pilot:
            p = Player(app, pilot)
            await pilot.pause()
            await p.settle()
            for act in ACTS:
                if act.at:
                    await go_to(p, act.at)
                await play(p, act.before)
                await p.settle()
                started = time.perf_counter()
                count = await play(p, act.keys)
                await p.settle()
                seconds = time.perf_counter() - started
                if not act.done(session, p):
                    raise SystemExit(f"{act.name}: it was not done; the screen says {p.said!r}\n{p.text}")
                print(f"| {act.name} | {act.shown} | {count} | {seconds:.2f} |")
                if app.screen is not p.review:
                    await p.press("escape")


async def whole() -> None:
    """Every finding taken, what repeats at once, every segment marked done."""
    with tempfile.TemporaryDirectory() as folder, sample(folder) as session:
        app = WorkbenchApp(session, profile=True, remembers=False)
        presses = 0
        async with app.run_test(size=(120, 40)) as pilot:
            p = Player(app, pilot)
            await pilot.pause()
            await p.settle()
            started = time.perf_counter()

            async def key(name: str) -> None:
                nonlocal presses
                presses += 1
                await p.press(name)
                await p.settle()

            await key("enter")
            while session.progress().done < session.progress().total:
                findings = session.findings(p.state.bead)
                if findings:
                    counts = p.review.counts
                    if p.state.finding is None:
                        await key("space")
                    finding = p.state.finding or findings[0]
                    if counts.get(group_key(finding), 1) > 1:
                        await key("equals_sign")
                        if app.screen is not p.review and "0 of" not in p.lines[0]:
                            await key("enter")
                            if not any(f.id == finding.id for f in session.findings(p.state.bead)):
                                continue
                        if app.screen is not p.review:
                            await key("escape")
                    await key("a")
                    continue
                before = p.state.bead
                await key("d")
                if p.state.bead == before and session.segment(before).status is Status.DONE:
                    await key("s")
                    await key("u")
        print(
            f"\nThe whole sample, every finding taken and {session.progress().done} segments done: {presses} presses, "
            f"{time.perf_counter() - started:.0f} s; {len(session.review.annotations)} marks."
        )


def main() -> None:
    asyncio.run(acts())
    asyncio.run(whole())


if __name__ == "__main__":
    main()
