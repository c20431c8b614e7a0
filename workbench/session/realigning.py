"""Pairing again where the aligner erred, around what the reviewer fixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.errors import WorkbenchError
from workbench.model.bitext import Bead
from workbench.model.state import BLANK
from workbench.session.repairing import Repairing
from workbench.session.values import Outcome

_AROUND = 150
"""Segments on either side that tell the aligner what kind of translation it is."""


@dataclass(frozen=True, slots=True)
class Realignment:
    """A new pairing of some segments, to be looked at or taken."""

    changes: tuple[tuple[tuple[Bead, ...], tuple[Bead, ...]], ...]
    """(old, new) neighbours, place by place, in order."""
    kept: int
    """Segments in the range that were left as the reviewer made them."""


def best_split(beads: Sequence[Bead], which: int) -> tuple[int, int]:
    """How many sentences of each side make the first part of a paired segment."""
    from workbench.align.again import cut_of

    first = max(0, which - _AROUND)
    return cut_of(beads[first : which + _AROUND + 1], which - first)


class Realigning(Repairing):
    """Realign from here to there."""

    def is_fixed(self, bead_id: str) -> bool:
        """True for a segment that a person paired, marked, corrected or decided: realigning leaves it as it is."""
        decided = self.segment(bead_id) != BLANK
        return decided or self.bead(bead_id).by_reviewer or bool(self.review.annotations_of(bead_id))

    def propose_realign(
        self,
        first_id: str,
        last_id: str,
        *,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Realignment:
        """A new pairing from one segment to another, both included. Changes nothing; may run on any thread.

        Raises `AlignmentCancelled` soon after `cancelled` says so.
        """
        from workbench.align.again import aligned_again

        beads = self.beads
        first, last = sorted((self._position(first_id), self._position(last_id)))
        low, high = max(0, first - _AROUND), min(len(beads), last + 1 + _AROUND)
        fixed = [at for at in range(first, last + 1) if self.is_fixed(beads[at].id)]
        edges = [first - 1, *fixed, last + 1]
        parts = [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
        made = aligned_again(
            beads[low:high], [(a - low, b - low) for a, b in parts], progress=progress, cancelled=cancelled
        )
        changes = [change for (a, b), new in zip(parts, made, strict=True) for change in _differences(beads[a:b], new)]
        return Realignment(tuple(changes), len(fixed))

    def realign(self, first_id: str, last_id: str, proposed: Realignment | None = None) -> Outcome:
        """Pairs anew from one segment to another, around what the reviewer fixed."""
        self.check_writable()
        found = self.propose_realign(first_id, last_id) if proposed is None else proposed
        around = f", {found.kept} kept as you fixed them" if found.kept else ""
        if not found.changes:
            return Outcome(f"the pairing stays as it is{around}")
        for old, _ in found.changes:
            if any(self.index(bead.id) is None for bead in old):
                raise WorkbenchError("the segments changed in the meantime: realign again")
        count = sum(len(old) for old, _ in found.changes)
        return self._rearrange_all(
            "realign", found.changes, f"paired {count} segments again{around}", found.changes[0][1][0].id
        )


def _differences(old: Sequence[Bead], new: Sequence[Bead]) -> list[tuple[tuple[Bead, ...], tuple[Bead, ...]]]:
    """Where two covers of the same sentences differ, as runs of neighbours as short as can be."""
    found = []
    a = b = i = j = 0  # beads from a and b on differ
    ends = [(0, 0), (0, 0)]
    while i < len(old) or j < len(new):
        behind = ends[0] <= ends[1] if i < len(old) and j < len(new) else i < len(old)
        bead = old[i] if behind else new[j]
        i, j = (i + 1, j) if behind else (i, j + 1)
        side = 0 if behind else 1
        ends[side] = ends[side][0] + len(bead.source), ends[side][1] + len(bead.target)
        if ends[0] == ends[1]:
            if {bead.id for bead in old[a:i]} != {bead.id for bead in new[b:j]}:
                found.append((tuple(old[a:i]), tuple(new[b:j])))
            a, b = i, j
    return found
