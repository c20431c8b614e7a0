"""Numbers written in many ways in both languages are found with their value, and agree."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.span import Side
from workbench.text.numerals import Number, numbers, same_value


def words(text: str) -> list[str]:
    return text.split()


HAN = "零一二三四五六七八九"
ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = words("zero ten twenty thirty forty fifty sixty seventy eighty ninety")


def han_section(n: int) -> str:
    """1 to 9999 in Chinese characters."""
    written, zero = "", False
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // unit % 10
        if digit:
            written += ("零" if zero and written else "") + HAN[digit] + mark
            zero = False
        else:
            zero = True
    return written


def han(n: int) -> str:
    written = ""
    for scale, mark in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = n // scale % 10**4 if scale < 10**8 else n // scale
        if part:
            written += ("零" if written and part < 1000 else "") + han_section(part) + mark
    return written.removeprefix("一") if 10 <= n < 20 else written


def english_below_thousand(n: int, with_and: bool) -> str:
    words = []
    if n >= 100:
        words += [ONES[n // 100], "hundred"]
        n %= 100
        if n and with_and:
            words.append("and")
    if n >= 20:
        words.append(TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else ""))
    elif n:
        words.append(ONES[n])
    return " ".join(words)


def english(n: int, with_and: bool = False) -> str:
    words = []
    for scale, name in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (10**3, " thousand"), (1, "")):
        part = n // scale % 1000
        if part:
            words.append(english_below_thousand(part, with_and) + name)
    return " ".join(words)


def decimal(value: Fraction) -> str:
    """A terminating fraction in digits."""
    whole, rest = divmod(value, 1)
    digits = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{whole}.{digits}" if digits else str(whole)


def capitals(n: int) -> str:
    return han(n).translate(str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟"))


CHINESE: tuple[Callable[[int], str], ...] = (
    str,
    lambda n: f"{n:,}",
    han,
    capitals,
    lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda n: decimal(Fraction(n, 10**4)) + "万",
    lambda n: decimal(Fraction(n, 10**8)) + "亿",
    lambda n: decimal(Fraction(n, 10**12)) + "万亿",
    lambda n: han(n).replace("万", "萬").replace("亿", "億"),
)
ENGLISH: tuple[Callable[[int], str], ...] = (
    str,
    lambda n: f"{n:,}",
    english,
    lambda n: english(n, with_and=True),
    lambda n: english(n).replace("-", " "),
    lambda n: decimal(Fraction(n, 10**3)) + " thousand",
    lambda n: decimal(Fraction(n, 10**6)) + " million",
    lambda n: decimal(Fraction(n, 10**9)) + "bn",
    lambda n: decimal(Fraction(n, 10**12)) + " trillion",
)
COUNTS = st.one_of(
    st.integers(11, 10**5),
    st.integers(11, 10**12 - 1),
    st.builds(lambda a, b: a * 10**b, st.integers(1, 999), st.integers(1, 9)).filter(lambda n: 10 < n < 10**12),
)


def only(text: str, side: Side) -> Number:
    found = numbers(text, side)
    assert len(found) == 1, (text, found)
    assert found[0].span.of(text) == found[0].quote
    return found[0]


@settings(max_examples=500, deadline=None)
@given(COUNTS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH))
def test_counts_in_every_writing(n: int, chinese: Callable[[int], str], english_: Callable[[int], str]) -> None:
    there = only(f"共有{chinese(n)}吨。", Side.SOURCE)
    here = only(f"There were {english_(n)} tons.", Side.TARGET)
    assert there.low == there.high == n == here.low == here.high, (there, here)
    assert same_value(there, here)
    assert same_value(here, there)


@settings(max_examples=200, deadline=None)
@given(COUNTS, COUNTS)
def test_different_counts_do_not_agree(n: int, m: int) -> None:
    there, here = only(f"共有{n}吨。", Side.SOURCE), only(f"There were {m} tons.", Side.TARGET)
    assert same_value(there, here) == (n == m)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 9999))
def test_percentages(hundredths: int) -> None:
    value = Fraction(hundredths, 100)
    digits = decimal(value)
    whole, _, rest = digits.partition(".")
    spoken = (han(int(whole)) or "零") + ("点" + "".join(HAN[int(d)] for d in rest) if rest else "")
    found = [
        only(f"增长{digits}%。", Side.SOURCE),
        only(f"增长{digits}％。", Side.SOURCE),
        only(f"增长百分之{spoken}。", Side.SOURCE),
        only(f"It grew {digits}%.", Side.TARGET),
        only(f"It grew {digits} percent.", Side.TARGET),
        only(f"It grew {digits} per cent.", Side.TARGET),
    ]
    assert {number.low for number in found} == {value / 100}
    points = only(f"上升{digits}个百分点。", Side.SOURCE)
    assert same_value(points, only(f"up {digits} percentage points", Side.TARGET))
    assert not same_value(points, found[3])


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 19), st.integers(3, 20))
def test_fractions(top: int, bottom: int) -> None:
    if top >= bottom:
        return
    names = words(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth"
    )
    name = names[bottom - 3] + ("s" if top > 1 else "")
    there = only(f"其中{han(bottom)}分之{han(top)}。", Side.SOURCE)
    here = only(f"{ONES[top]} {name} of them", Side.TARGET)
    hyphened = only(f"{ONES[top]}-{name} of them", Side.TARGET)
    assert there.low == here.low == hyphened.low == Fraction(top, bottom)


@settings(max_examples=100, deadline=None)
@given(st.integers(1100, 2099))
def test_years(year: int) -> None:
    there = [only(f"{year}年", Side.SOURCE), only("".join(HAN[int(d)] for d in str(year)) + "年", Side.SOURCE)]
    here = only(f"in {year}", Side.TARGET)
    assert all(same_value(number, here) for number in there)
    assert {number.kind for number in (*there, here)} == {"year"}


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.integers(1, 28), st.integers(1900, 2099))
def test_dates_agree_part_by_part(month: int, day: int, year: int) -> None:
    names = words("January February March April May June July August September October November December")
    chinese = [f"{year}年{month}月{day}日", f"{year}年{han(month)}月{han(day)}日", f"{year}-{month:02}-{day:02}"]
    name = names[month - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    english_ = [f"{name} {day}, {year}", f"{day} {name} {year}", f"the {day}{ending} of {name} {year}"]
    expected = {("year", year), ("month", month), ("day", day)}
    for text in chinese:
        assert {(n.kind, n.low) for n in numbers(text, Side.SOURCE)} == expected, text
    for text in english_:
        assert {(n.kind, n.low) for n in numbers(text, Side.TARGET)} == expected, text


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 23), st.integers(0, 59))
def test_clock_times(hour: int, minute: int) -> None:
    there = only(f"{hour:02}:{minute:02}", Side.SOURCE)
    assert same_value(there, only(f"at {hour:02}:{minute:02}", Side.TARGET))
    half = "a.m." if hour < 12 else "p.m."
    twelve = hour % 12 or 12
    assert same_value(there, only(f"at {twelve}:{minute:02} {half}", Side.TARGET))
    if 1 <= hour <= 11:
        later = only(f"下午{hour}点{minute:02}分", Side.SOURCE)
        assert later.low == (hour + 12) * 60 + minute
        assert same_value(later, only(f"at {hour}:{minute:02} pm", Side.TARGET))
        assert not same_value(later, only(f"at {hour}:{minute:02} am", Side.TARGET))


CHARACTERS = "零一二三四五六七八九十百千万亿两几数半第分之点倍成折年月日时多余上翻0123456789.,%‰$¥½-~至到:/ 's\u202e"


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *CHARACTERS,
                "百分之",
                "percent",
                "hundred",
                "thousand",
                "million",
                " and ",
                "half",
                "point",
                "one",
                "third",
                "\ud800",
            ]
        ),
        max_size=40,
    ).map("".join),
    st.sampled_from(Side),
)
def test_any_text_gives_ordered_exact_spans(text: str, side: Side) -> None:
    at = 0
    for number in numbers(text, side):
        assert at <= number.span.start < number.span.end <= len(text)
        assert number.quote == number.span.of(text)
        assert number.low <= number.high
        assert same_value(number, number)
        at = number.span.end
