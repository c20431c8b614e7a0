"""With NO_COLOR no colour is written, and everything can still be told apart."""

from __future__ import annotations

import pytest

from tests.tui.player import playing
from workbench.tui.theme import PLAIN


async def test_no_colour_is_drawn_on_any_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing() as p:
        assert p.app.theme == PLAIN
        for keys in (["n"], ["2"], ["m"], ["v", "l"], ["escape", "s"], ["escape", "e"], ["escape", "R"],
                     ["escape", "question_mark"], ["escape", "colon"], ["escape", "c"], ["escape"]):  # fmt: skip
            await p.press(*keys)
            strips = p.app.screen._compositor.render_strips()
            for strip in strips:
                for segment in strip:
                    style = segment.style
                    if style is None:
                        continue
                    for colour in (style.color, style.bgcolor):
                        assert colour is None or colour.is_default, (keys, segment)


async def test_styles_differ_by_more_than_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing() as p:
        ink = p.review.view
        plain = [
            tuple(
                getattr(ink.ink(name), flag) for flag in ("bold", "dim", "reverse", "underline", "underline2", "strike")
            )
            for name in ("", "minor", "major", "critical", "finding", "cursor", "match", "hit", "old", "new")
        ]
        assert len(set(plain)) == len(plain) - 1, "only a search hit and new words may share a look: they never meet"


async def test_the_cursor_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing() as p:
        strips = p.app.screen._compositor.render_strips()
        shown = [s.text for strip in strips for s in strip if s.style is not None and s.style.reverse]
        assert "Morning" in shown
