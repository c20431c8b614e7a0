from __future__ import annotations

import pytest

from workbench.model.span import Span
from workbench.model.term import Term
from workbench.terms.senses import DomainProfile, choose_sense

BUSINESS = Term("风口", "hot trend", domain="business")
FURNACE = Term("风口", "tuyere", domain="metallurgy")
IN_STEEL = DomainProfile({"metallurgy": 0.8, "business": 0.2})


def sense(text: str, *, profile: DomainProfile | None = IN_STEEL, neighbours: tuple[str, ...] = ()) -> list[str]:
    at = text.index("风口")
    choice = choose_sense((BUSINESS, FURNACE), text, Span(at, at + 2), neighbours, profile)
    return [term.en for term in choice.terms]


@pytest.mark.parametrize(
    "text", ["高炉共设30个风口。", "工人更换了3号风口。", "风口直径为120毫米。", "风口漏水并不是小事。"]
)
def test_a_part_of_a_furnace(text: str) -> None:
    assert sense(text) == ["tuyere"]


@pytest.mark.parametrize(
    "text", ["智能制造成为钢铁行业的新风口。", "氢冶金被视为钢铁业的下一个风口。", "站在风口上,猪都会飞。"]
)
def test_a_picture_in_an_article_on_steel(text: str) -> None:
    assert sense(text) == ["hot trend"]


def test_neighbours_decide_where_the_sentence_does_not() -> None:
    steel = ("高炉的热风温度很高。", "炉缸里的铁水要及时放出。")
    business = ("创业者和投资人都在找机会。", "资本追逐互联网平台。")
    assert sense("这里有很多风口。", profile=None, neighbours=steel) == ["tuyere"]
    assert sense("这里有很多风口。", profile=None, neighbours=business) == ["hot trend"]


def test_nothing_decides_and_both_may_hold() -> None:
    assert sense("风口。", profile=None) == ["hot trend", "tuyere"]


def test_words_of_a_context_column_decide() -> None:
    one = Term("打卡", "clock in", sense="work", extra=(("context", "上班|公司"),))
    other = Term("打卡", "check in", sense="fun", extra=(("context", "景点|网红"),))
    choice = choose_sense((one, other), "大家都去网红景点打卡", Span(8, 10))
    assert [term.en for term in choice.terms] == ["check in"]


def test_an_english_text_tells_its_field_too() -> None:
    text = "The blast furnace has thirty tuyeres above the hearth."
    choice = choose_sense((BUSINESS, FURNACE), text, Span(29, 36))
    assert choice.terms == (FURNACE,)
