"""The algebra of wrapping: whatever the text and the width, nothing is lost and no rule is broken needlessly."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.cells import cell_width, code_point_at, grapheme_starts
from workbench.text.wrap import breaks

_PIECES = [
    *"风口频出下的，。、；：？！）》」』】”’…—％（《「『【“‘·3 -\n\t/$'\"",
    "第",
    "亿",
    "e\u0301",
    "\U0001f44d\U0001f3fd",
]
_PIECES += [
    "word",
    "internet",
    "100",
    "3.5%",
    "12亿",
    "《书》",
    "……",
    "——",
    ". ",
    ", ",
    "c-end",
    "，他说：“",
    "\x1b",
    "\u200b",
]
_texts = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join), st.text(max_size=80))
_widths = st.integers(1, 40)
_NO_START = "，。、；：？！）》」』】”…—％,.;:!?)]}%"
_NO_END = "（《「『【“‘([{"


def _lines(text: str, width: int) -> list[str]:
    places = (0, *breaks(text, width), len(text))
    return [text[start:end] for start, end in pairwise(places)]


@given(_texts, _widths)
def test_lines_are_the_text_and_fit(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert "".join(lines) == text
    assert all(lines) or not text
    starts = set(grapheme_starts(text))
    assert set(breaks(text, width)) <= starts
    for line in lines:
        assert "\n" not in line[:-1]
        assert cell_width(line) <= width or len(grapheme_starts(line.removesuffix("\n"))) == 1


@given(_texts, _widths)
def test_every_newline_ends_its_line(text: str, width: int) -> None:
    places = set(breaks(text, width))
    assert all(i + 1 in places for i, ch in enumerate(text[:-1]) if ch == "\n")


@given(_texts, st.integers(2, 40))
def test_a_closing_mark_begins_a_line_only_after_what_fills_one(text: str, width: int) -> None:
    for place in breaks(text, width):
        if text[place] in _NO_START and text[place - 1] != "\n":
            # What may not be parted from the mark: all before it back to a place between two Chinese characters.
            start = place
            while start > 0 and not _is_free(text, start):
                start -= 1
            assert cell_width(text[start : place + 1]) > width or cell_width(text[place:]) == 0


@given(_texts, st.integers(12, 40))
def test_a_word_that_fits_is_not_cut(text: str, width: int) -> None:
    places = set(breaks(text, width))
    for match in re.finditer(r"(?:[A-Za-z]\u0301?)+", text):
        if cell_width(match.group()) <= width:
            assert not places & set(range(match.start() + 1, match.end()))


@given(
    st.text("0123456789", min_size=1, max_size=8),
    st.sampled_from("亿万元年%％倍"),
    st.integers(20, 30),
    st.integers(0, 30),
)
def test_a_number_keeps_its_unit(number: str, unit: str, width: int, before: int) -> None:
    text = "字" * before + number + unit + "后面的话" * 5
    assert before + len(number) not in breaks(text, width)


@given(st.integers(0, 30), st.sampled_from(_NO_END), st.integers(6, 30))
def test_an_opening_mark_does_not_end_a_line(before: int, mark: str, width: int) -> None:
    text = "字" * before + mark + "内容" * 5
    assert before + 1 not in breaks(text, width)


@given(_texts, st.integers(0, 60))
def test_every_cell_leads_to_a_grapheme(text: str, cell: int) -> None:
    line = text.replace("\n", "")
    assert code_point_at(line, cell) in (*grapheme_starts(line), len(line))


def _is_free(text: str, place: int) -> bool:
    """Between two Chinese characters a line may always end, and after a newline."""
    return text[place - 1] == "\n" or all(
        "\u4e00" <= ch <= "\u9fff" and ch not in "第" for ch in text[place - 1 : place + 1]
    )
