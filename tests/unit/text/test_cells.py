"""Widths agree with what Rich draws, and every cell leads back to the character that is drawn in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len

from tests.hostile.corpus import HUGE, SMALL
from workbench.text.cells import cell_offsets, cell_width, code_point_at, grapheme_starts
from workbench.text.safe import visible


@pytest.mark.parametrize("name", SMALL)
def test_width_is_richs_width_of_the_visible_text(name: str) -> None:
    text = SMALL[name]
    assert cell_width(text) == cell_len(visible(text))
    offsets = cell_offsets(text)
    assert len(offsets) == len(text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == cell_width(text)


@pytest.mark.parametrize("name", SMALL)
def test_pieces_between_graphemes_are_as_wide_as_rich_draws_them(name: str) -> None:
    for line in SMALL[name].split("\n"):
        starts = (*grapheme_starts(line), len(line))
        offsets = cell_offsets(line)
        for start, end in pairwise(starts):
            assert offsets[end] - offsets[start] == cell_len(visible(line[start:end]))


def test_either_half_of_a_wide_character_belongs_to_it() -> None:
    assert [code_point_at("他走进房间", cell) for cell in range(10)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_code_points_beyond_the_text() -> None:
    assert code_point_at("风口", -3) == 0
    assert code_point_at("风口", 4) == 2
    assert code_point_at("风口", 99) == 2
    assert code_point_at("", 0) == 0


def test_graphemes_are_not_entered() -> None:
    text = "e\u0301❤\ufe0f\U0001f1e8\U0001f1f3x"
    assert grapheme_starts(text) == (0, 2, 4, 6)
    assert cell_offsets(text) == [0, 1, 1, 3, 3, 5, 5, 6]
    assert [code_point_at(text, cell) for cell in range(7)] == [0, 2, 2, 4, 4, 6, 7]


def test_a_third_flag_letter_begins_a_grapheme() -> None:
    assert grapheme_starts("\U0001f1e8\U0001f1f3\U0001f1fa") == (0, 2)


def test_a_selector_widens_one_character_once() -> None:
    assert cell_offsets("❤\ufe0f\ufe0fa") == [0, 2, 2, 2, 3]
    assert cell_width("a\ufe0f") == 1
    assert cell_offsets("❤\u0301\ufe0f") == [0, 2, 2, 2]


def test_controls_take_the_cell_of_their_stand_in() -> None:
    assert cell_offsets("\x1b\tx\u200b") == [0, 1, 2, 3, 4]


def test_a_line_begins_a_grapheme_whatever_it_begins_with() -> None:
    assert grapheme_starts("a\n\u0301b") == (0, 1, 2, 3)
    assert grapheme_starts("\u0301\u0301a") == (0, 2)


def test_floods_are_one_cell() -> None:
    assert cell_width(HUGE["huge-combining"]) == 1
    assert grapheme_starts(HUGE["huge-combining"]) == (0,)
    assert code_point_at("e" + "\u0301\ufe0f" * 100_000 + "x", 1) == 200_001
