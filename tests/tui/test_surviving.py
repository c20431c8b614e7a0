"""Failures, of the program and of its terminal: what was typed is kept, and no text of the user's is told to anyone."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.player import playing
from workbench.model.span import Span
from workbench.session.session import Session
from workbench.tui.action import Mode
from workbench.tui.crash import crashed, report, write_report
from workbench.tui.widgets.edit_box import EditBox

if os.name == "posix":
    from tests.tui.terminal import Terminal
pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")

ZH, EN = "风口来了。\n\n谁都想飞得更高。\n", "The zephyr is here.\n\nEveryone wants to fly higher.\n"
FAULT = """
from workbench.tui.screens.review import ReviewScreen
def fails(self):
    secret = self.session.final(self.state.bead)
    raise KeyError(secret)
ReviewScreen.do_copy = ReviewScreen.do_look_profile = fails
"""
Start = Callable[..., "Terminal"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    Session.create(tmp_path / "zh.txt", tmp_path / "en.txt", project=tmp_path / "a.review").close()
    with Session.open(tmp_path / "a.review") as session:
        session.note(session.beads[0].id, "seen")  # no profile on opening
    begun: list[Terminal] = []

    def started(fault: str = "", **variables: str) -> Terminal:
        begun.append(Terminal(tmp_path, "review", "a.review", fault=fault, **variables))
        begun[0].hear("zephyr")
        begun[0].hear("analysis is done")
        return begun[0]

    yield started
    for terminal in begun:
        terminal.clear_up()


def kept(folder: Path) -> tuple[str | None, str]:
    """(the draft of the first segment, its note); the project must be free."""
    with Session.open(folder / "a.review") as session:
        assert session.read_only is None
        first = session.beads[0].id
        return session.drafts().get(first), session.segment(first).note


def test_a_failure_says_what_is_safe_and_how_to_go_on(start: Start, tmp_path: Path) -> None:
    t = start(FAULT)
    t.press("gy")
    assert t.ended() == 1
    told = re.sub(r"\s+", " ", t.heard.rpartition(b"\x1b[?1049l")[2].decode())
    assert "the program failed unexpectedly (KeyError)" in told
    assert "What you decided and typed is saved" in told
    assert "workbench review" in told
    assert "a.review" in told
    assert "Traceback" not in told
    assert "zephyr" not in told
    assert b"\x1b[?1049l" in t.heard, "the terminal is itself again"
    (written,) = (tmp_path / "state" / "crashes").glob("*.txt")
    text = written.read_text("utf-8")
    assert "zephyr" not in text
    assert "KeyError" in text
    assert "copy" in text, "the last action"
    assert written.stat().st_mode & 0o077 == 0
    assert kept(tmp_path) == (None, "seen")


def test_what_was_being_typed_is_kept_and_offered_again(start: Start, tmp_path: Path) -> None:
    t = start(
        "import workbench.tui.screens.review_texts as r\nr.DRAFT_EVERY = 3600\n"
        + FAULT.replace(
            "ReviewScreen.do_copy = ReviewScreen.do_look_profile = fails",
            "from workbench.tui.widgets.edit_box import EditBox\nEditBox.do_edit_machine = lambda self: 1 / 0",
        )
    )
    t.press("ge")
    t.hear("machine's own words")
    t.press("Half ")
    t.hear("Half ")
    t.press("\x0f")  # Ctrl-O, which fails
    assert t.ended() == 1
    assert b"ZeroDivisionError" in t.heard
    draft, _ = kept(tmp_path)
    assert draft == "Half The zephyr is here."


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_to_end_is_obeyed_in_good_order(start: Start, tmp_path: Path, end: signal.Signals) -> None:
    t = start("import workbench.tui.screens.review_texts as r\nr.DRAFT_EVERY = 3600\n")
    t.press("ge")
    t.hear("machine's own words")
    t.press("Half ")
    t.hear("Half ")
    os.kill(t.pid, end)
    assert t.ended() == 128 + end
    assert b"\x1b[?1049l" in t.heard, "the terminal is itself again"
    assert kept(tmp_path) == ("Half The zephyr is here.", "seen")


def test_a_terminal_that_is_closed_loses_nothing(start: Start, tmp_path: Path) -> None:
    t = start("import workbench.tui.screens.review_texts as r\nr.DRAFT_EVERY = 3600\n")
    t.press("ge")
    t.hear("machine's own words")
    t.press("Half ")
    t.hear("Half ")
    t.close()
    assert t.ended() != 0
    assert kept(tmp_path) == ("Half The zephyr is here.", "seen")


def typed_at_first(folder: Path) -> list[str]:
    """What was being typed in questions at the first segment; the project must be free."""
    with Session.open(folder / "a.review") as session:
        return list(session.typed(session.beads[0].id).values())


QUESTIONS = {
    "query": ("!", "question to the author"),
    "note": ("o", "note on this segment"),
    "replace": ("c", "replace"),
    "search": ("/", "search both texts"),
    "term": ("T", "the Chinese term"),
}


@pytest.mark.parametrize(("keys", "question"), QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_words_typed_in_a_question_outlive_a_signal(
    start: Start, tmp_path: Path, keys: str, question: str, end: signal.Signals
) -> None:
    t = start("import workbench.tui.screens.sheet as s\ns.KEPT_EVERY = 3600\n")
    t.press("g" + keys)
    t.hear(question)
    t.press("half a qu")
    t.hear("half a qu")
    os.kill(t.pid, end)
    assert t.ended() == 128 + end
    (words,) = typed_at_first(tmp_path)
    assert "half a qu" in words


def test_words_typed_in_a_question_outlive_a_kill_and_are_offered_again(start: Start, tmp_path: Path) -> None:
    t = start()
    t.press("g!")
    t.hear("question to the author")
    t.press("half a qu")
    t.hear("half a qu")
    time.sleep(2.5)  # a second, and what the writer waits
    os.kill(t.pid, signal.SIGKILL)
    t.ended()
    assert typed_at_first(tmp_path) == ["half a qu"]


async def test_a_question_offers_what_was_typed_in_it_until_it_is_decided() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make()
    async with playing(session) as p:
        bead = p.state.bead
        await p.press("exclamation_mark", *"half")
        p.app.keep_everything()
        assert list(session.typed(bead).values()) == ["half"]
    async with playing(session) as p:
        assert "words you were typing in a question at segment 1 are kept" in p.said
        await p.press("o")
        assert "half" not in p.text, "that was another question"
        await p.press("escape", "exclamation_mark")
        assert "half" in p.text
        await p.press("end", *"way", "enter")
        assert session.segment(bead).query == "halfway"
        assert not session.typed(bead)
        await p.press("o", *"no")
        p.app.keep_everything()
        assert session.typed(bead)
        await p.press("escape")
        assert not session.typed(bead)


async def test_a_failure_keeps_what_a_question_holds_after_it_was_answered_in_part() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make()
    async with playing(session) as p:
        await p.press(*["j"] * 8)  # English without a source: the Chinese of a term is asked for first
        bead = p.state.bead
        await p.press("%", *"tea", "enter", *"def")
        p.app.keep_everything()
        assert sorted(session.typed(bead).values()) == ["def", "tea"]
        await p.press("escape")
        assert not session.typed(bead)


async def test_all_drafts_are_brought_back_one_after_the_other() -> None:
    from tests.tui.fake_session import FakeSession

    session = FakeSession.make()
    one, two = session.beads[3].id, session.beads[5].id
    session.saved_drafts |= {one: "First draft.", two: "Second draft."}
    async with playing(session) as p:
        assert p.number == 4
        assert "1 more" in p.said
        await p.press("escape")
        await p.pilot.pause()
        assert p.number == 6
        await p.press("enter")
        assert session.final(two) == "Second draft."


async def test_a_draft_over_a_text_that_is_no_more_is_offered_and_reverts_nothing(tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    with Session.create(tmp_path / "zh.txt", tmp_path / "en.txt", project=tmp_path / "a.review") as session:
        bead = session.beads[0].id
        session.draft(bead, "An older draft.")
        session.flush()
        session.replace(bead, Span(0, 3), "That")
    session = Session.open(tmp_path / "a.review")
    async with playing(session, size=(110, 24)) as p:
        assert p.state.mode is Mode.NORMAL
        assert "segment 1 changed after you were typing there" in p.said
        await p.press("g", "e")
        await p.pilot.pause(0.3)
        assert p.app.screen.query_one(EditBox).value == "That zephyr is here."
        await p.press("escape")
        assert session.final(bead) == "That zephyr is here."
        assert session.overtaken_drafts() == {bead: "An older draft."}
        await p.press("e", "tab", "enter")
        assert session.final(bead) == "An older draft."
        assert not session.overtaken_drafts()
        session.undo()
        assert session.final(bead) == "That zephyr is here."
    session.close()


def test_a_terminal_that_loses_its_size_gets_it_back(start: Start) -> None:
    t = start()
    for columns, rows in ((0, 0), (1, 1), (3, 2), (500, 2), (2, 200), (0, 40), (80, 0), (20, 6)):
        t.resize(columns, rows)
        t.press("jk ne\x1bR\x1b")
    t.heard = b""
    t.resize(100, 30)
    t.press("gG")
    t.hear("Everyone")
    t.press(":q\r")
    assert t.ended() == 0


async def test_no_size_is_too_small_or_too_odd_for_any_screen() -> None:
    async with playing(size=(80, 24)) as p:
        sheets = ("", "e", "question_mark", "R", "s", "K", "colon", "slash", "2", "i", "equals_sign", "escape")
        for key in sheets:
            await p.press("escape", *[key] * bool(key))
            for columns, rows in ((1, 1), (2, 40), (300, 2), (7, 3), (80, 24)):
                await p.pilot.resize_terminal(columns, rows)
                await p.pilot.pause()
        assert "Morning" in p.text


def test_the_report_has_what_errors_say_only_where_that_is_asked_for() -> None:
    try:
        try:
            raise ValueError("风口 secret")
        except ValueError as error:
            raise KeyError("zephyr secret") from error
    except KeyError as error:
        quiet, full = report(error, {"screen": "80x24"}), report(error, {}, with_words=True)
    assert "secret" not in quiet
    assert "builtins.ValueError\n" in quiet
    assert "test_surviving.py:" in quiet
    assert "80x24" in quiet
    assert str(Path.home()) + "/" not in quiet
    assert "风口 secret" in full
    assert full.count("secret") == 2


def test_only_so_many_reports_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path))
    for n in range(15):
        monkeypatch.setattr("os.getpid", lambda n=n: n)
        write_report("x")
    assert len(list((tmp_path / "crashes").iterdir())) <= 10


def test_where_nothing_can_be_written_the_failure_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", "/proc/nowhere")
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/proc/nowhere")
    told = str(crashed(ValueError("secret"), {}, [Path("a.review")], "the disk is full"))
    assert "Not everything could be saved: the disk is full." in told
    assert "secret" not in told
    assert "None" not in told
