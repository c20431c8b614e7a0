"""Join, split, pair, unpair, furniture; one decision for many places; terms."""

from __future__ import annotations

from dataclasses import replace

from tests.tui.player import playing
from workbench.model.bitext import Reason
from workbench.model.span import Span
from workbench.tui.screens.concordance import ConcordanceScreen
from workbench.tui.screens.fixes import FixesScreen
from workbench.tui.screens.split import SplitScreen
from workbench.tui.screens.unify import UnifyScreen


async def test_join_split_and_undo() -> None:
    async with playing() as p:
        await p.press("j", "j", "J")
        assert len(p.session.beads) == 11
        assert p.session.bead(p.state.bead).kind == "2-2"
        await p.press("S")
        assert isinstance(p.app.screen, SplitScreen)
        assert "first part" in p.text
        await p.press("right", "left", "left", "up", "down", "enter")
        assert len(p.session.beads) == 12
        assert p.number == 3
        await p.press("u")
        assert len(p.session.beads) == 11
        await p.press("u")
        assert len(p.session.beads) == 12
        await p.press("S")
        assert "one sentence on each side" in p.said


async def test_unpair_and_pair_again() -> None:
    async with playing() as p:
        await p.press("j", "j", "U")
        assert len(p.session.beads) == 13
        assert p.session.bead(p.state.bead).reason is Reason.OMISSION
        await p.press("P")
        assert len(p.session.beads) == 12
        assert p.session.bead(p.state.bead).is_paired
        await p.press("P")
        assert "paired already" in p.said


async def test_furniture_there_and_back() -> None:
    async with playing() as p:
        await p.press("colon", "7", "enter", "F")
        assert p.session.bead(p.state.bead).reason is Reason.FURNITURE
        assert "(page furniture)" in p.text
        await p.press("F")
        assert p.session.bead(p.state.bead).reason is Reason.OMISSION


async def test_one_term_in_all_places_with_one_undo() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "=")
        assert isinstance(p.app.screen, FixesScreen)
        assert "火候 = timing" in p.text
        assert "no words for" in p.text, "the place that the translation dropped is in the list"
        await p.press("down", "e")
        await p.type("When the timing is right, it works out.")
        await p.press("enter", "down", "e")
        await p.type("sense of timing")
        await p.press("enter")
        assert "3 of 3 places chosen" in p.text
        await p.press("enter")
        assert p.session.final(p.session.beads[3].id).startswith("He said that business pays attention to timing")
        assert p.session.final(p.session.beads[6].id) == "When the timing is right, it works out."
        assert p.session.final(p.session.beads[9].id).endswith("his sense of timing philosophy.")
        await p.press("u")
        assert all(p.session.segment(b.id).corrected is None for b in p.session.beads)


async def test_places_can_be_left_out() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "=", "space", "space")
        assert "no words yet" in p.text
        await p.press("a", "a", "enter")
        assert "no place is chosen" in p.text
        await p.press("a", "up", "up", "x", "enter")
        assert p.session.segment(p.session.beads[3].id).corrected is None
        assert p.session.segment(p.session.beads[9].id).corrected is not None
        await p.press("u", "colon", "4", "enter", "space", "=", "escape")
        assert p.session.segment(p.session.beads[9].id).corrected is None


async def test_places_are_also_marked_as_errors_where_asked() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "v", "=")
        await p.type("sense of time")
        await p.press("enter", "m")
        assert "marked as a minor error" in p.text
        await p.press("down")
        assert "2 marked as errors" in p.text.splitlines()[0]
        await p.press("m", "m", "m", "m", "enter")
        assert {str(mark.severity) for mark in p.session.review.annotations.values()} == {"minor"}
        await p.press("u")
        assert not p.session.review.annotations


async def test_a_sentence_of_ones_own_in_a_preview_stands_alone_and_is_written_on() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "=", "down", "e")
        await p.type("When the timing is right, it works out.")
        await p.press("enter", "e")
        assert "it works out." in p.text, "the sentence is written on, not begun anew"
        await p.press("escape", "a", "a")
        assert "3 of 3" in p.text
        await p.press("enter")
        assert p.session.final(p.session.beads[6].id) == "When the timing is right, it works out."


async def test_places_that_share_words_are_not_both_chosen() -> None:
    async with playing() as p:
        bead = p.session.beads[3].id
        at = p.session.final(bead).index("fire")
        plan = p.session.plan_replace(bead, Span(at, at + 4), "heat")[0]
        p.review.preview([plan, replace(plan, included=False, new="glow")], "heat")
        await p.pilot.pause()
        await p.press("down", "space")
        assert "place 1 is chosen" in p.text
        await p.press("e")
        await p.type("blaze")
        await p.press("enter")
        assert "kept, but left out" in p.text
        await p.press("enter")
        assert "heat waiting" in p.session.final(bead)


async def test_part_of_a_word_everywhere_is_refused_in_words() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "g", "v", "comma", "=")
        await p.type("x")
        await p.press("enter")
        assert "select whole words" in p.said


