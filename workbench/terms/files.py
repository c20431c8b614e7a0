"""Termbases as files: CSV, TSV and TBX, told by name and content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.model.term import Termbase
from workbench.terms.tbx import Dialect, ReadTermbase, lost_in_tbx, read_tbx, termbase_to_tbx
from workbench.terms.termbase import lost_in_tsv, parse_termbase, termbase_to_csv

_TABS = frozenset((".tsv", ".tab"))
_XML = frozenset((".tbx", ".xml", ".martif"))


@dataclass(frozen=True, slots=True)
class TermFormat:
    """One way to write a termbase."""

    name: str
    writes: str
    write: Callable[[Termbase], str]
    lost: Callable[[Termbase], tuple[str, ...]]


FORMATS = {
    one.name: one
    for one in (
        TermFormat("csv", "commas, with a header", termbase_to_csv, lambda _termbase: ()),
        TermFormat("tsv", "tabs, with a header", lambda termbase: termbase_to_csv(termbase, "\t"), lost_in_tsv),
        TermFormat("tbx", "TBX-Basic of 2008 (version 2), which most tools read", termbase_to_tbx, lost_in_tbx),
        TermFormat(
            "tbx3",
            "TBX-Basic of ISO 30042:2019 (version 3), categories as attributes",
            lambda termbase: termbase_to_tbx(termbase, Dialect.V3_DCA),
            lost_in_tbx,
        ),
        TermFormat(
            "tbx3-dct",
            "the same, categories as elements",
            lambda termbase: termbase_to_tbx(termbase, Dialect.V3_DCT),
            lost_in_tbx,
        ),
    )
}
"""By name."""


def format_of(path: Path | None) -> TermFormat:
    """The format that a file's name asks for; CSV where it says nothing."""
    suffix = path.suffix.lower() if path is not None else ""
    return FORMATS["tsv" if suffix in _TABS else "tbx" if suffix in _XML else "csv"]


def read_term_file(path: str | Path, encoding: str | None = None) -> ReadTermbase:
    """The termbase in a file, with a word on what had no place in it.

    Raises `FileProblem`, with the number of the line, for a file that cannot be read or is no termbase.
    """
    from workbench.formats.plain import decode, read_bytes

    where = Path(path)
    data = read_bytes(path)
    if where.suffix.lower() in _XML or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return read_tbx(data, path, where.name)
    decoded = decode(data, encoding, name=str(path))
    delimiter = "\t" if where.suffix.lower() in _TABS else None
    notes = list(decoded.warnings)
    termbase = parse_termbase(decoded.text, name=where.name, delimiter=delimiter, path=path, notes=notes)
    return ReadTermbase(termbase, tuple(f"{where.name}: {note}" for note in notes))


def read_termbase(path: str | Path, encoding: str | None = None) -> Termbase:
    """The same, the terms alone."""
    return read_term_file(path, encoding).termbase
