"""Decoding that goes on after bytes it cannot read, and says where they were."""

from __future__ import annotations

import codecs
import re
import threading
from dataclasses import dataclass, field

_NAMED = 5
"""So many places are kept; the rest are only counted."""

_BROKEN_UTF_8 = re.compile(rb"[\xc2-\xf4]?[\x80-\xbf]{0,3}[\xc0\xc1\xf5-\xff]?[\x80-\xbf]{0,3}")
"""One damaged character: its first byte, a byte that never occurs in UTF-8, and bytes that only continue one.
Matched where strict decoding failed, nothing in it can belong to a good character."""


@dataclass(slots=True)
class Damage:
    """Characters that could not be read: how many, of how many bytes, and where the first begin (bytes, from 0)."""

    count: int = 0
    bytes: int = 0
    places: list[int] = field(default_factory=list)


class _Current(threading.local):
    damage: Damage
    shift: int


_current = _Current()


def decode_damaged(data: bytes, encoding: str) -> tuple[str, Damage]:
    """The text, with one U+FFFD for each character that cannot be read, and where those were.

    A byte-order mark is dropped only by the encodings that drop it (`utf-8-sig`).
    """
    _current.damage = damage = Damage()
    # The codec hands the error handler what stands behind the mark, so places would be off by its length.
    _current.shift = 3 if encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8) else 0
    return data.decode(encoding, _HANDLER), damage


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    damage = _current.damage
    damage.count += 1
    if len(damage.places) < _NAMED:
        damage.places.append(error.start + _current.shift)
    end = error.end
    if error.encoding == "utf-8" and (match := _BROKEN_UTF_8.match(error.object, error.start, error.start + 4)):
        end = max(end, match.end())
    damage.bytes += end - error.start
    return "\ufffd", end


_HANDLER = "workbench.one_for_each_damaged_character"
codecs.register_error(_HANDLER, _replace)
