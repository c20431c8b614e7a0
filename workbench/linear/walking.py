"""Opening the conversation, going about in the texts, and hearing what stands there."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.linear import telling
from workbench.linear.commands import words_said
from workbench.linear.console import Console, Leaving
from workbench.model.span import Side, Span
from workbench.model.typology import DEFAULT
from workbench.session.values import Hunt, Outcome, Place
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.session.session import Session

_SPOKEN = 0.2
"""Share of the analysis after which it is said again how far it is."""


_FIRST = {"worst": "the worst segment", "unrated": "the first segment to rate", "all": "the first segment"}


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Walking:
    """One reviewer, one session, one line at a time."""

    def __init__(self, session: Session, console: Console) -> None:
        self._session = session
        self._console = console
        self._say = console.say
        self._hunt: Hunt = session.hunt("all")
        self._is_fresh = True
        """True until the hunt has been begun: `next` then goes to its first segment, wherever one stands."""
        self._category = DEFAULT
        self._bead = session.beads[0].id if session.beads else ""
        self.failures = 0
        """Lines that could not be done."""

    def hold(self) -> None:
        """Talks until the user leaves, or the input ends. What was decided is saved whatever happens."""
        session = self._session
        for warning in session.warnings:
            self._say(warning)
        if session.read_only:
            self._say(session.read_only)
        if not self._bead:
            self._say("There is nothing to review in these texts.")
            return
        self._analyse()
        self._hunt = session.hunt(session.first_hunt)
        first = _FIRST[session.first_hunt]
        self._say(f"{counted(len(session.beads), 'segment')}. help reads the commands, next goes to {first}.")
        if session.rating_words():
            self._say(f"{session.rating_words()}.")
        self._begin()
        interrupted = False
        while True:
            try:
                line = self._console.ask("workbench")
                interrupted = False
                if line.strip() and not self.do(line):
                    break
            except KeyboardInterrupt:
                if interrupted:
                    break
                interrupted = True
                try:
                    self._say("Nothing was done. quit, or Ctrl-C again, leaves.")
                except KeyboardInterrupt:  # twice in haste
                    break
            except Leaving:
                break
        with _deaf_to_ctrl_c():  # a third one would end the program without a word on what is saved
            self._leave()

    def _begin(self) -> None:
        session = self._session
        place = session.place()
        if place is not None and session.index(place.bead) is not None:
            self._bead = place.bead
        for bead in session.drafts():
            if session.index(bead) is not None:
                self._say(f"In segment {self._number(bead)} you were typing when the program ended. edit takes it up.")
        self._do_read("")

    def _leave(self) -> None:
        session = self._session
        if not session.read_only:
            session.save_place(Place(self._bead, Side.TARGET, 0))
        kept = session.flush()
        progress = session.progress()
        is_saved = kept and session.save_state == "saved"
        state = "Everything is saved." if is_saved else f"It is {session.save_state.rstrip('.')}."
        self._say(f"{progress.done} of {progress.total} segments done. {state}")

    def _analyse(self) -> None:
        """Analyses on a thread, so that Ctrl-C is heard."""
        stop, failed = threading.Event(), []
        told = 0.0

        def run() -> None:
            try:
                self._session.analyse(progress=progress, cancelled=stop.is_set)
            except Exception as error:
                failed.append(error)

        def progress(share: float, what: str) -> None:
            nonlocal told
            if self._console.is_asking and share >= told + _SPOKEN and share < 1:
                told = share
                self._say(f"{what} {share:.0%}")

        worker = threading.Thread(target=run, name="analysis")
        worker.start()
        try:
            while worker.is_alive():
                worker.join(0.1)
        except KeyboardInterrupt:
            stop.set()
            worker.join()
            self._say("The analysis was stopped; it goes on when the project is opened again.")
        if failed:
            self._say(f"The analysis failed: {failed[0]}")

    def _act(self, outcome: Outcome, *, undoable: bool = True) -> None:
        session = self._session
        if outcome.focus is not None and session.index(outcome.focus) is not None:
            self._bead = outcome.focus
        elif session.index(self._bead) is None:
            there = [bead for bead in outcome.touched if session.index(bead) is not None]
            self._bead = min(there, key=lambda bead: session.index(bead) or 0) if there else session.beads[0].id
        if session.is_analysed:
            session.reanalyse(outcome.touched)
        self._say(outcome.message + ("; undo takes it back" if undoable and outcome.touched else ""))

    def _number(self, bead: str) -> int:
        return (self._session.index(bead) or 0) + 1

    # ---- reading and going

    def _do_read(self, _: str) -> None:
        for line in telling.segment(self._session, self._bead):
            self._say(line)

    def _do_translation(self, name: str) -> None:
        session = self._session
        if not session.companions:
            raise WorkbenchError("this is the only translation here; workbench review with --also adds others")
        if not name:
            for number, one in enumerate(session.translations, 1):
                self._say(f"{number} {one.name}" + (", this one" if one.id == session.translation else ""))
            return
        following = session.of_translation(name)
        place = session.source_place(self._bead)
        self._session = following
        self._bead = following.segment_at(place) or following.beads[0].id
        if not following.is_analysed:
            self._analyse()
        self._hunt, self._is_fresh = following.hunt(following.first_hunt), True
        self._do_read("")

    def _do_others(self, _: str) -> None:
        said = self._session.others_of(self._bead)
        for name, text in said.items():
            self._say(f"{name}: {text}")
        if not said:
            alone = "This is the only translation here; workbench review with --also adds others."
            self._say("No other translation has this segment by itself." if self._session.companions else alone)

    def _go(self, bead: str) -> None:
        self._bead = bead
        if not self._session.read_only:
            self._session.save_place(Place(bead, Side.TARGET, 0))
        self._do_read("")

    def _take(self, hunt: Hunt) -> None:
        self._hunt, self._is_fresh = hunt, True

    def _hunted(self, step: int) -> None:
        beads = [bead for bead in self._hunt.beads if self._session.index(bead) is not None]
        if not beads:
            raise WorkbenchError(f"the hunt, {self._hunt.title}, has no segments; hunt takes another")
        begins, self._is_fresh = self._is_fresh or self._bead not in beads, False
        at = 0 if begins else beads.index(self._bead) + step
        if not 0 <= at < len(beads):
            raise WorkbenchError(f"that was the {'last' if step > 0 else 'first'} segment of the hunt")
        self._go(beads[at])

    def _do_next(self, _: str) -> None:
        self._hunted(1)

    def _do_previous(self, _: str) -> None:
        self._hunted(-1)

    def _step(self, by: int) -> None:
        at = (self._session.index(self._bead) or 0) + by
        if not 0 <= at < len(self._session.beads):
            raise WorkbenchError(f"this is the {'last' if by > 0 else 'first'} segment")
        self._go(self._session.beads[at].id)

    def _do_down(self, _: str) -> None:
        self._step(1)

    def _do_up(self, _: str) -> None:
        self._step(-1)

    def _do_go(self, rest: str) -> None:
        if not rest.isdecimal() or not 1 <= int(rest) <= len(self._session.beads):
            raise WorkbenchError(f"segments have numbers from 1 to {len(self._session.beads)}")
        self._go(self._session.beads[int(rest) - 1].id)

    def _do_hunt(self, rest: str) -> None:
        offered = self._session.hunts()
        if not rest:
            self._say(f"Now: {self._hunt.title}, {len(self._hunt.beads)} segments")
            for key, title, count in offered:
                self._say(f"{key}: {title}, {count}")
            return
        keys = [key for key, title, _ in offered if rest.casefold() in (key, key.partition(":")[2], title)]
        self._take(self._session.hunt(keys[0] if keys else rest))
        self._say(f"{self._hunt.title}: {len(self._hunt.beads)} segments; next goes to the first")

    def _do_search(self, rest: str) -> None:
        hunt = self._session.hunt(f"search:{rest}") if rest else None
        if hunt is None or not hunt.beads:
            raise WorkbenchError(f"\u201c{rest}\u201d is nowhere in the two texts")
        self._take(hunt)
        numbers = ", ".join(str(self._number(bead)) for bead in hunt.beads[:20])
        self._say(f"\u201c{rest}\u201d is in {len(hunt.beads)} segments: {numbers}; next goes to the first")

    def _do_filter(self, rest: str) -> None:
        self._take(self._session.hunt(f"filter:{rest}"))
        numbers = ", ".join(str(self._number(bead)) for bead in self._hunt.beads[:20])
        self._say(f"{len(self._hunt.beads)} segments{': ' if numbers else ''}{numbers}; next goes to the first")

    def _do_words(self, rest: str) -> None:
        side = Side.SOURCE if rest.casefold() in ("zh", "chinese") else Side.TARGET
        for line in telling.words(self._session, self._bead, side):
            self._say(line)

    def _said(self, rest: str, usage: str) -> tuple[Side, Span, str]:
        said = words_said(rest, usage)
        session, bead = self._session, self._bead
        return said.side, said.span(session.text(bead, said.side), session.word_spans(bead, said.side)), said.rest

    def _do_look(self, rest: str) -> None:
        side, span, _ = self._said(rest, "look 3, or look zh 2")
        info = self._session.word_info(self._bead, side, span.start)
        if info is None:
            raise WorkbenchError("there is no word here")
        for line in telling.word(info):
            self._say(line)
        there = self._session.text(self._bead, side.other)
        if info.counterparts:
            quoted = ", ".join(f"\u201c{at.of(there)}\u201d" for at, _ in info.counterparts)
            self._say(f"{telling.LANGUAGE[side.other]}: {quoted}")

    def do(self, line: str) -> bool:
        """Does one line. False if it was to leave."""
        raise NotImplementedError
