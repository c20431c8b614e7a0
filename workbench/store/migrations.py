"""Steps from one format to the next, run under the writer's lock, in one transaction, after a backup copy.

`STEPS[n]` turns a project of format n into one of format n + 1. A step may use nothing of `schema`, which describes
the newest format alone: it spells out its own SQL.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from workbench.errors import ProjectProblem
from workbench.store.database import Database
from workbench.store.problems import told

Step = Callable[[Connection], None]

STEPS: dict[int, Step] = {}
"""No step yet: the first format is the only one."""


def migrate(database: Database, found: int, wanted: int, steps: Mapping[int, Step] | None = None) -> str:
    """Brings a project from one format to a newer one. Returns a sentence about it for the user.

    Raises `ProjectProblem`; the project is then as it was.
    """
    steps = STEPS if steps is None else steps
    missing = [n for n in range(found, wanted) if n not in steps]
    if missing:
        raise ProjectProblem(database.name, f"has format {found}, which this program can no longer read")
    copy = _back_up(database, found)
    with database.writing() as connection:
        for number in range(found, wanted):
            steps[number](connection)
        set_version(connection, wanted)
    return f"The project was brought from format {found} to {wanted}; the old one is kept as {copy}."


def set_version(connection: Connection, version: int) -> None:
    """Notes the format in the meta table, and in an SQLite file's header too."""
    connection.execute(text("DELETE FROM meta WHERE name = 'format'"))
    connection.execute(text("INSERT INTO meta (name, value) VALUES ('format', :v)"), {"v": str(version)})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={version:d}")


def _back_up(database: Database, version: int) -> str:
    if database.path is not None:
        return str(_copy_file(database, database.path, version))
    if database.is_sqlite:
        return "it was"  # a copy in memory already
    return _copy_tables(database, version)


def _copy_file(database: Database, path: Path, version: int) -> Path:
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.format-{version}" + (f".{number}" if number > 1 else "") + ".backup")
        try:
            copy.touch(exist_ok=False)
            break
        except FileExistsError:
            number += 1
        except OSError as error:
            raise ProjectProblem(copy, f"the backup copy cannot be made ({error.strerror})") from error
    try:
        with told(copy):
            destination = sqlite3.connect(copy)
            try:
                database.copy_to(destination)
            finally:
                destination.close()
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _copy_tables(database: Database, version: int) -> str:
    suffix = f"_format_{version}"
    with database.writing() as connection:
        names = inspect(connection).get_table_names()
        for name in names:
            if "_format_" not in name and name + suffix not in names:
                connection.execute(text(f'CREATE TABLE "{name}{suffix}" AS TABLE "{name}"'))
    return f"tables named …{suffix}"
