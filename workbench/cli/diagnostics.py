"""The one owner of stderr and of exit statuses: what is told beside the output, and how the program ends."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.formats.written import Loss

DONE, FAILED, UNUSABLE, FINDINGS = 0, 1, 2, 3
INTERRUPTED = 128 + signal.SIGINT
PIPE_CLOSED = 128 + 13
"""What a shell reports for a program that SIGPIPE ended; the signal itself does not exist everywhere."""

DEBUG = "WORKBENCH_DEBUG"
"""Set to 1, an unexpected failure shows its traceback."""


_UNUSABLE_NAMES = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.EACCES,
    errno.EPERM,
}
"""What the system says of a name that was given wrongly."""


class Ending(Exception):
    """Ends the program with a status that is no error, such as 3."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(str(status))


def prepare_streams() -> None:
    """Makes the streams safe to write any text to, whatever the locale can encode."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks is shown as an escape, so that no text ends the program.
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """One message to stderr, neutralised; never fails."""
    from workbench.text.safe import visible

    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(visible(text), file=sys.stderr, flush=True)


def warn(text: str) -> None:
    say(f"workbench: {text}")


def notes(texts: Iterable[str]) -> None:
    """What had to be decided or replaced while reading, a line each."""
    for text in texts:
        warn(text)


def losses(what: str, lost: Iterable[Loss]) -> None:
    """What a format could not carry."""
    for loss in lost:
        warn(f"{what}: {loss.sentence()}")


def is_terminal(stream: Any) -> bool:
    """True if a person sees what is written to `stream`."""
    try:
        return bool(stream.isatty()) and os.environ.get("TERM", "") != "dumb"
    except (AttributeError, ValueError, OSError):
        return False


@contextlib.contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """A function that shows a share, 0 to 1, on a line of stderr that goes away again; nothing without a terminal."""
    shown, last = is_terminal(sys.stderr), 0.0

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if shown and now - last > 0.1:
            last = now
            print(f"\r{what} {min(1.0, max(0.0, share)):4.0%}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if shown and last:
            print("\r" + " " * (len(what) + 5) + "\r", end="", file=sys.stderr, flush=True)


def guarded(run: Callable[[], Any]) -> int:
    """Runs the program; whatever happens becomes one sentence on stderr and an exit status, never a traceback."""
    try:
        status = run()
        _flush()
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        return _status_of(error)
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    return status if isinstance(status, int) else DONE


def _status_of(error: Exception) -> int:
    match error:
        case Ending():
            return _ended(error.status)
        case BrokenPipeError():
            _drop_stdout()
            return PIPE_CLOSED
        case click.exceptions.Exit():
            return _ended(error.exit_code)
        case click.Abort():
            say("interrupted")
            return INTERRUPTED
        case click.ClickException():
            _usage(error)
            return UNUSABLE
        case WorkbenchError():
            warn(str(error))
            return error.exit_status
        case OSError():
            _drop_stdout()
            named = f"{error.filename}: " if error.filename else "cannot write the output: "
            warn(f"{named}{error.strerror or error}")
            return UNUSABLE if error.filename and error.errno in _UNUSABLE_NAMES else FAILED
        case RecursionError() | MemoryError():
            warn(f"the input is too large or too deeply nested ({type(error).__name__})")
            return FAILED
    warn(f"failed unexpectedly: {type(error).__name__}: {error}. Set {DEBUG}=1 to see where.")
    return FAILED


def _usage(error: click.ClickException) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        say(error.format_message())
        return
    context = getattr(error, "ctx", None)
    if context is not None:
        say(context.get_usage())
    warn(error.format_message())
    if context is not None:
        say(f"'{context.command_path} --help' shows an example.")


def _ended(status: int) -> int:
    """A wished-for end still has to get its output out."""
    try:
        _flush()
    except OSError as error:
        return _status_of(error)
    return status


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_stdout() -> None:
    """Whatever is still buffered must not fail again while Python shuts down."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
