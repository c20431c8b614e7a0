"""Small changes of an English text by themselves."""

from __future__ import annotations

import pytest

from workbench.lexicon.glosses import FUNCTION_WORDS
from workbench.model.span import Side, Span
from workbench.text.rewording import cases, hump, missing_space, moved, recased, spaced, without
from workbench.text.tokens import TokenKind, tokens


def words_of(text: str) -> list[Span]:
    return [token.span for token in tokens(text, Side.TARGET) if token.kind is not TokenKind.SPACE]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the", ("The", "THE", "the")),
        ("The", ("the", "THE", "The")),
        ("API", ("api", "Api", "API")),
        ("ChatGPT", ("chatgpt", "Chatgpt", "CHATGPT", "ChatGPT")),
        ("new trends", ("New trends", "New Trends", "NEW TRENDS", "new trends")),
        ("don't stop", ("Don't stop", "Don't Stop", "DON'T STOP", "don't stop")),
        ("42", ("42",)),
    ],
)
def test_cases_come_in_order_and_end_where_they_began(words: str, expected: tuple[str, ...]) -> None:
    assert cases(words) == expected


def test_pressing_on_goes_round_all_cases() -> None:
    text, seen = "A brand new The era", []
    span = at(text, "The")
    for _ in range(4):
        change = recased(text, span, "The")
        assert change is not None
        text, span = change.of(text), change.cursor
        seen.append(span.of(text))
    assert seen == ["the", "THE", "The", "the"]
    assert recased("42 things", Span(0, 2)) is None


@pytest.mark.parametrize(
    ("text", "words", "by", "expected", "cursor"),
    [
        ("one red big house", "red", 1, "one big red house", "red"),
        ("one red big house", "big", -1, "one big red house", "big"),
        ("apples, pears and plums", "apples", 1, "pears, apples and plums", "apples"),
        ("The more people, the merrier.", "The", 1, "More the people, the merrier.", "the"),
        ("It ended. Then we left.", "Then", 1, "It ended. We then left.", "then"),
        ("China grows.", "China", 1, "Grows China.", "China"),
        ("I am here.", "I", 1, "Am I here.", "I"),
        ("he gave up hope soon", "gave up", 1, "he hope gave up soon", "gave up"),
        ("he gave up hope soon", "gave up", -1, "gave up he hope soon", "gave up"),
    ],
)
def test_words_change_places(text: str, words: str, by: int, expected: str, cursor: str) -> None:
    change = moved(text, at(text, words), words_of(text), by, FUNCTION_WORDS)
    assert change is not None
    assert change.of(text) == expected
    assert change.cursor.of(expected) == cursor


def test_at_the_ends_no_word_is_there_to_change_with() -> None:
    text = "Only this."
    assert moved(text, at(text, "this"), words_of(text), 1, FUNCTION_WORDS) is None
    assert moved(text, at(text, "Only"), words_of(text), -1, FUNCTION_WORDS) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("an era.The end", "era", "an era. The end"),
        ("an era.The end", "The", "an era. The end"),
        ("an era.The end", ".", "an era. The end"),
        ("he said,\u201cyes\u201d and", "said", "he said, \u201cyes\u201d and"),
        ("the end(of it) came", "end", "the end (of it) came"),
        ("(of it)came late", "it", "(of it) came late"),
        ("one;two", "two", "one; two"),
    ],
)
def test_a_missing_space_is_found_from_either_word(text: str, words: str, expected: str) -> None:
    place = missing_space(text, at(text, words))
    assert place is not None
    change = spaced(place, at(text, words))
    assert change.of(text) == expected
    assert change.cursor.of(expected) == words


@pytest.mark.parametrize(
    ("text", "words"), [("at 3.5 percent", "3.5"), ("it\u2019s fine", "it\u2019s"), ("the C-end, too", "C-end")]
)
def test_no_space_is_missing_inside_numbers_and_words(text: str, words: str) -> None:
    assert missing_space(text, at(text, words)) is None


def test_two_words_written_as_one_part_at_the_capital() -> None:
    assert hump("the industrialInternet era", at("the industrialInternet era", "industrialInternet")) == 14
    assert hump("the Internet era", at("the Internet era", "Internet")) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("it is the the end", "the", "it is the end"),
        ("it ends here now.", "now", "it ends here."),
        ("it ends here now", "now", "it ends here"),
        ("So we left.", "So", "We left."),
        ("He came. So we left.", "So", "He came. We left."),
        ("one, two", "two", "one,"),
        ("word", "word", ""),
    ],
)
def test_words_go_with_the_space_that_they_needed(text: str, words: str, expected: str) -> None:
    change = without(text, at(text, words))
    assert change.of(text) == expected
    assert change.cursor.end <= len(expected)
