"""Every statement that reads or writes a project's tables, over an open transaction."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from workbench.errors import ProjectProblem
from workbench.model.bitext import Bead
from workbench.model.document import Document
from workbench.model.events import Entry, from_record, to_record
from workbench.model.span import Side
from workbench.model.term import Term, Termbase
from workbench.store import schema
from workbench.store.cells import all_sound, sound, wanted
from workbench.store.problems import Damaged, JournalConflict
from workbench.store.rows import Batch, Draft, ImportedScore, Place, bead_to_record, document_to_row, entry_to_row

Row = Mapping[str, Any]
_KEYS_AT_ONCE = 400
"""Parameters of one statement; SQLite takes 999 in its oldest versions."""

# ---- meta


def read_meta(connection: Connection) -> dict[str, Any]:
    rows = connection.execute(select(schema.meta.c.name, schema.meta.c.value))
    return {row.name: row.value for row in rows if isinstance(row.name, str)}


def put_meta(connection: Connection, name: str, value: Any) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.name == name))
    connection.execute(insert(schema.meta), [{"name": name, "value": value}])


# ---- texts and pairing


def read_documents(connection: Connection) -> list[dict[str, Any]]:
    """The texts, the source first."""
    table = schema.documents
    rows = all_sound(table, connection.execute(select(table).order_by(table.c.id)).mappings())
    for row in rows:
        wanted(table, row, "side", row["side"] == ("source" if row["translation"] is None else "target"), "its side")
        warnings = row["warnings"]
        fits = isinstance(warnings, list) and all(isinstance(warning, str) for warning in warnings)
        wanted(table, row, "warnings", fits, "a list of texts")
    return rows


def add_document(
    connection: Connection, number: int, document: Document, translation: str | None, system: str, beads: Sequence[Bead]
) -> Row:
    row = {"id": number, "translation": translation, "system": system, **document_to_row(document)}
    connection.execute(insert(schema.documents), [row])
    if beads:
        rows = [{"document": number, "position": i, "record": bead_to_record(bead)} for i, bead in enumerate(beads)]
        connection.execute(insert(schema.beads), rows)
    return row


def read_beads(connection: Connection, document: int) -> Sequence[Any]:
    """The records of a translation's segments, in order."""
    table = schema.beads
    query = select(table).where(table.c.document == document).order_by(table.c.position)
    rows = all_sound(table, connection.execute(query).mappings())
    for expected, row in enumerate(rows):
        wanted(table, row, "position", row["position"] == expected, f"{expected}: a segment is missing")
    return [row["record"] for row in rows]


# ---- the journal


def read_entries(connection: Connection, document: int, after: int) -> Sequence[Row]:
    table = schema.entries
    query = select(table).where(table.c.document == document, table.c.seq > after).order_by(table.c.seq)
    rows = all_sound(table, connection.execute(query).mappings())
    for row in rows:
        wanted(table, row, "action", 1 <= row["action"] <= row["seq"], "an act up to there")
    return rows


def append_entries(connection: Connection, name: str, document: int, entries: Sequence[Entry]) -> None:
    """Appends to the journal. Entries that stand there already, word for word, count as written: after a lost
    connection nobody knows whether the last commit arrived."""
    if not entries:
        return
    table = schema.entries
    last = connection.execute(select(func.max(table.c.seq)).where(table.c.document == document)).scalar() or 0
    first = entries[0].seq
    if first > last + 1 or any(entry.seq != first + i for i, entry in enumerate(entries)):
        raise ProjectProblem(name, f"entry {first} cannot follow entry {last} in the journal")
    rows = [entry_to_row(entry, document) for entry in entries]
    known = [row for row in rows if row["seq"] <= last]
    if known:
        query = select(table).where(table.c.document == document, table.c.seq >= first).order_by(table.c.seq)
        for old, new in zip(connection.execute(query.limit(len(known))).mappings().all(), known, strict=True):
            if dict(old) != new:
                raise JournalConflict(name, new["seq"])
    if len(known) < len(rows):
        try:
            connection.execute(insert(table), rows[len(known) :])
        except IntegrityError as error:  # another writer's commit fell between the question and the answer
            raise JournalConflict(name, rows[len(known)]["seq"]) from error


# ---- drafts and places


