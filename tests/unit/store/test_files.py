"""What is particular to project files: locks that end with their process, damage, media, formats, names."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from workbench.errors import ProjectProblem, ReadOnlyProject
from workbench.store import database, lock, migrations, schema
from workbench.store.journal import JournalWriter, SaveState
from workbench.store.lock import FileLock, Held, Holder, lock_path
from workbench.store.paths import project_path
from workbench.store.project import ProjectStore

from .building import corrections, make_bitext

BITEXT = make_bitext(5)
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def create(path: Path, count: int = 5) -> ProjectStore:
    bitext = make_bitext(count)
    return ProjectStore.create(path, bitext.source, bitext.target, bitext.beads, reviewer="Wu")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "article.review"


@pytest.fixture
def project(path: Path) -> Path:
    with create(path) as store:
        store.append(corrections(BITEXT, 1, 3))
    return path


@pytest.fixture
def other_program(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the project open for writing."""
    code = """
        import sys, time
        from workbench.store.project import ProjectStore
        store = ProjectStore.open(sys.argv[1], reviewer="Li")
        print("read only" if store.read_only else "open", flush=True)
        sys.stdin.readline()
        store.close()
        print("closed", flush=True)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(project)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


# ---- one writer


def test_another_process_is_named_and_its_end_frees_the_project(
    project: Path, other_program: subprocess.Popen[str]
) -> None:
    with ProjectStore.open(project, reviewer="Wu") as store:
        assert store.read_only
        assert store.held_by is not None
        assert (store.held_by.who, store.held_by.pid) == ("Li", other_program.pid)
        assert f"process {other_program.pid}" in store.notices[0]
        with pytest.raises(ReadOnlyProject, match="Li on"):
            store.append(corrections(BITEXT, 4, 4))
        with pytest.raises(ReadOnlyProject, match="Li on"):
            JournalWriter(store)
    assert other_program.stdin
    assert other_program.stdout
    print(file=other_program.stdin, flush=True)
    assert other_program.stdout.readline() == "closed\n"
    with ProjectStore.open(project) as store:
        assert not store.read_only


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_killed_process_is_taken_over(project: Path, other_program: subprocess.Popen[str]) -> None:
    other_program.send_signal(signal.SIGKILL)
    other_program.wait()
    assert lock_path(project).exists()
    with ProjectStore.open(project) as store:
        assert not store.read_only
        assert store.notices == ()
        store.append(corrections(BITEXT, 4, 4))


def test_nothing_is_left_beside_a_closed_project(project: Path) -> None:
    assert names(project.parent) == [project.name]


def test_a_link_to_a_project_shares_its_lock(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.review"
    link.symlink_to(project)
    with ProjectStore.open(project), ProjectStore.open(link) as second:
        assert second.read_only


def test_a_lock_file_with_nonsense_in_it_is_only_a_lock_file(project: Path) -> None:
    for content in (b"", b"{", b"[1]", b"\xff\xfe", b'{"who": 1}', b"[" * 100_000):
        lock_path(project).write_bytes(content)
        with ProjectStore.open(project) as store:
            assert not store.read_only


def test_a_lock_is_given_back_once(path: Path) -> None:
    first = FileLock(path, Holder.me("Wu"))
    with pytest.raises(Held) as held:
        FileLock(path, Holder.me("Li"))
    assert held.value.holder is not None
    assert held.value.holder.who == "Wu"
    first.release()
    second = FileLock(path, Holder.me("Li"))
    first.release()
    with pytest.raises(Held):
        FileLock(path, Holder.me("Wu"))
    second.release()


def test_a_lock_on_a_file_that_was_just_removed_is_no_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening and locking, the last holder may have ended and removed the file."""
    really, calls = lock._try_lock, []

    def remove_first(file: int) -> bool:
        calls.append(file)
        if len(calls) == 1:
            lock_path(path).unlink()
        return really(file)

    monkeypatch.setattr(lock, "_try_lock", remove_first)
    held = FileLock(path, Holder.me())
    assert len(calls) == 2
    with pytest.raises(Held):
        FileLock(path, Holder.me())
    held.release()


