"""Agreement on the textbook examples."""

from __future__ import annotations

import math

import pytest

from workbench.model.span import Span
from workbench.score.agreement import alpha, correlation, kappa, span_agreement

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C: four observers, twelve units, gaps.
ROWS = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}
TABLE = {
    str(unit): {rater: int(row.split()[unit]) for rater, row in ROWS.items() if row.split()[unit] != "."}
    for unit in range(12)
}


@pytest.mark.parametrize(("level", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_krippendorffs_example(level: str, value: float) -> None:
    assert alpha(TABLE, level) == pytest.approx(value, abs=5e-4)


def test_alpha_where_nothing_varies_is_not_defined() -> None:
    assert math.isnan(alpha({"1": {"a": 0, "b": 0}}))
    assert alpha({"1": {"a": 0, "b": 0}, "2": {"a": 1, "b": 1}}) == 1


def test_kappa_of_fifty_proposals() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.7, expected 0.5
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert math.isnan(kappa([("y", "y")] * 5))


def test_spans_that_overlap_in_part_count_in_part() -> None:
    # 0-10 and 5-15 share 5: 2 x 5 / 20 = 0.5 of a hit; 30-34 is met exactly; 50-52 not at all
    ours, theirs = [Span(0, 10), Span(30, 34), Span(50, 52)], [Span(5, 15), Span(30, 34)]
    characters, spans = span_agreement(ours, theirs)
    assert characters == pytest.approx(2 * 9 / (16 + 14))
    assert spans == pytest.approx(2 * 1.5 / 5)
    assert span_agreement([Span(0, 4)], []) == (0, 0)
    assert math.isnan(span_agreement([], [])[1])


def test_correlation() -> None:
    assert correlation([(0, 1), (1, 2), (5, 6)]) == pytest.approx(1)
    assert correlation([(0, 2), (1, 1), (2, 0)]) == pytest.approx(-1)
    assert math.isnan(correlation([(1, 2), (1, 3)]))
