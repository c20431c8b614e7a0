"""Where the reviewer is in a hunt, and what was put off in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.session.values import Hunt
from workbench.tui.later import Later

if TYPE_CHECKING:
    from workbench.session.session import Session


class Hunting:
    """The hunt is frozen: nothing reorders under the hands."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.bead = session.beads[0].id if session.beads else ""
        self.hunt = Hunt("all", "document order", tuple(b.id for b in session.beads))
        self.hunt_at = -1
        """Index of the last place of the hunt that was visited; -1 before the first."""
        self._hunt_in_order = True
        self.later = Later()

    @property
    def index(self) -> int:
        """Position of the segment in the document; 0 if it is gone."""
        return self.session.index(self.bead) or 0

    def take_hunt(self, hunt: Hunt) -> None:
        """Begins a hunt: its next place is its first one, or, in document order, the one after the cursor."""
        self.hunt = hunt
        self.hunt_at = -1
        places = [self.session.index(bead) for bead in hunt.beads]
        known = [place for place in places if place is not None]
        self._hunt_in_order = known == sorted(known)

    def next_of_hunt(self, by: int) -> str | None:
        """The next (1) or previous (-1) segment of the hunt that still exists; None at its end.

        A hunt in document order goes on from the cursor, any other from its own last place, wherever one strayed. What
        was put off comes when it is due, and at the end.
        """
        beads = self.hunt.beads
        if by > 0 and (due := self.later.due(self._can_come_back)) is not None:
            return due
        at = self.hunt_at + by
        if self._hunt_in_order:
            strayed = self.later.back == self.bead and 0 <= self.hunt_at < len(beads)
            here = self.session.index(beads[self.hunt_at]) if strayed else self.index
            places = [self.session.index(bead) for bead in beads]
            onward = [(i, p) for i, p in enumerate(places) if p is not None and here is not None]
            further = [i for i, p in onward if (p > here if by > 0 else p < here)]  # type: ignore[operator]
            at = (further[0] if by > 0 else further[-1]) if further else len(beads)
        while 0 <= at < len(beads):
            is_put_off = by > 0 and beads[at] in self.later
            if self.session.index(beads[at]) is not None and beads[at] != self.bead and not is_put_off:
                return beads[at]
            at += by
        return self.later.due(self._can_come_back, at_end=True) if by > 0 else None

    def _can_come_back(self, bead: str) -> bool:
        return bead != self.bead and bead in self.hunt.beads and self.session.index(bead) is not None

    def went_on(self, bead: str) -> None:
        """The hunt is at this segment now."""
        came_back = bead in self.later
        self.later.stepped()
        self.later.drop(bead)
        self.later.back = bead if came_back else ""
        if not came_back:
            self.hunt_at = self.hunt.beads.index(bead)

    def take_hunt_again(self, hunt: Hunt, last: str) -> None:
        """Goes on with the hunt of an earlier day, after the place that was visited last."""
        self.take_hunt(hunt)
        self.hunt_at = hunt.beads.index(last) if last in hunt.beads else -1
