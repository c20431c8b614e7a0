"""The algebra of a review: replay equals state, undo(do(x)) = x, and nothing that people typed or marked is lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Bitext
from workbench.model.carrying import letters
from workbench.model.document import Document, Sentence
from workbench.model.finding import Severity
from workbench.model.review import EventRefused, Review
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.term import Term

AT = "2026-01-02T03:04:05+00:00"
FEW = settings(max_examples=100, deadline=None)

TEXTS = st.one_of(
    st.none(), st.sampled_from(["", "Good. Better.", "word", " spaced  out ", "a b. c d. e"]), st.text(max_size=8)
)


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    """A few beads of any shape (1-1, 2-1, 0-2, …) over texts with and without space between sentences."""
    shapes = draw(
        st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda shape: sum(shape) > 0), min_size=1, max_size=6
        )
    )
    words = st.sampled_from(["风口", "aa", "b b", "Trend", "a", "第一"])
    texts: dict[Side, str] = {Side.SOURCE: "", Side.TARGET: ""}
    beads = []
    for shape in shapes:
        sides: list[tuple[Sentence, ...]] = []
        for side, count in zip(Side, shape, strict=True):
            sentences = []
            for _ in range(count):
                text = draw(words) + ("。" if side is Side.SOURCE else ".")
                start = len(texts[side])
                sentences.append(Sentence(start, start + len(text), text))
                texts[side] += text + draw(st.sampled_from(["", " ", "\n\n"]))
            sides.append(tuple(sentences))
        beads.append(Bead(*sides))
    source, target = (Document(side, texts[side], f"{side}.txt") for side in Side)
    return Bitext(source, target, tuple(beads))


class Reviewer:
    """Draws acts that fit the state, as the screen would make them."""

    def __init__(self, draw: st.DrawFn, bitext: Bitext) -> None:
        self.draw = draw
        self.review = Review(bitext)
        self.entries: list[ev.Entry] = []
        self.marks = 0

    def act(self, events: Sequence[ev.Event]) -> frozenset[str]:
        first = self.review.last_seq + 1
        entries = [ev.Entry(first + i, first, "Wu", AT, event, "act") for i, event in enumerate(events)]
        touched = self.review.apply_act(entries)
        self.entries += entries
        return touched

    def event(self) -> ev.Event:
        kinds = [
            self.flag,
            self.flag_source,
            self.flag_corrected,
            self.correct,
            self.correct,
            self.separate,
            self.status,
        ]
        kinds += [self.note, self.score, self.dismiss, self.accept, self.reopen, self.term, self.decide, self.rearrange]
        kinds += [self.rearrange, self.change_flag, self.unflag]
        return self.draw(st.sampled_from(kinds))()

    def bead(self) -> Bead:
        return self.draw(st.sampled_from(self.review.beads))

    def _span(self, length: int) -> Span:
        start, end = sorted((self.draw(st.integers(0, length)), self.draw(st.integers(0, length))))
        return Span(start, end)

    def _annotation(self, **anchors: Anchor) -> Annotation:
        self.marks += 1
        return Annotation(f"a{self.marks}", self.draw(st.sampled_from(Severity)), "Accuracy", **anchors)

    def flag(self) -> ev.Event:
        text = self.review.bitext.target.text
        span = self._span(len(text))
        return ev.SpanFlagged(self._annotation(target=Anchor(Side.TARGET, span, span.of(text))))

    def flag_source(self) -> ev.Event:
        text = self.review.bitext.source.text
        span = self._span(len(text))
        at = self.draw(st.integers(0, len(self.review.bitext.target.text)))
        return ev.SpanFlagged(replace(self._annotation(source=Anchor(Side.SOURCE, span, span.of(text))), insert_at=at))

    def flag_corrected(self) -> ev.Event:
        bead = self.bead()
        text = self.review.final_text(bead)
        span = self._span(len(text))
        anchor = Anchor(Side.TARGET, span, span.of(text), Layer.CORRECTED, bead.id)
        return ev.SpanFlagged(self._annotation(target=anchor))

    def change_flag(self) -> ev.Event:
        if not self.review.annotations:
            return self.flag()
        old = self.review.annotations[self.draw(st.sampled_from(sorted(self.review.annotations)))]
        return ev.FlagChanged(replace(old, severity=self.draw(st.sampled_from(Severity)), note="changed"))

    def unflag(self) -> ev.Event:
        if not self.review.annotations:
            return self.flag()
        return ev.FlagRemoved(self.draw(st.sampled_from(sorted(self.review.annotations))))

    def correct(self) -> ev.Event:
        return ev.TextCorrected(self.bead().id, self.draw(TEXTS))

    def separate(self) -> ev.Event:
        bead = self.bead()
        keys: list[int | str] = [s.end for s in bead.target] or [bead.id]
        return ev.SeparatorChanged(
            self.draw(st.sampled_from(keys)), self.draw(st.sampled_from([" ", "\n\n", "", None]))
        )

    def status(self) -> ev.Event:
        return ev.StatusChanged(self.bead().id, self.draw(st.sampled_from(ev.Status)))

    def note(self) -> ev.Event:
        text = self.draw(st.sampled_from(["", "why?"]))
        return ev.NoteWritten(self.bead().id, text, self.draw(st.sampled_from(ev.NoteKind)))

    def score(self) -> ev.Event:
        value = self.draw(st.one_of(st.none(), st.integers(0, 100).map(float)))
        return ev.ScoreGiven(self.bead().id, self.draw(st.sampled_from(["ESA", "DA"])), value)

    def _claim(self) -> tuple[str, str, str, str | None, str | None]:
        number = self.draw(st.integers(0, 3))
        return f"f{number}", f"check.{number % 2}", "tuyere", None, self.draw(st.sampled_from([self.bead().id, None]))

    def dismiss(self) -> ev.Event:
        return ev.FindingDismissed(*self._claim(), "why", self.draw(st.sampled_from(ev.DismissalScope)))

    def accept(self) -> ev.Event:
        return ev.FindingAccepted(*self._claim())

    def reopen(self) -> ev.Event:
        return ev.FindingReopened(*self._claim())

    def term(self) -> ev.Event:
        if self.draw(st.booleans()):
            key = ("风口", "business", "")
            return self.draw(
                st.sampled_from(
                    [
                        ev.TermRemoved(key),
                        ev.CandidateRefused("天气"),
                        ev.TermsImported((Term("风口", "gate", sense="business"), Term("平台", "platform")), "a.csv"),
                        ev.SenseFixed(
                            "风口", self.draw(st.sampled_from([None, 0])), self.draw(st.none() | st.just(key))
                        ),
                    ]
                )
            )
        return ev.TermAdded(Term("风口", self.draw(st.sampled_from(["hot trend", "tuyere"])), sense="business"))

    def decide(self) -> ev.Event:
        return ev.TermDecided("风口", self.draw(st.sampled_from(["hot trend", "tuyere"])))

    def rearrange(self) -> ev.BeadsRearranged:
        """Any neighbours, cut anew at any places of either side, with the texts that are proposed for that."""
        beads = self.review.beads
        first = self.draw(st.integers(0, len(beads) - 1))
        old = beads[first : first + self.draw(st.integers(1, 3))]
        sides = [[s for bead in old for s in bead.sentences(side)] for side in Side]
        if self.draw(st.booleans()):
            sides = [
                recut(self.draw, sentences, self.review.bitext.document(side))
                for sentences, side in zip(sides, Side, strict=True)
            ]
        count = self.draw(st.integers(1, 3))
        cuts = [
            sorted(self.draw(st.lists(st.integers(0, len(s)), min_size=count - 1, max_size=count - 1))) for s in sides
        ]
        new = []
        for i in range(count):
            parts = [
                tuple(sentences[([0, *cut][i]) : ([*cut, len(sentences)][i])])
                for sentences, cut in zip(sides, cuts, strict=True)
            ]
            if any(parts):
                new.append(Bead(*parts, by_reviewer=True))
        ids = tuple(bead.id for bead in old)
        carried = self.review.carried(ids, new)
        return ev.BeadsRearranged("realign", ids, tuple(new), carried.texts)

    def undo(self) -> None:
        action = self.review.can_undo
        if action is not None:
            self.act([ev.ActionUndone(action)])

    def redo(self) -> None:
        action = self.review.can_redo
        if action is not None:
            self.act([ev.ActionRedone(action)])


def recut(draw: st.DrawFn, sentences: list[Sentence], document: Document) -> list[Sentence]:
    """Joins some neighbouring sentences into one, or splits one in two."""
    made: list[Sentence] = []
    for sentence in sentences:
        choice = draw(st.sampled_from(["keep", "keep", "join", "split"]))
        if choice == "join" and made:
            start = made[-1].start
            made[-1] = Sentence(start, sentence.end, document.text[start : sentence.end])
        elif choice == "split" and len(sentence.text) > 1 and not sentence.text[1].isspace():
            at = sentence.start + 1
            made += [
                Sentence(sentence.start, at, document.text[sentence.start : at]),
                Sentence(at, sentence.end, document.text[at : sentence.end]),
            ]
        else:
            made.append(sentence)
    return made


@st.composite
def reviewers(draw: st.DrawFn, most: int = 12) -> Reviewer:
    """A review after some acts, undos and redos."""
    reviewer = Reviewer(draw, draw(bitexts()))
    for _ in range(draw(st.integers(0, most))):
        choice = draw(st.sampled_from(["act"] * 6 + ["two", "undo", "undo", "redo"]))
        if choice == "undo":
            reviewer.undo()
        elif choice == "redo":
            reviewer.redo()
        else:
            reviewer.act([reviewer.event()])
    return reviewer


def looked_up(review: Review) -> object:
    """Everything that is answered from indexes, to be compared with what a fresh fold answers."""
    ids = [bead.id for bead in review.beads]
    return (
        [review.position(bead_id) for bead_id in ids],
        [review.annotations_of(bead_id) for bead_id in ids],
        [review.final_text(bead) for bead in review.beads],
        [
            (
                review.is_dismissed("none", check, "tuyere", None, b),
                review.is_accepted("none", check, "tuyere", None, b),
            )
            for b in (*ids, None)
            for check in ("check.0", "check.1")
        ],
        review.can_undo,
        review.can_redo,
    )


@FEW
@given(reviewers())
def test_replay_equals_state(reviewer: Reviewer) -> None:
    again = Review(reviewer.review.bitext)
    for entry in reviewer.entries:
        kind, payload = ev.event_to_record(entry.event)
        stored = json.loads(json.dumps(payload))
        again.apply(replace(entry, event=ev.event_from_record(kind, stored)))
    assert again.snapshot() == reviewer.review.snapshot()
    assert looked_up(again) == looked_up(reviewer.review)
    lenient = Review(reviewer.review.bitext)
    assert lenient.replay(reviewer.entries) == []
    assert lenient.snapshot() == reviewer.review.snapshot()


@FEW
@given(reviewers(most=8), st.data())
def test_undo_of_an_act_puts_back_exactly_what_was_there(reviewer: Reviewer, data: st.DataObject) -> None:
    reviewer.draw = data.draw
    before, index_before = reviewer.review.snapshot(), looked_up(reviewer.review)
    touched = reviewer.act([reviewer.event()])
    after, index_after = reviewer.review.snapshot(), looked_up(reviewer.review)
    shown_before = index_before
    undone = reviewer.act([ev.ActionUndone(reviewer.review.can_undo or 0)])
    assert reviewer.review.snapshot() == before
    assert looked_up(reviewer.review)[:4] == shown_before[:4]  # type: ignore[index]
    redone = reviewer.act([ev.ActionRedone(reviewer.review.can_redo or 0)])
    assert reviewer.review.snapshot() == after
    assert looked_up(reviewer.review)[:4] == index_after[:4]  # type: ignore[index]
    changed = changed_segments(before, after)
    assert changed <= touched
    assert changed <= undone
    assert changed <= redone


def changed_segments(before: dict[str, object], after: dict[str, object]) -> set[str]:
    """Segments that look different: new, gone, or decided otherwise."""
    one, other = ({bead.id for bead in state["beads"]} for state in (before, after))  # type: ignore[attr-defined]
    rows, others = (state["tables"].get("segment", {}) for state in (before, after))  # type: ignore[attr-defined]
    return (one ^ other) | {key for key in {*rows, *others} if rows.get(key) != others.get(key)}


@FEW
@given(reviewers(most=10))
def test_undoing_everything_leads_back_to_the_beginning_and_redoing_to_the_end(reviewer: Reviewer) -> None:
    end = reviewer.review.snapshot()
    count = 0
    while reviewer.review.can_undo is not None:
        reviewer.undo()
        count += 1
    assert reviewer.review.snapshot() == Review(reviewer.review.bitext).snapshot()
    for _ in range(count):
        reviewer.redo()
    assert reviewer.review.snapshot() == end


@FEW
@given(reviewers(most=8), st.data())
def test_an_act_that_does_not_fit_leaves_no_trace(reviewer: Reviewer, data: st.DataObject) -> None:
    reviewer.draw = data.draw
    before, looked = reviewer.review.snapshot(), looked_up(reviewer.review)
    entries, seq = len(reviewer.review.entries), reviewer.review.last_seq
    histories = [reviewer.review.history(bead.id) for bead in reviewer.review.beads]
    good = reviewer.event()
    bad = data.draw(st.sampled_from([ev.TextCorrected("nobody", "x"), ev.FlagRemoved("none"), ev.ActionRedone(10**6)]))
    try:
        reviewer.act([good, bad])
    except EventRefused:
        pass
    else:
        raise AssertionError("it was taken")
    assert reviewer.review.snapshot() == before
    assert looked_up(reviewer.review) == looked
    assert (len(reviewer.review.entries), reviewer.review.last_seq) == (entries, seq)
    assert [reviewer.review.history(bead.id) for bead in reviewer.review.beads] == histories
    reviewer.act([good])  # and the journal goes on where it was


@FEW
@given(reviewers())
def test_segments_always_cover_both_texts_in_order(reviewer: Reviewer) -> None:
    for side in Side:
        text = reviewer.review.bitext.document(side).text
        end = 0
        for bead in reviewer.review.beads:
            for sentence in bead.sentences(side):
                assert sentence.start >= end
                assert text[end : sentence.start].strip() == ""
                assert sentence.text == text[sentence.start : sentence.end]
                end = sentence.end
        assert text[end:].strip() == ""
    ids = [bead.id for bead in reviewer.review.beads]
    assert len({*ids}) == len(ids)
    assert [reviewer.review.position(bead_id) for bead_id in ids] == list(range(len(ids)))


@FEW
@given(reviewers(), st.data())
def test_rearranging_loses_no_word_and_no_mark(reviewer: Reviewer, data: st.DataObject) -> None:
    reviewer.draw = data.draw
    review = reviewer.review
    typed = {bead.id: review.segment(bead.id).corrected for bead in review.beads}
    notes = Counter(
        note for b in review.beads for note in (review.segment(b.id).note, review.segment(b.id).query) if note
    )
    whole = Counter(letters("".join(review.final_text(bead) for bead in review.beads)))
    standing = {a.id for a in review.annotations.values() if not review.is_adrift(a)}
    marks = set(review.annotations)
    event = reviewer.rearrange()
    more = review.carried(event.old, event.new).separators
    reviewer.act([event, *more])

    assert Counter(letters("".join(review.final_text(bead) for bead in review.beads))) >= Counter(
        letters("".join(text for text in typed.values() if text))
    )
    if not any(typed[bead_id] is not None for bead_id in event.old):
        assert Counter(letters("".join(review.final_text(bead) for bead in review.beads))) == whole
    assert set(review.annotations) == marks
    has_target = bool(review.bitext.target.text.strip())
    for annotation in review.annotations.values():
        for anchor in (annotation.target, annotation.source):
            if anchor and anchor.layer is Layer.MACHINE:
                assert anchor.span.of(review.bitext.document(anchor.side).text) == anchor.quote
        beads = review.beads_of(annotation)
        assert beads <= {bead.id for bead in review.beads}
        assert beads or not has_target or not review.bitext.source.text
        for bead_id in beads:
            assert annotation in review.annotations_of(bead_id)
    lost = {a for a in standing if review.is_adrift(review.annotations[a])}
    for annotation_id in lost:  # only where a cut went through the marked words themselves
        anchor = review.annotations[annotation_id].target
        assert anchor is not None
        assert anchor.layer is Layer.CORRECTED
        # Words that read alike may stand in other segments as well; among these the cut went through them.
        assert all(anchor.quote not in review.final_text(bead) for bead in event.new)
    after = Counter(
        note
        for b in review.beads
        for text in (review.segment(b.id).note, review.segment(b.id).query)
        for note in text.split("\n")
        if note
    )
    assert after == Counter(line for note in notes.elements() for line in note.split("\n"))


@FEW
@given(bitexts(), st.data())
def test_joining_and_splitting_again_gives_the_same_text(bitext: Bitext, data: st.DataObject) -> None:
    """Where a correction keeps the number of sentences, both ways are exact: words, cuts and white space."""
    reviewer = Reviewer(data.draw, bitext)
    review = reviewer.review
    for i, bead in enumerate(review.beads):
        if bead.target and data.draw(st.booleans()):
            reviewer.act([ev.TextCorrected(bead.id, " ".join(f"Mended{i}x{j}." for j in range(len(bead.target))))])
    old = tuple(bead for bead in review.beads if bead.target)[:2]
    if len(old) < 2 or review.position(old[0].id) != (review.position(old[1].id) or 0) - 1:
        return
    end, start = old[0].target[-1].end, old[1].target[0].start
    texts = [review.final_text(bead) for bead in old]
    gap = review.separator_after(end, start)
    joined = Bead(old[0].source + old[1].source, old[0].target + old[1].target, by_reviewer=True)
    ids = tuple(bead.id for bead in old)
    carried = review.carried(ids, [joined])
    reviewer.act([ev.BeadsRearranged("join", ids, (joined,), carried.texts), *carried.separators])
    assert review.final_text(joined) == texts[0] + gap + texts[1]
    carried = review.carried((joined.id,), old)
    reviewer.act([ev.BeadsRearranged("split", (joined.id,), old, carried.texts), *carried.separators])
    assert [review.final_text(bead) for bead in old] == texts
    assert review.separator_after(end, start) == gap
