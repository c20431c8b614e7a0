"""One connection to a project's tables, the same over SQLite and PostgreSQL.

A connection may be used from any thread; one transaction runs at a time. SQLite commits are fully synchronous: with
the rollback journal below SQLite 3.51.3 (older ones can damage a file in WAL mode when two connections meet), with WAL
from there on. Memory-mapped access is never used: a broken disk would then kill the process instead of raising.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from workbench.errors import ProjectProblem, ReadOnlyProject
from workbench.store import schema
from workbench.store.lock import FileLock, Held, Holder
from workbench.store.problems import problem, told

_WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
_HEADER = 100
"""Bytes of an SQLite file's header."""


class Database:
    """An open connection and the lock that goes with it."""

    def __init__(self, name: str, engine: Engine, *, path: Path | None = None, lock: FileLock | None = None) -> None:
        self.name = name
        """For messages: a path, or a URL without its password."""
        self.path = path
        """The SQLite file; None for a server or for a copy in memory."""
        self.read_only = True
        self.held_by: Holder | None = None
        """Who writes, if that is another program."""
        self.is_held = False
        """True if another program writes, also when it does not say who."""
        self.is_on_fixed_medium = False
        """True if the file or its folder does not let anyone write."""
        self._file_lock = lock
        self._guard = threading.RLock()
        self._begin = "BEGIN"
        self._lost = False
        self._me: Holder | None = None
        self.engine = engine
        if self.is_sqlite:
            # The driver's own transactions would begin too late to keep two writers apart.
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(self._begin))
        with told(name):
            self._connection = engine.connect()

    @property
    def has_weak_lock(self) -> bool:
        """True on a file system that knows no locks: then only the journal's numbers keep two writers apart."""
        return self._file_lock is not None and not self._file_lock.is_enforced

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the tables."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is durable once the block is left. Raises `ReadOnlyProject` or `ProjectProblem`."""
        if self.read_only:
            raise self.refusal()
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if self._lost:
                self._lock_again(connection)
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with self._guard, told(self.name):
            self._begin = begin
            try:
                with self._connection.begin():
                    yield self._connection
            except DBAPIError as error:
                self._lost = self._lost or error.connection_invalidated
                raise

    def refusal(self) -> ReadOnlyProject:
        """Why nothing can be written."""
        if self.is_held:
            who = f" ({self.held_by})" if self.held_by else ""
            return ReadOnlyProject(self.name, f"is open in another program{who}; here it can only be read")
        if self.is_on_fixed_medium:
            return ReadOnlyProject(self.name, "cannot be written: the file or its folder is read-only")
        return ReadOnlyProject(self.name, "was opened for reading only")

    # ---- the writer's lock on a server

    def lock_server(self, holder: Holder) -> bool:
        """Takes the session-wide advisory lock of this project's schema; it ends with the connection."""
        self._me = holder
        with self._transaction("BEGIN") as connection:
            return self._try_advisory_lock(connection)

    def _try_advisory_lock(self, connection: Connection) -> bool:
        query = text("SELECT pg_try_advisory_lock(:program, hashtext(current_schema()))")
        return bool(connection.execute(query, {"program": schema.APPLICATION_ID}).scalar())

    def _lock_again(self, connection: Connection) -> None:
        if self._me is not None and not self._try_advisory_lock(connection):
            self.read_only, self.is_held = True, True
            raise self.refusal()
        self._lost = False

    # ---- SQLite's own settings

    def pragma(self, statement: str) -> Any:
        """Runs a pragma outside any transaction. Returns the first column of its first row, if there is one."""
        with self._guard, told(self.name):
            row = self._raw().execute(f"PRAGMA {statement}").fetchone()
            return row[0] if row else None

    def _raw(self) -> sqlite3.Connection:
        raw = self._connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    def copy_to(self, destination: sqlite3.Connection) -> None:
        """A consistent copy of the whole SQLite database, as it is at this moment."""
        with self._guard, told(self.name):
            self._raw().backup(destination)

    def close(self) -> None:
        """Closes the connection, then gives the lock back. Twice is once."""
        with self._guard:
            if self.is_sqlite and self.path is not None and not self.read_only and not self._connection.closed:
                # One plain file is left, which can be copied and read from a read-only medium.
                with suppress(ProjectProblem):
                    self.pragma("journal_mode=DELETE")
            with suppress(SQLAlchemyError):
                self._connection.close()
            self.engine.dispose()
            self.read_only = True
            if self._file_lock is not None:
                self._file_lock.release()


