"""Hostile texts through every screen: no crash, no control character in what is drawn, nothing taken for markup."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.hostile.corpus import SMALL
from tests.tui.fake_session import FakeSession, bitext
from tests.tui.player import Player, playing
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.text.safe import visible

# What a terminal acts on, or what reorders or hides text. Joiners inside emoji sequences are drawn on purpose.
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def check(p: Player) -> None:
    for line in p.lines:
        found = FORBIDDEN.search(line)
        assert found is None, f"{found.group()!r} ({unicodedata.name(found.group(), '?')}) is drawn: {line!r}"


class HostileSession(FakeSession):
    """Messages, notes, terms and history are hostile too."""

    words = ""

    def _look_at(self, bead_id: str) -> None:
        source, final = self.source(bead_id), self.final(bead_id)
        self._findings[bead_id] = (
            Finding("x.hostile", Severity.MAJOR, self.words or "-", bead_id, Side.TARGET, Span(0, len(final)), final,
                    Span(0, len(source)), source, suggestions=(self.words,), group="g"),
        )  # fmt: skip


def hostile(*texts: str) -> HostileSession:
    """A segment of all texts together, then each by itself, in a pair and unpaired."""
    together = "x" + " ".join(texts) + "y"
    rows = [([together], [together], None, True, "")]
    for text in texts:
        words = text if text.strip() else "x" + text + "y"
        rows.append(([words], [words, words], None, False, " "))
        rows.append(([words], [], None, True, ""))  # type: ignore[list-item]
    session = HostileSession.make(bitext(rows))  # type: ignore[arg-type]
    session.words = together
    return session


GROUPS = [list(SMALL)[i : i + 8] for i in range(0, len(SMALL), 8)]


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
async def test_every_screen(names: list[str]) -> None:
    texts = [SMALL[name] for name in names]
    session = hostile(*texts)
    session.note(session.beads[0].id, session.words)
    session.query(session.beads[1].id, session.words)
    async with playing(session, size=(90, 30)) as p:
        check(p)
        for keys in (
            ["tab"], ["tab", "w"], ["v", "l", "."], ["escape", "2"], ["m", "i"], ["i", "K"], ["x", "c"],
            ["escape", "e"], ["escape", "X"], ["escape", "R"], ["escape", "="], ["escape", "escape", "s"],
            ["escape", "o"], ["escape", "!"], ["escape", "a"], ["u", "t"], ["escape", "T"], ["escape", "escape", "/"],
            ["escape", "colon"], ["escape"],
        ):  # fmt: skip
            await p.press(*keys)
            check(p)
        for _ in session.beads:
            await p.press("j")
            check(p)
        await p.press("J", "S")
        check(p)
        await p.press("escape", "colon", *"profile", "enter")
        check(p)
        await p.press("escape")
        for text in texts:
            p.review.say(text)
            p.review.search(text[:20])
            await p.pilot.pause()
            check(p)
        svg = p.app.export_screenshot()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", svg)


async def test_brackets_are_shown_as_they_are() -> None:
    for name in ("markup-unopened", "markup-cut", "markup-bold", "markup-attribute"):
        async with playing(hostile(SMALL[name]), size=(160, 30)) as p:
            assert visible(SMALL[name]) in p.text


async def test_a_line_of_a_hundred_thousand_characters() -> None:
    rows = [
        (["很长。" * 33_000], ["long words " * 9_000], None, True, " "),
        (["短。"], ["Short."], None, True, ""),
    ]
    async with playing(FakeSession.make(bitext(rows)), size=(80, 24)) as p:
        await p.press("G", "g", "end", "home", "pagedown", "tab", "end", "R", "G", "escape")
        check(p)
        assert p.app.screen is p.review


async def test_an_empty_side_and_no_text_at_all() -> None:
    for rows in ([(["只有中文。"], [], None, True, "")], [([], ["English only."], None, True, "")], []):
        async with playing(FakeSession.make(bitext(rows)), size=(80, 24)) as p:
            for key in ("j", "k", "w", "tab", "n", "space", "2", "escape", "R", "escape", "i", "K", "escape", "G", "a"):
                await p.press(key)
            check(p)
            assert p.app.is_running


@pytest.mark.parametrize("name", [n for n in SMALL if SMALL[n].strip()])
async def test_the_edit_box_loses_nothing(name: str) -> None:
    """`TextArea` would take nine characters for line ends of its own kind."""
    from workbench.tui.widgets.edit_box import EditBox, freed, held

    text = SMALL[name]
    assert freed(held(text)) == text
    box = EditBox(text, text, lambda _text, _at: None)
    assert box.value == text
