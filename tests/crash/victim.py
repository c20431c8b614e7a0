"""The process that is killed: it reviews as fast as it can and notes, outside the project, what it was told is saved.

Its notes go to a file by single `write` calls, so they survive the kill up to the last one:

    R        the project is open and loaded
    A json   these entries are about to be submitted, as one act
    S n      entry n is saved, as the writer said
    T n      draft n is being typed
    F n      draft n is durable, as `flush` said
    X text   something is wrong
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
import time

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.finding import Severity
from workbench.model.review import Review
from workbench.model.span import Anchor, Side
from workbench.store import database
from workbench.store.journal import JournalWriter
from workbench.store.project import Draft, Place, ProjectStore

AT = "2026-01-02T03:04:05+00:00"
TYPING = "typing"
"""The pretended segment of the draft that only grows."""


def review(path: str, notes: str, seed: int, patient: bool, wal: bool) -> None:
    """Reviews until killed. A patient reviewer waits for 'saved' before the next act; others never wait."""
    file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    saved = threading.Event()

    def note(text: str) -> None:
        os.write(file, f"{text}\n".encode())

    def on_saved(seq: int) -> None:
        note(f"S {seq}")
        saved.set()

    database._WAL_IS_SAFE = wal
    store = ProjectStore.open(path, reviewer="victim")
    if store.read_only:
        note(f"X locked: {store.notices}")
        return
    loaded = store.load()
    chance = random.Random(seed)
    writer = JournalWriter(store, on_saved=on_saved, typing_delay=0.02)
    typed = max([int(d.text.split()[0]) for d in store.drafts() if d.bead == TYPING], default=0)
    note("R")
    while True:
        typed += 1
        note(f"T {typed}")
        writer.save_draft(Draft(TYPING, f"{typed} 草稿"))
        act = list(_act(loaded.review, chance))
        note("A " + json.dumps([(e.seq, e.action, *ev.event_to_record(e.event)) for e in act]))
        dropped = [(e.event.bead, "text") for e in act if isinstance(e.event, ev.TextCorrected)]
        for bead, _ in dropped:
            writer.save_draft(Draft(bead, "half a sentence"))
        saved.clear()
        writer.submit(act, drop_drafts=dropped)
        writer.save_place(Place(loaded.review.beads[0].id, offset=typed))
        if chance.random() < 0.15 and writer.flush():
            note(f"F {typed}")
        elif patient:
            saved.wait()
        elif chance.random() < 0.5:
            time.sleep(chance.random() * 0.03)


def _act(review: Review, chance: random.Random) -> list[ev.Entry]:
    """The entries of one act, folded into the review."""
    events = _events(review, chance)
    first = review.last_seq + 1
    entries = [ev.Entry(first + i, first, "victim", AT, event, "act") for i, event in enumerate(events)]
    review.apply_act(entries)
    return entries


def _events(review: Review, chance: random.Random) -> list[ev.Event]:
    kind = chance.randrange(7)
    if kind == 0 and review.can_undo is not None:
        return [ev.ActionUndone(review.can_undo)]
    if kind == 1 and review.can_redo is not None:
        return [ev.ActionRedone(review.can_redo)]
    position = chance.randrange(len(review.beads) - 1)
    bead, following = review.beads[position : position + 2]
    if kind == 2 and len(review.beads) > 10:
        joined = Bead(bead.source + following.source, bead.target + following.target, by_reviewer=True)
        ids = (bead.id, following.id)
        return [ev.BeadsRearranged("join", ids, (joined,), review.carried(ids, [joined]).texts)]
    if kind == 3:
        # Many entries in one act, long enough to fill several pages of the file.
        return [
            ev.TextCorrected(b.id, "很长的译文。" * chance.randrange(400))
            for b in review.beads[: chance.randrange(2, 8)]
        ]
    if kind == 4 and bead.target:
        sentence = bead.target[0]
        anchor = Anchor(Side.TARGET, sentence.span, sentence.text)
        name = f"mark {review.last_seq + 1}"
        return [ev.SpanFlagged(Annotation(name, Severity.MAJOR, "Accuracy", anchor)), ev.NoteWritten(bead.id, name)]
    return [ev.TextCorrected(bead.id, f"Sentence {review.last_seq + 1}, mended.")]


def main() -> None:
    """Forks a victim for every line of stdin (the arguments of `review` as JSON), and answers with its process id.

    Forking from a process that has everything imported makes a victim in milliseconds; each is a process of its own.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not kept waiting for us
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            try:
                review(**json.loads(line))
            finally:
                os._exit(1)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
