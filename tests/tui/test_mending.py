"""Mending the pairing and the sentences by keys, each undone by one."""

from __future__ import annotations

from tests.tui.player import Player, playing
from workbench.model.bitext import Bead
from workbench.model.span import Side
from workbench.session.realigning import Realignment
from workbench.tui.screens.messages import PairedAgain
from workbench.tui.screens.split import SplitScreen
from workbench.tui.widgets.edit_box import EditBox


def kinds(p: Player) -> list[str]:
    beads: tuple[Bead, ...] = p.session.beads
    return [bead.kind for bead in beads]


async def test_a_sentence_goes_on_and_comes_back() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "J")
        before = kinds(p)
        await p.press(">")
        assert p.session.bead(p.state.bead).kind == "2-1"
        assert "moved English to the next segment" in p.said
        await p.press("j", "<")
        assert p.session.bead(p.state.bead).kind == "1-1"
        assert kinds(p) == before
        await p.press("u", "u")
        assert kinds(p) == before
        await p.press("g", "<")
        assert "no segment before" in p.said


async def test_a_correction_is_cut_where_one_says() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "J")
        joined = p.state.bead
        p.session.correct(joined, "He said that trade needs timing. Old guests sat down and talked.")
        p.state.refresh()
        await p.press(">")
        assert isinstance(p.app.screen, SplitScreen)
        assert "cut your correction here?" in p.text
        assert "goes to the next" in p.text
        await p.press("right", "left", ".", ".", ",", "enter")
        assert p.session.final(p.state.bead) == "He said that trade needs timing. Old"
        assert p.session.final(p.session.beads[p.number].id).startswith("guests sat down and talked.")
        await p.press("u")
        assert p.session.final(joined) == "He said that trade needs timing. Old guests sat down and talked."


async def test_a_sentence_is_split_at_the_word_and_joined_again() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "w", "w")
        assert p.word == "that"
        await p.press("|")
        assert [s.text for s in p.session.bead(p.state.bead).target][1].startswith("that business")
        assert p.word == "that"
        await p.press("b", "&")
        assert len(p.session.bead(p.state.bead).target) == 1
        await p.press("0", "|")
        assert "begins or ends there" in p.said


async def test_pairing_again_by_key_and_by_command() -> None:
    async with playing() as p:
        before = kinds(p)
        assert before[10] == "2-2"
        await p.press("colon", "1", "1", "enter", "A")
        assert "pair again from 11 to" in p.text
        await p.press("enter")
        assert kinds(p) == [*before[:10], "1-1", "1-1", before[11]]
        assert p.number == 11
        await p.press("u")
        assert kinds(p) == before
        await p.press("colon")
        await p.type("realign 12-11")
        await p.press("enter")
        assert kinds(p) == [*before[:10], "1-1", "1-1", before[11]]
        await p.press("u", "o")
        await p.type("leave this")
        await p.press("enter", "A", "enter")
        assert "the pairing stays as it is, 1 kept as you fixed them" in p.said
        await p.press("colon")
        await p.type("realign 3 600")
        await p.press("enter")
        assert "there are segments 1 to 12" in p.said
        await p.press("A")
        await p.type("x")
        await p.press("enter")
        assert "no number of a segment" in p.said


async def test_the_cursor_s_side_is_the_side_that_moves() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "J", "tab")
        assert p.state.side is Side.SOURCE
        await p.press(">")
        assert p.session.bead(p.state.bead).kind == "1-2"


def joined_by(p: Player, first: int) -> PairedAgain:
    """What a worker says that pairs two segments as one."""
    one, two = p.session.beads[first : first + 2]
    together = Bead(one.source + two.source, one.target + two.target, 0.9)
    return PairedAgain(one.id, two.id, Realignment((((one, two), (together,)),), 0))


async def test_a_pairing_found_during_an_edit_waits_until_the_box_is_closed() -> None:
    async with playing() as p:
        count = len(p.session.beads)
        await p.press("colon", "4", "enter", "e", "end", *"typed")
        bead, mine, after = p.state.bead, p.app.screen.query_one(EditBox).value, p.session.beads[4]
        assert "typed" in mine
        p.review.post_message(joined_by(p, 3))
        await p.pilot.pause()
        assert len(p.session.beads) == count
        assert "waits" in p.text
        await p.press("enter")
        await p.settle()
        assert len(p.session.beads) == count - 1
        assert p.session.index(bead) is None
        assert p.session.final(p.session.beads[3].id) == f"{mine} {after.target[0].text}"


async def test_a_pairing_found_during_a_question_waits_until_it_is_answered() -> None:
    async with playing() as p:
        count = len(p.session.beads)
        await p.press("colon", "4", "enter", "o")
        await p.type("who says so")
        p.review.post_message(joined_by(p, 3))
        await p.pilot.pause()
        assert len(p.session.beads) == count
        await p.press("enter")
        await p.settle()
        assert len(p.session.beads) == count - 1
        assert p.session.segment(p.session.beads[3].id).note == "who says so"
        await p.press("colon", "3", "enter", "o")
        await p.type("left")
        p.review.post_message(joined_by(p, 1))
        await p.pilot.pause()
        assert len(p.session.beads) == count - 1
        await p.press("escape")
        await p.settle()
        assert len(p.session.beads) == count - 2
