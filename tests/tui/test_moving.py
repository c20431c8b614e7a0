"""Moving about by keys and mouse: segments, words, sides, hunts, search, commands."""

from __future__ import annotations

from tests.tui.player import playing
from workbench.model.span import Side, Span
from workbench.tui.action import Mode
from workbench.tui.actions import ACTIONS
from workbench.tui.screens.command import Command
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.profile import ProfileScreen
from workbench.tui.screens.reading import ReadingScreen


async def test_segments_and_ends() -> None:
    async with playing() as p:
        assert p.number == 1
        await p.press("j", "down", "j")
        assert p.number == 4
        await p.press("k", "up")
        assert p.number == 2
        await p.press("G")
        assert p.number == 12
        await p.press("j")
        assert "last segment" in p.said
        await p.press("g")
        assert p.number == 1
        await p.press("pagedown")
        assert p.number > 4
        before = p.number
        await p.press("pagedown", "pagedown", "pagedown")
        assert p.number == 12
        await p.press("pageup", "pageup", "pageup", "pageup")
        assert p.number < before


async def test_words_and_over_the_end_into_the_next_segment() -> None:
    async with playing() as p:
        assert p.word == "Morning"
        await p.press("w", "right", "l")
        assert p.word == "mountain"
        await p.press("b")
        assert p.word == "the"
        await p.press("end")
        assert p.word == "city"
        await p.press("l", "l", "l")
        assert p.number == 2
        assert p.state.side is Side.SOURCE
        await p.press("j")
        assert p.state.side is Side.TARGET, "the side one came from is taken up again"
        await p.press("home", "h")
        assert p.number == 2


async def test_tab_goes_to_the_counterpart_and_back() -> None:
    async with playing() as p:
        await p.press("j", "j", "j")
        await p.press(*["w"] * 7)
        assert p.word == "fire"
        await p.settle()
        assert p.state.counterparts
        await p.press("tab")
        assert (p.state.side, p.word) == (Side.SOURCE, "火候")
        await p.settle()
        await p.press("tab")
        assert p.word == "fire"
        await p.press("g", "j", "tab")
        assert "nothing on the other side" in p.said


async def test_chinese_words_are_words() -> None:
    async with playing() as p:
        await p.press("j", "j", "tab", "home")
        assert p.word == "雾气"
        await p.press("w", "w", "w", "w", "w")
        assert p.word == "茶馆"


async def test_the_worst_comes_first_and_the_hunt_is_frozen() -> None:
    async with playing() as p:
        hunt = p.state.hunt.beads
        weights = [p.session.urgency(bead) for bead in hunt]
        assert weights == sorted(weights, reverse=True)
        await p.press("n")
        assert p.state.bead == hunt[0]
        assert p.state.on_finding
        await p.press("n")
        second = p.number
        await p.press("j", "j", "d")
        assert p.state.hunt.beads == hunt, "nothing reorders under the hands"
        assert p.number == int(p.session.index(hunt[2])) + 1, "done goes on where the hunt was left"
        await p.press("N")
        assert p.number == second
        await p.press(*["n"] * 12)
        assert "the end of the hunt" in p.said


async def test_choosing_a_hunt() -> None:
    async with playing() as p:
        await p.press("s", "n")
        assert p.state.hunt.key == "unpaired"
        assert p.number == 2
        await p.press("n", "n")
        assert p.number == 9
        await p.press("s", "escape")
        assert p.state.hunt.key == "unpaired"
        await p.press("s", "down", "enter")
        assert p.state.hunt.key != "unpaired"


async def test_a_hunt_in_document_order_goes_on_from_the_cursor() -> None:
    async with playing() as p:
        await p.press("s", "f")
        assert p.number == 3
        await p.press("j", "j", "j")
        assert p.number == 6
        await p.press("n")
        assert p.number == 7


