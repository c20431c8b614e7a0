"""The signs beside a segment are said in words, and nothing is cut off without a sign of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.tui.screens.fixes import FixesScreen
from workbench.tui.widgets.inspector import Inspector


def rule(p: Player) -> str:
    """The rule above the inspector."""
    return p.lines[p.review.query_one(Inspector).region.y]


async def test_the_signs_of_the_segment_are_said_in_words() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press("colon", "3", "enter")
        assert "\u2588 major error: high" in rule(p)
        assert "\u25aa finding 1 of 2" in rule(p)
        assert "\u2423 no space follows" in rule(p)
        await p.press("space", "space")
        assert "finding 2 of 2" in rule(p)
        await p.press("colon", "5", "enter", "1", "m", "c", *"Elder", "enter", "d", "k", "colon", "5", "enter")
        assert "m1 marked minor" in rule(p)
        assert "\u2503 edited" in rule(p)
        assert "\u2713 done" in rule(p)
        await p.press("c", *"Old", "enter")
        assert "\u270e edited since done" in rule(p)
        await p.press("colon", "4", "enter")
        assert "\u21b5 break lost" in rule(p)
        await p.press("!", *"why", "enter")
        assert "? query to the author" in rule(p)
        await p.press("colon", "6", "enter")
        assert "\u21b5 paragraph ends" in rule(p)


async def test_a_narrow_rule_leaves_out_whole_signs_and_keeps_the_keys() -> None:
    async with playing() as p:
        await p.press("colon", "3", "enter")
        assert "no space follows" in rule(p)
        assert "a x" in rule(p)
        assert "difficulty" not in rule(p)
        for width in range(40, 100, 7):
            await p.pilot.resize_terminal(width, 24)
            await p.settle()
            said = rule(p).rstrip("\u2500 ")
            assert len(rule(p)) == width
            assert said.endswith(("x", "dismiss", "=", "1 of 2", "follows", "high", "3")) or "evidence" in said


async def test_the_place_of_missing_words_is_seen_between_the_words() -> None:
    async with playing() as p:
        await p.press("colon", "4", "enter", "tab", "home", "w", "w", "v", "m", "home", "l", "enter")
        assert "He^said that" in p.text
        await p.pilot.resize_terminal(120, 40)
        await p.settle()
        assert "^ words missing there" in rule(p)
        await p.press("y")
        assert "^" not in p.app.clipboard


@pytest.mark.parametrize("width", [60, 80])
async def test_what_is_cut_off_ends_in_an_ellipsis(width: int) -> None:
    async with playing(size=(width, 24)) as p:
        await p.press("colon", "3", "enter", "o")
        await p.type("a note that is far too long for one line of a narrow screen, and goes on and on and on")
        await p.press("enter", "x", "x")
        at = p.review.query_one(Inspector).region.y
        (line,) = [row for row in p.lines[at:] if row.lstrip().startswith("note:")]
        assert line.rstrip().endswith("\u2026")


async def test_the_message_says_what_happened_and_how_to_take_it_back() -> None:
    async with playing() as p:
        await p.press("colon", "7", "enter", "e")
        await p.type("Timing decides.")
        await p.press("enter")
        assert p.said == "supplied the translation, marked as an omission, u takes it back"
        await p.press("u")
        assert p.said == "undone: supplied the translation, marked as an omission"
        await p.press("colon", "4", "enter", "1", "m")
        assert p.said == "flagged \u2018He\u2019 as minor, u takes it back"
        await p.press("p")
        assert p.said == "put a paragraph break, u takes it back"


async def test_spaces_and_breaks_are_one_item_one_preview_and_one_undo() -> None:
    session = FakeSession.make()
    async with playing(session) as p:
        lost = [b.id for b in session.beads if any(f.check == "spacing.after_stop" for f in session.findings(b.id))]
        broken = lost[0]
        also = next(f for f in session.findings(broken) if f.check == "spacing.after_stop")
        paragraph = replace(
            also, check="layout.paragraph", suggestions=(also.quote + "\n\n",), group="layout.paragraph"
        )
        session._findings[broken] = (*session._findings[broken], paragraph)
        assert [f.check for f in session.findings(broken)].count("spacing.after_stop") == 0
        (group,) = [g for g in session.groups() if g.key == "glued"]
        assert len(group) == len(lost)
        assert f"{len(lost) - 1} space" in group.message
        assert "1 paragraph break lost" in group.message
        p.state.enter(broken)
        p.state.go_to_finding(paragraph)
        await p.press("=")
        assert isinstance(p.app.screen, FixesScreen)
        assert f"{len(lost)} of {len(lost)} places chosen" in p.text
        await p.press("down", "space")
        assert f"{len(lost) - 1} of {len(lost)} places chosen" in p.text
        await p.press("enter")
        assert session.separator(broken) == "\n\n"
        assert "paragraph break" in p.said
        await p.press("u")
        assert session.separator(broken) == ""
        await p.settle()
        session._findings[broken] = (also, paragraph)
        # A break that is no fault leaves the missing space as one.
        session.dismiss(paragraph.id)
        assert "spacing.after_stop" in [f.check for f in session.findings(broken)]
