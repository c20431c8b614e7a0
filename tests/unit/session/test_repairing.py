"""Mending the pairing through the session, over a small article that was paired wrongly."""

from __future__ import annotations

import pytest

from workbench.errors import WorkbenchError
from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.document import Document, Sentence
from workbench.model.finding import Severity
from workbench.model.span import Side, Span
from workbench.session.session import Session
from workbench.text.sentences import split

CHINESE = """昨天下午，渔船回到了港口。
船上装满了鲭鱼和螃蟹。
船长说，今年的天气比去年好。
他的女儿在码头等了三个小时。
明天早上，市场会很热闹。
老人们已经在讨论价格了。"""
ENGLISH = """Yesterday afternoon the fishing boats came back to the harbour.
They were full of mackerel and crabs.
The captain said that the weather is better this year than last year.
His daughter had waited three hours on the quay.
Tomorrow morning the market will be lively.
The old people are already discussing the prices."""


def article(pairs: str) -> Session:
    """Pairs as `1-1 2-2,3`: the numbers of Chinese and English sentences, from 1; nothing for an empty side."""
    source, target = Document(Side.SOURCE, CHINESE), Document(Side.TARGET, ENGLISH)
    sides = [split(document).sentences for document in (source, target)]
    beads = []
    for pair in pairs.split():
        own = []
        for numbers, sentences in zip(pair.split("-"), sides, strict=True):
            own.append(tuple(sentences[int(n) - 1] for n in numbers.split(",") if n))
        reason = None if all(own) else Reason.OMISSION if own[0] else Reason.ADDITION
        beads.append(Bead(*own, confidence=0.5, reason=reason))
    return Session.in_memory(Bitext(source, target, tuple(beads)), reviewer="r")


def pairs(session: Session) -> str:
    """The same the other way round."""
    numbers: dict[tuple[Side, int], str] = {}
    for side, text in ((Side.SOURCE, CHINESE), (Side.TARGET, ENGLISH)):
        for n, sentence in enumerate(split(Document(side, text)).sentences, 1):
            numbers[side, sentence.start] = str(n)
    found = []
    for bead in session.beads:
        sides = [",".join(numbers[side, s.start] for s in bead.sentences(side)) for side in Side]
        found.append("-".join(sides))
    return " ".join(found)


def number(session: Session, n: int) -> str:
    return session.beads[n - 1].id


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


SHIFTED = "1-1,2 2-3 3-4 4-5 5-6 6-"
RIGHT = "1-1 2-2 3-3 4-4 5-5 6-6"


# ---- moving a sentence


def test_a_sentence_moves_to_the_next_segment_with_its_marks() -> None:
    session = article("1-1,2 2-3 3- 4-4 5-5 6-6")
    session.flag(
        number(session, 1), severity=Severity.MAJOR, target=span_of(session.final(number(session, 1)), "crabs")
    )
    outcome = session.move(number(session, 1), Side.TARGET, forward=True)
    assert pairs(session) == "1-1 2-2,3 3- 4-4 5-5 6-6"
    assert outcome.focus == number(session, 1)
    assert session.annotations(number(session, 1)) == ()
    (placed,) = session.annotations(number(session, 2))
    assert placed.target is not None
    assert placed.target.of(session.final(number(session, 2))) == "crabs"
    session.move(number(session, 2), Side.TARGET, forward=True)
    assert pairs(session) == "1-1 2-2 3-3 4-4 5-5 6-6"
    assert [bead.reason for bead in session.beads] == [None] * 6
    assert session.beads[2].by_reviewer


def test_the_first_sentence_moves_to_the_segment_before_and_what_is_left_is_unpaired() -> None:
    session = article("1-1 2,3-2,3 4-4 5-5 6-6")
    session.move(number(session, 3), Side.TARGET, forward=False)
    assert pairs(session) == "1-1 2,3-2,3,4 4- 5-5 6-6"
    assert session.beads[2].reason is Reason.OMISSION
    session.undo()
    session.move(number(session, 2), Side.SOURCE, forward=False)
    assert pairs(session) == "1,2-1 3-2,3 4-4 5-5 6-6"


def test_a_segment_that_nothing_is_left_of_is_gone() -> None:
    session = article("1-1 -2 2-3 3-4 4-5 5-6 6-")
    session.note(number(session, 2), "where does this belong?")
    session.move(number(session, 2), Side.TARGET, forward=True)
    assert pairs(session) == "1-1 2-2,3 3-4 4-5 5-6 6-"
    assert session.segment(number(session, 2)).note == "where does this belong?"


def test_page_furniture_is_passed_over_when_a_sentence_moves() -> None:
    session = article("1-1,2 2- 3-3 4-4 5-5 6-6")
    session.mark(number(session, 2), Reason.FURNITURE)
    session.move(number(session, 1), Side.TARGET, forward=True)
    assert pairs(session) == "1-1 2- 3-2,3 4-4 5-5 6-6"
    assert session.beads[1].reason is Reason.FURNITURE


