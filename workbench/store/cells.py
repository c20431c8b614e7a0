"""What a project's cells must hold, checked as they are read: SQLite itself keeps any value in any column, and a file
may have been damaged or written to by another program."""

from __future__ import annotations

import math
import reprlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Float, Integer, Table

from workbench.store.columns import Record, Unreadable
from workbench.store.problems import Damaged


def sound(table: Table, row: Any) -> dict[str, Any]:
    """The row, every cell of which is what its column says. Raises `Damaged`, which names the cell."""
    for name, allowed, wanted in _columns(table):
        value = row[name]
        kind = type(value)
        if kind not in allowed or (kind is float and not math.isfinite(value)):
            held = value.reason if isinstance(value, Unreadable) else f"{reprlib.repr(value)} is not {wanted}"
            raise Damaged(f"{_place(table, row)}, {name}: {held}")
    return dict(row)


def all_sound(table: Table, rows: Iterable[Any]) -> list[dict[str, Any]]:
    """The same for several rows."""
    # All are fetched first: a query that a damaged row cuts short would keep the file locked.
    return [sound(table, row) for row in list(rows)]


def wanted(table: Table, row: Mapping[str, Any], name: str, fits: bool, what: str) -> None:
    """Raises `Damaged` if a cell's value does not fit."""
    if not fits:
        raise Damaged(f"{_place(table, row)}, {name}: {reprlib.repr(row[name])} is not {what}")


def _place(table: Table, row: Any) -> str:
    """Which row, by its key: `table entries, row 2 7`."""
    key = " ".join(reprlib.repr(row[column.name]) for column in table.primary_key)
    return f"table {table.name}, row {key}"


@cache
def _columns(table: Table) -> tuple[tuple[str, frozenset[type[Any]], str], ...]:
    """(name, types that a value may have, the same for people) of each column."""
    found = []
    for column in table.columns:
        if isinstance(column.type, Record):
            allowed, wanted = {dict, list, str, int, float, bool, type(None)}, "a JSON value"
        elif isinstance(column.type, Integer):
            allowed, wanted = {int}, "a whole number"
        elif isinstance(column.type, Float):
            allowed, wanted = {float, int}, "a number"
        else:
            allowed, wanted = {str}, "a text"
        if column.nullable:
            allowed.add(type(None))
        found.append((column.name, frozenset(allowed), wanted))
    return tuple(found)
