"""One writer at a time: a lock of the operating system on a file beside the project.

The lock lives in the kernel, so it ends with its process however that ends; what the file says (who, since when) is
only there to be told. A lock file that a killed process left is therefore taken over without asking anyone.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import sys
import time
import weakref
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open for writing."""

    who: str
    host: str
    pid: int
    since: str
    """ISO 8601 in UTC."""

    @classmethod
    def me(cls, reviewer: str = "") -> Holder:
        return cls(reviewer or _login(), socket.gethostname(), os.getpid(), datetime.now(UTC).isoformat("T", "seconds"))

    @classmethod
    def from_record(cls, record: Any) -> Holder | None:
        """None for anything that does not look like a holder."""
        try:
            return cls(str(record["who"]), str(record["host"]), int(record["pid"]), str(record["since"]))
        except (KeyError, TypeError, ValueError):
            return None

    def to_record(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        since = self.since[:16].replace("T", " ")
        return f"{self.who or 'someone'} on {self.host}, process {self.pid}, since {since} UTC"


class Held(Exception):
    """Another process has the lock; `holder` is None where it does not say who it is."""

    def __init__(self, holder: Holder | None) -> None:
        self.holder = holder
        super().__init__(str(holder))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name at all, as in some containers
        return ""


def lock_path(project: Path) -> Path:
    return project.with_name(project.name + ".lock")


class FileLock:
    """Held from construction to `release`. Raises `Held`, or `OSError` where no file can be made."""

    def __init__(self, project: Path, holder: Holder) -> None:
        self.path = lock_path(project)
        self.is_enforced = True
        """False on a file system that knows no locks: then only the journal's numbers keep two writers apart."""
        self._file = self._acquire(time.monotonic() + 2)
        _held.add(self)
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(holder.to_record()).encode())

    def _acquire(self, deadline: float) -> int:
        while True:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
            try:
                if not _try_lock(file):
                    raise Held(_read_holder(self.path))
                # The last holder removes the file; what was locked may then be a file that nobody else will find.
                with contextlib.suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(file), self.path.stat()):
                        return file
            except OSError as error:
                if error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL):
                    self.is_enforced = False
                    return file
                os.close(file)
                raise
            except Held:
                os.close(file)
                raise
            os.close(file)
            if time.monotonic() > deadline:
                raise Held(None)

    def release(self) -> None:
        """Gives the lock back and removes its file. Twice is once."""
        if self._file < 0:
            return
        file, self._file = self._file, -1
        _held.discard(self)
        if sys.platform == "win32":
            os.close(file)
            with contextlib.suppress(OSError):
                self.path.unlink()
        else:
            # Removed while still locked, so that it cannot be the file of a later holder.
            with contextlib.suppress(OSError):
                self.path.unlink()
            os.close(file)

    def forget(self) -> None:
        """For a forked child: the lock stays with the parent."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _read_holder(path: Path) -> Holder | None:
    for _ in range(20):  # the holder may be just about to write its name
        try:
            found = Holder.from_record(json.loads(path.read_bytes()[:10_000]))
        except (OSError, ValueError, RecursionError):
            found = None
        if found:
            return found
        time.sleep(0.01)
    return None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        # Far behind the content, which others must be able to read.
        os.lseek(file, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_held: weakref.WeakSet[FileLock] = weakref.WeakSet()


def _forget_all() -> None:
    for lock in list(_held):
        lock.forget()


if hasattr(os, "register_at_fork"):
    # A forked worker that outlives a killed parent must not keep the project locked.
    os.register_at_fork(after_in_child=_forget_all)
