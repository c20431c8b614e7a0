"""Counterparts against segments linked by hand."""

import re

from tests.unit.evidence.linked_segments import SEGMENTS
from workbench.evidence.counterparts import counterparts
from workbench.evidence.pair import gather
from workbench.evidence.values import LinkKind
from workbench.model.span import Span

Link = tuple[int, int]


def _place(text: str, words: str) -> list[Span]:
    """Spans of words that stand near each other, in any gap of up to two words; the first place that fits."""
    found = []
    for word in words.split():
        pattern = re.escape(word) if not word.isascii() else rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])"
        match = re.search(pattern, text)
        assert match, (word, text)
        found.append(Span(*match.span()))
    return found


def _gold(source: str, target: str, links: str) -> tuple[set[Link], set[Link]]:
    """(sure, possible) pairs (source character, start of a target word); what is sure is possible too."""
    sure, possible = set[Link](), set[Link]()
    for link in links.split(";"):
        ours, theirs = re.split("[=~]", link.strip())
        for left in _place(source, ours):
            for right in _place(target, theirs):
                pairs = {(at, right.start) for at in range(left.start, left.end)}
                possible |= pairs
                if "=" in link:
                    sure |= pairs
    return sure, possible


def measure() -> tuple[float, float]:
    """Precision (of what may be linked) and recall (of what must be) over source character x target word pairs,
    content words only."""
    right = predicted = wanted = met = 0
    for source, target, links in SEGMENTS:
        sure, possible = _gold(source, target, links)
        golden_targets = {j for _, j in sure}
        golden_sources = {i for i, _ in sure}
        made = set()
        for one in counterparts(source, target):
            made |= {(at, one.target.start) for at in range(one.source.start, one.source.end)}
        # Grammar words are linked by us and not by the gold; only what touches a linked word is judged.
        made = {(i, j) for i, j in made if i in golden_sources or j in golden_targets}
        right += len(possible & made)
        predicted += len(made)
        met += len(sure & made)
        wanted += len(sure)
    return right / predicted, met / wanted


def test_precision_and_recall_on_segments_linked_by_hand() -> None:
    precision, recall = measure()
    assert len(SEGMENTS) >= 60
    assert precision >= 0.9
    assert recall >= 0.82


def test_every_link_lies_in_its_texts_and_has_a_confidence() -> None:
    for source, target, _ in SEGMENTS:
        for one in counterparts(source, target):
            assert 0 <= one.source.start < one.source.end <= len(source)
            assert 0 <= one.target.start < one.target.end <= len(target)
            assert 0 < one.confidence <= 1


def test_a_part_of_a_word_and_the_unit_of_a_number_have_links_of_their_own() -> None:
    source, target = (
        "黑客发现了系统漏洞，铁路长五百公里。",
        "Hackers found a system flaw; the railway is five hundred kilometers long.",
    )
    linked = {(one.source.of(source), one.target.of(target)) for one in counterparts(source, target)}
    assert ("系统", "system") in linked
    assert ("公里", "kilometers") in linked
    assert {("五百", "five"), ("五百", "hundred")} <= linked
    source, target = "价格涨了三成。", "Prices rose by thirty percent."
    linked = {(one.source.of(source), one.target.of(target)) for one in counterparts(source, target)}
    assert {("三成", "thirty"), ("三成", "percent")} <= linked


def test_a_word_that_stands_twice_is_linked_to_the_nearer_place() -> None:
    source, target = (
        "老师批评了学生，学生感谢了老师。",
        "The teacher criticised the student, and the student thanked the teacher.",
    )
    places = {one.source.start: one.target.start for one in counterparts(source, target)}
    assert places[0] == target.index("teacher")
    assert places[source.rindex("老师")] == target.rindex("teacher")
    assert places[source.index("学生")] == target.index("student")
    assert places[source.rindex("学生")] == target.rindex("student")


def test_names_by_pinyin_in_either_order_and_by_sound() -> None:
    assert gather("刘晓明来了。", "Xiaoming Liu came.").names[0].target == Span(0, 12)
    pair = gather("扎克伯格出席了会议。", "The meeting was attended by Zuckerberg.")
    names = [one for one in pair.links if one.kind is LinkKind.NAME]
    assert names
    assert {one.target.of(pair.target_text) for one in names} == {"Zuckerberg"}


def test_latin_words_numbers_and_traditional_characters() -> None:
    pair = gather("他們用iPhone拍了1200張照片。", "They took 1,200 photos with an iPhone.")
    linked = {one.source.of(pair.source_text): one.target.of(pair.target_text) for one in pair.links}
    assert linked["iPhone"] == "iPhone"
    assert linked["1200"] == "1,200"
    assert linked["照片"] == "photos"


def test_empty_texts_have_no_counterparts() -> None:
    assert counterparts("", "") == ()
    assert counterparts("公司", "") == ()
    assert counterparts("", "company") == ()
