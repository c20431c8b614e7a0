"""The numbers that an English text names."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text import numerals_english_patterns as pat
from workbench.text.numerals_calendar import FIGURE_DATE, FIGURE_TIME
from workbench.text.numerals_english_dates import DateReader, Found
from workbench.text.numerals_english_words import (
    MULTIPLES,
    SCALES,
    SPANS,
    SUFFIXES,
    VAGUE,
)
from workbench.text.numerals_spoken import Spoken, read_spoken
from workbench.text.numerals_value import Number, NumberKind


def english_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of an English text in order, without overlap. Time is linear in the text."""
    return tuple(_Reader(text).read())


class _Reader(DateReader):
    """One pass over a text; every reader takes an offset and gives what stands there, or None."""

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
        readers = (
            self._calendar,
            self._time,
            self._decade,
            self._year,
            self._vague,
            self._multiple,
            self._roman,
            self._amount,
        )
        for reader in readers:
            result = reader(at)
            if result is not None:
                return result
        return [], at + 1

    def _vague(self, at: int) -> Found | None:
        """dozens, hundreds of thousands, several hundred, a few."""
        found = pat.VAGUE.match(self.text, at)
        if not found:
            return None
        if found.group(1):
            return self._vague_plural(found)
        scale = Fraction(1)
        for group in (5, 6, 7, 8):
            word = (found.group(group) or "").casefold()
            scale *= {"": 1, "hundred": 100, "dozen": 12}.get(word) or SCALES.get(word) or SPANS[word]
        if (found.group(8) or "").casefold() in ("decade", "century"):
            return [self._number(at, found.end(), scale, weak=True)], found.end()
        couple = (found.group(4) or "").casefold() == "couple"
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
        weak = name in ("double", "triple", "quadruple")  # as adjectives they count as little as 双
        return [self._number(at, word.end(), value, kind=NumberKind.MULTIPLE, weak=weak)], word.end()

    def _roman(self, at: int) -> Found | None:
        """Chapter VI, World War II."""
        found = pat.ROMAN.match(self.text, at)
        if not found:
            return None
        values = [{"I": 1, "V": 5, "X": 10}[ch] for ch in found.group(1)]
        following = [*values[1:], 0]
        value = sum(-here if here < after else here for here, after in zip(values, following, strict=True))
        return [self._number(*found.span(1), value, kind=NumberKind.ORDINAL, weak=True)], found.end()

    def _amount(self, at: int) -> Found | None:
        if found := pat.AND_A_HALF.match(self.text, at):
            value, name = Fraction(3, 2), found.group(1).casefold()
            return [self._number(*found.span(), value * SPANS.get(name, 1))], found.end()
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
        century = pat.CENTURY.match(self.text, end)
        kind = NumberKind.CENTURY if century else NumberKind.ORDINAL
        weak = spoken.words == 1 and spoken.value <= 2
        number_there = self._number(spoken.start, end, spoken.value, kind=kind, weak=weak)
        return [number_there], century.end() if century else end

    def _fraction(self, spoken: Spoken) -> Found:
        """A half and a quarter are also times of play and of the year, and a third may be the third one."""
        text, end = self.text, spoken.end
        if scale := pat.OF_SCALE.match(text, end):
            name = (scale.group(1) or scale.group(2)).casefold()
            factor = 100 if name == "hundred" else SCALES.get(name) or SPANS[name]
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
        if re.search("%|per", link.group(), re.IGNORECASE) and self._share(second.end)[0] is not NumberKind.PERCENT:
            return None  # fell 6% to 14,422
        low, high = first.value, self._suffixed(second)
        factor = self._shared_scale(second)
        if not first.scaled and low * factor < high[0]:
            low *= factor
        if low >= high[0] or (first.words and not second.words):
            return None
        kind, base, end = self._share(high[1])
        rough = " or " in link.group()
        return [self._number(first.start, end, low / base, high[0] / base, kind, rough=rough)], end

    def _lent(self, first: Spoken) -> Found | None:
        """The 10 of `between 10 and 20 percent`, the 3 of `from 3 to 5 million`: they have what the second has."""
        text = self.text
        link = pat.LENT.match(text, first.end)
        if not link or first.scaled or not pat.FROM.search(text, max(0, first.start - 24), first.start):
            return None
        second = read_spoken(text, link.end())
        if second is None or second.ordinal or second.fraction:
            return None
        kind, base, _ = self._share(second.end)
        value = first.value
        factor = self._shared_scale(second)
        if value * factor < second.value:
            value *= factor
        if kind is NumberKind.CARDINAL and value == first.value:
            return None
        return [self._number(first.start, first.end, value / base, kind=kind)], first.end

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
        if money or (letter in "kK" and not spaced and spoken.value >= 1) or (letter in "MBT" and not spaced):
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
        if lent := self._lent(spoken):
            return lent
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
        if spoken.words == 1 and spoken.scaled and not spoken.digits and " " not in text[spoken.start : spoken.end]:
            return [], end  # parts per million
        if span := pat.SPAN.match(text, end):
            value *= SPANS[span.group(1).casefold()]
            return [self._number(spoken.start, span.end(), value, weak=spoken.value <= 1)], span.end()
        alternatives = (spoken.value / 100,) if pat.POINTS.match(text, end) else ()
        if value == spoken.value and re.match(r" ?m\b", text[end : end + 3]) and not spoken.words:
            alternatives = (value * 10**6,)
        # Small numbers in words render 双, 三维 and 四足 too; a wrong one shows on the Chinese side.
        weak = spoken.words == 1 and not spoken.digits and spoken.value <= 10
        return [self._number(spoken.start, end, value, alternatives=alternatives, weak=weak)], end
