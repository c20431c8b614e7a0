"""Ranking with a paired test."""

from __future__ import annotations

import math
import random
import statistics

import pytest

from workbench.score.ranking import ranking


def test_a_difference_in_every_unit_is_no_chance_and_equal_ones_are() -> None:
    rng = random.Random(5)
    base = [rng.uniform(0, 10) for _ in range(80)]
    ranked = ranking({"worse": [x + 1 + rng.random() for x in base], "best": base, "same": list(base)})
    assert [one.name for one in ranked] == ["best", "same", "worse"]
    assert ranked[0].p_value is None
    assert ranked[1].p_value == 1.0
    assert ranked[2].p_value is not None
    assert ranked[2].p_value < 0.01
    assert ranked[0].mean == pytest.approx(sum(base) / 80)
    assert 0.3 < ranked[0].margin < 1.2  # 1.96 * 2.9 / sqrt(80)


@pytest.mark.parametrize("shift", [0.05, 0.2, 0.35])
def test_the_chance_is_that_of_the_paired_z_test(shift: float) -> None:
    """For means of many units both tests say the same."""
    rng = random.Random(1)
    one = [rng.uniform(0, 3) for _ in range(200)]
    two = [x + rng.uniform(-2, 2) + shift for x in one]
    apart = [b - a for a, b in zip(one, two, strict=True)]
    z = statistics.fmean(apart) / (statistics.pstdev(apart) / math.sqrt(200))
    found = ranking({"one": one, "two": two}, samples=2000)[1].p_value
    assert found == pytest.approx(math.erfc(abs(z) / math.sqrt(2)), abs=0.03)


def test_it_is_the_same_each_time() -> None:
    values = {"a": [1.0, 2.0, 4.0], "b": [2.0, 1.0, 5.0]}
    assert ranking(values) == ranking(values)


def test_lists_of_different_lengths_are_refused_and_nothing_gives_nothing() -> None:
    with pytest.raises(ValueError, match="every unit"):
        ranking({"a": [1.0], "b": []})
    assert ranking({}) == ranking({"a": [], "b": []}) == ()
