"""The user's own editor: lent the terminal, with arguments, failing, missing; the review goes on whatever it does."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.tui.player import playing
from workbench.errors import WorkbenchError
from workbench.session.session import Session
from workbench.tui.editor import SCISSORS, edited_outside, editor_command
from workbench.tui.widgets.edit_box import EditBox

if os.name == "posix":
    from tests.tui.terminal import Terminal

ZH, EN = "风口来了。\n\n谁都想飞得更高。\n", "The zephyr is here.\n\nEveryone wants to fly higher.\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes an editor, with a space in its path, that runs Python over the file `file`, and names it."""
    monkeypatch.delenv("VISUAL", raising=False)
    folder = tmp_path / "my editors"
    folder.mkdir()

    def made(code: str) -> Path:
        program = folder / "ed"
        program.write_text(f"#!{sys.executable}\nimport os, sys\nfile = sys.argv[-1]\n{code}\n", "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("EDITOR", f"{shlex.quote(str(program))} --wait")
        return program

    return made


def outside(text: str) -> str:
    return edited_outside(text, "Chinese: 风口", nullcontext)


def test_what_the_editor_writes_is_taken_without_what_stands_below(editor: Callable[[str], Path]) -> None:
    editor("assert sys.argv[1] == '--wait'\nt = open(file, encoding='utf-8').read()\nassert '风口' in t\n"
           "open(file, 'w', encoding='utf-8').write(t.replace('zephyr', 'trend'))")  # fmt: skip
    assert outside("The zephyr # is here") == "The trend # is here"


def test_line_breaks_of_the_editor_s_own_become_spaces_and_others_stay(editor: Callable[[str], Path]) -> None:
    editor(f"open(file, 'wb').write('One\\r\\n  two\\n\\n{SCISSORS}\\nx'.encode())")
    assert outside("One two three") == "One two"
    assert outside("One\nthree") == "One\n  two"
    editor("open(file, 'w').close()")
    assert outside("One") == ""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("sys.exit(3)", "ended with status 3; nothing was taken"),
        ("os.kill(os.getpid(), 9)", "ended by signal 9; nothing was taken"),
        ("open(file, 'wb').write(b'\\xff\\xfe\\xff')", "cannot be read"),
        ("os.remove(file)", "cannot be read"),
    ],
)
def test_an_editor_that_fails_is_told(editor: Callable[[str], Path], code: str, told: str) -> None:
    editor(code)
    with pytest.raises(WorkbenchError, match=told):
        outside("One")


def test_a_file_that_cannot_be_run_is_told(editor: Callable[[str], Path]) -> None:
    program = editor("")
    program.write_bytes(b"\x00\x01")
    with pytest.raises(WorkbenchError, match="cannot be started"):
        outside("One")


@pytest.mark.parametrize(
    ("named", "told"),
    [("", "set EDITOR"), ("  ", "set EDITOR"), ("no-such-editor -w", "is not there"), ("a 'b", "understood")],
)
def test_an_editor_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, named: str, told: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(WorkbenchError, match=told):
        editor_command()


def test_the_first_variable_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sh -c")
    monkeypatch.setenv("EDITOR", "cat")
    assert editor_command() == ["sh", "-c"]


async def test_where_the_terminal_cannot_be_lent_that_is_said() -> None:
    async with playing() as p:
        await p.press("e", "ctrl+g")
        assert "no editor" in p.said
        assert p.app.screen.query_one(EditBox).value == p.session.final(p.state.bead)


@pytest.fixture
def terminal(tmp_path: Path, editor: Callable[[str], Path]) -> Iterator[Callable[[str], Terminal]]:
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    with Session.create(tmp_path / "zh.txt", tmp_path / "en.txt", project=tmp_path / "a.review") as session:
        session.note(session.beads[0].id, "seen")  # no profile on opening
    begun: list[Terminal] = []

    def started(code: str) -> Terminal:
        editor(code)
        begun.append(Terminal(tmp_path, "review", "a.review"))
        begun[0].hear("analysis is done")
        begun[0].press("ge")
        begun[0].hear("machine's own words")
        return begun[0]

    yield started
    for one in begun:
        one.clear_up()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
def test_in_a_terminal_the_editor_has_it_and_gives_it_back(terminal: Callable[[str], Terminal], tmp_path: Path) -> None:
    t = terminal("name = input('what? ')\nopen(file, 'w').write(name)")
    t.press("\x07")
    t.hear("\x1b[?1049l")
    t.hear("what? ")
    t.press("A trend is here.\n")
    t.hear("\x1b[?1049h")
    t.hear("taken from the editor")
    t.press("\x1b")
    t.hear("takes it back")
    t.press(":q\r")
    assert t.ended() == 0
    with Session.open(tmp_path / "a.review") as session:
        assert session.final(session.beads[0].id) == "A trend is here."


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
def test_ctrl_c_in_the_editor_ends_only_the_editor(terminal: Callable[[str], Terminal], tmp_path: Path) -> None:
    t = terminal("print('what? ', end='', flush=True)\nsys.stdin.readline()")
    t.press("\x07")
    t.hear("what? ")
    t.press("\x03")
    t.hear("nothing was taken")
    t.press("\x03")  # now it drops the edit
    t.hear("nothing changed")
    t.press(":q\r")
    assert t.ended() == 0
