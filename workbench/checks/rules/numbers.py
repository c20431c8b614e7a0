"""Numbers, compared by value and not by digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side

if TYPE_CHECKING:
    from workbench.evidence.values import NumberEvidence
    from workbench.text.numerals import Number

_TRIFLES = frozenset((Fraction(0), Fraction(1), Fraction(2)))
"""Values that Chinese and English say in words that are hardly numbers: 一种, 两端, both, once, single."""

_MOST = 200
"""Missing numbers that are told of one segment: with more of them it is no translation, or no sentence."""


class NumberMismatch(Check):
    id = "number.mismatch"
    name = "Another number"
    description = (
        "A number of the translation has another value than the one of the source (34.81万亿 is 34.81 trillion)."
    )
    severity = Severity.MAJOR
    fires = (
        Example("Only 187 species were registered within 12 days.", "12天内登记的只有190种。", "187"),
        Example("The market was worth 3.481 billion yuan.", "市场规模达34.81万亿元。", "3.481 billion"),
        Example("Sales rose by 13% in 2019.", "2019年销售额增长了30%。", "13%"),
        Example("Sales have tripled.", "销售额翻了一番。", "tripled"),
        Example("Fry for ten minutes.", "炒一分钟。", "ten"),
    )
    quiet = (
        Example("The market was worth 34.81 trillion yuan.", "市场规模达34.81万亿元。"),
        Example("About a third of the 12 million users left.", "1200万用户中约三分之一离开了。"),
        Example("A wave, a new B2C model, and both ends.", "一波、一种新的B2C模式、两端。"),
        Example("He weighs 130 pounds.", "他体重六十公斤。"),
        Example("Thanks to Ann, Bob and twelve others.", "感谢安、鲍勃等十四人。"),
        Example("It costs 0.3 yuan more, or 30 cents.", "贵了三毛钱，也就是三毛钱。"),
        Example("Cook for a minute, and then for 60 seconds more.", "煮一分钟，再煮一分钟。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        numbers = context.numbers(seg)
        added = list(numbers.added)
        alone = []
        for number in numbers.missing[:_MOST]:
            if _is_written(number, seg.target):
                continue
            at = _counterpart(number, added, seg)
            if at is None:
                alone.append(number)
                continue
            other = added.pop(at)
            if not _is_rounded(number, other) and not _counts_the_others(number, other, seg):
                yield self._finding(seg, number, other)
        for number, other in _trifles_of_time(numbers, seg, alone):
            yield self._finding(seg, number, other)

    def _finding(self, seg: CheckedSegment, number: Number, other: Number) -> Finding:
        return self.in_target(
            seg,
            other.span,
            f"The source has {number.quote}, which is another value than {other.quote}.",
            source=number.span,
            confidence=0.9 if number.kind == other.kind else 0.75,
            suggestions=_suggested(number, other, seg.target),
        )


class NumberMissing(Check):
    id = "number.missing"
    name = "Number lost"
    description = "A number of the source has no equal in the translation, and no other number in its place."
    severity = Severity.MAJOR
    fires = (Example("Sales rose sharply in 2019.", "2019年销售额增长了37%。", "37%"),)
    quiet = (
        Example("This wave is a new one for both sides.", "这一波对两端都是新的。"),
        Example("Sales tripled in 2019.", "2019年销售额增长了两倍。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        numbers = context.numbers(seg)
        added = list(numbers.added)
        for number in numbers.missing[:_MOST]:
            at = _counterpart(number, added, seg)
            if at is not None:
                del added[at]
            elif any(_counts_the_others(number, one, seg) for one in numbers.target[:_MOST]):
                continue
            elif _is_told_in_digits(number) and not _is_said_already(number, numbers, seg.target):
                yield self.in_source(
                    seg,
                    number.span,
                    f"{number.quote} is not in the translation.",
                    target_at=belongs_at(seg, context, number.span),
                    confidence=0.8,
                )


class NumberAdded(Check):
    id = "number.added"
    name = "Number without a source"
    description = "A number of the translation has no equal in the source."
    severity = Severity.MINOR
    default_on = False
    fires = (Example("Sales rose by 37% in May.", "五月销售额增长。", "37%"),)
    quiet = (Example("Sales rose once in May.", "五月销售额增长了一次。"),)

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        numbers = context.numbers(seg)
        if any(_counterpart(number, numbers.added, seg) is not None for number in numbers.missing[:_MOST]):
            return
        for number in numbers.added:
            if _is_told_in_digits(number):
                yield self.in_target(seg, number.span, f"{number.quote} is not in the source.", confidence=0.6)


def _is_told_in_digits(number: Number) -> bool:
    return any(c.isdigit() for c in number.quote)


def _is_trifle(number: Number) -> bool:
    return not _is_told_in_digits(number) and number.low in _TRIFLES and number.kind != "multiple"


def _trifles_of_time(
    numbers: NumberEvidence, seg: CheckedSegment, alone: Sequence[Number]
) -> Iterable[tuple[Number, Number]]:
    """(source, target) where a trifle counts a unit of time that another number of the translation counts."""
    from workbench.evidence.durations import length_of

    trifles = [number for number in numbers.source[:_MOST] if number.weak or _is_trifle(number)]
    trifles += alone
    free = list(numbers.target[:_MOST]) if trifles else []
    matched = {ours.span for ours, _ in numbers.matched}
    answered = {theirs.span for _, theirs in numbers.matched}
    free = [other for other in free if other.span not in answered]
    for number in trifles:
        if number.span in matched or not free:
            continue
        length = length_of(number, seg.source, Side.SOURCE)
        if length is None:
            continue
        for other in free:
            there = length_of(other, seg.target, Side.TARGET)
            if there and (there.measure, there.unit) == (length.measure, length.unit) and other.low != number.low:
                free.remove(other)
                yield number, other
                break


_OTHERS = re.compile(
    r"\s+(?:\w+\s+)?(?:other|more|further|additional|remaining|of (?:his|her|its|their))", re.IGNORECASE
)
_OTHERS_ZH = re.compile("(?:其他|其它|其余|另外|另|剩下的?)$")
_NAMED = 6
"""At most so many are named beside those that are counted."""


def _counts_the_others(number: Number, other: Number, seg: CheckedSegment) -> bool:
    """Whether one side counts all and the other those that it did not name: 甲、乙等十四人, and twelve others."""
    if 0 < number.low - other.low <= _NAMED:
        return bool(_OTHERS.match(seg.target, other.span.end)) or "other" in _before(seg.target, other)
    if 0 < other.low - number.low <= _NAMED:
        return bool(_OTHERS_ZH.search(_before(seg.source, number)))
    return False


def _before(text: str, number: Number) -> str:
    return text[max(0, number.span.start - 8) : number.span.start]


def _is_written(number: Number, target: str) -> bool:
    """Whether the very digits stand in the translation, in a writing that was not understood."""
    match = re.fullmatch(r"\D{0,2}?([0-9][0-9.]*)\s*[%\uff05]?", number.quote)
    if not match:  # with 万 or 亿 the digits say nothing of the value
        return False
    digits = re.escape(match.group(1))
    return re.search(rf"(?<![0-9.,]){digits}(?![0-9]|[.,][0-9]|\s*(?:\w?illion|thousand|hundred))", target) is not None


def _is_said_already(number: Number, numbers: NumberEvidence, target: str) -> bool:
    """Whether the translation has the value once, and the source says it again: 9月27日电 … 27日."""
    if _is_written(number, target):
        return True
    return any(ours.low == number.low and ours.high == number.high for ours, _ in numbers.matched)


def _counterpart(number: Number, added: Sequence[Number], seg: CheckedSegment) -> int | None:
    """Index of the number that stands in the place of a missing one: of its kind, and the nearest."""
    if not added or _is_trifle(number):
        return None
    from workbench.evidence.numbers import around

    place = number.span.start * (len(seg.target) / max(1, len(seg.source)))
    fit = [
        (other.kind != number.kind, abs(other.span.start - place), at)
        for at in around(place, added)
        if not _is_trifle(other := added[at]) and _is_like(number, other) and _fits_in_size(number, other)
    ]
    return min(fit)[2] if fit else None


def _is_rounded(number: Number, other: Number) -> bool:
    """Whether the other number is the same with fewer digits: 329.29万 as 3.293 million."""
    if number.approximate and _CENTURY_WORDS.search(other.quote) and number.low and other.low:
        return Fraction(3, 4) <= other.low / number.high and other.low / number.low <= Fraction(4, 3)
    digits = len(re.sub(r"[^0-9]", "", other.quote).strip("0"))
    if digits < 2 or number.low != number.high or not number.low or not other.low:
        return False
    unit = Fraction(10) ** (len(str(int(abs(other.low)))) - digits) if other.low >= 1 else Fraction(0)
    return bool(unit) and abs(number.low - other.low) < unit and digits < len(re.sub(r"[^0-9]", "", number.quote))


_CENTURY_WORDS = re.compile("centur|decade|dozen|score", re.IGNORECASE)
_SPOKEN = 12
"""Up to here numbers are often said in words, in both languages, and stand in names and idioms."""


def _fits_in_size(number: Number, other: Number) -> bool:
    return _is_told_in_digits(number) or number.low > _SPOKEN or other.low <= _SPOKEN


_DATES = frozenset(("year", "date", "time", "decade", "ordinal"))


def _is_like(number: Number, other: Number) -> bool:
    """Kinds that may stand for each other; a year is never a wrong percentage."""
    return number.kind == other.kind or (str(number.kind) not in _DATES and str(other.kind) not in _DATES)


def _suggested(number: Number, other: Number, target: str) -> tuple[str, ...]:
    """The right value in the writing of the wrong one, where that is safe."""
    from workbench.text.numerals_writing import written_like

    written = written_like(number, other, target)
    return () if written is None else (written,)
