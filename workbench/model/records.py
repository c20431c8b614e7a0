"""Frozen values to JSON values and back, by their type annotations.

Reading is strict where a mistake would do harm (wrong types, unknown members) and lenient where it would not (unknown
keys are left out, missing ones take their defaults), so that a newer program's minor additions can still be read.
"""

from __future__ import annotations

import math
import reprlib
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from typing import Any, Literal, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


def to_record(value: Any) -> Any:
    """JSON values for a frozen value: a dataclass becomes an object, a tuple a list, an enum its value."""
    kind = type(value)
    if kind is str or kind is int or kind is float or value is None or kind is bool:
        return value
    if kind is tuple or kind is list:
        return [to_record(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    names = _field_names(kind)
    if names is None:
        return value
    return {name: to_record(getattr(value, name)) for name in names}


_FIELD_NAMES: dict[Any, tuple[str, ...] | None] = {}


def _field_names(kind: Any) -> tuple[str, ...] | None:
    """Names of a dataclass's fields; None for any other type."""
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None
    return _FIELD_NAMES[kind]


class Misfit(ValueError):
    """A value that is not what is wanted there: `place` says where it stands, such as `source[0].start`."""

    def __init__(self, problem: str, place: str = "") -> None:
        self.problem = problem
        self.place = place
        super().__init__(f"{place}: {problem}" if place else problem)

    def inside(self, outer: str) -> Misfit:
        """The same, told from one level further out."""
        joint = "." if self.place and not self.place.startswith("[") else ""
        return Misfit(self.problem, outer + joint + self.place)


def from_record(wanted: Any, value: Any) -> Any:
    """A value of the type `wanted` from JSON values. Raises `ValueError` if they do not fit."""
    return _reader(wanted)(value)


def _told(value: Any) -> str:
    """A value for a message, shortened."""
    return reprlib.repr(value)


def _misfit(reads: Sequence[tuple[str, Callable[[], Any]]]) -> Misfit:
    """The first of several reads that fails, looked for again once it is known that one does: so that reading a
    journal that fits costs nothing."""
    for place, read in reads:
        try:
            read()
        except Misfit as error:
            return error.inside(place)
        except ValueError as error:
            return Misfit(str(error), place)
    return Misfit("does not fit")


@cache
def _reader(wanted: Any) -> Reader:
    """The function that reads one type; made once, since a journal has many thousands of values."""
    origin = get_origin(wanted)
    if wanted is Any:
        return lambda value: value
    if origin in (typing.Union, types.UnionType):
        return _union_reader(get_args(wanted))
    if origin is tuple:
        return _tuple_reader(get_args(wanted))
    if origin is Literal:
        return _literal_reader(get_args(wanted))
    if is_dataclass(wanted):
        return _dataclass_reader(typing.cast("type[Any]", wanted))
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _enum_reader(wanted)
    if wanted is float:
        return _read_float
    return _plain_reader(wanted)


def _plain_reader(wanted: type[Any]) -> Reader:
    def read(value: Any) -> Any:
        # By the exact type: a bool is an int to Python, and true is no position.
        if type(value) is not wanted:
            raise Misfit(f"{_NAMES.get(wanted, wanted.__name__)} expected, not {_told(value)}")
        return value

    return read


_NAMES: dict[type[Any], str] = {str: "a text", int: "a whole number", bool: "true or false"}


def _read_float(value: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise Misfit(f"a number expected, not {_told(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Misfit(f"a number expected, not {_told(value)}")
    return number


def _enum_reader(wanted: type[Enum]) -> Reader:
    members = {member.value: member for member in wanted}

    def read(value: Any) -> Enum:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise Misfit(f"{_told(value)} is no {wanted.__name__}") from None

    return read


def _literal_reader(allowed: tuple[Any, ...]) -> Reader:
    def read(value: Any) -> Any:
        if value not in allowed:
            raise Misfit(f"{_told(value)} is none of {allowed}")
        return value

    return read


def _union_reader(options: tuple[Any, ...]) -> Reader:
    readers = [_reader(option) for option in options if option is not type(None)]
    is_optional = len(readers) < len(options)

    def read(value: Any) -> Any:
        if value is None and is_optional:
            return None
        if len(readers) == 1:
            return readers[0](value)
        for reader in readers:
            try:
                return reader(value)
            except ValueError:
                continue
        raise Misfit(f"{_told(value)} does not fit")

    return read


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _reader(args[0])

        def read_all(value: Any) -> tuple[Any, ...]:
            if type(value) is not list and type(value) is not tuple:
                raise Misfit(f"a list expected, not {_told(value)}")
            try:
                return tuple([item(v) for v in value])
            except ValueError as error:
                raise _misfit([(f"[{n}]", partial(item, v)) for n, v in enumerate(value)]) from error

        return read_all
    readers = [_reader(arg) for arg in args]

    def read_each(value: Any) -> tuple[Any, ...]:
        if (type(value) is not list and type(value) is not tuple) or len(value) != len(readers):
            raise Misfit(f"a list of {len(readers)} values expected, not {_told(value)}")
        return tuple([reader(v) for reader, v in zip(readers, value, strict=True)])

    return read_each


def _dataclass_reader(wanted: type[Any]) -> Reader:
    hints = get_type_hints(wanted)
    readers = [(f.name, _reader(hints[f.name])) for f in fields(wanted)]
    required = [f.name for f in fields(wanted) if f.default is MISSING and f.default_factory is MISSING]

    def read(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise Misfit(f"an object expected, not {_told(value)}")
        for name in required:
            if name not in value:
                raise Misfit("it is missing", name)
        try:
            found = {name: reader(value[name]) for name, reader in readers if name in value}
        except ValueError as error:
            raise _misfit([(name, partial(read, value[name])) for name, read in readers if name in value]) from error
        return wanted(**found)

    return read
