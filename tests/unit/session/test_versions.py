"""The history of a segment, and its texts again."""

from __future__ import annotations

from tests.tui.fake_session import FakeSession
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.versions import restore, versions


def told(session: FakeSession, bead: str) -> list[tuple[str, str | None, bool]]:
    return [(v.what, v.text, v.undone) for v in versions(session, bead)]


def test_an_act_is_one_item_and_the_text_it_left_stands_with_it() -> None:
    session = FakeSession.make()
    bead = session.beads[3].id
    session._look_at(bead)
    machine = session.final(bead)
    session.accept(session.findings(bead)[0].id)  # an accept is three events: the verdict, the mark, the correction
    accepted = session.final(bead)
    session.flag(bead, severity=Severity.MINOR, category="Fluency/Grammar", target=Span(0, 2))
    items = told(session, bead)
    assert [text for _, text, _ in items] == [accepted, accepted, machine]
    assert len({what for what, _, _ in items}) == 3
    assert not any(undone for *_, undone in items)


def test_what_was_undone_is_kept_with_its_text() -> None:
    session = FakeSession.make()
    bead = session.beads[3].id
    machine = session.final(bead)
    session.correct(bead, "One.")
    session.undo()
    session.correct(bead, "Two.")
    assert told(session, bead) == [
        ("edited the text", "Two.", False),
        ("edited the text", "One.", True),
        ("the machine's text", machine, False),
    ]


def test_any_text_comes_back_as_a_new_act_and_nothing_is_lost() -> None:
    session = FakeSession.make()
    bead = session.beads[3].id
    machine = session.final(bead)
    for text in ("One.", "Two.", "Three."):
        session.correct(bead, text)
    session.undo()
    for wanted in ("Three.", "One.", machine):
        version = next(v for v in versions(session, bead) if v.text == wanted)
        outcome = restore(session, bead, version)
        assert session.final(bead) == wanted
        assert bead in outcome.touched
    assert session.segment(bead).corrected is None
    texts = {v.text for v in versions(session, bead)}
    assert {"One.", "Two.", "Three.", machine} <= texts
    session.undo()
    assert session.final(bead) == "One."


def test_putting_back_what_stands_there_is_no_act() -> None:
    session = FakeSession.make()
    bead = session.beads[3].id
    before = len(session.entries)
    assert not restore(session, bead, versions(session, bead)[0]).touched
    assert len(session.entries) == before


def test_a_joined_segment_knows_its_own_texts_and_names_the_acts_on_its_parts() -> None:
    session = FakeSession.make()
    first, second = session.beads[3].id, session.beads[4].id
    session.correct(first, "A part.")
    session.join(first)
    joined = session.beads[3].id
    assert joined not in (first, second)
    whole = session.final(joined)
    session.correct(joined, "Whole.")
    items = told(session, joined)
    assert [text for _, text, _ in items] == ["Whole.", whole, None, session.machine(joined)]
    assert "A part." in whole
