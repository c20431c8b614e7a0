"""What can go wrong with a project, as one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from workbench.errors import ProjectProblem, ReadOnlyProject


class JournalConflict(ProjectProblem):
    """Another writer used the same journal numbers. Nothing of either side was overwritten."""

    def __init__(self, path: object, seq: int) -> None:
        super().__init__(
            path,
            f"another program wrote entry {seq} of the journal meanwhile, so this one was not written",
            "Open the project again to see what the other did.",
        )


class Damaged(ValueError):
    """Something in the tables is not what this program writes: a clause that names the place."""


DAMAGED_REMEDY = "Nothing was changed; take a copy from a backup."


class ConnectionLost(ProjectProblem):
    """The database server went away; the same call may succeed later."""


_SQLITE = {
    sqlite3.SQLITE_NOTADB: ("is not a project, or its beginning is damaged", ""),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Take a copy from a backup; 'sqlite3 FILE .recover' may save what is left."),
    sqlite3.SQLITE_FULL: ("cannot be written: the disk is full", "Free some space and try again."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened, or its folder does not let files be made", ""),
    sqlite3.SQLITE_BUSY: ("is being written by another program", "Try again in a moment."),
    sqlite3.SQLITE_LOCKED: ("is being written by another program", "Try again in a moment."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk reported an error", ""),
    sqlite3.SQLITE_PERM: ("cannot be opened: access is not allowed", ""),
    sqlite3.SQLITE_TOOBIG: ("cannot hold a text this large (the limit is 1 GB)", ""),
}


@contextmanager
def told(name: object) -> Iterator[None]:
    """Turns what the database raises into `ProjectProblem` about `name`."""
    try:
        yield
    except Damaged as error:
        raise ProjectProblem(name, f"is damaged: {error}", DAMAGED_REMEDY) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise problem(name, error) from error


def problem(name: object, error: Exception) -> ProjectProblem:
    """The sentence for a database error."""
    cause: object = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        if code & 0xFF == sqlite3.SQLITE_READONLY:
            return ReadOnlyProject(name, "cannot be written: the file or its folder is read-only")
        if code & 0xFF in _SQLITE:
            return ProjectProblem(name, *_SQLITE[code & 0xFF])
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return ConnectionLost(name, "the connection to the database was lost")
    first = (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")
    if isinstance(error, OperationalError) and code is None:
        return ProjectProblem(name, f"the database cannot be used ({first})")
    if isinstance(error, IntegrityError):
        return ProjectProblem(name, f"the database refused the data ({first})")
    return ProjectProblem(name, f"cannot be read as a project ({first})")
