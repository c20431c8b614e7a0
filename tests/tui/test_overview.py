"""The overview strip: what its rows say, where they lead, and that they are counted anew when something changes."""

from __future__ import annotations

import pytest

from tests.tui.fake_session import ROWS, FakeSession, bitext
from tests.tui.player import playing
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.tui.glyphs import G
from workbench.tui.overview import Overview, block_at
from workbench.tui.widgets.strip_view import StripView


def session_of(count: int) -> FakeSession:
    return FakeSession.make(bitext([ROWS[3]] * count))


@pytest.mark.parametrize(("count", "rows"), [(1, 5), (5, 5), (7, 5), (100, 33), (33, 100)])
def test_every_segment_is_in_one_row_and_the_row_of_a_segment_is_the_one_that_holds_it(count: int, rows: int) -> None:
    blocks = Overview().blocks(session_of(count), rows)
    firsts = [block.first for block in blocks]
    assert len(blocks) == min(rows, count)
    assert firsts[0] == 0
    assert firsts == sorted(set(firsts))
    for index in range(count):
        held = max(n for n, first in enumerate(firsts) if first <= index)
        assert block_at(index, count, rows) == held


def test_a_row_shows_the_worst_of_its_segments_and_leads_there() -> None:
    session = session_of(9)
    beads = [bead.id for bead in session.beads]
    session.flag(beads[4], severity=Severity.MINOR, category="Fluency/Grammar", target=Span(0, 2))
    session.flag(beads[5], severity=Severity.MAJOR, category="Fluency/Grammar", target=Span(0, 2))
    session.query(beads[7], "meant so?")
    for bead in beads[:3]:
        session.set_status(bead, Status.DONE)
    blocks = Overview().blocks(session, 3)
    assert [block.sign for block in blocks] == [G.done, "M", G.query]
    assert [block.goal for block in blocks] == [0, 5, 7]
    assert [block.stands_out for block in blocks] == [False, True, True]


def test_what_is_done_has_no_bar_left() -> None:
    session = session_of(2)
    for bead in session.beads:
        session._look_at(bead.id)
    overview = Overview()
    before = overview.blocks(session, 2)
    assert before[0].risk == session.risk_level(session.beads[0].id) > 0
    session.set_status(session.beads[0].id, Status.DONE)
    overview.forget([session.beads[0].id])
    after = overview.blocks(session, 2)
    assert after[0].risk == 0
    assert after[1] == before[1]


def test_only_what_was_touched_is_looked_at_again() -> None:
    session = session_of(50)
    overview = Overview()
    overview.blocks(session, 10)
    asked: list[str] = []
    look = session.annotations
    session.annotations = lambda bead: asked.append(bead) or look(bead)  # type: ignore[method-assign,assignment,func-returns-value]
    overview.forget([session.beads[7].id])
    overview.blocks(session, 12)
    assert asked == [session.beads[7].id]


def test_open_findings_that_weigh_are_shown_until_they_are_decided() -> None:
    session = session_of(2)
    bead = session.beads[0].id
    session._look_at(bead)
    overview = Overview()
    assert [block.sign for block in overview.blocks(session, 2)] == [G.finding, " "]
    session.dismiss(session.findings(bead)[0].id)
    overview.forget([bead])
    assert [block.sign for block in overview.blocks(session, 2)] == [" ", " "]


async def test_the_strip_says_what_was_decided_and_where_one_is() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press("j", "j", "j", "2", "m")
        await p.settle()
        right = [line[-3:] for line in p.lines[1:13]]
        assert right[3][:2] == f"{G.focus}M"
        await p.press("j", "d", "u", "d")
        await p.settle()
        right = [line[-3:] for line in p.lines[1:13]]
        assert right[3][:2] == " M"
        assert right[4] == f" {G.done} "


async def test_at_80_cells_the_strip_takes_two() -> None:
    async with playing(size=(80, 24)) as p:
        await p.press("j", "j", "j", "2", "m", "j")
        await p.settle()
        assert p.review.query_one(StripView).size.width == 2
        assert [line[-2] for line in p.lines[4:6]] == ["M", G.focus]


async def test_a_click_goes_to_what_its_row_shows() -> None:
    async with playing(size=(80, 24)) as p:
        await p.pilot.click(StripView, offset=(1, 9))
        await p.settle()
        assert p.number == 10
        await p.pilot.click(StripView, offset=(1, 16))
        await p.settle()
        assert p.number == 10


async def test_a_click_keeps_what_is_being_edited() -> None:
    async with playing(size=(80, 24)) as p:
        await p.press("e", "X")
        await p.pilot.click(StripView, offset=(1, 4))
        await p.settle()
        assert p.number == 5
        assert "X" in p.session.final(p.session.beads[0].id)


async def test_keys_go_from_stretch_to_stretch() -> None:
    async with playing(size=(80, 24)) as p:
        await p.press("g", "j", "j", "j", "1", "m", "G", "k", "1", "m", "g")
        await p.settle()
        marked = {3, 10}
        risky = {
            n
            for n, bead in enumerate(p.session.beads)
            if p.session.risk_level(bead.id) > 4
            or any(finding.severity is Severity.MAJOR for finding in p.session.findings(bead.id))
        }
        visited = []
        for _ in marked | risky:
            await p.press("]")
            visited.append(p.number - 1)
        assert visited[: len(marked | risky)] == sorted(marked | risky)
        await p.press("]")
        assert "nothing stands out" in p.said
        await p.press("G", "[")
        assert p.number - 1 == max(marked | risky)
        await p.press("g", "[")
        assert "nothing stands out" in p.said


async def test_a_joined_segment_leaves_no_row_behind() -> None:
    async with playing(size=(80, 24)) as p:
        before = len(p.review.query_one(StripView).blocks)
        await p.press("j", "j", "J")
        await p.settle()
        assert len(p.review.query_one(StripView).blocks) == before - 1


async def test_a_resize_gives_the_strip_other_rows() -> None:
    async with playing(session_of(60), size=(80, 24)) as p:
        few = len(p.review.query_one(StripView).blocks)
        await p.pilot.resize_terminal(120, 40)
        await p.settle()
        strip = p.review.query_one(StripView)
        assert len(strip.blocks) == strip.size.height > few


async def test_a_share_of_the_text_is_gone_to_by_the_command_line() -> None:
    async with playing(session_of(60)) as p:
        for share, number in (("50%", 30), ("1%", 1), ("0%", 1), ("100%", 60), ("999%", 60)):
            await p.press("colon")
            await p.type(share)
            await p.press("enter")
            assert p.number == number, share