def test_a_holder_that_does_not_say_who_it_is_still_holds(project: Path) -> None:
    with ProjectStore.open(project):
        lock_path(project).write_bytes(b"nonsense")
        with ProjectStore.open(project) as second:
            assert second.read_only
            assert second.held_by is None
            assert "is open in another program" in second.notices[0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_child_does_not_keep_the_lock(project: Path) -> None:
    code = """
        import os, sys, time
        from workbench.store.project import ProjectStore
        store = ProjectStore.open(sys.argv[1])
        if os.fork() == 0:
            print("forked", flush=True)
        time.sleep(60)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(project)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "forked\n"
    process.kill()
    process.wait()
    try:
        with ProjectStore.open(project) as store:
            assert not store.read_only
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()


# ---- what is no project, or no longer one


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no such project"),
        (b"", "is empty"),
        (b"SQLite format 3\x00", "is not a project"),
        (b"#!/bin/sh\n" * 50, "is not a project"),
        (b"SQLite format 3\x00" + bytes(4080), "another program"),
    ],
)
def test_what_is_no_project_gets_one_sentence(path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProjectProblem, match=message):
        ProjectStore.open(path)
    assert [p for p in path.parent.iterdir() if p != path] == []
    if content is not None:
        assert path.read_bytes() == content


def test_a_directory_a_pipe_and_an_impossible_name(tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem, match="directory"):
        ProjectStore.open(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ProjectProblem, match="not an ordinary file"):
            ProjectStore.open(tmp_path / "pipe")
    for name in ("a\x00b", "x" * 5000, str(tmp_path / "none" / "a.review")):
        with pytest.raises(ProjectProblem):
            ProjectStore.open(name)
        with pytest.raises(ProjectProblem):
            ProjectStore.create(name, BITEXT.source, BITEXT.target, BITEXT.beads)


def test_another_programs_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    connection.close()
    with pytest.raises(ProjectProblem, match="another program"):
        ProjectStore.open(path)


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_told_and_never_crashes(tmp_path: Path, seed: int) -> None:
    """Any page overwritten, or the file cut short: it opens right, with a warning, or is refused in one sentence."""
    import random

    path = tmp_path / "article.review"
    with create(path, 60) as store:
        store.append(corrections(make_bitext(60), 1, 200))
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    if seed % 4 == 0:
        del data[chance.randrange(100, len(data)) :]
    else:
        start = chance.randrange(100, len(data))
        data[start : start + chance.choice([1, 16, 4096])] = chance.randbytes(4)
    path.write_bytes(data)
    told = ""
    try:
        with ProjectStore.open(path) as store:
            store.load()
            store.drafts()
            store.place()
    except ProjectProblem as problem:
        told = str(problem)
    assert told == "" or str(path) in told
    assert not any(word in told for word in ("\n", "Traceback", "SELECT"))


def change(path: Path, statement: str, *values: object) -> None:
    """Changes a project from outside."""
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


def test_a_text_that_was_changed_from_outside_is_told(project: Path) -> None:
    change(project, "UPDATE documents SET text = text || 'x' WHERE side = 'target'")
    with ProjectStore.open(project) as store:
        loaded = store.load()
    assert len(loaded.warnings) == 1
    assert "a.en.txt" in loaded.warnings[0]
    assert loaded.review.last_seq == 3


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DELETE FROM entries WHERE seq = 2", "entry 2 of the journal is missing"),
        ("UPDATE entries SET payload = '{' WHERE seq = 2", "row 2 2, payload: it is not JSON"),
        ("UPDATE entries SET payload = '[]' WHERE seq = 2", "entry 2 of the journal cannot be read"),
        ("UPDATE entries SET kind = 'Sneezed' WHERE seq = 2", "entry 2 of the journal cannot be read"),
        ("UPDATE beads SET record = '{}'", "segment 1 cannot be read"),
        ("DELETE FROM documents WHERE side = 'target'", "texts are missing"),
        ("DELETE FROM meta", "which format"),
        ("UPDATE meta SET value = 'x' WHERE name = 'format'", "which format"),
        ("DROP TABLE meta", "holds no project"),
        ("DROP TABLE entries", "entries"),
    ],
)
def test_missing_and_nonsensical_rows_are_told(project: Path, statement: str, message: str) -> None:
    change(project, statement)
    with pytest.raises(ProjectProblem, match=message), ProjectStore.open(project) as store:
        store.load()
    assert not lock_path(project).exists()


# ---- media


def test_a_full_disk_is_told_and_nothing_is_half_written(project: Path) -> None:
    with ProjectStore.open(project) as store:
        pages = store._database.pragma("page_count")
        store._database.pragma(f"max_page_count={pages}")
        with pytest.raises(ProjectProblem, match="the disk is full"):
            store.append(corrections(BITEXT, 4, 2000))
        assert len(store.entries()) == 3
        writer = JournalWriter(store, retry_delay=0.02)
        writer.submit(corrections(BITEXT, 4, 2000))
        assert not writer.flush()
        assert writer.state is SaveState.FAILED
        store._database.pragma("max_page_count=100000")
        assert writer.flush(20)
        assert writer.close()
        assert len(store.entries()) == 2000


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes")
def test_creating_on_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    code = """
        import resource, signal, sys
        from tests.unit.store.test_files import create, Path
        from workbench.errors import ProjectProblem
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        try:
            create(Path(sys.argv[1]), 3000)
        except ProjectProblem as problem:
            print(problem)
    """
    path = tmp_path / "article.review"
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
    assert f"{path}: " in done.stdout
    assert "disk" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_medium_opens_for_reading(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What a read-only medium answers; a chmod would not hold root back.
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with ProjectStore.open(project) as store:
        assert store.read_only
        assert store.held_by is None
        assert len(store.load().review.entries) == 3
        assert "read-only" in store.notices[0]
        with pytest.raises(ReadOnlyProject, match="read-only"):
            store.append(corrections(BITEXT, 4, 4))


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="root may write anywhere")
def test_a_folder_without_permission(project: Path) -> None:
    project.parent.chmod(0o555)
    try:
        with ProjectStore.open(project) as store:
            assert store.read_only
        with pytest.raises(ProjectProblem):
            create(project.with_name("new.review"))
    finally:
        project.parent.chmod(0o755)


def test_a_half_done_commit_is_rolled_back_also_for_a_mere_reader(project: Path) -> None:
    code = """
        import os, sys
        from tests.unit.store.building import corrections, make_bitext
        from workbench.store import statements
        from workbench.store.project import ProjectStore
        store = ProjectStore.open(sys.argv[1])
        store._database.pragma("cache_size=1")  # so that changed pages reach the file before the commit
        with store._database.writing() as connection:
            statements.append_entries(connection, "x", 2, corrections(make_bitext(5), 4, 3000))
            os.kill(os.getpid(), 9)
    """
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(project)], cwd=root, check=False)
    assert project.with_name(project.name + "-journal").stat().st_size > 0
    with ProjectStore.open(project, read_only=True) as store:
        assert len(store.entries()) == 3
    with ProjectStore.open(project) as store:
        assert len(store.entries()) == 3


def test_a_write_begins_by_keeping_other_writers_out(project: Path) -> None:
    with ProjectStore.open(project) as store, store._database.writing():
        other = sqlite3.connect(project, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_commits_are_synchronous_and_memory_is_not_mapped(project: Path) -> None:
    with ProjectStore.open(project) as store:
        assert store._database.pragma("synchronous") == 2
        assert store._database.pragma("mmap_size") in (0, None)
        mode = store._database.pragma("journal_mode")
        assert mode == ("wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "truncate")


# ---- formats


def test_a_newer_format_is_refused_and_not_touched(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.read_bytes()
    monkeypatch.setattr(schema, "FORMAT_VERSION", 0)
    with pytest.raises(ProjectProblem, match="newer version"):
        ProjectStore.open(project)
    with pytest.raises(ProjectProblem, match="newer version"):
        ProjectStore.open(project, read_only=True)
    assert project.read_bytes() == before
    assert names(project.parent) == [project.name]


def _add_mood(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN mood TEXT DEFAULT 'calm'"))


def _add_weather(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE weather (sky TEXT)"))
    connection.execute(text("UPDATE documents SET mood = 'bright'"))


Newer = Callable[..., None]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Newer:
    """Lets the program be of a later format, with the steps that lead there."""

    def set_steps(*steps: migrations.Step) -> None:
        monkeypatch.setattr(schema, "FORMAT_VERSION", 1 + len(steps))
        monkeypatch.setattr(migrations, "STEPS", dict(enumerate(steps, 1)))

    return set_steps


def column(path: Path, statement: str) -> list[object]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute(statement).fetchall()
    connection.close()
    return [row[0] for row in rows]


def test_an_older_format_is_migrated_after_a_backup(project: Path, newer: Newer) -> None:
    newer(_add_mood, _add_weather)
    with ProjectStore.open(project) as store:
        assert not store.read_only
        assert "from format 1 to 3" in store.notices[0]
        assert len(store.load().review.entries) == 3
        store.append(corrections(BITEXT, 4, 4))
    backup = project.with_name("article.review.format-1.backup")
    assert str(backup) in store.notices[0]
    assert column(project, "SELECT mood FROM documents") == ["bright", "bright"]
    assert column(project, "PRAGMA user_version") == [3]
    assert column(project, "SELECT value FROM meta WHERE name = 'format'") == ["3"]
    assert column(backup, "PRAGMA user_version") == [1]
    assert column(backup, "SELECT count(*) FROM entries") == [3]
    with ProjectStore.open(project) as store:
        assert store.notices == ()
        assert len(store.entries()) == 4


def test_a_backup_never_replaces_another(project: Path, newer: Newer) -> None:
    backup = project.with_name("article.review.format-1.backup")
    backup.write_text("mine")
    newer(_add_mood)
    ProjectStore.open(project).close()
    assert backup.read_text() == "mine"
    assert column(project.with_name("article.review.format-1.2.backup"), "PRAGMA user_version") == [1]


def test_a_migration_that_fails_leaves_the_project_as_it_was(project: Path, newer: Newer) -> None:
    def fail(connection: Connection) -> None:
        connection.execute(text("UPDATE nothing SET x = 1"))

    newer(_add_mood, fail)
    with pytest.raises(ProjectProblem):
        ProjectStore.open(project)
    assert column(project, "PRAGMA user_version") == [1]
    assert "mood" not in column(project, "SELECT name FROM pragma_table_info('documents')")
    assert not lock_path(project).exists()


def test_a_format_that_no_step_leads_from_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "FORMAT_VERSION", 2)
    with pytest.raises(ProjectProblem, match="no longer read"):
        ProjectStore.open(project)


def test_an_older_format_can_be_read_without_being_written(project: Path, newer: Newer) -> None:
    before = project.read_bytes()
    newer(_add_mood)
    with ProjectStore.open(project, read_only=True) as store:
        assert store.read_only
        assert "copy in memory" in store.notices[0]
        assert len(store.load().review.entries) == 3
    assert project.read_bytes() == before
    assert names(project.parent) == [project.name]


# ---- names


@pytest.mark.parametrize(
    ("target", "source", "name"),
    [
        ("article.en.txt", "article.zh.txt", "article.review"),
        ("report-2021-en.txt", "report-2021-zh.txt", "report-2021.review"),
        ("000.txt", "003.txt", "000.review"),
        ("article.txt", None, "article.review"),
        ("english.txt", "中文.txt", "english.review"),
        ("v1.2 draft.txt", None, "v1.2 draft.review"),
        (".hidden", None, "hidden.review"),
        ("en.txt", "zh.txt", "en.review"),
        ("article", "article.zh", "article.review"),
    ],
)
def test_a_project_is_named_after_what_its_files_share(target: str, source: str | None, name: str) -> None:
    folder = Path("some/where")
    found = project_path(folder / target, folder / source if source else None)
    assert found == folder / name
    assert project_path(folder / target, None, Path("else")).parent == Path("else")
