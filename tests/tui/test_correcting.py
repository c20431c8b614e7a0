"""Editing, replacing, spacing, notes, and taking it all back."""

from __future__ import annotations

import pytest
from sacrebleu import sentence_ter
from textual.geometry import Region

from tests.tui.conftest import AtOnce
from tests.tui.player import playing
from workbench.model.span import Side
from workbench.tui.action import Mode
from workbench.tui.screens import review_effort
from workbench.tui.widgets.bitext_view import BitextView
from workbench.tui.widgets.edit_box import EditBox


async def test_edit_in_place_keep_and_undo_as_one() -> None:
    async with playing() as p:
        await p.press("e")
        assert p.state.mode is Mode.EDIT
        box = p.app.screen.query_one(EditBox)
        await p.pilot.pause()
        assert box.region.y == 1
        assert box.region.x == p.review.view.columns.target_x
        await p.press("end")
        await p.type(", again")
        await p.press("enter")
        bead = p.state.bead
        assert p.session.final(bead) == "Morning of the mountain city, again"
        assert p.state.mode is Mode.NORMAL
        assert p.app.screen.focused is p.review.view
        await p.press("u")
        assert p.session.final(bead) == "Morning of the mountain city"
        await p.press("ctrl+r", "R")
        assert "city, again" in p.text


async def test_escape_keeps_too_and_alt_j_is_escape_and_j() -> None:
    async with playing() as p:
        await p.press("enter", "end", *"x", "escape")
        assert p.session.final(p.state.bead).endswith("cityx")
        await p.press("e", "end", *"y", "alt+j")
        assert p.number == 2
        assert p.session.final(p.session.beads[0].id).endswith("cityxy")


async def test_cancelling_drops_the_change_and_undo_opens_it_again() -> None:
    async with playing() as p:
        await p.press("e", "end", *"zz", "ctrl+c")
        assert p.session.final(p.state.bead) == "Morning of the mountain city"
        assert "u opens it again" in p.said
        await p.press("u")
        assert p.app.screen.query_one(EditBox).text.endswith("zz")
        await p.press("ctrl+c", "j", "k", "u")
        await p.press("ctrl+c")
        await p.press("e", "ctrl+c")
        assert "nothing changed" in p.said


async def test_inside_the_box_words_undo_and_the_machines_text() -> None:
    async with playing() as p:
        await p.press("e", "home", "ctrl+right")
        box = p.app.screen.query_one(EditBox)
        assert box.cursor_location == (0, 8)
        await p.press("ctrl+w")
        assert box.text == "of the mountain city"
        await p.press("ctrl+z")
        assert box.text == "Morning of the mountain city"
        await p.press("ctrl+left")
        box.put("山城茶馆")
        box.put_cursor(4)
        await p.press("ctrl+left")
        assert box.cursor_location == (0, 2), "Chinese words are words in the box as well"
        await p.press("ctrl+o")
        assert box.text == "Morning of the mountain city"
        await p.press("你")
        assert "你" in box.text, "everything printable types while editing"
        await p.press("ctrl+c")


async def test_effort_and_difference_are_live() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "e", "end", "end")
        await p.type(" Truly.")
        for _ in range(200):
            await p.pilot.pause(0.01)
            if "of the words changed" in p.text:
                break
        assert "of the words changed against the machine" in p.text
        assert "Truly." in p.text
        await p.press("escape")
        assert p.session.final(p.state.bead).endswith("fire waiting. Truly.")


async def test_the_box_grows_with_its_text_and_the_rest_moves_down() -> None:
    async with playing() as p:
        following = p.review.view.window.row_of(1)
        await p.press("e", "end")
        await p.type(" and much more than fits on one line of this narrow column")
        await p.pilot.pause()
        assert p.app.screen.query_one(EditBox).region.height >= 3
        assert p.review.view.window.row_of(1) > following
        await p.press("ctrl+c")
        await p.pilot.pause()
        assert p.review.view.window.row_of(1) == following


