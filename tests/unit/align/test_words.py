"""Keys: what the two languages are compared by."""

from __future__ import annotations

import pytest

from workbench.align.words import chinese_value, source_keys, target_keys


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三百二十", 320),
        ("一亿五千万", 150_000_000),
        ("二〇二〇", 2020),
        ("两万五", 20_005),
        ("十二", 12),
        ("万", None),
    ],
)
def test_chinese_numerals(numeral: str, value: int | None) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(
    ("source", "target", "shared"),
    [
        ("他有3.5亿元。", "He has 350 million yuan.", {"#350000000"}),
        ("二十五万三千人", "two hundred and fifty-three thousand people", {"#253000"}),
        ("百分之三十", "thirty percent", {"#30", "%"}),
        ("30%的患者", "30% of patients", {"#30", "%"}),
        ("第19号", "No. 19", {"#19"}),
        ("1,234.5公里", "1,234.5 km", {"#1234.5"}),
        ("真的吗？是的！", "Really? Yes!", {"?", "!"}),
        ("“好”（完）", '"Good" (end)', {"\u201c", "\u201d", "("}),
        ("他说：「好」……", "He said: 'good'...", {":", "\u201c", "\u201d", "\u2026"}),
    ],
)
def test_both_sides_write_the_same_key(source: str, target: str, shared: set[str]) -> None:
    assert shared <= set(source_keys(source)) & set(target_keys(target))


def test_latin_letters_in_chinese_are_the_english_word() -> None:
    assert "@iphon" in source_keys("用iPhone打电话")
    assert "iphon" in target_keys("calls with iPhones")
    assert {"@covid", "#19"} <= set(source_keys("COVID-19患者"))
    assert {"covid", "#19"} <= set(target_keys("COVID-19 patients"))


def test_months_are_words_on_both_sides() -> None:
    assert source_keys("5月3日")[:2] == ("五月", "#3")
    assert source_keys("十二月")[:1] == ("十二月",)


def test_contractions_are_taken_apart_and_articles_dropped() -> None:
    assert target_keys("The dog didn't see it; we've won't.") == (
        "dog",
        "do",
        "not",
        "see",
        "it",
        ";",
        "we",
        "have",
        "will",
        "not",
    )


def test_hyphenated_words_are_their_parts() -> None:
    assert target_keys("a well-known two-year-old") == ("well", "know", "#2", "year", "old")


@pytest.mark.parametrize(
    "text",
    ["'Never!' cried Tom.", '"Never!" cried Tom.', "\u201cNever!\u201d cried Tom.", "\u2018Never!\u2019 cried Tom."],
)
def test_quotation_marks_of_all_forms_open_and_close(text: str) -> None:
    assert target_keys(text)[:4] == ("\u201c", "never", "!", "\u201d")


def test_apostrophes_are_no_quotation_marks() -> None:
    assert target_keys("the dogs' owner in the \u201990s rock'n'roll") == tuple(
        key for key in target_keys("the dogs owner in the 90s rock'n'roll")
    )


def test_straight_quotation_marks_in_chinese_take_turns() -> None:
    assert source_keys('他说"好"。')[2:5:2] == ("\u201c", "\u201d")


def test_traditional_text_has_simplified_keys() -> None:
    assert source_keys("圖書館") == source_keys("图书馆")
