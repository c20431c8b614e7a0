"""What a person does to a review, through the session, over hand-made segments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.errors import WorkbenchError
from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.document import Document, Sentence
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Layer, Side, Span
from workbench.model.term import Term, Termbase
from workbench.session.session import Session

CHINESE = "雨停了。孩子们跑出门。没有人说话。"
ENGLISH = "The rain stopped.The child ran out of the door. He laughed."


def sentences(text: str, ends: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for i, ch in enumerate(text):
        if ch in ends:
            while text[start].isspace():
                start += 1
            found.append(Sentence(start, i + 1, text[start : i + 1]))
            start = i + 1
    return tuple(found)


@pytest.fixture
def session() -> Session:
    zh, en = sentences(CHINESE, "。"), sentences(ENGLISH, ".")
    beads = (
        Bead((zh[0],), (en[0],)),
        Bead((zh[1],), (en[1],)),
        Bead((zh[2],), (), reason=Reason.OMISSION),
        Bead((), (en[2],), reason=Reason.ADDITION),
    )
    return Session.in_memory(
        Bitext(Document(Side.SOURCE, CHINESE), Document(Side.TARGET, ENGLISH), beads), reviewer="r"
    )


def ids(session: Session) -> list[str]:
    return [bead.id for bead in session.beads]


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_a_flag_points_into_the_frozen_text_and_is_shown_in_the_final_one(session: Session) -> None:
    bead = ids(session)[1]
    session.flag(bead, severity=Severity.MAJOR, target=span_of(session.final(bead), "child"), source=Span(0, 3))
    (placed,) = session.annotations(bead)
    assert placed.annotation.target is not None
    assert placed.annotation.target.span.of(ENGLISH) == "child"
    assert placed.annotation.source is not None
    assert placed.annotation.source.span.of(CHINESE) == "孩子们"
    assert placed.target == span_of(session.final(bead), "child")
    assert session.segment(bead).status is Status.IN_WORK


def test_a_flag_follows_its_words_through_an_edit_and_says_when_they_are_gone(session: Session) -> None:
    bead = ids(session)[1]
    session.flag(bead, severity=Severity.MINOR, target=span_of(session.final(bead), "door"))
    session.correct(bead, "Laughing, the child ran out of the door.")
    (placed,) = session.annotations(bead)
    assert placed.target == span_of(session.final(bead), "door")
    session.correct(bead, "The children ran outside.")
    (placed,) = session.annotations(bead)
    assert placed.target is None
    assert not placed.in_final
    session.undo()
    session.undo()
    assert session.annotations(bead)[0].target == span_of(session.final(bead), "door")


def test_words_that_only_the_correction_has_are_marked_in_the_corrected_layer(session: Session) -> None:
    bead = ids(session)[1]
    session.correct(bead, "The kids ran out of the door.")
    session.flag(bead, severity=Severity.MINOR, target=span_of(session.final(bead), "kids"))
    (placed,) = session.annotations(bead)
    assert placed.annotation.target is not None
    assert placed.annotation.target.layer is Layer.CORRECTED
    assert placed.target == Span(4, 8)


def test_an_omission_is_linked_to_the_place_where_it_belongs(session: Session) -> None:
    bead = ids(session)[1]
    session.mark_omission(bead, Span(0, 3), len("The child"))
    (placed,) = session.annotations(bead)
    assert placed.insert_at == len("The child")
    unpaired = ids(session)[2]
    session.mark_omission(unpaired, Span(0, 5), None)
    (placed,) = session.annotations(unpaired)
    assert placed.annotation.insert_at == ENGLISH.index(" He laughed")


def test_the_words_of_the_machine_as_a_correction_are_no_correction(session: Session) -> None:
    bead = ids(session)[0]
    session.correct(bead, "It stopped raining.")
    session.correct(bead, session.machine(bead))
    assert session.segment(bead).corrected is None


def test_a_supplied_translation_stands_where_its_source_is(session: Session) -> None:
    bead = ids(session)[2]
    session.correct(bead, "Nobody spoke.")
    assert session.final(bead) == "Nobody spoke."
    assert session.separator(bead) == "\n\n" or session.separator(bead) == " "


def test_a_missing_space_is_mended_between_sentences_and_back(session: Session) -> None:
    bead = ids(session)[0]
    assert session.separator(bead) == ""
    session.set_separator(bead, " ")
    assert session.separator(bead) == " "
    assert session.machine_separator(bead) == ""
    session.undo()
    assert session.separator(bead) == ""


def test_joining_keeps_texts_and_marks_and_can_be_undone(session: Session) -> None:
    first, second = ids(session)[:2]
    session.correct(second, "The kids ran out of the door.")
    session.flag(second, severity=Severity.MINOR, target=Span(4, 8))
    session.flag(first, severity=Severity.MAJOR, target=Span(4, 8))
    before = session.review.snapshot()
    outcome = session.join(first)
    joined = outcome.focus
    assert joined is not None
    assert session.final(joined) == "The rain stopped.The kids ran out of the door."
    assert [p.target.of(session.final(joined)) for p in session.annotations(joined) if p.target] == ["rain", "kids"]
    session.undo()
    assert session.review.snapshot() == before


def test_splitting_cuts_the_corrected_text_where_asked_and_loses_nothing(session: Session) -> None:
    first, second = ids(session)[:2]
    session.correct(first, "It stopped raining.")
    joined = session.join(first).focus
    assert joined is not None
    session.correct(joined, "It stopped raining at last. The kids ran out.")
    session.flag(joined, severity=Severity.MINOR, target=span_of(session.final(joined), "kids"))
    source_count, target_count, cut = session.propose_split(joined) or (0, 0, 0)
    assert (source_count, target_count) == (1, 1)
    session.split(joined, source_count, target_count, cut)
    assert ids(session)[:2] == [first, second]
    assert session.final(first) == "It stopped raining at last."
    assert session.final(second) == "The kids ran out."
    assert [p.target.of(session.final(second)) for p in session.annotations(second) if p.target] == ["kids"]


def test_two_unpaired_lines_are_paired_and_taken_apart_again(session: Session) -> None:
    outcome = session.pair(ids(session)[2])
    assert outcome.focus is not None
    bead = session.bead(outcome.focus)
    assert bead.is_paired
    assert session.source(bead.id) == "没有人说话。"
    assert session.final(bead.id) == "He laughed."
    session.unpair(bead.id)
    assert [b.kind for b in session.beads] == ["1-1", "1-1", "1-0", "0-1"]


def test_a_paired_segment_cannot_be_paired_again(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="paired already"):
        session.pair(ids(session)[0])


def test_undo_reaches_across_segments_in_order_and_redo_brings_back(session: Session) -> None:
    first, second = ids(session)[:2]
    states = [session.review.snapshot()]
    session.correct(first, "Rain over.")
    states.append(session.review.snapshot())
    session.set_status(second, Status.DONE)
    states.append(session.review.snapshot())
    assert session.undo().message.startswith("undone: marked as done")
    assert session.review.snapshot() == states[1]
    session.undo()
    assert session.review.snapshot() == states[0]
    assert session.undo().message == "nothing to undo"
    session.redo()
    session.redo()
    assert session.review.snapshot() == states[2]


def test_an_edit_after_done_is_visible(session: Session) -> None:
    bead = ids(session)[0]
    session.set_status(bead, Status.DONE)
    session.correct(bead, "Rain over.")
    assert session.segment(bead).edited_after_done
    assert session.progress().edited_after_done == 1
    session.set_status(bead, Status.DONE)
    assert not session.segment(bead).edited_after_done


def test_furniture_counts_for_no_progress(session: Session) -> None:
    assert session.progress().total == 4
    session.mark(ids(session)[2], Reason.FURNITURE)
    assert session.progress().total == 3
    assert session.progress().furniture == 1


def test_the_same_words_everywhere_are_planned_and_applied_as_one_act(session: Session) -> None:
    bead = ids(session)[0]
    plans = session.plan_replace(bead, span_of(session.final(bead), "The"), "A")
    assert [plan.bead for plan in plans] == ids(session)[:2]
    session.apply_fixes(plans)
    assert session.final(ids(session)[1]).startswith("A child")
    session.undo()
    assert session.final(ids(session)[0]).startswith("The rain")
    assert session.final(ids(session)[1]).startswith("The child")


def test_search_finds_both_sides_and_ignores_case_and_width(session: Session) -> None:
    assert [(bead, side) for bead, side, _ in session.search("THE")] == [
        (ids(session)[0], Side.TARGET),
        (ids(session)[1], Side.TARGET),
        (ids(session)[1], Side.TARGET),
    ]
    assert [side for _, side, _ in session.search("孩子")] == [Side.SOURCE]
    assert session.search("") == ()


def test_history_tells_what_was_done_and_what_was_taken_back(session: Session) -> None:
    bead = ids(session)[0]
    session.note(bead, "check the weather")
    session.correct(bead, "Rain over.")
    session.undo()
    assert [(item.text, item.undone) for item in session.history(bead)] == [
        ("wrote the note", False),
        ("edited the text", True),
    ]


def test_worst_first_counts_findings_beside_the_risk_and_leaves_out_what_is_done(session: Session) -> None:
    session.analyse()
    worst = session.hunt("worst").beads
    assert set(worst) == set(ids(session))
    assert [session.urgency(b) for b in worst] == sorted((session.urgency(b) for b in worst), reverse=True)
    unpaired = ids(session)[2]
    assert session.estimate(unpaired) is None
    assert session.urgency(unpaired) > 0
    session.set_status(worst[0], Status.DONE)
    assert session.hunt("worst").beads == worst[1:]


def test_look_up_gives_the_likeliest_reading_first_and_the_parts_of_a_word_it_does_not_know(session: Session) -> None:
    readings = {word: [e.pinyin for e in session._entries(word)] for word in ("更", "从", "行")}
    assert readings["更"][0] == "gèng"
    assert session._entries("从")[0].senses[0].startswith("from")
    assert [e.simplified for e in session._entries("并未")] == ["并", "未"]
    assert [e.simplified for e in session._entries("无论是")] == ["无论", "是"]
    assert session._entries("当")[0].senses[0] == "to be"
    assert (session._entries("宁")[0].pinyin, session._entries("后")[0].traditional) == ("níng", "後")
    assert [e.simplified for e in session._entries("B端")] == ["端"]
    assert session._entries("B") == session._entries("1.4亿") == []


def test_a_batch_over_a_term_is_called_by_the_term(session: Session) -> None:
    bead = ids(session)[0]
    plans = session.plan_replace(bead, span_of(session.final(bead), "The"), "A")
    assert session.apply_fixes(plans, zh="雨", en="A").message == "雨 = A in 2 places"


def test_the_mqm_figure_is_per_words_of_the_segments_judged(session: Session) -> None:
    first, second = ids(session)[:2]
    assert session.mqm_line() == f"no segment of {session.progress().total} judged yet"
    assert session.mqm().words == 0
    session.flag(first, severity=Severity.MAJOR, target=Span(0, 3))
    words = len(session.machine(first).split())
    assert session.mqm().words == words
    assert session.mqm().per_100_words == pytest.approx(500 / words)
    session.set_status(second, Status.DONE)
    words += len(session.machine(second).split())
    assert session.mqm().words == words
    assert f"5 points over 2 of {session.progress().total} segments" in session.mqm_line()
    assert session.mqm_line().endswith("so far")


def test_where_no_english_was_judged_there_is_no_figure_per_words(session: Session) -> None:
    session.mark_omission(ids(session)[2], Span(0, 2), None)
    assert session.mqm().per_100_words is None
    assert "1 of" in session.mqm_line()
    assert "0.0" not in session.mqm_line()
    assert "no English words in them" in session.mqm_line()


def test_a_mark_that_is_not_changed_costs_no_undo(session: Session) -> None:
    first = ids(session)[0]
    session.flag(first, severity=Severity.MAJOR, target=Span(0, 3))
    (mark,) = session.review.annotations
    before = session.review.last_seq
    outcome = session.change_flag(mark, bead_id=first, target=Span(0, 3))
    assert (outcome.message, outcome.touched) == ("nothing changed", frozenset())
    assert session.review.last_seq == before
    session.change_flag(mark, bead_id=first, target=Span(0, 4))
    assert session.review.last_seq == before + 1


def test_a_proposed_counterpart_begins_and_ends_with_a_word(session: Session) -> None:
    from workbench.session.words import on_words

    assert on_words("a, b. ", Span(0, 6)) == Span(0, 4)
    assert on_words(", ", Span(0, 2)) is None
    for bead in session.beads:
        for side in Side:
            other = session.text(bead.id, side.other)
            for word in session.word_spans(bead.id, side):
                for there in (session.counterpart(bead.id, side, word), session.along(bead.id, side, word)):
                    if there is not None:
                        quote = there.of(other)
                        assert quote[0].isalnum(), quote
                        assert quote[-1].isalnum(), quote


def test_an_act_of_several_events_is_one_item_of_the_history_and_says_what_it_did(session: Session) -> None:
    session.analyse()
    bead = ids(session)[2]
    (finding,) = [f for f in session.findings(bead) if f.check == "segment.omission"]
    outcome = session.accept(finding.id)
    assert outcome.message == "marked ‘没有人说话。’ as major"
    assert [item.text for item in session.history(bead)] == [outcome.message]


SCHOOL = "老师来了。老师把门看成墙。他把门看成墙。老师走了。"
LESSONS = "Teachers came. The teachers regarded a door as a wall. He thinks of it as a wall. These teachers left."


@pytest.fixture
def school() -> Session:
    zh, en = sentences(SCHOOL, "。"), sentences(LESSONS, ".")
    beads = tuple(Bead((a,), (b,)) for a, b in zip(zh, en, strict=True))
    return Session.in_memory(Bitext(Document(Side.SOURCE, SCHOOL), Document(Side.TARGET, LESSONS), beads), reviewer="r")


def test_a_rendering_known_from_weak_evidence_starts_left_out_and_no_preposition_takes_a_plural(
    school: Session,
) -> None:
    plans = school.plan_term("看成", "regarded as")
    doubtful = [plan for plan in plans if plan.old == "as"]
    assert doubtful
    assert all(not plan.included and "unsure" in plan.doubt for plan in doubtful)
    assert all("ases" not in plan.after for plan in plans)


def test_a_batch_puts_what_its_preview_shows(school: Session) -> None:
    plans = school.plan_term("老师", "tutor")
    assert [plan.new for plan in plans] == ["Tutors", "tutors", "tutors"]
    shown = {plan.bead: plan.after for plan in plans}
    school.apply_fixes(plans, zh="老师", en="tutor")
    assert {bead: school.final(bead) for bead in shown} == shown


def test_two_places_that_overlap_are_never_both_put(school: Session) -> None:
    bead = ids(school)[1]
    final = school.final(bead)
    once = school.plan_replace(bead, span_of(final, "teachers regarded"), "guests took")
    twice = school.plan_replace(bead, span_of(final, "regarded a"), "saw the")
    with pytest.raises(WorkbenchError, match="segment 2 overlap"):
        school.apply_fixes([*once, *twice])
    assert school.final(bead) == final


def test_a_batch_leaves_untouched_what_nobody_read_and_an_act_at_the_segment_does_not(school: Session) -> None:
    first, *_, last = ids(school)
    school.set_status(last, Status.DONE)
    school.apply_fixes(school.plan_term("老师", "tutor"))
    assert school.segment(first).status is Status.UNTOUCHED
    assert school.segment(last).edited_after_done
    school.replace(first, Span(0, 8), "Guests")
    assert school.segment(first).status is Status.IN_WORK


def test_a_batch_marks_its_places_as_errors_where_asked(school: Session) -> None:
    plans = school.plan_term("老师", "tutor")
    assert not any(plan.severity for plan in plans)
    school.apply_fixes([replace(plan, severity=Severity.MINOR) for plan in plans], zh="老师", en="tutor")
    marks = list(school.review.annotations.values())
    assert sorted(mark.target.quote for mark in marks if mark.target) == ["Teachers", "teachers", "teachers"]
    assert school.mqm().points == 3
    school.undo()
    assert school.mqm().points == 0


def test_a_batch_over_a_term_takes_the_findings_of_its_places_as_one_act() -> None:
    zh, en = sentences("风口来了。又是风口。", "。"), sentences("The tuyere came. Again a tuyere.", ".")
    documents = Document(Side.SOURCE, "风口来了。又是风口。"), Document(Side.TARGET, "The tuyere came. Again a tuyere.")
    beads = tuple(Bead((a,), (b,)) for a, b in zip(zh, en, strict=True))
    term = Term("风口", "hot trend", forbidden=("tuyere",), pos="n")
    session = Session.in_memory(Bitext(*documents, beads), reviewer="r", termbase=Termbase((term,)))
    session.analyse()
    plans = session.plan_term("风口", "hot trend")
    assert [plan.finding is not None for plan in plans] == [True, True]
    session.apply_fixes(plans, zh="风口", en="hot trend")
    assert [a.check for a in session.review.annotations.values()] == ["term.forbidden"] * 2
    assert session.final(ids(session)[1]) == "Again a hot trend."
    assert not any(f.check == "term.forbidden" for bead in ids(session) for f in session.findings(bead))
    session.undo()
    assert not session.review.annotations


def test_all_spaces_lost_within_one_segment_are_put() -> None:
    zh, en = "浪潮升起；市场下跌；我们都在等待。", "The wave rose;the market fell;we are all waiting."
    bead = Bead(sentences(zh, "。"), sentences(en, "."))
    session = Session.in_memory(Bitext(Document(Side.SOURCE, zh), Document(Side.TARGET, en), (bead,)), reviewer="r")
    session.analyse()
    assert session.apply_fixes(session.plan_group("glued")).message == "put 2 spaces"
    assert session.final(bead.id) == "The wave rose; the market fell; we are all waiting."


def test_part_of_a_word_is_not_replaced_everywhere(session: Session) -> None:
    bead = ids(session)[0]
    with pytest.raises(WorkbenchError, match="‘rai’ is part of a word"):
        session.plan_replace(bead, span_of(session.final(bead), "rai"), "sno")


def test_a_translation_that_is_supplied_is_marked_as_left_out_whichever_key_one_uses(session: Session) -> None:
    session.analyse()
    lacking = ids(session)[2]
    claims = session.findings(lacking)
    assert claims
    outcome = session.correct(lacking, "Nobody spoke.")
    assert "omission" in outcome.message
    assert [a.category for a in session.review.annotations.values()] == ["Accuracy/Omission"]
    assert session.final(lacking) == "Nobody spoke."
    assert not any("unpaired: 1 Chinese" in line for line in session.profile().lines)
    assert session.mqm().points > 0
    assert "per 100 words" not in session.mqm_line(), "no word of the machine's was judged"
    session.undo()
    assert not session.review.annotations


def test_the_same_words_are_no_replacement(session: Session) -> None:
    bead = ids(session)[0]
    with pytest.raises(WorkbenchError, match="nothing would change"):
        session.plan_replace(bead, span_of(session.final(bead), "The"), "The")


def test_words_that_stand_for_two_terms_are_left_out_of_a_batch_over_one() -> None:
    zh, en = "产业端和消费端。", "The industrial and consumer ends."
    bead = Bead(sentences(zh, "。"), sentences(en, "."))
    documents = Document(Side.SOURCE, zh), Document(Side.TARGET, en)
    terms = Termbase((Term("产业端", "industry side", variants=("industrial end",), pos="n"),))
    session = Session.in_memory(Bitext(*documents, (bead,)), reviewer="r", termbase=terms)
    plans = session.plan_term("产业端", "industry side")
    assert [(plan.included, plan.doubt) for plan in plans] == [(False, "these words stand for more than it")]


def test_no_note_taken_away_where_there_is_none_is_no_act(session: Session) -> None:
    bead = ids(session)[0]
    for write in (session.note, session.query):
        assert write(bead, "").message == "nothing changed"
        write(bead, "why")
        count = len(session.entries)
        assert write(bead, "why").message == "nothing changed"
        assert len(session.entries) == count
        assert write(bead, "").message.startswith("removed")


def test_a_rendering_is_left_out_where_a_word_of_it_stands_beside_its_place() -> None:
    zh, en = "老师来了。老师走了。", "The pedagogue teachers came. The pedagogue left."
    beads = tuple(Bead((a,), (b,)) for a, b in zip(sentences(zh, "。"), sentences(en, "."), strict=True))
    documents = Document(Side.SOURCE, zh), Document(Side.TARGET, en)
    terms = Termbase((Term("老师", "teacher", variants=("pedagogue",), pos="n"),))
    session = Session.in_memory(Bitext(*documents, beads), reviewer="r", termbase=terms)
    plans = session.plan_term("老师", "teacher")
    assert [(plan.old, plan.included, plan.doubt) for plan in plans] == [
        ("pedagogue", False, "\u2018teachers\u2019 stands beside it"),
        ("pedagogue", True, ""),
    ]
