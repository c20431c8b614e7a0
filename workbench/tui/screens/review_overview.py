"""The overview strip beside the texts: when it is counted anew, and the ways from it to a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.session.values import Outcome
from workbench.tui.overview import Overview
from workbench.tui.screens.messages import SegmentsAnalysed
from workbench.tui.screens.review_base import ReviewBase
from workbench.tui.widgets.strip_view import StripView

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.tui.overview import Block


class Overseen(ReviewBase):
    """Keeps the strip true."""

    def __init__(self) -> None:
        super().__init__()
        self._overview = Overview()
        self._strip_rows = 1
        self._blocks: tuple[Block, ...] = ()

    @property
    def strip(self) -> StripView:
        return self.query_one(StripView)

    def counted(self, session: Session) -> tuple[str, str]:
        self._blocks = self._overview.blocks(session, self._strip_rows)
        return super().counted(session)

    def _show_figures(self, counted: tuple[str, str]) -> None:
        super()._show_figures(counted)
        if self.is_open:
            self.strip.show(self._blocks, len(self.session.beads), self.state.index)

    def show_outcome(self, outcome: Outcome, *, undoable: bool = True) -> None:
        self._overview.forget(outcome.touched)
        super().show_outcome(outcome, undoable=undoable)

    def on_segments_analysed(self, event: SegmentsAnalysed) -> None:
        self._overview.forget(event.beads)

    def moved(self, *, keep_message: bool = False) -> None:
        super().moved(keep_message=keep_message)
        if self.is_open:
            self.strip.go_to(self.state.index)

    def fit_strip(self) -> None:
        """After a change of the screen's size: as many rows as there are beside the texts now."""
        strip = self.strip
        strip.fit(self.app.size.width)
        if strip.size.height and strip.size.height != self._strip_rows:
            self._strip_rows = strip.size.height
            self.count()

    def go_to_bead(self, bead_id: str, *, at_finding: bool = False) -> None:
        raise NotImplementedError

    def on_strip_view_chosen(self, event: StripView.Chosen) -> None:
        if self.is_open and event.index < len(self.session.beads) and self.leave_box():
            self.state.drop_selection()
            self.go_to_bead(self.session.beads[event.index].id, at_finding=True)

    def do_overview_next(self) -> None:
        self._to_stretch(1)

    def do_overview_previous(self) -> None:
        self._to_stretch(-1)

    def _to_stretch(self, by: int) -> None:
        block = self.strip.stretch(by)
        if block is None or block.goal >= len(self.session.beads):
            self.say(f"nothing stands out {'further on' if by > 0 else 'further up'} in the overview")
            return
        self.go_to_bead(self.session.beads[block.goal].id, at_finding=True)
