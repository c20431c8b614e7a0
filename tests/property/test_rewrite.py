"""Putting one rendering in the place of another: nothing beside its place changes, and no two words become one."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.span import Span
from workbench.terms.rewrite import change_of, is_function_words, joins_words, way_of

FEW = settings(max_examples=300, deadline=None)
_SOME = "a an A An the these this visitors visitor as regarded out model models in it is two hot-spot X's us AI 风口"
WORDS = st.sampled_from(_SOME.split(" "))
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", "\n", " \u201c", "-", "/"])
RENDERINGS = st.sampled_from(
    ["regarded as", "hot trend", "hot trends", "carried out", "as", "traffic", "an AI model", "X", "to see", "business"]
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a stretch of it, from anywhere to anywhere."""
    words = draw(st.lists(WORDS, min_size=1, max_size=9))
    text = words[0] + "".join(draw(GAPS) + word for word in words[1:])
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def pieces(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@FEW
@given(places(), RENDERINGS, st.sampled_from(["", "n", "v", "x"]))
def test_what_is_beside_the_place_stays_and_no_words_are_glued(place: tuple[str, Span], new: str, pos: str) -> None:
    text, span = place
    at, put = change_of(text, span, new, way_of(span.of(text), new, pos))
    before, after = text[: at.start], text[at.end :]
    assert at.contains(span)
    assert not (before and at.start < at.end and joins_words(before[-1], text[at.start]))
    assert not (after and joins_words(text[at.end - 1], after[0]))
    widened = text[at.start : span.start]
    assert not widened or pieces(widened)[0].lower() in ("a", "an") or not widened[-1].isspace()
    if put and before and text[at.start].isalnum():
        assert not joins_words(before[-1], put[0])
    if put and after and text[at.end - 1].isalnum():
        assert not joins_words(put[-1], after[0])


@FEW
@given(places(), RENDERINGS)
def test_without_a_part_of_speech_only_nouns_take_a_plural(place: tuple[str, Span], new: str) -> None:
    text, span = place
    _, put = change_of(text, span, new, way_of(span.of(text), new))
    if new.split()[-1] in ("as", "out") or new.startswith("to "):
        assert pieces(put)[-1] in (new.split()[-1], "s")  # `s`: of a possessive


def test_words_too_common_to_render_anything() -> None:
    assert is_function_words("as")
    assert is_function_words("of the")
    assert not is_function_words("as a model")
