"""Mending the pairing: join, split, pair, unpair, mark. Text, marks and notes move along; nothing is discarded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.bitext import Bead, Reason
from workbench.model.carrying import carried_cut
from workbench.model.document import Sentence
from workbench.model.span import Side
from workbench.session.core import Core
from workbench.session.values import Outcome

Operation = Literal["join", "split", "pair", "unpair", "move", "mark", "realign", "split sentence", "join sentences"]


def _bead(source: tuple[Sentence, ...], target: tuple[Sentence, ...], reason: Reason | None = None) -> Bead:
    return Bead(source, target, 1.0, reason, None, True)


class Repairing(Core):
    """Acts on segments as a whole."""

    def _rearrange(
        self,
        operation: Operation,
        old: Sequence[Bead],
        new: Sequence[Bead],
        label: str,
        focus: str,
        texts: Sequence[str | None] | None = None,
    ) -> Outcome:
        """Puts `new` in the place of `old`; corrected texts are dealt out as fits best, unless `texts` says how."""
        ids = tuple(bead.id for bead in old)
        dealt = self.review.carried(ids, new)
        event = ev.BeadsRearranged(operation, ids, tuple(new), tuple(dealt.texts if texts is None else texts))
        more = dealt.separators if texts is None else ()
        return Outcome(label, self._commit(label, [event, *more]), focus)

    def _position(self, bead_id: str) -> int:
        position = self.index(bead_id)
        if position is None:
            raise WorkbenchError("that segment is no longer there")
        return position

    def join(self, bead_id: str) -> Outcome:
        """Joins a segment with the next one."""
        position = self._position(bead_id)
        if position + 1 >= len(self.beads):
            raise WorkbenchError("this is the last segment: there is none to join it with")
        first, second = self.beads[position], self.beads[position + 1]
        joined = _bead(first.source + second.source, first.target + second.target)
        return self._rearrange("join", (first, second), (joined,), "join with the next", joined.id)

    def propose_split(self, bead_id: str) -> tuple[int, int, int | None] | None:
        """(source sentences, target sentences, place in the corrected text or None) of the first part.

        None if both sides hold at most one sentence.
        """
        bead = self.bead(bead_id)
        n, m = len(bead.source), len(bead.target)
        if n < 2 and m < 2:
            return None
        source_count = self._even_cut([len(s.text) for s in bead.source]) if n > 1 else n
        target_count = self._even_cut([len(s.text) for s in bead.target]) if m > 1 else m
        if n < 2:
            source_count, target_count = 1, max(1, target_count)
        return source_count, target_count, self.propose_cut(bead_id, target_count)

    def propose_cut(self, bead_id: str, target_count: int) -> int | None:
        """Where the corrected text is cut if the first part keeps `target_count` target sentences."""
        bead = self.bead(bead_id)
        corrected = self.segment(bead_id).corrected
        if corrected is None:
            return None
        if not 0 < target_count < len(bead.target):
            return 0 if target_count == 0 else len(corrected)
        frozen = bead.target[target_count].start - bead.target[0].start
        return carried_cut(self.machine(bead_id), corrected, frozen)[1]

    @staticmethod
    def _even_cut(lengths: list[int]) -> int:
        total, best, best_gap, run = sum(lengths), 1, float("inf"), 0
        for i, length in enumerate(lengths[:-1], 1):
            run += length
            if abs(2 * run - total) < best_gap:
                best, best_gap = i, abs(2 * run - total)
        return best

    def split(self, bead_id: str, source_count: int, target_count: int, cut: int | None = None) -> Outcome:
        """Splits a segment: the first part keeps so many sentences of each side; `cut` parts a corrected text."""
        bead = self.bead(bead_id)
        first = _bead(bead.source[:source_count], bead.target[:target_count])
        second = _bead(bead.source[source_count:], bead.target[target_count:])
        if not (first.source or first.target) or not (second.source or second.target):
            raise WorkbenchError("one part would be empty")
        first, second = (replace(b, reason=_reason_of(b)) for b in (first, second))
        corrected = self.segment(bead_id).corrected
        texts = None
        if corrected is not None and cut is not None:
            texts = (corrected[:cut].rstrip(), corrected[cut:].lstrip())
        return self._rearrange("split", (bead,), (first, second), "split the segment", first.id, texts)

    def unpair(self, bead_id: str) -> Outcome:
        """Takes the two sides of a segment apart; a corrected text stays with the target."""
        bead = self.bead(bead_id)
        if not bead.is_paired:
            raise WorkbenchError("this segment is not paired")
        source = _bead(bead.source, (), Reason.OMISSION)
        target = _bead((), bead.target, Reason.ADDITION)
        return self._rearrange("unpair", (bead,), (source, target), "take the two sides apart", source.id)

    def pair(self, bead_id: str) -> Outcome:
        """Pairs an unpaired segment with the nearest unpaired one of the other side."""
        bead = self.bead(bead_id)
        if bead.is_paired:
            raise WorkbenchError("this segment is paired already")
        side = Side.TARGET if bead.source else Side.SOURCE
        here = self._position(bead_id)
        other = self._nearest_unpaired(here, side)
        if other is None:
            raise WorkbenchError(f"no unpaired {'English' if side is Side.TARGET else 'Chinese'} line can be reached")
        low, high = sorted((here, other))
        block = self.beads[low : high + 1]
        source = bead if bead.source else self.beads[other]
        target = self.beads[other] if bead.source else bead
        paired = _bead(source.source, target.target)
        before = [b for b in block if b is not source and b is not target and self._precedes(b, source, target)]
        after = [b for b in block if b is not source and b is not target and b not in before]
        new = (*before, paired, *after)
        return self._rearrange("pair", block, new, "pair the two lines", paired.id)

    def _nearest_unpaired(self, here: int, side: Side) -> int | None:
        """The nearest bead with that side alone, with no paired bead between: pairs keep the order of both texts."""
        found = []
        for step in (1, -1):
            at = here + step
            while 0 <= at < len(self.beads) and not self.beads[at].is_paired:
                if self.beads[at].sentences(side):
                    found.append(at)
                    break
                at += step
        return min(found, key=lambda at: abs(at - here), default=None)

    @staticmethod
    def _precedes(bead: Bead, source: Bead, target: Bead) -> bool:
        if bead.source:
            return bead.source[0].start < source.source[0].start
        return bead.target[0].start < target.target[0].start

    def mark(self, bead_id: str, reason: Reason | None) -> Outcome:
        """Says why a segment stands alone: furniture, omission, addition, duplicate."""
        bead = self.bead(bead_id)
        if bead.is_paired and reason is not Reason.FURNITURE and reason is not None:
            raise WorkbenchError("this segment is paired; unpair it first")
        marked = replace(bead, reason=reason, confidence=1.0, by_reviewer=True)
        label = f"mark as {reason}" if reason else "mark as ordinary text"
        return self._rearrange("mark", (bead,), (marked,), label, marked.id)


def _reason_of(bead: Bead) -> Reason | None:
    if bead.is_paired:
        return None
    return Reason.OMISSION if bead.source else Reason.ADDITION
