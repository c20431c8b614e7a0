"""Mending the pairing of a project from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.session.session import Session

from .calling import Call, records

CHINESE = (
    "昨天下午，渔船回到了港口。\n船上装满了鲭鱼和螃蟹。\n船长说，今年的天气比去年好。\n他的女儿在码头等了三个小时。\n"
)
ENGLISH = (
    "Yesterday afternoon the fishing boats came back to the harbour.\nThey were full of mackerel and crabs.\n"
    "The captain said that the weather is better this year than last year.\n"
    "His daughter had waited three hours on the quay.\n"
)


@pytest.fixture
def project(call: Call) -> Call:
    """`repair` on a project of four pairs."""
    Path("boats.zh.txt").write_text(CHINESE, encoding="utf-8")
    Path("boats.en.txt").write_text(ENGLISH, encoding="utf-8")
    assert call("review", "boats.zh.txt", "boats.en.txt", "--project", "boats.review")[0] == 0

    def repair(*words: str) -> tuple[int, str, str]:
        return call("repair", "boats.review", *words)

    return repair


def kinds(call: Call) -> list[str]:
    return [bead["kind"] for bead in records(call("align", "boats.review", "--json")[1])]


def correct(number: int, text: str) -> None:
    with Session.open("boats.review") as session:
        session.correct(session.beads[number - 1].id, text)


def finals() -> list[str]:
    with Session.open("boats.review", read_only=True) as session:
        return [session.final(bead.id) for bead in session.beads]


@pytest.mark.parametrize(
    ("acts", "then"),
    [
        (["merge 2"], ["1-1", "2-2", "1-1"]),
        (["merge 2-4"], ["1-1", "3-3"]),
        (["merge 2", "split 2"], ["1-1"] * 4),
        (["merge 2-4", "split 2 1:2"], ["1-1", "1-2", "2-1"]),
        (["merge 2", "move 2 en next"], ["1-1", "2-1", "1-2"]),
        (["merge 2", "move 2 zh previous"], ["2-1", "1-2", "1-1"]),
        (["unpair 3"], ["1-1", "1-1", "1-0", "0-1", "1-1"]),
        (["unpair 3", "pair 3"], ["1-1"] * 4),
        (["unpair 3", "pair 4 3"], ["1-1"] * 4),
        (["merge 2-4", "split 2 1:2", "move 3 zh previous", "undo"], ["1-1", "1-2", "2-1"]),
        (["merge 2-4", "undo", "redo"], ["1-1", "3-3"]),
        (["split-sentence 3 en that"], ["1-1", "1-1", "1-2", "1-1"]),
        (["split-sentence 3 zh 4"], ["1-1", "1-1", "2-1", "1-1"]),
        (["split-sentence 3 en that", "join-sentences 3 en 1"], ["1-1"] * 4),
        (["join-sentences 2 en"], ["1-1", "1-1", "1-0", "1-1"]),
        (["realign 1-"], ["1-1"] * 4),
    ],
)
def test_each_act_does_what_its_key_does(project: Call, call: Call, acts: list[str], then: list[str]) -> None:
    for act in acts:
        status, out, told = project(*act.split())
        assert status == 0, told
        assert told.count("\n") == 1
        assert out or act.startswith("realign")
    assert kinds(call) == then


def test_what_came_of_it_is_printed_as_align_prints_it(project: Call, call: Call) -> None:
    _, out, _ = project("unpair", "3", "--json")
    assert records(out) == records(call("align", "boats.review", "--json")[1])[2:4]
    _, out, _ = project("mark", "3", "furniture")
    assert out.splitlines()[1].split()[:4] == ["3", "1-0", "1.00", "furniture"]


def test_it_stands_in_the_journal_with_its_reviewer_and_the_screen_can_take_it_back(project: Call, call: Call) -> None:
    project("merge", "2", "--reviewer", "Lin")
    (entry,) = records(call("log", "boats.review", "--json")[1])
    assert (entry["reviewer"], entry["label"]) == ("Lin", "joined with the next")
    with Session.open("boats.review") as session:
        assert session.undo().message == "undone: joined with the next"
    assert kinds(call) == ["1-1"] * 4


def test_realigning_goes_around_what_was_fixed(project: Call, call: Call) -> None:
    project("merge", "3")
    with Session.open("boats.review") as session:
        beads = session.beads
        session.split(beads[2].id, 1, 0)
    assert kinds(call) == ["1-1", "1-1", "1-0", "1-2"]
    status, _, told = project("realign", "1-4")
    assert (status, kinds(call)) == (0, ["1-1", "1-1", "1-0", "1-2"])
    assert "2 kept as you fixed them" in told


def test_a_correction_is_cut_only_when_that_is_confirmed(project: Call, call: Call) -> None:
    project("merge", "1")
    correct(1, "The boats are back. They brought mackerel.")
    status, out, told = project("split", "1")
    assert (status, out) == (2, "")
    assert "cut at 20: “The boats are back.” | “They brought mackerel.”" in told
    assert kinds(call) == ["2-2", "1-1", "1-1"]
    assert project("split", "1", "--yes")[0] == 0
    assert finals()[:2] == ["The boats are back.", "They brought mackerel."]
    project("undo")
    assert project("move", "1", "en", "next", "--cut", "10")[0] == 0
    assert finals()[0] == "The boats"
    assert finals()[1].startswith("are back. They brought mackerel.")
    project("undo")
    assert project("split", "1", "--cut", "500")[0] == 2
    assert finals()[0] == "The boats are back. They brought mackerel."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("merge 4", "last segment"),
        ("merge 3-2", "joined with a later one"),
        ("merge 9", "no segment 9: they are counted from 1 to 4"),
        ("merge one", "'one' is no number of a segment"),
        ("merge", "the number of a segment is missing"),
        ("merge 1 2", "'2' is too much"),
        ("split 1", "one sentence a side"),
        ("split 1 2:0", "it has 1 Chinese and 1 English"),
        ("split 1 1", "not two numbers"),
        ("move 1 en previous", "no segment before"),
        ("move 1 fr next", "none of zh, en"),
        ("move 1 en up", "none of next, previous"),
        ("pair 1", "paired already"),
        ("pair 1 x", "no number of a segment"),
        ("mark 1 omission", "unpair it first"),
        ("mark 1 rubbish", "'rubbish' is none of"),
        ("realign 1-9", "no segment 9"),
        ("split-sentence 1 en nowhere", "do not stand in it"),
        ("split-sentence 1 en e", "times in it"),
        ("split-sentence 1 en 0", "begins or ends there"),
        ("join-sentences 4 zh", "last Chinese sentence"),
        ("join-sentences 1 zh 3", "no Chinese sentence 3"),
        ("join-sentences 1 zh 0", "no number of a sentence"),
        ("split 1 1:0 --cut 3", "no corrected text is cut"),
        ("frobnicate 1", "frobnicate"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    project: Call, call: Call, words: str, said: str
) -> None:
    status, out, told = project(*words.split())
    assert (status, out) == (2, "")
    assert said in told
    assert "Traceback" not in told
    assert kinds(call) == ["1-1"] * 4
    assert records(call("log", "boats.review", "--json")[1]) == []


def test_a_project_that_is_open_elsewhere_is_left_alone(project: Call) -> None:
    with Session.open("boats.review"):
        status, out, told = project("merge", "1")
    assert (status, out) == (2, "")
    assert "boats.review" in told
    assert project("merge", "1")[0] == 0
