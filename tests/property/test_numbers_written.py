"""Whatever is suggested in the place of a wrong number has the value of the source when it is read in that place."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_numerals import CHINESE, COUNTS, ENGLISH, decimal
from workbench.model.span import Side
from workbench.text.numerals import numbers, same_value
from workbench.text.numerals_writing import written_like

PLACES = ("There were {} tons.", "{} tons came", "a {} mile road", "an {} day trip", "up to ${}, they say", "({})")
SHARES = ("{}%", "{} percent", "{} per cent", "{} percentage points", "{}th", "{} times", "{}-fold", "the {}0s", "{}x")


def check(chinese: str, english: str) -> None:
    for value in numbers(chinese, Side.SOURCE):
        for model in numbers(english, Side.TARGET):
            written = written_like(value, model, english)
            if written is None:
                continue
            start = model.span.start
            again = english[:start] + written + english[model.span.end :]
            read = [n for n in numbers(again, Side.TARGET) if n.span.start == start]
            assert [n.span.of(again) for n in read] == [written], again
            assert same_value(value, read[0]), again
            assert len(numbers(again, Side.TARGET)) == len(numbers(english, Side.TARGET)), again


@settings(max_examples=400, deadline=None)
@given(COUNTS, COUNTS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH), st.sampled_from(PLACES))
def test_counts(n: int, m: int, chinese, english, place: str) -> None:  # type: ignore[no-untyped-def]
    check(f"共有{chinese(n)}吨。", place.format(english(m)))


@settings(max_examples=400, deadline=None)
@given(
    st.integers(1, 9999),
    st.integers(1, 999),
    st.sampled_from(("{}%", "{}个百分点", "{}倍", "第{}", "{}年", "{}月", "{}日", "{}‰")),
    st.sampled_from(SHARES),
    st.sampled_from(PLACES),
)
def test_shares_ordinals_and_dates(n: int, m: int, chinese: str, english: str, place: str) -> None:
    written = decimal(Fraction(n, 100)) if "%" in chinese or "百" in chinese else str(n)
    check(f"它是{chinese.format(written)}。", place.format(english.format(m)))
