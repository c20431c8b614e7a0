"""The dates, times and years that an English text names, and what every reading of a number needs."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.model.span import Span
from workbench.text import numerals_english_patterns as pat
from workbench.text.numerals_calendar import FIGURE_DATE, FIGURE_TIME, clock, figure_date, number
from workbench.text.numerals_english_words import DECADES, MONTHS, TENS, UNITS
from workbench.text.numerals_han import plain
from workbench.text.numerals_spoken import read_spoken
from workbench.text.numerals_value import Number, NumberKind

Found = tuple[list[Number], int]
"""Numbers read at a place, and where reading goes on."""


class DateReader:
    """One text, and readers that take an offset in it and give what stands there, or None."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = plain(text)

    def _number(
        self, start: int, end: int, low: Fraction | int, high: Fraction | int | None = None,
        kind: NumberKind = NumberKind.CARDINAL, *, rough: bool = False, alternatives: tuple[Fraction, ...] = (),
        weak: bool = False,
    ) -> Number:  # fmt: skip
        unit = self._currency(start, end) if kind is NumberKind.CARDINAL else ""
        rough = rough or bool(pat.ROUGH_BEFORE.search(self.text, max(0, start - 28), start))
        rough = rough or bool(pat.ROUGH_AFTER.match(self.text, end))
        return Number(
            Span(start, end), self.raw[start:end], Fraction(low), Fraction(low if high is None else high), kind,
            rough, alternatives, weak, unit,
        )  # fmt: skip

    def _currency(self, start: int, end: int) -> str:
        money = pat.CURRENCY.match(self.text, end)
        if money:
            return money.lastgroup or ""
        sign = pat.SIGN.search(self.text, max(0, start - 6), start)
        if sign and sign.group(2):
            return pat.NAMED.get(sign.group(1) or "", pat.SIGNS[sign.group(2)])
        if sign and sign.group(1) and len(sign.group(1)) == 3:
            return pat.NAMED[sign.group(1)]
        return ""

    def _calendar(self, at: int) -> Found | None:
        text = self.text
        if found := FIGURE_DATE.match(text, at):
            return figure_date(self.raw, found), found.end()
        if found := pat.DAY_MONTH.match(text, at):
            following = self._month(found.end())
            if following:
                day = number(self.raw, *found.span(1), int(found.group(1)), NumberKind.DAY)
                return [day, *following[0]], following[1]
        return self._month(at)

    def _month(self, at: int) -> Found | None:
        found = pat.MONTH_DAY.match(self.text, at)
        if not found:
            return None
        name = found.group(1).casefold()
        dated = found.group(2) or found.group(3)
        before = pat.MONTH_CONTEXT.search(self.text, max(0, at - 10), at)
        capital = found.group(1)[0].isupper()
        if not (dated or (before and capital) or (capital and len(name) > 4 and name != "march")):
            return None
        # Translators add the month that a Chinese day leaves to the reader.
        numbers = [number(self.raw, *found.span(1), MONTHS[name], NumberKind.MONTH, weak=True)]
        if found.group(2):
            numbers.append(number(self.raw, *found.span(2), int(found.group(2)), NumberKind.DAY))
        if found.group(3):
            numbers.append(number(self.raw, *found.span(3), int(found.group(3)), NumberKind.YEAR))
        return numbers, found.end()

    def _time(self, at: int) -> Found | None:
        text = self.text
        if found := FIGURE_TIME.match(text, at):
            minutes = int(found.group(1)) * 60 + int(found.group(2))
            end, half = self._half_of_day(found.end())
            return [clock(self.raw, (at, end), minutes, half)], end
        if found := pat.PAST.match(text, at):
            return self._past(found)
        spoken = read_spoken(text, at) if text[at] not in "'’" else None
        if spoken and spoken.value.denominator == 1 and 0 < spoken.value <= 12 and not spoken.ordinal:
            end, half = self._half_of_day(spoken.end)
            if end > spoken.end:
                return [clock(self.raw, (at, end), int(spoken.value) * 60, half, spoken.value)], end
        return None

    def _half_of_day(self, end: int) -> tuple[int, str]:
        if found := pat.HALF_WORDS.match(self.text, end):
            return found.end(), "am" if found.group(1) else "pm"
        if found := pat.HALF_DAY.match(self.text, end):
            later = pat.HALF_WORDS.match(self.text, found.end())
            half = (found.group(1) or "").casefold() + "m" if found.group(1) else ""
            return found.end(), half or (("am" if later.group(1) else "pm") if later else "")
        return end, ""

    def _past(self, found: re.Match[str]) -> Found | None:
        word, direction, hour_word = (found.group(i).casefold() for i in (1, 2, 3))
        minutes = {"half": 30, "quarter": 15}.get(word) or int(
            word if word.isdecimal() else TENS.get(word) or UNITS[word]
        )
        hour = int(hour_word) if hour_word.isdecimal() else UNITS[hour_word]
        if direction == "to" and (word not in ("quarter",) and "minute" not in found.group().casefold()):
            return None  # ten to five is a range as often
        total = hour * 60 + (minutes if direction == "past" else -minutes)
        end, half = self._half_of_day(found.end())
        return [clock(self.raw, (found.start(), max(end, found.end())), total % 1440, half)], max(end, found.end())

    def _decade(self, at: int) -> Found | None:
        text = self.text
        word = re.compile(r"[A-Za-z]+").match(text, at)
        if word and word.group().casefold() in DECADES:
            ten = DECADES[word.group().casefold()]
            return [self._ten_years(at, word.end(), 1900 + ten, ten)], word.end()
        found = pat.DECADE.match(text, at)
        if not found:
            return None
        if found.group(1):
            first = int(found.group(1)) * 10
            return [self._number(at, found.end(), first, first + 9, NumberKind.DECADE)], found.end()
        ten = int(found.group(2)) * 10
        return [self._ten_years(at, found.end(), 1900 + ten, ten)], found.end()

    def _ten_years(self, start: int, end: int, first: int, ten: int) -> Number:
        """The nineties are years, or somebody's age."""
        others = (Fraction(ten), *((Fraction(first + 100),) if ten <= 30 else ()))
        return self._number(start, end, first, first + 9, NumberKind.DECADE, alternatives=others)

    def _year(self, at: int) -> Found | None:
        text = self.text
        if found := pat.YEAR_PAIR.match(text, at):
            first = int(found.group(1))
            second = first // 100 * 100 + int(found.group(2))
            if first < second:
                kind = NumberKind.YEAR
                numbers = [number(self.raw, *found.span(i + 1), year, kind) for i, year in enumerate((first, second))]
                return numbers, found.end()
        if found := pat.SPOKEN_YEAR.match(text, at):
            return self._spoken_year(found)
        if (found := pat.YEAR.match(text, at)) and self._stands_as_year(found):
            return [number(self.raw, *found.span(), int(found.group()), NumberKind.YEAR)], found.end()
        return None

    def _spoken_year(self, found: re.Match[str]) -> Found | None:
        century = 1900 if found.group(1).casefold() == "nineteen" else 2000
        if found.group(2):
            return (
                ([number(self.raw, *found.span(), century, NumberKind.YEAR)], found.end()) if century == 1900 else None
            )
        tail = found.group(3).casefold()
        value = TENS.get(tail, 0) or UNITS.get(tail, 0)
        if value < 10 and "oh" not in found.group().casefold():
            return None  # twenty one
        if tail in TENS and found.group(4):
            value += UNITS[found.group(4).casefold()]
        if tail not in TENS and found.group(4):
            return None
        return [number(self.raw, *found.span(), century + value, NumberKind.YEAR)], found.end()

    def _stands_as_year(self, found: re.Match[str]) -> bool:
        after = self.text[found.end() : found.end() + 12]
        before = self.text[max(0, found.start() - 2) : found.start()]
        return not (pat.COUNTED.match(after) or re.search(r"[$€£¥]", before))
