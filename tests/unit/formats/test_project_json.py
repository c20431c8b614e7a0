"""Project JSON: what is written can be read again without loss."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making.reviews import Making, bitext_of, sample
from workbench.errors import FileProblem
from workbench.formats import project_json
from workbench.model import events as ev
from workbench.model.term import Term


def again(made: Making) -> project_json.ImportedProject:
    return project_json.read(project_json.write(made.view()).text, "x.json")


def test_reading_gives_the_same_review() -> None:
    made = sample()
    terms = (Term("风口", "hot trend", ("next big thing",), ("tuyere",), extra=(("source", "in-house"),)),)
    view = made.view(terms=terms, place=(made.bead(2).id, "target", 4), title="T", translation="mt1")
    project = project_json.read(project_json.write(view).text)
    assert project.bitext == made.review.bitext
    assert list(project.entries) == made.entries
    assert project.review().snapshot() == made.review.snapshot()
    assert (project.terms, project.place) == (terms, view.place)
    assert (project.title, project.reviewer, project.translation) == ("T", "ana", "mt1")


# High and low surrogates side by side are one character in JSON, so only one kind is drawn.
_TEXT = st.text(
    st.characters(exclude_categories=[], exclude_characters=[chr(c) for c in range(0xDC00, 0xE000)]), max_size=12
)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.tuples(_TEXT, _TEXT).filter(lambda row: any(map(str.strip, row))), min_size=1, max_size=5),
    acts=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), _TEXT), max_size=8),
)
def test_round_trip_of_any_review(rows: list[tuple[str, str]], acts: list[tuple[int, int, str]]) -> None:
    made = Making(bitext_of(rows))
    if len({bead.id for bead in made.review.beads}) < len(rows):
        rows = rows[:1]
        made = Making(bitext_of(rows))
    for kind, where, text in acts:
        number = where % len(rows) + 1
        match kind:
            case 0:
                made.correct(number, text)
            case 1:
                made.separate(number, text)
            case 2:
                made.act(ev.NoteWritten(made.bead(number).id, text), label=text)
            case 3 if made.review.can_undo:
                made.act(ev.ActionUndone(made.review.can_undo))
            case 4 if made.bead(number).target:
                made.flag(number, made.bead(number).target[0].text, note=text)
    project = again(made)
    assert project.bitext == made.review.bitext
    assert list(project.entries) == made.entries
    assert project.review().snapshot() == made.review.snapshot()


def test_the_file_is_plain_ascii_where_text_could_harm_and_chinese_elsewhere() -> None:
    made = Making(bitext_of([("风口\u202e\x9b", "\x1b]0;x\x07 \ud800 \u2028 end")]))
    text = project_json.write(made.view()).text
    text.encode("utf-8")
    assert not [ch for ch in text if ch != "\n" and not ch.isprintable()]
    assert "风口" in text
    assert again(made).bitext == made.review.bitext


def test_derived_values_are_written_for_other_programs() -> None:
    record = json.loads(project_json.write(sample().view(mqm={"points": 11, "signature": "s"})).text)
    first = record["segments"][0]
    assert (first["machine"], first["final"]) == ("The tuyere is here.", "The hot trend is here.")
    assert (first["separator_machine"], first["separator_final"]) == ("", " ")
    assert record["annotations"][0]["target"]["quote"] == "tuyere"
    assert record["annotations"][0]["in_machine"] == {"start": 4, "end": 10}
    assert record["mqm"] == {"points": 11, "signature": "s"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r.update(format="other"), "not a project export"),
        (lambda r: r.update(version=99), "newer"),
        (lambda r: r.update(version="1"), "unknown"),
        (lambda r: r["documents"]["target"].update(text="Other."), "SHA-256"),
        (lambda r: r["beads"][0]["target"][0].update(start=1), "does not stand in the text"),
        (lambda r: r["entries"].pop(0), "does not fit its texts"),
        (lambda r: r["entries"][0].update(kind="Magic"), "unknown event"),
        (lambda r: r.pop("beads"), "damaged"),
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(change: object, said: str) -> None:
    record = json.loads(project_json.write(sample().view()).text)
    change(record)  # type: ignore[operator]
    with pytest.raises(FileProblem, match=said) as told:
        project_json.read(json.dumps(record), "x.json")
    assert "\n" not in str(told.value)


def test_not_json() -> None:
    for text in ("", "{", "[]", "[" * 100_000):
        with pytest.raises(FileProblem):
            project_json.read(text, "x.json")
