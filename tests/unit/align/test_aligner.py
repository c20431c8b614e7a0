"""Beads of small articles: splits, merges, losses, furniture, duplicates, exchanged sentences, and odd inputs."""

from __future__ import annotations

import pytest

from tests.unit.align.making import ARTICLE, pair
from workbench.align.aligner import AlignmentCancelled, Found, align, align_texts
from workbench.model.bitext import Bead, Reason

ZH = [zh for zh, _ in ARTICLE]
EN = [en for _, en in ARTICLE]


def beads_of(source: list[str], target: list[str]) -> list[tuple[list[str], list[str]]]:
    beads = align(*pair(source, target))
    check_cover(beads, source, target)
    return [([s.text for s in bead.source], [s.text for s in bead.target]) for bead in beads]


def check_cover(beads: tuple[Bead, ...], source: list[str], target: list[str]) -> None:
    assert [s.text for bead in beads for s in bead.source] == source
    assert [s.text for bead in beads for s in bead.target] == target
    for bead in beads:
        assert 0.0 <= bead.confidence <= 1.0
        assert bead.source or bead.target
        assert (bead.reason is None) == bead.is_paired


def test_one_to_one() -> None:
    assert beads_of(ZH, EN) == [([zh], [en]) for zh, en in ARTICLE]
    sure = [bead.confidence for bead in align(*pair(ZH, EN))]
    assert min(sure) > 0.8


def test_a_translation_in_several_sentences() -> None:
    parts = ["The library has three floors.", "It holds more than 200,000 books."]
    assert (ZH[1:2], parts) in beads_of(ZH, [EN[0], *parts, *EN[2:]])


def test_two_sentences_in_one() -> None:
    joined = (
        "The city government has promised to pay half of the cost, and the rest will be donated by local companies."
    )
    assert (ZH[8:10], [joined]) in beads_of(ZH, [*EN[:8], joined, *EN[10:]])


def test_a_lost_sentence_and_an_added_one() -> None:
    added = "This newspaper has reported on the matter in several earlier issues."
    beads = align(*pair(ZH, [*EN[:4], *EN[5:9], added, *EN[9:]]))
    lone = {bead.source[0].text if bead.source else bead.target[0].text: bead.reason for bead in beads if bead.reason}
    assert lone == {ZH[4]: Reason.OMISSION, added: Reason.ADDITION}


@pytest.mark.parametrize("side", [0, 1])
def test_a_lost_block(side: int) -> None:
    texts = [list(ZH), list(EN)]
    del texts[side][5:9]
    beads = beads_of(*texts)
    paired = [(zh, en) for zh, en in beads if zh and en]
    assert paired == [([zh], [en]) for k, (zh, en) in enumerate(ARTICLE) if not 5 <= k < 9]


def test_furniture_at_the_end_and_a_heading_left_out() -> None:
    source = [*ZH[:8], "经费", *ZH[8:], "责任编辑：李四", "更多推荐", "(完)"]
    beads = align(*pair(source, EN))
    reasons = {bead.source[0].text: bead.reason for bead in beads if not bead.target}
    assert reasons == {
        "经费": Reason.OMISSION,
        "责任编辑：李四": Reason.FURNITURE,
        "更多推荐": Reason.FURNITURE,
        "(完)": Reason.FURNITURE,
    }


def test_a_standfirst_that_repeats_the_body_is_the_duplicate() -> None:
    beads = align(*pair([ZH[0], ZH[6], *ZH[1:]], EN))
    (lone,) = [bead for bead in beads if not bead.is_paired]
    assert lone.source[0].line == 1
    assert lone.reason is Reason.DUPLICATE


def test_of_repeated_neighbours_the_first_is_the_translated_one() -> None:
    beads = align(*pair([*ZH[:8], *ZH[6:]], EN))
    assert [bead.source[0].line for bead in beads if not bead.is_paired] == [8, 9]


def test_exchanged_neighbours_are_one_group_with_its_inner_pairs() -> None:
    beads = align(*pair(ZH, [*EN[:5], EN[6], EN[5], *EN[7:]]))
    (group,) = [bead for bead in beads if bead.inner]
    assert [s.line for s in group.source] == [5, 6]
    assert group.inner == (((0,), (1,)), ((1,), (0,)))


def test_numbers_decide_between_like_sentences() -> None:
    source = [f"第{n}组有{n * 37}名病人接受治疗。" for n in range(1, 9)]
    target = [f"In group {n}, {n * 37} patients received treatment." for n in range(1, 9)]
    del source[3], target[6]
    paired = [(zh, en) for zh, en in beads_of(source, target) if zh and en]
    assert all(zh[0][1] == en[0][9] for zh, en in paired)
    assert len(paired) == 6


def test_traditional_characters() -> None:
    source = ["圖書館晚上九點關門。", "很多老人每天早上來這裡看報紙。", "錢從哪裡來？"]
    target = [EN[15], EN[2], EN[7]]
    assert beads_of(source, target) == [([zh], [en]) for zh, en in zip(source, target, strict=True)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ([], EN),
        (ZH, []),
        ([], []),
        (ZH[:1], EN * 20),
        (ZH * 20, EN[:1]),
        (ZH, ZH),
        (EN, EN),
        (EN, ZH),
        (["。"], ["."]),
        (["😀", "…", "\u200b!"], ["\ud800", "?"]),
        (ZH[:1] * 30, EN[:1] * 25),
        (["没有关系的一句话。"] * 3, ["Quite unrelated words stand here.", "The weather is fine."]),
    ],
)
def test_any_input_gets_a_cover(source: list[str], target: list[str]) -> None:
    found = align_texts(source, target)
    assert sum(one.sources for one in found) == len(source)
    assert sum(one.targets for one in found) == len(target)
    check_cover(align(*pair(source, target)), source, target)


def test_a_text_beside_itself() -> None:
    for text in (ZH, EN):
        assert [one[:2] for one in align_texts(text, text)] == [(1, 1)] * len(text)


def test_unrelated_texts_are_trusted_less_than_a_translation() -> None:
    weather = [
        "The chef cuts onions with a sharp knife.",
        "Penguins sleep on the ice during storms.",
        "An old violin was sold at auction for a fortune.",
        "Volcanoes erupt without any warning.",
        "She repaired the engine of her tractor herself.",
        "Bees dance to show where flowers grow.",
    ]
    unrelated, related = align_texts(ZH[:6], weather), align_texts(ZH[:6], EN[:6])

    def trust(found: list[Found]) -> float:
        return sum(one.confidence for one in found if one.sources and one.targets)

    assert trust(unrelated) < trust(related) - 1.5


def test_a_long_text_is_searched_in_a_band_and_its_lost_block_found() -> None:
    source, target = [], []
    for n in range(40):
        for zh, en in ARTICLE:
            source.append(f"第{n + 100}回，{zh}")
            target.append(f"Chapter {n + 100}: {en}")
    del target[200:290]
    found = align_texts(source, target)
    i, right = 0, 0
    for one in found:
        right += one[:2] == ((1, 0) if 200 <= i < 290 else (1, 1))
        i += one.sources
    assert right == len(source)


def test_progress_rises_to_one() -> None:
    seen: list[float] = []
    align(*pair(ZH, EN), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[0] == 0.0
    assert seen[-1] == 1.0


def test_it_stops_when_asked() -> None:
    asked = iter([False, False, True])
    with pytest.raises(AlignmentCancelled):
        align(*pair(ZH, EN), cancelled=lambda: next(asked))
