"""The history of a segment: what was done to it, and any of its texts again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.tui import details
from workbench.tui.screens.review_asks import Asks
from workbench.tui.screens.sheet import Choice
from workbench.tui.widgets.painted import Run, padded

if TYPE_CHECKING:
    from workbench.session.versions import Version

_WHO = 10


class History(Asks):
    """Acts on what was."""

    def do_look_history(self) -> None:
        from workbench.session.versions import restore, versions

        session, bead = self.session, self.state.bead
        final = session.final(bead)
        found = versions(session, bead)
        now = next((n for n, v in enumerate(found) if not v.undone and v.text == final), -1)

        def about(index: int) -> list[list[Run]]:
            version, width = found[index], max(20, self.app.size.width - 2)
            if version.text is None:
                return [[("then it was other segments, whose texts are told by their own acts", "quiet")]]
            if version.text == final:
                return [[("this is the text that stands here", "good")]]
            if not version.text.strip():
                return [[("Enter takes the English away", "quiet")]]
            return [details.change_line(final, version.text, width, "Enter gives: ")]

        def take(index: int) -> None:
            if found[index].text is None:
                raise WorkbenchError("of then there is no text of this segment as a whole")
            self.act(lambda: restore(session, bead, found[index]))

        rows = [_row(version, n == now) for n, version in enumerate(found)]
        title = f"history of segment {self.state.index + 1}"
        before = next((n for n, v in enumerate(found) if v.text not in (None, final)), 0)
        foot = "Enter puts that text back, Esc leaves"
        self.ask(Choice(title, rows, index=before, foot=foot, about=about), take)


def _row(version: Version, is_now: bool) -> list[Run]:
    sign: Run = ("now  ", "good") if is_now else ("     ", "")
    when: Run = (padded(version.when or "at first", 18), "quiet")
    who: Run = (padded(version.reviewer, _WHO) + " ", "quiet")
    return [sign, when, who, (version.what, "old" if version.undone else ""), *_undone(version)]


def _undone(version: Version) -> list[Run]:
    return [("  undone", "quiet")] if version.undone else []
