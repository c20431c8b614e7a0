from __future__ import annotations

import pytest

from workbench.model.span import Span
from workbench.model.term import Term, Termbase
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


BURDEN = Term("包袱", "burden", domain="business", sense="load of debts or duties")
PUNCHLINE = Term("包袱", "punchline", domain="entertainment", sense="joke of crosstalk")


@pytest.mark.parametrize(
    ("text", "sense"), [("债务包袱不甩掉,改制就无从谈起。", BURDEN), ("这段相声的包袱响了十几个。", PUNCHLINE)]
)
def test_words_near_to_the_description_of_a_sense_speak_for_it(text: str, sense: Term) -> None:
    """No list of fields has these words: the dictionary's translations of them are near to what describes the sense."""
    at = text.index("包袱")
    assert choose_sense((BURDEN, PUNCHLINE), text, Span(at, at + 2)).terms == (sense,)


def test_where_the_context_is_silent_the_usual_sense_of_the_document_holds() -> None:
    from workbench.checks.base import CheckedSegment
    from workbench.checks.context import CheckContext

    texts = [
        "勒索病毒通过邮件附件传播,点击链接就会执行代码。",
        "服务器的操作系统没有更新,病毒绕过了防火墙。",
        "网管断开网络,病毒才停止加密数据库。",
        "大家都在说这件事。",
        "没有人喜欢它。",
        "谁也不知道病毒是谁写的。",
        "医院里的患者发热、咳嗽,感染了病毒,医生建议用药。",
    ]
    terms = (Term("病毒", "virus", domain="medicine"), Term("病毒", "computer virus", domain="computing"))
    segments = [CheckedSegment(str(n), text, "x") for n, text in enumerate(texts)]
    context = CheckContext(segments, Termbase(terms))
    senses = [placed.terms[0].en for seg in segments for placed in context.placed_terms(seg)]
    assert senses == [*["computer virus"] * 4, "virus"]
