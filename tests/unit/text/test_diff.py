"""Differences in words, read as a person would mark them."""

from __future__ import annotations

import pytest

from tests.hostile.corpus import HUGE
from workbench.model.span import Side
from workbench.text.diff import edit_rate, word_diff


def pieces(old: str, new: str, side: Side = Side.TARGET) -> list[tuple[str, str, str]]:
    return [(edit.kind.value, edit.old.of(old), edit.new.of(new)) for edit in word_diff(old, new, side)]


def test_replaced_words_beside_each_other_are_one_replacement() -> None:
    assert pieces("the big cat sat", "a small cat sat") == [
        ("replace", "the big", "a small"),
        ("equal", " cat sat", " cat sat"),
    ]


def test_insertion_and_deletion() -> None:
    assert pieces("the cat", "the big cat") == [
        ("equal", "the ", "the "),
        ("insert", "", "big "),
        ("equal", "cat", "cat"),
    ]
    assert pieces("another.While", "another. While")[1] == ("insert", "", " ")
    assert pieces("abc", "") == [("delete", "abc", "")]
    assert pieces("", "abc") == [("insert", "", "abc")]


def test_no_change() -> None:
    assert pieces("a b", "a b") == [("equal", "a b", "a b")]
    assert pieces("", "") == []


def test_chinese_is_compared_in_words() -> None:
    assert pieces("产业互联网的脚步近了", "工业互联网的脚步近了", Side.SOURCE) == [
        ("replace", "产业", "工业"),
        ("equal", "互联网的脚步近了", "互联网的脚步近了"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rate"),
    [
        ("a b c d", "a b c d", 0.0),
        ("a b c d", "a x c d", 0.25),
        ("a b c", "a b c d", 0.25),
        ("a b c d", "a b", 1.0),
        ("a", "", 1.0),
        ("", "", 0.0),
        ("", "a b", 1.0),
        ("a.B", "a. B", 0.0),
        ("a b", "a b.", 1 / 3),
    ],
)
def test_edit_rate(old: str, new: str, rate: float) -> None:
    assert edit_rate(old, new) == pytest.approx(rate)


def test_huge_texts_are_compared_by_their_ends() -> None:
    old = HUGE["huge-english"][:200_000]
    new = "New. " + old[::-1] + " End."
    edits = word_diff(old, new)
    assert edits[0].old.start == edits[0].new.start == 0
    assert (edits[-1].old.end, edits[-1].new.end) == (len(old), len(new))
