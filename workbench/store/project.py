"""A project: everything about one review, in one file or one database.

Nothing here edits what came in. Texts and the machine's pairing are written once; what people decide is appended to
the journal; all else (drafts, places, caches) may be replaced or lost without losing a decision.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from workbench.errors import ProjectProblem, ReadOnlyProject
from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document
from workbench.model.events import Entry
from workbench.model.review import Review
from workbench.model.span import Side
from workbench.model.term import Termbase
from workbench.store import statements as sql
from workbench.store.columns import Unreadable
from workbench.store.database import Database, is_url
from workbench.store.inputs import InputFile, InputFiles
from workbench.store.lock import Holder
from workbench.store.opening import make_project, open_project
from workbench.store.problems import DAMAGED_REMEDY
from workbench.store.rows import (
    Batch,
    Draft,
    ImportedScore,
    Place,
    Translation,
    bead_from_record,
    document_from_row,
    entry_from_row,
)

__all__ = ["Batch", "Draft", "Holder", "ImportedScore", "Loaded", "Place", "ProjectStore", "Translation"]

Location = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One translation of a project with all that was decided about it."""

    bitext: Bitext
    review: Review
    warnings: tuple[str, ...] = field(default_factory=tuple)
    """What does not fit together, one sentence each: changed texts, marks on words that do not stand there."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: tens of thousands of values are made here and none is garbage, but the collector
    would look through all of them again and again (half of the time of opening 10,000 segments)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class ProjectStore:
    """An open project, made by `create` or `open`. Usable from any thread; one transaction runs at a time.

    Every method raises `ProjectProblem` where the project cannot be read or written, and what writes raises
    `ReadOnlyProject` where only reading is possible.
    """

    def __init__(self, database: Database, notices: Sequence[str] = ()) -> None:
        self._database = database
        self.notices: tuple[str, ...] = tuple(notices)
        """What the user should be told about the opening, one sentence each."""
        with database.reading() as connection:
            rows = sql.read_documents(connection)
        self._rows: dict[str | None, sql.Row] = {row["translation"]: row for row in rows}
        if None not in self._rows or len(self._rows) < 2:
            raise ProjectProblem(database.name, "is damaged: its texts are missing", DAMAGED_REMEDY)

    @classmethod
    def create(
        cls,
        location: Location,
        source: Document,
        target: Document,
        beads: Iterable[Bead],
        *,
        reviewer: str = "",
        translation: str = "machine",
        system: str = "",
        inputs: Iterable[Location] = (),
        termbase: Termbase | None = None,
        batch: Batch | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> Self:
        """Makes a project, with everything in it or not at all, and opens it for writing. For an English text alone,
        `source` has an empty text. `inputs` are the files that all this was read from.

        Raises `ProjectProblem` if there is something already, or it cannot be made; nothing is then left behind.
        """
        if (source.side, target.side) != (Side.SOURCE, Side.TARGET):
            raise ValueError("a source and a target are expected, in this order")
        beads = tuple(beads)
        try:
            folder = None if is_url(location) else Path(location).absolute().parent
        except OSError as error:
            raise ProjectProblem(location, "cannot be made: the current folder is gone") from error

        def fill(connection: Any) -> None:
            sql.add_document(connection, 1, source, None, "", ())
            sql.add_document(connection, 2, target, translation, system, beads)
            if batch is not None:
                sql.put_batch(connection, str(location), 2, batch)
            if termbase is not None:
                sql.put_termbase(connection, termbase)
            known = InputFiles(folder=folder).with_more(inputs).to_records()
            sql.put_meta(connection, "inputs", known)
            for name, value in (settings or {}).items():
                sql.put_meta(connection, f"setting.{name}", value)

        make_project(location, fill, Holder.me(reviewer))
        return cls.open(location, reviewer=reviewer)

    @classmethod
    def open(cls, location: Location, *, read_only: bool = False, reviewer: str = "") -> Self:
        """Opens a project. Where another program writes it or the medium is read-only, the store says so in
        `notices`, is `read_only`, and names the other in `held_by`.

        Raises `ProjectProblem` for what is not a project, is damaged, or was made by a newer program.
        """
        database, notices = open_project(location, read_only=read_only, holder=Holder.me(reviewer))
        try:
            return cls(database, notices)
        except BaseException:
            database.close()
            raise

    # ---- about the project

    @property
    def location(self) -> str:
        """The path, or the URL without its password."""
        return self._database.name

    @property
    def path(self) -> Path | None:
        """The project file; None on a server, or for a copy in memory."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        return self._database.read_only

    def refusal(self) -> ReadOnlyProject:
        """The error that says why nothing can be written."""
        return self._database.refusal()

    @property
    def held_by(self) -> Holder | None:
        """Who has the project open for writing, if that is another program and says who it is."""
        return self._database.held_by

    @property
    def translations(self) -> tuple[Translation, ...]:
        """The translations of the source, the first one first."""
        return tuple(Translation(t, row["system"], row["id"]) for t, row in self._rows.items() if t is not None)

    def settings(self) -> dict[str, Any]:
        """All settings of the project by name, as JSON values."""
        with self._database.reading() as connection:
            meta = sql.read_meta(connection)
        found = {name.removeprefix("setting."): v for name, v in meta.items() if name.startswith("setting.")}
        for name, value in found.items():
            if isinstance(value, Unreadable):
                raise self._damage(f"its setting {name} cannot be read: {value.reason}")
        return found

    def save_setting(self, name: str, value: Any) -> None:
        """Keeps a setting (JSON values), such as the scoring profile; at most 90 characters of name."""
        with self._database.writing() as connection:
            sql.put_meta(connection, f"setting.{name}", value)

    @property
    def inputs(self) -> InputFiles:
        """The files that the project was made from; where that is not known (any more), their names."""
        folder = self.path.parent if self.path is not None else None
        with self._database.reading() as connection:
            kept = sql.read_meta(connection).get("inputs")
        try:
            return InputFiles.from_records(kept, folder)
        except ValueError:
            names = [row["name"] for row in self._rows.values()] + [base.name for base in self.termbases()]
            return InputFiles(tuple(InputFile(name) for name in names if name), folder)

    def note_inputs(self, paths: Iterable[Location]) -> None:
        """Remembers further files that something of this project was read from."""
        before = self.inputs
        after = before.with_more(paths)
        if after != before:
            with self._database.writing() as connection:
                sql.put_meta(connection, "inputs", after.to_records())

    # ---- texts and pairing

    def _row(self, translation: str) -> sql.Row:
        row = self._rows.get(translation)
        if row is None:
            raise ProjectProblem(self.location, f"has no translation {translation!r}")
        return row

    @property
    def source(self) -> Document:
        """The Chinese text; empty for an English text alone."""
        return document_from_row(self._rows[None])

    def target(self, translation: str = "machine") -> Document:
        return document_from_row(self._row(translation))

    def documents(self, translation: str = "machine") -> tuple[Document, Document]:
        """The source and one translation, as they came in."""
        return self.source, self.target(translation)

    def bitext(self, translation: str = "machine") -> Bitext:
        """The two texts and the machine's pairing."""
        source, target = self.documents(translation)
        with self._database.reading() as connection:
            records = sql.read_beads(connection, self._row(translation)["id"])
        beads: list[Bead] = []
        try:
            beads.extend(bead_from_record(record, source.text, target.text) for record in records)
        except ValueError as error:
            raise self._damage(f"segment {len(beads) + 1} cannot be read ({error})") from error
        bitext = Bitext(source, target, tuple(beads))
        problem = "its segments are missing" if target.text.strip() and not beads else bitext.misfit()
        if problem is not None:
            raise self._damage(problem)
        return bitext

    def _damage(self, problem: str) -> ProjectProblem:
        return ProjectProblem(self.location, f"is damaged: {problem}", DAMAGED_REMEDY)

    def beads(self, translation: str = "machine") -> tuple[Bead, ...]:
        """The machine's pairing; what reviewers made of it is in `load`."""
        return self.bitext(translation).beads

    def add_translation(self, translation: str, target: Document, beads: Iterable[Bead], *, system: str = "") -> None:
        """Adds another translation of the same source. Raises `ProjectProblem` if the name is taken."""
        if translation in self._rows:
            raise ProjectProblem(self.location, f"has a translation {translation!r} already")
        number = 1 + max(row["id"] for row in self._rows.values())
        with self._database.writing() as connection:
            row = sql.add_document(connection, number, target, translation, system, tuple(beads))
        self._rows[translation] = row

    # ---- the journal

    def entries(self, translation: str = "machine", *, after: int = 0) -> tuple[Entry, ...]:
        """The journal of a translation behind entry `after`. Raises `ProjectProblem` if an entry is missing."""
        with self._database.reading() as connection:
            rows = sql.read_entries(connection, self._row(translation)["id"], after)
        entries = tuple(entry_from_row(row, self.location) for row in rows)
        for expected, entry in enumerate(entries, after + 1):
            if entry.seq != expected:
                raise self._damage(f"entry {expected} of the journal is missing")
        return entries

    def append(self, entries: Iterable[Entry], translation: str = "machine") -> None:
        """Appends entries in one durable transaction. Raises `JournalConflict` if another writer was faster."""
        self.write(Batch(entries=tuple(entries)), translation)

    def write(self, batch: Batch, translation: str = "machine") -> None:
        """Writes everything in one durable transaction, or nothing. Raises `JournalConflict` as `append` does."""
        document = self._row(translation)["id"]
        with self._database.writing() as connection:
            sql.put_batch(connection, self.location, document, batch)

    def load(self, translation: str = "machine") -> Loaded:
        """The pairing with every decision folded in. What does not fit is a warning, never the end of the review."""
        with _uncollected():
            bitext = self.bitext(translation)
            warnings = []
            for document, row in ((bitext.source, self._rows[None]), (bitext.target, self._row(translation))):
                if document.digest != row["sha256"]:
                    warnings.append(f"The text of {document.name or document.side} is not the one that was reviewed.")
            review = Review(bitext)
            warnings += review.replay(self.entries(translation))
            with self._database.reading() as connection:
                damages = sql.read_drafts(connection, self._row(translation)["id"])[1]
            warnings += [f"A draft is left out, because it is damaged: {damage}." for damage in damages]
        return Loaded(bitext, review, tuple(warnings))

    # ---- drafts and places

    def drafts(self, translation: str = "machine") -> tuple[Draft, ...]:
        """What was being typed and not decided when the program ended, the oldest first."""
        with self._database.reading() as connection:
            return sql.read_drafts(connection, self._row(translation)["id"])[0]

    def save_draft(self, draft: Draft, translation: str = "machine") -> None:
        self.write(Batch(drafts=(draft,)), translation)

    def drop_draft(self, bead: str, field: str = "text", translation: str = "machine") -> None:
        self.write(Batch(dropped=((bead, field),)), translation)

    def place(self, translation: str = "machine", reviewer: str = "") -> Place | None:
        """Where this reviewer left; where another did, if this one was never here; None if nobody was."""
        with self._database.reading() as connection:
            return sql.read_place(connection, self._row(translation)["id"], reviewer)

    def save_place(self, place: Place, translation: str = "machine") -> None:
        self.write(Batch(place=place), translation)

    # ---- terms, imported scores, caches

    def termbases(self) -> tuple[Termbase, ...]:
        """The termbases that the project was given, in the order of their names."""
        with self._database.reading() as connection:
            return sql.read_termbases(connection)

    def save_termbase(self, termbase: Termbase) -> None:
        """Keeps a termbase with the project, in place of one with the same name."""
        self.save_termbases([termbase])

    def save_termbases(self, termbases: Iterable[Termbase]) -> None:
        """Keeps several, all or none of them."""
        with self._database.writing() as connection:
            for termbase in termbases:
                sql.put_termbase(connection, termbase)

    def scores(self, translation: str = "machine") -> tuple[ImportedScore, ...]:
        """Figures that came from outside, in the order they came."""
        with self._database.reading() as connection:
            return sql.read_scores(connection, self._row(translation)["id"])

    def add_scores(self, scores: Iterable[ImportedScore], translation: str = "machine") -> None:
        with self._database.writing() as connection:
            sql.add_scores(connection, self._row(translation)["id"], scores)

    def cache_get(self, kind: str, key: str, code: str) -> Any:
        """A derived value (JSON values); None if it is not there or was made by another version of the code."""
        with self._database.reading() as connection:
            return sql.read_cached(connection, kind, key, code)

    def cache_get_all(self, kind: str, code: str) -> dict[str, Any]:
        """All derived values of a kind, by key."""
        with self._database.reading() as connection:
            return sql.read_all_cached(connection, kind, code)

    def cache_put(self, kind: str, key: str, code: str, value: Any) -> None:
        self.cache_put_all(kind, code, {key: value})

    def cache_put_all(self, kind: str, code: str, values: Mapping[str, Any]) -> None:
        """Keeps derived values by key (at most 200 characters). Does nothing where only reading is possible."""
        if values and not self.read_only:
            with self._database.writing() as connection:
                sql.put_cached(connection, kind, code, values)

    def cache_clear(self, kind: str | None = None) -> None:
        """Forgets the derived values of a kind, or all of them."""
        if not self.read_only:
            with self._database.writing() as connection:
                sql.clear_cache(connection, kind)

    # ---- the end

    def close(self) -> None:
        """Closes the project and lets others write it. Twice is once."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
