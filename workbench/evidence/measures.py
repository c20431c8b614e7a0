"""Quantities that the two sides tell in different units of measurement: 80斤 and 40 kilograms."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from workbench.model.span import Side
from workbench.text.numerals import Number

_UNITS = (
    # Chinese, English, what is measured, so many of its base unit
    ("公里|千米|km", r"kilomet(?:er|re)s?|kms?", "length", "1000"),
    ("华里|里(?!面|边|程|头|约)", r"li", "length", "500"),
    ("英里", r"miles?", "length", "1609.344"),
    ("厘米|公分|cm", r"centimet(?:er|re)s?|cms?", "length", "0.01"),
    ("毫米|mm", r"millimet(?:er|re)s?|mms?", "length", "0.001"),
    ("米(?!其|粒|粉|线|饭)|公尺", r"met(?:er|re)s?", "length", "1"),
    ("英尺", r"f(?:ee|oo)t|ft", "length", "0.3048"),
    ("英寸|吋", r"inch(?:es)?", "length", "0.0254"),
    ("码", r"yards?", "length", "0.9144"),
    ("尺", r"chi", "length", "0.33333333"),
    ("丈", r"zhang", "length", "3.3333333"),
    ("公斤|千克|kg", r"kilo(?:gram(?:me)?)?s?|kgs?", "weight", "1000"),
    ("吨", r"(?:metric )?tons?|tonnes?", "weight", "1000000"),
    ("斤", r"(?:jin|catt(?:y|ies))", "weight", "500"),
    ("两(?!个|位|只|人)", r"liang|taels?", "weight", "50"),
    ("克", r"gram(?:me)?s?", "weight", "1"),
    ("磅", r"pounds?|lbs?", "weight", "453.59237"),
    ("盎司", r"ounces?|oz", "weight", "28.349523"),
    ("平方公里|平方千米", r"square (?:kilomet(?:er|re)s?|km)|sq\.? ?km", "area", "1000000"),
    ("平方英里", r"square miles?", "area", "2589988"),
    ("公顷", r"hectares?", "area", "10000"),
    ("亩", r"mu", "area", "666.66667"),
    ("英亩", r"acres?", "area", "4046.8564"),
    ("平方米|平米", r"square met(?:er|re)s?|sq\.? ?m", "area", "1"),
    ("平方英尺", r"square f(?:ee|oo)t|sq\.? ?ft", "area", "0.09290304"),
    ("升", r"lit(?:er|re)s?", "volume", "1"),
    ("毫升", r"millilit(?:er|re)s?|ml", "volume", "0.001"),
    ("加仑", r"gallons?", "volume", "3.785411784"),
)


class _Unit(NamedTuple):
    measure: str
    size: Fraction


_CHINESE = re.compile(" ?[多余]?(?:" + "|".join(f"({zh})" for zh, _, _, _ in _UNITS) + ")")
_ENGLISH = re.compile(r"[ -]?(?:" + "|".join(rf"({en})\b" for _, en, _, _ in _UNITS) + ")", re.IGNORECASE)
_TABLE = tuple(_Unit(measure, Fraction(size)) for _, _, measure, size in _UNITS)
_TOLERANCE = Fraction(1, 25)
"""Share by which a converted amount may be off: people round it."""


class Quantity(NamedTuple):
    measure: str
    unit: Fraction
    low: Fraction
    high: Fraction


def same_quantity(here: Quantity | None, there: Quantity | None) -> bool:
    """Whether two say about the same in different units."""
    if here is None or there is None or here.measure != there.measure or here.unit == there.unit:
        return False
    low, high = here.low * here.unit, here.high * here.unit
    other_low, other_high = there.low * there.unit, there.high * there.unit
    return other_low <= high * (1 + _TOLERANCE) and low <= other_high * (1 + _TOLERANCE)


def quantity_of(number: Number, text: str, side: Side) -> Quantity | None:
    """What a number of `text` measures, by the unit behind it; None where it measures nothing."""
    pattern = _CHINESE if side is Side.SOURCE else _ENGLISH
    found = pattern.match(text, number.span.end)
    if found is None or found.lastindex is None:
        return None
    unit = _TABLE[found.lastindex - 1]
    return Quantity(unit.measure, unit.size, number.low, number.high)
