"""A number that a text names, and when two of them mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor, log10

from workbench.model.span import Span


class NumberKind(StrEnum):
    CARDINAL = "cardinal"
    PERCENT = "percent"
    """A share in hundredths: 12.5% has the value 1/8."""
    POINTS = "points"
    """A difference of two percentages: 3 percentage points have the value 3/100."""
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    """How many times as much: tripled has the value 3."""
    YEAR = "year"
    MONTH = "month"
    """Of the year, 1 to 12; a length of three months is a cardinal."""
    DAY = "day"
    """Of the month."""
    DECADE = "decade"
    """Its first and last year."""
    CENTURY = "century"
    TIME = "time"
    """Minutes since midnight; where morning or afternoon is not said, `low` is the earlier and `high` the later."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, by its value.

    `low` and `high` differ for ranges (20-30) and vague amounts (十几: 10 to 19). `alternatives` are further
    readings, each right by itself: 增长了三倍 is 3, or 4.
    """

    span: Span
    quote: str
    low: Fraction
    high: Fraction
    kind: NumberKind = NumberKind.CARDINAL
    approximate: bool = False
    """A word such as about or 多 makes it so, or it is vague by itself."""
    alternatives: tuple[Fraction, ...] = ()
    weak: bool = False
    """More often no count than one (one, 一个, first, both): it may explain a number, but never calls for one."""
    unit: str = ""
    """The currency as ISO 4217 names it, if one is named beside the number."""


_NEAR = Fraction(1, 20)


def same_value(a: Number, b: Number) -> bool:
    """Whether two numbers can mean the same.

    Values count and writings do not. Beside a rounding word the rounded value agrees with the exact one. A point
    agrees with either end of an exact range and with anything inside a vague one. A date's parts and ordinals agree
    with plain numbers of their value; percent and percentage points do not agree with each other.
    """
    if a.kind is b.kind:
        return _any_agree(a, b)
    kinds = {a.kind, b.kind}
    if kinds == {NumberKind.PERCENT, NumberKind.POINTS}:
        return False
    if NumberKind.TIME in kinds:
        clock, other = (a, b) if a.kind is NumberKind.TIME else (b, a)
        return any(other.low <= value <= other.high for value in clock.alternatives)
    if _any_agree(a, b):
        return True
    if kinds == {NumberKind.PERCENT, NumberKind.CARDINAL} and a.low < a.high and b.low < b.high:
        share, bare = (a, b) if a.kind is NumberKind.PERCENT else (b, a)
        return (share.low * 100, share.high * 100) == (bare.low, bare.high)  # 95% CI, 80.0 to 89.3
    if kinds == {NumberKind.MULTIPLE, NumberKind.PERCENT}:  # doubled: grown by 100 %
        multiple, percent = (a, b) if a.kind is NumberKind.MULTIPLE else (b, a)
        return any(low - 1 == percent.low for low, _ in _readings(multiple))
    if NumberKind.FRACTION in kinds and kinds & {NumberKind.PERCENT, NumberKind.CARDINAL}:
        return abs(a.low - b.low) < Fraction(1, 200) and a.low < 1 and b.low < 1  # one third is 33 %
    return False


def _any_agree(a: Number, b: Number) -> bool:
    vague = a.approximate or b.approximate
    if not (a.alternatives or b.alternatives):
        return _agree((a.low, a.high), (b.low, b.high), vague)
    return any(_agree(x, y, vague) for x in _readings(a) for y in _readings(b))


def _equal(a: Fraction, b: Fraction) -> bool:
    """What `==` says, in a fifth of its time."""
    return a.numerator == b.numerator and a.denominator == b.denominator


def _readings(number: Number) -> list[tuple[Fraction, Fraction]]:
    first = [(number.low, number.high)]
    if number.kind is NumberKind.TIME:
        return first
    width = 9 if number.kind is NumberKind.DECADE else 0
    return first + [(value, value + width) for value in number.alternatives]


def _agree(x: tuple[Fraction, Fraction], y: tuple[Fraction, Fraction], vague: bool) -> bool:
    if _equal(x[0], y[0]) and _equal(x[1], y[1]):
        return True
    x_point, y_point = _equal(*x), _equal(*y)
    if x_point and y_point:
        return vague and (_near(x[0], y[0]) or _rounds_to(x[0], y[0]) or _rounds_to(y[0], x[0]))
    if x_point or y_point:
        point, (low, high) = (x[0], y) if x_point else (y[0], x)
        return (low <= point <= high) if vague else point in (low, high)
    if not vague:
        return False
    overlap = min(x[1], y[1]) - max(x[0], y[0])
    return overlap >= min(x[1] - x[0], y[1] - y[0]) / 2


def _near(a: Fraction, b: Fraction) -> bool:
    return abs(a - b) <= _NEAR * max(abs(a), abs(b))


def _rounds_to(exact: Fraction, rounded: Fraction) -> bool:
    """Whether `rounded` is `exact` cut or rounded to as many places as `rounded` shows, one of them at least."""
    if exact <= 0 or rounded <= 0 or exact == rounded:
        return exact == rounded
    place = Fraction(10) ** _last_place(rounded)
    if place >= exact * 10:
        return False
    down = floor(exact / place) * place
    return rounded == down or (rounded == down + place and exact - down >= place / 2)


def _last_place(value: Fraction) -> int:
    """The power of ten of the last digit of `value` that is not zero; at most nine decimals are looked at."""
    place = floor(log10(value)) if value else 0
    for power in range(place, -10, -1):
        if (value / Fraction(10) ** power).denominator == 1:
            return power
    return -9
