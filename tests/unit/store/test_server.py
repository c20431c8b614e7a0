"""What is particular to a PostgreSQL server: its lock, lost connections, races, backups in tables, URLs."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import Connection, text

from workbench.errors import ProjectProblem
from workbench.model.events import TextCorrected
from workbench.store import migrations, schema, statements
from workbench.store.journal import JournalWriter
from workbench.store.problems import JournalConflict
from workbench.store.project import ProjectStore

from .building import corrections, entry, make_bitext
from .conftest import POSTGRES

BITEXT = make_bitext(5)
ROOT = Path(__file__).parents[3]

needs_server = pytest.mark.skipif(not POSTGRES, reason="WORKBENCH_TEST_POSTGRES names no server")


@pytest.fixture
def url(location: str) -> str:
    """A project with three entries on the server."""
    if not location.startswith("postgresql"):
        pytest.skip("for a server alone")
    bitext = BITEXT
    with ProjectStore.create(location, bitext.source, bitext.target, bitext.beads, reviewer="Wu") as store:
        store.append(corrections(bitext, 1, 3))
    return location


def cut_connection(store: ProjectStore) -> None:
    """Ends the store's connection from the server's side."""
    with store._database.reading() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar()
    engine = sqlalchemy.create_engine(POSTGRES)
    with engine.begin() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    engine.dispose()


def test_a_killed_writer_frees_the_project(url: str) -> None:
    code = """
        import sys
        from workbench.store.project import ProjectStore
        store = ProjectStore.open(sys.argv[1], reviewer="Li")
        print(store.read_only, flush=True)
        sys.stdin.readline()
    """
    command = [sys.executable, "-c", textwrap.dedent(code), url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        assert process.stdout.readline() == "False\n"
        with ProjectStore.open(url) as second:
            assert second.read_only
            assert second.held_by is not None
            assert (second.held_by.who, second.held_by.pid) == ("Li", process.pid)
        process.kill()
        process.wait()
    for _ in range(100):  # the server notices within moments
        with ProjectStore.open(url) as store:
            if not store.read_only:
                break
    assert not store.held_by


def test_a_lost_connection_is_mended_and_nothing_is_lost(url: str) -> None:
    with ProjectStore.open(url) as store:
        writer = JournalWriter(store, retry_delay=0.05)
        writer.submit(corrections(BITEXT, 4, 4))
        assert writer.flush()
        cut_connection(store)
        writer.submit(corrections(BITEXT, 5, 5))
        for _ in range(50):
            if writer.flush():
                break
        assert writer.close()
        assert list(store.entries()) == corrections(BITEXT, 1, 5)
        with ProjectStore.open(url) as second:
            assert second.read_only  # the lock was taken again


def test_whoever_lost_the_connection_does_not_write_over_a_new_writer(url: str) -> None:
    with ProjectStore.open(url) as store:
        cut_connection(store)
        with ProjectStore.open(url) as other:
            assert not other.read_only
            other.append([entry(4, TextCorrected(BITEXT.beads[0].id, "theirs"))])
            for _ in range(2):
                with pytest.raises(ProjectProblem):
                    store.append(corrections(BITEXT, 4, 4))
            assert store.read_only
            assert other.entries()[3].event == TextCorrected(BITEXT.beads[0].id, "theirs")


def test_two_writers_at_the_same_moment_are_a_conflict(url: str) -> None:
    """Without the lock, as where it was lost: the journal's own numbers keep the two apart."""
    with ProjectStore.open(url) as store:
        engine = sqlalchemy.create_engine(url)
        ours, theirs = corrections(BITEXT, 4, 4), [entry(4, TextCorrected(BITEXT.beads[0].id, "theirs"))]
        with engine.connect() as other:
            transaction = other.begin()
            statements.append_entries(other, "x", 2, theirs)
            failures: list[BaseException] = []

            def write() -> None:
                try:
                    store.append(ours)
                except ProjectProblem as problem:
                    failures.append(problem)

            thread = threading.Thread(target=write)
            thread.start()
            thread.join(0.3)  # it waits for the other's commit
            transaction.commit()
            thread.join()
        engine.dispose()
        assert [type(failure) for failure in failures] == [JournalConflict]
        assert store.entries()[3:] == tuple(theirs)


def _add_mood(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN mood TEXT DEFAULT 'calm'"))


def test_an_older_format_is_migrated_after_a_backup_in_tables(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "FORMAT_VERSION", 2)
    monkeypatch.setattr(migrations, "STEPS", {1: _add_mood})
    with pytest.raises(ProjectProblem, match="older format 1"):
        ProjectStore.open(url, read_only=True)
    with ProjectStore.open(url) as store:
        assert "from format 1 to 2" in store.notices[0]
        assert len(store.entries()) == 3
        with store._database.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM entries_format_1")).scalar() == 3
            assert connection.execute(text("SELECT mood FROM documents LIMIT 1")).scalar() == "calm"
    with ProjectStore.open(url) as store:
        assert store.notices == ()
    monkeypatch.setattr(schema, "FORMAT_VERSION", 1)
    with pytest.raises(ProjectProblem, match="newer version"):
        ProjectStore.open(url)


@needs_server
@pytest.mark.usefixtures("location")
@pytest.mark.parametrize("location", ["postgres"], indirect=True)
def test_a_database_without_a_project(location: str) -> None:
    with pytest.raises(ProjectProblem, match="holds no project"):
        ProjectStore.open(location)


@pytest.mark.parametrize(
    "location",
    [
        "postgresql+psycopg://someone:sesame@127.0.0.1:1/none?connect_timeout=2",
        "postgresql://someone:sesame@127.0.0.1:1/none?connect_timeout=2",
        "postgresql://",
        "postgresql+psycopg://[",
        "postgresql+nothing://someone:sesame@127.0.0.1:1/none",
    ],
)
def test_a_server_that_cannot_be_reached_gets_one_sentence(location: str) -> None:
    for call in (
        lambda: ProjectStore.open(location),
        lambda: ProjectStore.create(location, BITEXT.source, BITEXT.target, BITEXT.beads),
    ):
        with pytest.raises(ProjectProblem) as problem:
            call()
        assert "sesame" not in str(problem.value)
        assert "\n" not in str(problem.value)
