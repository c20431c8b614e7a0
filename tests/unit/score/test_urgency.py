"""The worst-first order: score and findings as chances of a major error."""

from __future__ import annotations

import pytest

from workbench.model.finding import Finding, Severity
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.score.quality import estimate
from workbench.score.urgency import finding_chance, major_chance, urgency


def made(p_major: float) -> QualityEstimate:
    return QualityEstimate((ScoreReason(Part.DIFFICULTY, "source.length", 1.0),), p_major, "")


def found(severity: Severity, confidence: float = 0.95, check: str = "x.y") -> Finding:
    return Finding(check, severity, "", bead="b", confidence=confidence)


def test_without_findings_it_is_the_chance_of_the_score() -> None:
    assert major_chance(made(0.3), ()) == pytest.approx(0.3)
    assert major_chance(None, ()) == 0
    assert major_chance(made(0.0), ()) == 0


def test_chances_of_findings_are_added_as_chances_and_each_check_counts_once() -> None:
    major = found(Severity.MAJOR)
    chance = finding_chance(major)
    assert major_chance(made(0.4), [major]) == pytest.approx(1 - 0.6 * (1 - chance))
    assert major_chance(made(0.4), [major, found(Severity.MAJOR, 0.5)]) == major_chance(made(0.4), [major])
    other = found(Severity.MAJOR, check="z")
    assert major_chance(made(0.4), [major, other]) == pytest.approx(1 - 0.6 * (1 - chance) ** 2)


def test_a_sure_major_finding_comes_before_any_long_sentence() -> None:
    short = estimate("去年有1.2亿人。", "There were 12 million people last year.")
    long = estimate(
        "这" + "座城市的经济发展水平和文化传统" * 9 + "。", "The city's economy and tradition of culture. " * 9
    )
    assert long.p_major > 0.7 > short.p_major
    assert urgency(short, [found(Severity.MAJOR)]) > urgency(long, ())
    assert urgency(long, [found(Severity.MAJOR)]) > urgency(short, [found(Severity.MAJOR)])


def test_many_small_things_are_no_major_error() -> None:
    small = [found(Severity.MINOR, 1.0, check=f"c{n}") for n in range(6)]
    assert major_chance(made(0.2), small) < 0.3
    assert urgency(made(0.2), small) > urgency(made(0.2), ())


def test_a_critical_finding_comes_before_a_major_one_and_doubt_counts() -> None:
    critical, major, doubted = found(Severity.CRITICAL), found(Severity.MAJOR), found(Severity.MAJOR, 0.4)
    order = [urgency(made(0.3), [one]) for one in (critical, major, doubted)]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 3
