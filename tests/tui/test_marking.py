"""Flagging, omissions, findings: each by its keys, each undone."""

from __future__ import annotations

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.checks.profile import parse_profile
from workbench.model.events import DismissalScope
from workbench.model.finding import Severity
from workbench.model.span import Side
from workbench.tui.action import Mode


async def test_a_word_is_flagged_in_two_keys_and_unflagged() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", "w", "2", "m")
        assert p.flags() == [("major", "Accuracy/Mistranslation", "said")]
        assert "u takes it back" in p.said
        await p.press("w", "1", "enter")
        assert p.flags()[1] == ("minor", "Accuracy/Mistranslation", "that")
        await p.press("u")
        assert len(p.flags()) == 1
        await p.press("ctrl+r")
        assert len(p.flags()) == 2
        await p.press("backspace")
        assert len(p.flags()) == 1


async def test_the_picker_walks_back_and_forth_and_remembers() -> None:
    async with playing() as p:
        await p.press("1", "right", "right", "left")
        assert "The words say something else" in p.text
        await p.press("down", "down", "up", "3", "tab")
        await p.type("twice")
        await p.press("enter", "s")
        assert p.flags() == [("critical", "Fluency/Spelling", "Morning")]
        (annotation,) = p.session.review.annotations.values()
        assert annotation.note == "twice"
        await p.press("w", "2", "enter")
        assert p.flags()[1][1] == "Fluency/Spelling", "Enter is the last one used"
        await p.press("w", "2", "escape")
        assert len(p.flags()) == 2
        assert "n  Fluency/Inconsistency" not in p.text


async def test_a_selection_grows_by_words_and_characters() -> None:
    async with playing() as p:
        await p.press("v", "l", "l")
        assert p.word == "Morning of the"
        await p.press("h")
        assert p.word == "Morning of"
        await p.press(".", ".")
        assert p.word == "Morning of t"
        await p.press(",")
        assert p.word == "Morning of "
        await p.press("escape")
        assert p.state.mode is Mode.NORMAL
        await p.press("w", "w", "v", "h")
        assert p.word == "of the"
        await p.press("l", "l")
        assert p.word == "the mountain"
        await p.press("o", "h")
        assert p.word == "of the mountain"
        await p.press("end")
        assert p.word == "of the mountain city"
        await p.press("home")
        assert p.word == "Morning of the mountain city"


async def test_flag_and_link_both_sides() -> None:
    async with playing() as p:
        await p.press("j", "j", "j", *["w"] * 7, "v", "l")
        assert p.word == "fire waiting"
        await p.press("tab")
        assert (p.state.side, p.word) == (Side.SOURCE, "火候")
        await p.press("tab")
        assert p.word == "fire waiting"
        await p.press("tab", "2", "t")
        (annotation,) = p.session.review.annotations.values()
        assert annotation.target.quote == "fire waiting"
        assert annotation.source.quote == "火候"
        assert p.state.mode is Mode.NORMAL


async def test_a_mark_is_resized_and_changed() -> None:
    async with playing() as p:
        await p.press("2", "m", "v", "v")
        assert "resizing" in p.said
        await p.press("l", "l", "enter")
        assert p.flags() == [("major", "Accuracy/Mistranslation", "Morning of the")]
        await p.press("v", "v", ",", ",", ",", ",", "enter")
        assert p.flags() == [("major", "Accuracy/Mistranslation", "Morning of")]
        await p.press("v", "l", "1", "w")
        assert len(p.flags()) == 2, "marks may overlap"
        await p.press("u", "u", "u", "u")
        assert p.flags() == []


async def test_the_severity_of_a_marked_word_is_changed_in_place() -> None:
    async with playing() as p:
        await p.press("2", "m", "3", "enter")
        assert p.flags() == [("critical", "Accuracy/Mistranslation", "Morning")]


async def test_an_omission_is_marked_on_the_source_and_placed() -> None:
    async with playing() as p:
        await p.press("j", "j", "tab", "home")
        while p.word != "昨夜":
            await p.press("w")
        await p.press("v", "m")
        assert p.state.mode is Mode.PLACE
        await p.press("end", "left", "enter")
        (annotation,) = p.session.review.annotations.values()
        assert annotation.category == "Accuracy/Omission"
        assert annotation.source.quote == "昨夜"
        assert annotation.insert_at is not None
        assert p.state.mode is Mode.NORMAL
        assert " ^" in p.text
        await p.press("v", "m", "escape")
        assert p.state.mode is Mode.NORMAL
        assert len(p.flags()) == 1


async def test_an_omission_needs_the_chinese() -> None:
    async with playing() as p:
        await p.press("v", "m")
        assert "marked on the Chinese" in p.said


async def test_a_fault_of_the_source_itself() -> None:
    async with playing() as p:
        await p.press("tab", "1", "enter")
        assert p.flags()[0][1] == "Source issue"


async def _to_finding(p: Player, number: int) -> None:
    await p.press("colon", *str(number), "enter", "space")


