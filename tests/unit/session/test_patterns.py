"""Regular expressions: found, planned, applied as one act, and stopped when they run wild."""

from __future__ import annotations

import re

import pytest

from tests.tui.fake_session import FakeSession
from workbench.errors import WorkbenchError
from workbench.session.patterns import plan_pattern


@pytest.fixture
def session() -> FakeSession:
    return FakeSession.make()


def whole(session: FakeSession) -> str:
    return "\n".join(session.final(bead.id) for bead in session.beads)


def test_every_place_is_planned_with_its_groups(session: FakeSession) -> None:
    plans = plan_pattern(session, r"(\w+) (waiting)", r"\2 \1")
    assert [(plan.old, plan.new) for plan in plans] == [("fire waiting", "waiting fire")] * 2
    for plan in plans:
        assert plan.before == session.final(plan.bead)
        assert plan.after == plan.before.replace("fire waiting", "waiting fire")
    session.apply_fixes(plans)
    assert whole(session).count("waiting fire") == 2
    session.undo()
    assert whole(session).count("fire waiting") == 2


def test_several_places_of_one_segment_and_places_left_out(session: FakeSession) -> None:
    before = whole(session)
    plans = plan_pattern(session, r"\bthe\b", "THE")
    assert len(plans) > len({plan.bead for plan in plans}), "more than one in some segment"
    session.apply_fixes(plans)
    assert whole(session) == re.sub(r"\bthe\b", "THE", before)


def test_case_counts_unless_told_otherwise_and_what_stays_is_no_place(session: FakeSession) -> None:
    assert not plan_pattern(session, "MORNING", "x")
    assert plan_pattern(session, "(?i)MORNING", "x")
    assert not plan_pattern(session, "Morning", "Morning")


@pytest.mark.parametrize(("pattern", "new"), [("(", "x"), ("[a", "x"), ("Morning", r"\9"), ("Morning", r"\g<no>")])
def test_what_cannot_be_understood_is_told(session: FakeSession, pattern: str, new: str) -> None:
    with pytest.raises(WorkbenchError, match="that is no"):
        plan_pattern(session, pattern, new)


def test_a_pattern_that_runs_wild_is_stopped(session: FakeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.session.patterns._PATIENCE", 0.3)
    session.correct(session.beads[0].id, "a" * 5000 + "!")
    with pytest.raises(WorkbenchError, match="takes too long"):
        plan_pattern(session, r"(a|aa)+$", "x")


def test_search_takes_expressions_too(session: FakeSession) -> None:
    hits = session.search(r"re:\d\.\d元")
    assert [span.of(session.text(bead, side)) for bead, side, span in hits] == ["3.5元"]
    assert session.hunt(r"search:re:\d\.\d元").beads == (hits[0][0],)
    assert not session.search(r"re:\b"), "what has no words is no hit"
    with pytest.raises(WorkbenchError, match="no regular expression"):
        session.search("re:(")
