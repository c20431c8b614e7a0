"""Keys sent in one burst: nothing crashes, and each key reaches the screen it was meant for."""

from __future__ import annotations

import pytest

from tests.tui.player import playing
from workbench.tui.action import Mode
from workbench.tui.actions import KEYMAP
from workbench.tui.screens.profile import ProfileScreen
from workbench.tui.screens.sheet import Prompt
from workbench.tui.widgets.edit_box import EditBox


async def test_a_number_typed_ahead_goes_to_the_command_line() -> None:
    async with playing() as p:
        await p.burst(":", "5", "enter", "enter")
        assert p.flags() == []
        assert p.number >= 5
        assert len(p.app.screen_stack) == 1


@pytest.mark.parametrize(("keys", "then"), [("2mm", 0), ("sff", 0)])
async def test_a_second_key_for_a_picker_goes_on_to_the_review(keys: str, then: int) -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "w")
        await p.burst(*keys)
        await p.press("escape")
        if keys[0] == "2":
            assert p.flags() == [("major", "Accuracy/Mistranslation", "said")]
        else:
            assert p.flags() == []


async def test_keys_after_a_picker_are_played_in_order() -> None:
    async with playing() as p:
        await p.burst("j", "j", "j", "w", "2", "m", "w", "1", "enter", "j")
        assert [flag[2] for flag in p.flags()] == ["said", "that"]
        assert p.number == 5
        assert len(p.app.screen_stack) == 1


async def test_a_screen_answers_once() -> None:
    async with playing() as p:
        answers: list[object] = []
        prompt = Prompt("what?")
        p.app.push_screen(prompt, answers.append)
        await p.pilot.pause()
        prompt.dismiss("one")
        prompt.dismiss("two")
        await p.pilot.pause()
        assert answers == ["one"]
        assert p.app.screen is p.review


async def test_a_command_typed_over_the_profile_is_a_command() -> None:
    async with playing() as p:
        p.app.push_screen(ProfileScreen(p.session.profile(), "a text"))
        await p.pilot.pause()
        await p.burst(":", "5", "enter")
        assert p.flags() == []
        assert p.number >= 5


@pytest.mark.parametrize("key", ["B", "K", "v", "ctrl+f", "space"])
async def test_a_key_for_the_texts_is_not_lost_on_the_profile(key: str) -> None:
    async with playing() as p:
        p.app.push_screen(ProfileScreen(p.session.profile(), "a text"))
        await p.pilot.pause()
        before = len(p.app.acts)
        await p.press(key)
        assert not isinstance(p.app.screen, ProfileScreen)
        assert list(p.app.acts)[before:] == [KEYMAP[Mode.NORMAL][key].id]


async def test_a_control_c_among_what_is_pasted_as_keys_drops_nothing() -> None:
    async with playing() as p:
        bead = p.state.bead
        await p.press("j", "j", "j", "e", "end")
        bead = p.state.bead
        await p.burst(*"one", "ctrl+c", *"djx")
        assert isinstance(p.app.focused, EditBox)
        assert "onedjx" in p.app.focused.value
        await p.press("ctrl+c")
        assert not isinstance(p.app.focused, EditBox), "by hand it drops the edit"
        assert p.session.segment(bead).corrected is None


async def test_a_control_c_among_pasted_keys_is_a_key_outside_of_text_fields() -> None:
    async with playing() as p:
        await p.burst("j", "ctrl+c")
        assert "nothing is running" in p.said
