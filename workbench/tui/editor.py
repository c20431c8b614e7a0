"""The user's own editor for the text of one segment: the terminal is lent to it, and taken back whatever it did."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError

VARIABLES = ("VISUAL", "EDITOR")
"""Where users name their editor; the first that is set counts, as elsewhere."""
SCISSORS = "------------------------ >8 ------------------------"
_BELOW = "Above is the English of the segment. This line and all below it are left out."


def editor_command() -> list[str]:
    """The editor and its arguments. Raises `WorkbenchError` if none is named, or if there is no such program."""
    named = next((value for name in VARIABLES if (value := os.environ.get(name, "").strip())), "")
    if not named:
        raise WorkbenchError("no editor is named: set EDITOR, for example to nano, or to 'code --wait'")
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise WorkbenchError(f"EDITOR cannot be understood ({error}): {named}") from error
    if not command or shutil.which(command[0]) is None:
        raise WorkbenchError(f"the editor {command[0] if command else named!r} is not there; EDITOR names it")
    return command


def edited_outside(text: str, about: str, suspended: Callable[[], AbstractContextManager[None]]) -> str:
    """What the user's editor makes of `text`; `about` stands below it, to be read and not to be changed.

    `suspended` gives the terminal away and takes it back. Line breaks that the text did not have become spaces. Raises
    `WorkbenchError` if there is no editor, if it fails, or if what it wrote cannot be read; that file is then kept.
    """
    command = editor_command()
    folder = Path(tempfile.mkdtemp(prefix="workbench-"))
    file = folder / "segment.txt"
    file.write_text(f"{text}\n{SCISSORS}\n{_BELOW}\n\n{about}\n", "utf-8", errors="surrogatepass")
    problem = ""
    with suspended():
        # Nothing may be raised in here: the terminal would never be taken back.
        problem = _run([*command, str(file)])
    if problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise WorkbenchError(f"{problem}; nothing was taken from it")
    try:
        written = file.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(f"what the editor wrote cannot be read ({error}); it is in {file}") from error
    shutil.rmtree(folder, ignore_errors=True)
    return _taken(written, text)


def _taken(written: str, before: str) -> str:
    above = written.replace("\r\n", "\n").partition(SCISSORS)[0].removeprefix("\ufeff")
    lines = above.rstrip("\n")
    if "\n" in before:
        return lines
    # An editor that breaks lines by itself must not break a sentence.
    return " ".join(line.strip() if n else line.rstrip() for n, line in enumerate(lines.split("\n"))) if lines else ""


def _run(command: list[str]) -> str:
    """Why the editor failed, as a clause; empty if it did not."""
    name = Path(command[0]).name
    try:
        with _signals_are_the_editor_s():
            status = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"the editor {name} cannot be started ({error.strerror or error})"
    except Exception as error:
        return f"the editor {name} failed ({error})"
    if status < 0:
        return f"the editor {name} was ended by signal {-status}"
    return f"the editor {name} ended with status {status}" if status else ""


@contextlib.contextmanager
def _signals_are_the_editor_s() -> Iterator[None]:
    """Ctrl-C in the editor is no end of this program, and Ctrl-Z stops both, as the shell expects."""
    meanwhile: dict[str, Any] = {"SIGINT": lambda *_: None, "SIGTSTP": signal.SIG_DFL, "SIGCONT": signal.SIG_DFL}
    before = {}
    for name, handler in meanwhile.items():
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
