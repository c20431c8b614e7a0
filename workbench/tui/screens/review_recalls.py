"""The translation memory at hand: earlier translations of what stands in the segment, in a list and while one edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.tui.actions import first_key
from workbench.tui.recalling import match_lines, match_row, where_from
from workbench.tui.screens.review_mending import Mending
from workbench.tui.screens.sheet import Choice
from workbench.tui.widgets.edit_box import EditBox

if TYPE_CHECKING:
    from workbench.memory.matching import Match


class Recalls(Mending):
    """Acts with the memory."""

    _put_last: tuple[str, int] | None = None
    """(segment, which match) that was put into the edit box last: the next key puts the next one."""

    def do_look_memory(self) -> None:
        """All matches; the one that is taken is opened for editing."""
        state, session = self.state, self.session
        bead = state.bead
        found = session.recalled(bead)
        if not found:
            raise WorkbenchError("nothing like this Chinese was translated before, here or elsewhere")
        source = session.source(bead)
        rows = [match_row(session, match) for match in found]
        count = f"{len(found)} earlier translation{'s' if len(found) > 1 else ''} of such Chinese"

        def take(chosen: int) -> None:
            self.open_box(found[chosen].found.target)
            self.say(f"from the memory: {first_key('edit.keep')} keeps it, {first_key('edit.cancel')} drops it")

        self.ask(
            Choice(
                count,
                rows,
                letters="123456789",
                foot="Enter opens it for editing, Esc leaves",
                about=lambda i: match_lines(source, found[i], self.app.size.width - 2),
            ),
            take,
        )

    def on_edit_box_recalls(self, event: EditBox.Recalls) -> None:
        """Puts the best match into the box; again: the next."""
        box, bead = self._box, self.state.bead
        view = self._draft_view
        if box is None:
            return
        if view is None:
            self.say("the memory is still being searched; press again")
            return
        found: tuple[Match, ...] = view.recalled
        if not found:
            self.say("nothing like this Chinese was translated before, here or elsewhere", bad=True)
            return
        at = (self._put_last[1] + 1) % len(found) if self._put_last is not None and self._put_last[0] == bead else 0
        self._put_last = bead, at
        match = found[at]
        box.put(match.found.target)
        more = f"; again: the next of {len(found)}" if len(found) > 1 else ""
        said = f"{match.likeness}\u00a0% like {where_from(self.session, match)}"
        self.say(f"{said}{more}; {first_key('edit.undo')} takes it back")

    def open_box(self, text: str | None = None, *, cursor: int | None = None) -> None:
        self._put_last = None
        super().open_box(text, cursor=cursor)
