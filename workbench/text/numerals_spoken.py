"""The values of English numerals in words, in digits, or in both: three point five million, 3.481 billion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from workbench.text.numerals_english_words import ORDINALS, PARTS, SCALES, TENS, UNITS
from workbench.text.numerals_han import DIGITS

_DIGITS = re.compile(DIGITS)
_WORD = re.compile(r"[A-Za-z]{1,12}")
_GAP = re.compile(r"(?:[ \u00a0\t\n]{1,3}|-| ?- ?)")
_SIMPLE_FRACTION = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")
_GLYPHS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_AND_A_HALF = re.compile(r" and (?:a|one) half\b")
_SCALE = re.compile(r"(?: ?[ -])([A-Za-z]+)\b|(mn|bn|tn|mln|bln)\b")
_LONGEST = 24
"""Words of one numeral."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An English numeral at `start` to `end`; `ordinal` for twenty-first; `scaled` if a scale word ends it."""

    start: int
    end: int
    value: Fraction
    words: int
    """How many of its tokens are words, so 0 for plain digits."""
    ordinal: bool = False
    scaled: bool = False
    fraction: bool = False
    digits: str = ""


def read_spoken(text: str, at: int) -> Spoken | None:
    """The longest numeral that begins at `at`; None if none does."""
    if text[at] in _GLYPHS:
        return Spoken(at, at + 1, _GLYPHS[text[at]], 0, fraction=True)
    if text[at].isdecimal():
        return _from_digits(text, at)
    tokens = _tokens(text, at)
    return _Words(tokens).read() if tokens else None


def _from_digits(text: str, at: int) -> Spoken | None:
    found = _DIGITS.match(text, at)
    if not found:
        return None
    if (part := _SIMPLE_FRACTION.match(text, at)) and 0 < int(part.group(1)) < int(part.group(2)):
        return Spoken(at, part.end(), Fraction(int(part.group(1)), int(part.group(2))), 0, fraction=True)
    digits = re.sub("[,’']", "", found.group())
    value, end = Fraction(digits), found.end()
    if text[end : end + 1] in _GLYPHS and text[end : end + 1]:
        value, end = value + _GLYPHS[text[end]], end + 1
    words = 0
    scaled = False
    half = _AND_A_HALF.match(text, end)
    if half:
        value, end = value + Fraction(1, 2), half.end()
    while words < 3 and (scale := _SCALE.match(text, end)):
        word = (scale.group(1) or scale.group(2)).casefold()
        factor = 100 if word == "hundred" else 12 if word == "dozen" else SCALES.get(word)
        if factor is None:
            break
        value, end, words, scaled = value * factor, scale.end(), words + 1, True
    return Spoken(at, end, value, words, scaled=scaled, digits=found.group())


def _tokens(text: str, at: int) -> list[tuple[str, int, int]]:
    """Up to 24 words from `at` on, parted by spaces or hyphens only: (word, start, end)."""
    tokens: list[tuple[str, int, int]] = []
    while len(tokens) < _LONGEST:
        found = _WORD.match(text, at)
        if not found or text[found.end() : found.end() + 1] in ("'", "’"):
            break
        word = found.group().casefold()
        if word not in _KNOWN:
            break
        tokens.append((word, found.start(), found.end()))
        gap = _GAP.match(text, found.end())
        if not gap:
            break
        at = gap.end()
        if text[at : at + 1].isdecimal() and word == "point":
            digits = re.compile(r"\d{1,9}").match(text, at)
            if digits:
                tokens.append((digits.group(), *digits.span()))
            break
    return tokens


_KNOWN = frozenset(UNITS) | frozenset(TENS) | frozenset(SCALES) | frozenset(ORDINALS) | frozenset(PARTS)
_KNOWN |= {"hundred", "dozen", "and", "point", "a", "an", "oh"}


