"""The right value is put down in the form of the wrong number, or not at all."""

from __future__ import annotations

import pytest

from workbench.model.span import Side
from workbench.text.numerals import numbers
from workbench.text.numerals_writing import written_like


def suggestion(chinese: str, english: str) -> str | None:
    return written_like(numbers(chinese, Side.SOURCE)[0], numbers(english, Side.TARGET)[0], english)


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("六成五", "56 percent", "65 percent"),
        ("六成五", "56%", "65%"),
        ("八成五", "58 per cent", "85 per cent"),
        ("百分之七十", "17%", "70%"),
        ("12.5%", "15.2%", "12.5%"),
        ("5‰", "5%", "0.5%"),
        ("3个百分点", "5 percentage points", "3 percentage points"),
        ("1个百分点", "5 percentage points", "1 percentage point"),
        ("3个百分点", "1 percentage point", "3 percentage points"),
        ("34.81万亿元", "3.481 billion yuan", "34.81 trillion"),
        ("3.4亿元", "$34 million", "340 million"),
        ("1200万", "$120m", "12m"),
        ("三万", "300k", "30k"),
        ("1500", "150 thousand", "1.5 thousand"),
        ("7400元", "4,700 yuan", "7,400"),
        ("7400元", "4700 yuan", "7400"),
        ("9.6万张", "960,000 beds", "96,000"),
        ("960亩", "906 mu", "960"),
        ("第三名", "the 4th place", "3rd"),
        ("第22届", "the 21st session", "22nd"),
        ("第十一届", "the 12th session", "11th"),
        ("2019年", "in 2018", "2019"),
        ("3月", "in May", "March"),
        ("3倍", "5 times", "3 times"),
        ("一千万", "ten million people", None),  # it is the same
        ("三千万", "ten million people", "30 million"),
        ("三十五", "fifty-three copies", "35"),
    ],
)
def test_the_form_is_kept(chinese: str, english: str, expected: str | None) -> None:
    assert suggestion(chinese, english) == expected


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("三分之一", "56 percent"),  # 33.333...
        ("八成", "a 70 percent cut"),  # it would have to be `an`
        ("18", "a 13-year-old"),
        ("四十多份", "14 copies"),  # more than forty
        ("三四十", "14 copies"),
        ("1年", "3 years"),  # the noun would have to change
        ("3个百分点", "3 percent"),  # another thing, not another value
        ("2019年", "12%"),
        ("3月", "12%"),
        ("15", "20-30 people"),
        ("15", "Fifty people"),
        ("增长三倍", "five times"),  # 3 or 4
        ("15", "the 1990s"),
    ],
)
def test_what_would_not_be_safe_is_left_alone(chinese: str, english: str) -> None:
    assert suggestion(chinese, english) is None


def test_where_the_article_fits_it_is_kept() -> None:
    assert suggestion("八成", "an 18% cut") == "80%"
    assert suggestion("六成", "a 70% cut") == "60%"
