"""Numbers that are right and count something else: another currency, another unit of measurement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

if TYPE_CHECKING:
    from workbench.text.numerals import Number


class NumberUnit(Check):
    id = "number.unit"
    name = "Another unit"
    description = "A number has the right value, and another currency or unit of measurement behind it (80斤 is 40 kg)."
    severity = Severity.MAJOR
    fires = (
        Example("It weighs 80 kilograms.", "它重80斤。", "80 kilograms"),
        Example("They paid 3 million yuan.", "他们付了300万美元。", "3 million yuan"),
    )
    quiet = (
        Example("It weighs 80 jin, or 40 kilograms.", "它重80斤，即40公斤。"),
        Example("They paid 3 million U.S. dollars, or $3m.", "他们付了300万美元。"),
        Example("Half a pound of rice, a 5-yuan note.", "半磅米，一张五块钱。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        from workbench.evidence.measures import quantity_of, same_quantity

        numbers = context.numbers(seg)
        for ours, theirs in numbers.matched:
            here, there = quantity_of(ours, seg.source, Side.SOURCE), quantity_of(theirs, seg.target, Side.TARGET)
            if (ours.unit and theirs.unit and not _is_same_money(ours, theirs, seg) and ours.low == theirs.low) or (
                here
                and there
                and (here.measure, here.low) == (there.measure, there.low)
                and here.unit != there.unit
                and not same_quantity(here, there)
            ):
                yield self._finding(seg, ours, theirs)

    def _finding(self, seg: CheckedSegment, ours: Number, theirs: Number) -> Finding:
        here, there = _with_unit(seg.source, ours, _UNIT_ZH), _with_unit(seg.target, theirs, _UNIT_EN)
        return self.in_target(
            seg,
            there,
            f"The source says {here.of(seg.source)}, which is another unit.",
            source=here,
            confidence=0.85,
        )


def _is_same_money(ours: Number, theirs: Number, seg: CheckedSegment) -> bool:
    dollars = {"USD", "HKD", "AUD", "CAD", "TWD", "SGD", "NZD"}
    signed = seg.target[max(0, theirs.span.start - 2) : theirs.span.start].rstrip()[-1:] == "$"
    return ours.unit == theirs.unit or (signed and ours.unit in dollars)


_UNIT_ZH = re.compile(
    r"\s?[^\W\d]{1,4}?(?:元|斤|克|米|里|吨|亩|磅|尺|寸|公顷|钱|块|镑|盎司|升|加仑|卢布|法郎|两|丈|码)"
)
_UNIT_EN = re.compile(r"[ -]?(?:U\.?S\.? |US )?(?:square )?[^\W\d]+")


def _with_unit(text: str, number: Number, unit: re.Pattern[str]) -> Span:
    found = unit.match(text, number.span.end)
    return Span(number.span.start, found.end()) if found else number.span
