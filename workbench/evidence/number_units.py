"""Units that stand beside numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.evidence.links import Candidate
from workbench.evidence.values import LinkKind, NumberEvidence
from workbench.evidence.words import Word, english_stem, index_at
from workbench.model.span import Span
from workbench.text.numerals import Number

_UNITS = """
欧元: euro euros eur
美元: dollar dollars usd
英镑: pound pounds gbp
日元: yen jpy
港元: dollar dollars hkd
卢布: rouble ruble roubles rubles
元: yuan rmb cny
公里: kilometre kilometer kilometres kilometers km
千米: kilometre kilometer kilometres kilometers km
厘米: centimetre centimeter centimetres centimeters cm
毫米: millimetre millimeter millimetres millimeters mm
平方米: square
立方米: cubic
米: metre meter metres meters
公斤: kilogram kilograms kilo kilos kg
千克: kilogram kilograms kilo kilos kg
吨: ton tons tonne tonnes
克: gram grams
公顷: hectare hectares
亩: mu
升: litre liter litres liters
小时: hour hours
分钟: minute minutes
秒: second seconds
个月: month months
周: week weeks
天: day days
岁: year years old aged age
年: year years
人: people persons person
"""
_SIGNS = {"€": ("欧元",), "£": ("英镑",), "$": ("美元", "港元"), "¥": ("元", "日元"), "\uffe5": ("元", "日元")}
_BEHIND = 4
"""Characters behind a numeral in which its unit begins or lies."""


@cache
def _units() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = (line.partition(": ") for line in _UNITS.strip().splitlines())
    return tuple((zh, frozenset(map(english_stem, english.split()))) for zh, _, english in rows)


def unit_links(
    source_text: str, target_text: str, source: Sequence[Word], target: Sequence[Word], numbers: NumberEvidence
) -> list[Candidate]:
    """Links of the units beside matched numbers, if both sides say the same: 元 and `yuan`, 欧元 and a sign."""
    found = []
    for ours, theirs in numbers.matched:
        at = _unit(source_text, ours)
        if at is None:
            continue
        zh = at.of(source_text)
        i, j = index_at(source, at.start), index_at(target, theirs.span.end)
        number = index_at(target, theirs.span.start)
        if i is None or number is None:
            continue
        stems = dict(_units())[zh]
        behind = [k for k in range(number, min(len(target), (j or number) + 2)) if target[k].key in stems]
        signs = _SIGNS.get(target_text[max(0, theirs.span.start - 1) : theirs.span.start], ())
        if behind:
            found.append(Candidate(2.0, i, (behind[0],), 1.0, LinkKind.NUMBER))
        elif zh in signs:
            found.append(Candidate(2.0, i, (number,), 1.0, LinkKind.NUMBER))
    return found


def _unit(text: str, number: Number) -> Span | None:
    """The unit in a number or behind it: the one that ends it, else the one that begins behind it."""
    behind = text[number.span.end : number.span.end + _BEHIND]
    for zh, _ in _units():
        if behind.startswith(zh):
            return Span(number.span.end, number.span.end + len(zh))
    for zh, _ in _units():
        if number.span.of(text).endswith(zh):
            return Span(number.span.end - len(zh), number.span.end)
    return None


def cover_units(text: str, target: Sequence[Word], cover: list[float]) -> None:
    """Counts the units of the translation as accounted for that the source names anywhere: `almost a metre`, 近一米."""
    said = {stem for zh, stems in _units() if zh in text for stem in stems}
    for j, word in enumerate(target):
        if not cover[j] and word.weight and word.key in said:
            cover[j] = 1.0
