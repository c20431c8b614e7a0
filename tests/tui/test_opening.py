"""Opening behind the frame, its failures, and the home screen."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.errors import FileProblem
from workbench.model.span import Side
from workbench.session.values import Place
from workbench.tui.app import WorkbenchApp, run
from workbench.tui.recent import note_project, recent_projects
from workbench.tui.screens.home import Home, HomeScreen
from workbench.tui.screens.review import ReviewScreen


async def test_the_frame_is_there_before_the_texts() -> None:
    go_on = threading.Event()

    def opener(progress, cancelled):  # type: ignore[no-untyped-def]
        progress(0.4)
        assert go_on.wait(20)
        return FakeSession.make()

    app = WorkbenchApp(opener, profile=False, remembers=False)
    async with app.run_test(size=(80, 24)) as pilot:
        p = Player(app, pilot)
        for _ in range(200):
            await pilot.pause(0.01)
            if "40%" in p.text:
                break
        assert "pairing 40%" in p.text
        await p.press("j", "2", "n", "question_mark", "escape", "e")
        assert "still being opened" in p.text
        go_on.set()
        for _ in range(500):
            await pilot.pause(0.01)
            if p.review.is_open:
                break
        await p.settle()
        assert "Morning" in p.text


async def test_opening_can_be_stopped() -> None:
    seen = threading.Event()

    def opener(progress, cancelled):  # type: ignore[no-untyped-def]
        while not cancelled():
            seen.wait(0.01)
        raise FileProblem("x", "stopped")

    app = WorkbenchApp(opener, profile=False, remembers=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+c")
        for _ in range(200):
            await pilot.pause(0.01)
            if app.problem is not None:
                break
    assert "stopped" in str(app.problem)


def test_what_cannot_be_opened_ends_the_program_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def opener(progress, cancelled):  # type: ignore[no-untyped-def]
        raise FileProblem("a.txt", "is a directory")

    original = WorkbenchApp.run
    monkeypatch.setattr(WorkbenchApp, "run", lambda self: original(self, headless=True, size=(80, 24)))
    with pytest.raises(FileProblem, match=r"a\.txt: is a directory"):
        run(opener)


async def test_the_place_is_saved_and_come_back_to() -> None:
    session = FakeSession.make()
    async with playing(session) as p:
        await p.press("j", "j", "j", "w", "w")
        word = p.word
    assert session.saved_places[-1] == Place(session.beads[3].id, Side.TARGET, 8, {"hunt": "worst", "last": ""})
    async with playing(session, profile=True) as p:
        assert (p.number, p.word) == (4, word)
        assert p.app.screen is p.review, "the profile is for the first opening"


async def test_segments_are_analysed_behind_the_screen_and_can_be_stopped() -> None:
    gate = threading.Event()

    class Slow(FakeSession):
        def analyse(self, *, on_segments, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
            progress(0.5, "checking")
            while not cancelled() and not gate.wait(0.01):
                pass
            if not cancelled():
                super().analyse(on_segments=on_segments, progress=progress, cancelled=cancelled)

    app = WorkbenchApp(Slow.make(), profile=False, remembers=False)
    async with app.run_test(size=(80, 24)) as pilot:
        p = Player(app, pilot)
        for _ in range(200):
            await pilot.pause(0.01)
            if "checking 50%" in p.text:
                break
        assert "checking 50%" in p.text
        await p.press("j", "j", "2", "m")
        assert len(p.flags()) == 1, "one can work meanwhile"
        await p.press("ctrl+c")
        await p.settle()
        assert "stopped" in p.said
        gate.set()


async def test_home_lists_recent_projects_and_opens(tmp_path: Path) -> None:
    project = tmp_path / "tea.review"
    project.write_text("x")
    note_project(project)
    assert recent_projects() == [project]
    opened: list[object] = []

    def opener_of(*what: object):  # type: ignore[no-untyped-def]
        def opener(progress, cancelled):  # type: ignore[no-untyped-def]
            opened.append(what)
            if what == (tmp_path / "no.review",):
                raise FileProblem("no.review", "is not there")
            return FakeSession.make()

        return opener

    home = Home(opener_of, opener_of, opener_of("sample"), recent_projects())
    app = WorkbenchApp(home=home, profile=False, remembers=False)
    async with app.run_test(size=(80, 24)) as pilot:
        p = Player(app, pilot)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "tea" in p.text
        assert "the sample article" in p.text
        await p.press("j", "enter")
        await p.type(str(tmp_path / "no.review"))
        await p.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "is not there" in p.text
        await p.press("home", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert opened[-1] == (project,)


async def test_q_leaves_while_the_texts_are_being_opened() -> None:
    gate = threading.Event()
    stopped = []

    def opener(progress, cancelled):  # type: ignore[no-untyped-def]
        while not cancelled() and not gate.wait(0.01):
            pass
        stopped.append(cancelled())
        return FakeSession.make()

    app = WorkbenchApp(opener, profile=False, remembers=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("colon", "5", "enter")
        assert app.is_running
        await pilot.press("colon", "q", "enter")
        await pilot.pause(0.1)
        assert not app._running or app._exit
    gate.set()
    assert app.return_value == 0
    assert stopped == [True]
