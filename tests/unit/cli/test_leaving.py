"""What is told when a review is exported or left, and the commands that take plain texts as well as projects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli import diagnostics
from workbench.cli.leaving import Opened
from workbench.session.session import Session

from .calling import EN, ZH, Call


def test_a_text_export_tells_what_is_left_open(call: Call) -> None:
    Path("zh.txt").write_text(ZH + "\n这一段完全没有被翻译出来，读者什么也看不到。\n", "utf-8")
    assert call("review", "zh.txt", "en.txt", "--project", "p.review", "--terms", "terms.csv")[0] == 0
    for form in ("text", "text-zh"):
        status, out, told = call("export", "p.review", "--to", form)
        assert status == 0
        assert "tuyere" in out
        assert "left open: 1 source line without a translation, " in told
        assert "major finding" in told
    assert "left open" not in call("export", "p.review", "--to", "tsv")[2]
    with Session.open(Path("p.review"), reviewer="ana") as session:
        session.analyse()
        for bead in session.beads:
            if not bead.target:
                session.correct(bead.id, "Nobody translated this sentence, really nobody.")
            for finding in session.findings(bead.id):
                session.dismiss(finding.id)
    told = call("export", "p.review", "--to", "text")[2]
    assert "left open" not in told


def test_leaving_tells_where_the_review_is_and_what_comes_next(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(diagnostics, "say", said.append)
    opened = Opened()
    opener = opened.by(lambda _progress, _cancelled: Session.open(project, reviewer="ana"))
    opener(lambda _share: None, lambda: False).close()
    assert opened.tell()
    told = "\n".join(said)
    assert "p.review: " in told
    assert "segments done, saved" in told
    assert "workbench review p.review" in told
    assert "workbench export p.review --to text -o p.corrected.txt" in told


def test_leaving_with_something_unsaved_is_told(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(diagnostics, "say", said.append)
    from workbench.errors import ProjectProblem
    from workbench.store.project import ProjectStore

    def full(*_: object) -> None:
        raise ProjectProblem("p.review", "cannot be written: the disk is full")

    opened = Opened()
    session = opened.by(lambda _progress, _cancelled: Session.open(project, reviewer="ana"))(lambda _s: None, bool)
    monkeypatch.setattr(ProjectStore, "write", full)
    session.correct(session.beads[1].id, "lost?")
    session.close()
    assert not opened.tell()
    assert "not saved: p.review: cannot be written: the disk is full" in "\n".join(said)


def test_texts_are_exported_and_reported_without_a_project(call: Call) -> None:
    before = sorted(Path().iterdir())
    status, out, _ = call("export", "zh.txt", "en.txt", "--to", "text")
    assert (status, out) == (0, EN)
    status, out, _ = call("export", "en.txt", "zh.txt", "--to", "pairs")
    assert (status, out.splitlines()[0].split("\t")[1:]) == (0, ["风口来了", "The tuyere is here"])
    status, out, _ = call("report", "zh.txt", "en.txt")
    assert status == 0
    assert "en.txt" in out
    assert call("report", "en.txt")[0] == 0
    status, out, _ = call("export", "zh.txt", "en.txt", "--to", "json")
    assert json.loads(out)["title"] == "en.txt"
    assert sorted(Path().iterdir()) == before
    for name in ("zh.txt", "en.txt"):
        assert call("export", "zh.txt", "en.txt", "--to", "text", "-o", name, "--force")[0] == 2
    assert Path("en.txt").read_text("utf-8") == EN
