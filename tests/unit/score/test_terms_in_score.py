"""The score knows the terms of the project: they are words, and right renderings account for them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.evidence.pair import gather
from workbench.model.term import Term, Termbase
from workbench.score.quality import estimate
from workbench.terms.matcher import matcher_of
from workbench.terms.senses import held_in

TERMS = Termbase(
    (
        Term(zh="风口", en="hot trend", variants=("next big thing",), forbidden=("tuyere", "air vent")),
        Term(zh="元宇宙", en="metaverse", forbidden=("meta universe",)),
        Term(zh="赋能", en="empower", forbidden=("energize",)),
        Term(zh="C端", en="consumer side", forbidden=("C terminal",)),
    )
)
MATCHER = matcher_of(TERMS)


def _told(source: str, target: str) -> set[str]:
    pair = gather(source, target, hits=MATCHER.pair(source, target))
    left = (pair.unaccounted_source, pair.unaccounted_target, pair.unconfirmed_source, pair.unconfirmed_target)
    return {one.quote for words in left for one in words}


def test_a_term_is_one_word_and_its_rendering_accounts_for_it() -> None:
    source, target = "当元宇宙成为新风口", "When the metaverse becomes a hot trend"
    pair = gather(source, target, hits=MATCHER.pair(source, target))
    assert {"元宇宙", "风口"} <= {token.text for token in pair.source_tokens}
    assert not {"宇宙", "元", "口"} & {token.text for token in pair.source_tokens}
    assert not {"元宇宙", "风口", "metaverse", "hot", "trend"} & _told(source, target)
    assert "".join(token.text for token in pair.source_tokens) == source


def test_a_forbidden_rendering_is_a_reason_and_the_signature_names_the_terms() -> None:
    made = estimate("这是风口。", "This is a tuyere.", terms=MATCHER)
    assert [r.quote for r in made.reasons if r.name == "term.forbidden"] == ["tuyere"]
    other = matcher_of(Termbase((Term(zh="风口", en="hot trend"),)))
    signatures = {made.signature, estimate("这是风口。", "This is a tuyere.").signature}
    assert len(signatures | {estimate("这是风口。", "This is a tuyere.", terms=other).signature}) == 3


_BEFORE = ("", "现在，", "在互联网时代，", "张伟说，", "很多公司认为，")
_BEFORE_EN = ("", "Now ", "In the Internet age, ", "Zhang Wei said ", "Many companies think that ")
_AFTER = ("很重要。", "会改变市场。", "已经到来，大家都在谈论2023年的计划。", "不再热门。")
_AFTER_EN = (
    "is important.",
    "will change the market.",
    "has come, and everyone talks about the plan for 2023.",
    "is not hot any more.",
)
places = st.integers(0, 4), st.sampled_from(TERMS.terms), st.integers(0, 3), st.booleans()


@settings(max_examples=150, deadline=None)
@given(*places)
def test_a_right_rendering_never_has_a_higher_risk_than_a_forbidden_one(
    before: int, term: Term, after: int, twice: bool
) -> None:
    source = f"{_BEFORE[before]}{term.zh}{_AFTER[after]}" * (2 if twice else 1)

    def target(rendering: str) -> str:
        sentence = f"{_BEFORE_EN[before]}the {rendering} {_AFTER_EN[after]} "
        return sentence * (2 if twice else 1)

    for right in term.approved:
        for wrong in term.forbidden:
            corrected = estimate(source, target(right), terms=MATCHER)
            machine = estimate(source, target(wrong), terms=MATCHER)
            assert corrected.risk < machine.risk


def test_a_term_is_no_unknown_word() -> None:
    names = {
        r.name
        for r in estimate("元宇宙来了。", "The metaverse has come.", terms=MATCHER).reasons
        if r.quote == "元宇宙"
    }
    assert not names & {"source.unknown_word", "source.rare_word"}


def test_a_sense_of_another_field_does_not_approve() -> None:
    hot = Term(zh="风口", en="hot trend", forbidden=("tuyere",), domain="business")
    furnace = Term(zh="风口", en="tuyere", forbidden=("hot trend",), domain="metallurgy", sense="nozzle")
    both = Termbase((hot, furnace))
    business = ["互联网企业追逐风口，资本投资平台流量。", "消费者和市场的风口来了。", "公司营销与品牌融资。"]
    steel = ["高炉的风口向炉内鼓风。", "炼铁时焦炭与铁水在高炉里。", "钢铁冶炼的热风。"]
    assert held_in(both, business).terms == (hot,)
    assert held_in(both, steel).terms == (furnace,)
    assert held_in(both, ["没有这个词。"]) is both
