"""A session over a real project file."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem, ProjectProblem
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Side, Span
from workbench.session.session import Session
from workbench.session.values import Place

ZH = "雨停了。孩子们跑出门。没有人说话。\n"
EN = "The rain stopped.The child ran out of the door. Nobody said a word.\n"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "story.zh.txt", tmp_path / "story.en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


def created(texts: tuple[Path, Path], project: Path) -> Session:
    return Session.create(*texts, project=project, reviewer="r")


def test_everything_is_there_again_after_closing_and_undo_goes_on(texts: tuple[Path, Path], tmp_path: Path) -> None:
    project = tmp_path / "story.review"
    with created(texts, project) as session:
        first = session.beads[0].id
        session.correct(first, "The rain has stopped.")
        session.flag(first, severity=Severity.MAJOR, target=Span(4, 8))
        session.set_status(first, Status.DONE)
        session.save_place(Place(first, Side.TARGET, 4))
        kept = session.review.snapshot()
    with Session.open(project, reviewer="r") as session:
        assert session.review.snapshot() == kept
        assert session.place() == Place(first, Side.TARGET, 4)
        for _ in range(3):
            session.undo()
        assert session.final(first) == "The rain stopped."
    assert [p.read_text(encoding="utf-8") for p in texts] == [ZH, EN]


def test_closing_twice_is_closing_once_and_nothing_is_taken_afterwards(
    texts: tuple[Path, Path], tmp_path: Path
) -> None:
    session = created(texts, tmp_path / "story.review")
    session.close()
    session.close()
    with pytest.raises(ProjectProblem):
        session.correct(session.beads[0].id, "lost?")


def test_the_same_texts_open_their_project_again_and_other_texts_are_refused(
    texts: tuple[Path, Path], tmp_path: Path
) -> None:
    project = tmp_path / "story.review"
    with created(texts, project) as session:
        session.note(session.beads[0].id, "mine")
    with created(texts, project) as session:
        assert session.segment(session.beads[0].id).note == "mine"
    texts[1].write_text(EN + "More.\n", encoding="utf-8")
    with pytest.raises(ProjectProblem, match="another text"):
        created(texts, project)


def test_a_second_session_can_only_read(texts: tuple[Path, Path], tmp_path: Path) -> None:
    project = tmp_path / "story.review"
    with created(texts, project), Session.open(project) as second:
        assert second.read_only
        with pytest.raises(ProjectProblem) as told:
            second.note(second.beads[0].id, "no")
    assert str(told.value).count(str(project)) == 1
    assert ".." not in str(told.value).replace(str(project), "")


def test_what_was_analysed_is_remembered_with_the_project(texts: tuple[Path, Path], tmp_path: Path) -> None:
    project = tmp_path / "story.review"
    with created(texts, project) as session:
        session.analyse()
        found = {bead.id: session.findings(bead.id) for bead in session.beads}
        scores = {bead.id: session.estimate(bead.id) for bead in session.beads}
    assert any(found.values())
    with Session.open(project) as session:
        told: list[frozenset[str]] = []
        session.analyse(on_segments=told.append)
        assert told[0] == {bead.id for bead in session.beads}
        assert {bead.id: session.findings(bead.id) for bead in session.beads} == found
        assert {bead.id: session.estimate(bead.id) for bead in session.beads} == scores


def test_a_project_needs_its_ending(texts: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"ends in \.review"):
        created(texts, tmp_path / "story.db")


@pytest.mark.parametrize(
    "value", ["x", b"", 5, "json:[]", "json:{}", 'json:{"prints": 1, "findings": 2, "estimates": 3}', "shape"]
)
@pytest.mark.parametrize("part", ["", ".0"])
def test_a_damaged_analysis_is_computed_again(
    texts: tuple[Path, Path], tmp_path: Path, value: object, part: str
) -> None:
    import json
    import sqlite3
    import zlib

    path = tmp_path / "story.review"
    with created(texts, path) as session:
        session.analyse()
        session.flush()
        right = [session.findings(bead.id) for bead in session.beads]
        assert any(right)
    with sqlite3.connect(path) as database:
        if value == "shape":
            (packed,) = database.execute("SELECT value FROM cache WHERE key = 'whole.0'").fetchone()
            record = json.loads(zlib.decompress(packed))
            wrong = [0.5, "s", [[True, "x", "heavy", 1, 2, 3, "q"]]]
            record["estimates"] = {bead: wrong for bead in record["estimates"]}  # noqa: C420
            value = zlib.compress(json.dumps(record).encode())
        elif isinstance(value, str) and value.startswith("json:"):
            value = zlib.compress(value.removeprefix("json:").encode())
        database.execute("UPDATE cache SET value = ? WHERE key = ?", (value, f"whole{part}"))
    database.close()
    with Session.open(path, reviewer="r") as session:
        session.analyse()
        assert [session.findings(bead.id) for bead in session.beads] == right
        assert all(session.estimate(bead.id) for bead in session.beads)
