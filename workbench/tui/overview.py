"""The whole text in a few rows: for each stretch of segments what stands out there. No drawing.

What a segment adds is kept until the segment is touched, so that an act on one of a hundred thousand costs one look.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.tui.glyphs import G
from workbench.tui.look import LETTER

if TYPE_CHECKING:
    from workbench.session.session import Session

_RISKS = 16
"""More than the steps of the bar: a segment's value is its sign times this, plus its risk."""
_NOTHING, _DONE, _OPEN, _CLAIM, _QUERY = range(5)
_MARKS = {severity: _QUERY + 1 + n for n, severity in enumerate(sorted(Severity, key=lambda s: s.rank))}
"""The signs of a segment by their weight: of a stretch, the weightiest is shown."""
_STANDS_OUT = 4
"""Eighths of the bar above which a stretch is gone to: `high`, as in the gutter."""


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring segments as one row shows them."""

    first: int
    """Index of its first segment."""
    goal: int
    """Index of the segment it leads to: the one that its bar or its sign is of."""
    risk: int
    """Eighths of the bar: the highest chance of a major error among what is not done yet."""
    sign: str
    """Letter of the worst mark; else a question to the author, an open finding that weighs, or that all is done; or a
    space."""
    kind: str
    """Name of the sign's style."""

    @property
    def stands_out(self) -> bool:
        return self.risk > _STANDS_OUT or self.kind not in ("", "good")


class Overview:
    """Counted on any one thread; what was touched may be told from another meanwhile."""

    def __init__(self) -> None:
        self._values: dict[str, int] = {}
        self._stale: set[str] = set()
        self._lock = threading.Lock()

    def forget(self, beads: Iterable[str]) -> None:
        """These segments may look different at the next count."""
        with self._lock:
            self._stale.update(beads)

    def blocks(self, session: Session, rows: int) -> tuple[Block, ...]:
        """The text in at most so many rows, each of about as many segments."""
        with self._lock:
            stale, self._stale = self._stale, set()
        values = self._values
        for bead_id in stale:
            values.pop(bead_id, None)
        beads = session.beads
        found = []
        for bead in beads:
            value = values.get(bead.id)
            if value is None:
                value = values[bead.id] = _value(session, bead.id)
            found.append(value)
        if len(values) > 2 * len(beads) + _RISKS:  # segments that were joined or split away
            self._values = dict(zip((bead.id for bead in beads), found, strict=True))
        rows = min(rows, len(found))
        edges = [row * len(found) // rows for row in range(rows)] + [len(found)] if rows > 0 else []
        return tuple(_block(found, a, b) for a, b in pairwise(edges))


def block_at(index: int, count: int, rows: int) -> int:
    """The row that a segment is in, of so many segments in at most so many rows."""
    rows = min(rows, count)
    return ((index + 1) * rows - 1) // count if count else 0


def _value(session: Session, bead_id: str) -> int:
    """The weight of a segment's sign, and its risk as long as it is not done."""
    segment = session.segment(bead_id)
    is_done = segment.status is Status.DONE and not segment.edited_after_done
    marks = [_MARKS[placed.annotation.severity] for placed in session.annotations(bead_id)]
    if marks:
        sign = max(marks)
    elif segment.query:
        sign = _QUERY
    elif session.bead(bead_id).reason is Reason.FURNITURE:
        return 0
    elif is_done:
        sign = _DONE
    else:
        sign = _CLAIM if _is_claimed(session, bead_id) else _OPEN
    return sign * _RISKS + (0 if is_done else session.risk_level(bead_id))


def _is_claimed(session: Session, bead_id: str) -> bool:
    """True for an open finding from major up; for any in an English text alone, where there is no risk to show."""
    findings = (finding for finding in session.findings(bead_id) if not finding.quiet)
    return any(session.is_monolingual or finding.severity.rank >= Severity.MAJOR.rank for finding in findings)


def _block(values: list[int], first: int, last: int) -> Block:
    here = values[first:last]
    weight = max(here) // _RISKS
    risk = max(value % _RISKS for value in here)
    goal = next(n for n, value in enumerate(here) if (value % _RISKS == risk if risk else value // _RISKS == weight))
    sign, kind = _SIGNS[weight]
    return Block(first, first + goal, risk, sign, kind)


_SIGNS = {
    _NOTHING: (" ", ""),
    _DONE: (G.done, "good"),
    _OPEN: (" ", ""),
    _CLAIM: (G.finding, "hint"),
    _QUERY: (G.query, "accent"),
    **{weight: (LETTER[severity], f"{severity} letter") for severity, weight in _MARKS.items()},
}
