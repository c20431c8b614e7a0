"""Scores of whole segments, said in words."""

from __future__ import annotations

from workbench.errors import WorkbenchError
from workbench.linear.acting import Acting
from workbench.score.ratings import ANCHORS


class Rates(Acting):
    """What the review screen does on its rating keys."""

    def _do_rate(self, rest: str) -> None:
        session, bead = self._session, self._bead
        if not session.rating_plan.protocol:
            raise WorkbenchError("nothing is rated here: open the project with --rate esa or --rate da")
        if not rest:
            for mark, meaning in ANCHORS:
                self._say(f"{mark}: {meaning}")
            return
        number, _, anyway = rest.partition(" ")
        if not number.isdecimal() or anyway.casefold() not in ("", "anyway"):
            raise WorkbenchError("say a whole number from 0 to 100, as in rate 71")
        value = int(number)
        doubt = session.rating_doubt(bead, value) if value <= 100 and not anyway else ""
        if doubt:
            raise WorkbenchError(f"{doubt}; rate {value} anyway gives it all the same")
        self._act(session.rate(bead, value))
        done, total = session.rated()
        self._say(f"rated {done} of {total}; unrated goes to the next one")

    def _do_unrate(self, _: str) -> None:
        self._act(self._session.rate(self._bead, None))

    def _do_unrated(self, _: str) -> None:
        if not self._session.rating_plan.protocol:
            raise WorkbenchError("nothing is rated here: open the project with --rate esa or --rate da")
        following = self._session.next_unrated(self._bead)
        if following is None:
            raise WorkbenchError(f"no other segment is left to rate. {self._session.rating_words()}")
        self._go(following)
