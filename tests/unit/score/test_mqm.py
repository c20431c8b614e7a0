"""MQM points, computed by hand from the published rules."""

import pytest

from workbench.errors import UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.finding import Severity
from workbench.score.mqm import DEFAULT_PROFILE, mqm_score, profiles

ERRORS = (
    (Severity.MAJOR, "Accuracy/Mistranslation"),
    (Severity.MAJOR, "Fluency/Punctuation"),
    (Severity.MINOR, "Fluency/Punctuation"),
    (Severity.MINOR, "Style/Unnatural or awkward"),
    (Severity.MAJOR, "Non-translation!"),
    (Severity.NEUTRAL, "Fluency/Grammar"),
    (Severity.MINOR, "Accuracy/Creative Reinterpretation"),
    (Severity.MAJOR, "Source issue"),
    (Severity.CRITICAL, "Accuracy/Omission"),
)


def _marks(errors: tuple[tuple[Severity, str], ...]) -> list[Annotation]:
    return [Annotation(str(i), severity, category) for i, (severity, category) in enumerate(errors)]


def test_google_rule_by_hand() -> None:
    score = mqm_score(_marks(ERRORS), words=200)
    # 5 mistranslation, 5 major punctuation, 0.1 minor punctuation, 1 style, 25 non-translation, 0 neutral,
    # 1 creative reinterpretation, 5 source issue, 5 critical counted as major
    assert score.points == pytest.approx(5 + 5 + 0.1 + 1 + 25 + 0 + 1 + 5 + 5)
    assert score.per_100_words == pytest.approx(47.1 / 2)
    assert score.by_severity == {Severity.CRITICAL: 1, Severity.MAJOR: 4, Severity.MINOR: 3, Severity.NEUTRAL: 1}
    assert score.points_by_category["Fluency/Punctuation"] == pytest.approx(5.1)


def test_marot_rule_by_hand() -> None:
    score = mqm_score(_marks(ERRORS), words=100, profile="mqm-marot")
    # The first rule that matches: creative reinterpretation and source issues are free, major punctuation is 5.
    assert score.points == pytest.approx(5 + 5 + 0.1 + 1 + 25 + 0 + 0 + 0 + 5)


def test_minor_non_translation_differs_between_the_rules() -> None:
    marks = _marks(((Severity.MINOR, "Non-translation!"),))
    assert mqm_score(marks, 10).points == 1
    assert mqm_score(marks, 10, "mqm-marot").points == 25


def test_signature_names_rule_version_weights_and_word_basis() -> None:
    score = mqm_score([], words=44)
    for part in (DEFAULT_PROFILE, "version:1", "critical:5", "major:5", "minor:1", "punctuation.minor:0.1", "words:44"):
        assert part in score.signature
    assert mqm_score([], 44, "mqm-marot").signature != score.signature


def test_no_marks_and_no_words() -> None:
    score = mqm_score([], words=0)
    assert score.points == 0
    assert score.per_100_words is None
    assert score.per_segment == 0


def test_points_a_segment() -> None:
    assert mqm_score(_marks(ERRORS[:2]), words=50, segments=4).per_segment == pytest.approx(2.5)


def test_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnusableInput, match="mqm-marot"):
        mqm_score([], 10, "mqm-nonsense")
    assert set(profiles()) == {"mqm-google-2022", "mqm-marot"}
