"""Scores by keyboard, and that nothing of the machine's judgments is in sight of those who rate blind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.errors import FileProblem
from workbench.session.rating import BLIND_TO_FIXES, HIDDEN, RatingPlan
from workbench.tui.screens.concordance import ConcordanceScreen
from workbench.tui.screens.rating import RatingSheet
from workbench.tui.screens.terms import TermsScreen
from workbench.tui.settings import read_settings, settings_text

ESA = RatingPlan("esa")
BLIND = RatingPlan("esa", blind=True)


def rated(plan: RatingPlan) -> FakeSession:
    session = FakeSession.make()
    session.plan_rating(plan)
    return session


def mine(p: Player) -> float | None:
    return p.session.score_of(p.state.bead)  # type: ignore[no-any-return]


async def test_a_score_is_typed_and_the_next_unrated_segment_comes() -> None:
    async with playing(rated(ESA)) as p:
        await p.press(":", "4", "enter")
        assert "rated 0 of 8" in p.text
        first = p.state.bead
        await p.press("r")
        assert "some meaning preserved: major gaps and narrative issues" in p.text
        await p.press("7", "1", "enter")
        assert p.session.score_of(first) == 71
        assert p.number == 5
        assert p.said.startswith("gave ESA 71")
        assert "rated 1 of 8" in p.text
        await p.press("k")
        assert "ESA 71" in p.text
        await p.press("u")
        assert p.session.score_of(first) is None
        await p.press("ctrl+r")
        assert p.session.score_of(first) == 71


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("8 3", 83),
        ("1 0 0", 100),
        ("1 0 0 0", 100),  # behind 100 no digit counts
        ("1 0 0 0 backspace 0", 100),
        ("8 3 7", 7),  # 837 is over the top: begun anew
        ("8 3 backspace 9", 89),
        ("right", 50),  # nothing is proposed
        ("right right left", 50),
        ("right up", 60),
        ("end down", 90),
        ("home pageup", 33),
        ("7 0 pagedown", 66),
        ("7 0 pageup", 100),
        ("4 0 left 9", 9),  # after an arrow, digits begin anew
    ],
)
async def test_keys_of_the_scale(keys: str, value: int) -> None:
    async with playing(rated(RatingPlan("da"))) as p:
        first = p.state.bead
        await p.press("r", *keys.split(), "enter")
        assert p.session.score_of(first) == value


async def test_a_digit_behind_the_top_is_refused_aloud() -> None:
    async with playing(rated(RatingPlan("da"))) as p:
        await p.press("r", *"1000")
        assert "100 is the top: Backspace takes a digit back" in p.text


async def test_a_score_that_the_marks_gainsay_is_asked_about_once() -> None:
    async with playing(rated(ESA)) as p:
        await p.press(":", "4", "enter", "r", "4", "0", "enter")
        assert isinstance(p.app.screen, RatingSheet)
        assert "40, but no error is marked" in p.text
        assert mine(p) is None
        await p.press("left", "enter")  # another score is another question
        assert "39, but no error is marked" in p.text
        first = p.state.bead
        await p.press("enter")
        assert p.session.score_of(first) == 39
        await p.press("k", "2", "r", "1", "0", "0", "enter")
        assert "100 is perfect, but a major error is marked" in p.text
        await p.press("escape")
        assert mine(p) == 39


async def test_esa_marks_have_no_category_and_two_severities() -> None:
    async with playing(rated(ESA)) as p:
        await p.press(":", "4", "enter", "1")
        assert p.flags() == [("minor", "Other", "He")]
        await p.press("l", "3")
        assert len(p.flags()) == 1
        assert "ESA knows minor and major" in p.said


async def test_da_goes_on_at_once_and_esc_ends_it() -> None:
    async with playing(rated(RatingPlan("da"))) as p:
        await p.press("r", "9", "0", "enter", "8", "0", "enter", "escape")
        assert p.session.rated()[0] == 2
        assert p.app.screen is p.review


async def test_a_score_is_taken_back_and_none_is_needed() -> None:
    async with playing(rated(ESA)) as p:
        first = p.state.bead
        await p.press("r", "enter")
        assert "type a score first" in p.text
        await p.press("x")
        assert "no score to take back" in p.text
        await p.press("8", "8", "enter", ":", "1", "enter", "r")
        assert " 88 " in p.text
        await p.press("x")
        assert p.session.score_of(first) is None


async def test_the_next_unrated_one_and_the_end() -> None:
    async with playing(rated(ESA)) as p:
        for bead in p.session.rating_order()[2:]:
            p.session.rate(bead, 80)
        await p.press("+")
        assert p.state.bead == p.session.rating_order()[1]
        await p.press("r", "9", "0", "enter", "r", "9", "0", "enter", "+")
        assert "all is rated" in p.said
        assert "rated 8 of 8" in p.text


async def test_what_cannot_be_scored_is_said() -> None:
    async with playing(rated(ESA)) as p:
        await p.press(":", "2", "enter", "r")
        assert "no translation of a source here" in p.said


async def test_rating_begins_with_a_question_and_stays_off_until_then() -> None:
    async with playing() as p:
        assert "rated" not in p.text
        await p.press("+")
        assert "nothing is rated here yet" in p.said
        await p.press("r")
        assert "score each segment, nothing is marked" in p.text
        await p.press("d", "6", "0", "enter", "escape")
        assert p.session.rated() == (1, 8)


async def test_the_plan_can_be_changed_on_the_screen() -> None:
    async with playing() as p:
        await p.press(":")
        await p.type("rating")
        await p.press("enter", "b")
        await p.settle()
        assert p.session.is_blind
        assert "blind, document order" in p.said
        await p.press(":")
        await p.type("rating")
        await p.press("enter", "s", "backspace", "9", "enter")
        assert p.session.rating_plan == RatingPlan("", True, 9)


async def test_one_s_own_correction_is_not_what_is_scored() -> None:
    async with playing(rated(ESA)) as p:
        await p.press(":", "4", "enter")
        p.review.act(lambda: p.session.correct(p.state.bead, "Timing is all, he said."))
        await p.settle()
        await p.press("r")
        assert "machine: He said that business pays attention to fire waiting." in p.text


def judgments_of(session: FakeSession) -> set[str]:
    """What the machine says of these texts, in words that nothing else on the screen has."""
    said = set()
    for bead in session.beads:
        for finding in session.findings(bead.id):
            said |= {finding.check, finding.message[:30]}
        estimate = session.estimate(bead.id)
        if estimate is not None:
            said.add(f"{estimate.p_major:.2f}")
    return said | {
        "major error",
        "evidence",
        "difficulty",
        "worst first",
        "why:",
        "\u25aa",
        "finding 1",
        "no finding",
        "no space",
        "break lost",
    }


TOURS = {
    "texts": ["j", "j", "j", "l", "l"],
    "inspector": ["i", "j", "j", "j", "j", "j", "j"],
    "hunts": ["s"],
    "accept": [":", "4", "enter", "a"],
    "next finding": [":", "4", "enter", "space"],
    "all places": [":", "4", "enter", "="],
    "dismiss": [":", "4", "enter", "X"],
    "editing": [":", "4", "enter", "e", "x"],
    "flagging": [":", "4", "enter", "2"],
    "left": ["L"],
    "profile": [":", "p", "r", "o", "f", "i", "l", "e", "enter"],
    "reading": ["R"],
    "word": [":", "4", "enter", "K"],
    "concordance": [":", "4", "enter", "t"],
    "rating": [":", "4", "enter", "r"],
    "filter": ["f", "r", "i", "s", "k", ":", "h", "i", "g", "h", "enter"],
    "history": [":", "4", "enter", "2", "H"],
    "terms": ["B", "j", "enter"],
    "memory": [":", "4", "enter", "M"],
    "meaning": [":", "4", "enter", "m"],
    "overview": ["]", "]", "["],
    "later": ["z"],
    "all by words": [":", "4", "enter", "v", "="],
    "end of the hunt": ["G", "n", "n", "n", "n", "n", "n", "n", "n", "n", "n"],
}


@pytest.mark.parametrize("tour", TOURS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_of_the_machine_s_judgments_is_seen(tour: str, size: tuple[int, int]) -> None:
    async with playing(rated(BLIND), size=size, profile=True) as p:
        p.session.plan_rating(ESA)
        judged = judgments_of(p.session)
        assert len(judged) > 12
        p.session.plan_rating(BLIND)
        for key in TOURS[tour]:
            await p.press(key)
            await p.settle()
            assert not [words for words in judged if words in p.text], key
            assert "blind" in p.review.query_one("#top").text  # type: ignore[attr-defined]


async def test_no_rendering_is_given_to_all_places_from_the_lists_of_those_who_rate_blind() -> None:
    async with playing(rated(BLIND), size=(120, 40)) as p:
        await p.press("B")
        await p.looked()
        await p.press("g", "=")
        assert isinstance(p.app.screen, TermsScreen)
        assert BLIND_TO_FIXES in p.text
        await p.press("t")
        screen = p.app.screen
        assert isinstance(screen, ConcordanceScreen)
        assert "everywhere" not in p.text
        for key in ("=", "1"):
            await p.press("j", key)
            assert p.app.screen is screen
            assert BLIND_TO_FIXES in p.text


async def test_blindness_on_the_screen_empties_the_overview_at_once() -> None:
    async with playing(rated(ESA), size=(120, 40)) as p:
        before = list(p.review._blocks)
        assert before
        await p.press(":")
        await p.type("rating")
        await p.press("enter", "b")
        await p.settle()
        assert list(p.review._blocks) != before
        assert all(not block.risk for block in p.review._blocks)


async def test_what_is_hidden_is_said_to_be() -> None:
    async with playing(rated(BLIND)) as p:
        for key in ("a", "x", "X", "=", "space"):
            await p.press("escape", key)
            assert p.said == HIDDEN
        await p.press("f")
        await p.type("risk:high")
        await p.press("enter")
        assert p.said == HIDDEN


async def test_settings_hold_where_nobody_chose() -> None:
    async with playing(rating=RatingPlan("da", blind=True)) as p:
        assert p.session.rating_plan == RatingPlan("da", blind=True)
        assert "blind" in p.text
    async with playing(rated(ESA), rating=RatingPlan("da", blind=True)) as p:
        assert p.session.rating_plan == ESA


def test_settings_of_rating_are_read_and_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('rate = "da"\nblind = true\n', "utf-8")
    settings = read_settings(path)
    assert (settings.rate, settings.blind) == ("da", True)
    path.write_text(settings_text(settings), "utf-8")
    assert read_settings(path) == settings
    for wrong, told in (('rate = "mqm"', "rate is one of esa, da"), ('blind = "yes"', "blind is true or false")):
        path.write_text(wrong, "utf-8")
        with pytest.raises(FileProblem, match=told):
            read_settings(path)


async def test_marks_are_counted_again_by_another_profile() -> None:
    async with playing(size=(120, 40)) as p:
        await p.press(":", "4", "enter", "2", "m")
        await p.press(":")
        await p.type("count by")
        await p.press("enter")
        assert "LISA QA Model 3.1" in p.text
        await p.press("down", "down", "down", "down", "enter")
        await p.settle()
        assert p.said.startswith("counted by lisa-qa-3.1: lisa-qa-3.1 5.00")
        await p.press("escape")
        assert "lisa-qa-3.1 5.00 (lower is better), 1 of 10 segments" in p.text
