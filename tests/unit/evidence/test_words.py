"""Words of both sides: keys, weights, and the table of stems."""

from workbench.evidence.words import english_stem, source_words, target_words
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
