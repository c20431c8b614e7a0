"""Mending the pairing and the sentences."""

from __future__ import annotations

from workbench.errors import WorkbenchError
from workbench.model.bitext import Reason
from workbench.model.span import Side
from workbench.tui.screens.messages import PairedAgain
from workbench.tui.screens.review_rewording import Rewords
from workbench.tui.screens.sheet import Prompt
from workbench.tui.screens.split import Cut, SplitScreen

_AT_ONCE = 200
"""Segments up to which pairing again is done on the spot; more of them are paired on a worker."""


class Mending(Rewords):
    """Acts on the pairing. Each is one `u` away from how it was."""

    _waiting: PairedAgain | None = None
    """A pairing that was found while something was being typed."""

    def do_segment_join(self) -> None:
        self.act(lambda: self.session.join(self.state.bead))

    def do_segment_split(self) -> None:
        bead = self.state.bead
        proposal = self.session.propose_split(bead)
        if proposal is None:
            raise WorkbenchError("there is one sentence on each side: nothing to split")
        self.ask(
            SplitScreen(self.session, bead, proposal), lambda cut: self.act(lambda: self.session.split(bead, *cut))
        )

    def do_segment_move(self, where: str) -> None:
        """The last sentence of the cursor's side goes on, or the first one back."""
        bead, side, forward = self.state.bead, self.state.side, where == "next"
        cut = self.session.propose_move(bead, side, forward=forward)
        if cut is None:
            self.act(lambda: self.session.move(bead, side, forward=forward))
            return
        segment = self.session.bead(bead)
        counts = [len(segment.source), len(segment.target)]
        own = 0 if side is Side.SOURCE else 1
        counts[own] = counts[own] - 1 if forward else 1
        names = ("stays here", "goes to the next") if forward else ("goes to the one before", "stays here")

        def moved(answer: Cut) -> None:
            self.act(lambda: self.session.move(bead, side, forward=forward, cut=answer[2]))

        self.ask(SplitScreen(self.session, bead, (counts[0], counts[1], cut), names=names, fixed=True), moved)

    def do_segment_pair(self) -> None:
        self.act(lambda: self.session.pair(self.state.bead))

    def do_segment_unpair(self) -> None:
        self.act(lambda: self.session.unpair(self.state.bead))

    def do_segment_mark(self) -> None:
        bead = self.session.bead(self.state.bead)
        reason: Reason | None = Reason.FURNITURE
        if bead.reason is Reason.FURNITURE:
            reason = None if bead.is_paired else Reason.OMISSION if bead.source else Reason.ADDITION
        self.act(lambda: self.session.mark(bead.id, reason))

    # ---- sentences

    def do_sentence_split(self) -> None:
        state = self.state
        bead, side, at = state.bead, state.side, state.span.start
        if self.act(lambda: self.session.split_sentence(bead, side, at)) is not None:
            state.go_to(side, at)
            self.moved(keep_message=True)

    def do_sentence_join(self) -> None:
        state = self.state
        bead, side, at = state.bead, state.side, state.span.start
        number = self.session.sentence_at(bead, side, at)
        if number and number + 1 == len(self.session.bead(bead).sentences(side)):
            number -= 1  # rather within the segment than with what belongs to the next
        if self.act(lambda: self.session.join_sentences(bead, side, number)) is not None:
            state.go_to(side, at)
            self.moved(keep_message=True)

    # ---- pairing again

    def do_segment_realign(self) -> None:
        self.session.check_writable()
        here, last = self.state.index + 1, len(self.session.beads)
        suggested = min(last, here + 20)
        question = f"pair again from {here} to (what you fixed is kept)"
        self.ask(
            Prompt(question, str(suggested), suggestions=[str(last)]),
            lambda there: self.realign(here, self._number(there)),
        )

    def _number(self, words: str) -> int:
        if not words.strip().isdecimal():
            raise WorkbenchError(f"{words!r} is no number of a segment")
        return int(words)

    def realign(self, first: int, last: int) -> None:
        """Pairs the segments with these numbers, and those between, again."""
        session = self.session
        session.check_writable()
        first, last = sorted((first, last))
        if not 1 <= first <= last <= len(session.beads):
            raise WorkbenchError(f"there are segments 1 to {len(session.beads)}")
        ids = session.beads[first - 1].id, session.beads[last - 1].id
        if last - first < _AT_ONCE:
            self.act(lambda: session.realign(*ids))
            return
        self.activity = "pairing again"
        self.show_bars()
        self.run_worker(
            lambda: self._pair_again(*ids), thread=True, exclusive=True, group="pairing", exit_on_error=False
        )

    def _pair_again(self, first: str, last: str) -> None:
        from textual.worker import get_current_worker

        from workbench.align.aligner import AlignmentCancelled

        worker = get_current_worker()
        try:
            found = self.session.propose_realign(
                first,
                last,
                progress=lambda share: self.went("pairing again", share),
                cancelled=lambda: worker.is_cancelled,
            )
        except AlignmentCancelled:
            return
        self.post_message(PairedAgain(first, last, found))

    def on_paired_again(self, event: PairedAgain) -> None:
        self._waiting = event
        self.take_what_waited()

    def take_what_waited(self) -> None:
        """Takes a new pairing over, but never under an edit or a question: its words are for the segments as they are.
        Called again when either is closed."""
        event = self._waiting
        if event is None or not self.is_attached:
            return
        if self._box is not None or self.is_asking:
            self.activity = "a new pairing waits for you"
            self.show_bars()
            return
        self._waiting = None
        self.activity = ""
        self.act(lambda: self.session.realign(event.first, event.last, event.found))
