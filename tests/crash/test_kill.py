"""`kill -9` at any moment loses nothing that was called saved, and of the rest at most what was not yet called so."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.crash import victim
from tests.unit.store.building import make_bitext
from workbench.model import events as ev
from workbench.model.review import Review
from workbench.store.lock import lock_path
from workbench.store.project import ProjectStore

KILLS = int(os.environ.get("WORKBENCH_TEST_KILLS", "300"))
ROOT = Path(__file__).parents[2]
LANES = 3
"""Projects that are worked on at the same time."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    before_open: int = 0
    saved: int = 0
    unsaved_acts: int = 0
    entries: int = 0
    moments: list[str] = field(default_factory=list)


@dataclass
class Notes:
    """What a victim told before it was killed."""

    ready: bool = False
    acts: list[list[ev.Entry]] = field(default_factory=list)
    saved: int = 0
    typed: int = 0
    flushed: int = 0


def read_notes(path: Path) -> Notes:
    notes = Notes()
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []  # the last line may be half a one
    for line in lines:
        kind, _, rest = line.decode().partition(" ")
        assert kind != "X", rest
        if kind == "R":
            notes.ready = True
        elif kind == "A":
            rows = json.loads(rest)
            notes.acts.append(
                [ev.Entry(q, a, "victim", victim.AT, ev.event_from_record(k, p), "act") for q, a, k, p in rows]
            )
        elif kind == "S":
            notes.saved = int(rest)
        elif kind == "T":
            notes.typed = int(rest)
        elif kind == "F":
            notes.flushed = int(rest)
    return notes


class Lane:
    """One project, whose reviewer is killed again and again."""

    def __init__(self, folder: Path, seed: int) -> None:
        folder.mkdir()
        self.folder = folder
        self.chance = random.Random(seed)
        self.wal = seed % 3 == 2
        self.path = folder / "article.review"
        bitext = make_bitext(40)
        ProjectStore.create(self.path, bitext.source, bitext.target, bitext.beads).close()
        self.expected = Review(bitext)
        self.entries: list[ev.Entry] = []
        self.durable_draft = 0
        self.tally = Tally()

    def run(self, kills: int) -> Tally:
        command = [sys.executable, "-m", "tests.crash.victim"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as nursery:
            for number in range(kills):
                notes = self.folder / f"{number}.notes"
                patient = number % 2 == 0
                pid = self.bear(nursery, notes, patient)
                self.wait_a_random_while(notes)
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pytest.fail("it ended by itself: " + (notes.read_text() if notes.exists() else "no word"))
                self.wait_for_the_end(pid)
                self.look(read_notes(notes), patient)
        return self.tally

    def bear(self, nursery: subprocess.Popen[str], notes: Path, patient: bool) -> int:
        """Starts a victim. Returns its process id."""
        assert nursery.stdin
        assert nursery.stdout
        arguments = {
            "path": str(self.path),
            "notes": str(notes),
            "seed": self.chance.randrange(2**32),
            "patient": patient,
            "wal": self.wal,
        }
        print(json.dumps(arguments), file=nursery.stdin, flush=True)
        return int(nursery.stdout.readline())

    @staticmethod
    def wait_for_the_end(pid: int) -> None:
        with suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                time.sleep(0.001)

    def wait_a_random_while(self, notes_path: Path) -> None:
        """Mostly until some time after the project is open; sometimes at any moment of starting and opening."""
        deadline = time.monotonic() + 30
        if self.chance.random() < 0.85:
            while not notes_path.exists() or not notes_path.read_bytes():
                assert time.monotonic() < deadline, "the victim never opened the project"
                time.sleep(0.002)
        time.sleep(self.chance.random() ** 2 * 0.25)

    def look(self, notes: Notes, patient: bool) -> None:
        """Opens the project after a kill, as the next program would, and compares."""
        self.tally.kills += 1
        self.tally.before_open += not notes.ready
        assert lock_path(self.path).exists() or not notes.ready
        with ProjectStore.open(self.path) as store:
            assert not store.read_only, store.notices
            stored = list(store.entries())
            loaded = store.load()
            drafts = {draft.bead: draft.text for draft in store.drafts()}
            place = store.place()

        # What was there before stands; what came is a beginning of what was submitted, act by act.
        known = len(self.entries)
        assert stored[:known] == self.entries
        kept = self.whole_acts(notes.acts, stored[known:])
        assert len(stored) >= notes.saved, "an entry that was called saved is gone"
        missing = len(notes.acts) - kept
        if patient:
            assert missing <= 1, "more than the last act is gone, though each was waited for"
        self.entries = stored

        # The state is the one that the victim had after the last act that was kept.
        self.expected.apply_all(stored[known:])
        assert loaded.warnings == ()
        assert loaded.review.snapshot() == self.expected.snapshot()

        typing = int(drafts.get(victim.TYPING, "0").split()[0])
        assert max(notes.flushed, self.durable_draft) <= typing <= max(notes.typed, self.durable_draft)
        self.durable_draft = typing
        if typing:
            assert place is not None
        self.no_draft_outlives_its_act(notes.acts[:kept], notes.acts[kept:], drafts)

        with sqlite3.connect(self.path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        self.tally.saved += notes.saved > known
        self.tally.unsaved_acts += missing
        self.tally.entries = len(stored)

    @staticmethod
    def whole_acts(acts: Sequence[list[ev.Entry]], stored: Sequence[ev.Entry]) -> int:
        """How many of the submitted acts are stored. Fails if one is stored in part, or as something else."""
        count = 0
        rest = list(stored)
        while rest:
            act = acts[count]
            assert rest[: len(act)] == act, "an act was stored in part, or changed"
            rest = rest[len(act) :]
            count += 1
        return count

    @staticmethod
    def no_draft_outlives_its_act(
        kept: Sequence[list[ev.Entry]], lost: Sequence[list[ev.Entry]], drafts: dict[str, str]
    ) -> None:
        def corrected(acts: Sequence[list[ev.Entry]]) -> set[str]:
            return {e.event.bead for act in acts for e in act if isinstance(e.event, ev.TextCorrected)}

        assert not (corrected(kept) - corrected(lost)) & set(drafts)


def test_nothing_that_was_called_saved_is_lost(tmp_path: Path, record_property: pytest.RecordProperty) -> None:
    seed = int(os.environ.get("WORKBENCH_TEST_SEED", "20260102"))
    lanes = [Lane(tmp_path / f"lane{i}", seed + i) for i in range(LANES)]
    with ThreadPoolExecutor(LANES) as pool:
        tallies = list(pool.map(lambda lane: lane.run(KILLS // LANES), lanes))
    for name in ("kills", "before_open", "saved", "unsaved_acts", "entries"):
        total = sum(getattr(tally, name) for tally in tallies)
        record_property(name, total)
        print(f"{name}: {total}")
    assert sum(tally.kills for tally in tallies) == KILLS // LANES * LANES
    # The kills hit something: acts were saved in most lives, and some lives ended with an act on its way.
    assert sum(tally.saved for tally in tallies) > KILLS // 4
    assert sum(tally.unsaved_acts for tally in tallies) > 0
