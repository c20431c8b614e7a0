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
        ("The company's price", "company's", "firm's", "The firm's price"),
        ("these tuyere's heat", "tuyere's", "hot trend's", "these hot trends' heat"),
        ("These tuyere matter", "tuyere", "end", "These ends matter"),
        ("a flow of it", "flow", "traffic", "traffic of it"),
        ("a vent here", "vent", "AI model", "an AI model here"),
        ("transforming B terminal.", "B terminal", "business side", "transforming the business side."),
        ("the industry Internet is", "industry Internet", "industrial Internet", "the industrial Internet is"),
        ("the vent is", "vent", "the next big thing", "the next big thing is"),
        # What stands for a thing that is not counted stays as it is, without a plural of its own.
        ("He pays attention to fire waiting.", "fire waiting", "timing", "He pays attention to timing."),
        ("Fire waiting decides.", "Fire waiting", "timing", "Timing decides."),
        ("about his fire waiting philosophy.", "fire waiting", "timing", "about his timing philosophy."),
        ("it depends on heat and luck", "heat", "timing", "it depends on timing and luck"),
        ("in flow, they", "flow", "traffic", "in traffic, they"),
        ("We need empower.", "empower", "empowerment", "We need empowerment."),
        ("the lack of trusts.", "trusts", "trust", "the lack of trusts."),
        ("a sense of belong.", "belong", "belonging", "a sense of belonging."),
        ("without consume.", "consume", "consumption", "without consumption."),
        # Where the place counts, the new word is counted.
        ("these fire waiting matter", "fire waiting", "timing", "these timings matter"),
        ("many vent opened", "vent", "opportunity", "many opportunities opened"),
        ("three wind mouth are", "wind mouth", "hot trend", "three hot trends are"),
        ("12 outlet in all", "outlet", "hot trend", "12 hot trends in all"),
        ("1 outlets in all", "outlet", "hot trend", "1 hot trends in all"),
        ("one outlet in all", "outlet", "hot trend", "one hot trend in all"),
        ("every outlets counts", "outlets", "hot trend", "every hot trend counts"),
        ("each vents", "vents", "platform", "each platform"),
        ("both side gain", "side", "party", "both parties gain"),
        ("this industrial ends", "industrial ends", "industry side", "this industry side"),
        ("in the hot and frequent vents, I", "vents", "hot trend", "in the hot and frequent hot trends, I"),
        ("Such trends are", "trends", "opportunity", "Such opportunities are"),
        # Articles follow the sound and the number of the new words.
        ("an original idea", "original", "primitive", "a primitive idea"),
        ("It is a outlet.", "outlet", "hour", "It is an hour."),
        ("a dividend of it", "dividend", "information", "information of it"),
        ("A vent! Then", "vent", "umbrella brand", "An umbrella brand! Then"),
        ("a mouth", "mouth", "EU rule", "an EU rule"),
        ("a mouth", "mouth", "U-turn", "a U-turn"),
        ("a mouth", "mouth", "users' group", "a users' group"),
        # Capitals follow the start of a sentence, and names keep theirs.
        ("It ended. Vents came", "Vents", "hot trend", "It ended. Hot trends came"),
        ("\u201cTuyere\u201d is", "Tuyere", "hot trend", "\u201cHot trend\u201d is"),
        ("the Tuyere is", "Tuyere", "hot trend", "the hot trend is"),
        ("of metauniverse and", "metauniverse", "Metaverse", "of Metaverse and"),
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
