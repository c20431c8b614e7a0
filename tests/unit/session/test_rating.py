"""Scores of whole segments: whose they are, the order of visits, doubts, and what rating blind hides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.session.test_profiling import _session
from workbench.errors import WorkbenchError
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.report import text
from workbench.report.contents import report_of
from workbench.session.rating import HIDDEN, RatingPlan
from workbench.session.remaining import what_is_left
from workbench.session.session import Session
from workbench.session.translating import Also

ESA = RatingPlan("esa")
LONG = 12
"""Segments of the texts with an order to speak of."""


def _long(tmp_path: Path) -> Session:
    (tmp_path / "b.zh.txt").write_text("".join(f"第{n}家银行在{n}月关门了。\n\n" for n in range(2, 2 + LONG)), "utf-8")
    (tmp_path / "b.en.txt").write_text(
        "".join(f"Bank {n} shut its doors in month {n}.\n\n" for n in range(2, 2 + LONG)), "utf-8"
    )
    return Session.create(tmp_path / "b.zh.txt", tmp_path / "b.en.txt", project=tmp_path / "b.review", reviewer="r")


def test_a_score_is_given_taken_back_and_undone(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        first, second = (bead.id for bead in session.beads)
        with pytest.raises(WorkbenchError, match="ESA or by DA"):
            session.rate(first, 50)
        session.plan_rating(ESA)
        assert session.rating_words() == "ESA: rated 0 of 2"
        assert session.rate(first, 71).message == "gave ESA 71"
        assert (session.score_of(first), session.unrated(), session.next_unrated(first)) == (71, (second,), second)
        with pytest.raises(WorkbenchError, match="between 0 and 100"):
            session.rate(first, 101)
        session.rate(first, None)
        assert session.score_of(first) is None
        session.undo()
        assert session.score_of(first) == 71
        session.undo()
        assert session.rated() == (0, 2)
        session.redo()
        session.rate(second, 0)
        assert session.next_unrated(first) is None
    with Session.open(tmp_path / "a.review", reviewer="other") as session:
        assert session.rating_plan == ESA
        assert session.rated() == (0, 2)  # another reviewer's scores are another's
        session.rate(session.beads[0].id, 81)
        (esa,) = session.scorecard_figures()
        assert esa.value.startswith(f"{((71 + 81) / 2 + 0) / 2:.1f}")
        assert "2 reviewers, machine scores in sight" in esa.basis


def test_only_translations_of_a_source_are_rated(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        session.plan_rating(ESA)
        session.unpair(session.beads[0].id)
        alone = [bead.id for bead in session.beads if not bead.is_paired]
        assert alone
        assert not set(alone) & set(session.rating_order())
        with pytest.raises(WorkbenchError, match="no translation of a source"):
            session.rate(alone[0], 50)


def test_scores_that_do_not_go_with_the_marks_are_doubted(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        first, second = (bead.id for bead in session.beads)
        session.plan_rating(ESA)
        assert session.rating_doubt(second, 65) == "65, but no error is marked"
        assert session.rating_doubt(second, 66) == ""
        assert session.rating_doubt(second, 100) == ""
        session.flag(second, severity=Severity.MINOR, target=Span(14, 27))
        assert session.rating_doubt(second, 30) == session.rating_doubt(second, 100) == ""
        session.flag(second, severity=Severity.MAJOR, target=Span(4, 8))
        assert session.rating_doubt(second, 100) == "100 is perfect, but a major error is marked"
        assert session.rating_doubt(second, 99) == ""
        session.flag(first, severity=Severity.MAJOR, category="Source issue", source=Span(0, 2))
        assert session.rating_doubt(first, 10) != ""  # a fault of the source is none of the translation's
        session.plan_rating(RatingPlan("da"))
        assert session.rating_doubt(first, 0) == ""


def test_shuffled_visits_can_be_repeated_and_bear_repairs(tmp_path: Path) -> None:
    with _long(tmp_path) as session:
        in_order = tuple(bead.id for bead in session.beads)
        assert len(in_order) == LONG
        session.plan_rating(RatingPlan("da", True, 7))
        seven = session.rating_order()
        assert sorted(seven) == sorted(in_order)
        assert seven != in_order
        session.plan_rating(RatingPlan("da", True, 8))
        assert session.rating_order() != seven
        session.plan_rating(RatingPlan("da", True, 7))
        assert session.rating_order() == seven
        assert session.hunt("unrated").beads == seven
        session.rate(seven[0], 50)
        assert session.next_unrated(seven[0]) == seven[1]
        session.join(in_order[3])
        gone = {in_order[3], in_order[4]}
        left = [bead for bead in session.rating_order() if bead in in_order]
        assert left == [bead for bead in seven if bead not in gone]


def test_blind_hides_what_the_machine_says_and_is_kept_with_each_judgment(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        first, second = (bead.id for bead in session.beads)
        session.correct(second, "The the bank shut down 37 times.")
        session.analyse()
        said = {finding.message for bead in (first, second) for finding in session.findings(bead)}
        known = {finding.id for finding in session.findings(second)}
        assert said
        assert session.estimate(first) is not None
        session.plan_rating(RatingPlan("esa", blind=True, seed=3))
        assert not session.findings(second)
        assert session.estimate(first) is None
        assert session.likelihood(first) == ""
        assert session.risk_level(first) == 0
        assert not session.groups()
        assert not session.draft_findings(second, "The the bank.")
        assert {key.partition(":")[0] for key, _, _ in session.hunts()}.isdisjoint({"worst", "check", "group"})
        with pytest.raises(WorkbenchError, match="hidden"):
            session.accept(known.pop())
        for asked in ("risk:high", "check:text", "has:finding", "sort:worst risk:low", "-risk:low"):
            with pytest.raises(WorkbenchError, match=HIDDEN):
                session.hunt(f"filter:{asked}")
        session.flag(second, severity=Severity.MAJOR, target=Span(0, 7))
        session.rate(second, 40)
        told = text.write(report_of(session.export_view(figures=True)))
        assert not [message for message in said if message in told]
        assert "The project is rated blind" in told
        session.plan_rating(RatingPlan("esa"))
        session.rate(first, 90)
        told = " ".join(text.write(report_of(session.export_view(figures=True))).split())
        assert "Judged blind, with machine scores and findings hidden: 1 of 2 scores, 1 of 1 mark." in told
        assert "1 of 2 scores rated blind (shuffled, seed 3)" in told
        assert [message for message in said if message in told]


def test_a_plan_of_another_kind_is_none(tmp_path: Path) -> None:
    _session(tmp_path).close()
    for kept in ("esa", {"protocol": "xyz", "blind": "yes", "seed": True}, ["da"]):
        with Session.open(tmp_path / "a.review") as session:
            assert session._store is not None
            session._store.save_setting("rating", kept)
        with Session.open(tmp_path / "a.review") as session:
            assert session.rating_plan == RatingPlan()


def test_all_translations_of_a_project_are_rated_in_one_way(tmp_path: Path) -> None:
    _session(tmp_path).close()
    (tmp_path / "far.txt").write_text("The market went down last year. The banks shut too.", "utf-8")
    also = [Also("far", tmp_path / "far.txt")]
    with Session.open(tmp_path / "a.review", reviewer="r", also=also) as session:
        far = session.of_translation("far")
        assert not far.is_blind
        session.plan_rating(RatingPlan("esa", blind=True))
        assert far.is_blind
        far.rate(far.beads[0].id, 80)
        assert session.rated()[0] == 0
        assert not [figure for figure in session.ranking_figures() if figure.title.startswith("evidence")]
        session.plan_rating(RatingPlan("esa"))
        assert [figure for figure in session.ranking_figures() if figure.title.startswith("evidence")]


def test_marks_of_others_and_words_of_findings_are_hidden_while_one_rates_blind(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        second = session.beads[1].id
        session.correct(second, "The the bank shut down 37 times.")
        session.analyse()
        session.accept(next(iter(session.findings(second))).id)
        (before,) = session.annotations(second)
        assert before.annotation.note
        session.plan_rating(RatingPlan("esa", blind=True))
        assert [placed.annotation.note for placed in session.annotations(second)] == [""]
    with Session.open(tmp_path / "a.review", reviewer="other") as session:
        assert session.annotations(second) == ()
        session.flag(second, severity=Severity.MINOR, target=Span(0, 3))
        assert [placed.annotation.reviewer for placed in session.annotations(second)] == ["other"]
        session.plan_rating(RatingPlan("esa"))
        assert len(session.annotations(second)) == 2


def test_what_is_not_rated_is_left(tmp_path: Path) -> None:
    with _session(tmp_path) as session:
        session.plan_rating(RatingPlan("esa"))
        session.rate(session.beads[0].id, 80)
        left = {reason.key: reason for reason in what_is_left(session)}
        assert (left["unrated"].why, left["unrated"].beads) == ("1 segment is not rated", (session.beads[1].id,))
