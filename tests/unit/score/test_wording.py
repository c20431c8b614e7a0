"""What people are told of an estimate: few reasons, the surest first, and none of what good translations have too."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.score import Part, ScoreReason
from workbench.model.span import Side, Span
from workbench.score.quality import estimate
from workbench.score.weights import weights
from workbench.score.wording import HARD, LEFT_OUT, NAMES, REASONS, Kind, account, told

SOURCE = "公司去年在上海开设了12家新工厂，没有关闭任何商店。"
GOOD = "Last year the company opened 12 new factories in Shanghai and did not close any shops."


def _words(source: str, target: str) -> list[str]:
    return [one.words for one in told(estimate(source, target).reasons)]


def _lost(*words: tuple[int, str]) -> list[ScoreReason]:
    return [
        ScoreReason(Part.EVIDENCE, "source.unaccounted", 0.2, Side.SOURCE, Span(at, at + len(word)), word)
        for at, word in words
    ]


_names = st.sampled_from([*weights().difficulty, *weights().evidence])
_quotes = st.sampled_from(["", "12", "工厂", "家新", "Shanghai", "Zhongqing", "HKSAR", "penguin", "的"])


@st.composite
def _reasons(draw: st.DrawFn) -> ScoreReason:
    name = draw(_names)
    part = Part.DIFFICULTY if name in weights().difficulty else Part.EVIDENCE
    quote, at = draw(_quotes), draw(st.integers(0, 30))
    side = Side.SOURCE if name.startswith("source") else Side.TARGET
    span = Span(at, at + len(quote)) if quote else None
    return ScoreReason(part, name, draw(st.floats(0.001, 5)), side if span else None, span, quote)


@given(st.lists(_reasons(), max_size=25))
def test_the_account_leaves_out_no_point_and_counts_none_twice(reasons: list[ScoreReason]) -> None:
    items = account(reasons)
    for part, kinds in ((Part.DIFFICULTY, {Kind.HARD}), (Part.EVIDENCE, {Kind.FAULT, Kind.FAINT})):
        summed = sum(one.points for one in items if one.kind in kinds)
        assert math.isclose(summed, sum(one.weight for one in reasons if one.part is part), abs_tol=1e-9)


@given(st.lists(_reasons(), max_size=25), st.integers(0, 6))
def test_faults_come_first_the_weightiest_before_and_no_more_than_asked(reasons: list[ScoreReason], most: int) -> None:
    items = told(reasons, most)
    assert [one.kind for one in items] == sorted(one.kind for one in items)
    faults = [one.points for one in items if one.kind is Kind.FAULT]
    assert faults == sorted(faults, reverse=True)
    assert len(faults) <= most
    assert len({one.words for one in items}) == len(items)


def test_a_good_translation_is_told_nothing_of() -> None:
    assert _words(SOURCE, GOOD) == []
    assert _words("花儿是个麻烦事。", "Flowers are a chore.") == []


def test_words_without_a_match_are_no_reason_but_can_be_asked_for() -> None:
    reasons = estimate(SOURCE, "Nobody remembers which penguin swallowed grandfather's umbrella yesterday.").reasons
    assert "penguin" in next(one.quotes for one in account(reasons) if one.kind is Kind.FAINT)
    assert not [one for one in told(reasons) if one.kind is Kind.FAINT or "penguin" in one.text()]


def test_several_wrong_numbers_are_one_reason() -> None:
    made = told(estimate("有12家工厂和34家商店。", "There are factories and shops.").reasons)
    assert [one.text() for one in made] == ["number missing \u201c12\u201d, \u201c34\u201d"]


def test_three_adjacent_words_that_nothing_renders_are_left_out() -> None:
    assert [one.quotes for one in told(_lost((5, "质量"), (7, "进一步"), (10, "提升")))] == [("质量进一步提升",)]
    assert [one.words for one in told(_lost((5, "质量"), (8, "进一步"), (11, "提升")))] == [LEFT_OUT]
    assert not told(_lost((5, "质量"), (7, "进一步")))
    assert not told(_lost((5, "质量"), (9, "进一步"), (14, "提升")))
    assert not told(_lost((5, "杰"), (6, "希纳"), (8, "维等"))), "the pieces of a name"


@pytest.mark.parametrize(
    ("word", "is_told"), [("Biaigo", True), ("HKSAR", False), ("London", False), ("Malawian", False), ("biaigo", False)]
)
def test_only_a_name_that_no_table_knows_is_a_name_to_check(word: str, is_told: bool) -> None:
    reason = ScoreReason(Part.EVIDENCE, "target.unaccounted", 0.4, Side.TARGET, Span(3, 3 + len(word)), word)
    assert (NAMES in [one.words for one in told([reason])]) is is_told


def test_a_hard_sentence_is_told_with_what_makes_it_hard() -> None:
    source = (
        "赣南革命老区的脐橙产业集群借助冷链物流，画蛇添足，实现了跨越式发展，"
        "惠及寻乌、安远、信丰诸县果农，并带动了包装、仓储、电商、文旅等上下游配套产业的集聚与升级。"
    )
    hard = [one for one in told(estimate(source, "So.").reasons) if one.kind is Kind.HARD]
    assert len(hard) == 1
    assert hard[0].words.startswith(f"{HARD}: long, ")
    assert hard[0].quotes[0] == "画蛇添足"
    assert not [one for one in told(estimate(SOURCE, GOOD).reasons) if one.kind is Kind.HARD]


def test_every_fault_that_has_a_weight_has_words() -> None:
    for name in weights().evidence:
        item = account([ScoreReason(Part.EVIDENCE, name, 1.0)])[0]
        assert item.kind is Kind.FAINT or item.words == REASONS[name]
