"""Export from the screen: every format there is, to a file that is never one of the review's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.player import Player, playing
from workbench.errors import ProjectProblem
from workbench.formats.catalog import EXPORT_FORMATS
from workbench.session.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.review_hands_over import outputs

ZH, EN = "风口来了。\n\n谁都想飞得更高。\n", "The tuyere is here.\n\nEveryone wants to fly higher.\n"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(tmp_path)
    Path("zh.txt").write_text(ZH, "utf-8")
    Path("en.txt").write_text(EN, "utf-8")
    return Session.create(Path("zh.txt"), Path("en.txt"), project=Path("a.review"))


async def export(p: Player, name: str, to: str) -> None:
    at = [output.name for output in outputs()].index(name)
    p.review.do_export()
    await p.pilot.pause()
    await p.press(*["down"] * at, "enter")
    await p.press("ctrl+u")
    await p.type(to)
    await p.press("enter")


def test_every_format_and_report_can_be_chosen() -> None:
    names = [output.name for output in outputs()]
    assert {form.name for form in EXPORT_FORMATS} < set(names)
    assert {"report html", "report markdown", "report text"} < set(names)


async def test_the_corrected_text_is_written(session: Session) -> None:
    async with playing(session) as p:
        await p.settle()
        first = session.beads[0].id
        session.correct(first, "The trend is here.")
        await export(p, "text", "out.txt")
        assert Path("out.txt").read_text("utf-8") == "The trend is here.\n\nEveryone wants to fly higher.\n"
        assert p.said.startswith("wrote out.txt")


async def test_a_file_that_is_there_is_replaced_only_when_told_to(session: Session) -> None:
    Path("out.txt").write_text("mine", "utf-8")
    async with playing(session) as p:
        await p.settle()
        await export(p, "text", "out.txt")
        await p.press("l")
        assert Path("out.txt").read_text("utf-8") == "mine"
        await export(p, "text", "out.txt")
        await p.press("r")
        assert Path("out.txt").read_text("utf-8") == EN


@pytest.mark.parametrize("name", ["en.txt", "zh.txt", "a.review"])
async def test_the_review_s_own_files_are_never_replaced(session: Session, name: str) -> None:
    before = Path(name).read_bytes()
    async with playing(session) as p:
        await p.settle()
        await export(p, "text", name)
        assert "no output replaces" in p.said or "never written to" in p.said
        await p.press("r")
    assert Path(name).read_bytes() == before or name == "a.review"
    Session.open(Path("a.review"), read_only=True).close()


async def test_what_cannot_be_written_is_said(session: Session) -> None:
    async with playing(session) as p:
        await p.settle()
        await export(p, "json", "nowhere/out.json")
        assert "no such folder" in p.said


@pytest.fixture
def full_disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A review whose project file takes no more, with a decision that is only in memory."""
    monkeypatch.setenv("HOME", str(Path("home").absolute()))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(Path("tmp").absolute()))
    for folder in ("home", "tmp"):
        Path(folder).mkdir()

    def refuse(*_: object) -> None:
        raise ProjectProblem("a.review", "the disk is full")

    assert session._store is not None
    monkeypatch.setattr(session._store, "write", refuse)
    session.correct(session.beads[0].id, "The trend is here.")
    assert not session.flush(1)
    return session


async def test_leaving_a_full_disk_offers_another_file_and_it_holds_everything(full_disk: Session) -> None:
    async with playing(full_disk) as p:
        await p.press("colon", "q", "enter")
        assert "the disk is full" in p.text
        assert p.app.return_code is None
        await p.press("enter")
        assert "home/a.rescue.json" in p.text
        await p.press("enter")
        assert p.app._exit
    where = Path("home/a.rescue.json")
    assert full_disk.rescued == where.absolute()
    assert "The trend is here." in where.read_text("utf-8")


async def test_leaving_a_full_disk_can_be_thought_over_or_done_without(full_disk: Session) -> None:
    async with playing(full_disk) as p:
        await p.press("colon", "q", "enter", "s")
        assert p.app.screen is p.review
        assert not p.app._exit
        await p.press("colon", "q", "enter", "l")
        assert p.app._exit
        p.app.sessions.append(full_disk)
        p.app.rescue_everything()
    assert full_disk.rescued is None


async def test_where_the_other_file_cannot_be_written_one_stays(full_disk: Session) -> None:
    async with playing(full_disk) as p:
        await p.press("colon", "q", "enter", "enter", "ctrl+u")
        await p.type("nowhere/x.json")
        await p.press("enter")
        assert "no such folder" in p.said
        assert not p.app._exit


def test_a_program_that_is_ended_writes_everything_elsewhere_by_itself(full_disk: Session) -> None:
    app = WorkbenchApp(full_disk, remembers=False)
    app.sessions.append(full_disk)
    Path("home").rmdir()
    app.rescue_everything()
    assert full_disk.rescued == Path("tmp/a.rescue.json").absolute()
    assert "The trend is here." in full_disk.rescued.read_text("utf-8")


async def test_leaving_what_is_saved_asks_nothing(session: Session) -> None:
    async with playing(session) as p:
        await p.settle()
        await p.press("colon", "q", "enter")
        assert p.app._exit
        p.app.rescue_everything()
    assert session.rescued is None
