"""Moving about: segments, words, hunts, search, commands."""

from __future__ import annotations

from copy import deepcopy

from workbench.errors import WorkbenchError
from workbench.model.events import Status
from workbench.model.span import Side, Span
from workbench.session.values import Hunt
from workbench.text.plural import counted
from workbench.tui.action import Action, Mode
from workbench.tui.actions import first_key
from workbench.tui.later import Later
from workbench.tui.recent import saved_filters
from workbench.tui.screens.review_asks import Asks
from workbench.tui.screens.sheet import Choice, Prompt
from workbench.tui.widgets.painted import shortened

FINISHED = "nothing is left: the review is finished. :export writes text, data, report"


_KEEP_PUT_OFF = frozenset({"hunt.later", "hunt.later_by", "undo"})
"""Acts after which `undo` still takes back what was put off."""


class Moves(Asks):
    """Acts that change the place and nothing else; and 'done', which goes on."""

    _hits: tuple[tuple[str, Side, Span], ...] = ()
    _hit_at = -1
    chose_hunt = False
    """True once the user chose a hunt: the analysis then leaves it alone."""

    _put_off_now: tuple[tuple[str, int, Later, str], ...] = ()
    """(segment, place in the hunt, what was put off before, segment gone to) of what was put off by the last acts."""

    def play(self, action: Action) -> None:
        if action.id not in _KEEP_PUT_OFF:
            self._put_off_now = ()
        super().play(action)

    # ---- segments and words

    def _step(self, by: int) -> None:
        if not self.state.step(by):
            self.say("this is the last segment" if by > 0 else "this is the first segment")
            return
        self.moved()

    def do_move_down(self) -> None:
        self._step(1)

    def do_move_up(self) -> None:
        self._step(-1)

    def do_move_first(self) -> None:
        self._step(-len(self.session.beads))

    def do_move_last(self) -> None:
        self._step(len(self.session.beads))

    def do_move_right(self) -> None:
        self.state.step_word(1)
        self.moved()

    def do_move_left(self) -> None:
        self.state.step_word(-1)
        self.moved()

    def do_move_line_start(self) -> None:
        self.state.end_word(-1)
        self.moved()

    def do_move_line_end(self) -> None:
        self.state.end_word(1)
        self.moved()

    def do_move_side(self) -> None:
        if self.state.other_side(self.counterpart):
            self.moved()
        else:
            self.say("there is nothing on the other side")

    def do_move_page_down(self) -> None:
        self._page(1)

    def do_move_page_up(self) -> None:
        self._page(-1)

    def _page(self, by: int) -> None:
        """A screen on: the cursor keeps its row, and reaches the last segment where the window can go no further."""
        window, state = self.view.window, self.state
        row = window.row_of(state.index) or 0
        before = (window.pair, window.line)
        window.scroll(by * max(1, window.height - 2))
        if (window.pair, window.line) == before:
            self._step(by * len(self.session.beads))
            return
        shown = [at[0] for at in window.rows() if at is not None]
        wanted = shown[max(0, min(row, len(shown) - 1))]
        state.step(max(1, wanted - state.index) if by > 0 else min(-1, wanted - state.index))
        self.moved()

    def go_to_bead(self, bead_id: str, *, at_finding: bool = False) -> None:
        self.state.enter(bead_id, at_finding=at_finding)
        self.moved()

    # ---- hunts

    def do_hunt_next(self) -> None:
        self._hunt_on(1)

    def do_hunt_previous(self) -> None:
        self._hunt_on(-1)

    def _hunt_on(self, by: int) -> bool:
        if self._hits and self.state.hunt.key.startswith("search:"):
            return self._go_to_hit(self._hit_at + by)
        following = self.state.next_of_hunt(by)
        if following is None:
            end = "the end" if by > 0 else "the beginning"
            self.say(f"{end} of the hunt \u2018{self.state.hunt.title}\u2019: s chooses or sorts again")
            return False
        was_put_off = by > 0 and following in self.state.later
        if by > 0:
            self.state.went_on(following)
        else:
            self.state.hunt_at = self.state.hunt.beads.index(following)
        self.go_to_bead(following, at_finding=True)
        if was_put_off:
            self.say("this is what you put off")
        return True

    def do_hunt_later(self) -> None:
        self._put_off(None)

    def do_hunt_later_by(self) -> None:
        def take(words: str) -> None:
            if not words.strip().isdecimal() or not int(words):
                raise WorkbenchError(f"{words!r} is no number of segments")
            self._put_off(int(words))

        self.ask(Prompt("come back to this segment after how many others", "10"), take)

    def _put_off(self, steps: int | None) -> None:
        """Goes on without a decision; the segment comes back after some others, or at the end of the hunt."""
        state = self.state
        if state.bead in state.later and steps is None:
            state.later.drop(state.bead)
            self.moved()
            self.say("no longer put off")
            return
        if state.bead not in state.hunt.beads:
            raise WorkbenchError(f"this segment is not in the hunt \u2018{state.hunt.title}\u2019: nothing to put off")
        number, bead = state.index + 1, state.bead
        before = (bead, state.hunt_at, deepcopy(state.later))
        state.later.put(bead, None)
        if not self._hunt_on(1):
            state.later.drop(bead)
            raise WorkbenchError("nothing else is left in the hunt")
        if steps is None:
            when = "at the end of the hunt"
        else:
            state.later.put(bead, steps - 1)  # the first of the others is here
            when = f"after {counted(steps, 'other')}"
        self._put_off_now += ((*before, state.bead),)
        self.say(f"{number} comes back {when}, {first_key('undo')} takes it back")

    def do_undo(self) -> None:
        """Right behind putting off: that, as it is no act of the log."""
        *earlier, last = self._put_off_now or (None,)
        self._put_off_now = tuple(one for one in earlier if one is not None)
        if last is None or last[3] != self.state.bead or self.session.index(last[0]) is None:
            self._put_off_now = ()
            super().do_undo()  # type: ignore[misc]
            return
        bead, self.state.hunt_at, self.state.later, _ = last
        self.go_to_bead(bead, at_finding=True)
        self.say("no longer put off")

    def do_hunt_choose(self) -> None:
        hunts = self.session.hunts()
        rows = [[(f"{title:<44}", ""), (f"{count:>6}", "quiet")] for _, title, count in hunts]
        letters = "wfudpqe"
        keys = [key for key, _, _ in hunts]
        marks = []
        for key in keys:
            free = [ch for ch in key.partition(":")[0] + letters if ch not in marks and ch.isalpha()]
            marks.append(free[0] if free and ":" not in key else "")
        saved = saved_filters()
        at = next((n for n, key in enumerate(keys) if ":" in key), len(keys))  # before the checks
        rows[at:at] = [[(f"{shortened(name, 22):<24}", ""), (text, "quiet")] for name, text in saved.items()]
        keys[at:at] = [f"filter:{text}" for text in saved.values()]
        marks[at:at] = [""] * len(saved)
        now = keys.index(self.state.hunt.key) if self.state.hunt.key in keys else 0
        names = {f"filter:{text}": name for name, text in saved.items()}

        def take(index: int) -> None:
            hunt = self.session.hunt(keys[index])
            self.take_hunt(Hunt(hunt.key, names.get(keys[index], hunt.title), hunt.beads))

        self.ask(Choice("hunt for", rows, letters=[m or "\u00a0" for m in marks], index=now), take)

    def take_hunt(self, hunt: Hunt) -> None:
        """Begins a hunt at its first place."""
        self.chose_hunt = True
        self._hits = ()
        self.state.hits = {}
        self.view.touch(frozenset())
        self.state.take_hunt(hunt)
        if not hunt.beads:
            self.moved()
            self.say(f"nothing to hunt for: {hunt.title}")
            return
        self.state.hunt_at = 0
        self.go_to_bead(hunt.beads[0], at_finding=hunt.key != "all")
        self.say(f"{hunt.title}: {len(hunt.beads)} segments, {first_key('hunt.next')} goes on")

    def do_status_done(self) -> None:
        state = self.state
        bead = state.bead
        if self.session.segment(bead).status is Status.DONE and not self.session.segment(bead).edited_after_done:
            self._hunt_on(1)
            return
        state.later.drop(bead)
        outcome = self.act(lambda: self.session.set_status(bead, Status.DONE))
        if outcome is not None:
            message = self.message
            if self._hunt_on(1):
                self.message = message
                self.show_bars()
            elif (progress := self.session.progress()).done == progress.total:
                self.say(self._when_all_is_done(progress.total))

    def _when_all_is_done(self, total: int) -> str:
        from workbench.session.remaining import what_is_left

        left = what_is_left(self.session)
        if not left:
            return FINISHED
        return f"all {total} segments are done, but {left[0].why}: {first_key('left')} lists what is left"

    # ---- search

    def do_search(self) -> None:
        self.ask(Prompt("search both texts", suggestions=self._search_words()), self.search)

    def _search_words(self) -> list[str]:
        state = self.state
        words = [state.span.of(state.text())] if state.selection is None else [state.selection.span.of(state.text())]
        return [word for word in words if word.strip()]

    def search(self, words: str, *, move: bool = True) -> None:
        """Finds words in both texts and goes to the first place behind the cursor, or just makes them the hunt."""
        words = words.strip()
        if not words:
            return
        hits = self.session.search(words)
        if not hits:
            if not move:
                return
            self.say(f"\u2018{words}\u2019 is nowhere in the two texts", bad=True)
            return
        self._hits = hits
        by_bead: dict[str, list[tuple[Side, Span]]] = {}
        for bead, side, span in hits:
            by_bead.setdefault(bead, []).append((side, span))
        state = self.state
        if not state.hunt.key.startswith("search:"):
            self._before_search = state.hunt, state.hunt_at
        state.hits = {bead: tuple(found) for bead, found in by_bead.items()}
        state.take_hunt(Hunt(f"search:{words}", f"search {words}", tuple(by_bead)))
        self.chose_hunt = True
        here = state.index
        first = next((i for i, (bead, _, _) in enumerate(hits) if (self.session.index(bead) or 0) >= here), 0)
        if not move:
            self._hit_at = first - 1
            self.view.touch(frozenset())
            return
        self._go_to_hit(first)
        self.say(
            f"{counted(len(hits), 'hit')} in {counted(len(by_bead), 'segment')}, {first_key('hunt.next')} goes on, "
            f"{first_key('escape')} goes back to {self._before_search[0].title if self._before_search else 'all'}"
        )

    _before_search: tuple[Hunt, int] | None = None
    """The hunt that a search interrupted, and its place."""

    def _go_to_hit(self, at: int) -> bool:
        if not 0 <= at < len(self._hits):
            self.say("no further hit")
            return False
        bead, side, span = self._hits[at]
        if self.session.index(bead) is None:
            return self._go_to_hit(at + 1)
        self._hit_at = at
        if bead != self.state.bead:
            self.state.enter(bead)
        self.state.go_to(side, span.start)
        self.moved()
        self.say(f"hit {at + 1} of {len(self._hits)}")
        return True

    def do_escape(self) -> None:
        if self.state.hits:
            self.state.hits = {}
            self._hits = ()
            if self.state.hunt.key.startswith("search:"):
                hunt, at = self._before_search or (self.session.hunt("all"), -1)
                self.state.take_hunt(hunt)
                self.state.hunt_at = at
            self.view.touch(frozenset())
        self.told()
        self.show_bars()

    # ---- commands

    def do_command(self) -> None:
        from workbench.tui.screens.command import Command

        count = len(self.session.beads) if self._session is not None else 0
        self.app.push_screen(Command(count), self.take_command)

    def take_command(self, wanted: str | int | tuple[int, int] | None) -> None:
        from workbench.tui.actions import BY_ID

        if isinstance(wanted, int) and self.is_open:
            last = len(self.session.beads)
            self.go_to_bead(self.session.beads[max(0, min(wanted, last) - 1)].id)
            if not 1 <= wanted <= last:
                self.say(
                    f"there is no segment {wanted}: this is the {'last' if wanted > last else 'first'} one", bad=True
                )
        elif isinstance(wanted, str):
            self.play(BY_ID[wanted])

    # ---- mouse

    def on_bitext_view_word_clicked(self, event: object) -> None:
        if not self.leave_box():
            return
        bead, side, offset = event.bead, event.side, event.offset  # type: ignore[attr-defined]
        state = self.state
        start = event.extend_from  # type: ignore[attr-defined]
        if state.mode is Mode.PLACE:
            if state.bead == bead and side is Side.TARGET:
                state.place_at = offset
                self.view.redraw()
            return
        if start is None:
            if state.bead != bead:
                state.enter(bead)
            state.drop_selection()
            state.go_to(side, offset)
            if event.twice:  # type: ignore[attr-defined]
                state.select()
        elif state.bead == bead and state.side is side:
            first, last = state.word_at(min(start, offset)), state.word_at(max(start, offset))
            state.select(Span(first.start, max(first.end, last.end)))
        self.moved()
