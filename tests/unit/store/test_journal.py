from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from workbench.errors import ProjectProblem, ReadOnlyProject
from workbench.model.events import TextCorrected
from workbench.store.journal import JournalWriter, SaveState
from workbench.store.problems import JournalConflict
from workbench.store.project import Batch, Draft, Place, ProjectStore

from .building import corrections, entry, make_bitext

Create = Callable[..., ProjectStore]
BITEXT = make_bitext(5)


class Ear:
    """Hears what the writer tells, and lets a test wait for it."""

    def __init__(self) -> None:
        self.saved: list[int] = []
        self.states: list[SaveState] = []
        self.problems: list[ProjectProblem | None] = []
        self.threads: set[str] = set()
        self._heard = threading.Condition()

    def on_saved(self, seq: int) -> None:
        with self._heard:
            self.saved.append(seq)
            self.threads.add(threading.current_thread().name)
            self._heard.notify_all()

    def on_state(self, state: SaveState, problem: ProjectProblem | None) -> None:
        with self._heard:
            self.states.append(state)
            self.problems.append(problem)
            self.threads.add(threading.current_thread().name)
            self._heard.notify_all()

    def wait(self, heard: Callable[[], bool]) -> None:
        with self._heard:
            assert self._heard.wait_for(heard, 20)


