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
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileProblem(path, f"it cannot be read ({error.strerror or error})") from error
    read = _from_json if path.suffix.lower() in (".jsonl", ".ndjson") else _from_tab_separated
    with file:
        named = encoding or _recognised(file, path)
        for number, row in enumerate(_rows(file, path, named, warn), 1):
            pair = read(row, path, number)
            if pair is not None:
                yield pair


def _recognised(file: BinaryIO, path: Path) -> str:
    """The encoding, by the first rows. Raises `FileProblem` for what is no text."""
    from workbench.formats.encodings import decode

    try:
        head = file.read(1 << 16)
        file.seek(0)
    except OSError as error:
        raise FileProblem(path, f"it cannot be read ({error.strerror or error})") from error
    if head[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        return "utf-32"
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    # A row that the block cuts in two would look like damage.
    whole = head[: head.rfind(b"\n") + 1] if len(head) == 1 << 16 and b"\n" in head else head
    return decode(whole, None, str(path)).encoding


def _rows(file: BinaryIO, path: Path, encoding: str, warn: Callable[[str], None]) -> Iterator[str]:
    """Decoded rows without their line end: the stream is decoded as a whole, since UTF-16 rows have no LF byte."""
    decode = _decoder(path, encoding)
    rest, done, number, warned = "", False, 0, False
    while not done:
        try:
            block = file.read(1 << 16)
        except OSError as error:
            raise FileProblem(path, f"it cannot be read ({error.strerror or error})") from error
        done = not block
        text, replaced = decode(block, done)
        *rows, rest = (rest + text).split("\n")
        if replaced and not warned:
            warned = True
            bad = next((i for i, row in enumerate([*rows, rest], 1) if "\ufffd" in row), 1)
            warn(f"{path}: row {number + bad} holds bytes that are not {encoding}; they are shown as U+FFFD.")
        for row in rows:
            number += 1
            yield row.removesuffix("\r")
        if len(rest) > _MOST_ROW:
            raise FileProblem(path, f"row {number + 1} is longer than {_MOST_ROW >> 20} million characters")
    if rest:
        yield rest.removesuffix("\r")


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
    if not isinstance(record.get("id"), str | int):
        raise FileProblem(path, f"row {number} needs an `id`")
    return Pair(str(record["id"]), str(texts[0]), str(texts[1]), reference)
