"""The values of Chinese numerals, written in characters, in digits, or in both: 三千四百八十一, 34.81万亿, 两三百."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = {ch: value for value, chars in enumerate(("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for ch in chars}  # fmt: skip # noqa: E501
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"兆": 10**12, "亿": 10**8, "万": 10**4}
_TRADITIONAL = str.maketrans(
    "萬億兩貳參陸點幾數餘個％．：－～＋／，￥０１２３４５６７８９廿卅",
    "万亿两贰叁陆点几数余个%.:-~+/，¥0123456789廿卅",
)
NUMERALS = "零〇○一二两三四五六七八九十百千万亿兆几数壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
DIGITS = r"(?:\d{1,3}(?:[,’']\d{3}){1,8}(?:\.\d{1,12})?(?!\d)|\d{1,24}(?:\.\d{1,12})?)"
_AMOUNT_DIGITS = re.compile(DIGITS)
_RUN = re.compile(f"[{NUMERALS}]{{1,30}}")
_SCALE_RUN = re.compile(r" ?(多|余|几)?([十百千万亿兆]{1,4})")
_POINT = re.compile(r"点([零〇一二三四五六七八九]{1,12})([十百千万亿]{0,3})")
_MORE = re.compile(r"(多(?![少于数])|余(?![额下])|来(?![自到日年])|把(?![握手关])(?=[个人]))([万亿]{0,2})")
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟廿卅")
"""Characters that, alone, are names and verbs far more often than numbers."""
_A_FEW_OF = frozenset("个天句下人年日次")
_METRIC = frozenset("克米瓦卡赫伏帕焦字")
"""After these 千 and 兆 are kilo and mega: 三千瓦 is three kilowatts."""


def plain(text: str) -> str:
    """`text` with traditional numerals and full-width digits in their plain forms; same length."""
    return text.translate(_TRADITIONAL)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral and its value; `low` and `high` differ where it is vague (十几) or a short range (两三百)."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    vague: bool
    written: str
    """The characters of the numeral without 多 and the like."""

    @property
    def in_han(self) -> bool:
        return not any("0" <= ch <= "9" for ch in self.written)


_OLD_STYLE = re.compile("[有又]([一二三四五六七八九])(?![十百千万亿个些种次位名家])")
"""七十有二 is 72."""


def read_amount(text: str, at: int) -> Amount | None:
    """The numeral that begins at `at` in text made `plain`, as long as it goes; None if none does."""
    if text[at : at + 1].isdecimal() and text[at] <= "9":
        return _read_digits(text, at)
    return _read_han(text, at)


def _read_digits(text: str, at: int) -> Amount | None:
    found = _AMOUNT_DIGITS.match(text, at)
    if not found:
        return None
    mantissa = re.sub("[,’']", "", found.group())
    low = high = Fraction(mantissa)
    end = found.end()
    vague = False
    scale = _SCALE_RUN.match(text, end)
    if scale:
        marks = scale.group(2)
        if text[scale.end() : scale.end() + 1] in _METRIC and marks[-1] in "千兆":
            marks = marks[:-1]
        if marks:
            factor = _scale(marks)
            if scale.group(1):
                high, vague = low + _last_place(mantissa), True
            low, high = low * factor, high * factor
            end = scale.start(2) + len(marks)
            tail = _lower_part(text, end, factor)
            if tail and not vague:
                low = high = low + tail[1]
                end = tail[0]
    written = text[at:end]
    if not vague and (more := _MORE.match(text, end)) and more.group(1) != "把":
        place = _last_place(mantissa) * (low / Fraction(mantissa) if low else 1)
        low, high, end, vague = _more(low, place, more)
    return Amount(at, end, low, high, vague, written)


def _lower_part(text: str, at: int, above: Fraction) -> tuple[int, Fraction] | None:
    """The 5000万 of 3亿5000万: digits with a scale below `above`, or the bare 5000 of 3万5000."""
    found = re.compile(r"\d{1,4}").match(text, at)
    if not found:
        return None
    scale = re.compile("[百千万]{1,2}").match(text, found.end())
    if scale is None:
        bare = above == 10**4 and len(found.group()) == 4 and text[found.end() : found.end() + 1] != "."
        return (found.end(), Fraction(found.group())) if bare else None
    factor = _scale(scale.group())
    if factor >= above:
        return None
    value = Fraction(found.group()) * factor
    rest = _lower_part(text, scale.end(), factor)
    return (rest[0], value + rest[1]) if rest else (scale.end(), value)


def _read_han(text: str, at: int) -> Amount | None:
    found = _RUN.match(text, at)
    if not found:
        return None
    run = _without_taels(found.group(), text[found.end() : found.end() + 1])
    if len(run) > 1 and run[-1] in "千兆" and text[found.end() : found.end() + 1] in _METRIC:
        run = run[:-1]
    if len(run) == 1 and run in _FORMAL:
        return None  # 大陆
    value = (Fraction(2), Fraction(3), True) if run == "三两" else han_value(run)
    if value is None:
        return None
    low, high, vague = value
    end = at + len(run)
    point = _POINT.match(text, end)
    if point and not vague and low == high and not re.match("[分半整]", text[point.end() : point.end() + 1]):
        decimals = "".join(str(_DIGITS[ch]) for ch in point.group(1))
        low = high = (low + Fraction("0." + decimals)) * _scale(point.group(2))
        end = point.end()
    if not vague and (old := _OLD_STYLE.match(text, end)) and run[-1] in "十百":
        low = high = low + _DIGITS[old.group(1)]
        end = old.end()
    written = text[at:end]
    if not vague and low == high and (more := _MORE.match(text, end)) and (more.group(1) not in "来把" or low >= 10):
        low, high, end, vague = _more(low, Fraction(_place_of(low)), more)
    return Amount(at, end, low, high, vague, written)


def _without_taels(run: str, following: str) -> str:
    """The run up to a 两 that is the weight: 二十两银子 is twenty taels; 三两个 is two or three."""
    if run == "三两" and following in _A_FEW_OF:
        return run
    for i in range(1, len(run)):
        if run[i] == "两" and run[i + 1 : i + 2] not in ("百", "千", "万", "亿"):
            return run[:i]
    return run


def _more(low: Fraction, place: Fraction, more: re.Match[str]) -> tuple[Fraction, Fraction, int, bool]:
    """一百多 lies between 100 and 199, 三十多万 between 300,000 and 400,000."""
    factor = _scale(more.group(2))
    high = low + place - (1 if place > 1 and factor == 1 else 0)
    return low * factor, high * factor, more.end(), True


def _place_of(value: Fraction) -> int:
    """Weight of the last digit of a whole number that is not zero: 100 for 1300."""
    number, place = int(value), 1
    while number and number % 10 == 0:
        number //= 10
        place *= 10
    return place


def _last_place(digits: str) -> Fraction:
    """The same for digits as they are written: 1/10 for 3.5, 100 for 300."""
    if "." in digits:
        return Fraction(1, 10 ** len(digits.split(".")[1]))
    return Fraction(_place_of(Fraction(digits)))


def _scale(marks: str) -> Fraction:
    factor = Fraction(1)
    for mark in marks:
        factor *= _UNITS.get(mark) or _SCALES.get(mark) or 1
    return factor


def han_value(run: str) -> tuple[Fraction, Fraction, bool] | None:
    """(low, high, vague) of a run of numeral characters; None for what is no number, such as 千百."""
    run = run.replace("廿", "二十").replace("卅", "三十")
    if any(ch in "几数" for ch in run):
        return _vague_value(run)
    spread = _neighbours(run)
    if spread:
        low, high = _value(spread[0]), _value(spread[1])
        return (Fraction(low), Fraction(high), True) if low is not None and high is not None and low < high else None
    value = _value(run)
    return None if value is None else (Fraction(value), Fraction(value), False)


def _vague_value(run: str) -> tuple[Fraction, Fraction, bool] | None:
    """几十: 20 to 99; 十几: 10 to 19; 数百万: two to ten million."""
    if sum(run.count(ch) for ch in "几数") != 1 or (run[-1] == "数"):
        return None
    if run in ("几", "数"):
        return Fraction(2), Fraction(9), True
    head, tail = re.split("[几数]", run)
    base = _value(head) if head else 0
    scale = _scale(tail) if all(ch in _UNITS or ch in _SCALES for ch in tail) else Fraction(0)
    if base is None or not scale or (head and head[-1] in _DIGITS):
        return None
    if not tail or all(ch in _UNITS for ch in tail):
        low = base + (2 * scale if tail else 0)
        return Fraction(low), base + 10 * scale - 1, True
    if head:  # 十几万: the vague place is scaled as a whole
        return Fraction(base) * scale, (base + 10) * scale - 1, True
    return 2 * scale, 10 * scale - 1, True


def _neighbours(run: str) -> tuple[str, str] | None:
    """两三百 as 两百 and 三百, 十七八 as 十七 and 十八."""
    for i in range(len(run) - 1):
        a, b = _DIGITS.get(run[i], 0), _DIGITS.get(run[i + 1], 0)
        if a and b and (b == a + 1 or (a, b) == (3, 5)):
            rest = run[:i] + run[i + 2 :]
            if (any(ch in _UNITS or ch in _SCALES for ch in rest) or len(run) == 2) and not _digits_beside(run, i):
                return run[: i + 1] + run[i + 2 :], run[:i] + run[i + 1 :]
            return None
    return None


def _digits_beside(run: str, i: int) -> bool:
    return (i > 0 and run[i - 1] in _DIGITS and run[i - 1] not in "零〇") or (
        i + 2 < len(run) and run[i + 2] in _DIGITS
    )


_LONGEST = 1000
"""Digits; more are no number that a text means, and Python refuses to make one of 4300."""


def _value(run: str) -> int | None:
    """The value of a run without vague characters."""
    if not run:
        return None
    if all(ch in _DIGITS for ch in run):
        if len(run) > _LONGEST:
            return None
        return int("".join(str(_DIGITS[ch]) for ch in run))
    for mark, scale in sorted(_SCALES.items(), key=lambda item: item[1]):
        # Cut at the last and largest scale: 三亿五千万 at 亿, 三万亿 at 亿.
        if mark in run and not any(other in run for other, size in _SCALES.items() if size > scale):
            left, right = run.rsplit(mark, 1)
            return _scaled(left, right, scale)
    return _section(run)


def _scaled(left: str, right: str, scale: int) -> int | None:
    head = _value(left) if left else 1
    if head is None:
        return None
    if len(right) == 1 and right in _DIGITS and _DIGITS[right]:
        return head * scale + _DIGITS[right] * (scale // 10)  # 三万五
    tail = _value(right.lstrip("零〇○")) if right.lstrip("零〇○") else 0
    if tail is None or tail >= scale:
        return None
    return head * scale + tail


def _section(run: str) -> int | None:
    """A value below ten thousand with 十, 百 and 千 in falling order."""
    total, number, last = 0, None, 10_000
    for ch in run:
        if ch in _DIGITS:
            if number:
                return None
            number = _DIGITS[ch]
        else:
            unit = _UNITS.get(ch)
            if number is None and unit != 10 and len(run) > 1:
                return None  # 千百
            if unit is None or unit >= last or (number == 0 and unit != 10):  # 一百零十 is seen, if not taught
                return None
            total += (number or 1) * unit
            number, last = None, unit
    if number and last >= 100 and run[-2] in _UNITS:
        return total + number * last // 10  # 两千五
    return total + (number or 0)
