"""Renderings by the company they keep."""

from __future__ import annotations

from workbench.evidence.counterparts import counterparts
from workbench.model.span import Span
from workbench.terms.company import Company
from workbench.terms.extraction import extract

TARGETS = [
    "He rode into the reserve at dawn.",
    "The reserve plans to restore wetland.",
    "Nobody was there when the tide came.",
    "The reserves were founded in 1992, when the tide came.",
]


def words_at(found: dict[int, Span]) -> dict[int, str]:
    return {n: span.of(TARGETS[n]) for n, span in found.items()}


def test_words_that_stand_with_the_term_and_hardly_elsewhere() -> None:
    company = Company(TARGETS)
    assert words_at(company.of({0: (), 1: (), 3: ()})) == {0: "reserve", 1: "reserve", 3: "reserves"}


def test_words_that_stand_elsewhere_too_are_none() -> None:
    assert words_at(Company(TARGETS).of({1: (), 2: ()})) == {}


def test_words_that_render_others_are_left_to_them() -> None:
    taken = Span(TARGETS[1].index("reserve"), TARGETS[1].index("reserve") + 7)
    assert words_at(Company(TARGETS).of({0: (), 1: (taken,)})) == {}


def test_one_segment_says_nothing() -> None:
    assert Company(TARGETS).of({0: ()}) == {}
    assert Company([]).of({}) == {}


def test_a_candidate_that_no_dictionary_renders_is_rendered_by_its_company() -> None:
    pairs = (
        ("1", "他骑车进了保护区。", "He rode into the reserve."),
        ("2", "保护区成立于1992年。", "The reserve was established in 1992."),
        ("3", "今天下雨了。", "It rained today."),
    )
    found = {one.zh: one for one in extract(pairs, counterparts)}
    assert found["保护区"].renderings == (("reserve", 2),)
    assert found["保护区"].unrendered == 0
