"""Small changes of words without the edit box, a key each: case, place, spaces, and words that go."""

from __future__ import annotations

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.text import rewording
from workbench.text.rewording import Rewording
from workbench.tui.actions import first_key
from workbench.tui.screens.review_texts import Texts


class Rewords(Texts):
    """Acts on the English words under the cursor, or selected. Those that may be pressed again keep the selection."""

    _cased: tuple[str, int, str, str] | None = None
    """(segment, start, words as they were at first, as they are now) of the last change of case."""

    def _stand_in_english(self) -> None:
        """Raises `WorkbenchError` with the cursor on the Chinese."""
        if self.state.side is Side.SOURCE:
            raise WorkbenchError(f"this changes the English: {first_key('move.side')} goes over")

    def _english(self) -> tuple[str, Span]:
        """The final text of the segment, and the words to change."""
        self._stand_in_english()
        state = self.state
        span = state.selection.span if state.selection is not None else state.span
        if not len(span):
            raise WorkbenchError("there is no word here to change")
        return self.session.final(state.bead), span

    def _reword(self, change: Rewording, label: str, *, keeps_selection: bool = False) -> None:
        state, bead = self.state, self.state.bead
        selected = state.selection is not None and keeps_selection
        state.drop_selection()
        if self.act(lambda: self.session.replace(bead, change.span, change.new, label=label)) is None:
            return
        state.go_to(Side.TARGET, change.cursor.start)
        if selected:
            state.select(change.cursor)
        self.moved(keep_message=True)

    def do_reword_case(self) -> None:
        text, span = self._english()
        now = span.of(text)
        known = self._cased
        is_again = known is not None and known[:2] == (self.state.bead, span.start) and known[3] == now
        original = known[2] if known is not None and is_again else now
        change = rewording.recased(text, span, original)
        if change is None:
            raise WorkbenchError(f"\u2018{now}\u2019 has no other case")
        self._cased = (self.state.bead, span.start, original, change.new)
        self._reword(change, f"wrote \u2018{change.new}\u2019", keeps_selection=True)

    def do_reword_move(self, by: str) -> None:
        from workbench.lexicon.glosses import FUNCTION_WORDS

        text, span = self._english()
        words = self.state.words(Side.TARGET)
        change = rewording.moved(text, span, words, int(by), FUNCTION_WORDS)
        if change is None:
            raise WorkbenchError(f"no word stands {'behind' if int(by) > 0 else 'before'} this one in the segment")
        self._reword(change, f"moved \u2018{span.of(text)}\u2019", keeps_selection=True)

    def do_reword_delete(self) -> None:
        text, span = self._english()
        self._reword(rewording.without(text, span), f"took \u2018{span.of(text)}\u2019 out")

    def do_reword_space(self) -> None:
        """In a selection: behind it, wherever that is."""
        text, span = self._english()
        if text[span.end : span.end + 1].isspace() or span.end == len(text):
            raise WorkbenchError("a space stands there, or the segment ends")
        self._reword(rewording.spaced(span.end, span), "put a space")

    def do_separator_space(self) -> None:
        """Within the sentence where its words show that one is missing; else between it and the next."""
        state = self.state
        if self.session.separator(state.bead) is not None:
            self._stand_in_english()
        if state.side is Side.TARGET and len(state.span):
            text = self.session.final(state.bead)
            at = rewording.missing_space(text, state.span)
            if at is None and self.session.separator(state.bead) in (" ", None):
                at = rewording.hump(text, state.span)
            if at is not None:
                self._reword(rewording.spaced(at, state.span), "put a space")
                return
        super().do_separator_space()
