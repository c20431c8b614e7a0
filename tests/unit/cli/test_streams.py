"""Streams and endings: whatever happens to stdout, the program says one sentence and never shows a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ENDLESS = """
import sys
from workbench.cli import output, diagnostics
def run():
    for n in range(10**9):
        output.record({"n": n, "text": "\u98ce\u53e3"})
sys.exit(diagnostics.guarded(run))
"""


def program(code: str, **more: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **more.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, env=environment, **more)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    child = program(ENDLESS, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.readline() == '{"n": 0, "text": "风口"}\n'.encode()
    child.stdout.close()
    assert child.wait(30) == 128 + 13
    assert child.stderr.read() == b""


@pytest.mark.parametrize("command", ["score p.tsv --json", "align zh.txt en.txt --lines --json", "align zh.txt en.txt"])
def test_so_does_the_program_itself(command: str, tmp_path: Path) -> None:
    rows = range(3000)
    (tmp_path / "p.tsv").write_text("".join(f"{n}\t第{n}句话。\tSentence {n}.\n" for n in rows), "utf-8")
    (tmp_path / "zh.txt").write_text("".join(f"第{n}句话。\n" for n in rows), "utf-8")
    (tmp_path / "en.txt").write_text("".join(f"Sentence {n}.\n" for n in rows), "utf-8")
    code = f"from workbench.cli.main import main; main({command.split()!r})"
    child = program(code, stdout=subprocess.PIPE, cwd=tmp_path)
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.readline()
    child.stdout.close()
    assert child.wait(60) == 128 + 13
    assert child.stderr.read() == b""


def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        child = program(ENDLESS, stdout=full)
        assert child.stderr is not None
        assert child.wait(30) == 1
        assert child.stderr.read() == b"workbench: cannot write the output: No space left on device\n"


def test_a_full_disk_that_shows_only_at_the_end() -> None:
    code = ENDLESS.replace("10**9", "1")
    with Path("/dev/full").open("wb") as full:
        child = program(code, stdout=full)
        assert child.stderr is not None
        assert child.wait(30) == 1
        assert child.stderr.read().count(b"\n") == 1


def test_no_stdout_at_all() -> None:
    code = (
        "import os\nos.close(1)\nimport subprocess, sys\n"
        + f"sys.exit(subprocess.call([sys.executable, '-c', {ENDLESS!r}]))"
    )
    child = program(code)
    assert child.stderr is not None
    assert child.wait(30) == 1
    assert b"Traceback" not in child.stderr.read()


def test_ctrl_c() -> None:
    # A shell starts what runs in the background with SIGINT ignored, and children inherit that.
    heard = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    child = program(heard + ENDLESS, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    with child.stdout as rest:
        while rest.read(1 << 20):
            pass
    assert child.wait(30) == 130
    assert child.stderr.read() == b"interrupted\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_json_is_utf8_and_text_never_fails_in_any_locale(encoding: str) -> None:
    code = r"""
import sys
from workbench.cli import output, diagnostics
def run():
    output.record({"a": "\u98ce\ud800\x9b"})
    output.line("\u98ce \U0001f600 \x1b")
    output.file_text("\u98ce\n")
    diagnostics.warn("\u98ce\ud800")
diagnostics.prepare_streams()
sys.exit(diagnostics.guarded(run))
"""
    child = program(code, stdout=subprocess.PIPE, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    out, err = child.communicate(timeout=30)
    assert child.returncode == 0, err
    record, line, text = out.split(b"\n")[:3]
    assert record == '{"a": "风\\ud800\\u009b"}'.encode()
    assert line.decode(encoding).encode(encoding) == "风 \U0001f600 ␛".encode(encoding, "backslashreplace")
    assert text == "风".encode()
    assert b"Traceback" not in err


def test_an_unexpected_failure_is_one_sentence_and_a_traceback_when_asked_for() -> None:
    code = r"""
import sys
from workbench.cli import diagnostics
def run():
    raise KeyError("x\x1b")
sys.exit(diagnostics.guarded(run))
"""
    quiet = program(code, stdout=subprocess.DEVNULL, env={"WORKBENCH_DEBUG": ""})
    _, told = quiet.communicate(timeout=30)
    assert quiet.returncode == 1
    assert told.count(b"\n") == 1
    assert b"KeyError" in told
    assert b"\x1b" not in told
    loud = program(code, stdout=subprocess.DEVNULL, env={"WORKBENCH_DEBUG": "1"})
    assert b"Traceback" in loud.communicate(timeout=30)[1]
