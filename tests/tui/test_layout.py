"""Where texts stand, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.span import Side
from workbench.text.cells import cell_width
from workbench.tui.layout import STACK_BELOW, TAIL, Window, columns, lines_of, measure

TEXTS = st.text(alphabet="他走进房间，看。（」a bc.-\n\u0301é\U0001f600", max_size=120)


@given(TEXTS, st.integers(4, 60))
def test_lines_cover_the_text_and_keep_to_the_width(text: str, width: int) -> None:
    lines = lines_of(text, width)
    assert "".join(text[a:b] for a, b in lines) == text
    for a, b in lines:
        assert a < b
        assert cell_width(text[a:b].rstrip("\n")) <= width or b - a <= 3


@pytest.mark.parametrize("width", range(20, 200, 7))
@pytest.mark.parametrize("count", [5, 44, 10_000, 123_456])
def test_columns_fill_the_width_without_overlap(width: int, count: int) -> None:
    at = columns(width, count)
    assert at.stacked == (width < STACK_BELOW)
    assert at.target_x + at.target_width + TAIL <= max(width, at.target_x + 3)
    if not at.stacked:
        assert at.source_x + at.source_width + TAIL < at.target_x


def test_a_pair_is_as_high_as_its_longer_side_and_stacked_as_both() -> None:
    beside = measure("中" * 30, "word " * 8, columns(80, 9))
    below = measure("中" * 30, "word " * 8, columns(60, 9))
    assert beside.height == max(len(beside.source), len(beside.target)) == 3
    assert below.height == len(below.source) + len(below.target)
    assert below.row_of(Side.TARGET, 0) == len(below.source)
    assert below.line_at(Side.TARGET, 0) is None
    assert measure("", "", columns(80, 9)).height == 1
    assert measure("a", "b", columns(80, 9), gap=True, least=4).height == 5


def test_the_row_of_a_code_point_is_where_its_line_is() -> None:
    rows = measure("中" * 30, "", columns(80, 9))
    for row, (start, end) in enumerate(rows.source):
        assert rows.row_of(Side.SOURCE, start) == rows.row_of(Side.SOURCE, end - 1) == row


HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=40)


@given(HEIGHTS, st.integers(1, 20), st.lists(st.integers(-30, 30), max_size=12))
def test_scrolling_shows_neighbouring_rows_in_order(heights: list[int], tall: int, moves: list[int]) -> None:
    window = Window(lambda: len(heights), heights.__getitem__)
    window.height = tall
    every = [(pair, line) for pair, h in enumerate(heights) for line in range(h)]
    top = 0
    for by in moves:
        window.scroll(by)
        top = max(0, min(top + by, max(0, len(every) - tall)))
        shown = window.rows()
        assert [row for row in shown if row is not None] == every[top : top + tall]
        assert len(shown) == tall


@given(HEIGHTS, st.integers(1, 20), st.data())
def test_a_pair_is_revealed_wherever_the_window_was(heights: list[int], tall: int, data: st.DataObject) -> None:
    window = Window(lambda: len(heights), heights.__getitem__)
    window.height = tall
    for pair in data.draw(st.lists(st.integers(0, len(heights) - 1), min_size=1, max_size=6)):
        window.reveal(pair)
        shown = window.rows()
        wanted = min(heights[pair], tall)
        assert sum(row is not None and row[0] == pair for row in shown) >= wanted
        assert (pair, 0) in shown


def test_a_resize_keeps_the_pair_on_top() -> None:
    heights = [3] * 1000
    window = Window(lambda: 1000, lambda i: heights[i])
    window.height = 20
    window.put(500, 0)
    heights[:] = [7] * 1000
    window.settle()
    assert window.rows()[0] == (500, 0)


def test_going_far_measures_only_what_is_near() -> None:
    asked: set[int] = set()

    def height(index: int) -> int:
        asked.add(index)
        return 4

    window = Window(lambda: 100_000, height)
    window.height = 30
    window.reveal(70_000)
    window.rows()
    assert len(asked) < 100


def test_rows_under_a_sheet_may_stay_blank() -> None:
    window = Window(lambda: 3, lambda _i: 4)
    window.height = 12
    window.slack = 7
    window.reveal(2)
    assert window.rows()[4] == (2, 3) or window.rows().index((2, 3)) < 12 - 7
