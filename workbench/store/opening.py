"""Making a project, and opening one: what is there, who has it, which format it has."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

import workbench
from workbench.errors import ProjectProblem
from workbench.store import schema
from workbench.store.database import (
    Database,
    check_version,
    is_url,
    make_file,
    memory_copy,
    open_file,
    open_server,
    sniff,
)
from workbench.store.lock import FileLock, Held, Holder
from workbench.store.migrations import migrate, set_version
from workbench.store.problems import DAMAGED_REMEDY
from workbench.store.statements import put_meta, read_meta

Fill = Callable[[Connection], object]
"""Writes a project's first rows into fresh tables."""


def make_project(location: str | os.PathLike[str], fill: Fill, holder: Holder) -> None:
    """Makes the tables and fills them. Raises `ProjectProblem`; nothing is then left behind."""
    if is_url(location):
        database = open_server(str(location), read_only=False, holder=holder)
        try:
            if database.read_only:
                raise database.refusal()
            with database.writing() as connection:
                if inspect(connection).has_table(schema.meta.name):
                    raise ProjectProblem(database.name, "holds a project already")
                _fill(connection, fill, holder)
        finally:
            database.close()
    else:
        _make_file(Path(location).absolute(), fill, holder)


def _fill(connection: Connection, fill: Fill, holder: Holder) -> None:
    schema.metadata.create_all(connection, checkfirst=False)
    set_version(connection, schema.FORMAT_VERSION)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
    put_meta(connection, "program", workbench.__version__)
    put_meta(connection, "created", {"at": datetime.now(UTC).isoformat("T", "seconds"), "by": holder.who})
    fill(connection)


def _make_file(path: Path, fill: Fill, holder: Holder) -> None:
    # Built beside its place and moved there when it is whole, so that a killed program leaves no half a project.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    lock = None
    try:
        lock = FileLock(path, holder)
        if os.path.lexists(path):
            raise ProjectProblem(path, "is there already", "Open it, or choose another name.")
        database = make_file(draft, path)
        try:
            with database.writing() as connection:
                _fill(connection, fill, holder)
        finally:
            database.close()
        _move(draft, path)
    except Held as error:
        raise ProjectProblem(path, f"is being made by another program ({error.holder})") from None
    except (OSError, ValueError) as error:
        raise ProjectProblem(path, f"cannot be made ({getattr(error, 'strerror', None) or error})") from error
    finally:
        for leftover in (draft, draft.with_name(draft.name + "-journal"), draft.with_name(draft.name + "-wal")):
            with suppress(OSError, ValueError):
                leftover.unlink(missing_ok=True)
        if lock is not None:
            lock.release()


def _move(draft: Path, path: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # unlike a rename, this never replaces anything
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        draft.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(folder)
        finally:
            os.close(folder)


def open_project(
    location: str | os.PathLike[str], *, read_only: bool, holder: Holder
) -> tuple[Database, tuple[str, ...]]:
    """The open database, and what the user should be told. Raises `ProjectProblem`."""
    if is_url(location):
        database = open_server(str(location), read_only=read_only, holder=holder)
    else:
        sniff(Path(location))  # by the name that was given, which a message should show
        try:
            path = Path(location).resolve()  # so that a symbolic link and its file share one lock
        except (OSError, RuntimeError, ValueError) as error:
            raise ProjectProblem(location, "cannot be opened: its name leads nowhere") from error
        database = open_file(path, read_only=read_only, holder=holder)
    try:
        return _looked_through(database, read_only, holder)
    except BaseException:
        database.close()
        raise


def _looked_through(database: Database, read_only: bool, holder: Holder) -> tuple[Database, tuple[str, ...]]:
    notices = []
    meta = _meta(database)
    version: int = meta["format"]
    check_version(database.name, version)
    if database.is_held and database.held_by is None:
        database.held_by = Holder.from_record(meta.get("writer"))
    if database.read_only and not read_only:
        notices.append(str(database.refusal()))
    if version < schema.FORMAT_VERSION:
        database, notice = _in_our_format(database, version)
        notices.append(notice)
    if not database.is_sqlite and not database.read_only:
        with database.writing() as connection:
            put_meta(connection, "writer", holder.to_record())
    if database.has_weak_lock:
        notices.append(f"{database.name}: this file system cannot tell whether another program has it open.")
    return database, tuple(notices)


def _meta(database: Database) -> dict[str, Any]:
    with database.reading() as connection:
        if not inspect(connection).has_table(schema.meta.name):
            raise ProjectProblem(database.name, "holds no project")
        meta = read_meta(connection)
    if type(meta.get("format")) is not int:
        raise ProjectProblem(database.name, "is damaged: it does not say which format it has", DAMAGED_REMEDY)
    return meta


def _in_our_format(database: Database, version: int) -> tuple[Database, str]:
    """The database brought to this program's format: on the spot, or in a copy where nothing may be written."""
    if not database.read_only:
        return database, migrate(database, version, schema.FORMAT_VERSION)
    if not database.is_sqlite:
        raise ProjectProblem(
            database.name, f"has the older format {version}", "Open it for writing once to bring it up to date."
        )
    copy = memory_copy(database)
    database.close()
    copy.read_only = False
    migrate(copy, version, schema.FORMAT_VERSION)
    copy.read_only = True
    return copy, f"{database.name}: has the older format {version}; it is shown from a converted copy in memory."
