"""What each kind of event means. That undo and replay are exact is shown in tests/property/test_review.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.document import Document, Sentence
from workbench.model.finding import Severity
from workbench.model.review import EventRefused, GivenScore, Review
from workbench.model.span import Anchor, Layer, Side, Span

AT = "2026-01-02T03:04:05+00:00"
SOURCE = ["风口来了。", "猪会飞。", "风停了。", "完。"]
TARGET = ["The tuyere comes.", "Pigs fly.", "The wind stops.", "End."]


def sentences(texts: Sequence[str], glue: str) -> list[Sentence]:
    found, at = [], 0
    for text in texts:
        found.append(Sentence(at, at + len(text), text))
        at += len(text) + len(glue)
    return found


S, T = sentences(SOURCE, ""), sentences(TARGET, " ")


def beads(*shapes: tuple[Sequence[int], Sequence[int]]) -> tuple[Bead, ...]:
    return tuple(Bead(tuple(S[i] for i in s), tuple(T[i] for i in t)) for s, t in shapes)


class Desk:
    """A review with a pen."""

    def __init__(self, *shapes: tuple[Sequence[int], Sequence[int]]) -> None:
        shapes = shapes or tuple(((i,), (i,)) for i in range(4))
        source, target = Document(Side.SOURCE, "".join(SOURCE)), Document(Side.TARGET, " ".join(TARGET))
        self.review = Review(Bitext(source, target, beads(*shapes)))

    def do(self, *events: ev.Event, label: str = "act") -> frozenset[str]:
        first = self.review.last_seq + 1
        return self.review.apply_act([ev.Entry(first + i, first, "Wu", AT, e, label) for i, e in enumerate(events)])

    def undo(self) -> frozenset[str]:
        assert self.review.can_undo is not None
        return self.do(ev.ActionUndone(self.review.can_undo))

    def id(self, position: int) -> str:
        return self.review.beads[position].id

    def at(self, position: int) -> object:
        return self.review.segment(self.id(position))

    def become(self, first: int, count: int, *shapes: tuple[Sequence[int], Sequence[int]]) -> frozenset[str]:
        """Rearranges with the texts that the review proposes."""
        old = tuple(bead.id for bead in self.review.beads[first : first + count])
        new = beads(*shapes)
        carried = self.review.carried(old, new)
        return self.do(ev.BeadsRearranged("realign", old, new, carried.texts), *carried.separators)

    def finals(self) -> list[str]:
        return [self.review.final_text(bead) for bead in self.review.beads]

    def corrected_mark(self, position: int, words: str, name: str = "m") -> Annotation:
        text = self.review.final_text(self.review.beads[position])
        start = text.index(words)
        anchor = Anchor(Side.TARGET, Span(start, start + len(words)), words, Layer.CORRECTED, self.id(position))
        return Annotation(name, Severity.MINOR, "Style", anchor)


def mark(words: str, name: str = "a", side: Side = Side.TARGET, **more: object) -> Annotation:
    text = "".join(SOURCE) if side is Side.SOURCE else " ".join(TARGET)
    start = text.index(words)
    anchor = Anchor(side, Span(start, start + len(words)), words)
    found = Annotation(name, Severity.MAJOR, "Accuracy", **{side.value: anchor})
    return replace(found, **more)  # type: ignore[arg-type]


@pytest.fixture
def desk() -> Desk:
    return Desk()


# ---- annotations


def test_a_flag_is_found_by_its_segment_and_starts_work(desk: Desk) -> None:
    assert desk.do(ev.SpanFlagged(mark("tuyere"))) == {desk.id(0)}
    assert desk.review.annotations_of(desk.id(0)) == (mark("tuyere"),)
    assert desk.review.annotations_of(desk.id(1)) == ()
    assert desk.review.segment(desk.id(0)).status is ev.Status.IN_WORK
    assert desk.review.segment(desk.id(1)).status is ev.Status.UNTOUCHED


def test_annotations_come_in_the_order_of_the_text(desk: Desk) -> None:
    desk.do(ev.SpanFlagged(mark("comes", "a")))
    desk.do(ev.SpanFlagged(mark("tuyere", "b")))
    desk.do(ev.SpanFlagged(mark("来", "c", Side.SOURCE, insert_at=3)))
    assert [a.id for a in desk.review.annotations_of(desk.id(0))] == ["c", "b", "a"]


def test_a_mark_across_segments_is_in_all_of_them(desk: Desk) -> None:
    desk.do(ev.SpanFlagged(mark("comes. Pigs fly. The")))
    assert [len(desk.review.annotations_of(desk.id(i))) for i in range(4)] == [1, 1, 1, 0]


def test_a_mark_on_white_space_belongs_to_the_sentence_before(desk: Desk) -> None:
    end = T[0].end
    for name, span in (("space", Span(end, end + 1)), ("empty", Span(end, end))):
        anchor = Anchor(Side.TARGET, span, span.of(" ".join(TARGET)))
        assert desk.do(ev.SpanFlagged(Annotation(name, Severity.MINOR, "Spacing", anchor))) == {desk.id(0)}


def test_an_omission_belongs_to_the_segment_of_its_source(desk: Desk) -> None:
    omission = mark("猪", side=Side.SOURCE, insert_at=0)
    assert desk.do(ev.SpanFlagged(omission)) == {desk.id(1)}


def test_changing_a_flag_touches_where_it_was_and_where_it_is(desk: Desk) -> None:
    desk.do(ev.SpanFlagged(mark("tuyere")))
    assert desk.do(ev.FlagChanged(mark("Pigs"))) == {desk.id(0), desk.id(1)}
    assert desk.review.annotations_of(desk.id(0)) == ()
    assert desk.do(ev.FlagRemoved("a")) == {desk.id(1)}
    assert desk.review.annotations == {}
    assert desk.undo() == {desk.id(1)}
    assert desk.review.annotations_of(desk.id(1)) == (mark("Pigs"),)


@pytest.mark.parametrize(
    "event",
    [
        ev.SpanFlagged(replace(mark("tuyere"), target=Anchor(Side.TARGET, Span(4, 10), "tuyeres"))),
        ev.SpanFlagged(replace(mark("tuyere"), target=Anchor(Side.TARGET, Span(400, 406), "tuyere"))),
        ev.SpanFlagged(replace(mark("tuyere"), target=None)),
        ev.SpanFlagged(replace(mark("tuyere"), target=mark("风口", side=Side.SOURCE).source)),
        ev.SpanFlagged(replace(mark("tuyere"), insert_at=1000)),
        ev.SpanFlagged(replace(mark("tuyere"), target=Anchor(Side.TARGET, Span(0, 1), "x", Layer.CORRECTED, "nobody"))),
        ev.SpanFlagged(replace(mark("tuyere"), source=Anchor(Side.SOURCE, Span(0, 1), "风", Layer.CORRECTED, "b"))),
        ev.FlagChanged(mark("tuyere")),
        ev.FlagRemoved("a"),
        ev.TextCorrected("nobody", "x"),
        ev.StatusChanged("nobody", ev.Status.DONE),
        ev.NoteWritten("nobody", "x"),
        ev.ScoreGiven("nobody", "ESA", 1.0),
        ev.SeparatorChanged(3, " "),
        ev.SeparatorChanged("nobody", " "),
        ev.ActionUndone(1),
        ev.ActionRedone(1),
    ],
    ids=lambda event: type(event).__name__,
)
def test_an_event_that_does_not_fit_is_refused_and_changes_nothing(desk: Desk, event: ev.Event) -> None:
    before = desk.review.snapshot()
    with pytest.raises(EventRefused):
        desk.do(event)
    assert desk.review.snapshot() == before
    assert desk.review.last_seq == 0


def test_an_id_is_given_once(desk: Desk) -> None:
    desk.do(ev.SpanFlagged(mark("tuyere")))
    with pytest.raises(EventRefused, match="already"):
        desk.do(ev.SpanFlagged(mark("Pigs")))


@pytest.mark.parametrize("value", [-1.0, 100.5, float("nan"), float("inf")])
def test_a_score_lies_between_0_and_100(desk: Desk, value: float) -> None:
    with pytest.raises(EventRefused):
        desk.do(ev.ScoreGiven(desk.id(0), "ESA", value))


# ---- text


def test_a_correction_and_back(desk: Desk) -> None:
    assert desk.do(ev.TextCorrected(desk.id(0), "The trend comes.")) == {desk.id(0)}
    assert desk.finals()[0] == "The trend comes."
    assert desk.review.machine_text(desk.review.beads[0]) == TARGET[0]
    desk.do(ev.TextCorrected(desk.id(0), None))
    assert desk.finals() == TARGET


def test_an_edit_after_done_is_visible_until_done_is_said_again(desk: Desk) -> None:
    desk.do(ev.StatusChanged(desk.id(0), ev.Status.DONE))
    desk.do(ev.TextCorrected(desk.id(0), None))  # nothing changed
    assert not desk.review.segment(desk.id(0)).edited_after_done
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    assert desk.review.segment(desk.id(0)).edited_after_done
    assert desk.review.segment(desk.id(0)).status is ev.Status.DONE
    desk.do(ev.StatusChanged(desk.id(0), ev.Status.DONE))
    assert not desk.review.segment(desk.id(0)).edited_after_done
    desk.do(ev.SeparatorChanged(T[0].end, "\n\n"))
    assert desk.review.segment(desk.id(0)).edited_after_done


def test_separators_within_a_segment_change_its_text() -> None:
    desk = Desk(((0, 1), (0, 1)), ((2, 3), (2, 3)))
    assert desk.do(ev.SeparatorChanged(T[0].end, "\n\n")) == {desk.id(0)}
    assert desk.finals()[0] == TARGET[0] + "\n\n" + TARGET[1]
    assert desk.review.separator_after(T[0].end, T[1].start) == "\n\n"
    assert desk.review.separator_after(T[1].end, T[2].start) == " "
    desk.do(ev.SeparatorChanged(T[0].end, None))
    assert desk.finals()[0] == TARGET[0] + " " + TARGET[1]


def test_a_separator_holds_though_its_sentences_are_joined() -> None:
    desk = Desk(((0, 1), (0, 1)), ((2, 3), (2, 3)))
    desk.do(ev.SeparatorChanged(T[0].end, "\n\n"))
    whole = Sentence(T[0].start, T[1].end, "The tuyere comes. Pigs fly.")
    new = Bead((S[0], S[1]), (whole,))
    desk.do(ev.BeadsRearranged("join sentences", (desk.id(0),), (new,), (None,)))
    assert desk.finals()[0] == TARGET[0] + "\n\n" + TARGET[1]
    desk.do(ev.SeparatorChanged(T[0].end, None))
    assert desk.finals()[0] == TARGET[0] + " " + TARGET[1]


def test_notes_and_queries(desk: Desk) -> None:
    bead = desk.id(0)
    desk.do(ev.NoteWritten(bead, "look"))
    desk.do(ev.NoteWritten(bead, "what is it?", ev.NoteKind.QUERY))
    segment = desk.review.segment(bead)
    assert (segment.note, segment.query, segment.status) == ("look", "what is it?", ev.Status.QUERY)
    desk.do(ev.NoteWritten(bead, "", ev.NoteKind.QUERY))
    assert desk.review.segment(bead).status is ev.Status.IN_WORK
    assert desk.review.segment(bead).note == "look"


def test_scores_by_protocol(desk: Desk) -> None:
    bead = desk.id(0)
    desk.do(ev.ScoreGiven(bead, "ESA", 70.0))
    desk.do(ev.ScoreGiven(bead, "DA", 50.0))
    desk.do(ev.ScoreGiven(bead, "ESA", 75.0))
    assert {one.protocol: one.value for one in desk.review.segment(bead).scores} == {"ESA": 75.0, "DA": 50.0}
    desk.do(ev.ScoreGiven(bead, "DA", None))
    assert [(one.protocol, one.value) for one in desk.review.segment(bead).scores] == [("ESA", 75.0)]


def test_each_rater_has_a_score_of_his_own(desk: Desk) -> None:
    bead = desk.id(0)
    desk.do(ev.ScoreGiven(bead, "esa", 70.0, "ann", blind=True, order="shuffled, seed 7"))
    desk.do(ev.ScoreGiven(bead, "esa", 40.0, "bob"))
    desk.do(ev.ScoreGiven(bead, "esa", 80.0, "ann", blind=True, order="shuffled, seed 7"))
    assert desk.review.segment(bead).scores == (
        GivenScore("esa", 40.0, "bob"),
        GivenScore("esa", 80.0, "ann", True, "shuffled, seed 7"),
    )
    desk.undo()
    assert {one.rater: one.value for one in desk.review.segment(bead).scores} == {"ann": 70.0, "bob": 40.0}
    desk.do(ev.ScoreGiven(bead, "esa", None, "bob"))
    assert [one.rater for one in desk.review.segment(bead).scores] == ["ann"]


def test_a_score_of_an_old_journal_is_its_reviewers(desk: Desk) -> None:
    desk.do(ev.ScoreGiven(desk.id(0), "esa", 70.0))
    assert desk.review.segment(desk.id(0)).scores[0].rater == desk.review.entries[-1].reviewer != ""


# ---- claims


def is_dismissed(desk: Desk, bead: str | None, quote: str = "tuyere", finding: str = "other") -> bool:
    return desk.review.is_dismissed(finding, "term.forbidden", quote, "风口", bead)


@pytest.mark.parametrize(
    ("scope", "elsewhere"),
    [(ev.DismissalScope.PLACE, False), (ev.DismissalScope.DOCUMENT, True), (ev.DismissalScope.ALWAYS, True)],
)
def test_a_dismissal_reaches_as_far_as_it_says(desk: Desk, scope: ev.DismissalScope, elsewhere: bool) -> None:
    here, there = desk.id(0), desk.id(1)
    desk.do(ev.FindingDismissed("f", "term.forbidden", "tuyere", "风口", here, "a name", scope))
    assert is_dismissed(desk, here)
    assert is_dismissed(desk, there) is elsewhere
    assert is_dismissed(desk, None) is elsewhere
    assert is_dismissed(desk, there, finding="f")
    assert not is_dismissed(desk, here, "tuyeres")
    assert desk.review.dismissals["f"].reason == "a name"
    desk.undo()
    assert not is_dismissed(desk, here)


def test_a_claim_is_accepted_or_dismissed_and_can_be_opened_again(desk: Desk) -> None:
    words = ("f", "term.forbidden", "tuyere", "风口", desk.id(0))
    desk.do(ev.FindingDismissed(*words, scope=ev.DismissalScope.DOCUMENT))
    desk.do(ev.FindingAccepted(*words))
    assert "f" in desk.review.accepted
    assert desk.review.is_accepted(*words)
    assert not desk.review.is_dismissed(*words)
    desk.do(ev.FindingReopened(*words))
    assert not desk.review.accepted
    desk.do(ev.FindingDismissed(*words, scope=ev.DismissalScope.DOCUMENT))
    desk.do(ev.FindingReopened("g", *words[1:4], desk.id(2)))  # the same words elsewhere: it held there too
    assert not is_dismissed(desk, desk.id(0))


def test_verdicts_go_along_when_segments_change(desk: Desk) -> None:
    desk.do(ev.FindingDismissed("f", "term.forbidden", "tuyere", "风口", desk.id(0)))
    desk.do(ev.FindingAccepted("g", "number", "four", None, desk.id(1)))
    desk.become(0, 2, ((0, 1), (0, 1)))
    assert is_dismissed(desk, desk.id(0))
    assert desk.review.is_accepted("new", "number", "four", None, desk.id(0))
    desk.become(0, 1, ((0,), (0,)), ((1,), (1,)))
    assert is_dismissed(desk, desk.id(0))
    assert not is_dismissed(desk, desk.id(2))


# ---- segments become others


def test_joining_joins_texts_notes_and_status(desk: Desk) -> None:
    one, two = desk.id(0), desk.id(1)
    desk.do(ev.TextCorrected(one, "The trend comes."))
    desk.do(ev.NoteWritten(one, "first"))
    desk.do(ev.NoteWritten(two, "second"))
    desk.do(ev.NoteWritten(two, "sure?", ev.NoteKind.QUERY))
    touched = desk.become(0, 2, ((0, 1), (0, 1)))
    joined = desk.id(0)
    assert touched == {one, two, joined}
    segment = desk.review.segment(joined)
    assert segment.corrected == "The trend comes. Pigs fly."
    assert (segment.note, segment.query, segment.status) == ("first\nsecond", "sure?", ev.Status.QUERY)
    assert desk.review.position(joined) == 0
    assert desk.review.position(one) is None
    assert desk.review.position(desk.id(2)) == 2
    desk.undo()
    assert desk.finals()[:2] == ["The trend comes.", "Pigs fly."]
    assert desk.review.segment(two).note == "second"


def test_untouched_segments_stay_untouched_when_joined(desk: Desk) -> None:
    desk.become(0, 2, ((0, 1), (0, 1)))
    assert desk.review.segment(desk.id(0)).status is ev.Status.UNTOUCHED
    assert desk.review.segment(desk.id(0)).corrected is None


def test_what_was_done_must_be_looked_at_again_once_it_is_joined(desk: Desk) -> None:
    desk.do(ev.StatusChanged(desk.id(0), ev.Status.DONE))
    desk.become(0, 2, ((0, 1), (0, 1)))
    assert desk.review.segment(desk.id(0)).status is ev.Status.IN_WORK


def test_a_segment_that_is_only_marked_keeps_everything() -> None:
    desk = Desk(((0,), ()), ((1, 2, 3), (0, 1, 2, 3)))
    bead = desk.review.beads[0]
    desk.do(ev.TextCorrected(bead.id, "The trend is here."))
    desk.do(ev.ScoreGiven(bead.id, "ESA", 50.0))
    desk.do(ev.NoteWritten(bead.id, "a note"))
    desk.do(ev.StatusChanged(bead.id, ev.Status.DONE))
    before = desk.review.segment(bead.id)
    marked = replace(bead, reason=Reason.FURNITURE)
    desk.do(ev.BeadsRearranged("mark", (bead.id,), (marked,), ("The trend is here.",)))
    assert desk.review.beads[0].reason is Reason.FURNITURE
    assert desk.review.segment(bead.id) == before
    desk.undo()
    assert desk.review.beads[0].reason is None


def test_splitting_cuts_the_corrected_text_where_its_sentences_part() -> None:
    desk = Desk(((0, 1, 2), (0, 1, 2)), ((3,), (3,)))
    desk.do(ev.TextCorrected(desk.id(0), "The trend is coming!\n\nEven pigs can fly. The wind has died."))
    desk.become(0, 1, ((0,), (0,)), ((1,), (1,)), ((2,), (2,)))
    assert desk.finals()[:3] == ["The trend is coming!", "Even pigs can fly.", "The wind has died."]
    assert desk.review.separator_after(T[0].end, T[1].start) == "\n\n"  # typed white space is kept as well
    assert desk.review.separator_after(T[1].end, T[2].start) == " "


def test_a_cut_goes_where_the_same_words_went_when_sentences_were_joined() -> None:
    desk = Desk(((0, 1), (0, 1)), ((2, 3), (2, 3)))
    desk.do(ev.TextCorrected(desk.id(0), "The trend comes, and then Pigs fly."))
    desk.become(0, 1, ((0,), (0,)), ((1,), (1,)))
    assert desk.finals()[1] == "Pigs fly."
    assert desk.finals()[0] == "The trend comes, and then"


def test_taking_a_pair_apart_leaves_the_text_with_the_english(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "The trend comes."))
    desk.become(0, 1, ((0,), ()), ((), (0,)))
    assert desk.finals()[:2] == ["", "The trend comes."]
    assert desk.review.segment(desk.id(0)).corrected is None


def test_a_supplied_translation_goes_along_with_its_chinese_and_its_separator() -> None:
    desk = Desk(((0,), (0,)), ((1,), ()), ((2, 3), (1, 2, 3)))
    desk.do(ev.TextCorrected(desk.id(1), "Pigs can fly."))
    desk.do(ev.SeparatorChanged(desk.id(1), "\n\n"))
    desk.become(0, 2, ((0, 1), (0,)))
    assert desk.finals()[0] == "The tuyere comes. Pigs can fly."
    assert desk.review.separator_after(T[0].end, T[1].start) == "\n\n"
    desk.undo()
    assert desk.review.separators == {desk.id(1): "\n\n"}


def test_a_separator_between_joined_segments_becomes_part_of_the_text() -> None:
    desk = Desk(((0,), ()), ((1, 2, 3), (0, 1, 2, 3)))
    desk.do(ev.TextCorrected(desk.id(0), "Trends."))
    desk.do(ev.SeparatorChanged(desk.id(0), "\n\n"))
    desk.become(0, 2, ((0, 1, 2, 3), (0, 1, 2, 3)))
    assert desk.finals() == ["Trends.\n\n" + " ".join(TARGET)]
    assert desk.review.separators == {}


def test_what_was_typed_cannot_be_dropped(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "Zounds!"))
    old = (desk.id(0), desk.id(1))
    with pytest.raises(EventRefused, match="would be lost"):
        desk.do(ev.BeadsRearranged("join", old, beads(((0, 1), (0, 1))), (None,)))
    assert desk.finals()[0] == "Zounds!"
    assert tuple(bead.id for bead in desk.review.beads[:2]) == old


@pytest.mark.parametrize(
    "shapes",
    [
        (((0,), (0,)),),
        (((0, 1), (0,)),),
        (((1, 0), (0, 1)),),
        (((0, 1, 2), (0, 1)),),
        (((0, 0, 1), (0, 1)),),
        (((0, 1), (0, 1)), ((), ())),
        (),
    ],
)
def test_new_segments_hold_the_same_text(desk: Desk, shapes: tuple[tuple[Sequence[int], Sequence[int]], ...]) -> None:
    old = (desk.id(0), desk.id(1))
    new = beads(*shapes)
    with pytest.raises(EventRefused):
        desk.do(ev.BeadsRearranged("realign", old, new, (None,) * len(new)))


def test_only_neighbours_in_order_can_be_rearranged(desk: Desk) -> None:
    new = beads(((0, 2), (0, 2)))
    for old in ((desk.id(0), desk.id(2)), (desk.id(1), desk.id(0)), ("nobody",), ()):
        with pytest.raises(EventRefused):
            desk.do(ev.BeadsRearranged("join", old, new, (None,)))
    with pytest.raises(EventRefused):
        desk.do(ev.BeadsRearranged("join", (desk.id(0), desk.id(1)), beads(((0, 1), (0, 1))), ()))


def test_a_sentence_that_does_not_stand_there_is_refused(desk: Desk) -> None:
    moved = Bead((S[0],), (Sentence(T[0].start + 1, T[0].end + 1, TARGET[0]),))
    with pytest.raises(EventRefused):
        desk.do(ev.BeadsRearranged("realign", (desk.id(0),), (moved,), (None,)))


def test_sentences_that_read_alike_are_told_apart_by_their_place() -> None:
    text = "Yes. No. Yes. Yes."
    same = [Sentence(i, j, text[i:j]) for i, j in ((0, 4), (5, 8), (9, 13), (14, 18))]
    review = Review(Bitext(Document(Side.SOURCE, ""), Document(Side.TARGET, text), tuple(Bead((), (s,)) for s in same)))
    ids = [bead.id for bead in review.beads]
    for old, new in (
        ((ids[0],), (Bead((), (same[2],)),)),
        ((ids[2],), (Bead((), (same[0],)),)),
        ((ids[2], ids[3]), (Bead((), (same[3], same[2])),)),
        ((ids[2], ids[3]), (Bead((), (same[2], same[2])),)),
    ):
        with pytest.raises(EventRefused):
            review.apply(ev.Entry(1, 1, "Wu", AT, ev.BeadsRearranged("realign", old, new, (None,))))


def test_marks_on_the_machines_text_find_their_segment_again(desk: Desk) -> None:
    desk.do(ev.SpanFlagged(mark("fly")))
    desk.become(0, 2, ((0, 1), (0, 1)))
    assert desk.review.annotations_of(desk.id(0)) == (mark("fly"),)
    desk.become(0, 1, ((0,), (0,)), ((1,), (1,)))
    assert desk.review.annotations_of(desk.id(0)) == ()
    assert desk.review.annotations_of(desk.id(1)) == (mark("fly"),)


def test_marks_on_corrected_text_move_with_their_words(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(1), "Swine soar."))
    desk.do(ev.SpanFlagged(desk.corrected_mark(1, "soar")))
    desk.become(0, 2, ((0, 1), (0, 1)))
    moved = desk.review.annotations["m"].target
    assert moved is not None
    assert (moved.bead, moved.span.of(desk.finals()[0])) == (desk.id(0), "soar")
    desk.do(ev.TextCorrected(desk.id(0), "Now, at last, swine soar."))
    assert not desk.review.is_adrift(desk.review.annotations["m"])
    desk.do(ev.TextCorrected(desk.id(0), "Now swine fly."))
    assert desk.review.is_adrift(desk.review.annotations["m"])
    assert desk.review.annotations_of(desk.id(0)) != ()
    desk.do(ev.FlagChanged(replace(desk.review.annotations["m"], severity=Severity.MAJOR)))
    desk.do(ev.TextCorrected(desk.id(0), "Now swine will soar."))
    found = desk.review.annotations["m"]
    assert not desk.review.is_adrift(found)
    assert found.severity is Severity.MAJOR


def test_of_several_places_the_mark_keeps_to_its_own(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "a b a c a"))
    bead = desk.id(0)
    anchor = Anchor(Side.TARGET, Span(4, 5), "a", Layer.CORRECTED, bead)
    desk.do(ev.SpanFlagged(Annotation("m", Severity.MINOR, "Style", anchor)))
    desk.do(ev.TextCorrected(bead, "a b a cc a"))
    moved = desk.review.annotations["m"].target
    assert moved is not None
    assert moved.span == Span(4, 5)


# ---- acts and history


def test_an_act_is_undone_as_one_and_redone_as_one(desk: Desk) -> None:
    desk.do(*(ev.TextCorrected(desk.id(i), f"new {i}") for i in range(3)), label="fix 3 places")
    action = desk.review.can_undo
    assert action == 1
    assert desk.review.action_label(action) == "fix 3 places"
    assert desk.undo() == {desk.id(0), desk.id(1), desk.id(2)}
    assert desk.finals() == TARGET
    assert desk.review.can_undo is None
    assert not desk.review.is_in_force(action)
    assert desk.review.can_redo == action
    desk.do(ev.ActionRedone(action))
    assert desk.finals()[:3] == ["new 0", "new 1", "new 2"]
    assert desk.review.is_in_force(action)


def test_a_new_act_ends_redoing(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    desk.undo()
    desk.do(ev.NoteWritten(desk.id(1), "y"))
    assert desk.review.can_redo is None
    with pytest.raises(EventRefused):
        desk.do(ev.ActionRedone(1))


def test_an_act_that_does_not_fit_leaves_what_could_be_redone(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    desk.undo()
    with pytest.raises(EventRefused):
        desk.do(ev.TextCorrected(desk.id(1), "y"), ev.TextCorrected("nobody", "z"))
    assert desk.review.can_redo == 1
    desk.do(ev.ActionRedone(1))
    assert desk.finals()[:2] == ["x", TARGET[1]]


def test_only_the_last_act_can_be_undone(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    desk.do(ev.TextCorrected(desk.id(1), "y"))
    with pytest.raises(EventRefused):
        desk.do(ev.ActionUndone(1))


def test_entries_follow_one_another_and_an_act_is_closed_once_another_began(desk: Desk) -> None:
    review = desk.review
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    event = ev.TextCorrected(desk.id(0), "z")
    with pytest.raises(EventRefused, match="does not follow"):
        review.apply(ev.Entry(3, 3, "Wu", AT, event))
    desk.do(ev.TextCorrected(desk.id(1), "y"))
    with pytest.raises(EventRefused, match="closed"):
        review.apply(ev.Entry(3, 1, "Wu", AT, event))
    desk.undo()
    with pytest.raises(EventRefused, match="closed"):
        review.apply(ev.Entry(4, 2, "Wu", AT, event))


def test_the_history_of_a_segment_goes_back_behind_a_join(desk: Desk) -> None:
    desk.do(ev.TextCorrected(desk.id(0), "x"))
    desk.do(ev.TextCorrected(desk.id(3), "elsewhere"))
    desk.do(ev.NoteWritten(desk.id(1), "y"))
    desk.become(0, 2, ((0, 1), (0, 1)))
    desk.undo()
    desk.do(ev.ActionRedone(desk.review.can_redo or 0))
    assert [entry.seq for entry in desk.review.history(desk.id(0))] == [1, 3, 4, 5, 6]
    assert [entry.seq for entry in desk.review.history(desk.id(2))] == [2]
    assert [entry.seq for entry in desk.review.entries] == [1, 2, 3, 4, 5, 6]


def test_replaying_a_journal_that_does_not_fit_goes_on(desk: Desk) -> None:
    wrong = replace(mark("tuyere"), target=Anchor(Side.TARGET, Span(4, 10), "outlet"))
    events = [
        ev.SpanFlagged(wrong),
        ev.TextCorrected("nobody", "x"),
        ev.ActionUndone(77),
        ev.TextCorrected(desk.id(1), "good"),
        ev.ActionUndone(4),
        ev.ActionRedone(4),
    ]
    entries = [ev.Entry(i, i, "Wu", AT, event) for i, event in enumerate(events, 1)]
    warnings = desk.review.replay(entries)
    assert len(warnings) == 3
    assert "outlet" in warnings[0]
    assert "nobody" in warnings[1]
    assert desk.review.is_adrift(desk.review.annotations["a"])
    assert desk.finals()[1] == "good"
    for _ in range(3):  # what did not fit can be undone and redone like anything else
        desk.undo()
    assert desk.review.can_undo is None
    for _ in range(3):
        desk.do(ev.ActionRedone(desk.review.can_redo or 0))
    assert desk.review.can_redo is None
    assert "a" in desk.review.annotations
