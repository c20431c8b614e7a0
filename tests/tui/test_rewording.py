"""Small changes of words without the edit box: each a key, each undone by one."""

from __future__ import annotations

from tests.tui.fake_session import FakeSession, bitext
from tests.tui.player import Player, playing

_PAIR = (["他说得对,时代到了。"], ["He said it rightly,the industrialInternet Era has come."], None, False, "")
_NEXT = (["再见。"], ["Goodbye."], None, True, "")


def session() -> FakeSession:
    return FakeSession.make(bitext([_PAIR, _NEXT]))


def english(p: Player) -> str:
    return str(p.session.final(p.session.beads[0].id))


async def test_the_case_goes_round_and_each_press_is_undone() -> None:
    async with playing(session()) as p:
        machine = english(p)
        await p.press(*["w"] * 7)
        assert p.word == "Era"
        seen = []
        for _ in range(3):
            await p.press("~")
            seen.append(p.word)
        assert seen == ["era", "ERA", "Era"]
        assert p.said == "wrote \u2018Era\u2019, u takes it back"
        await p.press("u")
        assert " ERA " in english(p)
        await p.press("u", "u")
        assert english(p) == machine


async def test_a_word_is_carried_along_and_stays_under_the_cursor() -> None:
    async with playing(session()) as p:
        await p.press("w", ")")
        assert english(p).startswith("He it said rightly")
        assert p.word == "said"
        assert "moved \u2018said\u2019" in p.said
        await p.press(")")
        assert english(p).startswith("He it rightly said,the")
        await p.press("u", "u", "home", "w", "(")
        assert english(p).startswith("Said he it")


async def test_selected_words_are_carried_together_and_stay_selected() -> None:
    async with playing(session()) as p:
        await p.press("w", "v", "l", ")")
        assert english(p).startswith("He rightly said it,")
        assert p.word == "said it"
        await p.press("~")
        assert english(p).startswith("He rightly Said it,")
        assert p.word == "Said it"


async def test_a_space_is_put_where_the_words_show_that_it_is_missing_and_else_behind_the_sentence() -> None:
    async with playing(session()) as p:
        await p.press("w", "w", "w", "_")
        assert "rightly, the" in english(p)
        await p.press("_")
        assert p.session.separator(p.state.bead) == " "
        await p.press("w", "w", "w")
        assert p.word == "industrialInternet"
        await p.press("_")
        assert "industrial Internet" in english(p)


async def test_no_space_is_put_from_the_chinese() -> None:
    async with playing(session()) as p:
        before = english(p), p.session.separator(p.state.bead)
        await p.press("tab", "_")
        assert "Tab goes over" in p.said
        assert (english(p), p.session.separator(p.state.bead)) == before


async def test_a_space_is_put_behind_selected_characters() -> None:
    async with playing(session()) as p:
        await p.press("w", "v", "comma", "comma", "_")
        assert english(p).startswith("He sa id it")


async def test_a_word_goes_with_its_space() -> None:
    async with playing(session()) as p:
        await p.press("w", "w", "D")
        assert english(p).startswith("He said rightly,")
        assert p.word == "rightly"
        await p.press("u")
        assert english(p).startswith("He said it rightly,")


async def test_on_the_chinese_nothing_is_changed() -> None:
    async with playing(session()) as p:
        before = english(p)
        await p.press("tab")
        for key in ("~", ")", "D"):
            await p.press(key)
            assert "Tab goes over" in p.said
        assert english(p) == before
