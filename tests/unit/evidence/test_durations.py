"""A length of time is the same in another unit, and only then."""

from __future__ import annotations

import pytest

from workbench.evidence.numbers import match_numbers


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他等了10年。", "He waited for a decade."),
        ("他等了20年。", "He waited for two decades."),
        ("他等了半个世纪。", "He waited for 50 years."),
        ("他等了50年。", "He waited for half a century."),
        ("他等了25年。", "He waited for a quarter of a century."),
        ("他等了15年。", "He waited for a decade and a half."),
        ("他等了两个世纪。", "He waited for 200 years."),
        ("他等了18个月。", "He waited for a year and a half."),
        ("他等了一年半。", "He waited for 18 months."),
        ("他等了90分钟。", "He waited for an hour and a half."),
        ("他等了30分钟。", "He waited for half an hour."),
        ("他等了72小时。", "He waited for three days."),
        ("他等了14天。", "He waited for two weeks."),
        ("他买了24个。", "He bought two dozen."),
    ],
)
def test_the_same_length(source: str, target: str) -> None:
    found = match_numbers(source, target)
    assert (found.missing, found.added) == ((), ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他等了14天。", "He waited for 12 weeks."),
        ("他等了30分钟。", "He waited for 13 hours."),
        ("他等了20年。", "He waited for three decades."),
        ("他买了12本书。", "He bought 144 books."),
    ],
)
def test_another_length(source: str, target: str) -> None:
    assert match_numbers(source, target).missing
