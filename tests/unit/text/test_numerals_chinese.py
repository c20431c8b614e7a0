"""Numbers of Chinese text. A row is a text and what it names: `quote = value` or `quote = low..high`, then marks.

Marks: ~ approximate, ? weak, /kind where it is not a cardinal, |alternative.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from workbench.model.span import Side
from workbench.text.numerals import Number, NumberKind, numbers

ROWS = (
    ("营业额达34.81万亿元", "34.81万亿 = 34810000000000"),
    ("共三千四百八十一人", "三千四百八十一 = 3481"),
    ("约1.2亿人", "1.2亿 = 120000000 ~"),
    ("花了两千五", "两千五 = 2500"),
    ("三亿五千万与3亿5000万", "三亿五千万 = 350000000", "3亿5000万 = 350000000"),
    ("一百零五万三千元", "一百零五万三千 = 1053000"),
    ("三十四点八一亿吨", "三十四点八一亿 = 3481000000"),
    ("贰佰伍拾元整", "贰佰伍拾 = 250"),
    ("１２３台和1,200台", "１２３ = 123", "1,200 = 1200"),
    ("十几个人", "十几 = 10..19 ~"),
    ("一百多年", "一百多 = 100..199 ~"),
    ("三十多万人", "三十多万 = 300000..400000 ~"),
    ("3000余家", "3000余 = 3000..3999 ~"),
    ("数十万户，几十年", "数十万 = 200000..999999 ~", "几十 = 20..99 ~"),
    ("两三百人，七八个，二三十岁", "两三百 = 200..300 ~", "七八 = 7..8 ~", "二三十 = 20..30 ~"),
    ("上百家，上万人", "上百 = 100..999 ~", "上万 = 10000..99999 ~"),
    ("数以千计的人", "数以千计 = 1000..9999 ~"),
    ("近百人，100人左右", "百 = 100 ~ ?", "100 = 100 ~"),
    ("百分之十二点五，12.5％", "百分之十二点五 = 1/8 /percent", "12.5％ = 1/8 /percent"),
    ("千分之三", "千分之三 = 3/1000 /percent"),
    ("上升0.5个百分点", "0.5个百分点 = 1/200 /points"),
    ("降息25个基点", "25个基点 = 1/400 /points"),
    ("三分之二，一半", "三分之二 = 2/3 /fraction", "一半 = 1/2 /fraction"),
    ("三成五，近八成", "三成五 = 7/20 /percent", "八成 = 4/5 /percent ~"),
    ("打八折", "八折 = 4/5 /fraction |1/5"),
    ("半年，三个半小时，一年半", "半 = 1/2 /fraction ?", "三个半 = 7/2", "一年半 = 3/2 ?"),
    ("增长了三倍", "三倍 = 3 /multiple |4"),
    ("增长到三倍，是去年的三倍", "三倍 = 3 /multiple", "三倍 = 3 /multiple"),
    ("增加了一倍", "一倍 = 1 /multiple |2"),
    ("翻了一番，翻两番", "翻了一番 = 2 /multiple", "翻两番 = 4 /multiple"),
    ("成本减半", "减半 = 1/2 /multiple"),
    ("第三季度，第21届", "第三 = 3 /ordinal", "第21 = 21 /ordinal"),
    ("第一次", "第一 = 1 /ordinal ?"),
    ("二〇二四年，2019年", "二〇二四 = 2024 /year", "2019 = 2019 /year"),
    ("2005至2019年", "2005 = 2005 /year", "2019 = 2019 /year"),
    ("98年，08年奥运会", "98 = 1998 /year |98", "08 = 2008 /year |8"),
    ("2024年3月5日", "2024 = 2024 /year", "3 = 3 /month", "5 = 5 /day"),
    ("三月五日，十一月", "三 = 3 /month", "五 = 5 /day", "十一 = 11 /month"),
    ("3个月", "3 = 3"),
    ("2024-03-05", "2024 = 2024 /year", "03 = 3 /month", "05 = 5 /day"),
    ("1990年代，上世纪90年代", "1990年代 = 1990..1999 /decade", "上世纪90年代 = 1990..1999 /decade"),
    ("二十世纪八十年代", "二十世纪八十年代 = 1980..1989 /decade"),
    ("21世纪", "21 = 21 /century"),
    ("下午3点半", "3点半 = 930 /time"),
    ("上午九点，晚上八点一刻", "九点 = 540 /time |9", "八点一刻 = 1215 /time"),
    ("会议9:30开始", "9:30 = 570..1290 /time"),
    ("三点意见", "三 = 3"),
    ("20-30岁，3至5年", "20-30 = 20..30", "3至5 = 3..5"),
    ("3-5万元，10%-20%", "3-5万 = 30000..50000", "10%-20% = 1/10..1/5 /percent"),
    ("以3:2获胜", "3 = 3", "2 = 2"),
    ("5千克，3万千瓦，500兆瓦", "5 = 5", "3万 = 30000", "500 = 500"),
    ("P=0.001，0.34～0.77", "0.001 = 1/1000", "0.34～0.77 = 17/50..77/100"),
    ("万元以上，千万元", "万 = 10000 ~", "千万 = 10000000"),
    ("一个人", "一 = 1 ?"),
    ("两个人，三种方法", "两 = 2 ?", "三 = 3"),
    ("两年，两次", "两 = 2", "两 = 2"),
    ("二十两银子，三两个人", "二十 = 20", "三两 = 2..3 ~"),
    ("身高一米六零", "一米六零 = 8/5"),
    ("近千家公司，亿万国人", "千 = 1000 ~ ?", "亿万 = 100000000..10000000000 ~ ?"),
    ("10月6日-7日", "10 = 10 /month", "6 = 6 /day", "7 = 7 /day"),
    ("百万分之五", "百万分之五 = 1/200000 /fraction"),
    ("成千上万的人", "成千上万 = 1000..99999999 ~ ?"),
)
QUIET = (
    "一波未平，一波又起",
    "一些、一种、一起、一定、一直、一样",
    "第三方、第三者、第二天",
    "两端、两者、两岸、四面八方、五湖四海",
    "统一、唯一、万一、之一、进一步、同一天",
    "千万不要忘记老百姓",
    "三明治、九牛一毛、乱七八糟、胡说八道",
    "S2B、B2C、GPT-4、COVID-19、H1N1、v2.3.1、5G",
    "星期三、周五、双十一、五四运动、九一八事变",
    "三星、四川、五台山、三峡、八达岭",
    "半导体、上半年、下半场、多半",
    "几乎、几何、数据、数字、十分重要、万物",
    "二战期间、半径、零售、百货、千方百计",
    "大陆、四分位距、一点一点、二十国集团",
    "完成为止、打折、骨折、曲折",
)


def written(number: Number, *, unit: bool = False) -> str:
    value = str(number.low) if number.low == number.high else f"{number.low}..{number.high}"
    parts = [f"{number.quote} = {value}"]
    if number.kind is not NumberKind.CARDINAL:
        parts.append(f"/{number.kind}")
    if number.approximate:
        parts.append("~")
    if number.weak:
        parts.append("?")
    parts += [f"|{value}" for value in number.alternatives]
    if unit and number.unit:
        parts.append(number.unit)
    return " ".join(parts)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_chinese_row(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert [written(number) for number in numbers(text, Side.SOURCE)] == expected


@pytest.mark.parametrize("text", QUIET)
def test_no_number_here(text: str) -> None:
    assert [written(n) for n in numbers(text, Side.SOURCE) if not n.weak] == []


def test_spans_are_exact() -> None:
    text = "　　前后共１，２００人、三分之二；2024年"
    for number in numbers(text, Side.SOURCE):
        assert number.span.of(text) == number.quote
    assert [n.quote for n in numbers(text, Side.SOURCE)][-2:] == ["三分之二", "2024"]


def test_currencies() -> None:
    text = "￥3.5万、1.2亿美元、300元、5欧元、100日元、7人"
    assert [n.unit for n in numbers(text, Side.SOURCE)] == ["CNY", "USD", "CNY", "EUR", "JPY", ""]


def test_traditional_is_read_like_simplified() -> None:
    assert [n.low for n in numbers("三萬五千億元", Side.SOURCE)] == [Fraction(35000 * 10**8)]
