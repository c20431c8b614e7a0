"""Every scorecard on an example counted by hand from its published rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem, UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.finding import Severity
from workbench.model.span import Anchor, Layer, Span
from workbench.score.ratings import Rating, mean, z_scores
from workbench.score.scorecards import count, from_record, scorecard_of, scorecards

MINOR, MAJOR, CRITICAL, NEUTRAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL, Severity.NEUTRAL


def _marks(*errors: tuple[Severity, str]) -> list[Annotation]:
    return [Annotation(str(i), severity, category) for i, (severity, category) in enumerate(errors)]


def test_mqm_raw_score_is_99_for_ten_minor_errors_in_1000_words() -> None:
    # themqm.org: APT = 10 x 1, PWPT = 10 / 1000, (1 - 0.01) x 100 = 99
    made = count(scorecards()["mqm-2.0-raw"], _marks(*[(MINOR, "Fluency/Grammar")] * 10), 1000)
    assert made.value == pytest.approx(99)
    assert made.passed is None
    # 2 minor, 1 major, 1 critical in 620 words: APT = 2 + 5 + 25 = 32, (1 - 32 / 620) x 100
    errors = _marks((MINOR, "a"), (MINOR, "a"), (MAJOR, "b"), (CRITICAL, "c"), (NEUTRAL, "d"))
    made = count(scorecards()["mqm-2.0-raw"], errors, 620)
    assert made.points == 32
    assert made.value == pytest.approx(94.8387, abs=1e-4)
    assert made.passed is False  # one critical error is an automatic fail


def test_mqm_calibrated_score_is_the_threshold_at_the_accepted_points() -> None:
    card = scorecards()["mqm-2.0-calibrated"]
    # threshold 90, 10 points accepted: SF = (100 - 90) / 10 = 1; NPT = 5 / 500 x 1000 = 10; 100 - 10 x 1 = 90
    made = count(card, _marks((MAJOR, "Accuracy/Omission")), 500)
    assert made.value == pytest.approx(90)
    assert made.passed is True
    made = count(card, _marks((MAJOR, "Accuracy/Omission"), (MINOR, "Style")), 500)
    assert made.value == pytest.approx(88)
    assert made.passed is False


def test_lisa_points() -> None:
    # minor 1, major 5, critical 10: 2 x 1 + 5 + 10
    made = count(scorecards()["lisa-qa-3.1"], _marks((MINOR, "a"), (MINOR, "b"), (MAJOR, "c"), (CRITICAL, "d")), 300)
    assert made.value == 17


def test_j2450_is_the_weighted_sum_over_source_words() -> None:
    # serious wrong term 5, minor wrong term 2, serious omission 4, minor punctuation 1, minor misspelling 1,
    # serious syntax 4, minor miscellaneous 1: 18 / 200 source words = 0.09
    errors = (
        (MAJOR, "Terminology/Inappropriate for context"),
        (MINOR, "Accuracy/Mistranslation"),
        (MAJOR, "Accuracy/Omission"),
        (MINOR, "Fluency/Punctuation"),
        (MINOR, "Fluency/Spelling"),
        (MAJOR, "Style/Bad sentence structure"),
        (MINOR, "Style/Unnatural or awkward"),
    )
    made = count(scorecards()["sae-j2450"], _marks(*errors), 200)
    assert made.value == pytest.approx(0.09)
    assert made.by_category["wrong term"] == 7
    assert "basis:source words" in made.signature


def test_dqf_points_per_1000_words_by_its_own_categories() -> None:
    # 10 + 5 + 1 = 16 points in 400 words: 40 per 1000
    errors = ((CRITICAL, "Accuracy/Addition"), (MAJOR, "Terminology/Inconsistent"), (MINOR, "Fluency/Register"))
    made = count(scorecards()["taus-dqf"], _marks(*errors), 400)
    assert made.value == pytest.approx(40)
    assert count(scorecards()["taus-dqf"], _marks((MAJOR, "Fluency/Text-Breaking")), 400).by_category == {"design": 5}
    assert made.by_category == {"accuracy": 10, "terminology": 5, "fluency": 1}


def _marked(n: int, words: str) -> Annotation:
    anchor = Anchor(Layer.MACHINE, Span(n, n + len(words)), words)
    return Annotation(str(n), MAJOR, "Terminology/Inappropriate for context", target=anchor)


def test_iso_manner_counts_a_repeated_error_once() -> None:
    card = scorecards()["iso-5060-style"]
    again = [_marked(0, "tuyere"), _marked(50, "Tuyere"), _marked(90, "outlet")]
    assert count(card, again, 1000).value == pytest.approx(10)  # tuyere 5, outlet 5
    assert count(scorecards()["taus-dqf"], again, 1000).value == pytest.approx(15)


def test_points_per_1000_words_on_a_published_example(tmp_path: Path) -> None:
    # wiki.tqauditor.com, Quality score formula, manual word count: 12.34 points in 1500 words, 100 - 8.2267 = 91.77
    path = tmp_path / "tqauditor.toml"
    path.write_text(TQAUDITOR, encoding="utf-8")
    errors = [(MAJOR, "Terminology/Inconsistent"), (MAJOR, "Fluency/Grammar"), *[(MINOR, "Fluency/Grammar")] * 3]
    errors += [(MINOR, "Terminology/Inconsistent")] * 2 + [(NEUTRAL, "Terminology/Inconsistent")] * 14
    made = count(scorecard_of(str(path)), _marks(*errors), 1500)
    assert made.points == pytest.approx(12.34)
    assert 100 - made.value == pytest.approx(91.77, abs=5e-3)


def test_what_could_not_be_verified_is_marked() -> None:
    for card in scorecards().values():
        assert card.source
        assert card.unverified
        assert "unverified" in card.to_record()
    assert "weights of each category" in scorecards()["sae-j2450"].unverified


def test_every_card_names_its_rules_and_comes_back_from_a_project() -> None:
    for name, card in scorecards().items():
        assert from_record(card.to_record(), "project") == card
        for part in (name, "version:", "formula:", "basis:", "repeated:"):
            assert part in card.signature
        assert count(card, [], 0).points == 0
    assert len({card.signature for card in scorecards().values()}) == len(scorecards())


TQAUDITOR = """
[[scorecard]]
name = "tqauditor"
version = 1
severities = { neutral = 0.01, minor = 1, major = 3 }
formula = "per-1000"
basis = "source words"
categories = [ { match = ["Fluency/Grammar"], name = "grammar", weight = 1.2 }, { match = [""], name = "rest" } ]
"""
OWN = """
[[scorecard]]
name = "house"
version = 3
severities = { minor = 2, major = 7, critical = 20 }
formula = "per-1000"
basis = "source characters / 2"
threshold = 30
critical_fails = true
categories = [ { match = ["Style"], name = "taste", weight = 0.5 }, { match = [""], name = "rest" } ]
"""


def test_ones_own_card(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(OWN, encoding="utf-8")
    # 0.5 x 2 + 7 = 8 points in 200 words: 40 per 1000, over 30
    made = count(
        scorecard_of(str(path)), _marks((MINOR, "Style/Unnatural or awkward"), (MAJOR, "Accuracy/Omission")), 200
    )
    assert made.value == pytest.approx(40)
    assert made.passed is False
    assert "version:3" in made.signature


@pytest.mark.parametrize(
    "change",
    [
        ('formula = "per-1000"', 'formula = "per-mile"'),
        ("minor = 2", "tiny = 2"),
        ("minor = 2", "minor = -2"),
        ('basis = "source characters / 2"', ""),
        ("threshold = 30", "limit = 30"),
        ("[[scorecard]]", "[[score"),
        ('match = ["Style"], ', ""),
    ],
)
def test_a_card_that_does_not_fit_is_told(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "house.toml"
    path.write_text(OWN.replace(*change), encoding="utf-8")
    with pytest.raises(FileProblem):
        scorecard_of(str(path))
    with pytest.raises(UnusableInput, match=r"mqm-2.0-raw"):
        scorecard_of("nothing")


def test_da_z_scores_by_hand() -> None:
    # rater a: 20, 40, 60 -> mean 40, sd 20: z -1, 0, 1; rater b: 70, 90 -> mean 80, sd sqrt(200): z -/+ 0.7071
    ratings = [
        Rating("a", "1", 20),
        Rating("a", "2", 40),
        Rating("a", "3", 60),
        Rating("b", "2", 70),
        Rating("b", "3", 90),
    ]
    z = z_scores(ratings)
    assert z["1"] == pytest.approx(-1)
    assert z["2"] == pytest.approx((0 - 0.70711) / 2, abs=1e-4)
    assert z["3"] == pytest.approx((1 + 0.70711) / 2, abs=1e-4)
    assert mean(ratings) == pytest.approx((20 + 55 + 75) / 3)
    assert z_scores([Rating("c", "1", 50), Rating("c", "2", 50)]) == {}
