"""One file of named arrays that is written once and memory-mapped ever after.

Layout: magic, length of the header (4 bytes, little endian), header (JSON: name -> [type code, offset, items]), then
the arrays, each at a multiple of 8. Type codes are those of `array.array`; `s` stands for raw bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path

from workbench.errors import FileProblem

MAGIC = b"WBLEX\x00\x00\x08"
"""Its last byte is the version of the layout and of what the arrays mean: a file of another version is not read."""

_ALIGN = 8


def write_container(path: Path, arrays: Mapping[str, array[int] | array[float] | bytes]) -> None:
    """Write the arrays to a temporary file beside `path` and move it there, so that no reader sees half a file."""
    if sys.byteorder != "little":  # the file is read as it lies, so it is written in one byte order only
        raise RuntimeError("the lexicon is compiled on little-endian machines only")
    header: dict[str, tuple[str, int, int]] = {}
    chunks: list[bytes] = []
    at = 0
    for name, values in arrays.items():
        data = values if isinstance(values, bytes) else values.tobytes()
        code = "s" if isinstance(values, bytes) else values.typecode
        header[name] = (code, at, len(values))
        padding = -len(data) % _ALIGN
        chunks += [data, bytes(padding)]
        at += len(data) + padding
    text = json.dumps(header).encode()
    start = len(MAGIC) + 4 + len(text)
    text += b" " * (-start % _ALIGN)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(MAGIC + len(text).to_bytes(4, "little") + text + b"".join(chunks))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


class Container:
    """The arrays of one file, as memory views; nothing is read before it is asked for."""

    def __init__(self, path: Path) -> None:
        """Raises FileProblem if `path` is missing, damaged, or of another version."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as problem:
            raise FileProblem(path, "the compiled dictionary cannot be opened") from problem
        if self._map[: len(MAGIC)] != MAGIC:
            raise FileProblem(path, "this is not a compiled dictionary of this version")
        at = len(MAGIC)
        length = int.from_bytes(self._map[at : at + 4], "little")
        self._start = at + 4 + length
        self._header: dict[str, tuple[str, int, int]] = json.loads(self._map[at + 4 : self._start])

    def integers(self, name: str) -> memoryview[int]:
        """The array `name` of unsigned 32-bit integers."""
        return self._bytes(name, 4).cast("I")

    def numbers(self, name: str) -> memoryview[float]:
        """The array `name` of 32-bit floats."""
        return self._bytes(name, 4).cast("f")

    def text(self, name: str) -> memoryview[int]:
        """The raw bytes `name`."""
        return self._bytes(name, 1)

    def _bytes(self, name: str, size: int) -> memoryview[int]:
        _, offset, items = self._header[name]
        begin = self._start + offset
        return memoryview(self._map)[begin : begin + items * size]
