"""Filters: each kind of part finds its segments, and no others."""

from __future__ import annotations

import pytest

from tests.tui.fake_session import FakeSession
from workbench.errors import WorkbenchError
from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.filters import filtered


@pytest.fixture
def session() -> FakeSession:
    made = FakeSession.make()
    made.analyse(on_segments=lambda _: None, progress=lambda *_: None, cancelled=lambda: False)
    return made


def numbers(session: FakeSession, text: str) -> list[int]:
    return [(session.index(bead) or 0) + 1 for bead in filtered(session, text).beads]


def test_words_and_expressions_in_either_text(session: FakeSession) -> None:
    assert numbers(session, "teahouse") == numbers(session, "text:TEAHOUSE") != []
    assert numbers(session, "火候") == [4, 7, 10]
    assert numbers(session, "火候 philosophy") == [10]
    assert numbers(session, "火候 -philosophy") == [4, 7]
    assert numbers(session, '"fire waiting"') == [4, 10]
    assert numbers(session, "night's ash") == [3]
    assert numbers(session, r'"re:\d+ yuan"') == [6] == numbers(session, r"re:\d+\.\d")


def test_state(session: FakeSession) -> None:
    ids = [bead.id for bead in session.beads]
    session.set_status(ids[2], Status.DONE)
    session.correct(ids[2], "After the fog.")
    session.query(ids[3], "?")
    session.note(ids[4], "!")
    session.flag(ids[5], severity=Severity.MAJOR, category="Style/Unnatural or awkward", target=Span(0, 4))
    assert numbers(session, "has:correction") == [3] == numbers(session, "is:changed")
    assert numbers(session, "has:query,note") == [4, 5]
    assert numbers(session, "has:mark") == [6] == numbers(session, "category:style")
    assert 6 in numbers(session, "severity:major")
    assert 6 not in numbers(session, "severity:critical")
    furniture = [n for n, bead in enumerate(session.beads, 1) if bead.reason is Reason.FURNITURE]
    assert numbers(session, "is:furniture") == furniture
    undone = numbers(session, "status:undone")
    assert 3 not in undone or session.segment(ids[2]).status is not Status.DONE
    assert not set(furniture) & set(undone)
    assert numbers(session, "reviewer:nobody") == []
    assert set(numbers(session, f"reviewer:{session.reviewer or 'x'}")) <= {3, 4, 5, 6}


def test_findings_and_risk(session: FakeSession) -> None:
    with_finding = [n for n, bead in enumerate(session.beads, 1) if session.findings(bead.id)]
    assert numbers(session, "has:finding") == with_finding != []
    term = numbers(session, "check:term")
    assert term
    assert numbers(session, "check:term.forbidden") == [
        n for n in term if n in numbers(session, "check:term.forbidden")
    ]
    assert numbers(session, "check:ter") == []
    likely = {word: set(numbers(session, f"risk:{word}")) for word in ("high", "medium", "low")}
    assert not likely["high"] & likely["low"]
    assert set(numbers(session, "risk:high,low")) == likely["high"] | likely["low"]


def test_worst_first_is_the_hunt_s_order(session: FakeSession) -> None:
    found = filtered(session, "sort:worst has:finding").beads
    assert found == tuple(b for b in session.hunt("worst").beads if session.findings(b))


@pytest.mark.parametrize(
    "text",
    ["", "  ", "risk:huge", "risk:", "colour:red", '"open', "status:finished", "has:x", "is:x", "severity:x", "re:("],
)
def test_what_cannot_be_understood_is_told(session: FakeSession, text: str) -> None:
    with pytest.raises(WorkbenchError):
        filtered(session, text)


def test_a_filter_is_a_hunt(session: FakeSession) -> None:
    hunt = session.hunt("filter:火候 -philosophy")
    assert hunt.beads == filtered(session, "火候 -philosophy").beads
    assert session.hunt(hunt.key).beads == hunt.beads