async def test_search_both_sides_hit_by_hit() -> None:
    async with playing() as p:
        await p.press("/")
        await p.type("fire")
        await p.press("enter")
        assert p.number == 4
        assert p.word == "fire"
        await p.press("n")
        assert p.number == 10
        await p.press("n")
        assert p.word == "fire"
        await p.press("n")
        assert "no further hit" in p.said
        await p.press("N")
        assert p.number == 10
        await p.press("escape")
        assert not p.state.hits
        await p.press("/", *"火候", "enter")
        assert (p.number, p.state.side) == (10, Side.SOURCE)
        await p.press("/", *"nowhere", "enter")
        assert "nowhere in the two texts" in p.said


async def test_full_width_keys_and_the_input_method() -> None:
    async with playing() as p:
        await p.press("、")
        await p.press("escape")
        await p.press("？")
        assert isinstance(p.app.screen, HelpScreen)
        await p.press("escape")
        await p.press("：", *"5", "enter")
        assert p.number == 5
        await p.press("你")
        assert "the input method is on" in p.said
        assert p.number == 5
        await p.press("alt+j")
        assert p.number == 6


async def test_the_command_line() -> None:
    async with playing() as p:
        await p.press("colon", *"7", "enter")
        assert p.number == 7
        await p.press("colon", *"999", "enter")
        assert p.number == 12
        await p.press("ctrl+p")
        assert isinstance(p.app.screen, Command)
        await p.type("first seg")
        await p.press("enter")
        assert p.number == 1
        await p.press("colon", *"zzz", "enter")
        assert "no such command" in p.text
        await p.press("escape")
        await p.press("colon", "q", "enter")
    assert p.app.return_code == 0


async def test_help_scrolls_and_goes_away() -> None:
    async with playing() as p:
        await p.press("?")
        assert "Signs" in p.text
        await p.press("pagedown", "end")
        assert ACTIONS[-1].description in p.text
        await p.press("home", "q")
        assert p.app.screen is p.review


async def test_reading_and_back_to_the_pair() -> None:
    async with playing() as p:
        await p.press("R")
        assert isinstance(p.app.screen, ReadingScreen)
        assert "山城" not in p.text
        await p.press("j", "j", "j", "enter")
        assert p.number == 5
        await p.press("R", "k", "escape")
        assert p.number == 5
        await p.press("R", "G", "enter")
        assert p.number == 11
        await p.press("R", "pageup", "g", "enter")
        assert p.number == 1


async def test_inspector_and_dictionary() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "space", "tab")
        await p.settle()
        assert "huǒ hou" in p.text
        height = p.review.query_one("#inspector").size.height
        await p.press("i")
        await p.pilot.pause()
        assert p.review.query_one("#inspector").size.height > height
        assert "chance of a major error" in p.text
        await p.press("i", "K")
        assert "the right moment" in p.text
        await p.press("x")
        assert p.app.screen is p.review


async def test_the_chance_is_of_the_machine_s_words_alone() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press("i")
        while not p.session.estimate(p.state.bead):
            await p.press("j")
        assert "chance of a major error" in p.text
        p.review.act(lambda: p.session.correct(p.state.bead, "These are my words."))
        await p.settle()
        assert p.session.estimate(p.state.bead) is not None
        assert "chance of a major error" not in p.text
        assert "your own text; evidence" in p.text


async def test_the_profile_is_shown_once_and_one_key_dismisses_it() -> None:
    async with playing(profile=True, size=(100, 30)) as p:
        assert isinstance(p.app.screen, ProfileScreen)
        assert "2 times" in p.text
        await p.press("x")
        assert p.app.screen is p.review
        await p.press("colon", *"profile", "enter")
        assert isinstance(p.app.screen, ProfileScreen)
        await p.press("j", "enter")
        assert p.state.hunt.key.startswith("group:")


