"""XLIFF 1.2 and 2.1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making.reviews import Making, bitext_of
from workbench.formats import xliff
from workbench.formats.safe_xml import Element, parse_xml
from workbench.formats.written import LossBook, Written
from workbench.formats.xml_text import InlineMark, marked, text_of
from workbench.model.bitext import Reason
from workbench.model.events import NoteKind, NoteWritten
from workbench.model.finding import Severity
from workbench.model.span import Span

ROWS = [("风口来了。", "The tuyere is here."), ("他走了，没有说话。", "He left and spoke."), ("编辑：李", "")]


def made() -> Making:
    return Making(bitext_of(ROWS, {2: Reason.FURNITURE}))


def units(written: Written) -> list[Element]:
    root = parse_xml(written.text.encode(), "x")
    assert root.name == "xliff"
    return [one for one in root.walk() if one.name in ("trans-unit", "unit")]


def only(parent: Element, name: str) -> Element:
    """The first of that name; the machine's own words come after the target proper."""
    return next(one for one in parent.walk() if one.name == name)


def raw(element: Element) -> str:
    return "".join(one if isinstance(one, str) else raw(one) for one in element.content)


def test_states_say_how_far_the_review_is() -> None:
    review = made()
    review.flag(1, "tuyere")
    first = [only(u, "target").attributes for u in units(xliff.write(review.view()))[:2]]
    assert [a["state"] for a in first] == ["needs-review-translation", "needs-review-translation"]
    assert [a.get("state-qualifier") for a in first] == [None, "leveraged-mt"]
    review.correct(2, "He left without a word.")
    assert only(units(xliff.write(review.view()))[1], "target").attributes["state"] == "translated"
    review.done(1)
    unit = units(xliff.write(review.view()))[0]
    assert (unit.attributes["approved"], only(unit, "target").attributes["state"]) == ("yes", "signed-off")
    states = [only(u, "segment").attributes for u in units(xliff.write_2(review.view()))]
    assert [(a["state"], a.get("subState")) for a in states] == [
        ("final", None),
        ("translated", "workbench:edited"),
        ("initial", None),
    ]


def test_furniture_is_not_to_be_translated() -> None:
    for write in (xliff.write, xliff.write_2):
        unit = units(write(made().view()))[2]
        assert unit.attributes["translate"] == "no"
        assert not [one for one in unit.walk() if one.name == "target"]


@pytest.mark.parametrize("write", [xliff.write, xliff.write_2])
def test_a_mark_is_an_its_issue_around_its_words_and_a_note(write) -> None:  # type: ignore[no-untyped-def]
    review = made()
    review.flag(1, "tuyere", "风口", category="Terminology/Inappropriate for context", note='not "steel"')
    unit = units(write(review.view()))[0]
    mark = only(unit, "mrk")
    assert raw(mark) == "tuyere"
    assert raw(only(unit, "target")) == "The tuyere is here."
    its = {name.rpartition("}")[2]: value for name, value in mark.attributes.items()}
    assert its["locQualityIssueType"] == "terminology"
    assert its["locQualityIssueComment"] == '[Terminology/Inappropriate for context] major: not "steel"'
    assert its["locQualityIssueSeverity"] == "66"
    assert its["locQualityIssueProfileRef"].startswith("urn:")
    assert "source ‘风口’, machine ‘tuyere’" in raw(only(unit, "note"))


@pytest.mark.parametrize("write", [xliff.write, xliff.write_2])
def test_missing_words_are_marked_in_the_source(write) -> None:  # type: ignore[no-untyped-def]
    review = made()
    place = review.review.bitext.target.text.index("spoke")
    review.flag(2, None, "没有", severity=Severity.CRITICAL, category="Accuracy/Omission", insert_at=place)
    unit = units(write(review.view()))[1]
    assert [raw(m) for m in only(unit, "source").walk() if m.name == "mrk"] == ["没有"]
    assert not [m for m in only(unit, "target").walk() if m.name == "mrk"]


@pytest.mark.parametrize("write", [xliff.write, xliff.write_2])
def test_the_machines_words_and_marks_on_them_survive_a_correction(write) -> None:  # type: ignore[no-untyped-def]
    review = made()
    review.flag(1, "tuyere")
    review.correct(1, "The hot trend is here.")
    written = write(review.view())
    unit = units(written)[0]
    assert "The tuyere is here." in {raw(one) for one in unit.walk() if one.name in ("target", "note")}
    assert any("machine ‘tuyere’" in raw(one) for one in unit.walk() if one.name == "note")
    assert not [one for one in unit.walk() if one.name == "mrk"]
    assert (1,) in [loss.segments for loss in written.losses if loss.what == xliff.EDITED_AWAY]


@pytest.mark.parametrize("write", [xliff.write, xliff.write_2])
def test_notes_and_questions_are_notes(write) -> None:  # type: ignore[no-untyped-def]
    review = made()
    bead = review.bead(1).id
    review.act(NoteWritten(bead, "a <note>"))
    review.act(NoteWritten(bead, "who?", NoteKind.QUERY))
    assert {"a <note>", "who?"} <= {raw(one) for one in units(write(review.view()))[0].walk() if one.name == "note"}


@pytest.mark.parametrize("write", [xliff.write, xliff.write_2])
def test_ids_are_unique_as_the_formats_demand(write) -> None:  # type: ignore[no-untyped-def]
    review = made()
    review.flag(1, "tuyere")
    review.flag(1, "here")
    review.flag(1, None, "风口", category="Source issue")
    found = units(write(review.view()))
    assert len({unit.attributes["id"] for unit in found}) == len(found)
    marks = [one.attributes.get("id") for one in found[0].walk() if one.name == "mrk"]
    assert len(marks) == 3
    assert write is xliff.write or len(set(marks)) == 3


def test_marks_may_hold_marks_and_overlaps_are_told() -> None:
    book = LossBook()
    marks = [InlineMark(Span(0, 9), "a"), InlineMark(Span(2, 4), "b"), InlineMark(Span(4, 9), "c")]
    assert marked("012345678", marks, 1, book) == "<a>01<b>23</b><c>45678</c></a>"
    assert not book.losses()
    assert marked("0123", [InlineMark(Span(0, 2), "a"), InlineMark(Span(1, 3), "b")], 7, book) == "<a>01</a>23"
    assert [loss.segments for loss in book.losses()] == [(7,)]


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=12), st.lists(SPANS, max_size=5))
def test_any_text_with_any_marks_is_sound_xml_of_the_same_words(text: str, spans: list[Span]) -> None:
    book = LossBook()
    marks = [InlineMark(span, "m", {"n": text}) for span in spans]
    root = parse_xml(f"<r>{marked(text, marks, 1, book)}</r>".encode(), "x")
    if not book.losses():
        assert raw(root) == text
    assert len(raw(root)) >= len(text)


@given(st.text())
def test_text_is_read_back_as_it_was_or_the_loss_is_told(text: str) -> None:
    book = LossBook()
    back = raw(parse_xml(f"<r>{text_of(text, 1, book)}</r>".encode(), "x"))
    assert (back == text) != bool([loss for loss in book.losses() if "overlaps" not in loss.what])


def test_signs_that_turn_text_around_are_written_as_references() -> None:
    assert text_of("a\u202eb\r", 1, LossBook()) == "a&#8238;b&#13;"
