"""The history sheet: one line an act, and one key to have a text again."""

from __future__ import annotations

from tests.tui.player import playing


async def test_a_version_comes_back_by_two_keys_and_goes_again_by_one() -> None:
    async with playing() as p:
        await p.press("j", "j", "j")
        bead = p.state.bead
        machine = p.session.final(bead)
        await p.press("space", "a")
        accepted = p.session.final(bead)
        assert accepted != machine
        await p.press("H")
        shown = [line for line in p.lines if "ann" in line and "20" in line]
        assert len(shown) == 1, "an accept is one line"
        assert "now" in shown[0]
        await p.press("G", "enter")
        assert p.session.final(bead) == machine
        assert "put the machine's text back, u takes it back" in p.said
        await p.press("u")
        assert p.session.final(bead) == accepted


async def test_the_sheet_shows_what_a_text_would_change_and_leaving_changes_nothing() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "~", "1", "m", "H")
        assert "Enter gives:" in p.text, "it begins with the text before"
        await p.press("k")
        assert "this is the text that stands here" in p.text
        before = len(p.session.entries)
        await p.press("escape")
        assert len(p.session.entries) == before


async def test_what_was_undone_can_be_had_again_later() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "~", "u", ")")
        bead = p.state.bead
        await p.press("H", "j", "k")
        assert "undone" in p.text
        await p.press("enter")
        assert p.session.final(bead).startswith("he said")
