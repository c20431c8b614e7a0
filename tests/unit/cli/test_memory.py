"""`workbench memory`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from workbench.memory.user import UserMemory
from workbench.model.events import Status
from workbench.session.session import Session

from .calling import Call, records

TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh"><seg>海上起了大雾，渡船停开。</seg></tuv>'
    '<tuv xml:lang="en"><seg>Fog came up and the ferry stopped.</seg></tuv></tu></body></tmx>'
)


@pytest.fixture(autouse=True)
def _state(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(Path("state").resolve()))
    Path("old.tmx").write_text(TMX, "utf-8")


def test_import_list_search_and_forget(call: Call) -> None:
    Path("pairs.tsv").write_text("1\t港口今天关闭。\tThe port is closed today.\n2\t\tnothing\n", "utf-8")
    status, _, said = call("memory", "import", "old.tmx", "pairs.tsv")
    assert status == 0
    assert "1 translation added, 0 known already" in said
    assert "0 translations added, 1 known" in call("memory", "import", "old.tmx")[2]
    listed = records(call("memory", "list", "--json")[1])
    assert {(Path(row["origin"]).name, row["translations"]) for row in listed} == {("old.tmx", 1), ("pairs.tsv", 1)}
    assert "2 translations in" in call("memory", "list")[1]
    (found,) = records(call("memory", "search", "海上起了浓雾，渡船停开", "--json")[1])
    assert (found["likeness"], found["target"]) == (90, "Fog came up and the ferry stopped.")
    assert " 90 %" in call("memory", "search", "海上起了浓雾，渡船停开")[1]
    assert "nothing in the memory" in call("memory", "search", "海上起了浓雾，渡船停开", "--least", "95")[2]
    assert call("memory", "forget", "old.tmx")[0] == 0
    assert len(UserMemory().entries()) == 1
    assert call("memory", "forget", "--all")[0] == 0
    assert not UserMemory().entries()


def test_finished_segments_of_a_project_are_taken_in(call: Call) -> None:
    Path("a.txt").write_text("海上起了大雾。\n渡船停开了。\n", "utf-8")
    Path("b.txt").write_text("Fog came up.\nThe ferry stopped.\n", "utf-8")
    assert call("review", "a.txt", "b.txt", "--project", "p.review")[0] == 0
    assert "0 translations added" in call("memory", "import", "p.review")[2]
    with Session.open(Path("p.review")) as session:
        session.set_status(session.beads[1].id, Status.DONE)
    assert "1 translation added" in call("memory", "import", "p.review")[2]
    kept = UserMemory().entries()
    assert [(one.source, one.target) for one in kept] == [("渡船停开了。", "The ferry stopped.")]


@pytest.mark.parametrize("kept", [True, False])
def test_a_setting_keeps_everything_out_of_it(call: Call, monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> None:
    Path("settings.toml").write_text(f"memory = {str(kept).lower()}\n", "utf-8")
    monkeypatch.setenv("WORKBENCH_SETTINGS", str(Path("settings.toml").resolve()))
    Path("a.txt").write_text("海上起了大雾。\n", "utf-8")
    Path("b.txt").write_text("Fog came up.\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("done\nquit\n"))
    call("review", "a.txt", "b.txt", "--project", "p.review", "--linear")
    assert UserMemory().path.exists() is kept
    assert ("# memory = true" if kept else "\nmemory = false") in call("keys")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.tmx"), "nowhere.tmx"),
        (("import", "b.docx"), "no translation memory"),
        (("forget", "unknown"), "memory list"),
        (("forget",), ""),
        (("forget", "--all", "x"), "--all"),
    ],
)
def test_wrong_calls_are_told(call: Call, words: tuple[str, ...], said: str) -> None:
    Path("b.docx").write_text("x")
    status, out, told = call("memory", *words)
    assert status in (0, 2)
    assert said in out + told
    assert "Traceback" not in told


def test_records_are_json(call: Call) -> None:
    call("memory", "import", "old.tmx")
    assert json.loads(call("memory", "search", "海上起了大雾，渡船停开。", "--json")[1])["reviewer"] is None