class _Words:
    """A recursive descent over the words of one numeral."""

    def __init__(self, tokens: list[tuple[str, int, int]]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place][0] if place < len(self.tokens) else ""

    def read(self) -> Spoken | None:
        start = self.tokens[0][1]
        first = self.peek()
        if first == "half":
            return self._half(start)
        if first in ("a", "an"):
            return self._indefinite(start)
        ordinal = self._ordinal(start)
        if ordinal:
            return ordinal
        value = self._cardinal()
        if value is None:
            return None
        ordinal = self._ordinal(start, value)
        if ordinal:
            return ordinal
        part = self._part(start, value)
        if part:
            return part
        return self._done(start, value)

    def _done(self, start: int, value: Fraction, *, ordinal: bool = False, fraction: bool = False) -> Spoken:
        last = self.tokens[self.at - 1]
        scaled = last[0] in SCALES or last[0] in ("hundred", "dozen")
        return Spoken(start, last[2], value, self.at, ordinal, scaled, fraction)

    def _half(self, start: int) -> Spoken | None:
        """half, half a million, half a dozen, half million."""
        self.at = 1
        skip = 1 if self.peek() in ("a", "an") else 0
        scale = self._scale_of(self.peek(skip))
        if scale:
            self.at += skip + 1
            return self._done(start, Fraction(scale, 2))
        return self._done(start, Fraction(1, 2), fraction=True)

    def _indefinite(self, start: int) -> Spoken | None:
        """a hundred, a dozen, a quarter of a million, a half, a third."""
        word = self.peek(1)
        if self._scale_of(word):
            self.at = 1
            value = self._cardinal()
            return self._done(start, value) if value is not None else None
        if word in PARTS:
            self.at = 2
            return self._done(start, Fraction(1, PARTS[word]), fraction=True)
        return None

    @staticmethod
    def _scale_of(word: str) -> int:
        return 100 if word == "hundred" else 12 if word == "dozen" else SCALES.get(word, 0)

    def _ordinal(self, start: int, before: Fraction | None = None) -> Spoken | None:
        """first; twenty-first; one hundred and first; two hundredth."""
        skip = 1 if before is not None and self.peek() == "and" else 0
        value = ORDINALS.get(self.peek(skip))
        if value is None:
            return None
        if before is None:
            self.at = 1
            return self._done(start, Fraction(value), ordinal=True)
        tens_end = before % 100 >= 20 and before % 10 == 0
        if (tens_end and value < 10) or (before % 100 == 0 and before >= 100 and value < 100):
            self.at += skip + 1
            return self._done(start, before + value, ordinal=True)
        return None

    def _part(self, start: int, value: Fraction) -> Spoken | None:
        """one third, two-thirds, three quarters."""
        word = self.peek()
        if word not in PARTS or value.denominator != 1 or not 0 < value < 20:
            return None
        if (value > 1) != (word.endswith("s") or word == "halves"):
            return None
        self.at += 1
        return self._done(start, value / PARTS[word], fraction=True)

    def _cardinal(self) -> Fraction | None:
        total, group, started = Fraction(0), Fraction(0), False
        last_scale = 10**15
        while word := self.peek():
            if word in UNITS or word in TENS:
                amount = UNITS.get(word, TENS.get(word, 0))
                if started and not self._fits(group, amount, word in TENS):
                    break
                group += amount
            elif word == "hundred" and (0 < group < 100 or not started):
                group = (group or Fraction(1)) * 100
            elif word == "dozen" and group < 100:
                group = (group or Fraction(1)) * 12
            elif word in SCALES and SCALES[word] < last_scale and (group or not started):
                total += (group or Fraction(1)) * SCALES[word]
                group, last_scale = Fraction(0), SCALES[word]
            elif word in SCALES and started and not group:
                total *= SCALES[word]  # a thousand million
            elif word == "point" and started and self._decimals():
                group += self._take_decimals()
                continue
            elif word == "and" and started and self._goes_on_after_and(total + group):
                if self.peek(1) in ("a", "one") and self.peek(2) == "half":
                    group += Fraction(1, 2) if group or last_scale == 10**15 else Fraction(last_scale, 2)
                    self.at += 3
                    started = True
                    continue
            else:
                break
            started = True
            self.at += 1
        return total + group if started else None

    @staticmethod
    def _fits(group: Fraction, amount: int, is_ten: bool) -> bool:
        """Whether a word may be added to what is read: five to twenty, anything to three hundred."""
        below = group % 100
        if is_ten or amount >= 10 or amount == 0:
            return group == 0 or (below == 0 and group >= 100)
        return below == 0 or (below >= 20 and below % 10 == 0)

    def _goes_on_after_and(self, so_far: Fraction) -> bool:
        following = self.peek(1)
        if following in ("a", "one") and self.peek(2) == "half":
            return True
        return (following in UNITS or following in TENS) and so_far >= 100 and so_far % 100 == 0 and following != "zero"

    def _decimals(self) -> bool:
        return self.peek(1) in UNITS or self.peek(1) == "oh" or self.peek(1).isdecimal()

    def _take_decimals(self) -> Fraction:
        self.at += 1
        digits = ""
        while (word := self.peek()) and (word in UNITS or word == "oh" or word.isdecimal()):
            if word in UNITS and UNITS[word] > 9 and digits:
                break
            digits += "0" if word == "oh" else word if word.isdecimal() else str(UNITS[word])
            self.at += 1
        return Fraction("0." + digits)
