"""Lengths of time that the two sides tell in different units: 90分钟 and an hour and a half, 半个世纪 and 50 years."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from workbench.model.span import Side
from workbench.text.numerals import Number

_CHINESE = re.compile("多?(?:(分)钟?|个?(?:多|半)?(?:(小时|钟头)|(天|日)|(周|星期|礼拜)|(月)|(年)|(世纪|世紀)))")
_ENGLISH = re.compile(
    r"[ -]?(?:(?:of )?an? |(?:consecutive|straight|full|whole|long) )?"
    r"(?:(minute)|(hour)|(day)|(week)|(month)|(year|decade|centur))",
    re.IGNORECASE,
)
_UNITS = (("minutes", 1), ("minutes", 60), ("minutes", 1440), ("minutes", 10080), ("months", 1), ("months", 12))
_CENTURY = ("months", 1200)
_WITHIN = re.compile("[年天周月时]")
"""Units that the number's own words may hold: 一年半."""


class Length(NamedTuple):
    """So many of a unit of time."""

    measure: str
    """What it is counted in: minutes and months have no exact common measure."""
    unit: int
    amounts: frozenset[Fraction]


def same_length(here: Length | None, there: Length | None) -> bool:
    """Whether two are the same length of time in different units."""
    if here is None or there is None or here.measure != there.measure or here.unit == there.unit:
        return False
    return bool({n * here.unit for n in here.amounts} & {n * there.unit for n in there.amounts})


def length_of(number: Number, text: str, side: Side) -> Length | None:
    """The length of time that a number of `text` counts; None where it counts something else."""
    if number.low != number.high:
        return None
    pattern = _CHINESE if side is Side.SOURCE else _ENGLISH
    within = (
        re.search(r"year|decade|centur|month|week|day|hour|minute", number.quote)
        if side is Side.TARGET
        else (_WITHIN.search(number.quote))
    )
    found = pattern.match(number.quote, within.start()) if within else pattern.match(text, number.span.end)
    if found is None or found.lastindex is None:
        return None
    measure, unit = _CENTURY if found.lastindex > len(_UNITS) else _UNITS[found.lastindex - 1]
    return Length(measure, unit, frozenset((number.low, *number.alternatives)))