async def test_supplying_what_was_not_translated() -> None:
    async with playing() as p:
        await p.press("colon", "7", "enter", "e")
        await p.type("When the time is right, it works out.")
        await p.press("enter")
        assert p.session.final(p.state.bead) == "When the time is right, it works out."
        await p.press("R")
        assert "When the time is right" in p.text
        await p.press("escape", "u")
        assert p.session.final(p.state.bead) == ""


async def test_what_is_typed_is_kept_as_a_draft_and_brought_back() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make()
    async with playing(session) as p:
        await p.press("e", "end", *"kept")
        p.review._save_draft()
        assert session.saved_drafts[p.state.bead].endswith("kept")
        await p.press("enter")
        assert not session.saved_drafts
    session.saved_drafts[session.beads[3].id] = "He said half a sent"
    async with playing(session) as p:
        assert p.number == 4
        assert p.state.mode is Mode.EDIT
        assert p.app.screen.query_one(EditBox).text == "He said half a sent"
        assert "what you were typing" in p.said
        await p.press("enter")
        assert session.final(p.state.bead) == "He said half a sent"


async def test_replacing_a_word_and_a_selection() -> None:
    async with playing() as p:
        await p.press("c")
        await p.type("Dawn")
        assert "Dawn of the mountain" in p.text
        await p.press("enter")
        assert p.session.final(p.state.bead) == "Dawn of the mountain city"
        assert p.word == "Dawn"
        await p.press("w", "v", "l", "l", "c")
        await p.type("in a")
        await p.press("enter")
        assert p.session.final(p.state.bead) == "Dawn in a city"
        await p.press("u", "u")
        assert p.session.final(p.state.bead) == "Morning of the mountain city"
        await p.press("c", "escape")
        assert p.session.segment(p.state.bead).corrected is None


async def test_replacing_offers_the_right_rendering() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "space", "c", "tab")
        assert "pays attention to fire waiting timing." in p.text
        await p.press("enter")
        assert p.session.final(p.state.bead) == "He said that business pays attention to timing."


async def test_replacing_from_the_chinese_takes_the_counterpart() -> None:
    async with playing() as p:
        await p.press("tab")
        await p.settle()
        assert (p.state.side, p.word) == (Side.SOURCE, "清晨")
        await p.press("c")
        await p.type("Dawn")
        await p.press("enter")
        assert p.session.final(p.state.bead) == "Dawn of the mountain city"


async def test_the_space_and_the_paragraph_after_a_sentence() -> None:
    async with playing() as p:
        await p.press("j", "j")
        assert p.session.separator(p.state.bead) == ""
        assert "ash.\u2423" in p.text
        await p.press("_")
        assert p.session.separator(p.state.bead) == " "
        assert "ash.\u2423" not in p.text
        await p.press("_")
        assert "already" in p.said
        await p.press("p")
        assert p.session.separator(p.state.bead) == "\n\n"
        assert "ash.\u21b5" in p.text
        await p.press("_")
        assert p.session.separator(p.state.bead) == "\n\n"
        assert "a paragraph break stands there already: p makes a space of it" in p.said
        await p.press("p")
        assert p.session.separator(p.state.bead) == " "
        await p.press("u", "u", "u")
        assert p.session.separator(p.state.bead) == ""
        await p.press("G", "_")
        assert "nothing follows" in p.said


async def test_notes_and_queries() -> None:
    async with playing() as p:
        await p.press("o")
        await p.type("see above")
        await p.press("enter", "j", "j", "!")
        await p.type("Is this meant?")
        await p.press("enter")
        assert p.session.segment(p.session.beads[0].id).note == "see above"
        assert p.session.segment(p.state.bead).query == "Is this meant?"
        assert "3 ?" in p.text, "the gutter shows the open query"
        await p.press("o", "escape")
        assert p.session.segment(p.state.bead).note == ""


async def test_undo_goes_where_it_happened() -> None:
    async with playing() as p:
        await p.press("2", "m", "G")
        assert p.number == 12
        await p.press("u")
        assert p.number == 1
        assert p.said.startswith("undone")
        await p.press("u")
        assert "nothing to undo" in p.said


