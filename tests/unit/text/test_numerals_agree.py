"""Pairs of writings that mean the same number, and pairs that do not."""

from __future__ import annotations

import pytest

from workbench.model.span import Side
from workbench.text.numerals import numbers, same_value

SAME = (
    ("34.81万亿", "34.81 trillion"),
    ("34.81亿", "3.481 billion"),
    ("12亿", "1,200 million"),
    ("三百五十万", "three point five million"),
    ("十几个", "more than ten"),
    ("一百多", "over 100"),
    ("数十家", "dozens of"),
    ("数百万人", "millions of people"),
    ("数万人", "tens of thousands of people"),
    ("上百家", "hundreds of firms"),
    ("百分之十二点五", "12.5 percent"),
    ("三分之二", "two-thirds"),
    ("三分之一", "33%"),
    ("三成五", "35%"),
    ("一半", "50 percent"),
    ("一半", "half of"),
    ("增长了三倍", "tripled"),
    ("增长了三倍", "quadrupled"),
    ("增长了两倍", "tripled"),
    ("增长到三倍", "tripled"),
    ("增加一倍", "doubled"),
    ("翻了一番", "doubled"),
    ("增长100%", "doubled"),
    ("减半", "halved"),
    ("两倍", "twice"),
    ("两三百人", "two or three hundred people"),
    ("二三十人", "20 to 30 people"),
    ("3-5万元", "30,000 to 50,000 yuan"),
    ("3-5万元", "between 30,000 and 50,000 yuan"),
    ("第三", "third"),
    ("第21届", "the 21st"),
    ("二〇二四年", "in 2024"),
    ("98年", "1998"),
    ("上世纪90年代", "the 1990s"),
    ("九十年代", "the nineties"),
    ("90多岁", "in his nineties"),
    ("3月", "in March"),
    ("下午3点半", "3:30 pm"),
    ("下午3点半", "15:30"),
    ("3点半", "half past three"),
    ("上午9点", "9 a.m."),
    ("约3000人", "nearly 3,100 people"),
    ("近3000人", "2,980 people"),
    ("约34.81亿", "about 3.5 billion"),
    ("0.5个百分点", "half a percentage point"),
    ("25个基点", "25 basis points"),
    ("3个百分点", "3 points"),
    ("打八折", "20% off"),
    ("一年半", "one and a half years"),
    ("两个", "two"),
    ("十二个", "a dozen"),
    ("五十万", "half a million"),
    ("8000张", "8,000"),
)
DIFFERENT = (
    ("34.81万亿", "3.481 billion"),
    ("34.81亿", "34.81 billion"),
    ("1.2亿", "12 million"),
    ("百分之十二点五", "12.5"),
    ("3个百分点", "3 percent"),
    ("十几个", "dozens of"),
    ("数百人", "thousands of people"),
    ("增长到两倍", "tripled"),
    ("翻两番", "doubled"),
    ("20-30岁", "20 to 40"),
    ("20-30岁", "25"),
    ("上世纪90年代", "the 1980s"),
    ("2019年", "2018"),
    ("下午3点半", "3:30 a.m."),
    ("下午3点半", "930"),
    ("3481", "3,500"),
    ("约3000人", "about 4,000 people"),
    ("三分之二", "one third"),
    ("两千五", "2,005"),
    ("第三", "fourth"),
    ("约20%", "about 2%"),
)


def agree(chinese: str, english: str) -> bool:
    left, right = numbers(chinese, Side.SOURCE), numbers(english, Side.TARGET)
    assert left, chinese
    assert right, english
    there = all(any(same_value(a, b) for b in right) for a in left)
    back = all(any(same_value(b, a) for a in left) for b in right)
    return there and back


@pytest.mark.parametrize(("chinese", "english"), SAME)
def test_same(chinese: str, english: str) -> None:
    assert agree(chinese, english)


@pytest.mark.parametrize(("chinese", "english"), DIFFERENT)
def test_different(chinese: str, english: str) -> None:
    assert not agree(chinese, english)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1,", "1-", "一", "百分之", "half a ", "twenty one ", "A-1", "第", "12:", "\ud8001"]
)
@pytest.mark.parametrize("side", Side)
def test_long_hostile_text_is_read_to_its_end(unit: str, side: Side) -> None:
    text = unit * (30_000 // len(unit)) + (" 77吨" if side is Side.SOURCE else " and 77 tons")
    assert numbers(text, side)[-1].quote.endswith("77") or unit[-1] in "-,分之 1:"
