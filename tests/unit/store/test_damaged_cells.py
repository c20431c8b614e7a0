"""Any value in any cell of a project: it opens right, or is refused in one sentence that names the place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workbench.errors import ProjectProblem
from workbench.model.span import Side
from workbench.model.term import Term, Termbase
from workbench.store import schema
from workbench.store.project import Batch, Draft, ImportedScore, Place, ProjectStore

from .building import corrections, make_bitext

VALUES = (
    None, -1, 0, 7, 10**15, -(2**63), 1.5, float("inf"), "", "x", "source", "\x1a", "{}", "[]", "null", "1", '"x"',
    '{"a": 1}', "[[1]]", "[1,", "NaN", "9" * 5000, "[" * 3000, b"", b"\xff\xfe\x00", b"x\x9c\x03\x00",
)  # fmt: skip
COLUMNS = [(table.name, column.name) for table in schema.metadata.sorted_tables for column in table.columns]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a row in every table, whose tables take any value."""
    path = tmp_path_factory.mktemp("whole") / "article.review"
    bitext = make_bitext(3)
    bead = bitext.beads[1].id
    with ProjectStore.create(path, bitext.source, bitext.target, bitext.beads) as store:
        batch = Batch(
            tuple(corrections(bitext, 1, 3)),
            drafts=(Draft(bead, "typed", caret=2, reviewer="Wu", at="2026-01-01"),),
            place=Place(bead, Side.TARGET, 3, "Wu", {"hunt": "worst"}),
            caches=(("k", "1", {"x": [1, 2]}),),
        )
        store.write(batch)
        store.save_termbase(Termbase((Term("风口", "hot trend"),), "mine"))
        store.add_scores([ImportedScore("comet", 0.5, bead)])
        store.save_setting("title", "t")
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')")
    database.close()
    return path


def used(path: Path) -> str:
    """Everything read from a project, as a program does that opens it. Returns what was told."""
    try:
        with ProjectStore.open(path, read_only=True) as store:
            warnings = store.load().warnings
            store.drafts(), store.place(reviewer="Wu"), store.termbases(), store.settings(), store.inputs.paths
            store.scores(), store.cache_get("k", "x", "1"), store.cache_get_all("k", "1")
            return " ".join(warnings)
    except ProjectProblem as problem:
        return str(problem)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_any_value_in_any_cell(whole: Path, tmp_path: Path, table: str, column: str) -> None:
    path = tmp_path / "article.review"
    for value in VALUES:
        shutil.copy(whole, path)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA ignore_check_constraints = ON")
            rows = [row for (row,) in database.execute(f"SELECT rowid FROM {table}")]
            try:
                database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, rows[-1]))
            except sqlite3.IntegrityError:
                continue  # another row has this key
        before = path.read_bytes()
        told = used(path)
        assert "\n" not in told
        assert len(told) < 600, told
        assert not any(word in told for word in ("Traceback", "SELECT", "object at")), told
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE documents SET text = x'00ff' WHERE id = 2",
            "table documents, row 2, text: b'\\x00\\xff' is not a text",
        ),
        ("UPDATE documents SET side = 'source'", "row 2, side: 'source' is not its side"),
        ("UPDATE entries SET reviewer = NULL WHERE seq = 2", "table entries, row 2 2, reviewer: None is not a text"),
        ("UPDATE entries SET action = 9 WHERE seq = 2", "row 2 2, action: 9 is not an act up to there"),
        ("DELETE FROM beads WHERE position = 1", "a segment is missing"),
        ("DELETE FROM beads", "segments are missing"),
        ("""UPDATE beads SET record = replace(record, '[[', '[[9')""", "does not lie in the text"),
        (
            """UPDATE terms SET record = '{"zh": 1, "en": "x"}'""",
            "term 1 of 'mine' cannot be read (zh: a text expected, not 1)",
        ),
        ("UPDATE meta SET value = '1.5' WHERE name = 'format'", "which format"),
        ("UPDATE documents SET text = CAST(x'ff' AS TEXT) WHERE id = 2", ""),
    ],
)
def test_the_cell_is_named(whole: Path, tmp_path: Path, statement: str, told: str) -> None:
    path = tmp_path / "article.review"
    shutil.copy(whole, path)
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()
    said = used(path)
    assert said
    assert told in said


def test_a_damaged_draft_is_told_and_the_others_stay(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "article.review"
    shutil.copy(whole, path)
    with ProjectStore.open(path) as store:
        store.save_draft(Draft("other", "kept"))
    with sqlite3.connect(path) as database:
        database.execute("UPDATE drafts SET caret = 'x' WHERE bead <> 'other'")
    database.close()
    with ProjectStore.open(path) as store:
        assert [draft.text for draft in store.drafts()] == ["kept"]
        assert any("A draft is left out" in warning for warning in store.load().warnings)
