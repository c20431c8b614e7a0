"""The memory in a session: what is offered, and what is kept for other projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.memory.matching import Translated
from workbench.memory.user import UserMemory
from workbench.model.events import Status
from workbench.session.session import Session

ZH = "会议定于三月五日在北京召开。\n会议定于三月九日在上海召开。\n代表们住在河边的旅馆里。\n"
EN = "The meeting is on March 5 in Beijing.\nThe meet is March 9.\nThe delegates live in the hotel by the river.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    Path("zh.txt").write_text(ZH, "utf-8")
    Path("en.txt").write_text(EN, "utf-8")
    return tmp_path


def opened(name: str, memory: UserMemory | None = None) -> Session:
    session = Session.create(Path("zh.txt"), Path("en.txt"), project=Path(f"{name}.review"), reviewer="Lin")
    if memory is not None:
        session.use_memory(memory)
    return session


def test_the_machine_s_own_words_are_no_memory_and_corrected_ones_are(folder: Path) -> None:
    with opened("a") as session:
        first, second = session.beads[0].id, session.beads[1].id
        assert session.recalled(second) == ()
        session.correct(first, "The meeting will be held in Beijing on March 5.")
        (match,) = session.recalled(second)
        assert (match.likeness, match.found.segment) == (76, first)
        assert match.found.target == "The meeting will be held in Beijing on March 5."
        assert session.recalled(first) == ()
        session.undo()
        assert session.recalled(second) == ()


def test_asking_again_searches_nothing_until_something_changed(folder: Path) -> None:
    memory = UserMemory()
    with opened("a", memory) as session:
        session.correct(session.beads[0].id, "The meeting will be held in Beijing on March 5.")
        second = session.beads[1].id
        first_answer = session.recalled(second)
        assert session.recalled(second) is first_answer
        UserMemory().add([Translated("会议定于三月九日在上海召开", "It takes place in Shanghai.", "/x/old.tmx")])
        assert [m.likeness for m in session.recalled(second)] == [100, 76]
        session.undo()
        assert [m.likeness for m in session.recalled(second)] == [100]


def test_finished_segments_are_offered_in_the_next_project_and_others_are_not(folder: Path) -> None:
    memory = UserMemory()
    with opened("a", memory) as session:
        session.set_status(session.beads[2].id, Status.DONE)
        session.correct(session.beads[0].id, "Not finished yet.")
    kept = memory.entries()
    assert [(one.source, one.reviewer) for one in kept] == [("代表们住在河边的旅馆里。", "Lin")]
    assert kept[0].origin == str((folder / "a.review").resolve())
    with opened("b", UserMemory()) as session:
        assert [m.likeness for m in session.recalled(session.beads[2].id)] == [100]
        assert session.recalled(session.beads[0].id) == ()
    with opened("a", UserMemory()) as session:
        assert session.recalled(session.beads[2].id) == (), "its own words, not as if they came from elsewhere"


def test_without_a_memory_nothing_is_written(folder: Path) -> None:
    with opened("a") as session:
        session.set_status(session.beads[2].id, Status.DONE)
    assert not UserMemory().path.exists()


def test_a_memory_that_cannot_be_read_or_written_is_one_warning_and_nothing_is_lost(folder: Path) -> None:
    broken = UserMemory()
    broken.path.mkdir(parents=True)
    with opened("a", broken) as session:
        session.set_status(session.beads[2].id, Status.DONE)
        assert session.recalled(session.beads[2].id) == ()
        assert session.recalled(session.beads[1].id) == ()
        assert sum("memory" in warning for warning in session.warnings) == 1
    with opened("a") as session:
        assert session.segment(session.beads[2].id).status is Status.DONE


def test_files_that_were_taken_in_are_offered(folder: Path) -> None:
    memory = UserMemory()
    memory.add([Translated("会议定于三月九日在上海召开", "The meeting takes place in Shanghai.", "/x/old.tmx")])
    with opened("a", memory) as session:
        found = session.recalled(session.beads[1].id)
        assert [(m.likeness, m.found.origin) for m in found] == [(100, "/x/old.tmx")]