def test_a_correction_is_cut_where_proposed_or_where_one_says() -> None:
    session = article(SHIFTED)
    first = number(session, 1)
    session.correct(first, "The boats came home yesterday. They were laden with mackerel and crabs.")
    cut = session.propose_move(first, Side.TARGET, forward=True)
    assert cut == len("The boats came home yesterday. ")
    session.move(first, Side.TARGET, forward=True, cut=cut)
    assert session.final(number(session, 1)) == "The boats came home yesterday."
    assert session.final(number(session, 2)).startswith("They were laden with mackerel and crabs.\nThe captain")
    session.undo()
    session.move(number(session, 1), Side.TARGET, forward=True, cut=len("The boats came home"))
    assert session.final(number(session, 1)) == "The boats came home"
    assert session.final(number(session, 2)).startswith("yesterday. They were laden")
    session.undo()
    with pytest.raises(WorkbenchError, match="cannot be cut at 999"):
        session.move(number(session, 1), Side.TARGET, forward=True, cut=999)


def test_moving_beyond_the_ends_says_so() -> None:
    session = article(RIGHT)
    with pytest.raises(WorkbenchError, match="no segment before"):
        session.move(number(session, 1), Side.TARGET, forward=False)
    with pytest.raises(WorkbenchError, match="no segment behind"):
        session.move(number(session, 6), Side.SOURCE, forward=True)
    session.unpair(number(session, 1))
    with pytest.raises(WorkbenchError, match="no Chinese sentence to move"):
        session.move(number(session, 2), Side.SOURCE, forward=True)


# ---- splitting


@pytest.mark.parametrize(
    ("joined", "place"),
    [
        ("1,2,3-1,2,3 4-4 5-5 6-6", {(1, 1), (2, 2)}),
        ("1,2-1,2,3 3-4 4- 5-5 6-6", {(1, 1)}),
        ("1-1 2,3,4-2,3,4 5-5 6-6", {(1, 1), (2, 2)}),
        ("1-1,2 2-3 3- 4-4 5-5 6-6", {(1, 1)}),
        ("1-1 -2 2,3-3 4-4 5-5 6-6", {(1, 0)}),
    ],
)
def test_a_split_is_proposed_where_the_words_part(joined: str, place: set[tuple[int, int]]) -> None:
    session = article(joined)
    which = next(n for n, bead in enumerate(session.beads, 1) if max(len(bead.source), len(bead.target)) > 1)
    source, target, cut = session.propose_split(number(session, which)) or (0, 0, 0)
    assert (source, target) in place
    assert cut is None


def test_a_supplied_translation_is_cut_with_its_chinese() -> None:
    session = article("1,2- -1,2 3-3 4-4 5-5 6-6")
    session.correct(number(session, 1), "The boats are home. They are full of fish.")
    source, target, cut = session.propose_split(number(session, 1)) or (0, 0, 0)
    assert (source, target) == (1, 0)
    session.split(number(session, 1), source, target, cut)
    assert session.final(number(session, 1)) == "The boats are home."
    assert session.final(number(session, 2)) == "They are full of fish."


# ---- pairing


def test_a_chosen_line_is_paired_and_others_keep_their_order() -> None:
    session = article("1-1 2- 3- -2 -3 4-4 5-5 6-6")
    session.pair(number(session, 2), number(session, 4))
    assert pairs(session) == "1-1 2-2 3- -3 4-4 5-5 6-6"
    session.undo()
    session.pair(number(session, 5), number(session, 3))
    assert pairs(session) == "1-1 2- -2 3-3 4-4 5-5 6-6"
    with pytest.raises(WorkbenchError, match="not an unpaired English line"):
        session.pair(number(session, 2), number(session, 2))
    session = article("1- 2-1 -2 3-3 4-4 5-5 6-6")
    with pytest.raises(WorkbenchError, match="pairs stand between"):
        session.pair(number(session, 1), number(session, 3))


# ---- realigning


def test_realigning_mends_what_is_shifted() -> None:
    session = article(SHIFTED)
    outcome = session.realign(number(session, 1), number(session, 6))
    assert pairs(session) == RIGHT
    assert outcome.message == "paired 6 segments again"
    assert not any(bead.by_reviewer for bead in session.beads)
    assert all(bead.confidence > 0.5 for bead in session.beads)
    session.undo()
    assert pairs(session) == SHIFTED


def test_realigning_goes_from_here_to_there_and_no_further() -> None:
    session = article("1-1,2 2- 3-3 4-4,5 5- 6-6")
    session.realign(number(session, 4), number(session, 5))
    assert pairs(session) == "1-1,2 2- 3-3 4-4 5-5 6-6"


