"""Why a sentence stands alone."""

from __future__ import annotations

import pytest

from workbench.align.reasons import is_furniture, reasons
from workbench.model.bitext import Reason
from workbench.model.span import Side

BODY = "这座小城去年冬天修了一座新的图书馆。"


@pytest.mark.parametrize(
    "line", ["责任编辑：李四", "（完）", "END", "THE END", "更多", "※※※", "网友评论(0条)", "记者 王五"]
)
def test_lines_after_the_text_that_are_furniture(line: str) -> None:
    assert reasons([BODY, line], [True, False], Side.SOURCE) == {1: Reason.FURNITURE}


@pytest.mark.parametrize(
    "line", ["Read more", "All rights reserved.", "By Jane Smith", "Editor: J. Smith", "* * *", "2 comments"]
)
def test_english_furniture(line: str) -> None:
    assert reasons(["It rained all day.", line], [True, False], Side.TARGET) == {1: Reason.FURNITURE}


@pytest.mark.parametrize(
    "line",
    [
        *("陈立民", "欧阳文", "文/王芳", "记者 李明", "编辑丨赵磊"),
        *("2023年5月3日 09:15", "阅读 10万+", "本报记者 周杰 发自上海"),
        *("本报记者 周晓芸 发自江苏南京的报道", "特约记者王立新 北京"),
    ],
)
def test_a_line_between_the_title_and_the_text_that_names_or_dates_it_is_furniture(line: str) -> None:
    texts = ["图书馆开门了", line, BODY, BODY + "它有三层楼。"]
    assert reasons(texts, [True, False, True, True], Side.SOURCE) == {1: Reason.FURNITURE}


def test_a_name_within_the_text_is_an_omission() -> None:
    texts = ["图书馆开门了", BODY, "陈立民", BODY + "它有三层楼。"]
    assert reasons(texts, [True, True, False, True], Side.SOURCE) == {2: Reason.OMISSION}


@pytest.mark.parametrize(
    "line",
    ["引言", "春天来了", "高考改革", "小城里的人们", "冬天已经过去了。", "百年沧桑 旧貌新颜", "一座图书馆 三代读书人"],
)
def test_a_heading_above_the_text_is_an_omission(line: str) -> None:
    assert reasons(["图书馆开门了", line, BODY], [True, False, True], Side.SOURCE) == {1: Reason.OMISSION}


@pytest.mark.parametrize(("line", "is_byline"), [("Jane Doe", True), ("5 min read", True), ("A new beginning", False)])
def test_english_lines_above_the_text(line: str, is_byline: bool) -> None:
    texts = ["The library opens", line, "It rained all day."]
    wanted = Reason.FURNITURE if is_byline else Reason.ADDITION
    assert reasons(texts, [True, False, True], Side.TARGET) == {1: wanted}


def test_what_stands_among_furniture_after_the_end_is_furniture_with_a_stop_too() -> None:
    texts = [BODY, "发表评论", "还没有人评论，快来抢沙发！"]
    assert reasons(texts, [True, False, False], Side.SOURCE) == {1: Reason.FURNITURE, 2: Reason.FURNITURE}
    assert reasons([BODY, texts[2]], [True, False], Side.SOURCE) == {1: Reason.OMISSION}


def test_a_sentence_or_a_heading_in_the_text_is_an_omission() -> None:
    texts = [BODY, "经费从哪里来", BODY + "它有三层楼。", BODY]
    assert reasons(texts, [True, False, True, True], Side.SOURCE) == {1: Reason.OMISSION}
    assert reasons([BODY, "图书馆的经费由市政府和当地的企业共同承担，读者不必付钱。"], [True, False], Side.SOURCE) == {
        1: Reason.OMISSION
    }


def test_an_added_sentence() -> None:
    texts = ["It rained all day.", "Nobody had expected that.", "We stayed at home."]
    assert reasons(texts, [True, False, True], Side.TARGET) == {1: Reason.ADDITION}


@pytest.mark.parametrize("copy", [BODY, BODY.replace("。", ""), BODY.replace("一座", "")])
def test_a_repeat_of_a_paired_sentence_is_a_duplicate(copy: str) -> None:
    assert reasons([copy, "别的话都在这里。", BODY], [False, True, True], Side.SOURCE) == {0: Reason.DUPLICATE}


def test_a_repeat_of_what_is_not_paired_either_is_none() -> None:
    assert reasons([BODY, BODY], [False, False], Side.SOURCE) == {0: Reason.OMISSION, 1: Reason.OMISSION}


def test_a_side_of_its_own_has_no_furniture_by_place() -> None:
    assert reasons(["标题在这里", BODY], [False, False], Side.SOURCE)[0] is Reason.OMISSION


def test_marks_alone_are_furniture_everywhere() -> None:
    assert is_furniture("＊＊＊", Side.SOURCE, outside=False, after=False)
    assert not is_furniture("结语", Side.SOURCE, outside=False, after=False)
