"""Marks that overlap: each is seen, with colours and without."""

from __future__ import annotations

import pytest
from rich.style import Style

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.model.finding import Severity
from workbench.model.span import Span


def style_of(p: Player, word: str) -> Style:
    """How a word of the fourth segment's English is drawn; the cursor is elsewhere."""
    for strip in p.review.view._pair_strips(3):
        for text, style, _ in strip:
            if word in text:
                assert style is not None
                return style
    raise AssertionError(word)


def marked(*marks: tuple[str, Severity]) -> FakeSession:
    session = FakeSession.make()
    bead = session.beads[3].id
    text = session.final(bead)
    for words, severity in marks:
        at = text.index(words)
        session.flag(bead, severity=severity, category="Fluency/Grammar", target=Span(at, at + len(words)))
    return session


@pytest.mark.parametrize("order", [1, -1], ids=["wide first", "narrow first"])
@pytest.mark.parametrize("no_colour", [False, True], ids=["colours", "NO_COLOR"])
async def test_a_narrow_mark_is_seen_in_a_wide_one(
    order: int, no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    marks = [("said that business pays", Severity.CRITICAL), ("that", Severity.MINOR)][::order]
    async with playing(marked(*marks), size=(160, 30)) as p:
        wide, narrow = style_of(p, "said"), style_of(p, "that")
        assert (wide.underline2, bool(wide.underline), wide.bold) == (True, False, True)
        assert (narrow.underline, bool(narrow.underline2), bool(narrow.bold)) == (True, False, False)
        assert style_of(p, "business") == wide


async def test_of_marks_on_the_same_words_the_worst_is_seen() -> None:
    async with playing(marked(("said", Severity.MAJOR), ("said", Severity.MINOR)), size=(160, 30)) as p:
        assert style_of(p, "said").underline2


async def test_a_finding_is_seen_in_a_wide_mark() -> None:
    session = marked(("pays attention to fire waiting", Severity.MAJOR))
    async with playing(session, size=(160, 30)) as p:
        assert style_of(p, "pays").underline2
        assert not style_of(p, "fire waiting").underline2
        assert style_of(p, "fire waiting").underline
