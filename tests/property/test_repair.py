"""Mending the pairing through the session: whatever is done, the texts stay covered, nothing typed or marked is lost,
and undo gives back exactly what was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_review import bitexts
from workbench.errors import WorkbenchError
from workbench.model.bitext import Bitext, Reason
from workbench.model.carrying import letters
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Layer, Side, Span
from workbench.session.session import Session
from workbench.session.values import Outcome

FEW = settings(max_examples=150, deadline=None)
TEXTS = st.sampled_from(["Good. Better.", "word", "a b. c d. e", "One. Two. Three.", "no stop here"])


class Player:
    """Draws what a reviewer does."""

    def __init__(self, draw: st.DrawFn, bitext: Bitext) -> None:
        self.draw = draw
        self.session = Session.in_memory(bitext, reviewer="r")

    def bead(self) -> str:
        return self.draw(st.sampled_from([bead.id for bead in self.session.beads]))

    def side(self) -> Side:
        return self.draw(st.sampled_from(Side))

    def decide(self) -> None:
        """Something that a reviewer would not like to lose."""
        bead = self.bead()
        kind = self.draw(st.sampled_from(["correct", "correct", "flag", "note", "done", "separator"]))
        if kind == "correct":
            self.session.correct(bead, self.draw(TEXTS))
        elif kind == "flag":
            final = self.session.final(bead)
            start, end = sorted(self.draw(st.tuples(st.integers(0, len(final)), st.integers(0, len(final)))))
            if start < end:
                self.session.flag(bead, severity=Severity.MAJOR, target=Span(start, end))
        elif kind == "note":
            self.session.note(bead, f"note {len(self.session.entries)}")
        elif kind == "done":
            self.session.set_status(bead, Status.DONE)
        elif self.session.bead(bead).target:
            self.session.set_separator(bead, self.draw(st.sampled_from([" ", "\n\n", ""])))

    def repair(self) -> Outcome | None:
        """One act of mending; None where it is refused."""
        session, bead, side = self.session, self.bead(), self.side()
        forward = self.draw(st.booleans())
        number = self.draw(st.integers(0, 2))
        acts: dict[str, Callable[[], Outcome]] = {
            "join": lambda: session.join(bead),
            "split": self.split,
            "move": lambda: session.move(bead, side, forward=forward),
            "unpair": lambda: session.unpair(bead),
            "pair": lambda: session.pair(bead),
            "pair with": lambda: session.pair(bead, self.bead()),
            "mark": lambda: session.mark(bead, self.draw(st.sampled_from([None, *Reason]))),
            "split sentence": lambda: session.split_sentence(
                bead, side, self.draw(st.integers(0, len(session.text(bead, side))))
            ),
            "join sentences": lambda: session.join_sentences(bead, side, number),
            "realign": lambda: session.realign(bead, self.bead()),
        }
        name = self.draw(st.sampled_from([*sorted(acts), "move", "move", "split", "split", "split sentence"]))
        try:
            return acts[name]()
        except WorkbenchError:
            return None

    def split(self) -> Outcome:
        bead = self.bead()
        proposal = self.session.propose_split(bead)
        if proposal is None:
            raise WorkbenchError("nothing to split")
        source, target, cut = proposal
        parts = self.session.bead(bead)
        assert 0 <= source <= len(parts.source)
        assert 0 <= target <= len(parts.target)
        assert 0 < source + target < len(parts.source) + len(parts.target)
        if parts.is_paired and min(len(parts.source), len(parts.target)) > 1:
            assert 0 < source < len(parts.source)
            assert 0 < target < len(parts.target)
        if cut is not None and self.draw(st.booleans()):
            cut = self.draw(st.integers(0, len(self.session.final(bead))))
        return self.session.split(bead, source, target, cut)


@st.composite
def players(draw: st.DrawFn) -> Player:
    player = Player(draw, draw(bitexts()))
    for _ in range(draw(st.integers(0, 5))):
        player.decide()
    for _ in range(draw(st.integers(0, 3))):
        player.repair()
    for _ in range(draw(st.integers(0, 2))):
        player.decide()
    return player


def covered(session: Session) -> None:
    """Every letter of both documents stands in one sentence of one segment, in order."""
    for side in Side:
        text, end = session.bitext.document(side).text, 0
        for bead in session.beads:
            for sentence in bead.sentences(side):
                assert text[end : sentence.start].strip() == ""
                assert sentence.text == text[sentence.start : sentence.end]
                assert sentence.text == sentence.text.strip() != ""
                end = sentence.end
        assert text[end:].strip() == ""
    assert all(bead.source or bead.target for bead in session.beads)


def typed(session: Session) -> Counter[str]:
    texts = (session.segment(bead.id).corrected for bead in session.beads)
    return Counter(letters("".join(text for text in texts if text)))


def read(session: Session) -> Counter[str]:
    return Counter(letters("".join(session.final(bead.id) for bead in session.beads)))


def notes(session: Session) -> Counter[str]:
    return Counter(line for bead in session.beads for line in session.segment(bead.id).note.split("\n") if line)


@FEW
@given(players(), st.data())
def test_mending_keeps_both_texts_and_everything_that_people_did(player: Player, data: st.DataObject) -> None:
    session = player.session
    player.draw = data.draw
    before = read(session), typed(session), notes(session), dict(session.review.annotations)
    outcome = player.repair()
    covered(session)
    assert typed(session) >= before[1]
    assert read(session) == before[0]
    assert notes(session) == before[2]
    assert session.review.annotations.keys() == before[3].keys()
    for annotation in session.review.annotations.values():
        for anchor in (annotation.target, annotation.source):
            if anchor is not None and anchor.layer is Layer.MACHINE:
                assert anchor.span.of(session.bitext.document(anchor.side).text) == anchor.quote
        for bead in session.review.beads_of(annotation):
            assert annotation.id in {placed.annotation.id for placed in session.annotations(bead)}
    if outcome is not None and outcome.focus is not None:
        assert session.index(outcome.focus) is not None


@FEW
@given(players(), st.data())
def test_undo_of_mending_gives_back_exactly_what_was_there(player: Player, data: st.DataObject) -> None:
    session = player.session
    player.draw = data.draw
    before, beads = session.review.snapshot(), session.beads
    outcome = player.repair()
    if outcome is None or not outcome.touched:
        assert session.review.snapshot() == before
        return
    after = session.review.snapshot()
    undone = session.undo()
    assert session.review.snapshot() == before
    assert session.beads == beads
    assert {bead.id for bead in session.beads if bead not in after["beads"]} <= undone.touched
    session.redo()
    assert session.review.snapshot() == after


@FEW
@given(players(), st.data())
def test_realigning_leaves_what_was_fixed_and_the_rest_of_the_text_as_it_was(
    player: Player, data: st.DataObject
) -> None:
    session = player.session
    beads = session.beads
    first = data.draw(st.integers(0, len(beads) - 1))
    last = data.draw(st.integers(first, len(beads) - 1))
    fixed = [bead for bead in beads if session.is_fixed(bead.id)]
    session.realign(beads[first].id, beads[last].id)
    covered(session)
    assert session.beads[:first] == beads[:first]
    assert session.beads[len(session.beads) - (len(beads) - last - 1) :] == beads[last + 1 :]
    assert [bead for bead in session.beads if bead in fixed] == fixed
