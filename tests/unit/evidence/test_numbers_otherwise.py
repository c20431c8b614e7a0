"""Numbers that the other side has, but not as numbers; and that wrong ones are still told."""

import pytest

from workbench.evidence.numbers import match_numbers


def _told(source: str, target: str) -> tuple[list[str], list[str]]:
    found = match_numbers(source, target)
    return [number.quote for number in found.missing], [number.quote for number in found.added]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("前三季度实现增长。", "Growth came in the first three quarters."),
        ("前三季度实现增长。", "Growth came in Q1-Q3."),
        ("第三季度实现增长。", "Growth came in Q3."),
        ("从南五环出发。", "Set out from the South Fifth Ring Road."),
        ("“80后”和“90后”多。", '"Post-80" and "post-90" people are many.'),
        ("25至27日在杭州举行。", "It was held in Hangzhou from 25 to 27."),
        ("增长15 % － 26 %。", "It grew by 15-26%."),
        ("三等奖3名，三等奖10名。", "There were 3 third-class awards and 10 third-class awards."),
        ("请致电85993119。", "Please call 8599 3119."),
        ("资助6000名导游。", "It pays 6 000 guides."),
        ("上午10时开始。", "It begins at 10: 00 a.m."),
        ("9时半后出发。", "They set out after half-past nine."),
        ("他参加了ATP500赛。", "He played the ATP 500 tournament."),
        ("三元朱村很富。", "Sanyuan Zhu Village is rich."),
        ("他叫了120急救车。", "He called an ambulance."),
        ("中午十二点见。", "See you at noon."),
        ("第二，靠协商。", "Secondly, consult."),
        ("十四五规划出台。", "The 14th Five-Year Plan is out."),
        ("他是万元户。", "His is a 10,000-yuan household."),
        ("千百年来都是这样。", "It has been so for thousands of years."),
        ("二级市场的股价上涨。", "Share prices on the secondary market rose."),
        ("这是有效的方案11-13。", "It is an effective regimen11-13."),
        ("销量下降6 ％，降至14422辆。", "Sales fell 6% to 14,422 vehicles."),
        ("增长5%至8%。", "It grew by 5% to 8%."),
        ("这是五四运动。", "It is the May 4th Movement."),
        ("20世纪六七十年代，数量减少。", "In the 1960s and 1970s their number fell."),
        ("14日15时左右到来。", "It comes around 15:00 on the 14th."),
        ("四分之一决赛开始。", "The quarter-final begins."),
        ("海岸绵延数十公里。", "The coast runs on for tens of kilometers."),
        ("几十只羊跑了。", "Scores of sheep ran off."),
        ("每百万年喷发一次。", "It erupts once every million years."),
        ("每100万居民有三家医院。", "There are three hospitals per million inhabitants."),
        ("接力队以37秒79夺得银牌。", "The relay team took silver in 37.79 seconds."),
    ],
)
def test_a_number_in_a_name_a_word_or_a_range_is_neither_missing_nor_added(source: str, target: str) -> None:
    assert _told(source, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "target", "missing", "added"),
    [
        ("开了12家工厂。", "It opened 21 plants.", ["12"], ["21"]),
        ("前三季度实现增长。", "Growth came in the first four quarters.", ["三"], []),
        ("请致电85993119。", "Please call 8599 3191.", ["85993119"], ["8599", "3191"]),
        ("十一黄金周人多。", "The 11th Golden Week is crowded.", [], ["11th"]),
        ("14日15时左右到来。", "It comes around 16:00 on the 14th.", ["15"], ["16:00"]),
        ("南五环堵车。", "The South Sixth Ring Road is jammed.", [], ["Sixth"]),
        ("增长15 % － 26 %。", "It grew by 15-27%.", ["26 %"], []),
        ("价格是80元。", "It costs 80 percent.", ["80"], ["80 percent"]),
        ("第二，靠协商。", "Thirdly, consult.", ["第二"], []),
        (
            "海岸绵延数十公里。",
            "The coast runs on for tens of thousands of kilometers.",
            ["数十"],
            ["tens of thousands"],
        ),
        ("每百万年喷发一次。", "It erupts once every billion years.", ["百万"], []),
    ],
)
def test_a_wrong_number_is_told(source: str, target: str, missing: list[str], added: list[str]) -> None:
    assert _told(source, target) == (missing, added)
