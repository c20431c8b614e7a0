"""Column types that keep any Python string exactly, in SQLite and in PostgreSQL alike.

PostgreSQL's text cannot hold U+0000, and neither database takes a lone surrogate; both stand in real files (a NUL in a
damaged text, a surrogate in a file name). They are written behind U+001A (SUBSTITUTE), which is itself doubled as
`U+001A s`, so that everything else stays readable with any database tool.
"""

from __future__ import annotations

import json
import re
import reprlib
import zlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_FORBIDDEN = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a(0|s|u[0-9a-f]{4})")
_read_json = json.JSONDecoder().raw_decode
"""Half the time of json.loads on short values, as it does not look for white space around them."""
_LARGEST_VALUE = 1 << 29
"""Bytes that a cached value may unpack to; a project file may come from anyone."""


def to_stored(text: str) -> str:
    """The text without NUL and lone surrogates."""
    return _FORBIDDEN.sub(_escape, text) if _FORBIDDEN.search(text) else text


def from_stored(text: str) -> str:
    """The text that `to_stored` was given."""
    return _ESCAPED.sub(_unescape, text) if "\x1a" in text else text


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return {"\x00": "\x1a0", "\x1a": "\x1as"}.get(character) or f"\x1au{ord(character):04x}"


def _unescape(match: re.Match[str]) -> str:
    code = match.group(1)
    return {"0": "\x00", "s": "\x1a"}.get(code) or chr(int(code[1:], 16))


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """The values that `to_json` wrote. Raises `ValueError`."""
    value, end = _read_json(text)
    if end != len(text):
        raise ValueError(f"more text after the value, at {end}")
    return value


class ExactText(TypeDecorator[str]):
    """Any string at all."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else to_stored(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        # What is no text is left as it is, for `cells` to tell where it stands.
        return from_stored(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands for a cell that cannot be read, so that it can be told which one it is."""

    reason: str


class Record(TypeDecorator[Any]):
    """JSON values as text. Surrogates stay raw until stored: JSON's own escapes would fuse two lone ones into one
    character, and every position behind them would be off by one."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return to_stored(to_json(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        if not isinstance(value, str):
            return Unreadable(f"{reprlib.repr(value)} is not JSON")
        try:
            return from_json(from_stored(value))
        except (ValueError, RecursionError) as error:
            return Unreadable(f"it is not JSON ({error})")


class PackedRecord(TypeDecorator[Any]):
    """JSON values, compressed: for caches, which are large and which nobody reads by hand. What cannot be unpacked
    reads as None, as a cache may always be missing."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:
        return zlib.compress(to_json(value).encode("utf-8", "surrogatepass"), 1)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        try:
            unpacked = zlib.decompressobj().decompress(value, _LARGEST_VALUE)
            return json.loads(unpacked.decode("utf-8", "surrogatepass"))
        except (zlib.error, ValueError, TypeError, RecursionError):
            return None
