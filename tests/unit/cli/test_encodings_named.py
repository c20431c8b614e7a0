"""`--encoding`: what was recognised can be overruled for both texts, and for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calling import EN, ZH, Call, records

# Curly quotes that cp1252 and GB18030 read differently; each alone is recognised in its own way.
QUOTED = "\u201cThe caf\u00e9 is here,\u201d she said.\n"


@pytest.fixture
def mixed(call: Call) -> Call:
    Path("old.txt").write_bytes(ZH.encode("gb18030"))
    Path("west.txt").write_bytes(QUOTED.encode("cp1252"))
    return call


def texts(out: str, side: str) -> str:
    return "".join(s["text"] for row in records(out) for s in row[side])


@pytest.mark.parametrize(
    "said",
    [
        ["--encoding", "source=gb18030,target=cp1252"],
        ["--encoding", "target=cp1252", "--encoding", "source=gb18030"],
        ["--encoding", "target = cp1252"],
    ],
)
@pytest.mark.parametrize("order", [["old.txt", "west.txt"], ["west.txt", "old.txt"]])
def test_each_side_has_its_own_also_when_they_are_swapped(mixed: Call, said: list[str], order: list[str]) -> None:
    status, out, told = mixed("align", *order, *said, "--json")
    assert status == 0
    assert texts(out, "source").startswith("风口来了")
    assert texts(out, "target") == QUOTED.strip()
    assert ("taken in that order" in told) == (order[0] == "west.txt")


def test_one_name_is_for_both_and_a_wrong_one_is_told(mixed: Call) -> None:
    Path("both.txt").write_bytes(EN.replace("他", "").encode("gb18030"))
    assert mixed("align", "old.txt", "both.txt", "--encoding", "gb18030", "--json")[0] == 0
    status, out, told = mixed("align", "old.txt", "en.txt", "--encoding", "source=utf-8", "--json")
    assert (status, out) == (2, "")
    assert "old.txt: byte 0 0xB7 in line 1 is not utf-8" in told


@pytest.mark.parametrize("said", ["middle=utf-8", "source=", "=utf-8", "", "source=utf-8,utf-16", "utf-8,utf-16"])
def test_what_is_no_encoding_of_a_side_is_a_wrong_call(mixed: Call, said: str) -> None:
    status, _, told = mixed("align", "zh.txt", "en.txt", "--encoding", said)
    assert status == 2
    assert "source=NAME" in told


def test_what_does_not_apply_is_told_and_not_passed_over(call: Call, project: Path) -> None:
    Path("p.tsv").write_text("1\t风口\tVent\n", "utf-8")
    for arguments in (
        ["align", "p.review", "--encoding", "utf-8"],
        ["check", "p.review", "--lines"],
        ["review", "p.review", "--encoding", "utf-8"],
        ["score", "p.tsv", "--encoding", "source=utf-8"],
        ["score", "p.tsv", "--lines"],
    ):
        status, out, told = call(*arguments)
        assert (status, out) == (2, ""), arguments
        assert "goes with" in told or "go with" in told or "one encoding" in told