def read_drafts(connection: Connection, document: int) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The drafts, oldest first, and of each that cannot be read what is wrong with it."""
    table = schema.drafts
    query = select(table).where(table.c.document == document).order_by(table.c.at, table.c.bead, table.c.field)
    drafts, damages = [], []
    for row in connection.execute(query).mappings():
        try:
            r = sound(table, row)
            drafts.append(Draft(r["bead"], r["text"], r["field"], max(0, r["caret"]), r["reviewer"], r["at"]))
        except Damaged as damage:
            damages.append(str(damage))
    return tuple(drafts), tuple(damages)


def drop_drafts(connection: Connection, document: int, keys: Iterable[tuple[str, str]]) -> None:
    """Drops drafts by (segment, field)."""
    table = schema.drafts
    for bead, field in keys:
        connection.execute(
            delete(table).where(table.c.document == document, table.c.bead == bead, table.c.field == field)
        )


def put_drafts(connection: Connection, document: int, drafts: Sequence[Draft]) -> None:
    latest = {(draft.bead, draft.field): draft for draft in drafts}
    drop_drafts(connection, document, latest)
    rows = [
        {
            "document": document,
            "bead": draft.bead,
            "field": draft.field,
            "text": draft.text,
            "caret": draft.caret,
            "reviewer": draft.reviewer,
            "at": draft.at,
        }
        for draft in latest.values()
    ]
    if rows:
        connection.execute(insert(schema.drafts), rows)


def read_place(connection: Connection, document: int, reviewer: str) -> Place | None:
    table = schema.places
    rows = list(connection.execute(select(table).where(table.c.document == document)).mappings())
    row = next((row for row in rows if row["reviewer"] == reviewer), rows[0] if rows else None)
    if row is None:
        return None
    try:
        r = sound(table, row)
        return Place(r["bead"], Side(r["side"]), max(0, r["position"]), r["reviewer"], dict(r["view"]))
    except (ValueError, TypeError):
        return None  # a convenience only: the review then opens at its first segment


def put_place(connection: Connection, document: int, place: Place) -> None:
    table = schema.places
    connection.execute(delete(table).where(table.c.document == document, table.c.reviewer == place.reviewer))
    row = {
        "document": document,
        "reviewer": place.reviewer,
        "bead": place.bead,
        "side": place.side.value,
        "position": place.offset,
        "view": dict(place.view),
    }
    connection.execute(insert(table), [row])


# ---- terms and imported scores


def read_termbases(connection: Connection) -> tuple[Termbase, ...]:
    table = schema.terms
    bases: dict[str, list[Term]] = {}
    for row in all_sound(table, connection.execute(select(table).order_by(table.c.base, table.c.position)).mappings()):
        try:
            term: Term = from_record(Term, row["record"])
        except ValueError as error:
            raise Damaged(
                f"term {row['position'] + 1} of {reprlib.repr(row['base'])} cannot be read ({error})"
            ) from error
        bases.setdefault(row["base"], []).append(term)
    return tuple(Termbase(tuple(terms), name) for name, terms in bases.items())


def put_termbase(connection: Connection, termbase: Termbase) -> None:
    connection.execute(delete(schema.terms).where(schema.terms.c.base == termbase.name))
    rows = [{"base": termbase.name, "position": i, "record": to_record(t)} for i, t in enumerate(termbase.terms)]
    if rows:
        connection.execute(insert(schema.terms), rows)


def read_scores(connection: Connection, document: int) -> tuple[ImportedScore, ...]:
    table = schema.scores
    query = select(table).where(table.c.document == document).order_by(table.c.position)
    rows = all_sound(table, connection.execute(query).mappings())
    return tuple(ImportedScore(r["metric"], r["value"], r["bead"], r["signature"], r["origin"]) for r in rows)


def add_scores(connection: Connection, document: int, scores: Iterable[ImportedScore]) -> None:
    table = schema.scores
    last = connection.execute(select(func.max(table.c.position)).where(table.c.document == document)).scalar()
    rows = [
        {
            "document": document,
            "position": position,
            "bead": score.bead,
            "metric": score.metric,
            "value": score.value,
            "signature": score.signature,
            "origin": score.origin,
        }
        for position, score in enumerate(scores, 0 if last is None else last + 1)
    ]
    if rows:
        connection.execute(insert(table), rows)


# ---- caches


def read_cached(connection: Connection, kind: str, key: str, code: str) -> Any:
    table = schema.cache
    query = select(table.c.value).where(table.c.kind == kind, table.c.key == key, table.c.code == code)
    return connection.execute(query).scalar()


def read_all_cached(connection: Connection, kind: str, code: str) -> dict[str, Any]:
    table = schema.cache
    query = select(table.c.key, table.c.value).where(table.c.kind == kind, table.c.code == code)
    return {key: value for key, value in connection.execute(query) if value is not None and isinstance(key, str)}


def put_cached(connection: Connection, kind: str, code: str, values: Mapping[str, Any]) -> None:
    """Keeps values by key, in place of those of any version."""
    table = schema.cache
    keys = list(values)
    for i in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[i : i + _KEYS_AT_ONCE]
        connection.execute(delete(table).where(table.c.kind == kind, table.c.key.in_(some)))
    for key, value in values.items():  # one by one: each may be large, and made only when it is asked for
        connection.execute(insert(table), {"kind": kind, "key": key, "code": code, "value": value})


def clear_cache(connection: Connection, kind: str | None) -> None:
    query = delete(schema.cache)
    connection.execute(query if kind is None else query.where(schema.cache.c.kind == kind))


# ---- all at once


def put_batch(connection: Connection, name: str, document: int, batch: Batch) -> None:
    """Everything of a batch. Raises `JournalConflict` as `append_entries` does."""
    append_entries(connection, name, document, batch.entries)
    drop_drafts(connection, document, batch.dropped)
    put_drafts(connection, document, batch.drafts)
    if batch.place is not None:
        put_place(connection, document, batch.place)
    for kind, code, values in batch.caches:
        put_cached(connection, kind, code, values)
