"""Earlier translations by likeness of their Chinese."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.matching import Memory, Translated, best

RAIN = Translated("昨天夜里下了一场大雨，街道全是水。", "It rained hard last night and the streets were flooded.", "a")
SNOW = Translated("昨天夜里下了一场大雪，街道全是冰。", "It snowed hard last night.", "b")
TEA = Translated("他喜欢喝茶。", "He likes tea.", "c")


def test_the_same_letters_are_100_percent_whatever_the_signs_and_widths() -> None:
    found = Memory([SNOW, RAIN]).like("昨天夜里下了一场大雨,街道全是水")
    assert [(m.likeness, m.found.origin) for m in found] == [(100, "a"), (86, "b")]


def test_what_is_less_like_than_asked_is_not_told() -> None:
    memory = Memory([SNOW])
    assert memory.like(RAIN.source, least=80)
    assert not memory.like(RAIN.source, least=90)
    assert not memory.like("公司宣布将在三个月内裁员两千人。")


def test_of_six_letters_or_fewer_only_the_same_count() -> None:
    assert not Memory([TEA]).like("他喜欢喝酒。")
    assert Memory([TEA]).like("他喜欢喝茶！")


def test_the_later_of_two_alike_comes_first_and_one_translation_once() -> None:
    later = Translated(RAIN.source, "Heavy rain fell last night.", "d")
    again = Translated(RAIN.source, RAIN.target, "e")
    assert [m.found.origin for m in Memory([RAIN, later, again]).like(RAIN.source)] == ["e", "d"]


def test_a_segment_is_no_match_of_itself() -> None:
    mine = Translated(RAIN.source, RAIN.target, "", segment="b7")
    assert not Memory([mine]).like(RAIN.source, but="b7")
    assert Memory([mine]).like(RAIN.source, but="b8")


def test_of_two_memories_the_likest_first_and_on_a_tie_the_first_memory() -> None:
    here, there = Memory([SNOW]).like(RAIN.source), Memory([RAIN]).like(RAIN.source)
    assert [m.found.origin for m in best([here, there])] == ["a", "b"]
    other = Translated(SNOW.source, "Snow fell.", "z")
    assert [m.found.origin for m in best([here, Memory([other]).like(RAIN.source)])] == ["b", "z"]


def test_nothing_is_like_nothing() -> None:
    assert not Memory([]).like(RAIN.source)
    assert not Memory([Translated("……", "…", "a")]).like("！！")


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=8), st.text())
def test_any_text_may_be_asked_for(pairs: list[tuple[str, str]], asked: str) -> None:
    found = Memory(Translated(source, target, "x") for source, target in pairs).like(asked)
    assert all(70 <= match.likeness <= 100 for match in found)
    assert [m.likeness for m in found] == sorted((m.likeness for m in found), reverse=True)
