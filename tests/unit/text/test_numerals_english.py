"""Numbers of English text; rows are written as in `test_numerals_chinese`."""

from __future__ import annotations

import pytest

from tests.unit.text.test_numerals_chinese import written
from workbench.model.span import Side
from workbench.text.numerals import numbers

ROWS = (
    ("three point five million yuan", "three point five million = 3500000"),
    ("3.481 billion and 1,200 million", "3.481 billion = 3481000000", "1,200 million = 1200000000"),
    ("3.5bn, 30k users, $3.5m", "3.5bn = 3500000000", "30k = 30000", "3.5m = 3500000"),
    ("3.5m of cable", "3.5 = 7/2 |3500000"),
    ("one hundred and five thousand", "one hundred and five thousand = 105000"),
    ("two and a half million", "two and a half million = 2500000"),
    ("twelve hundred soldiers", "twelve hundred = 1200"),
    ("a million and a half", "a million and a half = 1500000"),
    ("a dozen eggs, half a dozen", "a dozen = 12", "half a dozen = 6"),
    ("dozens of people", "dozens = 24..99 ~"),
    ("hundreds of thousands", "hundreds of thousands = 100000..999999 ~"),
    ("tens of thousands", "tens of thousands = 10000..99999 ~"),
    ("several hundred, a few", "several hundred = 200..999 ~", "a few = 2..9 ~ ?"),
    ("half a million", "half a million = 500000"),
    ("one third, two-thirds", "one third = 1/3 /fraction", "two-thirds = 2/3 /fraction"),
    ("a quarter of them", "a quarter = 1/4 /fraction"),
    ("one and a half years", "one and a half = 3/2"),
    ("3½ hours, 1/3", "3½ = 7/2", "1/3 = 1/3 /fraction"),
    ("It tripled.", "tripled = 3 /multiple"),
    ("rose threefold", "threefold = 3 /multiple"),
    ("twice as many", "twice = 2 /multiple"),
    ("it increased three times", "three times = 3 /multiple |4"),
    ("three times more than", "three times = 3 /multiple |4"),
    ("it increased to three times", "three times = 3 /multiple"),
    ("costs were halved", "halved = 1/2 /multiple"),
    ("five times a week", "five = 5 ?"),
    ("the 1990s", "1990s = 1990..1999 /decade"),
    ("in the nineties", "nineties = 1990..1999 /decade |90"),
    ("the ’90s", "’90s = 1990..1999 /decade |90"),
    ("the 21st century, twenty-first", "21st = 21 /century", "twenty-first = 21 /ordinal"),
    ("the third quarter", "third = 3 /ordinal"),
    ("the first half", "first = 1 /ordinal ?"),
    ("March 5, 2024", "March = 3 /month ?", "5 = 5 /day", "2024 = 2024 /year"),
    ("5 March 2024", "5 = 5 /day", "March = 3 /month ?", "2024 = 2024 /year"),
    ("Sept. 11", "Sept = 9 /month ?", "11 = 11 /day"),
    ("in May", "May = 5 /month ?"),
    ("nineteen ninety", "nineteen ninety = 1990 /year"),
    ("twenty nineteen", "twenty nineteen = 2019 /year"),
    ("2005–09", "2005 = 2005 /year", "09 = 2009 /year"),
    ("2,019 people", "2,019 = 2019"),
    ("at 3:30 pm", "3:30 pm = 930 /time"),
    ("at 9 a.m.", "9 a.m. = 540 /time |9"),
    ("half past three", "half past three = 210..930 /time"),
    ("three o'clock in the afternoon", "three o'clock in the afternoon = 900 /time |3"),
    ("20-30 people, 20 to 30", "20-30 = 20..30", "20 to 30 = 20..30"),
    ("from 20 to 30", "20 = 20", "30 = 30"),
    ("between 20 and 30", "20 = 20", "30 = 30"),
    ("two or three hundred", "two or three hundred = 200..300 ~"),
    ("$3-5 million", "3-5 million = 3000000..5000000"),
    ("10-20%, 10% to 20%", "10-20% = 1/10..1/5 /percent", "10% to 20% = 1/10..1/5 /percent"),
    ("a 3-2 win", "3 = 3", "2 = 2"),
    ("12.5 percent, 3 per cent", "12.5 percent = 1/8 /percent", "3 per cent = 3/100 /percent"),
    ("0.5 percentage points", "0.5 percentage points = 1/200 /points"),
    ("25 basis points", "25 basis points = 1/400 /points"),
    ("about 3,000, nearly 100", "3,000 = 3000 ~", "100 = 100 ~"),
    ("100 or so, 10-odd, 3000+", "100 = 100 ~", "10 = 10 ~", "3000 = 3000 ~"),
    ("one person", "one = 1 ?"),
    ("both sides", "both = 2 ?"),
    ("seven decades, a few decades", "seven decades = 70", "a few decades = 20..99 ~"),
    ("the past decade", "decade = 10 ?"),
    ("a year and a half", "a year and a half = 3/2"),
    ("between 10 and 20 percent", "10 = 1/10 /percent", "20 percent = 1/5 /percent"),
    ("from 3 to 5 million", "3 = 3000000", "5 million = 5000000"),
    ("Chapter VI, World War II", "VI = 6 /ordinal ?", "II = 2 /ordinal ?"),
    ("parts per million, double-blind", "double = 2 /multiple ?"),
    ("8,000 posters per minute", "8,000 = 8000"),
    ("Twenty-five people", "Twenty-five = 25"),
)
QUIET = (
    "one of the best, no one, everyone, each one, one another, one day",
    "third party, third-party, first aid, at first, once upon a time, second thoughts",
    "S2B, B2C, GPT-4, COVID-19, H1N1, v2.3.1, 5G, 4K",
    "You may go and march on.",
    "a half-hearted attempt in the first half",
    "point-to-point links",
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_english_row(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert [written(number) for number in numbers(text, Side.TARGET)] == expected


@pytest.mark.parametrize("text", QUIET)
def test_no_number_here(text: str) -> None:
    assert [written(n) for n in numbers(text, Side.TARGET) if not n.weak] == []


def test_currencies() -> None:
    text = "$5, US$5, HK$5, €5, 5 yuan, 5 million US dollars, RMB 5, 5 people"
    assert [n.unit for n in numbers(text, Side.TARGET)] == ["USD", "USD", "HKD", "EUR", "CNY", "USD", "CNY", ""]
