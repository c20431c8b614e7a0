"""Numbers that are right and count something else: another currency, another unit of measurement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.units import Counted, counted, in_words, written_with
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.text.numerals import NumberKind

if TYPE_CHECKING:
    from workbench.evidence.values import NumberEvidence
    from workbench.text.numerals import Number


class NumberUnit(Check):
    id = "number.unit"
    name = "Another unit"
    description = "A number has the right value and counts something else: months for weeks, yuan for percent."
    severity = Severity.MAJOR
    fires = (
        Example("It weighs 80 kilograms.", "它重80斤。", "80 kilograms"),
        Example("They paid 3 million yuan.", "他们付了300万美元。", "3 million yuan"),
        Example("The study lasted 52 months.", "研究历时52周。", "52 months"),
        Example("It rose by 8.3 yuan.", "增长了8.3%。", "8.3 yuan"),
        Example("It costs 80 percent.", "价格是80元。", "80 percent"),
        Example("She was away for two weeks.", "她离开了两天。", "two weeks"),
        Example("Sixty times joined.", "有六十人参加。", "Sixty times"),
    )
    quiet = (
        Example("It weighs 80 jin, or 40 kilograms.", "它重80斤，即40公斤。"),
        Example("They paid 3 million U.S. dollars, or $3m.", "他们付了300万美元。"),
        Example("Half a pound of rice, a 5-yuan note.", "半磅米，一张五块钱。"),
        Example("He is 52 years old, and stayed for 7 days or for a week.", "他52岁，住了7天，也就是一周。"),
        Example("It took 12 months, 24 hours a day.", "花了12个月，每天24小时。"),
        Example("It rose by 8.3 percent to 8.3 yuan.", "上涨8.3%，达到8.3元。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        numbers = context.numbers(seg)
        for ours, theirs in (*numbers.matched, *_same_digits(numbers)):
            here, there = counted(ours, seg.source, Side.SOURCE), counted(theirs, seg.target, Side.TARGET)
            if here and there and here.unit != there.unit and _are_sure(ours, theirs, here, there):
                if not _is_same_money(ours, theirs, seg) and not _is_said_elsewhere(numbers, here, there, ours, seg):
                    yield self._finding(seg, here, there)
            elif (here is None or there is None) and _measures_otherwise(ours, theirs, seg):
                spans = (_with_unit(seg.source, ours, _UNIT_ZH), _with_unit(seg.target, theirs, _UNIT_EN))
                yield self._told(seg, *spans, "which is another unit", ())

    def _finding(self, seg: CheckedSegment, here: Counted, there: Counted) -> Finding:
        unit = in_words(here.unit)
        said = there.span.of(seg.target)
        right = written_with(here.unit, there, seg.target)
        why = f"which counts {unit}; \u201c{said}\u201d counts {in_words(there.unit)}"
        return self._told(seg, here.span, there.span, why, (right,) if right else ())

    def _told(self, seg: CheckedSegment, here: Span, there: Span, why: str, right: Sequence[str]) -> Finding:
        return self.in_target(
            seg,
            there,
            f"The source says {here.of(seg.source)}, {why}.",
            source=here,
            suggestions=right,
            confidence=0.85,
        )


_TWO = 2
_MOST = 40
"""Numbers of one segment that are compared each with each."""


def _same_digits(numbers: NumberEvidence) -> Iterator[tuple[Number, Number]]:
    """Numbers in the same digits of which one is a share: 8.3% and 8.3 yuan."""
    added = list(numbers.added[:_MOST])
    for ours in numbers.missing[:_MOST] if added else ():
        for theirs in added:
            kinds = (ours.kind is NumberKind.PERCENT) - (theirs.kind is NumberKind.PERCENT)
            if kinds and (ours.low * 100 == theirs.low if kinds > 0 else ours.low == theirs.low * 100):
                added.remove(theirs)
                yield ours, theirs
                break


def _are_sure(ours: Number, theirs: Number, here: Counted, there: Counted) -> bool:
    """Whether the digits are the same, so that nothing was converted, and both are counts."""
    if ours.weak and theirs.weak and ours.low != _TWO:
        return False  # 一天 is one day, once, some day
    shares = {ours.kind, theirs.kind} & {NumberKind.PERCENT}
    if shares and ours.kind is theirs.kind:
        return False
    loose = {here.unit, there.unit}
    if loose <= {"people", "times"} and "people" in loose and "times" in loose:
        return True
    if {"degrees", "times"} == loose or {"pounds", "GBP"} == loose:
        return False  # 三度 is three times, too
    return bool(shares) or ours.low == theirs.low


def _is_said_elsewhere(
    numbers: NumberEvidence, here: Counted, there: Counted, ours: Number, seg: CheckedSegment
) -> bool:
    """Whether the number stands a second time, with the unit that is missed or the one that is accused."""
    values = {ours.low, ours.low * 100, ours.low / 100}
    return any(
        number.low in values and (found := counted(number, text, side)) is not None and found.unit == unit
        for side, text, all_numbers, unit in (
            (Side.SOURCE, seg.source, numbers.source, there.unit),
            (Side.TARGET, seg.target, numbers.target, here.unit),
        )
        for number in all_numbers[:_MOST]
    )


def _measures_otherwise(ours: Number, theirs: Number, seg: CheckedSegment) -> bool:
    """Whether units that only the table of measures has (丈, gallons) differ, though the digits are the same."""
    from workbench.evidence.measures import quantity_of, same_quantity

    here, there = quantity_of(ours, seg.source, Side.SOURCE), quantity_of(theirs, seg.target, Side.TARGET)
    return (
        here is not None
        and there is not None
        and (here.measure, here.low) == (there.measure, there.low)
        and here.unit != there.unit
        and not same_quantity(here, there)
    )


def _is_same_money(ours: Number, theirs: Number, seg: CheckedSegment) -> bool:
    dollars = {"USD", "HKD", "AUD", "CAD", "TWD", "SGD", "NZD"}
    signed = seg.target[max(0, theirs.span.start - 2) : theirs.span.start].rstrip()[-1:] == "$"
    if not (ours.unit and theirs.unit):
        return False
    return ours.unit == theirs.unit or (signed and ours.unit in dollars)


_UNIT_ZH = re.compile(
    r"\s?[^\W\d]{1,4}?(?:元|斤|克|米|里|吨|亩|磅|尺|寸|公顷|钱|块|镑|盎司|升|加仑|卢布|法郎|两|丈|码)"
)
_UNIT_EN = re.compile(r"[ -]?(?:U\.?S\.? |US )?(?:square )?[^\W\d]+")


def _with_unit(text: str, number: Number, unit: re.Pattern[str]) -> Span:
    found = unit.match(text, number.span.end)
    return Span(number.span.start, found.end()) if found else number.span
