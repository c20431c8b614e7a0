"""The user's own memory file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.memory.matching import Translated
from workbench.memory.user import UserMemory

ONE = Translated("第一句话在这里。", "The first sentence is here.", "/p/one.review", "ann", "2026-01-02")
TWO = Translated("我们明天早上去码头。", "The second sentence, too.", "/p/two.review")


@pytest.fixture
def memory(tmp_path: Path) -> UserMemory:
    return UserMemory(tmp_path / "state" / "memory.jsonl")


def test_what_is_added_is_there_for_the_next_program(memory: UserMemory) -> None:
    assert memory.entries() == ()
    assert memory.add([ONE, TWO]) == 2
    assert UserMemory(memory.path).entries() == (ONE, TWO)
    assert memory.add([ONE]) == 0


def test_a_later_translation_from_the_same_project_stands_for_the_earlier(memory: UserMemory) -> None:
    memory.add([ONE, TWO])
    better = replace(ONE, target="Here is the first sentence.")
    assert memory.add([better]) == 1
    assert UserMemory(memory.path).entries() == (TWO, better)
    elsewhere = replace(ONE, origin="/p/three.review")
    assert memory.add([elsewhere]) == 1
    assert len(memory.entries()) == 3


def test_what_another_program_adds_is_seen(memory: UserMemory) -> None:
    memory.add([ONE])
    assert not memory.without(ONE.origin).like(TWO.source)
    UserMemory(memory.path).add([TWO])
    assert [m.found for m in memory.without(ONE.origin).like(TWO.source)] == [TWO]
    assert not memory.without(TWO.origin).like(TWO.source)


def test_damaged_lines_are_passed_over_and_stay(memory: UserMemory) -> None:
    memory.add([ONE])
    with memory.path.open("ab") as file:
        file.write(b'{"source": 7}\nno json\n\xff\xfe\n{"source": "cut in the mid')
    assert memory.entries() == (ONE,)
    assert memory.add([TWO]) == 1
    assert UserMemory(memory.path).entries() == (ONE, TWO)
    assert b"no json" in memory.path.read_bytes()


def test_forgetting(memory: UserMemory) -> None:
    memory.add([ONE, TWO])
    assert memory.forget({"/p/nowhere.review"}) == 0
    assert memory.forget({ONE.origin}) == 1
    assert UserMemory(memory.path).entries() == (TWO,)
    assert memory.forget() == 1
    assert UserMemory(memory.path).entries() == ()


def test_empty_translations_are_not_kept(memory: UserMemory) -> None:
    assert memory.add([replace(ONE, target=" "), replace(ONE, source="")]) == 0
    assert not memory.path.exists()


def test_a_file_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "memory.jsonl").mkdir()
    with pytest.raises(FileProblem, match="memory"):
        UserMemory(tmp_path / "memory.jsonl").entries()
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="memory"):
        UserMemory(tmp_path / "file" / "memory.jsonl").add([ONE])


def test_unpaired_surrogates_do_no_harm(memory: UserMemory) -> None:
    assert memory.add([replace(ONE, target="odd \ud800 end")]) == 1
    assert UserMemory(memory.path).entries()
