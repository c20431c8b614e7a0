"""Files that no text can be read from: one sentence each, and nothing waits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .calling import Call

READING = (
    ["align", "X", "en.txt"],
    ["align", "zh.txt", "X"],
    ["score", "zh.txt", "X"],
    ["check", "X"],
    ["check", "zh.txt", "en.txt", "--terms", "X"],
    ["review", "X", "en.txt"],
    ["review", "X"],
    ["review", "zh.txt", "en.txt", "--terms", "X"],
    ["export", "X", "--to", "text"],
    ["report", "X"],
    ["log", "X"],
    ["terms", "list", "X"],
    ["terms", "import", "p.review", "X"],
    ["terms", "export", "X"],
)


@pytest.fixture
def strange(call: Call, project: Path) -> None:
    """A pipe, an endless device, a folder and a dead link, each under every ending that means something."""
    for ending in ("", ".txt", ".tsv", ".jsonl", ".json", ".csv", ".review"):
        os.mkfifo(f"pipe{ending}")
        Path(f"zero{ending}").symlink_to("/dev/zero")
        Path(f"folder{ending}").mkdir()
        Path(f"dead{ending}").symlink_to("nowhere")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("arguments", READING, ids=" ".join)
@pytest.mark.usefixtures("strange")
def test_every_command_refuses_what_is_no_file(call: Call, arguments: list[str]) -> None:
    for kind in ("pipe", "zero", "folder", "dead"):
        for ending in ("", ".txt", ".tsv", ".jsonl", ".json", ".csv", ".review"):
            name = kind + ending
            status, out, told = call(*(name if argument == "X" else argument for argument in arguments))
            assert (status, out) == (2, ""), name
            assert name in told, told
            assert "Traceback" not in told
            assert told.count("\n") == 1, told


@pytest.mark.timeout(60)
@pytest.mark.usefixtures("strange")
def test_score_refuses_pairs_that_are_no_file(call: Call) -> None:
    for name in ("pipe.tsv", "zero.jsonl", "folder.tsv", "dead.tsv"):
        status, out, told = call("score", name, "--json")
        assert (status, out, told.count("\n")) == (2, "", 1)
        assert name in told


@pytest.mark.parametrize("size", [64 << 20, 5 << 30])
def test_a_file_that_is_too_large_is_refused_with_the_limit(call: Call, size: int) -> None:
    for name in ("big.txt", "big.csv"):
        with Path(name).open("wb") as file:
            file.truncate(size)  # a hole: it takes no room on the disk
    for arguments in (["check", "big.txt"], ["terms", "list", "big.csv"]):
        status, _, told = call(*arguments)
        assert status == 2
        assert f"it has {size >> 20} MiB, and the limit is 32 MiB" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["review", "X"],
        ["review", "X.review"],
        ["review", "X.json"],
        ["check", "X"],
        ["score", "X.tsv"],
        ["score", "X.review"],
        ["review", "zh.txt", "en.txt", "--project", "X.review"],
        ["review", "zh.txt", "en.txt", "--terms", "X"],
        ["export", "p.review", "--to", "text", "-o", "X"],
        ["demo", "X"],
        ["terms", "list", "X"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("project")
def test_a_name_that_is_too_long_is_a_wrong_call(call: Call, arguments: list[str]) -> None:
    status, out, told = call(*(argument.replace("X", "x" * 300) for argument in arguments))
    assert (status, out, told.count("\n")) == (2, "", 1), told
    assert "too long" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["review", "../zh.txt", "../en.txt"],
        ["demo"],
        ["export", "../p.review", "--to", "text", "-o", "x"],
        ["check", "x"],
    ],
    ids=" ".join,
)
def test_a_folder_that_is_gone(
    call: Call, project: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [str(Path(a).resolve()) if a.startswith("..") else a for a in arguments]
    whole = [a.replace(str(Path.cwd().parent), str(Path.cwd())) for a in whole]
    assert call("report", str(project))[0] == 0
    gone = Path("gone").absolute()
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    status, out, told = call(*whole)
    assert (status, out, told.count("\n")) == (2, "", 1), told


def test_a_project_is_told_from_a_folder_that_is_gone(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, gone = project.absolute(), Path("gone").absolute()
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    status, out, _ = call("review", str(path))
    assert status == 0
    assert f"workbench review {path}" in out
