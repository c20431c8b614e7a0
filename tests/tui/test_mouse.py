"""The mouse, and copying over a terminal: the bytes that a terminal sends, and those that it is sent."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events

from tests.tui.player import Player, playing
from workbench.model.span import Side
from workbench.session.session import Session
from workbench.text.wrap import breaks
from workbench.tui.action import Mode

if os.name == "posix":
    from tests.tui.terminal import Terminal

ZH = "风口频出的时代里谁都想飞得更高一点可是飞得越高摔得也就越重这是谁都知道的道理。\n\n再见。\n"
EN = (
    "In an era of zephyrs everyone wants to fly a little higher, yet the higher one flies the harder one falls, "
    "and this is a truth that everybody knows [or should] know by now.\n\nGoodbye.\n"
)
Start = Callable[..., "Terminal"]


async def drag(p: Player, x: int, y: int) -> None:
    """Moves the mouse with its button down."""
    await p.pilot._post_mouse_events([events.MouseMove], "#texts", (x, y), button=1)


async def test_a_double_click_selects_the_word() -> None:
    async with playing() as p:
        x = p.review.view.columns.source_x
        row = next(y for y, line in enumerate(p.lines) if "雾气" in line)
        await p.pilot.click("#texts", offset=(x + 1, row - 1), times=2)
        await p.pilot.pause()
        assert (p.state.mode, p.state.side, p.word) == (Mode.SELECT, Side.SOURCE, "雾气")
        await p.press("2", "m")
        assert p.flags()[0][2] == "雾气"


async def test_a_drag_out_of_the_segment_goes_to_its_end_and_back() -> None:
    async with playing() as p:
        at = p.review.view.columns
        row = next(y for y, line in enumerate(p.lines) if "After the fog" in line)
        await p.pilot.mouse_down("#texts", offset=(at.target_x + 6, row - 1))
        await drag(p, at.target_x + 2, row + 6)
        text = p.session.final(p.state.bead)
        assert p.number == 3
        assert p.word == text[text.index("the fog") :]
        await drag(p, at.target_x + 2, row - 3)
        assert p.word == "After the"
        await p.pilot.mouse_up("#texts", offset=(at.target_x + 2, row - 3))
        assert p.state.mode is Mode.SELECT


async def test_a_click_chooses_the_place_of_missing_words() -> None:
    async with playing() as p:
        await p.press("j", "j", "tab", "v", "m")
        at = p.review.view.columns
        row = next(y for y, line in enumerate(p.lines) if "After the fog" in line)
        await p.pilot.click("#texts", offset=(at.target_x + 6, row - 1))
        assert p.state.mode is Mode.PLACE
        await p.press("enter")
        (mark,) = p.session.annotations(p.state.bead)
        assert mark.insert_at == len("After ")


async def test_the_wheel_moves_the_texts_and_not_the_cursor_and_lists_by_lines() -> None:
    async with playing() as p:
        before = (p.review.view.window.pair, p.review.view.window.line)
        await p.pilot._post_mouse_events([events.MouseScrollDown], "#texts", (5, 5))
        await p.pilot.pause()
        assert (p.review.view.window.pair, p.review.view.window.line) > before
        assert p.number == 1


# ---- the same over a terminal's own bytes


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    Session.create(tmp_path / "zh.txt", tmp_path / "en.txt", project=tmp_path / "a.review").close()
    with Session.open(tmp_path / "a.review") as session:
        session.note(session.beads[0].id, "seen")  # no profile on opening
    begun: list[Terminal] = []

    def started(**variables: str) -> Terminal:
        begun.append(Terminal(tmp_path, "review", "a.review", **variables))
        begun[0].resize(80, 24)
        begun[0].hear("analysis is done")
        return begun[0]

    yield started
    for terminal in begun:
        terminal.clear_up()


def mouse(x: int, y: int, button: int = 0, *, up: bool = False) -> str:
    """What a terminal sends for a button at a cell, counted from 0 (SGR, mode 1006)."""
    return f"\x1b[<{button};{x + 1};{y + 1}{'m' if up else 'M'}"


def copied(terminal: Terminal) -> str:
    """What the program put on the clipboard with the control sequence 52."""
    found: list[re.Match[bytes]] = []

    def there() -> bool:
        found[:] = list(re.finditer(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", terminal.heard))
        return bool(found)

    terminal.until(there, "a copy")
    return base64.b64decode(found[-1][1]).decode("utf-8")


posix = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")


@posix
def test_the_segment_is_copied_as_it_is_without_wraps_and_borders(start: Start) -> None:
    terminal = start(SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22", TERM="screen-256color")
    terminal.press("y")
    text = copied(terminal)
    assert text == EN.partition("\n")[0]
    assert breaks(text, 40), "it stands on several lines"


@posix
@pytest.mark.parametrize("half", [0, 1])
def test_dragging_over_wide_characters_takes_those_it_touched_whichever_half(start: Start, half: int) -> None:
    terminal = start()
    x = 10  # the Chinese begins behind a gutter of as many cells
    terminal.press(
        mouse(x + half, 1) + mouse(x + 2, 1, 32) + mouse(x + 6 + half, 1, 32) + mouse(x + 6 + half, 1, up=True)
    )
    terminal.hear("minor")
    terminal.press("y")
    assert copied(terminal) == "风口频出"


@posix
def test_a_double_click_takes_a_word_and_the_wheel_leaves_it(start: Start) -> None:
    terminal = start()
    x = 47
    click = mouse(x, 1) + mouse(x, 1, up=True)
    terminal.press(click + click)
    terminal.hear("minor")
    terminal.press(mouse(x, 3, 65))
    terminal.press("y")
    word = copied(terminal)
    assert re.fullmatch(r"[A-Za-z]+", word)
    assert word in EN
