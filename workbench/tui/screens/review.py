"""The review screen: opens the texts behind the frame, analyses them, and is played by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from workbench.errors import WorkbenchError
from workbench.model.span import Side
from workbench.tui.actions import first_key
from workbench.tui.playing import INPUT_METHOD
from workbench.tui.screens.messages import SaveStateChanged, SegmentsAnalysed
from workbench.tui.screens.review_rating import Ratings
from workbench.tui.state import ReviewState
from workbench.tui.typed import overtaken_words, typed_words
from workbench.tui.widgets.bitext_view import BitextView
from workbench.tui.widgets.inspector import Bar, Inspector
from workbench.tui.widgets.strip_view import StripView

if TYPE_CHECKING:
    from workbench.session.session import Session

Opener = Callable[[Callable[[float], None], Callable[[], bool]], "Session"]
"""(progress, cancelled) -> session; runs on a worker."""


_PAINTED = 0.05
"""Seconds after which the texts are on screen; the analysis begins then, because it would slow their painting down."""


class Opened(Message):
    """The texts are there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__()


class WordsReady(Message):
    """The Chinese word list is loaded."""


class ReviewScreen(Ratings):
    """Both texts, what is known of them, and all acts."""

    CSS = """
    ReviewScreen { layers: base over; }
    #middle { height: 1fr; }
    """

    def __init__(self, opener: Opener | Session, *, profile: bool = True, at: str | None = None) -> None:
        """`at` is the segment to begin at; without it, the one where one left."""
        super().__init__()
        self._opener = opener
        self._at = at
        self._shows_profile = profile
        self._touched_by_hand = False
        self._hunt_before: tuple[str, str] | None = None
        """(key, segment visited last) of the hunt one was on when the program ended."""
        self._is_painting = False
        """True between the coming of the texts and the start of their analysis."""

    def compose(self) -> ComposeResult:
        yield Bar(id="top")
        with Horizontal(id="middle"):
            yield BitextView(id="texts")
            yield StripView(id="overview")
        yield Inspector(id="inspector")
        yield Bar(id="bottom")

    def on_mount(self) -> None:
        self.size_inspector()
        self.strip.fit(self.app.size.width)
        if callable(self._opener):
            self.activity = "opening"
            self.show_bars()
            self.run_worker(
                self._open, thread=True, exclusive=True, group="opening", exit_on_error=False, name="opening"
            )
        else:
            self.attach(self._opener)

    # ---- opening

    def _open(self) -> None:
        worker = get_current_worker()
        opener = self._opener
        assert callable(opener)
        session = opener(lambda share: self.went("pairing", share), lambda: worker.is_cancelled)
        if worker.is_cancelled:
            session.close()
        else:
            self.post_message(Opened(session))

    def on_opened(self, event: Opened) -> None:
        self.attach(event.session)

    def attach(self, session: Session) -> None:
        """The texts have come: shows them where one left, and begins the analysis."""
        note = getattr(self.app, "opened", None)
        if note is not None:
            note(session)
        self._session = session
        self._state = state = ReviewState(session)
        self._count = len(session.beads)
        self.activity = ""
        place = session.place()
        if place is not None:
            state.restore(place)
            self._shows_profile = False
            key, last = str(place.view.get("hunt", "")), str(place.view.get("last", ""))
            self._hunt_before = (key, last) if key and key != "all" else None
        if self._at is not None:
            state.enter(self._at)
        session.on_saved(lambda: self.post_message(SaveStateChanged()))
        self.view.show(session, state)
        self.view.focus()
        self.fit_strip()
        self.count()
        if session.warnings or session.read_only:
            self.say(session.read_only or session.warnings[0], bad=bool(session.read_only))
        if self.is_open:
            self.moved(keep_message=True)
            self._bring_back_draft()
        self._is_painting = True
        self.set_timer(_PAINTED, self._begin)

    def come_back(self, bead: str | None) -> None:
        """From another translation of the same source, to this segment."""
        if bead is not None:
            self.go_to_bead(bead)
        self.show_bars()

    @property
    def is_settled(self) -> bool:
        return not self._is_painting and super().is_settled

    def _begin(self) -> None:
        self._is_painting = False
        self.run_worker(self._load_words, thread=True, group="words", exit_on_error=False, name="word list")
        self.run_worker(
            self._analyse, thread=True, exclusive=True, group="analysis", exit_on_error=False, name="analysis"
        )

    def _bring_back_draft(self) -> None:
        """What was being typed when the program ended; where there are several, each when the one before is decided."""
        session = self.session
        if session.read_only:
            return
        drafts = {bead: text for bead, text in session.drafts().items() if text != session.final(bead)}
        if not drafts:
            told = typed_words(session) or overtaken_words(session)
            if told:
                self.say(told)
            return
        bead, text = next(iter(drafts.items()))
        self.state.enter(bead)
        self.state.side = Side.TARGET
        self.open_box(text, cursor=len(text))
        self.is_bringing_back = True
        more = f"; {len(drafts) - 1} more to come" if len(drafts) > 1 else ""
        self.say(
            "this is what you were typing when the program ended: "
            f"{first_key('edit.keep')} keeps it, {first_key('edit.cancel')} drops it{more}"
        )

    def box_was_decided(self) -> None:
        if self.is_bringing_back:
            self.is_bringing_back = False
            self._bring_back_draft()

    def _load_words(self) -> None:
        for bead in self.session.beads:
            if bead.source:
                self.session.word_spans(bead.id, Side.SOURCE)
                break
        self.post_message(WordsReady())

    def on_words_ready(self, event: WordsReady) -> None:
        if self.is_open:
            self.state.words_ready = True
            if self.state.mode.value == "review":
                self.state.refresh()
                self.moved(keep_message=True)

    # ---- analysis

    def _analyse(self) -> None:
        worker = get_current_worker()
        session = self.session
        session.analyse(
            on_segments=self._analysed_some,
            progress=lambda share, what: self.went(what, share),
            cancelled=lambda: worker.is_cancelled,
        )
        if not worker.is_cancelled:
            self.post_message(SegmentsAnalysed(frozenset(), self.count_groups()))

    def _analysed_some(self, beads: frozenset[str]) -> None:
        self.post_message(SegmentsAnalysed(beads))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self._failed(event.worker)
        elif event.state is WorkerState.SUCCESS and event.worker.group == "analysis" and self.session.is_analysed:
            self._analysed()

    def _failed(self, worker: Worker[object]) -> None:
        error = worker.error
        if worker.group == "opening":
            self.app.could_not_open(error)  # type: ignore[attr-defined]
            return
        self.activity = ""
        told = str(error) if isinstance(error, WorkbenchError) else f"{worker.name} failed: {error!r}"
        self.say(told, bad=True)

    def _analysed(self) -> None:
        self.activity = ""
        if not self.is_open:
            return
        state = self.state
        if not self.chose_hunt and not self._resume_hunt():
            state.take_hunt(self.session.hunt(self.session.first_hunt))
        self.analyse_again(frozenset())
        self.show_bars()
        if self.session.is_blind:
            self.say(f"{self.session.rating_words()}; {first_key('hunt.next')} goes to the next segment")
        elif self._shows_profile and not self._touched_by_hand and not self.session.entries:
            self.do_look_profile()
        elif self._box is None and self.message is None and self._hunt_before is None:
            self.say(f"the analysis is done: {first_key('hunt.next')} goes to the worst segment")

    def _resume_hunt(self) -> bool:
        """Goes on with the hunt of last time, if it still has places: it is known only when findings are."""
        if self._hunt_before is None:
            return False
        key, last = self._hunt_before
        if key.startswith("search:"):
            self.search(key.removeprefix("search:"), move=False)
            return bool(self._hits)
        try:
            hunt = self.session.hunt(key)
        except WorkbenchError:
            return False
        self.state.take_hunt_again(hunt, last)
        self.chose_hunt = bool(hunt.beads)
        return self.chose_hunt

    # ---- events

    def on_save_state_changed(self, event: SaveStateChanged) -> None:
        self.show_bars()

    def on_key(self, event: events.Key) -> None:
        self._touched_by_hand = True

    def on_paste(self, event: events.Paste) -> None:
        if self._box is None:
            self.say(f"pasting works while editing: {first_key('edit')} opens the segment")

    def unknown(self, key: str) -> bool:
        if len(key) == 1 and not key.isascii():
            self.say(INPUT_METHOD, bad=True)
            return True
        return False

    def on_resize(self) -> None:
        self.size_inspector()
        if self.is_open:
            self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.fit_strip()
        self.view.reveal()
        self.place_box()
        self.show_inspector()
        self.show_bars()

    def on_unmount(self) -> None:
        self._lookup.close()
        self._figures.close()
        if self._drafts is not None:
            self._drafts.close()
        self.keep_what_is_typed()

    def keep_what_is_typed(self) -> None:
        """To the project file: the text in the edit box, and the place."""
        if self._session is not None:
            if self._box is not None and not self._session.read_only:
                self._save_draft()
            self._save_place()
