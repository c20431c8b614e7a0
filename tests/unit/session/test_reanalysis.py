"""What is found after an act is what a whole analysis would find, and costs what the act changed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from tests.quality.measure import load
from tests.tui.fake_session import bitext
from workbench.checks.runner import run_checks
from workbench.model.span import Span
from workbench.model.term import Term
from workbench.session.analysis import checked_segments
from workbench.session.session import Session
from workbench.session.values import Outcome
from workbench.terms.termbase import demo_termbase


def session_of(*articles: str) -> Session:
    rows: list[Any] = []
    for name in articles:
        for n, seg in enumerate(load(name)[0]):
            sides = ([seg.source] if seg.source else [], [seg.target] if seg.target else [])
            rows.append((*sides, seg.reason, n % 5 == 4, "" if n % 3 == 0 else " "))
    session = Session.in_memory(bitext(rows), reviewer="ann", termbase=demo_termbase())
    session.analyse()
    return session


def whole(session: Session) -> dict[str, set[Any]]:
    """The findings of a run over everything, by segment."""
    found: dict[str, set[Any]] = {}
    rows = session._all_texts()
    for finding in run_checks(checked_segments(rows), termbase=session.termbase):
        found.setdefault(finding.bead or "", set()).add(finding)
    return found


def held(session: Session) -> dict[str, set[Any]]:
    return {bead: set(findings) for bead, findings in session._findings.items() if findings}


def paired(session: Session, n: int) -> str:
    return [bead.id for bead in session.beads if bead.is_paired][n]


def unpaired_source(session: Session) -> str:
    return next(bead.id for bead in session.beads if bead.source and not bead.target)


def glued(session: Session) -> str:
    """A segment that follows a full stop without a space."""
    pairs = pairwise(session.beads)
    return next(b.id for a, b in pairs if session.separator(a.id) == "" and session.final(a.id).endswith("."))


ACTS: dict[str, Callable[[Session], Outcome]] = {
    "Chinese where a space was missing": lambda s: s.correct(glued(s), "\u9ad8\u7089 " + s.final(glued(s))),
    "words said twice": lambda s: s.correct(paired(s, 3), s.final(paired(s, 3)) + " It it was."),
    "emptied": lambda s: s.correct(paired(s, 4), ""),
    "taken back": lambda s: s.undo(),
    "a space": lambda s: s.set_separator(paired(s, 0), ""),
    "another space": lambda s: s.set_separator(paired(s, 0), "\n\n"),
    "a mark that is not closed": lambda s: s.correct(paired(s, 2), "\u201c" + s.final(paired(s, 2))),
    "joined": lambda s: s.join(paired(s, 5)),
    "supplied": lambda s: s.correct(unpaired_source(s), "The furnace furnace was was shut."),
    "like one before": lambda s: s.correct(paired(s, 7), s.final(paired(s, 1))),
    "a term": lambda s: s.add_term(Term("高炉", "smelter", forbidden=("blast furnace",))),
    "no term": lambda s: s.undo(),
    "replaced": lambda s: s.replace(paired(s, 6), Span(0, 1), "The the "),
}


@pytest.fixture(scope="module")
def steel() -> Session:
    return session_of("steel", "flu")


@pytest.mark.parametrize("act", ACTS)
def test_the_same_as_a_whole_analysis(steel: Session, act: str) -> None:
    """The acts build on each other."""
    before = held(steel)
    outcome = ACTS[act](steel)
    changed = steel.reanalyse(outcome.touched)
    after = held(steel)
    assert after == whole(steel)
    assert {b for b in before.keys() | after.keys() if before.get(b) != after.get(b)} <= changed


def test_undo_of_a_term_is_seen_with_the_next_look(steel: Session) -> None:
    steel.add_term(Term("高炉", "smelter", forbidden=("furnace",)))
    steel.undo()
    steel.reanalyse({paired(steel, 0)})
    assert held(steel) == whole(steel)


def test_an_edit_reads_its_neighbourhood_only(monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of("steel", "flu", "homestay")
    read: list[str] = []
    texts = Session._texts

    def counted(self: Session, bead: Any, separator: str | None) -> Any:
        read.append(bead.id)
        return texts(self, bead, separator)

    monkeypatch.setattr(Session, "_texts", counted)
    bead = paired(session, 9)
    session.reanalyse(session.correct(bead, session.final(bead) + " More.").touched)
    assert bead in read
    assert len(read) <= 4


def test_the_termbase_is_one_object_while_it_stays(steel: Session) -> None:
    assert steel.termbase is steel.termbase
    steel.add_term(Term("钢", "steel"))
    assert steel.termbase is steel.termbase
    assert steel.termbase.terms[0] == Term("钢", "steel")