async def test_accepting_shows_the_result_before_and_corrects() -> None:
    async with playing() as p:
        await _to_finding(p, 4)
        assert "gives:" in p.text
        assert "timing" in p.text
        await p.press("a")
        bead = p.state.bead
        assert p.session.final(bead) == "He said that business pays attention to timing."
        assert p.flags()[0][2] == "fire waiting", "the mark stays on the frozen words"
        await p.settle()
        assert not p.state.findings()
        await p.press("u")
        await p.settle()
        assert p.session.final(bead).endswith("fire waiting.")
        assert p.state.findings()


async def test_a_digit_on_a_finding_accepts_it_with_that_severity() -> None:
    async with playing() as p:
        await _to_finding(p, 6)
        await p.press("3")
        assert [(s, q) for s, _, q in p.flags()] == [("critical", "35 yuan")]
        assert "3.5 yuan" in p.session.final(p.state.bead)


async def test_findings_of_a_segment_go_round() -> None:
    async with playing() as p:
        await p.press("j", "j", "space")
        assert p.word == "并未"
        await p.press("space")
        assert p.word == "."
        await p.press("space")
        assert p.word == "并未"
        await p.press("j", "j", "space")
        assert "no finding here" in p.said


async def test_dismissing_with_and_without_a_reason() -> None:
    async with playing() as p:
        await _to_finding(p, 6)
        await p.press("x")
        assert not p.state.findings()
        await _to_finding(p, 4)
        await p.press("X", "3")
        (dismissal,) = [d for d in p.session.review.dismissals.values() if d.check == "term.forbidden"]
        assert dismissal.reason == "an allowed variant"
        assert dismissal.scope is DismissalScope.DOCUMENT
        assert not p.session.findings(p.session.beads[9].id), "everywhere in this document"
        await p.press("u")
        assert p.session.findings(p.session.beads[9].id)
        await p.press("X", "7")
        await p.type("quoted")
        await p.press("enter")
        assert [d.reason for d in p.session.review.dismissals.values() if d.reason] == ["quoted"]


async def test_repeat_the_last_flag_and_the_last_replacement() -> None:
    async with playing() as p:
        await p.press(".")
        assert "nothing to repeat" in p.said
        await p.press("2", "g", "w", ".")
        assert [f[2] for f in p.flags()] == ["Morning", "of"]
        assert p.flags()[1][:2] == ("major", "Fluency/Grammar")
        await p.press("j", "j", "c")
        await p.type("When")
        await p.press("enter")
        assert p.session.final(p.state.bead).startswith("When the fog")
        await p.press("w", ".")
        assert p.session.final(p.state.bead).startswith("When When fog")


async def test_marks_differ_without_colour() -> None:
    async with playing(size=(100, 30)) as p:
        await p.press("1", "m", "w", "2", "m", "w", "w", "3", "m")
        ink = p.review.view
        minor, major, critical = (ink.ink(str(s)) for s in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL))
        assert minor.underline
        assert not minor.underline2
        assert major.underline2
        assert critical.underline2
        assert critical.bold
        assert "C3" in p.text


async def test_the_picker_begins_with_a_short_list_and_walks_to_the_others_and_back() -> None:
    async with playing() as p:
        await p.press("2")
        assert "business 1/5" in p.text
        assert "Fluency/Spelling" not in p.text
        await p.press("space")
        assert "all 2/5" in p.text
        await p.press("space", "space", "space")
        assert "fiction 5/5" in p.text or "technical 5/5" in p.text
        await p.press("backspace", "backspace", "backspace", "backspace")
        assert "business 1/5" in p.text
        await p.press("s")
        assert p.flags()[0][1] == "Fluency/Spelling", "a letter takes its category wherever that stands"
        await p.press("w", "2", "space", "space", "enter")
        await p.press("w", "2")
        assert "news 1/5" in p.text, "the list one took a category from comes first"
        await p.press("backspace")
        assert p.state.mode is Mode.NORMAL
        assert len(p.flags()) == 2


async def test_the_list_is_remembered_with_the_place() -> None:
    async with playing() as p:
        await p.press("2", "space", "space", "enter")
        assert p.state.place().view["categories"] == "news"
        await p.press("w")
        kept = p.state.place()
    session = FakeSession.make()
    session.saved_places.append(kept)
    async with playing(session) as p:
        await p.press("w", "2")
        assert "news 1/5" in p.text


async def test_a_team_s_own_categories_come_first_with_their_letters_definitions_and_examples() -> None:
    session = FakeSession.make()
    text = (
        'name = "house"\n[[category]]\nname = "House style/Brand name"\nletter = "m"\n'
        'definition = "Not as its owner writes it."\nexample = "Ebay"\n[[category]]\nname = "Tone"\n'
    )
    session.check_profile = parse_profile(text, "house.toml")
    async with playing(session) as p:
        await p.press("2", "down")
        assert "house 1/6" in p.text
        assert "Not as its owner writes it." in p.text
        assert "such as: Ebay" in p.text
        await p.press("m")
        assert p.flags()[0][1] == "House style/Brand name", "its own letter goes before the known one"
        await p.press("w", "2", "T")
        assert p.flags()[1][1] == "Tone"
        await p.press("w", "2", "enter")
        assert p.flags()[2][1] == "Tone", "its categories are among the recent ones"
