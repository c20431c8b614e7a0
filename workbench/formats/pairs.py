"""PAIRS files: many independent pairs, read one by one so that a file of any size streams.

`PAIRS.tsv`: id, source, target, optional reference, parted by tabs; no header, no quoting and no escaping (a quote mark
is a quote mark); rows end with LF or CRLF only. `PAIRS.jsonl`: one JSON object a line with `id`, `source`, `target` and
optional `reference`. UTF-8 unless another encoding is named; a byte-order mark is passed over.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.errors import FileProblem

_MOST_ROW = 64 << 20
"""Characters of one row."""

_BLOCK = 1 << 16
"""Bytes that are read at a time."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One source, its translation, and a reference where there is one."""

    id: str
    source: str
    target: str
    reference: str | None = None


def is_pairs_file(path: Path) -> bool:
    """By its name: `.tsv`, `.jsonl` or `.ndjson`."""
    return path.suffix.lower() in (".tsv", ".jsonl", ".ndjson")


def read_pairs(
    path: Path, encoding: str | None = None, warn: Callable[[str], None] = lambda _said: None
) -> Iterator[Pair]:
    """The pairs in order. Raises `FileProblem` with the number of the row that does not fit.

    A byte that the encoding does not know stays one replaced character, and `warn` is told the first row that has one.
    """
    read = _from_json if path.suffix.lower() in (".jsonl", ".ndjson") else _from_tab_separated
    from workbench.formats.plain import opened

    with opened(path) as file:
        named = encoding or _recognised(file, path)
        for number, row in enumerate(_rows(file, path, named, warn), 1):
            pair = read(row, path, number)
            if pair is not None:
                yield pair


def _recognised(file: BinaryIO, path: Path) -> str:
    """The encoding, by the first rows. Raises `FileProblem` for what is no text."""
    from workbench.formats.encodings import decode

    head = file.read(_BLOCK)
    if head[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        file.seek(0)
        return "utf-32"
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        file.seek(0)
        return "utf-16"
    while head.isascii() and (further := file.read(_BLOCK)):  # rows that say nothing about the encoding
        head = head[head.rfind(b"\n") + 1 :][-_BLOCK:] + further
    file.seek(0)
    # A row that the block cuts in two would look like damage.
    whole = head[: head.rfind(b"\n") + 1] if len(head) >= _BLOCK and b"\n" in head else head
    return decode(whole, None, str(path)).encoding


def _rows(file: BinaryIO, path: Path, encoding: str, warn: Callable[[str], None]) -> Iterator[str]:
    """Decoded rows without their line end: the stream is decoded as a whole, since UTF-16 rows have no LF byte."""
    decode = _decoder(path, encoding)
    parts: list[str] = []  # of a row that goes on in the next block
    length, done, number, warned = 0, False, 0, False
    while not done:
        block = file.read(_BLOCK)
        done = not block
        text, replaced = decode(block, done)
        *rows, rest = text.split("\n")
        if rows:
            rows[0] = "".join([*parts, rows[0]])
            parts, length = [], 0
        parts.append(rest)
        length += len(rest)
        if replaced and not warned:
            warned = True
            bad = next((i for i, row in enumerate(rows, 1) if "\ufffd" in row), len(rows) + 1)
            warn(f"{path}: row {number + bad} holds bytes that are not {encoding}; they are shown as U+FFFD.")
        for row in rows:
            number += 1
            yield row.removesuffix("\r")
        if length > _MOST_ROW:
            raise FileProblem(path, f"row {number + 1} is longer than {_MOST_ROW >> 20} million characters")
    if length:
        yield "".join(parts).removesuffix("\r")


def _decoder(path: Path, encoding: str) -> Callable[[bytes, bool], tuple[str, bool]]:
    """A function from (bytes, at the end) to (text, whether something had to be replaced in it)."""
    try:
        make = codecs.getincrementaldecoder("utf-8-sig" if _is_utf8(encoding) else encoding)
    except LookupError as error:
        raise FileProblem(path, f"the encoding {encoding!r} is unknown") from error
    strict = make("strict")
    lenient = None

    def decode(block: bytes, done: bool) -> tuple[str, bool]:
        nonlocal lenient
        if lenient is None:
            state = strict.getstate()
            try:
                return strict.decode(block, done), False
            except UnicodeDecodeError:
                lenient = make("replace")
                lenient.setstate(state)
        return lenient.decode(block, done), True

    return decode


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig")


def _from_tab_separated(row: str, path: Path, number: int) -> Pair | None:
    if not row:
        return None
    cells = row.split("\t")
    if len(cells) not in (3, 4):
        raise FileProblem(
            path, f"row {number} has {len(cells)} columns", "Wanted are id, source, target and an optional reference."
        )
    return Pair(cells[0], cells[1], cells[2], cells[3] if len(cells) == 4 and cells[3] else None)


def _from_json(row: str, path: Path, number: int) -> Pair | None:
    if not row.strip():
        return None
    try:
        record = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise FileProblem(path, f"row {number} is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise FileProblem(path, f"row {number} is not a JSON object")
    texts = [record.get(name) for name in ("source", "target")]
    reference = record.get("reference")
    if not all(isinstance(text, str) for text in texts) or not isinstance(reference, str | None):
        raise FileProblem(path, f"row {number} needs the texts `source` and `target`, and takes a `reference`")
    if type(record.get("id")) not in (str, int):  # true and false are integers to Python alone
        raise FileProblem(path, f"row {number} needs an `id`, a text or a whole number")
    return Pair(str(record["id"]), str(texts[0]), str(texts[1]), reference)
