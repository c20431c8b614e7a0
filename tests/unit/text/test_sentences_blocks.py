"""Lines, paragraphs and hard wraps; and the odd shapes that a file can have."""

from __future__ import annotations

import textwrap

import pytest

from workbench.model.document import Document, Sentence
from workbench.model.span import Side
from workbench.text.sentences import split, split_lines

PROSE = (
    "The old bridge had been closed for nine years before anyone asked who owned it. A clerk found the deed in a "
    "drawer, under a stack of unpaid bills, and nobody could read the name. The town put up a fence. Two summers "
    "later the fence was gone and the children were fishing from the railings again, as their parents had done, "
    "and the council held a meeting about it that lasted until past midnight."
)
CHINESE = (
    "这座旧桥关闭了九年,才有人问起它究竟归谁所有。一位职员在抽屉里找到了那张契约,压在一叠没有付清的账单下面,"
    "上面的名字已经无法辨认。镇上竖起了一道围栏。过了两个夏天,围栏不见了,孩子们又坐在栏杆上钓鱼,就像他们的父母"
    "从前一样,镇议会为此开了一次会,一直开到午夜以后才散。"
)


def sentences(text: str, side: Side = Side.TARGET) -> tuple[Sentence, ...]:
    return split(Document(side, text)).sentences


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


@pytest.mark.parametrize("width", [60, 66, 72, 79, 90, 100])
def test_hard_wrapped_english_is_joined(width: int) -> None:
    text = wrapped(PROSE, width) + "\n\n" + wrapped(PROSE, width) + "\n"
    found = sentences(text)
    assert [" ".join(s.text.split()) for s in found] == [s.text for s in sentences(PROSE)] * 2
    assert [s.paragraph for s in found] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert len(found) == 8


def test_hard_wrapped_paragraphs_with_indented_first_lines() -> None:
    text = "\n".join(textwrap.wrap(PROSE, 72, initial_indent="    ") * 3)
    assert [s.paragraph for s in sentences(text)] == [0] * 4 + [1] * 4 + [2] * 4


def test_hard_wrapped_chinese_is_joined() -> None:
    text = "\n".join(CHINESE[i : i + 36] for i in range(0, len(CHINESE), 36))
    found = sentences(text, Side.SOURCE)
    assert [s.text.replace("\n", "") for s in found] == [s.text for s in sentences(CHINESE, Side.SOURCE)]


def test_wrapped_list_items_stay_apart() -> None:
    items = [textwrap.fill("- " + PROSE[:200], 72, subsequent_indent="  ") for _ in range(3)]
    found = sentences("\n".join(items))
    assert [s.paragraph for s in found if s.text.startswith("- ")] == [0, 1, 2]
    assert {s.paragraph for s in found} == {0, 1, 2}


@pytest.mark.parametrize(
    "lines",
    [
        ["A short heading", "The first paragraph is here and it says little.", "The second one says even less."],
        ["apples", "pears and plums", "a pound of sugar", "flour"],
        ["realized.", "When that day comes, nobody will be surprised by it, least of all the players."],
        [s + "." for s in PROSE.rstrip(".").split(". ")],
        [PROSE, PROSE, PROSE],
        ["Roses are red and the evening is blue", "the river is wide and the ferry is slow", "and no one remembers"],
        ["the first item in a lower case list", "the second", "the third item of the very same list", "the last"],
    ],
)
def test_lines_that_are_paragraphs_stay_apart(lines: list[str]) -> None:
    assert sentences("\n".join(lines))[-1].paragraph == len(lines) - 1


def test_chinese_lines_that_are_paragraphs_stay_apart() -> None:
    lines = ["结语", "孟先生", CHINESE, CHINESE[:24], "更多"]
    assert sentences("\n".join(lines), Side.SOURCE)[-1].paragraph == 4


def test_line_numbers_count_blank_lines_and_every_kind_of_line_end() -> None:
    text = "One.\r\n\r\nTwo. Three.\rFour.\n\n\n  Five."
    assert [(s.text, s.line, s.paragraph) for s in sentences(text)] == [
        ("One.", 0, 0),
        ("Two.", 2, 1),
        ("Three.", 2, 1),
        ("Four.", 3, 2),
        ("Five.", 6, 3),
    ]


def test_line_numbers_inside_a_wrapped_paragraph() -> None:
    text = "\n\n" + wrapped(PROSE, 72)
    starts = ("The old", "A clerk", "The town", "Two")
    assert [s.line for s in sentences(text)] == [text[: text.index(start)].count("\n") for start in starts]


def test_white_space_of_every_kind_lies_outside() -> None:
    text = "\u3000\u3000路很长。\u3000\t桥很旧。\xa0\n\t\x0b 结语 \u2029末"
    assert [s.text for s in sentences(text, Side.SOURCE)] == ["路很长。", "桥很旧。", "结语", "末"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\r\n\t"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == ()
    assert split_lines(Document(Side.TARGET, text)).sentences == ()


def test_lines_as_sentences() -> None:
    text = "  One. Two. \r\n\r\n\u3000三。四。\nfive\u2028six\rand"
    found = split_lines(Document(Side.TARGET, text)).sentences
    assert [(s.text, s.line, s.start, s.end) for s in found] == [
        ("One. Two.", 0, 2, 11),
        ("三。四。", 2, 17, 21),
        ("five\u2028six\rand", 3, 22, 34),
    ]


def test_a_piece_without_letters_joins_its_neighbour() -> None:
    assert [s.text for s in sentences("It rose to 36.2 in 2019. %.")] == ["It rose to 36.2 in 2019. %."]
    assert [s.text for s in sentences("***")] == ["***"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", [".", "(", "“A.", "A.", "a\n", "（。", "。", "1.", '"a. ', "!?”", "http://a.B", "\ud800."]
)
def test_many_hostile_characters_come_back_whole(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert "".join(s.text for s in sentences(text)).replace("\n", "").replace(" ", "") == "".join(text.split())
