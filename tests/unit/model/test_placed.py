"""What lies at a place, against asking every item."""

from __future__ import annotations

import random

import pytest

from workbench.model.placed import Placed, spans_placed
from workbench.model.span import Span


@pytest.mark.parametrize("seed", range(20))
def test_the_same_as_asking_every_one(seed: int) -> None:
    chance = random.Random(seed)
    spans = [Span(at, at + chance.choice((0, 1, 1, 2, 5, 30))) for at in chance.choices(range(60), k=25)]
    placed = Placed(enumerate(spans), lambda item: item[1])
    for start in range(65):
        for length in (0, 1, 3, 20):
            asked = Span(start, start + length)
            there = [(n, span) for n, span in enumerate(spans) if span.overlaps(asked)]
            assert placed.overlapping(asked) == sorted(there, key=lambda item: (item[1], item[0]))
            assert spans_placed(spans).is_touched(asked) == bool(there)


def test_nothing_is_placed_nowhere() -> None:
    assert spans_placed(()).overlapping(Span(0, 9)) == []
