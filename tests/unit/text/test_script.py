"""Scripts are told apart, also where both stand in one text."""

from __future__ import annotations

import pytest

from workbench.text.script import chinese_first, han_share, is_chinese, is_han, variety

CHINESE = "风口频出下，产业互联网的脚步近了。"
ENGLISH = "The pace of the industrial Internet is approaching."


@pytest.mark.parametrize("ch", [*"风㐀䶿鿿々〇\uf900⽂", "\U00020000", "\U000323af"])
def test_han(ch: str) -> None:
    assert is_han(ch)


@pytest.mark.parametrize("ch", [*"aé1，。かカ한٣ 　Ａ", "", "\ud800", "风口"])
def test_not_han(ch: str) -> None:
    assert not is_han(ch)


def test_share_counts_words_as_one_unit() -> None:
    assert han_share("风口 hot trend") == 0.5
    assert han_share("以ChatGPT、metaverse为代表") == pytest.approx(4 / 6)
    assert han_share("12，。 !") == 0
    assert han_share("") == 0
    assert han_share("これは") == 0


def test_chinese_or_not() -> None:
    assert is_chinese(CHINESE)
    assert is_chinese("以ChatGPT、metaverse为代表的")
    assert not is_chinese(ENGLISH)
    assert not is_chinese("The word 风口 is often translated badly.")
    assert not is_chinese("12345")
    assert not is_chinese("これはにほんごです")


def test_which_of_two_is_the_chinese() -> None:
    assert chinese_first(CHINESE, ENGLISH) is True
    assert chinese_first(ENGLISH, CHINESE) is False
    assert chinese_first("", CHINESE) is False
    assert chinese_first(CHINESE, "") is True
    assert chinese_first(ENGLISH, ENGLISH) is None
    assert chinese_first(CHINESE, CHINESE) is None
    assert chinese_first("", "") is None
    assert chinese_first(ENGLISH, "Hello 你 there and so on") is None
    assert chinese_first(ENGLISH, "Hello there you 你") is None


def test_a_half_translated_text_still_loses_to_its_source() -> None:
    half = "".join(f"{ENGLISH} {CHINESE}\n" for _ in range(10))
    assert chinese_first(half, CHINESE * 20) is False


def test_a_long_text_is_judged_by_its_parts() -> None:
    front_matter = "# a header in English\n" * 3000
    assert chinese_first(front_matter + CHINESE * 50_000, ENGLISH * 20_000) is True


def test_varieties() -> None:
    assert variety(CHINESE) == "simplified"
    assert variety("風口頻出下，產業互聯網的腳步近了。") == "traditional"
    assert variety("風口频出下，產業互联网的脚步近了。") == "mixed"
    assert variety("人口不多") is None
    assert variety(ENGLISH) is None
    # 后, 里, 只, 面 and 干 are good traditional characters too.
    assert variety("皇后在里面只吃面") != "simplified"


def test_a_stray_character_does_not_make_a_text_mixed() -> None:
    assert variety(CHINESE * 20 + "產") == "simplified"
