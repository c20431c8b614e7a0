"""The view that writers get, above all what stands between segments of the corrected text."""

from __future__ import annotations

import pytest

from tests.making.reviews import Making, bitext_of, sample
from workbench.formats.corrected_text import Layout
from workbench.formats.corrected_text import write as write_text
from workbench.formats.export_view import final_separators
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.finding import Severity
from workbench.model.span import Anchor, Side, Span


def test_untouched_review_gives_the_machine_text_back_to_the_byte() -> None:
    made = Making(bitext_of([("甲。\n", "  One.Two \r\n\r\n"), ("乙。", "Three.\t")]))
    assert write_text(made.view()).text == made.review.bitext.target.text


@pytest.mark.parametrize(
    ("rows", "supplied", "wanted"),
    [
        ([("甲。", "A."), ("乙。", ""), ("丙。", "C.")], "B.", "A. B. C."),
        ([("甲。\n", "A."), ("乙\n", ""), ("丙。", "C.")], "B", "A.\n\nB\n\nC."),
        ([("甲。\n\n", "A.\n\n"), ("乙。", ""), ("丙。", "C.")], "B.", "A.\n\nB. C."),
        ([("甲。", "A.\n\n"), ("乙。\n\n", ""), ("丙。", "C.")], "B.", "A. B.\n\nC."),
        ([("甲。", "A.\n\n"), ("乙。", ""), ("丙。", "C.")], "B.", "A. B.\n\nC."),
        ([("甲。", "A. "), ("乙。", "")], "B.", "A. B."),
        ([("甲。", ""), ("乙。", "B.")], "A.", "A. B."),
    ],
)
def test_a_supplied_translation_is_parted_as_its_source_is(
    rows: list[tuple[str, str]], supplied: str, wanted: str
) -> None:
    made = Making(bitext_of(rows))
    empty = next(number for number, row in enumerate(rows, 1) if not row[1])
    made.correct(empty, supplied)
    assert write_text(made.view()).text.strip() == wanted


def test_an_emptied_segment_leaves_one_separator_the_stronger() -> None:
    made = Making(bitext_of([("甲。", "A. "), ("", "X.\n\n"), ("丙。", "C.")]))
    made.correct(2, "")
    assert write_text(made.view()).text == "A.\n\nC."


def test_a_chosen_separator_wins() -> None:
    made = Making(bitext_of([("甲。", "A."), ("乙。", ""), ("丙。", "C.")]))
    made.correct(2, "B.")
    made.separate(1, "\n")
    made.separate(2, " — ")
    assert write_text(made.view()).text == "A.\nB. — C."
    assert made.bead(3).id not in final_separators(made.review)


def test_source_layout_follows_the_chinese_paragraphs() -> None:
    rows = [("题\n\n", "Title\n"), ("甲。", "One."), ("乙。\n\n", "Two.\n\n"), ("丙\n\n", ""), ("丁。", "Four.")]
    view = Making(bitext_of(rows)).view()
    assert write_text(view, Layout.SOURCE).text == "Title\n\nOne. Two.\n\nFour.\n"


def test_source_layout_flattens_a_break_inside_a_segment_and_says_so() -> None:
    made = Making(bitext_of([("甲。", "One."), ("乙。", "Two.")]))
    made.correct(1, "One\n  and more.")
    written = write_text(made.view(), Layout.SOURCE)
    assert written.text == "One and more. Two.\n"
    assert [loss.segments for loss in written.losses] == [(1,)]


def test_annotations_are_placed_in_their_segment_and_counted_once() -> None:
    made = sample()
    view = made.view()
    placed = view.segments[0].annotations[0]
    assert placed.machine is not None
    assert placed.machine.of(view.segments[0].machine) == "tuyere"
    assert placed.source is not None
    assert placed.source.of(view.segments[0].source) == "风口"
    assert len(view.annotations) == len(made.review.annotations) == 3


def test_an_annotation_over_two_segments_stands_in_both_and_begins_in_one() -> None:
    made = Making(bitext_of([("甲。", "One two. "), ("乙。", "Three four.")]))
    text = made.review.bitext.target.text
    span = Span(text.index("two"), text.index("three".capitalize()) + 5)
    mark = Annotation("m", Severity.MINOR, "Other", Anchor(Side.TARGET, span, span.of(text)))
    made.act(ev.SpanFlagged(mark))
    first, second = made.view().segments
    assert [a.machine.of(s.machine) for s in (first, second) for a in s.annotations if a.machine] == ["two.", "Three"]
    assert [a.is_first for a in (*first.annotations, *second.annotations)] == [True, False]
    assert not first.annotations[0].is_whole


def test_segments_joined_by_the_reviewer_are_written_joined() -> None:
    made = Making(bitext_of([("甲。", "One."), ("乙。", "Two."), ("丙。", "Three.")]))
    a, b = made.bead(1), made.bead(2)
    joined = Bead(a.source + b.source, a.target + b.target, by_reviewer=True)
    made.act(ev.BeadsRearranged("join", (a.id, b.id), (joined,), (None,)))
    assert [s.machine for s in made.view().segments] == ["One.Two.", "Three."]
    assert len(made.view().machine_beads) == 3


def test_undone_acts_leave_no_trace_in_the_text() -> None:
    made = Making(bitext_of([("甲。", "One. "), ("乙。", "Two.")]))
    made.correct(1, "1.")
    made.act(ev.ActionUndone(1), label="undo")
    assert write_text(made.view()).text == "One. Two."
