"""Inputs that are no translation of each other, or one many times over: sensible beads, no confidence in nonsense."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.align.making import ARTICLE, pair
from workbench.align.aligner import align
from workbench.model.bitext import Bead, Reason

ZH, EN = [zh for zh, _ in ARTICLE], [en for _, en in ARTICLE]
FEW = settings(max_examples=12, deadline=None)

STORY = [
    "雾散了以后，茶馆老板把昨夜的炭灰清理干净。",
    "老客人们坐下来谈论粮价。",
    "有人问起新修的码头。",
    "他说做生意讲究火候。",
    "第二天一早他五点起床。",
    "灶台上的水已经开了。",
    "女儿从城里寄来一封信。",
    "信里夹着一张旧照片。",
    "隔壁的裁缝关了铺子。",
    "傍晚时分炭火渐渐熄灭。",
]
"""Another text in the same language, about other things."""
REPORT = [
    "The patients received the drug twice a day for six weeks.",
    "Side effects were mild and mostly limited to headaches.",
    "Blood samples were taken before each visit.",
    "The study was approved by the ethics committee.",
    "No deaths occurred during the trial.",
    "Three participants withdrew because of nausea.",
    "The results were analysed with a mixed model.",
    "Further research is needed in older adults.",
]


def covered(source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    beads = align(*pair(source, target))
    assert [s.text for bead in beads for s in bead.source] == list(source)
    assert [s.text for bead in beads for s in bead.target] == list(target)
    return beads


def sure(beads: Sequence[Bead], least: float = 0.9) -> list[Bead]:
    return [bead for bead in beads if bead.is_paired and bead.confidence >= least]


def right(bead: Bead) -> bool:
    """True if a bead of the article has the sentences that belong together."""
    return [ZH.index(s.text) for s in bead.source] == [EN.index(s.text) for s in bead.target]


@FEW
@given(st.permutations(REPORT), st.integers(2, 8), st.integers(2, 10))
def test_texts_that_have_nothing_to_do_with_each_other_are_never_paired_with_confidence(
    report: list[str], few: int, some: int
) -> None:
    beads = covered(STORY[:some], report[:few])
    assert not sure(beads)
    paired = [bead.confidence for bead in beads if bead.is_paired]
    assert sum(paired) <= 0.7 * len(paired)


@FEW
@given(st.integers(0, len(ARTICLE) - 1), st.integers(20, 1000), st.randoms(use_true_random=False))
def test_one_sentence_against_many_finds_its_own(which: int, many: int, rng: random.Random) -> None:
    others = [rng.choice(REPORT) for _ in range(many)]
    at = rng.randrange(many)
    target = [*others[:at], EN[which], *others[at:]]
    beads = covered([ZH[which]], target)
    (own,) = [bead for bead in beads if bead.source]
    found = [s.text for s in own.target]
    assert found == [EN[which]] or (EN[which] in found and own.confidence < 0.7)
    assert not sure(covered([ZH[which]], others))


@FEW
@given(st.sampled_from([ZH, EN]), st.integers(1, len(ARTICLE)))
def test_the_same_text_on_both_sides_is_paired_with_itself(texts: list[str], count: int) -> None:
    beads = covered(texts[:count], texts[:count])
    assert [([s.text for s in bead.source], [s.text for s in bead.target]) for bead in beads if bead.is_paired] == [
        ([text], [text]) for text in texts[:count]
    ]


@FEW
@given(st.integers(0, 3), st.integers(4, len(ARTICLE)))
def test_sides_that_were_exchanged_are_a_cover_and_no_sure_nonsense(first: int, last: int) -> None:
    for bead in sure(covered(EN[first:last], ZH[first:last])):
        assert [EN.index(s.text) for s in bead.source] == [ZH.index(s.text) for s in bead.target]


@FEW
@given(st.integers(2, len(ARTICLE) - 2), st.integers(1, 4), st.data())
def test_a_paragraph_that_stands_twice_on_one_side_leaves_one_copy_alone(
    first: int, length: int, data: st.DataObject
) -> None:
    last = min(first + length, len(ARTICLE))
    side = data.draw(st.sampled_from([0, 1]))
    texts = [list(ZH), list(EN)]
    texts[side] = texts[side][:last] + texts[side][first:last] + texts[side][last:]
    beads = covered(*texts)
    lone = [bead for bead in beads if not bead.is_paired]
    assert sum(len(bead.source) + len(bead.target) for bead in lone) == last - first
    for bead in lone:
        (one,) = (*bead.source, *bead.target)
        assert bead.reason is Reason.DUPLICATE or len(one.text) < 12, one.text
    for bead in beads:
        if bead.is_paired:
            assert right(bead)


@FEW
@given(st.integers(1, len(ARTICLE) - 1), st.integers(0, 3))
def test_a_standfirst_that_repeats_the_body_is_a_duplicate_and_the_body_is_paired(which: int, at: int) -> None:
    at = min(at, which)
    source = [*ZH[:at], ZH[which], *ZH[at:]]
    beads = covered(source, EN)
    lone = [bead for bead in beads if not bead.is_paired]
    assert len(lone) == 1
    assert lone[0].reason is Reason.DUPLICATE
    if at < which:
        assert lone[0].source[0].line == at


@FEW
@given(st.integers(2, 40), st.integers(2, 40))
def test_a_text_of_one_sentence_over_and_over(sources: int, targets: int) -> None:
    beads = covered([ZH[3]] * sources, [EN[3]] * targets)
    paired = [bead for bead in beads if bead.is_paired]
    assert paired
    if sources == targets:
        assert all(bead.kind == "1-1" for bead in beads)
    if abs(sources - targets) > 2:
        # Any of them may be those too many: nothing here is sure, apart from the two ends.
        assert len(sure(paired)) <= 4
