"""Output files: nothing that somebody may still need is ever replaced, and one's own exports are."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from .calling import EN, ZH, Call

COMMANDS = (["export", "--to", "text"], ["report"], ["terms", "export"])


def written_to(call: Call, project: Path | str, to: str) -> list[int]:
    """Exit statuses of all commands that write a file, told to replace it."""
    return [call(*command[:2], str(project), *command[2:], "-o", to, "--force")[0] for command in _split()]


def _split() -> list[list[str]]:
    return [["export", "--to=text"], ["report", "--to=html"], ["terms", "export"]]


def test_an_input_that_was_edited_since_is_still_an_input(call: Call, project: Path) -> None:
    for name in ("zh.txt", "en.txt", "terms.csv"):
        Path(name).write_text("edited since, and hours of work", "utf-8")
        assert written_to(call, project, name) == [2, 2, 2]
        assert Path(name).read_text("utf-8") == "edited since, and hours of work"


def test_an_input_in_any_encoding_is_an_input(call: Call) -> None:
    Path("old.zh.txt").write_bytes(ZH.encode("gb18030"))
    assert call("review", "old.zh.txt", "en.txt", "--encoding", "source=gb18030", "--project", "p.review")[0] == 0
    before = Path("old.zh.txt").read_bytes()
    assert written_to(call, "p.review", "old.zh.txt") == [2, 2, 2]
    assert Path("old.zh.txt").read_bytes() == before


def test_links_to_an_input_are_the_input(call: Call, project: Path) -> None:
    os.link("en.txt", "hard.txt")
    Path("soft.txt").symlink_to("en.txt")
    for name in ("hard.txt", "soft.txt"):
        assert written_to(call, project, name) == [2, 2, 2]
    assert Path("hard.txt").samefile("en.txt")
    assert Path("soft.txt").is_symlink()
    assert Path("en.txt").read_text("utf-8") == EN


def test_an_input_that_was_renamed_is_still_an_input(call: Call, project: Path) -> None:
    Path("elsewhere").mkdir()
    Path("en.txt").rename("elsewhere/renamed.txt")
    assert written_to(call, project, "elsewhere/renamed.txt") == [2, 2, 2]


def test_inputs_that_moved_with_the_project_are_inputs(call: Call, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for name in ("zh.txt", "en.txt", "terms.csv"):
        shutil.copy(name, other / name)
        Path(name).unlink()
    Path(project).rename(other / "p.review")
    (other / "en.txt").write_text("edited too", "utf-8")
    assert written_to(call, other / "p.review", str(other / "en.txt")) == [2, 2, 2]


def test_terms_that_came_later_and_an_imported_export_are_inputs(call: Call, project: Path) -> None:
    Path("more.csv").write_text("zh,en\n他,he\n", "utf-8")
    assert call("terms", "import", str(project), "more.csv")[0] == 0
    assert written_to(call, project, "more.csv") == [2, 2, 2]
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    assert call("review", "e.json", "--project", "again.review")[0] == 0
    assert written_to(call, "again.review", "e.json") == [2, 2, 2]
    assert json.loads(Path("e.json").read_text("utf-8"))["version"] == 1


def test_ones_own_export_is_replaced_also_when_it_equals_the_input(call: Call) -> None:
    assert call("review", "zh.txt", "en.txt", "--project", "p.review")[0] == 0
    assert call("export", "p.review", "--to", "text", "-o", "out.txt")[0] == 0
    assert Path("out.txt").read_text("utf-8") == EN
    status, _, told = call("export", "p.review", "--to", "text", "-o", "out.txt", "--force")
    assert status == 0
    assert told.startswith("workbench: wrote out.txt\n")


def test_in_a_project_from_before_inputs_were_kept_their_names_count(call: Call, project: Path) -> None:
    with sqlite3.connect(project) as database:
        database.execute("DELETE FROM meta WHERE name = 'inputs'")
    database.close()
    Path("en.txt").write_text("edited since", "utf-8")
    for name in ("zh.txt", "en.txt", "terms.csv"):
        assert written_to(call, project, name) == [2, 2, 2]
    Path("out.txt").write_text(EN, "utf-8")
    assert written_to(call, project, "out.txt") == [0, 0, 0]


@pytest.mark.parametrize("name", ["p.review", "other.review", "new.review", "p.review-journal", "P.REVIEW-WAL", "link"])
def test_no_output_takes_the_name_of_a_project(call: Call, project: Path, name: str) -> None:
    shutil.copy(project, "other.review")
    Path("link").symlink_to("p.review")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert written_to(call, project, name) == [2, 2, 2]
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_stdout_by_any_of_its_names(call: Call, project: Path, name: str) -> None:
    status, out, told = call("export", str(project), "--to", "pairs", "-o", name)
    assert (status, told.count("wrote")) == (0, 0)
    assert "风口来了" in out


@pytest.mark.parametrize("kind", ["pipe", "/dev/null", "folder"])
def test_what_is_no_file_is_refused_in_a_sentence(call: Call, project: Path, kind: str) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()
    for force in ((), ("--force",)):
        status, out, told = call("export", str(project), "--to", "text", "-o", kind, *force)
        assert (status, out) == (2, "")
        assert told.startswith(f"workbench: {kind}: ")
