"""Dates and clock times in figures, which both languages write alike: 2024-03-05, 15:30."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.model.span import Span
from workbench.text.numerals_value import Number, NumberKind

FIGURE_DATE = re.compile(
    r"(?<![\d.])(?:(1[0-9]|20|21)(\d\d))([-/.])(0?[1-9]|1[0-2])\3(3[01]|[12]\d|0?[1-9])(?![\d.]*\d)"
)
FIGURE_TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-4])(?::|: (?=\d\d ?[apAP]\.?[mM]))([0-5]\d)(?::[0-5]\d)?(?![:\d])")
HALF_DAY = 720
"""Minutes."""


def number(text: str, start: int, end: int, value: Fraction | int, kind: NumberKind, *, weak: bool = False) -> Number:
    """An exact number that stands at `text[start:end]`."""
    return Number(Span(start, end), text[start:end], Fraction(value), Fraction(value), kind, weak=weak)


def figure_date(text: str, found: re.Match[str]) -> list[Number]:
    """Year, month and day of a match of `FIGURE_DATE`."""
    return [
        number(text, found.start(1), found.end(2), int(found.group(1) + found.group(2)), NumberKind.YEAR),
        number(text, *found.span(4), int(found.group(4)), NumberKind.MONTH),
        number(text, *found.span(5), int(found.group(5)), NumberKind.DAY),
    ]


def clock(text: str, span: tuple[int, int], minutes: int, half: str, plain: Fraction | None = None) -> Number:
    """A clock time of `minutes` since midnight as written; `half` is "am", "pm" or "" for not said.

    `plain` is the value that the same words have if they are no time (三点: three points).
    """
    low = high = minutes
    if half == "pm" and minutes < HALF_DAY:
        low = high = minutes + HALF_DAY
    elif half == "am" and HALF_DAY <= minutes < HALF_DAY + 60:
        low = high = minutes - HALF_DAY
    elif not half and minutes < HALF_DAY + 60:
        low, high = minutes % HALF_DAY, minutes % HALF_DAY + HALF_DAY
    alternatives = () if plain is None else (plain,)
    return Number(
        Span(*span), text[slice(*span)], Fraction(low), Fraction(high), NumberKind.TIME, alternatives=alternatives
    )
