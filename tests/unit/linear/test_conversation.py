"""The review in plain lines: every act of the screen, by what is said and what is answered."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench
from workbench.checks.profile import parse_profile
from workbench.errors import WorkbenchError
from workbench.linear.commands import BY_WORD, COMMANDS, category_said, parsed, severity_said, words_said
from workbench.linear.console import Console
from workbench.linear.conversation import Conversation
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.session.rating import HIDDEN, RatingPlan
from workbench.session.session import Session

ZH = "风口来了\n\n产业互联网的风口来了。谁都想飞得更高。\n\n他没有说一句话就走了。\n"
EN = (
    "The tuyere is here\n\nThe tuyere of the industrial Internet is here.Everyone wants to fly higher.\n\nHe left 他.\n"
)
TERMS = "zh,en,forbidden\n风口,hot trend,tuyere\n"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    for name, text in (("zh.txt", ZH), ("en.txt", EN), ("terms.csv", TERMS)):
        Path(name).write_text(text, "utf-8")
    with Session.create(
        Path("zh.txt"), Path("en.txt"), project=Path("a.review"), terms=Path("terms.csv"), reviewer="ana"
    ) as opened:
        yield opened


def said(session: Session, *lines: str) -> str:
    """All answers to a script."""
    out = io.StringIO()
    Conversation(session, Console(io.StringIO("".join(f"{line}\n" for line in lines)), out)).hold()
    return out.getvalue()


def test_a_whole_review_is_done_by_words(session: Session) -> None:
    first, second = session.beads[0].id, session.beads[1].id
    told = said(
        session, "1", 'flag "tuyere" critical terminology/inapp', "replace 2 by trend", "note looks odd", "done"
    )
    assert session.final(first) == "The trend is here"
    assert session.segment(first).note == "looks odd"
    assert session.segment(first).status is Status.DONE
    (mark,) = session.review.annotations.values()
    assert (str(mark.severity), mark.category) == ("critical", "Terminology/Inappropriate for context")
    assert mark.target is not None
    assert mark.target.quote == "tuyere"
    assert "undo takes it back" in told
    said(session, "undo", "undo", "undo", "undo")
    assert session.final(first) == "The tuyere is here"
    assert not session.review.annotations
    told = said(session, "redo", "2", "query is this right?", "left")
    assert session.segment(second).query == "is this right?"
    assert "1 question to the author is open: 2" in told


def test_what_is_read_is_the_segment_with_all_that_is_known(session: Session) -> None:
    told = said(session, "1")
    assert f"Segment 1 of {len(session.beads)}" in told
    assert "Chinese: 风口来了" in told
    assert "English: The tuyere is here" in told
    assert "Finding 1: major" in told
    assert "1 The; 2 tuyere; 3 is; 4 here" in said(session, "1", "words")
    assert "风口" in said(session, "1", "words zh")
    assert "Term: 风口 = hot trend, not tuyere" in said(session, "1", "look zh 1")


def test_findings_are_accepted_dismissed_and_mended_everywhere(session: Session) -> None:
    first = session.beads[0].id
    told = said(session, "1", "accept 1 minor")
    assert "hot trend" in session.final(first).casefold()
    assert [a.severity for a in session.review.annotations.values()] == [Severity.MINOR]
    assert f"English: {session.final(first)}" in told
    said(session, "undo", "1", "dismiss 1 it is a furnace")
    assert not session.findings(first)
    said(session, "undo")
    told = said(session, "1", "all 1")
    assert "Place 1, segment 1" in told
    assert "tuyere" in session.final(first), "only read so far"
    said(session, "1", "all 1 yes but 2")
    assert "tuyere" not in session.final(first)
    assert "tuyere" in session.final(session.beads[1].id)


def test_patterns_and_filters(session: Session) -> None:
    told = said(
        session, "pattern [Tt]uyeres? by trend", "filter tuyere -industrial", "n", "pattern x( by y", "pattern x"
    )
    assert "Place 2, segment 2" in told
    assert "1 segments: 1;" in told
    assert told.count("Not done: ") == 2
    assert not session.entries
    said(session, "pattern ([Tt])uyeres? by \\1rend yes but 1")
    assert [session.final(bead.id).count("trend") for bead in session.beads[:2]] == [0, 1]


def test_segments_are_joined_split_and_gone_through(session: Session) -> None:
    count = len(session.beads)
    said(session, "2", "join")
    assert len(session.beads) == count - 1
    said(session, "2", "split")
    assert len(session.beads) == count
    told = said(session, "1", "up", "down", "+", "-")
    assert "Not done: this is the first segment" in told
    walked = told.partition("Not done")[2]
    assert [walked.count(f"Segment {number} of") for number in (1, 2, 3)] == [0, 2, 1]


def test_hunts_and_search(session: Session) -> None:
    told = said(session, "search Everyone", "next", "next", "hunt unpaired", "hunt nonsense", "search nowhere at all")
    assert "is in 1 segments: 3" in told
    assert "that was the last segment of the hunt" in told
    assert "unpaired:" in told
    assert "no hunt called nonsense" in told
    assert "nowhere in the two texts" in told
    first, second = [(session.index(bead) or 0) + 1 for bead in session.hunt("worst").beads[:2]]
    told = said(session, "2", "n", "n", "p")
    gone = [int(line.split()[1]) for line in told.splitlines() if line.startswith("Segment ")]
    assert gone[-3:] == [first, second, first], "the worst first, wherever one stands"


def test_figures_report_and_exports(session: Session) -> None:
    told = said(
        session, "1", 'flag "tuyere"', "progress", "report", "export text out.txt", "export text en.txt", "export x y"
    )
    assert "5 points over" in told
    assert Path("out.txt").read_text("utf-8") == EN
    assert Path("en.txt").read_text("utf-8") == EN
    assert "never written to" in told
    assert "formats are text" in told


def test_another_translation_of_the_source_is_gone_to_and_read(session: Session) -> None:
    from workbench.session.translating import Also

    assert "only translation here" in said(session, "translation")
    assert "only translation here" in said(session, "others")
    session.close()
    other = EN.replace("tuyere", "hot trend")
    Path("other.txt").write_text(other, "utf-8")
    with Session.open(Path("a.review"), reviewer="ana", also=[Also("deepl", Path("other.txt"))]) as both:
        told = said(
            both, "1", "translation", "others", "translation deepl", "note better", "others", "translation 1", "v 7"
        )
        assert "1 en.txt, this one" in told
        assert "2 deepl" in told
        assert "deepl: The hot trend is here" in told
        assert "en.txt: The tuyere is here" in told
        assert "there is no translation 7" in told
    with Session.open(Path("a.review"), translation="deepl") as again:
        assert again.segment(again.beads[0].id).note == "better"


def test_an_edit_is_asked_for_and_an_empty_line_changes_nothing(session: Session) -> None:
    first = session.beads[0].id
    said(session, "1", "edit", "The trend has come")
    assert session.final(first) == "The trend has come"
    assert "Nothing changed" in said(session, "1", "edit", "")
    assert session.final(first) == "The trend has come"
    said(session, "1", "edit One more", "machine")
    assert session.final(first) == "The tuyere is here"


def test_the_input_s_end_in_the_middle_of_an_edit_changes_nothing(session: Session) -> None:
    told = said(session, "1", "edit")
    assert session.final(session.beads[0].id) == "The tuyere is here"
    assert told.endswith("Everything is saved.\n")


def test_what_was_being_typed_elsewhere_is_offered(session: Session) -> None:
    first = session.beads[0].id
    session.draft(first, "Half a sente")
    session.flush()
    told = said(session, "1", "edit", "Half a sentence")
    assert "In segment 1 you were typing" in told
    assert "\nHalf a sente\n" in told
    assert session.final(first) == "Half a sentence"


@pytest.mark.parametrize(
    "line", ["flg 1", "flag", "flag 99", "flag 3-1", "accept 9", "go 0", "go x", "unflag 1", "flag 1 major zzz"]
)
def test_what_cannot_be_done_is_said_and_changes_nothing(session: Session, line: str) -> None:
    told = said(session, "1", line)
    assert "Not done: " in told
    assert not session.entries


def test_every_command_has_a_handler_and_is_in_the_help(session: Session) -> None:
    told = said(session, "help")
    for command in COMMANDS:
        assert command.name == "quit" or hasattr(Conversation, f"_do_{command.name}")
        assert f"\n{command.name}" in told
    assert len(BY_WORD) == len(COMMANDS) + sum(bool(command.short) for command in COMMANDS)


def test_control_characters_are_never_sent(session: Session) -> None:
    told = said(session, "1", "edit evil \x1b[2J\x07 text", "read")
    assert "\x1b" not in told
    assert "\x07" not in told


def test_a_team_s_own_categories_are_read_and_said(session: Session) -> None:
    text = 'name = "house"\n[[category]]\nname = "House style/Brand"\nletter = "m"\ndefinition = "Not so."\n'
    session.check_profile = parse_profile(text, "house.toml")
    told = said(session, "categories", "flag 1 minor brand", "flag 2 major m", "flag 3 minor Fluency/Grammar")
    assert "m: House style/Brand. Not so." in told
    found = [annotation.category for annotation in session.review.annotations.values()]
    assert found == ["House style/Brand", "House style/Brand", "Fluency/Grammar"]


def test_the_parts_of_a_line() -> None:
    assert parsed("  12 ")[0].name == "go"
    assert parsed("!why")[0].name == "query"
    assert parsed("!why")[1] == "why"
    assert severity_said("crit accuracy", None) == (Severity.CRITICAL, "accuracy")
    assert severity_said("2", None) == (Severity.MAJOR, "")
    assert severity_said("terminology", Severity.MINOR) == (Severity.MINOR, "terminology")
    assert category_said("m") == "Accuracy/Mistranslation"
    assert category_said("omission") == "Accuracy/Omission"
    with pytest.raises(WorkbenchError, match="may be"):
        category_said("accuracy")
    assert words_said("zh 2-3 major", "")
    with pytest.raises(WorkbenchError, match="did you mean flag"):
        parsed("flaag 1")


# ---- as users start it

ROOT = Path(workbench.__file__).parent.parent


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "WORKBENCH_STATE": str(folder / "state"),
        "WORKBENCH_REVIEWER": "ana",
    }


def test_through_a_pipe_a_script_s_failures_are_its_status(session: Session, tmp_path: Path) -> None:
    session.close()
    call = [sys.executable, "-m", "workbench", "review", "a.review", "--linear"]
    for script, status in (("1\nnote good\n", 0), ("1\nnonsense\nnote good\nquit\nnote never\n", 1)):
        done = subprocess.run(
            call, input=script, capture_output=True, text=True, cwd=tmp_path, env=environment(tmp_path)
        )
        assert done.returncode == status, done.stderr
        assert "\x1b" not in done.stdout + done.stderr
        assert "workbench>" not in done.stdout, "nobody is there to be prompted"
        assert "Everything is saved." in done.stdout
    with Session.open(tmp_path / "a.review") as again:
        assert again.segment(again.beads[0].id).note == "good"


@pytest.mark.skipif(os.name != "posix", reason="terminals")
def test_ctrl_c_drops_the_line_and_twice_leaves_with_everything_saved(session: Session, tmp_path: Path) -> None:
    import pty

    session.close()
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child is the program
        os.chdir(tmp_path)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests in the background would hand on that it is ignored
        os.execve(
            sys.executable,
            [sys.executable, "-m", "workbench", "review", "a.review", "--linear"],
            {**environment(tmp_path), "TERM": "dumb"},
        )
    heard = b""

    def hear(words: bytes, *, interrupting: bool = False) -> None:
        nonlocal heard
        begun = again = time.monotonic()
        while words not in heard:
            assert time.monotonic() < begun + 60, heard
            if interrupting and time.monotonic() > again:
                # Python can miss one that comes just before it begins to wait for a line; people press again.
                os.write(terminal, b"\x03")
                again = time.monotonic() + 2
            if select.select([terminal], [], [], 0.2)[0]:
                heard += os.read(terminal, 4096)
        heard = heard.partition(words)[2]

    try:
        hear(b"workbench> ")
        os.write(terminal, b"1\n")
        hear(b"workbench> ")
        os.write(terminal, b"note kept\n")
        hear(b"wrote the note")
        hear(b"workbench> ")
        os.write(terminal, b"note half a li")
        hear(b"Nothing was done", interrupting=True)
        hear(b"Everything is saved.", interrupting=True)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    except BaseException:
        os.kill(pid, signal.SIGKILL)
        raise
    finally:
        os.close(terminal)
    with Session.open(tmp_path / "a.review") as again:
        assert again.segment(again.beads[0].id).note == "kept"


def test_what_is_in_no_file_is_not_called_saved(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(session), "save_state", property(lambda _: "not saved: a.review: the disk is full."))
    assert said(session, "read").endswith("It is not saved: a.review: the disk is full.\n")


def test_segments_are_scored_in_words(session: Session) -> None:
    first, second = session.beads[0].id, session.beads[1].id
    assert "open the project with --rate esa or --rate da" in said(session, "1", "rate 50", "unrated")
    session.plan_rating(RatingPlan("esa"))
    told = said(
        session, "1", "rate", "rate 40", "rate 100", "unrated", "rate x", "rate 101", "rate 30 anyway", "progress"
    )
    assert "33: some meaning preserved: major gaps and narrative issues" in told
    assert "Not done: 40, but no error is marked; rate 40 anyway gives it all the same" in told
    assert "gave ESA 100; undo takes it back" in told
    assert "rated 1 of 4; unrated goes to the next one" in told
    assert (session.score_of(first), session.score_of(second)) == (100, 30)
    assert "ESA: rated 2 of 4" in told
    assert "Segment 1 of 4, untouched, ESA 100" in said(session, "1", "undo", "1")
    assert session.score_of(second) is None
    assert "no other segment is left" in said(session, "2", "rate 80", "3", "rate 80", "4", "rate 80", "unrated")
    said(session, "1", "unrate", 'flag "tuyere" minor', 'flag "here" critical')
    assert session.score_of(first) is None
    assert [(str(m.severity), m.category) for m in session.review.annotations.values()] == [("minor", "Other")]


def test_rating_blind_no_word_of_the_machine_is_said(session: Session) -> None:
    session.analyse()
    judged = {f.message for bead in session.beads for f in session.findings(bead.id)}
    assert judged
    session.plan_rating(RatingPlan("esa", blind=True, seed=5))
    script = [str(n) for n in range(1, 5)]
    script += ["findings", "accept", "dismiss", "all", "hunt", "left", "progress", "report", "next", "filter risk:high"]
    told = said(session, *script)
    assert not [words for words in (*judged, "major error", "worst", "Worst") if words in told]
    assert told.count(f"Not done: {HIDDEN}") == 5
    assert "ESA: rated 0 of 4, blind, shuffled, seed 5." in told
    assert "The project is rated blind" in told
