"""HTER of the segment under the hands, also while it is being typed: measured in another process, known once it is."""

from __future__ import annotations

from textual.message import Message

from workbench.score.live_ter import LiveTer, Pair
from workbench.tui.glyphs import G
from workbench.tui.screens.review_marks import Marks


class EffortMeasured(Message):
    """What TER says of one text against the machine's."""

    def __init__(self, pair: Pair, hter: float) -> None:
        self.pair = pair
        self.hter = hter
        super().__init__()


class Efforts(Marks):
    """Asks for the figure where it is to be seen, and shows it when it has come."""

    _live: LiveTer | None = None

    def effort_words(self, bead: str, text: str) -> str:
        """`, HTER 23.1` of a text against the machine's, `, HTER …` until it is known; asks for it if it is not."""
        machine = self.session.machine(bead)
        if not machine or not text.strip():
            return ""
        known = self.session.hter_of(machine, text)
        if known is None:
            if self._live is None:
                self._live = LiveTer(lambda pair, hter: self.post_message(EffortMeasured(pair, hter)))
            self._live.ask((machine, text))
        return f", HTER {G.ellipsis if known is None else f'{known:.1f}'}"

    def hter_words(self) -> str:
        corrected = self.session.segment(self.state.bead).corrected
        return "" if corrected is None else self.effort_words(self.state.bead, corrected)

    def drop_effort(self) -> None:
        """The segment was left: its figure is not waited for."""
        if self._live is not None:
            self._live.drop()

    def on_effort_measured(self, event: EffortMeasured) -> None:
        self.session.keep_hter(*event.pair, event.hter)
        if self.is_open:
            self.show_inspector()

    @property
    def is_settled(self) -> bool:
        return super().is_settled and (self._live is None or self._live.is_idle)

    def on_unmount(self) -> None:
        if self._live is not None:
            self._live.close()
