"""The collector's settings while very many values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from workbench.model.bulk import keeping_all


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_nothing_old_is_looked_through_meanwhile() -> None:
    before = gc.get_threshold()
    with keeping_all():
        assert gc.isenabled()
        assert before[0] <= gc.get_threshold()[0] <= 100_000, "the young are looked through, more seldom"
        assert gc.get_threshold()[1] == before[1]
        assert gc.get_threshold()[2] > 1_000_000
    assert gc.get_threshold() == before


def test_the_settings_come_back_with_the_last_of_several_that_overlap() -> None:
    before = gc.get_threshold()
    one, other = keeping_all(), keeping_all()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold() != before
    other.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_what_was_made_counts_as_kept() -> None:
    with keeping_all():
        made = [[n] for n in range(1000)]
    assert gc.get_freeze_count() >= len(made)


def test_the_settings_come_back_after_a_failure() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="oh"), keeping_all():
        raise ValueError("oh")
    assert gc.get_threshold() == before
