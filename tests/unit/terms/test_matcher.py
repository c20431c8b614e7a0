from __future__ import annotations

import pytest

from workbench.model.term import Term, Termbase
from workbench.terms.matcher import TermMatcher
from workbench.terms.renderings import Standing


def matcher(*terms: Term) -> TermMatcher:
    return TermMatcher(Termbase(terms))


WIND = Term("风口", "hot trend", forbidden=("tuyere", "vent"), source_only=("vent",), pos="n")


@pytest.mark.parametrize(
    "text", ["名符其实的新风口", "站在風口上", "创业者追风口", "风口频出", "高炉风口的温度", "一个大风口"]
)
def test_a_term_is_found_as_a_word(text: str) -> None:
    assert [hit.quote.replace("風", "风") for hit in matcher(WIND).in_source(text)] == ["风口"]


@pytest.mark.parametrize("text", ["打开通风口", "进风口温度", "出风口", "处在风口浪尖", "送风口关上"])
def test_a_term_inside_a_longer_word_is_no_hit(text: str) -> None:
    assert matcher(WIND).in_source(text) == ()


def test_a_term_across_two_words_is_no_hit() -> None:
    assert matcher(Term("平台", "platform")).in_source("水平台阶") == ()


def test_the_longest_term_wins() -> None:
    both = matcher(Term("互联网", "Internet"), Term("产业互联网", "industrial Internet"))
    assert [h.quote for h in both.in_source("互联网与产业互联网")] == ["互联网", "产业互联网"]


@pytest.mark.parametrize(
    ("text", "found"), [("对C端用户", 1), ("对 c 端用户", 1), ("Ｃ端", 1), ("B2C端", 0), ("ABC端", 0)]
)
def test_latin_letters_beside_a_term(text: str, found: int) -> None:
    assert len(matcher(Term("C端", "consumer side")).in_source(text)) == found


@pytest.mark.parametrize("text", ["The tuyere", "Tuyeres appear", "tuyere's", "the TUYERE"])
def test_inflection_and_case_do_not_hide_a_rendering(text: str) -> None:
    (hit,) = matcher(WIND).in_target(text)
    assert hit.standing is Standing.FORBIDDEN


@pytest.mark.parametrize(
    ("rendering", "text", "found"),
    [
        ("site", "the website was down", False),
        ("landing", "the land was bought", False),
        ("wind", "a winding road", False),
        ("hot trend", "a hot-trend story", True),
        ("e-commerce", "all ecommerce sites", True),
        ("hotspot", "a hot spot here", True),
        ("US", "they told us so", False),
        ("AI", "an AI model", True),
    ],
)
def test_words_and_not_letters_are_compared(rendering: str, text: str, found: bool) -> None:
    term = Term("词", "right", forbidden=(rendering,), pos="n")
    assert bool([h for h in matcher(term).in_target(text) if h.standing is not Standing.APPROVED]) is found


def test_a_right_rendering_may_share_its_noun() -> None:
    terms = matcher(Term("产业端", "industrial end"), Term("消费端", "consumer end"))
    found = {hit.term.zh: hit.quote for hit in terms.in_target("between the industrial and consumer ends")}
    assert found == {"产业端": "industrial and consumer ends", "消费端": "consumer ends"}


def test_overlapping_renderings_of_two_terms_are_both_seen_and_each_serves_one() -> None:
    terms = matcher(Term("产业互联网", "industrial Internet"), Term("互联网", "Internet"))
    hits = terms.pair("互联网变成产业互联网", "The Internet becomes the industrial Internet")
    assert [(hit.term.zh, hit.rendering) for hit in hits] == [
        ("互联网", "Internet"),
        ("产业互联网", "industrial Internet"),
    ]


def test_a_term_without_a_rendering_has_none() -> None:
    (hit,) = matcher(WIND).pair("ChatGPT的风口再起", "ChatGPT reappeared")
    assert hit.target is None


def test_ten_thousand_terms_are_matched_in_one_pass() -> None:
    many = [Term(f"术语{n:05d}号", f"term {n}") for n in range(10_000)]
    assert [hit.quote for hit in matcher(*many).in_source("见术语00042号与术语09999号")] == [
        "术语00042号",
        "术语09999号",
    ]
