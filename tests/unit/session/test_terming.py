"""Terms as acts: added, changed, taken out, imported, and their senses fixed; each is undone, kept and seen at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.model.term import Term, Termbase
from workbench.session.session import Session
from workbench.session.words import with_terms_whole

FURNACE = Term("风口", "tuyere", forbidden=("hot trend",), source_only=("hot trend",), domain="metallurgy")
TREND = Term("风口", "hot trend", ("next big thing",), ("tuyere",), domain="business")
SOURCE = (
    "高炉共有三十个风口。\n\n送风前要检查每个风口的温度和冷却水。\n\n"
    "氢能成为钢铁行业的下一个风口。\n\n工人更换了风口。\n"
)
TARGET = (
    "The blast furnace has thirty tuyeres in all.\n\nBefore the blast, the temperature and the cooling water of each "
    "tuyere must be checked.\n\nHydrogen has become the steel industry's next tuyere.\n\nThe workers replaced the "
    "tuyere.\n"
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "a.zh.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "a.en.txt").write_text(TARGET, "utf-8")
    made = Session.create(
        tmp_path / "a.zh.txt",
        tmp_path / "a.en.txt",
        project=tmp_path / "a.review",
        terms=Termbase((FURNACE, TREND), "t.csv"),
    )
    made.analyse()
    return made


def told(session: Session) -> list[tuple[int, str]]:
    """(number of the segment, words) of the findings about terms."""
    return [
        (n, finding.quote)
        for n, bead in enumerate(session.beads, 1)
        for finding in session.findings(bead.id)
        if finding.check.startswith("term.")
    ]


def again(session: Session, touched: frozenset[str]) -> list[tuple[int, str]]:
    session.reanalyse(touched)
    return told(session)


def test_the_furnace_is_quiet_and_the_picture_is_told(session: Session) -> None:
    assert told(session) == [(3, "tuyere")]


def test_a_sense_is_fixed_for_one_place_and_let_go(session: Session) -> None:
    bead = session.beads[3].id
    at = session.source(bead).index("风口")
    place = session.sense_at(bead, "风口", at)
    assert place is not None
    assert again(session, session.fix_sense(place, TREND).touched) == [(3, "tuyere"), (4, "tuyere")]
    place = session.sense_at(bead, "风口", at)
    assert place is not None
    assert place.here == TREND.key
    assert again(session, session.undo().touched) == [(3, "tuyere")]
    again(session, session.redo().touched)
    assert again(session, session.fix_sense(place, None).touched) == [(3, "tuyere")]


def test_a_sense_is_fixed_for_the_document_but_not_where_another_was_said(session: Session) -> None:
    bead = session.beads[3].id
    place = session.sense_at(bead, "风口", session.source(bead).index("风口"))
    assert place is not None
    session.fix_sense(place, FURNACE)
    assert again(session, session.fix_sense(place, TREND, everywhere=True).touched) == [
        (1, "tuyeres"),
        (2, "tuyere"),
        (3, "tuyere"),
    ]


def test_what_was_said_of_a_sense_is_there_when_the_project_is_opened_again(session: Session) -> None:
    bead = session.beads[3].id
    place = session.sense_at(bead, "风口", session.source(bead).index("风口"))
    assert place is not None
    session.fix_sense(place, TREND)
    path = session.path
    assert path is not None
    session.close()
    with Session.open(path) as opened:
        opened.analyse()
        assert told(opened) == [(3, "tuyere"), (4, "tuyere")]


def test_a_sense_of_a_joined_segment_stays_at_its_place(session: Session) -> None:
    bead = session.beads[3].id
    place = session.sense_at(bead, "风口", session.source(bead).index("风口"))
    assert place is not None
    session.fix_sense(place, TREND)
    session.join(session.beads[2].id)
    assert [words for _, words in again(session, frozenset(b.id for b in session.beads))] == ["tuyere", "tuyere"]


def test_terms_are_changed_taken_out_and_brought_back(session: Session) -> None:
    session.remove_term(TREND)
    assert session.termbase.terms == (FURNACE,)
    assert session.sense_at(session.beads[0].id, "风口", 6) is None
    session.undo()
    assert set(session.termbase.terms) == {FURNACE, TREND}
    other = Term("风口", "craze", domain="economy")
    touched = session.change_term(TREND, other).touched
    assert set(session.termbase.terms) == {FURNACE, other}
    assert touched == {bead.id for bead in session.beads}
    session.undo()
    assert set(session.termbase.terms) == {FURNACE, TREND}


def test_an_import_is_one_act(session: Session) -> None:
    before = session.termbase
    outcome = session.import_terms((Term("高炉", "blast furnace"), Term("氢能", "hydrogen energy"), TREND), "plant.csv")
    assert outcome.message == "imported 2 terms of plant.csv"
    assert len(session.termbase.terms) == 4
    assert session.undo().message == "undone: imported 2 terms of plant.csv"
    assert session.termbase.terms == before.terms


@pytest.mark.parametrize(
    "term",
    [Term("", "gate"), Term("风口", " "), Term("风口", "gate", forbidden=("Gate",)), Term("风口", "a", ("b",), ("b",))],
)
def test_a_term_that_is_none_is_refused(session: Session, term: Term) -> None:
    with pytest.raises(WorkbenchError):
        session.add_term(term)


def test_why_words_are_wrong_is_told_with_the_finding(session: Session) -> None:
    session.change_term(TREND, replace(TREND, reasons=(("tuyere", "a part of a furnace"),)))
    session.reanalyse({bead.id for bead in session.beads})
    (finding,) = [f for f in session.findings(session.beads[2].id) if f.check == "term.forbidden"]
    assert "(tuyere: a part of a furnace)" in finding.message


def test_uses_are_counted_by_sense(session: Session) -> None:
    uses = session.term_uses()
    assert (uses[FURNACE].uses, uses[TREND].uses) == (3, 1)
    assert uses[TREND].violations == 1


def test_a_decision_for_all_places_leaves_other_senses_out(session: Session) -> None:
    plans = {plan.bead: plan for plan in session.plan_term("风口", "hot trend")}
    chosen = [session.index(bead) for bead, plan in plans.items() if plan.included]
    assert chosen == [2]
    assert plans[session.beads[0].id].doubt == "here it is \u2018tuyere\u2019"


def test_the_word_cursor_takes_a_term_as_one_word(session: Session) -> None:
    bead = session.beads[2].id
    assert "下一个" in session.source(bead)
    session.add_term(Term("钢铁行业", "steel industry"))
    words = [span.of(session.source(bead)) for span in session.word_spans(bead, Side.SOURCE)]
    assert "钢铁行业" in words
    assert "".join(words) == session.source(bead)


def test_words_beside_and_across_terms_are_cut_anew() -> None:
    words = [Span(0, 2), Span(2, 4), Span(4, 6), Span(6, 7)]
    assert with_terms_whole(words, [Span(1, 5)]) == (Span(0, 1), Span(1, 5), Span(5, 6), Span(6, 7))
    assert with_terms_whole(words, [Span(2, 3), Span(3, 4)]) == (
        Span(0, 2),
        Span(2, 3),
        Span(3, 4),
        Span(4, 6),
        Span(6, 7),
    )


def test_another_chinese_name_is_the_same_term(session: Session) -> None:
    session.add_term(Term("爐體", "furnace body", zh_variants=("高炉",), forbidden=("blast furnace",)))
    session.reanalyse({bead.id for bead in session.beads})
    assert (1, "blast furnace") in told(session)
