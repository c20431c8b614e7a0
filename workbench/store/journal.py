"""The writer thread: decisions are shown at once and committed behind the screen, in order, each act whole.

An act is queued by `submit` and durable when `on_saved` names its last entry. What is being typed and where the
cursor stands go the same way, at most `typing_delay` seconds late. If the disk refuses, everything stays queued, the
state is 'failed' with the reason, and the writer tries again until it works or is closed.
"""

from __future__ import annotations

import atexit
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

from workbench.errors import ProjectProblem
from workbench.model.events import Entry
from workbench.store.problems import JournalConflict
from workbench.store.project import Batch, Draft, Place, ProjectStore

_log = logging.getLogger(__name__)


class SaveState(StrEnum):
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    """Nothing is lost yet: all of it is still queued."""


class JournalWriter:
    """Writes one translation's journal, drafts and place from a thread of its own.

    The two callbacks run in that thread. They must not wait for the thread that calls `flush` or `close`
    (in Textual: `post_message`, never `call_from_thread`).
    """

    def __init__(
        self,
        store: ProjectStore,
        translation: str = "machine",
        *,
        on_saved: Callable[[int], object] | None = None,
        on_state: Callable[[SaveState, ProjectProblem | None], object] | None = None,
        typing_delay: float = 0.5,
        retry_delay: float = 2.0,
    ) -> None:
        if store.read_only:
            raise store.refusal()
        self._store = store
        self._translation = translation
        self._on_saved = on_saved
        self._on_state = on_state
        self._typing_delay = typing_delay
        self._retry_delay = retry_delay
        self._changed = threading.Condition(threading.RLock())
        self._entries: deque[Entry] = deque()
        self._dropped: list[tuple[str, str]] = []
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._place: Place | None = None
        self._caches: deque[tuple[str, str, Mapping[str, Any]]] = deque()
        self._typed_at: float | None = None
        """When the oldest draft or place came that is not written, on the monotonic clock."""
        self._retry_at: float | None = None
        self._hurry = False
        self._writing = False
        self._closing = False
        self._saved = 0
        self._problem: ProjectProblem | None = None
        self._announced = SaveState.SAVED, "None"
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()
        # A daemon thread, so that a crash of the screen cannot hang the process; this saves what is queued even then.
        atexit.register(self.close)

    # ---- what the caller does: nothing here waits for the disk

    def submit(self, entries: Iterable[Entry], *, drop_drafts: Iterable[tuple[str, str]] = ()) -> None:
        """Queues the entries of one act. They are committed together, never in part.

        `drop_drafts` names by (segment, field) the drafts that the act has made needless; they go in the same commit.
        """
        with self._changed:
            self._refuse_if_closed()
            self._entries.extend(entries)
            for key in drop_drafts:
                self._drafts.pop(key, None)
                self._dropped.append(key)
            self._changed.notify_all()

    def save_draft(self, draft: Draft) -> None:
        """Keeps what is being typed; cheap enough for every key."""
        with self._changed:
            self._refuse_if_closed()
            self._drafts[draft.bead, draft.field] = draft
            self._note_typing()

    def drop_draft(self, bead: str, field: str = "text") -> None:
        """Forgets a draft, as when an edit is cancelled."""
        with self._changed:
            self._refuse_if_closed()
            self._drafts.pop((bead, field), None)
            self._dropped.append((bead, field))
            self._note_typing()

    def save_place(self, place: Place) -> None:
        """Keeps where the cursor is; cheap enough for every move."""
        with self._changed:
            self._refuse_if_closed()
            self._place = place
            self._note_typing()

    def save_cache(self, kind: str, code: str, values: Mapping[str, Any]) -> None:
        """Keeps derived values when nothing more important is to be written. Losing them does no harm."""
        with self._changed:
            self._refuse_if_closed()
            self._caches.append((kind, code, values))
            self._changed.notify_all()

    def retry(self) -> None:
        """Tries at once to write what failed."""
        with self._changed:
            self._retry_at, self._problem = None, None
            self._hurry = True
            self._changed.notify_all()

    @property
    def state(self) -> SaveState:
        """'saved' if every decision that was submitted is durable; drafts and caches do not count."""
        with self._changed:
            if self._problem is not None and self._has_work():
                return SaveState.FAILED
            return SaveState.SAVING if self._entries else SaveState.SAVED

    @property
    def problem(self) -> ProjectProblem | None:
        """Why the last attempt failed; None if it did not."""
        return self._problem

    @property
    def saved_seq(self) -> int:
        """The last entry that this writer made durable; 0 if none yet."""
        return self._saved

    @property
    def unsaved(self) -> tuple[Entry, ...]:
        """Entries that are not durable, in order."""
        with self._changed:
            return tuple(self._entries)

    def flush(self, timeout: float = 10.0) -> bool:
        """Waits until all that was submitted is durable, drafts and place too. False if that failed or took longer."""
        deadline = time.monotonic() + timeout
        with self._changed:
            self._hurry = True
            self._retry_at, self._problem = None, None
            self._changed.notify_all()
            while self._has_work() or self._writing:
                if self._problem is not None or not self._thread.is_alive():
                    return False
                if not self._changed.wait(deadline - time.monotonic()) and time.monotonic() >= deadline:
                    return False
            return True

    def close(self, timeout: float = 10.0) -> bool:
        """Saves what is queued and ends the thread. False if something could not be saved: see `unsaved`."""
        atexit.unregister(self.close)
        saved = self.flush(timeout) if self._thread.is_alive() else not self._entries
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)
        return saved

    def _refuse_if_closed(self) -> None:
        if self._closing:
            raise ProjectProblem(self._store.location, "is closed already, so this cannot be saved")

    def _note_typing(self) -> None:
        if self._typed_at is None:
            self._typed_at = time.monotonic()
            self._changed.notify_all()

    def _has_work(self) -> bool:
        return bool(self._entries or self._dropped or self._drafts or self._place or self._caches)

    # ---- the thread

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._closing and (delay := self._delay()) != 0:
                    self._changed.wait(delay)
                if self._closing:
                    return
                batch = self._take()
                self._writing = True
            self._announce()
            problem = self._write(batch)
            with self._changed:
                self._finish(batch, problem)
            if problem is None and batch.entries:
                self._call(self._on_saved, batch.entries[-1].seq)
            self._announce()
            with self._changed:  # only now, so that whoever waited in `flush` finds everything told
                self._writing = False
                self._changed.notify_all()

    def _delay(self) -> float | None:
        """Seconds until there is something to write: 0 is now, None is when somebody says so."""
        if not self._has_work():
            self._hurry = False
            return None
        if self._retry_at is not None:
            return max(0.0, self._retry_at - time.monotonic())
        if isinstance(self._problem, JournalConflict):
            return None  # another writer was faster: trying again cannot help
        if self._entries or self._caches or self._hurry or self._typed_at is None:
            return 0
        return max(0.0, self._typed_at + self._typing_delay - time.monotonic())

    def _take(self) -> Batch:
        """The next transaction. Whatever is queued is still queued until `_finish`, in case it fails."""
        caches: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
        if not self._entries and not self._drafts and not self._dropped and self._place is None:
            caches = (self._caches[0],)  # one at a time, so that a decision never waits for long
        return Batch(tuple(self._entries), tuple(self._drafts.values()), tuple(self._dropped), self._place, caches)

    def _write(self, batch: Batch) -> ProjectProblem | None:
        try:
            self._store.write(batch, self._translation)
        except ProjectProblem as problem:
            return problem
        except Exception as error:  # the thread must outlive anything, or every later decision would be lost
            _log.exception("the journal could not be written")
            return ProjectProblem(self._store.location, f"cannot be written ({error})")
        return None

    def _finish(self, batch: Batch, problem: ProjectProblem | None) -> None:
        self._problem = problem
        if problem is not None:
            conflict = isinstance(problem, JournalConflict)
            self._retry_at = None if conflict else time.monotonic() + self._retry_delay
            if batch.caches:
                self._caches.popleft()
            return
        self._retry_at = None
        for _ in batch.entries:
            self._entries.popleft()
        if batch.entries:
            self._saved = batch.entries[-1].seq
        del self._dropped[: len(batch.dropped)]
        for draft in batch.drafts:
            if self._drafts.get((draft.bead, draft.field)) is draft:
                del self._drafts[draft.bead, draft.field]
        if self._place is batch.place:
            self._place = None
        if batch.caches:
            self._caches.popleft()
        typing = self._drafts or self._dropped or self._place is not None
        self._typed_at = time.monotonic() if typing else None

    def _announce(self) -> None:
        with self._changed:
            state, problem = self.state, self._problem
        if (state, str(problem)) != self._announced:
            self._announced = state, str(problem)
            self._call(self._on_state, state, problem)

    def _call(self, callback: Callable[..., object] | None, *values: object) -> None:
        if callback is not None:
            # A screen that is just closing must not end the saving.
            with suppress(Exception):
                callback(*values)
