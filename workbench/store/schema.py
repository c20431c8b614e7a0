"""The tables of a project. One project is one SQLite file, or one PostgreSQL database (or schema, by `search_path`).

A change here is a new format: raise `FORMAT_VERSION` and register the step in `migrations`.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint

from workbench.store.columns import ExactText, PackedRecord, Record

FORMAT_VERSION = 1
"""Version of the format that this program writes. It is checked from the meta table, and first of all from an SQLite
file's header, so that a newer file is refused before anything in it is touched."""

APPLICATION_ID = 0x574B4252
"""'WKBR' in an SQLite file's header: tells a project from any other database."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("value", Record, nullable=False),
    comment="format (version), program, created, writer, inputs (files), and settings as 'setting.NAME'",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("side", String(10), nullable=False),
    Column("translation", ExactText, comment="id of the translation; null for the source"),
    Column("system", ExactText, nullable=False, comment="what made the translation, for people"),
    Column("name", ExactText, nullable=False),
    Column("encoding", String(100), nullable=False),
    Column("warnings", Record, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("sha256", String(64), nullable=False),
    UniqueConstraint("translation"),
    CheckConstraint("side IN ('source', 'target')"),
)

beads = Table(
    "beads",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True, comment="the translation's document"),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("record", Record, nullable=False),
    comment="the machine's pairing; what reviewers rearranged is in the journal",
)

entries = Table(
    "entries",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True, comment="the translation's document"),
    # The key is what keeps two writers apart: the second one to use a number is refused.
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("action", Integer, nullable=False),
    Column("reviewer", ExactText, nullable=False),
    Column("at", String(40), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("payload", Record, nullable=False),
    Column("label", ExactText, nullable=False),
    CheckConstraint("seq >= 1"),
    comment="the journal: append only",
)

drafts = Table(
    "drafts",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("bead", String(60), primary_key=True),
    Column("field", String(60), primary_key=True),
    Column("text", ExactText, nullable=False),
    Column("caret", Integer, nullable=False),
    Column("reviewer", ExactText, nullable=False),
    Column("at", String(40), nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("reviewer", ExactText, primary_key=True),
    Column("bead", String(60), nullable=False),
    Column("side", String(10), nullable=False),
    Column("position", Integer, nullable=False),
    Column("view", Record, nullable=False),
    comment="where each reviewer left: the word under the cursor and how the screen was set",
)

terms = Table(
    "terms",
    metadata,
    Column("base", ExactText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("record", Record, nullable=False),
    comment="termbases as they were loaded; terms added in the review are in the journal",
)

scores = Table(
    "scores",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("bead", String(60), comment="null for a figure of the whole document"),
    Column("metric", ExactText, nullable=False),
    Column("value", Float, nullable=False),
    Column("signature", ExactText, nullable=False),
    Column("origin", ExactText, nullable=False),
)

cache = Table(
    "cache",
    metadata,
    Column("kind", String(100), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("code", String(200), nullable=False, comment="version of the code that made the value"),
    Column("value", PackedRecord, nullable=False),
    comment="derived values; may be emptied at any time",
)
