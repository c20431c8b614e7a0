"""The numbers that an English text names."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.model.span import Span
from workbench.text import numerals_english_patterns as pat
from workbench.text.numerals_calendar import FIGURE_DATE, FIGURE_TIME, clock, figure_date, number
from workbench.text.numerals_english_words import DECADES, MONTHS, MULTIPLES, SCALES, SUFFIXES, TENS, UNITS, VAGUE
from workbench.text.numerals_han import plain
from workbench.text.numerals_spoken import Spoken, read_spoken
from workbench.text.numerals_value import Number, NumberKind

Found = tuple[list[Number], int]
"""Numbers read at a place, and where reading goes on."""


def english_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of an English text in order, without overlap. Time is linear in the text."""
    return tuple(_Reader(text).read())


class _Reader:
    """One pass over a text; every reader takes an offset and gives what stands there, or None."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = plain(text)

    def read(self) -> list[Number]:
        found: list[Number] = []
        barred = [m.span() for m in pat.NONE.finditer(self.text)]
        at = k = 0
        while start := pat.START.search(self.text, at):
            at = start.start()
            while k < len(barred) and barred[k][1] <= at:
                k += 1
            if k < len(barred) and barred[k][0] <= at and not FIGURE_DATE.match(self.text, at):
                at = max(barred[k][1], at + 1)
                continue
            numbers, end = self._read_at(at)
            found.extend(numbers)
            at = max(end, at + 1)
        return found

    def _read_at(self, at: int) -> Found:
        readers = (self._calendar, self._time, self._decade, self._year, self._vague, self._multiple, self._amount)
        for reader in readers:
            result = reader(at)
            if result is not None:
                return result
        return [], at + 1

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
        if not found or not found.group(1)[0].isupper():
            return None
        name = found.group(1).casefold()
        before = pat.MONTH_CONTEXT.search(self.text, max(0, at - 10), at)
        if name in ("may", "march", "mar", "sep", "jan", "dec") and not (before or found.group(2) or found.group(3)):
            return None
        numbers = [number(self.raw, *found.span(1), MONTHS[name], NumberKind.MONTH)]
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

    def _vague(self, at: int) -> Found | None:
        """dozens, hundreds of thousands, several hundred, a few."""
        found = pat.VAGUE.match(self.text, at)
        if not found:
            return None
        if found.group(1):
            return self._vague_plural(found)
        scale = Fraction(1)
        for group in (5, 6):
            word = (found.group(group) or "").casefold()
            scale *= {"": 1, "hundred": 100, "dozen": 12}.get(word) or SCALES[word]
        couple = found.group(4).casefold() == "couple"
        low, high = (2 * scale, 2 * scale) if couple else (2 * scale, 10 * scale - 1)
        return [self._number(at, found.end(), low, high, rough=True, weak=scale == 1)], found.end()

    def _vague_plural(self, found: re.Match[str]) -> Found:
        words = [found.group(i).casefold() for i in (1, 2, 3) if found.group(i)]
        low, high = (Fraction(value) for value in VAGUE[words[0]])
        if len(words) > 1 and words[0] != words[1]:
            factor = SCALES.get(words[-1][:-1], 1)
            low, high = (Fraction(10) if words[0] == "tens" else low) * factor, (high + 1) * factor - 1
        elif words[0] == "tens":
            return [], found.end()
        return [self._number(*found.span(), low, high, rough=True)], found.end()

    def _multiple(self, at: int) -> Found | None:
        word = re.compile("[A-Za-z]+").match(self.text, at)
        name = word.group().casefold() if word else ""
        if not word or name not in (MULTIPLES.keys() | {"both", "once"}):
            return None
        if name in ("both", "once"):
            return [self._number(at, word.end(), 2 if name == "both" else 1, weak=True)], word.end()
        factor = MULTIPLES[name]
        value = Fraction(factor) if factor > 0 else Fraction(1, -factor)
        if name == "double" and re.match(
            "[- ](?:standard|check|click|edged|decker|bed|room|eleven|11|track)",
            self.text[word.end() :][:12],
            re.IGNORECASE,
        ):
            return [], word.end()
        return [self._number(at, word.end(), value, kind=NumberKind.MULTIPLE)], word.end()

    def _amount(self, at: int) -> Found | None:
        spoken = read_spoken(self.text, at) if self.text[at] not in "'’" else None
        if spoken is None:
            return None
        if spoken.ordinal:
            return self._ordinal(spoken)
        if spoken.fraction:
            return self._fraction(spoken)
        if not spoken.words and (end := pat.ORDINAL_END.match(self.text, spoken.end)):
            return self._ordinal(Spoken(at, end.end(), spoken.value, 0, ordinal=True))
        return self._range(spoken) or self._single(spoken)

    def _ordinal(self, spoken: Spoken) -> Found:
        end = spoken.end
        kind = NumberKind.CENTURY if pat.CENTURY.match(self.text, end) else NumberKind.ORDINAL
        weak = spoken.words == 1 and spoken.value <= 2
        return [self._number(spoken.start, end, spoken.value, kind=kind, weak=weak)], end

    def _fraction(self, spoken: Spoken) -> Found:
        """A half and a quarter are also times of play and of the year, and a third may be the third one."""
        text, end = self.text, spoken.end
        if scale := pat.OF_SCALE.match(text, end):
            factor = 100 if scale.group(1).casefold() == "hundred" else SCALES[scale.group(1).casefold()]
            return [self._number(spoken.start, scale.end(), spoken.value * factor)], scale.end()
        if share := pat.SHARE_OF_ONE.match(text, end):
            kind = NumberKind.POINTS if share.group(1) else NumberKind.PERCENT
            return [self._number(spoken.start, share.end(), spoken.value / 100, kind=kind)], share.end()
        before = text[max(0, spoken.start - 8) : spoken.start]
        if re.search(r"(?:first|second|latter|other|third|fourth|last|this|each|per)[ -]\Z", before, re.IGNORECASE):
            return [], end
        plain_words = text[spoken.start : end].casefold()
        doubtful = plain_words in ("half", "quarter") or (plain_words.startswith("a ") and not pat.OF.match(text, end))
        return [self._number(spoken.start, end, spoken.value, kind=NumberKind.FRACTION, weak=doubtful)], end

    def _range(self, first: Spoken) -> Found | None:
        """20-30, 20 to 30, two or three hundred, $3-5 million: one number with two ends."""
        text = self.text
        link = pat.LINK.match(text, first.end)
        if not link or (pat.FROM.search(text, max(0, first.start - 24), first.start) and "to" in link.group()):
            return None
        start = link.end() + (text[link.end() : link.end() + 1] in ("$", "€", "£", "¥"))
        if start >= len(text) or not (text[start].isdecimal() or text[start].isalpha()):
            return None
        second = read_spoken(text, start)
        if second is None or second.ordinal or second.fraction or text[second.end : second.end + 1] in ("-", "/", ":"):
            return None
        if pat.ORDINAL_END.match(text, second.end) or FIGURE_TIME.match(text, start):
            return None
        low, high = first.value, self._suffixed(second)
        factor = self._shared_scale(second)
        if not first.scaled and low * factor < high[0]:
            low *= factor
        if low >= high[0] or (first.words and not second.words):
            return None
        kind, base, end = self._share(high[1])
        rough = " or " in link.group()
        return [self._number(first.start, end, low / base, high[0] / base, kind, rough=rough)], end

    def _shared_scale(self, second: Spoken) -> Fraction:
        words = re.findall("[a-z]+", self.text[second.start : second.end].casefold())
        factor = Fraction(1)
        for word in reversed(words):
            scale = 100 if word == "hundred" else 12 if word == "dozen" else SCALES.get(word)
            if scale is None:
                break
            factor *= scale
        if not words and (suffix := pat.SUFFIX.match(self.text, second.end)):
            factor = Fraction(SUFFIXES[suffix.group(1).casefold()])
        return factor

    def _suffixed(self, spoken: Spoken) -> tuple[Fraction, int]:
        """The value with a suffix such as k, and where it ends; only money makes m and b certain."""
        suffix = None if spoken.words else pat.SUFFIX.match(self.text, spoken.end)
        if suffix is None:
            return spoken.value, spoken.end
        letter = suffix.group(1)
        spaced = suffix.group().startswith(" ")
        money = bool(self._currency(spoken.start, spoken.end + 1))
        if money or (letter in "kK" and not spaced) or (letter in "MBT" and not spaced):
            return spoken.value * SUFFIXES[letter.casefold()], suffix.end()
        return spoken.value, spoken.end

    def _share(self, end: int) -> tuple[NumberKind, int, int]:
        after = pat.SHARE.match(self.text, end)
        if after is None:
            return NumberKind.CARDINAL, 1, end
        if after.group(3) or after.group(4):
            return NumberKind.POINTS, 100 if after.group(3) else 10_000, after.end()
        return NumberKind.PERCENT, 1000 if after.group(1) == "‰" else 100, after.end()

    def _single(self, spoken: Spoken) -> Found:
        text = self.text
        kind, base, end = self._share(spoken.end)
        if kind is not NumberKind.CARDINAL:
            return [self._number(spoken.start, end, spoken.value / base, kind=kind)], end
        if times := pat.TIMES.match(text, spoken.end):
            before = pat.GROWN.search(text, max(0, spoken.start - 40), spoken.start)
            grown = (
                bool(before or pat.MORE_THAN.match(text, times.end()))
                and " to " not in text[max(0, spoken.start - 5) : spoken.start]
            )
            alternatives = (spoken.value + 1,) if grown else ()
            kind = NumberKind.MULTIPLE
            return [
                self._number(spoken.start, times.end(), spoken.value, kind=kind, alternatives=alternatives)
            ], times.end()
        value, end = self._suffixed(spoken)
        alternatives = (spoken.value / 100,) if pat.POINTS.match(text, end) else ()
        if value == spoken.value and re.match(r" ?m\b", text[end : end + 3]) and not spoken.words:
            alternatives = (value * 10**6,)
        weak = spoken.words == 1 and spoken.value <= 1
        return [self._number(spoken.start, end, value, alternatives=alternatives, weak=weak)], end