@pytest.mark.parametrize("how", ["paired", "marked", "corrected", "done", "noted"])
def test_realigning_keeps_what_the_reviewer_fixed(how: str) -> None:
    session = article("1-1,2 2- 3-3 4-4,5 5- 6-6")
    if how == "paired":
        session.move(number(session, 4), Side.TARGET, forward=True)
        session.move(number(session, 5), Side.TARGET, forward=False)
    fixed = number(session, 4)
    if how == "marked":
        session.flag(fixed, severity=Severity.MINOR, target=Span(0, 3))
    elif how == "corrected":
        session.correct(fixed, "His daughter waited. The market will be lively.")
    elif how == "done":
        from workbench.model.events import Status

        session.set_status(fixed, Status.DONE)
    elif how == "noted":
        session.note(fixed, "so it must be")
    before = session.bead(fixed), session.final(fixed)
    outcome = session.realign(number(session, 1), number(session, 6))
    assert pairs(session).startswith("1-1 2-2 3-3 4-4,5 5-")
    assert (session.bead(fixed), session.final(fixed)) == before
    assert "kept as you fixed them" in outcome.message


def test_realigning_what_is_right_changes_nothing() -> None:
    session = article(RIGHT)
    outcome = session.realign(number(session, 1), number(session, 6))
    assert outcome.message == "the pairing stays as it is"
    assert not session.entries


def test_a_proposal_of_a_pairing_that_is_gone_is_refused() -> None:
    session = article(SHIFTED)
    first, last = number(session, 1), number(session, 6)
    proposal = session.propose_realign(first, last)
    session.join(first)
    with pytest.raises(WorkbenchError, match="realign again"):
        session.realign(first, last, proposal)


# ---- sentences


def test_a_sentence_is_split_at_a_word_and_joined_again() -> None:
    session = article(RIGHT)
    bead = number(session, 3)
    before = session.review.snapshot()
    at = session.final(bead).index("that the")
    outcome = session.split_sentence(bead, Side.TARGET, at)
    new = session.bead(str(outcome.focus))
    assert [s.text for s in new.target] == [
        "The captain said",
        "that the weather is better this year than last year.",
    ]
    assert not new.by_reviewer
    assert session.final(new.id) == session.bitext.text(new, Side.TARGET)
    session.join_sentences(new.id, Side.TARGET)
    assert [bead.id for bead in session.beads] == [bead.id for bead in before["beads"]]


def test_a_sentence_of_a_corrected_segment_is_split_at_the_answering_place() -> None:
    session = article(RIGHT)
    bead = number(session, 3)
    session.correct(bead, "The old captain told us that the weather is better this year than last.")
    at = session.final(bead).index("the weather")
    new = session.bead(str(session.split_sentence(bead, Side.TARGET, at).focus))
    assert new.target[1].text.startswith("the weather is better")
    assert session.final(new.id) == "The old captain told us that the weather is better this year than last."


@pytest.mark.parametrize("offset", [0, 10_000])
def test_a_sentence_is_not_split_at_its_ends(offset: int) -> None:
    session = article(RIGHT)
    with pytest.raises(WorkbenchError, match="begins or ends there"):
        session.split_sentence(number(session, 2), Side.SOURCE, offset)


def test_a_character_is_never_cut_in_two() -> None:
    text = "She left a\u0301t noon. He stayed."
    sentence = Sentence(0, 18, text[:18])
    bitext = Bitext(
        Document(Side.SOURCE, ""),
        Document(Side.TARGET, text),
        (Bead((), (sentence,)), Bead((), (Sentence(19, 29, text[19:]),))),
    )
    session = Session.in_memory(bitext)
    new = session.bead(str(session.split_sentence(session.beads[0].id, Side.TARGET, text.index("\u0301")).focus))
    assert new.target[1].text == "a\u0301t noon."


def test_sentences_of_two_segments_are_joined_in_the_first() -> None:
    session = article("1-1 2-2 3-3,4 4- 5-5 6-6")
    session.correct(number(session, 3), "The captain praised the weather. His daughter had waited.")
    outcome = session.join_sentences(number(session, 2), Side.TARGET)
    joined = session.bead(str(outcome.focus))
    assert [s.text.split("\n")[0] for s in joined.target] == ["They were full of mackerel and crabs."]
    assert joined.target[0].text.endswith("than last year.")
    assert session.final(joined.id).endswith("The captain praised the weather.")
    assert session.final(number(session, 3)) == "His daughter had waited."
    assert session.beads[2].kind == "1-1"
    session.undo()
    assert pairs(session) == "1-1 2-2 3-3,4 4- 5-5 6-6"
    with pytest.raises(WorkbenchError, match="last English sentence"):
        session.join_sentences(number(session, 6), Side.TARGET)