async def test_missing_spaces_are_one_item() -> None:
    async with playing() as p:
        await p.press("j", "j", "space", "space", "=")
        assert "2 of 2 places chosen" in p.text
        await p.press("e")
        assert "has no words" in p.text
        await p.press("enter")
        assert p.session.separator(p.session.beads[2].id) == " "
        assert p.session.separator(p.session.beads[7].id) == " "
        await p.press("u")
        assert p.session.separator(p.session.beads[7].id) == ""


async def test_concordance_goes_there_or_decides() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "t")
        assert isinstance(p.app.screen, ConcordanceScreen)
        assert "1 timing   2 fire waiting 2   3 the right moment   nothing 1" in p.text
        await p.press("G", "enter")
        assert p.number == 10
        assert p.word == "火候"
        await p.press("t", "=")
        assert isinstance(p.app.screen, UnifyScreen)
        await p.press("escape", "t", "escape")
        assert p.app.screen is p.review


async def test_words_selected_are_replaced_everywhere() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "v", "=")
        await p.type("the right moment")
        await p.press("enter")
        assert "2 of 2 places chosen" in p.text
        await p.press("enter")
        assert "the right moment philosophy" in p.session.final(p.session.beads[9].id)


async def test_a_term_is_added() -> None:
    async with playing() as p:
        await p.press("colon", "8", "enter", "tab", "home", "T")
        assert "茶馆 is in English" in p.text
        await p.type("tea house | teahouse / tea shop")
        await p.press("enter")
        term = p.session.review.terms[0]
        assert (term.zh, term.en, term.variants, term.forbidden) == ("茶馆", "tea house", ("teahouse",), ("tea shop",))


async def test_undo_and_redo_of_pairing_stay_where_they_happen() -> None:
    async with playing() as p:
        await p.press("colon", "8", "enter", "J")
        assert p.number == 8
        await p.press("u")
        assert p.number == 8
        await p.press("j", "ctrl+r")
        assert p.number == 8
        await p.press("u", "g", "colon", "3", "enter", "U")
        assert p.number in (3, 4)
        await p.press("u")
        assert p.number == 3
        await p.press("ctrl+r")
        assert p.number == 3


async def test_any_word_is_made_one_everywhere_without_a_term() -> None:
    """As a reviewer unifies a word that no termbase holds: choose or type, look, apply, and keep as a term."""
    async with playing() as p:
        session = p.session
        await p.press("colon", "8", "enter", "tab", "home", "t")
        assert isinstance(p.app.screen, ConcordanceScreen)
        assert "茶馆  not in the termbase" in p.text
        await p.press("escape", "equals_sign")
        assert isinstance(p.app.screen, UnifyScreen)
        assert "Tab teahouse 2" in p.text, "what stands there is proposed, most frequent first"
        assert "nothing to change" in p.text
        await p.type("tea house")
        assert "Enter changes 2 places" in p.text
        await p.press("down", "x")
        assert "Enter changes 1 place" in p.text, "each place can be left out"
        await p.press("up", "x", "enter")
        assert "The tea house is not just" in session.final(session.beads[7].id)
        assert "茶馆 = tea house in" in p.said
        assert "u takes it back" in p.said
        assert "T keeps it as a term" in p.said
        await p.press("T", "enter")
        assert session.review.terms[0].zh == "茶馆"
        assert session.review.terms[0].en == "tea house"
        await p.press("u", "u")
        assert not session.review.terms
        assert "teahouse" in session.final(session.beads[7].id)


async def test_a_rendering_of_the_list_is_chosen_by_its_digit_or_made_a_term() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "space", "t", "3")
        assert isinstance(p.app.screen, FixesScreen)
        assert "火候 = the right moment" in p.text
        await p.press("escape", "t", "9")
        assert isinstance(p.app.screen, ConcordanceScreen), "a digit without a rendering does nothing"
        await p.press("T", "enter")
        assert [(t.zh, t.en) for t in p.session.review.terms] == [("火候", "timing")]


async def test_all_places_of_words_that_a_finding_has_no_others_for() -> None:
    """`=` on a finding that suggests nothing asks for the words, and does not just say that there are none."""
    from dataclasses import replace

    async with playing() as p:
        bead = p.session.beads[5].id
        (found,) = p.session._findings[bead]
        p.session._findings[bead] = (replace(found, suggestions=()),)
        await p.press("colon", "6", "enter", "space", "equals_sign")
        await p.type("3.5 yuan")
        await p.press("enter", "enter")
        assert "rose to 3.5 yuan" in p.session.final(bead)


async def test_what_was_split_is_joined_again_from_its_second_half_and_takes_nothing_of_the_next() -> None:
    async with playing() as p:
        await p.press("j", "j", "tab", "w", "w", "w")
        sources = [bead.source for bead in p.session.beads]
        await p.press("|")
        assert len(p.session.beads[2].source) == 2
        await p.press("&")
        assert [bead.source for bead in p.session.beads] == sources


async def test_mended_spaces_count_as_edited() -> None:
    async with playing() as p:
        await p.press("j", "j", "_")
        assert [p.session.index(bead) for bead in p.session.hunt("edited").beads] == [2]
        await p.press("u")
        assert p.session.hunt("edited").beads == ()
