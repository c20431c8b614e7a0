"""Writing a file so that at every moment there is the old one or the whole new one, and no input is ever lost."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import FileProblem

_SURROGATES = re.compile("[\ud800-\udfff]")

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space or write to another disk; nothing was changed."),
    errno.EDQUOT: ("your quota on this disk is used up", "Free some space or write to another disk."),
    errno.EROFS: ("the disk is read-only", "Write to another place."),
    errno.EACCES: ("you may not write in this folder", "Write to another folder."),
    errno.EPERM: ("you may not write here", "Write to another folder."),
    errno.ENAMETOOLONG: ("the name is too long", "Give a shorter one."),
    errno.ENOENT: ("there is no such folder", "Make it first, or check the path."),
    errno.ENOTDIR: ("a part of this path is a file, not a folder", "Check the path."),
}


def write_atomically(
    path: str | os.PathLike[str],
    data: str | bytes,
    *,
    replace: bool = False,
    never: Iterable[str | os.PathLike[str]] = (),
) -> None:
    """Write a file: a temporary one beside it, flushed to the disk, then put in its place in one step.

    Text is written as UTF-8 with its line ends as they are; lone surrogates, which no file may hold, become U+FFFD.
    A link is followed. The rights of a file that is replaced are kept. On any failure the old file stands, alone.

    Raises FileProblem if the path is one of `never` (the inputs: compared as files, so links to them count), whatever
    `replace` says; if something is there already and `replace` is false; and if it cannot be written.
    """
    content = _SURROGATES.sub("\ufffd", data).encode("utf-8") if isinstance(data, str) else data
    try:
        target = Path(path).resolve()
        _refuse_inputs(path, target, never)
        _write(path, target, content, replace)
    except OSError as error:
        reason, remedy = _REASONS.get(
            error.errno or 0, (f"it cannot be written ({error.strerror})", "Check the path and the disk.")
        )
        raise FileProblem(path, reason, remedy) from None
    except (ValueError, RuntimeError) as error:  # a NUL in the path; a loop of links
        raise FileProblem(path, f"this is not a path that can be written ({error})", "Check the path.") from None


def _refuse_inputs(path: str | os.PathLike[str], target: Path, never: Iterable[str | os.PathLike[str]]) -> None:
    for forbidden in never:
        other = Path(forbidden)
        same = target == other.resolve() or (target.exists() and other.exists() and target.samefile(other))
        if same:
            raise FileProblem(path, "this is one of the input files, which are never written to", "Give another name.")


def _write(path: str | os.PathLike[str], target: Path, content: bytes, replace: bool) -> None:
    mode = None
    if target.exists():
        found = target.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem(path, "there is a folder of this name", "Give a file name.")
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem(path, "this is a pipe or a device, not a file", "Give a file name.")
        if not replace:
            raise _taken(path)
        mode = stat.S_IMODE(found.st_mode)
    temporary = target.with_name(f".workbench-{secrets.token_hex(8)}.tmp")
    # os.open, because this way the umask decides about the rights of a new file.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        _put_in_place(path, temporary, target, replace)
    finally:
        temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _put_in_place(path: str | os.PathLike[str], temporary: Path, target: Path, replace: bool) -> None:
    if not replace:
        # A second name for the file fails if another program has taken the name meanwhile; a rename would overwrite.
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise _taken(path) from None
        except OSError:
            if target.exists():
                raise _taken(path) from None
        else:
            return
    temporary.replace(target)


def _taken(path: str | os.PathLike[str]) -> FileProblem:
    return FileProblem(path, "there is a file of this name already", "Give another name, or replace it with --force.")


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # a folder that may be written to but not read
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network file systems cannot; the file is in place all the same
    finally:
        os.close(descriptor)