async def test_done_is_seen_and_so_is_an_edit_after_it() -> None:
    async with playing() as p:
        await p.press("d")
        assert p.number != 1
        assert " 1 \u2713" in p.text
        await p.press("g", "c")
        await p.type("Dawn")
        await p.press("enter")
        assert " 1 \u270e" in p.text


async def test_nothing_is_written_where_one_may_only_read() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make(read_only="Another program has this project open.")
    async with playing(session) as p:
        assert "Another program" in p.text
        for keys in (["2", "m"], ["e"], ["c"], ["d"], ["J"], ["space", "a"], ["_"]):
            await p.press("g", *keys)
            assert p.app.screen is p.review
            assert p.review.message is not None
            assert p.review.message[1], keys
        assert not session.entries
        assert not session.saved_places


async def test_a_shorter_text_leaves_no_line_of_the_old_one_below_the_box() -> None:
    async with playing() as p:
        await p.press("colon", "1", "0", "enter", "e", "home", "home")
        await p.pilot.pause()
        box = p.app.screen.query_one(EditBox)
        rows = len(p.review.view.rows_of(9).target)
        assert box.rows_needed == rows
        assert rows >= 3
        for _ in range(9):
            await p.press("ctrl+right", "ctrl+w")
        await p.pilot.pause()
        assert box.rows_needed < rows
        assert box.region.height == rows
        assert "philosophy" in p.text
        assert p.text.count("philosophy") == 1


async def test_a_draft_brought_back_is_shown_whole() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make()
    bead = session.beads[9].id
    text = session.final(bead) + " And then he told it all over again, since nobody had been listening to him."
    session.saved_drafts[bead] = text
    async with playing(session) as p:
        await p.pilot.pause()
        box = p.app.screen.query_one(EditBox)
        assert box.region.height == box.rows_needed >= 5
        assert box.scroll_offset.y == 0
        assert "In the evening" in p.text
        assert text.rpartition(" ")[2] in p.text  # its last word, on a line of its own or not
        assert p.text.count("In the evening") == 1


async def test_the_estimate_is_always_of_the_text_that_stands() -> None:
    from tests.tui.fake_session import TERMS, bitext
    from workbench.session.session import Session

    async with playing(Session.in_memory(bitext(), termbase=TERMS)) as p:
        session, bead = p.session, p.session.beads[5].id
        first = session.estimate(bead)
        assert first is not None
        session_texts = session.final(bead)
        await p.press("colon", "6", "enter", "e", "ctrl+o", "end", "end")
        await p.type(" Nobody knows 77 cats.")
        await p.press("enter")
        assert session.estimate(bead) != first, "not of what stood there"
        await p.settle()
        second = session.estimate(bead)
        assert second not in (None, first)
        await p.press("u")
        assert session.final(bead) == session_texts
        assert session.estimate(bead) != second
        await p.settle()
        assert session.estimate(bead) == first
        await p.press("ctrl+r")
        await p.settle()
        assert session.estimate(bead) == second
        omitted = session.beads[6].id
        session.correct(omitted, "When the time is right, it works out.")
        session.reanalyse({omitted})
        supplied = session.estimate(omitted)
        session.undo()
        assert supplied is not None
        assert session.estimate(omitted) is None
        session.reanalyse({omitted})
        assert omitted not in session._estimates


async def test_the_box_can_be_asked_to_draw_before_its_styles_have_come() -> None:
    """On a busy machine the first drawing comes before the style sheets have been applied."""
    async with playing() as p:
        await p.press("e")
        box = p.app.screen.query_one(EditBox)
        styles = dict(box._component_styles)
        box._component_styles.clear()
        assert len(box.render_lines(Region(0, 0, 30, 2))) == 2
        box._component_styles.update(styles)


