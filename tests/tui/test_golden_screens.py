"""Every screen as plain text, at both sizes. After a wanted change, write them anew and read the difference:

UPDATE_GOLDENS=1 python -m pytest tests/tui/test_golden_screens.py && git diff tests/golden/screens
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.player import playing
from workbench.model.events import Status
from workbench.session.values import Outcome

GOLDENS = Path(__file__).parents[1] / "golden" / "screens"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
SCENES: dict[str, list[str]] = {
    "review": [],
    "finding": ["n"],
    "marked": ["j", "j", "j", "2", "m", "w", "1", "g", "n"],
    "select": ["j", "j", "j", "w", "v", "l", "l"],
    "picker": ["j", "j", "j", "w", "2"],
    "placing": ["j", "j", "tab", "v", "m"],
    "edit": ["j", "j", "j", "e"],
    "replace": ["j", "j", "j", "space", "c"],
    "rating": ["j", "j", "j", "r", "e", "r", "7", "1"],
    "inspector": ["j", "j", "j", "space", "i"],
    "word": ["j", "j", "j", "space", "tab", "K"],
    "hunts": ["s"],
    "command": ["colon", "j", "o"],
    "fixes": ["colon", "4", "enter", "space", "="],
    "concordance": ["colon", "4", "enter", "space", "t"],
    "terms": ["B", "WAIT", "g"],
    "candidates": ["B", "WAIT", "tab", "WAIT", "g"],
    "term": ["B", "WAIT", "g", "enter"],
    "unify": ["colon", "8", "enter", "tab", "home", "equals_sign"],
    "dismiss": ["j", "j", "X"],
    "history": ["j", "j", "j", "H"],
    "split": ["G", "k", "S"],
    "reading": ["R", "j"],
    "help": ["question_mark"],
    "profile": ["colon", "p", "r", "o", "f", "enter"],
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_screen(scene: str, size: str) -> None:
    async with playing(size=SIZES[size]) as p:
        await p.press(*SCENES[scene])
        await p.settle()
        if scene == "edit":
            for _ in range(500):  # a worker reads the draft
                if p.review._draft_view is not None:
                    break
                await p.pilot.pause(0.01)
            await p.pilot.pause()
        compare(f"{scene}-{size}", p.text)


async def test_narrow_screens_stack_the_columns() -> None:
    async with playing(size=(60, 24)) as p:
        await p.press("j", "j", "j", "space")
        await p.settle()
        compare("stacked-60x24", p.text)


async def test_the_finished_state() -> None:
    async with playing(size=(80, 24)) as p:
        for bead in p.session.beads:
            for finding in p.session.findings(bead.id):
                p.session.dismiss(finding.id)
            p.session.set_status(bead.id, Status.DONE)
            p.review.show_outcome(Outcome("", frozenset({bead.id})))
        await p.settle()
        await p.press("L")
        compare("finished-80x24", p.text)


async def test_tiny_screens_do_not_break() -> None:
    for size in ((30, 10), (20, 8), (10, 5), (3, 3), (1, 1)):
        async with playing(size=size) as p:
            await p.press("j", "n", "2", "escape", "e", "escape", "R", "escape", "question_mark", "escape")


async def test_resizing_keeps_the_place() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press(*["j"] * 9)
        word = p.word
        for size in ((80, 24), (60, 20), (200, 60), (40, 12), (80, 24)):
            await p.pilot.resize_terminal(*size)
            await p.settle()
            assert (p.number, p.word) == (10, word)
            assert f"{'':1}10 " in p.text


def compare(name: str, text: str) -> None:
    """The screen against its golden."""
    path = GOLDENS / f"{name}.txt"
    shown = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("UPDATE_GOLDENS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, "utf-8")
        return
    assert shown == path.read_text("utf-8"), f"{path.name}: see the module's first lines for how to write it anew"
