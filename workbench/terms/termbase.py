"""The plain termbase: CSV or TSV with columns found by header name, read and written without loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from importlib import resources

from workbench.errors import FileProblem
from workbench.model.term import Term, Termbase

SEPARATOR = "|"
"""Parts the items of a list in one cell."""
_BECAUSE = ":"
"""Parts a forbidden rendering from the reason why."""

_LISTS = ("variants", "forbidden", "source_only")
_COLUMNS = ("zh", "en", *_LISTS, "pos", "note", "domain", "sense")
_MORE = ("zh_variants", "context", "reasons", "source", "status")
"""Columns that are known too, and written where a term has something in them."""
_KNOWN = frozenset((*_COLUMNS, *_MORE))
_REMEDY = 'A termbase is CSV or TSV with a header that names at least the columns "zh" and "en".'


def parse_termbase(
    text: str, *, name: str = "", delimiter: str | None = None, path: object = None, notes: list[str] | None = None
) -> Termbase:
    """The termbase in `text`; `delimiter` is found from the header when it is not given. What had to be decided while
    reading is put into `notes`, a sentence each.

    Raises `FileProblem`, under the name `path` or `name`, with the number of the line.
    """
    path = path if path is not None else name or "termbase"
    text = text.removeprefix("\ufeff")
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    if not header_line:
        raise FileProblem(path, "is empty", _REMEDY)
    rows = _tab_rows(text) if (delimiter or _sniff(header_line)) == "\t" else _csv_rows(text, delimiter, path)
    header: list[str] | None = None
    terms: list[Term] = []
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = _header(cells, line, path)
            continue
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            raise FileProblem(
                path, f"line {line} has {len(cells)} cells, but the header names {len(header)} columns", _REMEDY
            )
        terms.append(_term(header, cells, line, path, notes if notes is not None else []))
    return Termbase(tuple(terms), name)


def termbase_to_csv(termbase: Termbase, delimiter: str = ",") -> str:
    """The file's text, LF line ends. `parse_termbase` of it gives the same terms, unknown columns included."""
    extra = list(dict.fromkeys(name for term in termbase.terms for name, _ in term.extra))
    columns = [*_COLUMNS, *(name for name in _MORE if any(getattr(term, name) for term in termbase.terms))]
    lines = [[*columns, *extra]]
    for term in termbase.terms:
        cells = [_cell(term, column) for column in columns]
        unknown = dict(term.extra)
        lines.append(cells + [unknown.get(name, "") for name in extra])
    if delimiter == "\t":
        return "".join("\t".join(_tab_cell(cell) for cell in cells) + "\n" for cells in lines)
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(lines)
    return out.getvalue()


def lost_in_tsv(termbase: Termbase) -> tuple[str, ...]:
    """What a TSV file of these terms does not hold, a sentence each."""
    cells = (cell for term in termbase.terms for cell in (term.note, term.source, *(v for _, v in term.extra)))
    return ("Tabs and line breaks become spaces in TSV.",) if any(set(cell) & set("\t\r\n") for cell in cells) else ()


def demo_termbase() -> Termbase:
    """The small termbase that comes with the demo: Chinese business journalism about the Internet industry."""
    text = resources.files("workbench.terms").joinpath("data", "business.csv").read_text(encoding="utf-8")
    return parse_termbase(text, name="business.csv", delimiter=",")


def _cell(term: Term, column: str) -> str:
    if column == "reasons":
        return SEPARATOR.join(f"{text}{_BECAUSE} {why}" for text, why in term.reasons)
    value: str | tuple[str, ...] = getattr(term, column)
    return value if isinstance(value, str) else SEPARATOR.join(value)


def _tab_cell(cell: str) -> str:
    """A tab or a line break has no writing in TSV, and a cell in quotation marks would lose them on reading."""
    cell = " ".join(cell.splitlines()).replace("\t", " ") if any(c in cell for c in "\t\r\n") else cell
    return '"' + cell.replace('"', '""') + '"' if _is_quoted(cell) else cell


def _is_quoted(cell: str) -> bool:
    return len(cell) >= 2 and cell[0] == cell[-1] == '"'


