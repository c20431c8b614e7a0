"""Nothing that could act on a terminal or hide from a reader passes the neutraliser, and no offset moves."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from tests.hostile.corpus import SMALL
from workbench.text.safe import suspicious, visible


def test_every_code_point_becomes_one_harmless_one() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(everything)
    assert len(shown) == len(everything)
    categories = {unicodedata.category(ch) for ch in shown if ch != "\n"}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    shown.encode("utf-8")
    assert visible(shown) == shown


@pytest.mark.parametrize("name", SMALL)
def test_length_and_newlines_are_kept(name: str) -> None:
    text = SMALL[name]
    shown = visible(text)
    assert len(shown) == len(text)
    assert [i for i, ch in enumerate(shown) if ch == "\n"] == [i for i, ch in enumerate(text) if ch == "\n"]
    assert not set(shown) & set("\x00\x1b\x07\x7f\x9b\u202e\u2066\u200b\ufeff\r\t\ud800\ue000")


def test_stand_ins() -> None:
    assert visible("\x1b[0m\x00\x1f") == "\u241b[0m\u2400\u241f"
    assert visible("\x7f") == "\u2421"
    assert visible("a\tb\r\n") == "a→b\u240d\n"
    assert visible("\x85\x9b\u202e\u2066\ufeff\u200b\u2028\u2029\u00ad\u200d\ufff9\U000e0041") == "·" * 12
    assert visible("\ud800\udfff\ufffe\ufdd0\U0010ffff") == "\ufffd" * 5
    assert visible("\ue000\uf8ff\U000f0000\u0378") == "□" * 4
    assert visible("\u3164\uffa0\u034f") == "···"


def test_ordinary_text_is_left_alone() -> None:
    text = "风口频出，“深入布局”——café e\u0301 ❤\ufe0f 葛\U000e0100\u3000\u00a0한글 \U00020000\n第二行"
    assert visible(text) == text


def test_markup_is_no_concern_of_it() -> None:
    assert visible("[/nope] [b]x[/b] \\[") == "[/nope] [b]x[/b] \\["


def _named(text: str) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, name) for span, name in suspicious(text)]


def test_suspicious_places_are_named() -> None:
    assert _named("ab\u202ecd") == [(2, 3, "right-to-left override")]
    assert _named("\x1b\x07x\x9b") == [
        (0, 1, "control character U+001B"),
        (1, 2, "control character U+0007"),
        (3, 4, "control character U+009B"),
    ]
    assert _named("风\u200b\u200b口\ufeff") == [(1, 3, "zero-width space"), (4, 5, "byte-order mark inside the text")]
    assert _named("a\ud800\ue000\uffff\ufffd") == [
        (1, 2, "lone surrogate"),
        (2, 3, "private-use character"),
        (3, 4, "noncharacter"),
        (4, 5, "replacement character"),
    ]
    assert _named("in\u00addustry") == [(2, 3, "soft hyphen")]
    assert _named("a\u3164\U000e0041") == [(1, 2, "invisible letter"), (2, 3, "tag character")]
    assert _named("a\u0378") == [(1, 2, "unassigned code point")]
    assert _named("f\u2061(x)") == [(1, 2, "format character")]


def test_combining_marks_are_suspicious_only_in_floods() -> None:
    assert _named("cafe\u0301 o\u0323\u0302") == []
    assert _named("e" + "\u0301" * 30 + "x") == [(1, 31, "flood of combining marks")]


def test_variation_selectors_are_suspicious_only_without_a_base() -> None:
    assert _named("❤\ufe0f 葛\U000e0100城") == []
    assert _named("a\ufe0f\U000e0101\U000e0102") == [(2, 4, "stray variation selector")]
    assert _named("\ufe0fa") == [(0, 1, "stray variation selector")]


def test_what_belongs_in_a_text_is_not_suspicious() -> None:
    assert _named("一\t二\r\n三\u3000\u00a0“x”…\n") == []
    assert _named("\U0001f468\u200d\U0001f469\u200d\U0001f467") == []
    assert _named("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == []
    assert _named("\U00020000\U000323af") == []


def test_a_joiner_outside_an_emoji_and_a_lone_return_are_suspicious() -> None:
    assert _named("风\u200d口") == [(1, 2, "zero-width joiner")]
    assert _named("one\rtwo\r\n") == [(3, 4, "control character U+000D")]
