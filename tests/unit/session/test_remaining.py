"""Why a review is not finished: each reason comes and goes with what it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.remaining import what_is_left
from workbench.session.session import Session

ZH, EN = "风口来了。\n\n谁都想飞得更高。\n", "The wind is here.\n\nEveryone wants to fly higher.\n"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    opened = Session.create(tmp_path / "zh.txt", tmp_path / "en.txt", project=tmp_path / "a.review")
    opened.analyse()
    return opened


def keys(session: Session) -> dict[str, tuple[str, ...]]:
    return {left.key: left.beads for left in what_is_left(session)}


def all_done(session: Session) -> None:
    for bead in session.beads:
        for finding in session.findings(bead.id):
            session.dismiss(finding.id)
        session.set_status(bead.id, Status.DONE)


def test_a_review_is_finished_when_all_is_done_and_settled(session: Session) -> None:
    first, second = (bead.id for bead in session.beads)
    assert keys(session)["undone"] == (first, second)
    all_done(session)
    assert keys(session) == {}
    session.query(first, "is it?")
    assert keys(session)["unanswered"] == (first,)
    session.query(first, "")
    session.set_status(first, Status.DONE)
    assert keys(session) == {}


def test_marks_wait_for_a_correction_from_major_up(session: Session) -> None:
    all_done(session)
    first = session.beads[0].id
    session.flag(first, severity=Severity.MINOR, target=Span(0, 3))
    assert "uncorrected" not in keys(session)
    session.flag(first, severity=Severity.MAJOR, target=Span(4, 8))
    assert keys(session)["uncorrected"] == (first,)
    session.correct(first, "The trend is here.")
    assert "uncorrected" not in keys(session)
    assert keys(session)["changed"] == (first,)


def test_what_was_typed_and_never_kept_is_left(session: Session) -> None:
    all_done(session)
    session.draft(session.beads[1].id, "Half a")
    session.flush()
    assert keys(session) == {"typing": (session.beads[1].id,)}


def test_without_an_analysis_nothing_is_finished(session: Session, tmp_path: Path) -> None:
    all_done(session)
    session.close()
    with Session.open(tmp_path / "a.review") as again:
        assert "analysis" in keys(again)


def test_a_mark_is_settled_by_what_is_mended_behind_the_segment_too(session: Session) -> None:
    all_done(session)
    first = session.beads[0].id
    session.flag(first, severity=Severity.MAJOR, target=Span(16, 17))
    assert keys(session)["uncorrected"] == (first,)
    session.set_separator(first, " ")
    assert "uncorrected" not in keys(session)
