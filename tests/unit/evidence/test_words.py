"""Words of both sides: keys, weights, and the table of stems."""

import pytest

from workbench.evidence.pair import gather
from workbench.evidence.words import english_stem, glued, source_words, target_words
from workbench.text.tokens import stem


def test_the_table_of_stems_agrees_with_the_stemmer() -> None:
    text = "went children running better analyses don't Shanghai's colour zqxwv studies leaves founded men WORLD'S"
    for word in text.split():
        assert english_stem(word) == stem(word)


def test_hyphenated_words_are_taken_apart_and_offsets_stay_true() -> None:
    text = "A well-known e-mail service."
    words = target_words(text)
    assert [word.text for word in words] == ["A", "well", "known", "e", "mail", "service"]
    assert all(text[word.start : word.end] == word.text for word in words)


def test_function_words_weigh_nothing_and_rare_words_much() -> None:
    weights = {word.text: word.weight for word in target_words("the company and its photosynthesis")}
    assert weights["the"] == weights["and"] == weights["its"] == 0
    assert 0 < weights["company"] < weights["photosynthesis"]
    ours = {word.text: word.weight for word in source_words("公司的光合作用")}
    assert ours["的"] == 0
    assert 0 < ours["公司"] < ours["光合作用"]


def test_traditional_words_have_the_key_and_weight_of_simplified_ones() -> None:
    traditional, simplified = source_words("經濟發展"), source_words("经济发展")
    assert [word.key for word in traditional] == [word.key for word in simplified]
    assert [word.weight for word in traditional] == [word.weight for word in simplified]
    assert traditional[0].text == "經濟"


def test_words_run_together_are_cut_by_the_dictionary_and_names_stay_whole() -> None:
    cut = {
        word: glued(word) for word in ("让玩家", "价格上涨", "组和", "实践证明", "产业端", "孟永辉", "于和伟", "并未")
    }
    assert [word for word, parts in cut.items() if len(parts) == 1] == ["产业端", "孟永辉", "于和伟", "并未"]
    assert all("".join(parts) == word for word, parts in cut.items())
    assert cut["让玩家"] == ("让", "玩家")


@pytest.mark.parametrize(
    ("source", "target", "rendered"),
    [
        ("他在成都出生。", "He was born in Chengdu.", "成都"),  # the dictionary only explains it
        ("票价300万欧元。", "Tickets cost \u20ac3 million.", "欧元"),
        ("票价三百万元。", "Tickets cost three million yuan.", "yuan"),
        ("第四季度的目标", "the target for the fourth quarter", "目标"),  # 的 has a gloss `target`
        ("大部分人都在。", "Most of the people are here.", "大部分"),
    ],
)
def test_what_is_rendered_is_not_called_missing(source: str, target: str, rendered: str) -> None:
    pair = gather(source, target)
    left = (*pair.unaccounted_source, *pair.unaccounted_target, *pair.unconfirmed_source, *pair.unconfirmed_target)
    assert rendered not in {word.quote for word in left}


def test_a_currency_that_differs_is_not_taken_for_the_same() -> None:
    pair = gather("票价300万欧元。", "Tickets cost $3 million.")
    assert "欧元" in {word.quote for word in (*pair.unaccounted_source, *pair.unconfirmed_source)}