def _sniff(header_line: str) -> str:
    """The delimiter that parts most of the header's columns; the comma where none does."""
    return max(",\t;", key=header_line.count)


def _tab_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(number of the line, cells). A quotation mark inside a cell is a quotation mark; a cell wholly in quotation
    marks, as spreadsheets write it, is taken out of them."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        cells = line.split("\t")
        yield number, [cell[1:-1].replace('""', '"') if _is_quoted(cell) else cell for cell in cells]


def _csv_rows(text: str, delimiter: str | None, path: object) -> Iterator[tuple[int, list[str]]]:
    header_line = next(line for line in text.splitlines() if line.strip())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _sniff(header_line), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        limit = csv.field_size_limit()
        told = f"a cell is longer than {limit:,} characters" if "field limit" in str(error) else str(error)
        raise FileProblem(path, f"line {line}: {told}", "Is a quotation mark left open there?") from error


def _header(cells: list[str], line: int, path: object) -> list[str]:
    names = [cell.strip() for cell in cells]
    known = [name.lower() if name.lower() in _KNOWN else name for name in names]
    while known and not known[-1]:
        known.pop()
    for column in ("zh", "en"):
        if column not in known:
            found = ", ".join(name for name in known if name) or "none"
            raise FileProblem(path, f'line {line}: no column is named "{column}" (found: {found})', _REMEDY)
    for name in known:
        if name and known.count(name) > 1:
            raise FileProblem(path, f'line {line}: two columns are named "{name}"', _REMEDY)
    return known


def _term(header: list[str], cells: list[str], line: int, path: object, notes: list[str]) -> Term:
    values = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=False))
    names, renderings = split_items(values["zh"]), split_items(values["en"])
    if not names or not renderings:
        missing = "Chinese term (zh)" if not names else f"English rendering (en) for {names[0]}"
        raise FileProblem(path, f"line {line}: there is no {missing}", _REMEDY)
    zh, en = names[0], renderings[0]
    for first, *others in (names, renderings):
        if others:
            notes.append(several(line, first, others))
    variants, forbidden, source_only = (split_items(values.get(column, "")) for column in _LISTS)
    variants = tuple(dict.fromkeys((*renderings[1:], *variants)))
    forbidden = tuple(dict.fromkeys((*forbidden, *source_only)))
    right = {item.casefold() for item in (en, *variants)}
    for item in forbidden:
        if item.casefold() in right:
            raise FileProblem(path, f"line {line}: {item!r} stands for {zh} both as right and as forbidden", "")
    return Term(
        zh=zh,
        en=en,
        variants=variants,
        forbidden=forbidden,
        source_only=source_only,
        pos=values.get("pos", "").strip(),
        note=values.get("note", "").strip(),
        domain=values.get("domain", "").strip(),
        sense=values.get("sense", "").strip(),
        extra=tuple((name, values[name]) for name in header if name and name not in _KNOWN),
        zh_variants=tuple(
            dict.fromkeys(name for name in (*names[1:], *split_items(values.get("zh_variants", ""))) if name != zh)
        ),
        context=split_items(values.get("context", "")),
        reasons=parse_reasons(values.get("reasons", "")),
        source=values.get("source", "").strip(),
        status=values.get("status", "").strip(),
    )


def parse_reasons(cell: str) -> tuple[tuple[str, str], ...]:
    """`tuyere: a part of a furnace|outlet: a shop` as (rendering, reason) pairs."""
    found = {}
    for item in split_items(cell):
        text, _, why = item.partition(_BECAUSE)
        if text.strip() and why.strip():
            found[text.strip()] = why.strip()
    return tuple(found.items())


def several(line: int, first: str, others: Iterable[str]) -> str:
    """What is said where a list stands in the place of one term."""
    told = ", ".join(others)
    return f"line {line}: several stand there parted by {SEPARATOR}; {first} was taken first, as its variants: {told}."


def split_items(cell: str) -> tuple[str, ...]:
    """The items of a list in one cell, none of them twice."""
    return tuple(dict.fromkeys(item.strip() for item in cell.split(SEPARATOR) if item.strip()))
