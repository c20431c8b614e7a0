"""Estimates as values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.model.span import Side, Span

SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
REASONS = st.builds(
    ScoreReason,
    st.sampled_from(Part),
    st.text(max_size=8),
    st.floats(0, 1e6),
    st.none() | st.sampled_from(Side),
    st.none() | SPANS,
    st.text(max_size=8),
)


@given(st.lists(REASONS, max_size=6), st.floats(0, 1))
def test_reasons_come_back_as_they_were_and_sum_to_their_parts(reasons: list[ScoreReason], chance: float) -> None:
    estimate = QualityEstimate(reasons, chance, "s")
    assert estimate.reasons == tuple(reasons)
    for part, total in ((Part.DIFFICULTY, estimate.difficulty), (Part.EVIDENCE, estimate.evidence)):
        assert total == math.fsum(r.weight for r in reasons if r.part is part)
    again = QualityEstimate.of_plain(estimate.plain, chance, "s")
    assert again == estimate
    assert hash(again) == hash(estimate)
    assert again.risk == estimate.risk


def test_another_chance_or_reason_is_another_value() -> None:
    reason = ScoreReason(Part.EVIDENCE, "x", 1.0)
    one = QualityEstimate((reason,), 0.5, "s")
    assert one != QualityEstimate((reason,), 0.6, "s")
    assert one != QualityEstimate((reason,), 0.5, "t")
    assert one != QualityEstimate((ScoreReason(Part.DIFFICULTY, "x", 1.0),), 0.5, "s")
    assert one != "s"


GOOD = (True, "x", 1.0, 0, 0, 1, "q")


@pytest.mark.parametrize(
    ("at", "wrong"), [(0, 1), (1, None), (2, "1.0"), (2, 1), (3, 2), (4, 5), (4, -2), (5, True), (6, b"q")]
)
def test_what_is_no_reason_is_refused(at: int, wrong: object) -> None:
    values = [*GOOD[:at], wrong, *GOOD[at + 1 :]]
    with pytest.raises(ValueError, match="not a reason"):
        QualityEstimate.of_plain([values], 0.5, "s")
    with pytest.raises(ValueError, match="not a reason"):
        QualityEstimate.of_plain([GOOD[:-1]], 0.5, "s")
    with pytest.raises(ValueError, match="not a reason"):
        QualityEstimate.of_plain([(*GOOD, 1)], 0.5, "s")
