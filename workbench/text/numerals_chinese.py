"""The numbers that a Chinese text names."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.model.span import Span
from workbench.text import numerals_chinese_patterns as pat
from workbench.text.numerals_calendar import FIGURE_DATE, FIGURE_TIME, clock, figure_date, number
from workbench.text.numerals_chinese_words import CLASSIFIERS, ONE_OF
from workbench.text.numerals_coins import read_coins
from workbench.text.numerals_han import Amount, plain, read_amount
from workbench.text.numerals_idioms import in_idiom
from workbench.text.numerals_value import Number, NumberKind


def chinese_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a Chinese text in order, without overlap. Time is linear in the text."""
    return tuple(_Reader(text).read())


class _Reader:
    """One pass over a text; every `_read_*` takes an offset and gives the numbers there and where they end."""

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
            if k < len(barred) and barred[k][0] <= at:
                at = barred[k][1]
                continue
            numbers, end = self._read_at(at)
            found.extend(numbers)
            at = max(end, at + 1)
        return found

    def _read_at(self, at: int) -> tuple[list[Number], int]:
        for reader in (self._identifier, self._calendar, self._time, self._ordinal, self._verbs, self._amount):
            result = reader(at)
            if result is not None:
                return result
        return [], at + 1

    def _number(
        self, start: int, end: int, low: Fraction | int, high: Fraction | int | None = None,
        kind: NumberKind = NumberKind.CARDINAL, *, rough: bool = False, alternatives: tuple[Fraction, ...] = (),
        weak: bool = False,
    ) -> Number:  # fmt: skip
        unit = ""
        if kind is NumberKind.CARDINAL:
            money = pat.CURRENCY.match(self.text, end)
            unit = (money.lastgroup or "") if money else pat.SIGNS.get(self.text[start - 1 : start], "")
        rough = rough or bool(pat.ROUGH_BEFORE.search(self.text, max(0, start - 6), start))
        rough = rough or bool(pat.ROUGH_AFTER.match(self.text, end))
        return Number(
            Span(start, end), self.raw[start:end], Fraction(low), Fraction(low if high is None else high), kind,
            rough, alternatives, weak, unit,
        )  # fmt: skip

    def _identifier(self, at: int) -> tuple[list[Number], int] | None:
        """B2C, GPT-4, 5G and versions are names; what follows them is read on."""
        if not self.text[at].isdecimal():
            return None
        before = self.text[at - 1] if at else " "
        letters = before if before not in "-_.#@/" else self.text[at - 2 : at - 1]
        if letters.isascii() and letters.isalpha() and self.text[max(0, at - 3) : at] != "vs.":
            end = re.compile(r"[\w.-]{0,80}", re.ASCII).match(self.text, at)
            return [], end.end() if end else at + 1
        name = pat.NAME.match(self.text, at)
        if name and not FIGURE_DATE.match(self.text, at):
            return [], name.end()
        return None

    def _calendar(self, at: int) -> tuple[list[Number], int] | None:
        text = self.text
        if found := FIGURE_DATE.match(text, at):
            return figure_date(self.raw, found), found.end()
        if found := pat.DECADE.match(text, at) or (pat.DECADE.match(text, at) if text[at] in "上本" else None):
            return self._decade(found)
        if found := pat.BORN.match(text, at):
            digit = "零一二三四五六七八九".find(found.group(1)[0])
            decade = int(found.group(1)[0]) if digit < 0 else digit
            start = (1900 if decade >= 5 else 2000) + 10 * decade
            return [self._number(*found.span(1), start, start + 9, NumberKind.DECADE, weak=True)], found.end()
        if found := pat.CENTURY.match(text, at):
            return self._part(found, 1, NumberKind.CENTURY)
        if found := pat.YEAR.match(text, at) or pat.YEARS.match(text, at):
            return self._part(found, 1, NumberKind.YEAR)
        if found := pat.SHORT_YEAR.match(text, at):
            value = int(found.group(1))
            year = Fraction(1900 + value if value >= 50 else 2000 + value)
            return [
                self._number(*found.span(1), year, kind=NumberKind.YEAR, alternatives=(Fraction(value),))
            ], found.end()
        return self._month(at)

    def _month(self, at: int) -> tuple[list[Number], int] | None:
        text = self.text
        if text[at - 1 : at] in ("双", ".") and at:
            return None
        if (found := pat.MONTH.match(text, at)) and self._value(found.group(1)) <= 12:
            numbers = [number(self.raw, *found.span(1), self._value(found.group(1)), NumberKind.MONTH)]
            if found.group(2):
                numbers.append(number(self.raw, *found.span(2), self._value(found.group(2)), NumberKind.DAY))
            return numbers, found.end()
        if (found := pat.MONTHS.match(text, at)) and self._value(found.group(1)) <= 12:
            return self._part(found, 1, NumberKind.MONTH)
        if found := pat.DAY.match(text, at):
            return self._part(found, 1, NumberKind.DAY)
        return None

    def _part(self, found: re.Match[str], group: int, kind: NumberKind) -> tuple[list[Number], int]:
        value = self._value(found.group(group))
        return [number(self.raw, *found.span(group), value, kind)], found.end()

    def _value(self, written: str) -> int:
        amount = read_amount(written, 0)
        return int(amount.low) if amount else 0

    def _decade(self, found: re.Match[str]) -> tuple[list[Number], int]:
        ten = int(found.group(3)) if found.group(3) else "零一二三四五六七八九".index(found.group(4))
        era = found.group(1) or ""
        alternatives: tuple[Fraction, ...] = ()
        if found.group(2):
            century = int(found.group(2)) * 100
        elif era:
            century = (
                2000 if "本" in era or "一" in era or "21" in era else 1800 if "九" in era or "19" in era else 1900
            )
        else:
            century = 1900
            alternatives = (Fraction(2000 + 10 * ten),) if ten <= 3 else ()
        first = century + 10 * ten
        span = found.span()
        return [self._number(*span, first, first + 9, NumberKind.DECADE, alternatives=alternatives)], found.end()

    def _time(self, at: int) -> tuple[list[Number], int] | None:
        half = self._half_of_day(at)
        if found := FIGURE_TIME.match(self.text, at):
            minutes = int(found.group(1)) * 60 + int(found.group(2))
            return [clock(self.raw, found.span(), minutes, half)], found.end()
        found = pat.TIME.match(self.text, at)
        if not found:
            return None
        hour = self._value(found.group(1))
        named = bool(found.group(2) or found.group(4) or half or (found.group(3) and found.group().endswith("分")))
        if hour > 24 or not (named or self._in_time_context(found)):
            return None
        minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(found.group(2) or "", 0)
        if found.group(3):
            minutes = self._value(found.group(3).lstrip("零〇")) if found.group(3).lstrip("零〇") else 0
        plain_value = None if found.group(2) or found.group(3) else Fraction(hour)
        return [clock(self.raw, found.span(), hour * 60 + minutes, half, plain_value)], found.end()

    def _half_of_day(self, at: int) -> str:
        before = self.text[max(0, at - 3) : at].rstrip()
        for words, half in pat.HALVES:
            if re.search(f"(?:{words})$", before):
                noon_later = (
                    half == "noon" and self.text[at] in "一1二2" and self.text[at + 1 : at + 2] not in "012一二"
                )
                return ("pm" if noon_later else "") if half == "noon" else half
        return ""

    def _in_time_context(self, found: re.Match[str]) -> bool:
        """三点 alone is three points; with a date before it or an hour's verb it is three o'clock."""
        before = self.text[max(0, found.start() - 4) : found.start()]
        return (
            bool(re.search(r"[日号天]\s?\Z|时间\Z|今[天晨]\Z|[在从至到于][^\d]?\Z", before))
            and "时" not in found.group()
        )

    def _ordinal(self, at: int) -> tuple[list[Number], int] | None:
        if self.text[at] != "第":
            return None
        amount = read_amount(self.text, at + 1)
        if amount is None or amount.vague:
            return None
        kind = NumberKind.ORDINAL
        return [
            self._number(
                at, amount.end, amount.low, kind=kind, weak=amount.low == 1 or in_idiom(self.text, at, amount.end)
            )
        ], amount.end

    def _verbs(self, at: int) -> tuple[list[Number], int] | None:
        """Doubling, halving, halves, and vague counts that begin with no numeral."""
        text = self.text
        if found := pat.DOUBLING.match(text, at):
            times = found.group(1)
            value = 2 ** self._value(times) if times else 2
            return [self._number(*found.span(), value, kind=NumberKind.MULTIPLE)], found.end()
        if found := pat.HALVING.match(text, at):
            return [self._number(*found.span(), Fraction(1, 2), kind=NumberKind.MULTIPLE)], found.end()
        if (found := pat.HALF.match(text, at)) and (text[at] == "一" or text[at - 1 : at] not in pat.BEFORE_HALF):
            kind = NumberKind.FRACTION
            return [self._number(*found.span(), Fraction(1, 2), kind=kind, weak=found.group()[0] != "一")], found.end()
        if found := pat.VAGUE_COUNT.match(text, at):
            amount = read_amount(text, at + 1)
            value = amount.low if amount else Fraction(0)
            return [self._number(*found.span(), value, value * 10 - 1, rough=True)], found.end()
        if found := pat.BY_COUNT.match(text, at):
            return self._by_count(found)
        if found := pat.COUNTLESS.match(text, at):
            low, high = (100, 9999) if "百" in found.group() else (1000, 99_999_999)
            if found.group() == "亿万":
                low, high = 10**8, 10**10
            return [self._number(*found.span(), low, high, rough=True, weak=True)], found.end()
        return None

    def _by_count(self, found: re.Match[str]) -> tuple[list[Number], int] | None:
        amount = read_amount("一" + found.group(1) + found.group(2), 0)
        if amount is None:
            return None
        return [self._number(*found.span(), amount.low, amount.low * 10 - 1, rough=True)], found.end()

    def _amount(self, at: int) -> tuple[list[Number], int] | None:
        text = self.text
        if (per := pat.PER.match(text, at)) and (amount := read_amount(text, per.end())):
            base = {"百": 100, "千": 1000, "万": 10000}[per.group(1)]
            kind = NumberKind.PERCENT
            low, high = amount.low / base, amount.high / base
            return [self._number(at, amount.end, low, high, kind, rough=amount.vague)], amount.end
        amount = read_amount(text, at)
        if amount is None:
            return None
        if (of := pat.OF.match(text, amount.end)) and (top := read_amount(text, of.end())) and amount.low:
            kind = NumberKind.FRACTION
            low, high = top.low / amount.low, top.high / amount.low
            return [self._number(at, top.end, low, high, kind, weak=amount.vague)], top.end
        if (height := pat.HEIGHT.match(text, amount.end)) and not amount.vague and amount.low < 10:
            rest = height.group(1)
            part = Fraction(self._value(rest), 10 ** len(rest))
            return [self._number(at, height.end(), amount.low + part)], height.end()
        if coins := read_coins(text, amount):
            rough = "多" in text[amount.end : coins.end]
            return [self._number(at, coins.end, coins.value, rough=rough, alternatives=coins.alternatives)], coins.end
        second = self._range(amount)
        return second if second else self._single(amount)

    def _range(self, first: Amount) -> tuple[list[Number], int] | None:
        """20-30, 3至5年, 10-20%, 3-5万: one number with two ends; a score or a falling pair is two."""
        link = pat.RANGE.match(self.text, first.end) or re.compile("[%‰] ?(?:[-~—–]|至|到) ?").match(
            self.text, first.end
        )
        if not link or first.vague:
            return None
        second = read_amount(self.text, link.end())
        if second is None or second.vague or (first.in_han and not self._counts(second)):
            return None
        after = pat.AFTER.match(self.text, second.end)
        low, high = first.low, second.high
        factor = self._spread(second)
        if low < 1000 <= factor and low * factor < high:
            low *= factor
        if low >= high or self.text[second.end : second.end + 1] in ("-", "/", ":"):
            return None
        kind, base, end = self._share(after, second.end)
        return [self._number(first.start, end, low / base, high / base, kind)], end

    def _spread(self, second: Amount) -> Fraction:
        """The scale of the second number that the first shares: 万 in 3-5万."""
        marks = second.written.lstrip("0123456789.,一二三四五六七八九十百千两 ")
        return {"万": Fraction(10**4), "亿": Fraction(10**8), "万亿": Fraction(10**12)}.get(marks, Fraction(1))

    def _share(self, after: re.Match[str] | None, end: int) -> tuple[NumberKind, int, int]:
        if after is None:
            return NumberKind.CARDINAL, 1, end
        base = (100, 1000, 100, 10000)[(after.lastindex or 1) - 1]
        return (NumberKind.PERCENT if (after.lastindex or 1) <= 2 else NumberKind.POINTS), base, after.end()

    def _single(self, amount: Amount) -> tuple[list[Number], int] | None:
        text, end = self.text, amount.end
        if after := pat.AFTER.match(text, end):
            kind, base, stop = self._share(after, end)
            return [
                self._number(amount.start, stop, amount.low / base, amount.high / base, kind, rough=amount.vague)
            ], stop
        if (tenths := pat.TENTHS.match(text, end)) and amount.high < 10:
            return self._tenths(amount, tenths)
        if (off := pat.OFF.match(text, end)) and amount.high < 100 and not amount.vague:
            part = amount.low / (10 if amount.low < 10 else 100)
            return [
                self._number(amount.start, off.end(), part, kind=NumberKind.FRACTION, alternatives=(1 - part,))
            ], off.end()
        low, high, end = self._with_half(amount)
        if text[end : end + 1] == "倍":
            return self._times(amount, low, high, end)
        if not self._counts(amount):
            return [], amount.end
        weak = self._is_weak(amount, end)
        return [self._number(amount.start, end, low, high, rough=amount.vague, weak=weak)], end

    def _tenths(self, amount: Amount, tenths: re.Match[str]) -> tuple[list[Number], int]:
        extra = tenths.group(1)
        more = Fraction(5) if extra == "半" else Fraction(self._value(extra)) if extra else Fraction(0)
        low, high = amount.low / 10 + more / 100, amount.high / 10 + more / 100
        kind = NumberKind.PERCENT
        return [self._number(amount.start, tenths.end(), low, high, kind, rough=amount.vague)], tenths.end()

    def _with_half(self, amount: Amount) -> tuple[Fraction, Fraction, int]:
        """三个半小时 is 3.5, 一年半 is 1.5, 两万半 is unusual and left."""
        half = pat.HALF_MORE.match(self.text, amount.end)
        if half and not amount.vague and half.group(1) and half.group(1) not in "点万亿百":
            return amount.low + Fraction(1, 2), amount.high + Fraction(1, 2), half.end()
        return amount.low, amount.high, amount.end

    def _times(self, amount: Amount, low: Fraction, high: Fraction, end: int) -> tuple[list[Number], int]:
        """增长了三倍 is three times more, so four times as much, though many mean three; 增长到三倍 is three."""
        before = self.text[max(0, amount.start - 12) : amount.start]
        grown = bool(pat.TIMES_GROW.search(before)) and not pat.TIMES_TO.search(before)
        alternatives = (low + 1,) if grown else ()
        kind = NumberKind.MULTIPLE
        more = re.compile("多?半?").match(self.text, end + 1)
        rough = amount.vague or bool(more and "多" in more.group())
        if more and "半" in more.group():
            low, high = low + Fraction(1, 2), high + Fraction(1, 2)
        stop = more.end() if more else end + 1
        return [self._number(amount.start, stop, low, high, kind, rough=rough, alternatives=alternatives)], stop

    def _counts(self, amount: Amount) -> bool:
        """Whether characters that can be a numeral are one here."""
        if not amount.in_han:
            return True
        written, following = amount.written, self.text[amount.end :][:1]
        if amount.vague and amount.end > amount.start + len(written):  # 十多, 百余
            return len(written) > 1 or written in "十百千万亿"
        if written in ("几", "数"):
            return following in pat.SOME_OF
        if written == "一":
            return following in ONE_OF
        if len(written) == 1:
            rough = self.text[amount.start - 1 : amount.start] in pat.BEFORE_MILLIONS
            return self._single_counts(written, following, rough=rough)
        if written in ("千万", "百万", "十万", "万亿", "百亿", "千亿", "十亿"):
            before = self.text[amount.start - 1 : amount.start] if amount.start else ""
            return written != "千万" or before in pat.BEFORE_MILLIONS or following in pat.AFTER_MILLIONS
        if all(ch in "一二三四五六七八九" for ch in written):
            return following in CLASSIFIERS and (len(written) == 2 or amount.low >= 1000)
        return True

    def _single_counts(self, written: str, following: str, *, rough: bool) -> bool:
        if written in "零〇○":
            return False
        if written in "百千万亿兆":
            return (rough and following in CLASSIFIERS) or following in (
                pat.AFTER_HUNDRED if written in "百千" else pat.AFTER_MILLIONS
            )
        return following in CLASSIFIERS

    def _is_weak(self, amount: Amount, end: int) -> bool:
        """Idioms, articles, and small numerals in fours: 三头六臂, 五天四夜."""
        if amount.in_han and in_idiom(self.text, amount.start, end):
            return True
        if amount.written in ("一", "几", "数", "百", "千"):
            return True
        following = self.text[amount.end : amount.end + 1]
        if (amount.written == "两" and following not in pat.TWO_OF) or (
            amount.written == "1" and following in pat.SOME_OF
        ):
            return True
        if (
            re.search(r"[一二两三四五六七八九十百千万][^\d]\Z", self.text[max(0, amount.start - 2) : amount.start])
            and amount.in_han
        ):
            return len(amount.written) == 1
        return (
            amount.in_han
            and len(amount.written) == 1
            and bool(re.match(r"[^\d][一二两三四五六七八九十百千万][^\d]", self.text[end : end + 3]))
        )