async def test_mouse_on_wide_characters_and_dragging() -> None:
    async with playing() as p:
        x = p.review.view.columns.source_x
        row = next(y for y, line in enumerate(p.lines) if "雾气" in line)
        for half in (2, 3):
            await p.pilot.click("#texts", offset=(x + half, row - 1))
            assert (p.number, p.state.side, p.word) == (3, Side.SOURCE, "雾气"), half
        await p.pilot.click("#texts", offset=(x + 15, row - 1))
        assert p.word == "茶馆"
        # From the left half of the first character over the right half of a later one, forwards and backwards.
        for start, end in ((0, 7), (7, 0)):
            await p.pilot.mouse_down("#texts", offset=(x + start, row - 1))
            await p.pilot.hover("#texts", offset=(x + (start + end) // 2, row - 1))
            await p.pilot.hover("#texts", offset=(x + end, row - 1))
            await p.pilot.mouse_up("#texts", offset=(x + end, row - 1))
            assert (p.state.mode, p.state.side) == (Mode.SELECT, Side.SOURCE)
            text = p.session.source(p.state.bead)
            words = [w for w in p.session.word_spans(p.state.bead, Side.SOURCE) if w.start <= 3]
            assert p.word == text[: words[-1].end], (start, end)
            assert p.word.startswith("雾气散去")
            await p.press("y")
            assert p.app.clipboard == text[: words[-1].end]
        # Into the other column: the selection stays where it began.
        await p.pilot.mouse_down("#texts", offset=(x, row - 1))
        await p.pilot.hover("#texts", offset=(x + 3, row - 1))
        await p.pilot.hover("#texts", offset=(p.review.view.columns.target_x + 4, row - 1))
        await p.pilot.mouse_up("#texts", offset=(p.review.view.columns.target_x + 4, row - 1))
        assert (p.state.side, p.word) == (Side.SOURCE, "雾气")


async def test_colours_change_and_copying() -> None:
    async with playing() as p:
        assert p.app.theme == "workbench-dark"
        await p.press("colon", *"light or", "enter")
        assert p.app.theme == "workbench-light"
        await p.press("j", "j", "j", "y")
        assert p.app.clipboard == "He said that business pays attention to fire waiting."


async def test_a_hunt_for_a_check_stands_on_its_findings() -> None:
    from dataclasses import replace

    async with playing() as p:
        session = p.session
        for bead in (session.beads[3], session.beads[9]):
            first = session.findings(bead.id)[0]
            quote = "He" if "He" in session.final(bead.id) else "evening"
            at = session.final(bead.id).index(quote)
            other = replace(first, check="wording.odd", span=Span(at, at + len(quote)), quote=quote, group="odd:1")
            session._findings[bead.id] = (first, other)
        for key in ("check:wording.odd", "group:odd:1"):
            p.review.take_hunt(session.hunt(key))
            assert (p.number, p.word, p.state.finding.check) == (4, "He", "wording.odd")
            await p.press("n")
            assert (p.number, p.word, p.state.finding.check) == (10, "evening", "wording.odd")
            await p.press("N")
            assert (p.number, p.word, p.state.finding.check) == (4, "He", "wording.odd")


async def test_the_unpaired_hunt_leaves_out_what_was_supplied_or_is_done() -> None:
    from workbench.model.events import Status

    async with playing() as p:
        session = p.session
        alone = session.hunt("unpaired").beads
        session.correct(session.beads[6].id, "When the time is right, it works out.")
        session.set_status(session.beads[8].id, Status.DONE)
        left = session.hunt("unpaired").beads
        assert set(alone) - set(left) == {session.beads[6].id, session.beads[8].id}


async def test_after_a_search_the_hunt_goes_on_where_it_was() -> None:
    async with playing() as p:
        await p.press("s", "w", "n", "n")
        hunt, at = p.state.hunt, p.state.hunt_at
        assert at > 0
        await p.press("slash")
        await p.type("the")
        await p.press("enter", "n", "escape")
        assert (p.state.hunt, p.state.hunt_at) == (hunt, at)
        await p.press("colon", "9", "9", "enter")
        assert "there is no segment 99: this is the last one" in p.said