# ---- opening


def is_url(location: str | os.PathLike[str]) -> bool:
    """True for the URL of a database server, such as postgresql+psycopg://…"""
    return str(location).startswith(("postgresql:", "postgresql+"))


def sniff(path: Path) -> int:
    """The format version in an SQLite project's header. Raises `ProjectProblem` if the file is no project."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ProjectProblem(path, "is a directory, not a project")
        if not stat.S_ISREG(status.st_mode):
            raise ProjectProblem(path, "is not an ordinary file")
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise ProjectProblem(path, "there is no such project") from None
    except (OSError, ValueError) as error:
        raise ProjectProblem(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if not header:
        raise ProjectProblem(path, "is empty, so it is not a project")
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\x00"):
        raise ProjectProblem(path, "is not a project")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise ProjectProblem(path, "is a database of another program, not a project")
    version = int.from_bytes(header[60:64], "big")
    check_version(path, version)
    return version


def check_version(name: object, version: int) -> None:
    """Raises `ProjectProblem` for a format that a newer program wrote."""
    if version > schema.FORMAT_VERSION:
        raise ProjectProblem(
            name,
            f"was made by a newer version of this program (format {version}; this one knows {schema.FORMAT_VERSION})",
            "Update the program to open it; nothing was changed.",
        )


def make_file(path: Path, name: object) -> Database:
    """A new SQLite file at a path where none is, open for writing without a lock: for a project in the making, which
    messages call `name`."""
    database = Database(str(name), _sqlite_engine(path, "rwc"), path=path)
    _set_up(database, writable=True)
    return database


def open_file(path: Path, *, read_only: bool, holder: Holder) -> Database:
    """An SQLite project. Opened for reading if it is asked for, held by another program, or on a read-only medium."""
    sniff(path)
    lock, held = None, None
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not read_only and writable:
        try:
            lock = FileLock(path, holder)
        except Held as error:
            held = error
        except OSError:
            writable = False
    try:
        # Also a mere reader may have to roll back what a killed writer left half done, so it opens for writing
        # wherever the medium allows that; SQLite sees to it that a living writer is not disturbed.
        database = Database(str(path), _sqlite_engine(path, "rw" if writable else "ro"), path=path, lock=lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    database.is_held, database.is_on_fixed_medium = held is not None, not writable
    database.held_by = held.holder if held else None
    try:
        _set_up(database, writable=lock is not None)
    except BaseException:
        database.close()
        raise
    return database


def memory_copy(database: Database) -> Database:
    """The same tables in memory, where they can be changed without touching the file."""
    copy = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    database.copy_to(copy)
    found = Database(database.name, _engine_over(lambda: copy))
    found.is_held, found.held_by = database.is_held, database.held_by
    return found


def _set_up(database: Database, *, writable: bool) -> None:
    for statement in ("mmap_size=0", "trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON"):
        database.pragma(statement)
    if not writable:
        database.pragma("query_only=ON")
        database.pragma("schema_version")  # the first access: a half-done commit is rolled back here, or it fails
        return
    database.pragma(f"journal_mode={'WAL' if _WAL_IS_SAFE else 'TRUNCATE'}")
    database.pragma("synchronous=FULL")
    database.pragma("fullfsync=ON")  # macOS: its fsync alone does not reach the disk
    database.read_only = False


def _sqlite_engine(path: Path, mode: str) -> Engine:
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=10, check_same_thread=False, isolation_level=None)

    return _engine_over(connect)


def _engine_over(connect: Any) -> Engine:
    return create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)


def server_url(location: str) -> URL:
    """The parsed URL. Raises `ProjectProblem` for one that is no URL."""
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise ProjectProblem("the database URL", "cannot be understood") from error
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def open_server(location: str, *, read_only: bool, holder: Holder) -> Database:
    """A project on a PostgreSQL server; `held_by` is left to the caller, who can read it from the tables."""
    url = server_url(location)
    name = url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url, poolclass=NullPool, connect_args={"application_name": "workbench"})
    except ImportError as error:
        raise ProjectProblem(name, "needs the PostgreSQL driver", "Install mt-review-workbench[postgres].") from error
    except SQLAlchemyError as error:
        raise problem(name, error) from error
    database = Database(name, engine)
    try:
        if not read_only:
            database.read_only = not database.lock_server(holder)
            database.is_held = database.read_only
    except BaseException:
        database.close()
        raise
    return database
