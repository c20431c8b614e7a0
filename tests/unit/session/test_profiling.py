"""Profiles are counted anew at once, over the marks that count, and stay with the project."""

from __future__ import annotations

from pathlib import Path

from workbench.model import events as ev
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.score.scorecards import scorecards
from workbench.session.session import Session

ZH = "市场去年下跌了。银行也关门了。"
EN = "The market fell last year. The bank also shut the door."


def _session(tmp_path: Path) -> Session:
    (tmp_path / "a.zh.txt").write_text(ZH, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return Session.create(tmp_path / "a.zh.txt", tmp_path / "a.en.txt", project=tmp_path / "a.review", reviewer="r")


def test_profiles_count_the_judged_words_and_stay(tmp_path: Path) -> None:
    session = _session(tmp_path)
    second = session.beads[1].id
    session.use_scorecards([scorecards()["mqm-2.0-raw"]])
    assert session.scorecard_figures()[0].value == "no segment judged yet"  # and not a perfect score
    session.flag(second, severity=Severity.MAJOR, category="Accuracy/Mistranslation", target=Span(14, 27))
    session.use_scorecards([scorecards()["mqm-2.0-raw"], scorecards()["sae-j2450"]])
    raw, j2450 = session.scorecard_figures()
    assert raw.value.startswith(f"{(1 - 5 / 6) * 100:.2f}")  # one segment judged, of six words
    assert "words:6" in raw.signature
    assert j2450.value.startswith(f"{5 / 4:.4f}")  # 银行 也 关门 了
    session.close()
    with Session.open(tmp_path / "a.review", reviewer="r") as again:
        assert [card.name for card in again.scorecards] == ["mqm-2.0-raw", "sae-j2450"]
        assert again.scorecard_figures() == (raw, j2450)
        again.use_scorecards([scorecards()["lisa-qa-3.1"]])
        assert [figure.value for figure in again.scorecard_figures()] == ["5.00 (lower is better)"]


def test_scores_of_whole_segments(tmp_path: Path) -> None:
    session = _session(tmp_path)
    first, second = (bead.id for bead in session.beads)
    session._commit("score", [ev.ScoreGiven(first, "ESA", 20.0)])
    session._commit("score", [ev.ScoreGiven(first, "ESA", 40.0)])
    session._commit("score", [ev.ScoreGiven(second, "ESA", 80.0)])
    (esa,) = session.scorecard_figures()
    assert (esa.title, esa.value) == ("ESA", "60.0 (higher is better)")
    session.undo()
    assert session.scorecard_figures()[0].value.startswith("40.0")
    session.close()


def test_one_is_one(tmp_path: Path) -> None:
    session = _session(tmp_path)
    second = session.beads[1].id
    session.flag(second, severity=Severity.MINOR, target=Span(14, 27))
    session.correct(second, "The banks closed too.")
    session.use_scorecards([scorecards()["mqm-2.0-raw"]])
    told = " ".join(figure.basis for figure in session.figures())
    assert "1 point, 6 target words, 1 segment" in told
    assert "against your edit, 1 segment" in told
    assert "1 segments" not in told
    session.close()


def test_another_profile_counts_again_at_once_and_stays(tmp_path: Path) -> None:
    session = _session(tmp_path)
    second = session.beads[1].id
    session.flag(second, severity=Severity.CRITICAL, category="Accuracy/Creative Reinterpretation", target=Span(14, 27))
    assert session.figure_line() == session.mqm_line() == "5 points over 1 of 2 segments, 83.3 per 100 words so far"
    session.show_profile("mqm-marot")
    assert session.figure_line() == "0 points over 1 of 2 segments, 0.0 per 100 words so far (mqm-marot)"
    assert session.export_view().mqm["points"] == 0
    assert session.export_view().mqm["signature"].startswith("mqm-marot|version:1|")
    session.show_profile("lisa-qa-3.1")
    assert session.figure_line() == "lisa-qa-3.1 10.00 (lower is better), 1 of 2 segments"
    session.flag(second, severity=Severity.MINOR, target=Span(0, 3))
    assert session.figure_line() == "lisa-qa-3.1 11.00 (lower is better), 1 of 2 segments"
    session.close()
    with Session.open(tmp_path / "a.review", reviewer="r") as again:
        assert (again.shown_profile, again.mqm_profile) == ("lisa-qa-3.1", "mqm-marot")
        again.use_profiles(["mqm-google-2022", scorecards()["mqm-2.0-raw"]])
        assert again.shown_profile == again.mqm_profile == "mqm-google-2022"
        assert again.mqm().points == 6
