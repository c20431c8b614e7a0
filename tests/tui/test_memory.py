"""The translation memory on screen."""

from __future__ import annotations

from tests.tui.fake_session import FakeSession
from tests.tui.player import playing
from workbench.memory.matching import Translated
from workbench.memory.user import UserMemory
from workbench.tui.action import Mode
from workbench.tui.widgets.edit_box import EditBox

ASKED = "他说,做生意讲究火候。"
CLOSE = Translated(
    "他说，做买卖讲究火候。", "Trade, he said, is a matter of timing.", "/m/old.tmx", "zoe", "2025-01-02"
)
SAME = Translated(ASKED, "Business, he said, is all about timing.", "/m/tea.review")


def session() -> FakeSession:
    memory = UserMemory()
    memory.add([CLOSE, SAME])
    made = FakeSession.make()
    made.use_memory(memory)
    return made


async def test_the_list_shows_likeness_origin_and_difference_and_opens_what_is_taken() -> None:
    async with playing(session(), size=(100, 30)) as p:
        await p.press("3", "escape", "j", "j", "j", "M")
        assert p.state.bead == p.session.beads[3].id
        rows = [line for line in p.lines if "%" in line]
        assert "100" in rows[0]
        assert "tea" in rows[0]
        assert "old.tmx (zoe, 2025-01-02)" in rows[1]
        await p.press("down")
        assert "买卖" in p.text
        assert "生意" in p.text
        await p.press("enter")
        assert p.app.screen.query_one(EditBox).value == CLOSE.target
        await p.press("enter")
        assert p.session.final(p.state.bead) == CLOSE.target
        await p.press("u")
        assert p.session.final(p.state.bead) == p.session.machine(p.state.bead)


async def test_while_editing_a_key_puts_the_matches_one_after_the_other() -> None:
    async with playing(session()) as p:
        await p.press("j", "j", "j", "e")
        await p.settle()
        assert "100\u00a0% tea" in p.text
        box = p.app.screen.query_one(EditBox)
        await p.press("ctrl+t")
        assert box.value == SAME.target
        assert "again: the next of 2" in p.said
        await p.press("ctrl+t")
        assert box.value == CLOSE.target
        await p.press("ctrl+t")
        assert box.value == SAME.target
        await p.press("ctrl+z")
        assert box.value == CLOSE.target
        await p.press("ctrl+c")
        assert p.session.final(p.state.bead) == p.session.machine(p.state.bead)


async def test_where_nothing_is_like_it_both_say_so() -> None:
    async with playing() as p:
        await p.press("M")
        assert "was translated before" in p.said
        assert p.state.mode is Mode.NORMAL
        await p.press("e")
        await p.settle()
        await p.press("ctrl+t")
        assert "was translated before" in p.said


async def test_tab_fills_an_empty_segment_from_the_memory() -> None:
    memory = UserMemory()
    memory.add([Translated("火候到了,自然成", "When the time is right, it works by itself.", "/m/old.tmx")])
    made = FakeSession.make()
    made.use_memory(memory)
    async with playing(made) as p:
        at = next(n for n, bead in enumerate(p.session.beads) if "自然成" in p.session.source(bead.id))
        await p.press(*["j"] * at, "e")
        await p.settle()
        await p.press("tab")
        assert p.app.screen.query_one(EditBox).value == "When the time is right, it works by itself."
