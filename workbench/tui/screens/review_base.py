"""What all parts of the review screen share: the session, the cursor, and how a change reaches the eye."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.errors import WorkbenchError
from workbench.model.span import Span
from workbench.session.fixing import group_key
from workbench.session.values import Outcome, WordInfo
from workbench.text.cells import cell_width
from workbench.tui import details
from workbench.tui.action import Action, Mode
from workbench.tui.actions import first_key
from workbench.tui.bars import REPEATS, figures, fitted, hints, hunt_words
from workbench.tui.lookup import Lookup
from workbench.tui.playing import PlayedScreen
from workbench.tui.screens.messages import FiguresCounted, SegmentsAnalysed, Went, WordLookedUp
from workbench.tui.signs import sign_words
from workbench.tui.state import ReviewState
from workbench.tui.widgets.bitext_view import BitextView
from workbench.tui.widgets.inspector import Bar, Inspector
from workbench.tui.widgets.painted import Run, run_width

if TYPE_CHECKING:
    from workbench.session.session import Session

PLACE_DELAY = 0.3
"""Seconds after the last move until the place is saved."""
FIGURES_DELAY = 0.05
"""Seconds after an act until the figures are counted again."""
_WIDE = 85
"""Cells beside the MQM figure from which its rule stands there too."""
LARGE = 1000
"""From so many segments on, figures are counted on a worker, when the hands have rested for longer."""


class ReviewBase(PlayedScreen):
    """The screen without its acts."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._state: ReviewState | None = None
        self.info: WordInfo | None = None
        self.counts: dict[str, int] = {}
        """How many findings each group has."""
        self.message: tuple[str, bool] | None = None
        """What was last said, and whether it is bad news."""
        self.activity = ""
        """What runs behind the screen, such as `checking 60 %`."""
        self.is_large = False
        self._lookup = Lookup(self._word_answered)
        self._infos: dict[object, WordInfo | None] = {}
        self._figures = Lookup(self._figures_answered)
        self._groups: dict[str, tuple[str, ...]] = {}
        """The finding groups of each segment, to count them anew without going over the document."""
        self._place_timer: Timer | None = None
        self._figures_timer: Timer | None = None
        self._mqm = ""
        self._progress = ""
        self._again: set[str] = set()
        self._again_lock = threading.Lock()
        self._again_runs = False

    # ---- parts

    @property
    def session(self) -> Session:
        if self._session is None:
            raise WorkbenchError("the texts are still being opened")
        return self._session

    @property
    def state(self) -> ReviewState:
        if self._state is None:
            raise WorkbenchError("the texts are still being opened")
        return self._state

    @property
    def is_open(self) -> bool:
        return self._state is not None and bool(self._state.bead)

    @property
    def view(self) -> BitextView:
        return self.query_one(BitextView)

    def mode_now(self) -> Mode:
        return self._state.mode if self._state is not None else Mode.NORMAL

    # ---- saying

    def say(self, message: str, *, bad: bool = False) -> None:
        self.message = (message, bad)
        self.show_bars()

    def told(self) -> None:
        """The last message has been read."""
        if self.message is not None:
            self.message = None
            self.show_bars()

    # ---- acts

    def leave_box(self) -> bool:
        """Keeps what is being edited, as a click beside the box does. False if it could not be kept."""
        return True

    def play(self, action: Action) -> None:
        if action.writes and self._session is not None and not self.attempt(self._session.check_writable):
            return
        super().play(action)

    def act(self, call: Callable[[], Outcome], *, undoable: bool = True) -> Outcome | None:
        """Does something through the session, and shows what it touched. None if it could not be done."""
        try:
            outcome = call()
        except WorkbenchError as error:
            self.say(str(error), bad=True)
            return None
        self.show_outcome(outcome, undoable=undoable)
        return outcome

    def show_outcome(self, outcome: Outcome, *, undoable: bool = True) -> None:
        state = self.state
        if self.session.termbase is not self._terms_shown:
            self._terms_shown = self.session.termbase
            self._infos.clear()
        if outcome.focus is not None and outcome.focus != state.bead and self.session.index(outcome.focus) is not None:
            state.enter(outcome.focus)
        elif (heir := state.heir(outcome.touched)) is not None:
            state.enter(heir)
        state.refresh()
        count = len(self.session.beads)
        self.view.touch(outcome.touched | self._before(outcome.touched) if count == self._count else None)
        self._count = count
        again = f", {first_key('undo')} takes it back" if undoable and outcome.touched else ""
        self.message = (outcome.message + again, False)
        self.analyse_again(outcome.touched)
        self.moved(keep_message=True)
        self.count_soon()

    _count = 0
    _terms_shown: object = None

    def _before(self, beads: Iterable[str]) -> frozenset[str]:
        """The segments whose English stands before these: what follows them may look different now."""
        session, found = self.session, set()
        for bead in beads:
            at = session.index(bead)
            while at:
                at -= 1
                if session.final(session.beads[at].id):
                    found.add(session.beads[at].id)
                    break
        return frozenset(found)

    def moved(self, *, keep_message: bool = False) -> None:
        """After the cursor moved, or the text under it changed."""
        if not keep_message:
            self.message = None
        if self.is_open:
            self._look_up()
            self.view.reveal()
            self._save_place_soon()
        self.show_inspector()
        self.show_bars()

    def went(self, what: str, share: float) -> None:
        """How far a job on a worker is; called from there."""
        self.post_message(Went(what, share))

    def on_went(self, event: Went) -> None:
        self.activity = f"{event.what} {event.share:.0%}" if event.what and event.share < 1 else ""
        self.show_bars()

    def _save_place_soon(self) -> None:
        if self._place_timer is not None:
            self._place_timer.reset()
        else:
            self._place_timer = self.set_timer(PLACE_DELAY, self._save_place)

    def _save_place(self) -> None:
        self._place_timer = None
        if self.is_open and not self.session.read_only:
            self.session.save_place(self.state.place())

    # ---- the word under the cursor

    def _look_up(self) -> None:
        state, session = self.state, self.session
        side, at = state.side, state.span.start
        key = (state.bead, side, at, session.final(state.bead))
        if key in self._infos:
            self._take_info(self._infos[key])
            return
        self.info = None
        bead = state.bead
        self._lookup.ask(key, lambda: session.word_info(bead, side, at))

    def _word_answered(self, key: object, info: WordInfo | Exception | None) -> None:
        self.post_message(WordLookedUp(key, info))

    def on_word_looked_up(self, event: WordLookedUp) -> None:
        if isinstance(event.info, Exception):
            if not isinstance(event.info, WorkbenchError):
                self.log.error(event.info)
            return
        if len(self._infos) > 4000:
            self._infos.clear()
        self._infos[event.key] = event.info
        state = self.state
        here = (state.bead, state.side, state.span.start, self.session.final(state.bead))
        if event.key == here:
            self._take_info(event.info)
            self.view.reveal()
            self.show_inspector()

    def _take_info(self, info: WordInfo | None) -> None:
        self.info = info
        spans = tuple(span for span, _ in info.counterparts) if info is not None else ()
        self.state.counterparts = spans

    @property
    def counterpart(self) -> Span | None:
        """The best counterpart of the word under the cursor, if it is known yet."""
        if self.info is None or not self.info.counterparts:
            return None
        return max(self.info.counterparts, key=lambda item: item[1])[0]

    # ---- analysis of what changed

    def analyse_again(self, beads: Iterable[str]) -> None:
        """A second look at edited segments, on a worker."""
        with self._again_lock:
            self._again |= set(beads)
            if self._again_runs or not self._again or not self.session.is_analysed:
                return
            self._again_runs = True
        self.run_worker(self._analyse_again, thread=True, group="again", exit_on_error=False, name="second look")

    def _analyse_again(self) -> None:
        beads: set[str] = set()
        try:
            while True:
                with self._again_lock:
                    beads, self._again = self._again, set()
                    if not beads:
                        self._again_runs = False
                        return
                changed = self.session.reanalyse(beads)
                self.post_message(SegmentsAnalysed(changed, self.count_groups(changed | beads)))
        except Exception:
            with self._again_lock:
                self._again |= beads  # looked at with the next act
                self._again_runs = False
            raise

    def on_segments_analysed(self, event: SegmentsAnalysed) -> None:
        if event.counts is not None:
            self.counts = event.counts
        if self.is_open:
            self.state.refresh()
            self.view.touch(event.beads)
            self.show_inspector()
            self.count_soon()

    # ---- showing

    def show_inspector(self) -> None:
        inspector = self.query_one(Inspector)
        if not self.is_open or self._state is None or self._session is None:
            inspector.set_head([])
            inspector.set_lines([])
            return
        state, session = self._state, self._session
        width = max(20, inspector.size.width or 78)
        head: list[list[Run]] = [[(f"{state.index + 1}", "accent")], *sign_words(session, state)]
        finding = state.finding
        keys: tuple[str, ...] = ()
        if finding is not None and state.mode is Mode.NORMAL:
            keys = details.finding_keys(details.count_of(finding, self.counts))
        inspector.set_head(head, keys)
        if self.is_large:
            inspector.set_lines(self.full_lines(width))
        else:
            inspector.set_lines(self.compact_lines(width))

    def full_lines(self, width: int) -> list[list[Run]]:
        return list(details.full(self.session, self.state, self.info, width, self.counts, self.hter_words()))

    def hter_words(self) -> str:
        """HTER of the segment's correction, as it follows the edit effort."""
        return ""

    def compact_lines(self, width: int) -> list[list[Run]]:
        return details.compact(self.session, self.state, self.info, width, self.counts)

    def count_groups(self, beads: Iterable[str] | None = None) -> dict[str, int]:
        """How often each finding's group occurs among the open ones; only some segments are looked at again."""
        session = self.session
        for bead in [bead.id for bead in session.beads] if beads is None else beads:
            found = session.findings(bead) if session.index(bead) is not None else ()
            self._groups[bead] = tuple(group_key(f) for f in found if f.group is not None)
        counts: dict[str, int] = {}
        for groups in self._groups.values():
            for group in groups:
                counts[group] = counts.get(group, 0) + 1
        return counts

    def count_soon(self) -> None:
        """Counts the figures when the hands rest: they go over the whole document."""
        large = self._session is not None and len(self._session.beads) >= LARGE
        if self._figures_timer is not None:
            if large:
                self._figures_timer.reset()
            return
        self._figures_timer = self.set_timer(FIGURES_DELAY * (8 if large else 1), self.count)

    def count(self) -> None:
        self._figures_timer = None
        session = self._session
        if session is None:
            return
        if len(session.beads) >= LARGE:
            self._figures.ask(session, lambda: self.counted(session))
        else:
            self._show_figures(self.counted(session))

    def counted(self, session: Session) -> tuple[str, str]:
        """What is counted over the whole document, on whichever thread: progress and the MQM line."""
        return figures(session)

    def _figures_answered(self, _key: object, counted: tuple[str, str] | Exception) -> None:
        if isinstance(counted, Exception):
            # The review changed under the count: once more.
            self.app.call_later(self.count_soon)
        else:
            self.post_message(FiguresCounted(counted))

    def on_figures_counted(self, event: FiguresCounted) -> None:
        self._show_figures(event.figures)

    def _show_figures(self, counted: tuple[str, str]) -> None:
        self._progress, self._mqm = counted
        self.show_bars()

    def show_bars(self) -> None:
        top, bottom = self.query_one("#top", Bar), self.query_one("#bottom", Bar)
        if self._session is None or self._state is None:
            top.set([("workbench", "strong")], [(self.activity, "quiet")])
            bottom.set([self._message_run()] if self.message else [], [])
            return
        state, session = self._state, self._session
        place = f"{state.index + 1} of {len(session.beads)}"
        saved = str(session.save_state)
        right: list[Run] = [
            (f"{self.activity}   " if self.activity else "", "accent"),
            (details.translation_words(session), "accent"),
            (place, "strong"),
            (f"  {self._progress}", "good"),
            ("  blind" if session.is_blind else "", "accent"),
            (f"  {hunt_words(state)}", "quiet"),
            (f"  {saved}", "bad" if saved.startswith("not saved") else "quiet"),
        ]
        top.set([(details.title(session, max(10, top.size.width - 2 - run_width(right) - 2)), "quiet")], right)
        resting = self.message is None and self.mode_now() is Mode.NORMAL
        width = bottom.size.width
        figure = self._mqm
        if resting and " points over " in figure and width - len(figure) > _WIDE:
            figure += f", {REPEATS}"
        said = self._message_run(width - 4 - cell_width(figure))
        if not resting and cell_width(said[0]) + cell_width(figure) + 4 > width:
            figure = ""  # what is said now goes first
        bottom.set([fitted(said, width - 2 - cell_width(figure))], [(figure, "quiet")])

    def _message_run(self, room: int = 80) -> Run:
        if self.message is not None:
            return (self.message[0], "bad" if self.message[1] else "accent")
        return hints(self.mode_now(), room, self._session)

    @property
    def is_settled(self) -> bool:
        """True if nothing runs behind the screen, for tests."""
        idle = self._lookup.is_idle and self._figures.is_idle
        return idle and not self._again_runs and not self.activity and self._figures_timer is None
