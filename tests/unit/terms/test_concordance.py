from __future__ import annotations

from dataclasses import dataclass

from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.concordance import concordance
from workbench.terms.renderings import Standing

TERMS = Termbase((Term("风口", "hot trend", forbidden=("tuyere",)), Term("通风口", "vent")))
SEGMENTS = [
    ("a", "风口来了。", "The tuyere has come."),
    ("b", "关上通风口。", "Close the vent."),
    ("c", "ChatGPT的风口再起。", "ChatGPT reappeared."),
    ("d", "风口和风口", "A hot trend and a tuyere"),
    ("e", "风口未译。", ""),
]


@dataclass
class Link:
    source: Span
    target: Span
    confidence: float


def test_every_place_with_its_rendering_or_none() -> None:
    places = concordance("风口", SEGMENTS, TERMS)
    assert [(p.bead, p.rendering) for p in places] == [
        ("a", "tuyere"),
        ("c", ""),
        ("d", "hot trend"),
        ("d", "tuyere"),
        ("e", ""),
    ]
    assert places[0].standing is Standing.FORBIDDEN
    assert [p.rendering_span is None for p in places] == [False, True, False, False, True]


def test_an_unknown_rendering_is_found_by_the_links() -> None:
    def locate(source: str, target: str) -> list[Link]:
        return [Link(Span(8, 10), Span(8, 18), 0.9)] if target else []

    (place,) = [p for p in concordance("风口", SEGMENTS, TERMS, locate) if p.bead == "c"]
    assert place.rendering == "reappeared"


def test_a_word_that_is_no_term_is_found_too() -> None:
    assert [p.bead for p in concordance("来了", SEGMENTS)] == ["a"]
