from __future__ import annotations

import pytest

from workbench.model.span import Span
from workbench.terms.inflection import article, plural, singular
from workbench.terms.rewrite import replace_located, replace_rendering, suggestion


def replaced(text: str, old: str, new: str, pos: str = "n") -> str:
    at = text.index(old)
    return replace_rendering(text, Span(at, at + len(old)), new, pos)


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("With these tuyere, we", "tuyere", "hot trend", "With these hot trends, we"),
        ("a new outlet.", "outlet", "hot trend", "a new hot trend."),
        ("an outlet.", "outlet", "hot trend", "a hot trend."),
        ("a trend.", "trend", "opportunity", "an opportunity."),
        ("An outlet opened.", "outlet", "hot trend", "A hot trend opened."),
        ("Tuyere frequently out", "Tuyere", "hot trend", "Hot trends frequently out"),
        (
            "these new hot spots and tuyere continue",
            "tuyere",
            "hot trend",
            "these new hot spots and hot trends continue",
        ),
        ("this series of tuyere, the author", "tuyere", "hot trend", "this series of hot trends, the author"),
        ("The outlet's price", "outlet's", "hot trend", "The hot trend's price"),
        ("a flow of it", "flow", "traffic", "traffic of it"),
        ("a vent here", "vent", "AI model", "an AI model here"),
        ("transforming B terminal.", "B terminal", "business side", "transforming the business side."),
        ("the industry Internet is", "industry Internet", "industrial Internet", "the industrial Internet is"),
        ("the vent is", "vent", "the next big thing", "the next big thing is"),
    ],
)
def test_the_sentence_around_still_stands(text: str, old: str, new: str, expected: str) -> None:
    assert replaced(text, old, new) == expected


@pytest.mark.parametrize(
    ("old", "expected"),
    [("energizing", "enabling"), ("energized", "enabled"), ("energizes", "enables"), ("energize", "enable")],
)
def test_a_verb_takes_the_form_of_the_old_one(old: str, expected: str) -> None:
    assert replaced(f"it was {old} it", old, "enable", "v") == f"it was {expected} it"


def test_a_noun_in_the_place_of_a_verb_is_left_alone() -> None:
    assert replaced("the landing process", "landing", "implementation", "v") == "the implementation process"


def test_the_new_words_are_located() -> None:
    text = "It is an outlet now"
    new, span = replace_located(text, Span(9, 15), "hot trend", "n")
    assert span.of(new) == "hot trend"


def test_a_suggestion_replaces_the_quoted_words_alone() -> None:
    assert suggestion("Vents appear", Span(0, 5), "hot trend", "n") == "Hot trends"


@pytest.mark.parametrize(("many", "one"), [("cities", "city"), ("boxes", "box"), ("people", "person"), ("gas", "gas")])
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(("one", "many"), [("city", "cities"), ("child", "children"), ("traffic", "traffic")])
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("words", "expected"),
    [("hour", "an"), ("unicorn", "a"), ("AI", "an"), ("UN body", "a"), ("8 percent", "an"), ("unusual day", "an")],
)
def test_article(words: str, expected: str) -> None:
    assert article(words) == expected