async def test_the_edit_box_wraps_chinese_as_the_rows_do() -> None:
    """No line of what is typed begins with a stop or ends with an opening mark, also after an edit in its middle."""
    from workbench.text.wrap import breaks

    words = "他说(大家都知道的),做生意讲究火候。「火候到了」,自然成!英文words也在其中。" * 3
    async with playing() as p:
        await p.press("colon", "4", "enter", "e")
        box = p.app.screen.query_one(EditBox)
        box.put(words)
        await p.pilot.pause()
        width = box.wrapped_document._width

        def lines() -> list[str]:
            return [line for sections in box.wrapped_document.lines for line in sections]

        ends = (*breaks(words, width), len(words))
        assert lines() == [words[a:b] for a, b in zip((0, *ends[:-1]), ends, strict=True)]
        assert len(lines()) > 3
        assert not any(line[0] in ",。!」)" for line in lines()[1:])
        box.put_cursor(30)
        await p.type("abcd")
        text = words[:30] + "abcd" + words[30:]
        ends = (*breaks(text, width), len(text))
        assert lines() == [text[a:b] for a, b in zip((0, *ends[:-1]), ends, strict=True)]
        await p.press("down", "down", "home")
        assert box.offset_in_text in (0, *ends)
        assert box.rows_needed == len(lines())


async def test_control_characters_that_are_pasted_are_no_keys_and_no_text() -> None:
    from textual import events

    async with playing() as p:
        await p.press("colon", "4", "enter", "e", "end")
        p.app.post_message(events.Paste("a\x03b\x1b[31mc\td"))
        await p.pilot.pause(0.05)
        value = p.app.screen.query_one(EditBox).value
        assert "ab[31mc\td" in value
        assert not {"\x03", "\x1b"} & set(value)
        await p.press("escape", "o")
        p.app.post_message(events.Paste("x\x03\x04y"))
        await p.pilot.pause(0.05)
        await p.press("enter")
        assert p.session.segment(p.state.bead).note == "xy"


async def test_the_box_keeps_its_keys_and_a_click_beside_it_keeps_the_edit() -> None:
    async with playing() as p:
        await p.press("j", "j", "e", "X", "shift+tab", "Y", "escape")
        bead = p.session.beads[2].id
        assert "XY" in p.session.final(bead)
        await p.press("e", "Z")
        p.review.view.focus()
        await p.press("escape")
        assert "XYZ" in p.session.final(bead) or "ZXY" in p.session.final(bead)
        await p.press("e", "W")
        y = next(y for y, line in enumerate(p.text.splitlines()) if line.lstrip("▸ ").startswith("5 "))
        await p.pilot.click(BitextView, offset=(20, y - 1))
        await p.settle()
        assert p.number == 5
        assert "W" in p.session.final(bead)
        assert p.session.segment(p.session.beads[4].id).corrected is None


async def test_hter_is_told_while_typing() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press(":", "4", "enter", "e", "home", "N", "o", "w", "space")
        await p.settle()
        text = p.review._box.value
        machine = p.session.machine(p.state.bead)
        assert f"against the machine's, HTER {sentence_ter(machine, [text]).score:.1f}" in p.text
        await p.press("escape")
        await p.settle()
        await p.press("i")
        assert f"of the words, HTER {sentence_ter(machine, [text]).score:.1f}" in p.text
        await p.press("u")
        assert "HTER" not in p.text


async def test_hter_that_takes_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, dropped = [], []

    class Slow(AtOnce):
        def ask(self, pair: tuple[str, str]) -> None:
            asked.append(pair)

        def drop(self) -> None:
            dropped.append(asked[-1])

    monkeypatch.setattr(review_effort, "LiveTer", Slow)
    async with playing(size=(120, 40)) as p:
        await p.press(":", "4", "enter", "e", "home", "N")
        await p.settle()
        assert "against the machine's, HTER …" in p.text
        await p.press("o")
        await p.settle()
        machine, first = asked[0]
        assert asked[-1] == (machine, p.review._box.value) != (machine, first)
        p.review.post_message(review_effort.EffortMeasured((machine, first), 77.7))  # of a text that is gone
        await p.settle()
        assert "77.7" not in p.text
        p.review.post_message(review_effort.EffortMeasured(asked[-1], 12.3))
        await p.settle()
        assert "HTER 12.3" in p.text
        await p.press("escape")
        assert dropped
