"""Reviewers of the same translation are compared over the segments that both judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import UnusableInput
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.agreeing import agreement, judgments
from workbench.session.rating import RatingPlan
from workbench.session.session import Session

ZH = "市场去年下跌了。银行也关门了。大家都很担心。"
EN = "The market fell last year. The bank also shut the door. Everyone is worried."


def _session(tmp_path: Path, name: str) -> Session:
    (tmp_path / "a.zh.txt").write_text(ZH, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return Session.create(tmp_path / "a.zh.txt", tmp_path / "a.en.txt", project=tmp_path / name, reviewer=name)


def _flag(session: Session, n: int, severity: Severity, span: Span) -> None:
    session.flag(session.beads[n].id, severity=severity, category="Accuracy/Mistranslation", target=span)


def test_two_projects_of_one_translation(tmp_path: Path) -> None:
    one, two = _session(tmp_path, "one.review"), _session(tmp_path, "two.review")
    _flag(one, 1, Severity.MAJOR, Span(14, 27))
    _flag(two, 1, Severity.MAJOR, Span(14, 18))
    for session in (one, two):
        session.set_status(session.beads[0].id, Status.DONE)
    _flag(one, 2, Severity.MINOR, Span(0, 8))  # the other has not judged this one
    found = {figure.title: figure.value for figure in agreement(*judgments([one, two]))}
    assert found["alpha, severity"] == "1.000"
    assert found["kappa, category"] == "1.000"
    assert found["spans, partial"] == f"{2 * 4 / 17:.3f}"
    assert found["points, correlation"] == "1.000"
    one.close()
    two.close()


def test_one_reviewer_alone_and_other_texts_are_told(tmp_path: Path) -> None:
    one = _session(tmp_path, "one.review")
    with pytest.raises(UnusableInput, match="fewer than two"):
        judgments([one])
    (tmp_path / "b.en.txt").write_text(EN + " More.", encoding="utf-8")
    two = Session.create(tmp_path / "a.zh.txt", tmp_path / "b.en.txt", project=tmp_path / "two.review")
    with pytest.raises(UnusableInput, match="another translation"):
        judgments([one, two])
    one.close()
    two.close()


def test_scores_are_compared_over_the_segments_that_both_scored(tmp_path: Path) -> None:
    sessions = [_session(tmp_path, name) for name in ("one.review", "two.review")]
    for session, values in zip(sessions, ((96, 40, 70), (90, 50, 60)), strict=True):
        session.plan_rating(RatingPlan("esa"))
        for bead, value in zip(session.beads, values, strict=True):
            session.rate(bead.id, value)
    sessions[1].rate(sessions[1].beads[2].id, None)
    found = {figure.title: figure for figure in agreement(*judgments(sessions, ["a", "b"]))}
    assert found["ESA, apart"].value == f"{(6 + 10) / 2:.1f}"
    assert found["ESA, correlation"].value == "1.000"
    # values 96, 90, 40, 50: observed 2 x (36 + 100) / 4, expected 2 x (36 + 56^2 + 46^2 + 50^2 + 40^2 + 100) / 12
    assert found["alpha, ESA"].value == f"{1 - (136 / 2) / (9488 / 6):.3f}"
    assert found["alpha, ESA"].basis == "2 segments that all scored"
    assert "DA, apart" not in found
    for session in sessions:
        session.close()


def test_two_raters_of_one_project_who_marked_nothing(tmp_path: Path) -> None:
    with _session(tmp_path, "one.review") as session:
        session.plan_rating(RatingPlan("da"))
        session.rate(session.beads[0].id, 80)
    with Session.open(tmp_path / "one.review", reviewer="bob") as session:
        session.rate(session.beads[0].id, 60)
        found = {figure.title: figure.value for figure in agreement(*judgments([session]))}
        assert found["DA, apart"] == "20.0"
