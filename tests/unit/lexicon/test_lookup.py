"""Looking words up in the compiled dictionary that the program ships."""

from __future__ import annotations

import pytest

from workbench.lexicon.lookup import lexicon
from workbench.text.tokens import stem


def test_the_figurative_sense_of_the_sample_is_there() -> None:
    (entry,) = lexicon().entries("风口")
    assert "(fig.) hot trend" in entry.senses
    assert {"tuyer", "fad", "trend"} <= set(lexicon().translations("风口"))


def test_translations_are_weights_strongest_first() -> None:
    weights = list(lexicon().translations("说").values())
    assert weights == sorted(weights, reverse=True)
    assert 0 < weights[-1] <= weights[0] <= 0.9


def test_references_lend_their_senses() -> None:
    assert lexicon().translations("説").keys() >= {"say", "speak"}
    assert "communist" in lexicon().translations("中共")


def test_common_words_are_less_rare() -> None:
    words = lexicon()
    assert words.zh_rarity("的") < words.zh_rarity("发展") < words.zh_rarity("供应链") < words.zh_rarity("新质生产力")
    assert words.en_rarity("the") < words.en_rarity(stem("development")) < words.en_rarity("tuyer")


@pytest.mark.parametrize(
    ("word", "parts"),
    [("产业互联网", ("产业", "互联网")), ("新质生产力", ("新", "质", "生产力")), ("\u9f98", ("\u9f98",)), ("", ())],
)
def test_longest_match(word: str, parts: tuple[str, ...]) -> None:
    assert lexicon().split_word(word) == parts


def test_pinyin_takes_words_before_characters() -> None:
    assert lexicon().pinyin_of("银行行长") == "yín háng háng zhǎng"
    assert lexicon().pinyin_of("?") == "?"


def test_related_stems_translate_the_same_words() -> None:
    related = lexicon().related("furious")
    assert {"enrag", "indign"} <= set(related)
    assert all(0.08 <= likeness <= 1 for likeness in related.values())
    assert lexicon().related("nosuchstem") == {}


def test_lone_surrogates_and_odd_characters_are_no_words() -> None:
    for text in ("\ud800", "\x00", "\u202e风", "😀"):
        assert not lexicon().in_lexicon(text)
        assert lexicon().entries(text) == ()
