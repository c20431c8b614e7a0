"""Lines that are repeated or cut: what the lines of one text say of each other."""

from __future__ import annotations

import pytest

from workbench.align.lines import cut, said_again
from workbench.model.span import Side


def numbers(flags: object) -> list[int]:
    return [k for k, flag in enumerate(flags) if flag]  # type: ignore[call-overload]


def test_a_repeated_sentence_and_a_passage_that_is_repeated_right_behind_itself() -> None:
    said = said_again(["头", "甲", "乙", "丙", "甲", "乙", "丙", "丁", "头"])
    assert (numbers(said.before), numbers(said.twice), numbers(said.elsewhere)) == ([8], [4, 5, 6], [])


def test_the_end_of_a_passage_that_comes_again_is_no_passage_repeated_as_a_whole() -> None:
    said = said_again(["甲", "乙", "丙", "乙", "丙", "甲", "甲"])
    assert (numbers(said.before), numbers(said.twice)) == ([5], [3, 4, 6])


def test_both_copies_of_a_long_sentence_are_known_unless_they_stand_side_by_side() -> None:
    long = ["这座城市的图书馆今年重新开放。", "市政府答应支付一半的费用。", "市民们对此表示欢迎和感谢。"]
    assert numbers(said_again([long[0], long[1], long[2], long[0]]).elsewhere) == [0, 3]
    assert numbers(said_again([long[0], long[0], long[1]]).elsewhere) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["In her speech, Ms.", "Nguyen praised them.", "They left."], [0]),
        (["Sarajevo, Dec.", "11 - The chairman spoke.", "He left."], [0]),
        (["It was cold in Dec.", "The chairman spoke."], []),
        (["They met Acme Inc.", "The deal was signed."], []),
        (["He read it to J.", "Smith."], [0]),
        (["He said he would come.", "\u201d", "She left."], [0]),
        (["He waited.", "\u2026\u2026", "She left."], []),
    ],
)
def test_english_lines_that_go_on_in_the_next(texts: list[str], expected: list[int]) -> None:
    assert numbers(cut(texts, Side.TARGET)) == expected


def test_a_lone_closing_mark_belongs_to_the_line_before() -> None:
    assert numbers(cut(["他说：“我们走吧。", "”", "Ms.", "他们走了。"], Side.SOURCE)) == [0]
