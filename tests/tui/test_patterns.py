"""Over all segments at once, by keys: replacing a pattern, filters and their names, what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.player import Player, playing
from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.tui.recent import save_filter, saved_filters
from workbench.tui.screens.review_moves import FINISHED


async def replace(p: Player, pattern: str, by: str) -> None:
    await p.press("percent_sign")
    await p.type(pattern)
    await p.press("enter")
    await p.type(by)
    await p.press("enter")


async def test_a_pattern_is_replaced_after_a_preview_and_taken_back_at_once() -> None:
    async with playing() as p:
        await replace(p, "fire (waiting)", r"the \1")
        assert "the waiting" in p.text
        await p.press("space", "enter")  # without the first place
        texts = [p.session.final(bead.id) for bead in p.session.beads]
        assert "fire waiting" in texts[3]
        assert "his the waiting philosophy" in texts[9]
        await p.press("u")
        assert "fire waiting" in p.session.final(p.session.beads[9].id)


async def test_what_a_pattern_would_do_is_shown_while_it_is_typed() -> None:
    async with playing() as p:
        await p.press("percent_sign")
        await p.type("fire (wai")
        assert "no regular expression" in p.text
        await p.type("ting)")
        assert "2 places" in p.text
        await p.press("enter")
        await p.type(r"\2")
        assert "no replacement" in p.text
        await p.press("escape")
        assert not p.session.entries


async def test_a_pattern_that_is_nowhere_is_said() -> None:
    async with playing() as p:
        await p.press("percent_sign")
        await p.type("nowhere")
        await p.press("enter")
        assert "nothing in the English is like nowhere" in p.said


async def test_a_filter_is_a_hunt_and_is_saved_by_its_name() -> None:
    async with playing() as p:
        await p.press("f")
        await p.type("fires = 火候 -philosophy")
        assert "2 segments" in p.text
        await p.press("enter")
        assert p.number == 4
        assert p.state.hunt.title == "fires"
        await p.press("n")
        assert p.number == 7
        assert saved_filters() == {"fires": "火候 -philosophy"}
        await p.press("g", "f", "tab", "enter")
        assert p.number == 4


async def test_a_wrong_filter_is_said_and_not_saved() -> None:
    async with playing() as p:
        await p.press("f")
        await p.type("x = risk:huge")
        assert "risk: takes high, medium, low" in p.text
        await p.press("enter")
        assert "risk:huge is unknown" in p.said
        assert saved_filters() == {}


def test_the_filter_saved_last_is_offered_first(tmp_path: Path) -> None:
    for n in range(30):
        save_filter(f"f{n}", "x")
    save_filter("f25", "y")
    assert next(iter(saved_filters().items())) == ("f25", "y")
    assert len(saved_filters()) == 20


async def test_what_is_left_is_a_list_of_hunts() -> None:
    async with playing() as p:
        p.session.query(p.session.beads[4].id, "why?")
        await p.press("L")
        assert "segments are not done" in p.text
        assert "1 question to the author is open" in p.text
        await p.press("down", "enter")
        assert p.number == 5


async def test_that_nothing_is_left_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing() as p:
        for bead in p.session.beads:
            for finding in p.session.findings(bead.id):
                p.session.dismiss(finding.id)
            p.session.set_status(bead.id, Status.DONE)
        await p.press("L")
        assert p.said == FINISHED


async def test_saved_filters_stand_among_the_hunts() -> None:
    save_filter("fires", "\u706b\u5019 -philosophy")
    async with playing(size=(80, 40)) as p:
        await p.press("s")
        row = next(n for n, line in enumerate(p.lines) if "fires" in line)
        assert "\u706b\u5019 -philosophy" in p.lines[row]
        first = next(n for n, line in enumerate(p.lines) if "worst first" in line and "hunt" not in line and n > 3)
        await p.press(*["down"] * (row - first), "enter")
        assert p.state.hunt.title == "fires"
        assert p.number == 4


async def test_with_the_last_done_it_is_said_whether_anything_is_left() -> None:
    async with playing() as p:
        work = [bead.id for bead in p.session.beads if bead.reason is not Reason.FURNITURE]
        for bead in work[1:]:
            p.session.set_status(bead, Status.DONE)
        await p.press("s", "u", "d")
        assert p.said.startswith(f"all {len(work)} segments are done, but ")
        assert "L lists what is left" in p.said
        for bead in work:
            for finding in p.session.findings(bead):
                p.session.dismiss(finding.id)
        p.session.set_status(work[0], Status.UNTOUCHED)
        await p.press("g", "d")
        assert p.said == FINISHED
