"""Findings that are dismissed for always: in every project of the user, until it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.model.events import DismissalScope
from workbench.session.lasting import Lasting, LastingDismissals
from workbench.session.session import Session


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(name: str, text: str = "The the rain stopped. It was the the end.") -> Session:
    Path(f"{name}.en.txt").write_text(text, "utf-8")
    session = Session.create(None, Path(f"{name}.en.txt"), project=Path(f"{name}.review"), reviewer="Lin")
    session.analyse(on_segments=lambda _: None, progress=lambda _share, _what: None, cancelled=lambda: False)
    return session


def repeated(session: Session) -> list[str]:
    return [f.id for bead in session.beads for f in session.findings(bead.id) if f.check == "text.repeated"]


def test_always_holds_in_the_next_project_and_undo_takes_it_back(folder: Path) -> None:
    first = opened("a")
    before = len(repeated(first))
    first.dismiss(repeated(first)[0], reason="a refrain", scope=DismissalScope.ALWAYS)
    left = len(repeated(first))
    assert left < before
    line = json.loads((folder / "state" / "dismissed.jsonl").read_text("utf-8"))
    assert (line["check"], line["reason"], line["reviewer"]) == ("text.repeated", "a refrain", "Lin")
    second = opened("b")
    assert len(repeated(second)) == left
    first.undo()
    assert len(repeated(first)) == before
    assert len(repeated(opened("c"))) == before
    first.redo()
    assert len(repeated(opened("d"))) == left


@pytest.mark.parametrize("scope", [DismissalScope.PLACE, DismissalScope.DOCUMENT])
def test_narrower_dismissals_stay_in_their_project(folder: Path, scope: DismissalScope) -> None:
    first = opened("a")
    before = len(repeated(first))
    first.dismiss(repeated(first)[0], scope=scope)
    assert len(repeated(first)) < before
    assert not (folder / "state" / "dismissed.jsonl").exists()
    assert len(repeated(opened("b"))) == before


def test_other_words_are_told_of_all_the_same(folder: Path) -> None:
    first = opened("a")
    first.dismiss(repeated(first)[0], scope=DismissalScope.ALWAYS)
    assert repeated(opened("b", "It was an an end."))


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(folder: Path) -> None:
    (folder / "state").write_text("no folder")
    first = opened("a")
    before = len(repeated(first))
    first.dismiss(repeated(first)[0], scope=DismissalScope.ALWAYS)
    assert len(repeated(first)) < before
    assert any("always" in warning for warning in first.warnings)


def test_foreign_lines_hold_nothing_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "dismissed.jsonl"
    path.write_text('# ours and theirs\n{"check": "x.y", "quote": "w"}\n[1]\n{"check": 3, "quote": "w"}\n', "utf-8")
    lasting = LastingDismissals(path)
    assert lasting.hold("x.y", "w", None)
    assert not lasting.hold("x.y", "w", "源")
    lasting.change(added=[Lasting("a.b", "q", "源")], dropped=[Lasting("x.y", "w")])
    assert lasting.hold("a.b", "q", "源")
    assert not lasting.hold("x.y", "w", None)
    assert path.read_text("utf-8").startswith("# ours and theirs\n[1]\n")


def test_a_damaged_file_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dismissed.jsonl"
    path.write_bytes(b"\xff\xfe\x00\x01" * 20)
    lasting = LastingDismissals(path)
    assert not lasting.hold("x.y", "w", None)
    with pytest.raises(FileProblem, match="dismissed"):
        lasting.change(added=[Lasting("a.b", "q")], dropped=())
    assert path.read_bytes() == b"\xff\xfe\x00\x01" * 20
