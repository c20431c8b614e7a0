"""Lines end where Chinese and English printers end them, and hold every character."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.hostile.corpus import HUGE, SMALL
from workbench.text import wrap
from workbench.text.cells import cell_width, grapheme_starts
from workbench.text.wrap import breaks


def lines(text: str, width: int) -> list[str]:
    places = (0, *breaks(text, width), len(text))
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("Hello world 他说：“你好，世界。”", 20, "Hello world 他说：|“你好，世界。”"),
        ("他说你好世界你好世界。「真的」", 20, "他说你好世界你好世|界。「真的」"),
        ("他说（你好）", 7, "他说|（你|好）"),
        ("增长了3.5%了", 8, "增长了|3.5%了"),
        ("大约有100亿元", 10, "大约有|100亿元"),
        ("一二三第3名", 9, "一二三|第3名"),
        ("这是我的internationalization", 20, "这是我的|internationalization"),
        ("走——我们走……再见", 5, "走——|我们|走……|再见"),
        ("well-known co-operation", 11, "well-known |co-|operation"),
        ("send e-mail COVID-19 off", 9, "send |e-mail |COVID-19 |off"),
        ("don’t don't stop", 5, "don’t| |don't| stop"),
        ("it costs $100 or US$5", 11, "it costs |$100 or |US$5"),
        ("卡尔·马克思", 5, "卡|尔·马|克思"),
        ("one another.While the", 16, "one |another.While |the"),
        ("see f(x) here", 7, "see |f(x) |here"),
        ("他用ChatGPT（工具）", 12, "他用ChatGPT|（工具）"),
        ("word—word word", 9, "word—|word word"),
        ("minus -5 and", 8, "minus |-5 and"),
        ("第一行\n第二行\n", 10, "第一行\n|第二行\n"),
        ("\n\na", 5, "\n|\n|a"),
        ("a\tb\tc", 4, "a\tb\t|c"),
        ("家\U0001f468\u200d\U0001f469", 4, "家|\U0001f468\u200d|\U0001f469"),
    ],
)
def test_rules(text: str, width: int, wrapped: str) -> None:
    assert "|".join(lines(text, width)) == wrapped


def test_what_is_wider_than_a_line_is_cut_at_its_cheapest_place() -> None:
    assert lines("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]
    assert lines("another.While", 9) == ["another.", "While"]
    assert lines("https://example.com/abc/def", 15) == ["https://", "example.com/", "abc/def"]
    assert lines("。" * 5, 4) == ["。。", "。。", "。"]
    assert lines("12345678,901", 5) == ["12345", "678", ",901"]


def test_a_closing_mark_first_rather_than_a_word_cut() -> None:
    assert lines("见internation。", 11) == ["见", "internation", "。"]


def test_a_grapheme_wider_than_the_line_stands_alone() -> None:
    assert lines("风口a", 1) == ["风", "口", "a"]
    assert lines("e\u0301e\u0301", 1) == ["e\u0301", "e\u0301"]
    assert lines("\U0001f1e8\U0001f1f3\U0001f1fa\U0001f1f8", 2) == ["\U0001f1e8\U0001f1f3", "\U0001f1fa\U0001f1f8"]


def test_short_and_empty_texts_are_one_line() -> None:
    assert breaks("", 10) == ()
    assert breaks("风口", 4) == ()
    assert breaks("风口\n", 4) == ()


def test_no_width_is_an_error() -> None:
    with pytest.raises(ValueError, match="0 cells"):
        breaks("a", 0)


@pytest.mark.parametrize("width", [1, 2, 7, 40])
@pytest.mark.parametrize("name", SMALL)
def test_hostile_lines(name: str, width: int) -> None:
    text = SMALL[name]
    assert set(breaks(text, width)) <= set(grapheme_starts(text))
    assert "".join(lines(text, width)) == text
    for line in lines(text, width):
        assert cell_width(line) <= width or len(grapheme_starts(line.removesuffix("\n"))) == 1
        assert "\n" not in line[:-1]


@pytest.mark.parametrize("name", HUGE)
def test_huge_lines(name: str) -> None:
    text = HUGE[name][:300_000]
    assert "".join(lines(text, 40)) == text


@pytest.mark.parametrize("window", [16, 101])
@pytest.mark.parametrize("name", SMALL)
def test_long_texts_are_wrapped_in_parts_like_whole_ones(
    name: str, window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SMALL[name] * 3
    whole = breaks(text, 9)
    monkeypatch.setattr(wrap, "_WINDOW", window)
    assert breaks(text, 9) == whole