class Gate:
    """Stands before a store's `write`: lets transactions wait, or fail, and remembers them."""

    def __init__(self, store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        self.open.set()
        self.arrived = threading.Semaphore(0)
        self.failure: Exception | None = None
        self.batches: list[Batch] = []
        self._write = store.write
        monkeypatch.setattr(store, "write", self.write)

    def write(self, batch: Batch, translation: str = "machine") -> None:
        self.arrived.release()
        assert self.open.wait(20)
        if self.failure:
            raise self.failure
        self._write(batch, translation)
        self.batches.append(batch)


@pytest.fixture
def store(create: Create) -> ProjectStore:
    return create(5)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def writer(store: ProjectStore, ear: Ear) -> Iterator[JournalWriter]:
    writer = JournalWriter(store, on_saved=ear.on_saved, on_state=ear.on_state, typing_delay=0.02, retry_delay=0.05)
    yield writer
    writer.close(5)


def test_acts_are_saved_in_order_and_told(store: ProjectStore, writer: JournalWriter, ear: Ear) -> None:
    entries = corrections(BITEXT, 1, 6)
    for one in entries:
        writer.submit([one])
    assert writer.flush()
    assert list(store.entries()) == entries
    assert ear.saved == sorted(ear.saved)
    assert ear.saved[-1] == writer.saved_seq == 6
    assert writer.state is SaveState.SAVED
    assert ear.states[0] is SaveState.SAVING
    assert ear.states[-1] is SaveState.SAVED
    assert ear.threads == {"journal"}


def test_submitting_waits_for_nobody_and_what_queued_is_one_transaction(
    store: ProjectStore, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    gate.open.clear()
    entries = corrections(BITEXT, 1, 5)
    writer.submit(entries[:1])
    assert gate.arrived.acquire(timeout=20)
    for one in entries[1:]:
        writer.submit([one])
    assert writer.state is SaveState.SAVING
    assert writer.saved_seq == 0
    assert writer.unsaved == tuple(entries)
    gate.open.set()
    assert writer.flush()
    assert [len(batch.entries) for batch in gate.batches] == [1, 4]
    assert writer.unsaved == ()


def test_a_failure_keeps_everything_and_is_tried_again(
    store: ProjectStore, writer: JournalWriter, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    gate.failure = ProjectProblem("x", "cannot be written: the disk is full")
    writer.submit(corrections(BITEXT, 1, 2))
    ear.wait(lambda: SaveState.FAILED in ear.states)
    assert "disk is full" in str(ear.problems[-1])
    assert writer.state is SaveState.FAILED
    assert "disk is full" in str(writer.problem)
    writer.submit(corrections(BITEXT, 3, 3))
    assert not writer.flush(5)
    assert [e.seq for e in writer.unsaved] == [1, 2, 3]
    assert ear.saved == []
    gate.failure = None
    ear.wait(lambda: ear.saved[-1:] == [3])  # without anyone asking for it
    assert writer.flush()
    assert writer.problem is None
    assert ear.states[-1] is SaveState.SAVED
    assert list(store.entries()) == corrections(BITEXT, 1, 3)


def test_an_unforeseen_error_does_not_end_the_thread(
    store: ProjectStore, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    gate.failure = RuntimeError("a bug")
    writer.submit(corrections(BITEXT, 1, 1))
    assert not writer.flush(5)
    assert "a bug" in str(writer.problem)
    gate.failure = None
    assert writer.flush()


def test_a_conflict_is_told_and_not_tried_again(store: ProjectStore, writer: JournalWriter, ear: Ear) -> None:
    store.append(corrections(BITEXT, 1, 1))
    writer.submit([entry(1, TextCorrected(BITEXT.beads[0].id, "something else"))])
    ear.wait(lambda: SaveState.FAILED in ear.states)
    assert isinstance(writer.problem, JournalConflict)
    assert list(store.entries()) == corrections(BITEXT, 1, 1)
    time.sleep(0.15)
    assert ear.states.count(SaveState.FAILED) == 1
    assert [e.seq for e in writer.unsaved] == [1]


def test_a_callback_that_fails_harms_nothing(store: ProjectStore) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the screen is gone")

    writer = JournalWriter(store, on_saved=fail, on_state=fail)
    writer.submit(corrections(BITEXT, 1, 1))
    assert writer.flush()
    writer.submit(corrections(BITEXT, 2, 2))
    assert writer.close()
    assert len(store.entries()) == 2


def test_closing_saves_what_is_queued(create: Create, location: str) -> None:
    store = create(5)
    writer = JournalWriter(store, typing_delay=60)
    writer.submit(corrections(BITEXT, 1, 3))
    writer.save_draft(Draft("b", "typed"))
    writer.save_place(Place("b", offset=3))
    assert writer.close()
    assert writer.close()
    with pytest.raises(ProjectProblem, match="closed"):
        writer.submit(corrections(BITEXT, 4, 4))
    store.close()
    with ProjectStore.open(location) as again:
        assert len(again.entries()) == 3
        assert again.drafts()[0].text == "typed"
        assert again.place() == Place("b", offset=3)


def test_closing_tells_what_could_not_be_saved(store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(store, monkeypatch)
    gate.failure = ProjectProblem("x", "cannot be written: the disk is full")
    writer = JournalWriter(store)
    writer.submit(corrections(BITEXT, 1, 2))
    assert not writer.close(5)
    assert [e.seq for e in writer.unsaved] == [1, 2]


def test_typing_is_saved_soon_but_not_at_every_key(
    store: ProjectStore, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    writer = JournalWriter(store, typing_delay=0.2)
    for i in range(50):
        writer.save_draft(Draft("b", "x" * i))
        writer.save_place(Place("b", offset=i))
    deadline = time.monotonic() + 20
    while not gate.batches and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(gate.batches) == 1
    assert store.drafts()[0].text == "x" * 49
    assert store.place() == Place("b", offset=49)
    assert writer.state is SaveState.SAVED
    writer.close()


def test_a_draft_goes_in_the_commit_of_the_act_that_makes_it_needless(
    store: ProjectStore, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.save_draft(Draft("b", "typed"))
    writer.save_draft(Draft("c", "typed too"))
    assert writer.flush()
    gate = Gate(store, monkeypatch)
    writer.submit(corrections(BITEXT, 1, 1), drop_drafts=[("b", "text")])
    assert writer.flush()
    assert [(len(b.entries), b.dropped) for b in gate.batches] == [(1, (("b", "text"),))]
    assert [draft.bead for draft in store.drafts()] == ["c"]


def test_typing_again_after_dropping_keeps_the_new_draft(store: ProjectStore, writer: JournalWriter) -> None:
    writer.save_draft(Draft("b", "old"))
    writer.drop_draft("b")
    writer.save_draft(Draft("b", "new"))
    assert writer.flush()
    assert [draft.text for draft in store.drafts()] == ["new"]
    writer.drop_draft("b")
    assert writer.flush()
    assert store.drafts() == ()


def test_a_draft_typed_while_an_older_one_is_written_is_not_forgotten(
    store: ProjectStore, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    gate.open.clear()
    writer.save_draft(Draft("b", "old"))
    writer.save_place(Place("b", offset=1))
    assert gate.arrived.acquire(timeout=20)
    writer.save_draft(Draft("b", "new"))
    writer.save_place(Place("b", offset=2))
    gate.open.set()
    assert writer.flush()
    assert store.drafts()[0].text == "new"
    assert store.place() == Place("b", offset=2)


def test_caches_are_written_when_nothing_else_is(store: ProjectStore, writer: JournalWriter) -> None:
    writer.save_cache("k", "1", {"a": 1})
    writer.save_cache("k", "1", {"b": 2})
    assert writer.flush()
    assert store.cache_get_all("k", "1") == {"a": 1, "b": 2}
    writer.save_cache("k", "1", {"c": object()})
    writer.submit(corrections(BITEXT, 1, 1))
    writer.flush()
    assert len(store.entries()) == 1
    assert writer.flush()  # what cannot be cached is left out, and blocks nothing
    assert writer.state is SaveState.SAVED


def test_flushing_gives_up_when_its_time_is_over(
    store: ProjectStore, writer: JournalWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(store, monkeypatch)
    gate.open.clear()
    writer.submit(corrections(BITEXT, 1, 1))
    assert not writer.flush(0.05)
    gate.open.set()
    assert writer.flush()


def test_there_is_no_writer_for_a_project_that_can_only_be_read(create: Create, location: str) -> None:
    create().close()
    with ProjectStore.open(location, read_only=True) as store, pytest.raises(ReadOnlyProject):
        JournalWriter(store)


def test_many_threads_may_submit_typing_and_caches(store: ProjectStore, writer: JournalWriter) -> None:
    def type_away(name: str) -> None:
        for i in range(30):
            writer.save_draft(Draft(name, str(i)))
            writer.save_cache("k", "1", {f"{name}{i}": i})

    threads = [threading.Thread(target=type_away, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for i in range(1, 20):
        writer.submit(corrections(BITEXT, i, i))
    for thread in threads:
        thread.join()
    assert writer.flush(30)
    assert {draft.bead: draft.text for draft in store.drafts()} == dict.fromkeys("abcd", "29")
    assert len(store.cache_get_all("k", "1")) == 120
    assert list(store.entries()) == corrections(BITEXT, 1, 19)
