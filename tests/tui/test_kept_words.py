"""Words typed into the command line and on the home screen outlive the program; messages keep how to undo in sight."""

from __future__ import annotations

from typing import Any

from tests.tui.fake_session import FakeSession
from tests.tui.player import playing
from workbench.tui.app import WorkbenchApp
from workbench.tui.bars import fitted
from workbench.tui.compat import Field
from workbench.tui.screens.command import Command
from workbench.tui.screens.home import Home


async def test_a_half_typed_command_is_there_again() -> None:
    session = FakeSession.make()
    async with playing(session) as p:
        await p.press("j", "j", "colon", *"rea")
        p.app.screen.keep_what_is_typed()  # type: ignore[attr-defined]
        kept = p.state.place()
    session.saved_places.append(kept)
    async with playing(session) as p:
        assert "words you were typing in a question at segment 3" in p.said
        await p.press("colon")
        assert isinstance(p.app.screen, Command)
        assert p.app.screen.query_one(Field).value == "rea"
        await p.press(*"4", "enter")
        assert p.number == 4, "what is typed takes its place"
        await p.press("k", "colon")
        assert p.app.screen.query_one(Field).value == "", "a command that was given is not offered again"
        await p.press("escape")
        assert not session.saved_drafts


async def test_a_half_typed_path_on_the_home_screen_is_there_again() -> None:
    never: Any = None
    home = Home(never, never, never, [])
    app = WorkbenchApp(home=home, profile=False)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"art")
        app.screen.keep_what_is_typed()  # type: ignore[attr-defined]
    app = WorkbenchApp(home=home, profile=False)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.screen.query_one(Field).value == "art"
        await pilot.press("escape", "enter")
        assert app.screen.query_one(Field).value == ""


async def test_how_to_undo_stays_in_sight_whatever_was_done() -> None:
    async with playing(size=(80, 24)) as p:
        await p.press("j", "j", "c")
        await p.type("a very long sequence of words that fills the whole of a line of eighty cells by itself")
        await p.press("enter")
        assert p.lines[-1].rstrip().endswith(", u takes it back")


def test_only_what_is_too_long_is_shortened() -> None:
    assert fitted(("put a space, u takes it back", ""), 40) == ("put a space, u takes it back", "")
    short = fitted(("replaced this and that by these, u takes it back", ""), 34)[0]
    assert short == "replaced this an\u2026, u takes it back"
    assert len(short) == 34
    assert fitted(("no such thing as that", ""), 10)[0] == "no such thing as that"
