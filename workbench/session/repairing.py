"""Mending the pairing: join, split, move, pair, unpair, mark.

Text, marks and notes move along; nothing is discarded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.bitext import Bead, Reason
from workbench.model.carrying import carried_cut, shared_cut
from workbench.model.document import Sentence
from workbench.model.span import Side
from workbench.session.core import Core
from workbench.session.values import Outcome

Operation = Literal["join", "split", "pair", "unpair", "move", "mark", "realign", "split sentence", "join sentences"]

NAMES = {Side.SOURCE: "Chinese", Side.TARGET: "English"}
"""The sides as messages call them."""


class Repairing(Core):
    """Acts on segments as a whole."""

    def _rearrange(
        self,
        operation: Operation,
        old: Sequence[Bead],
        new: Sequence[Bead],
        label: str,
        focus: str,
        cuts: Mapping[str, int] | None = None,
    ) -> Outcome:
        """Puts `new` in the place of `old`; corrected texts are dealt out as fits best, cut where `cuts` says."""
        return self._rearrange_all(operation, [(old, new)], label, focus, cuts)

    def _rearrange_all(
        self,
        operation: Operation,
        changes: Sequence[tuple[Sequence[Bead], Sequence[Bead]]],
        label: str,
        focus: str,
        cuts: Mapping[str, int] | None = None,
    ) -> Outcome:
        """The same in several places at once, as one act."""
        events: list[ev.Event] = []
        for old, new in changes:
            ids = tuple(bead.id for bead in old)
            dealt = self.review.carried(ids, new, cuts)
            events += [ev.BeadsRearranged(operation, ids, tuple(new), dealt.texts), *dealt.separators]
        return Outcome(label, self._commit(label, events), focus)

    def _position(self, bead_id: str) -> int:
        position = self.index(bead_id)
        if position is None:
            raise WorkbenchError("that segment is no longer there")
        return position

    # ---- join and split

    def join(self, bead_id: str, last: str | None = None) -> Outcome:
        """Joins a segment with the next one, or with all up to `last`."""
        position = self._position(bead_id)
        end = position + 1 if last is None else self._position(last)
        if end >= len(self.beads):
            raise WorkbenchError("this is the last segment: there is none to join it with")
        if end <= position:
            raise WorkbenchError("a segment is joined with a later one")
        parts = self.beads[position : end + 1]
        joined = made_of(tuple(s for b in parts for s in b.source), tuple(s for b in parts for s in b.target))
        if not joined.is_paired and all(part.reason is Reason.FURNITURE for part in parts):
            joined = replace(joined, reason=Reason.FURNITURE)
        label = "joined with the next" if len(parts) == 2 else f"joined {len(parts)} segments"
        return self._rearrange("join", parts, (joined,), label, joined.id)

    def propose_split(self, bead_id: str) -> tuple[int, int, int | None] | None:
        """(source sentences, target sentences, place in the corrected text or None) of the first part.

        None if both sides hold at most one sentence. The place is where the words of the two sides part best.
        """
        bead = self.bead(bead_id)
        if len(bead.source) < 2 and len(bead.target) < 2:
            return None
        if bead.is_paired:
            from workbench.session.realigning import best_split

            counts = best_split(self.beads, self._position(bead_id))
        else:
            counts = _middle(bead.source), _middle(bead.target)
        return *counts, self.propose_cut(bead_id, *counts)

    def propose_cut(self, bead_id: str, source_count: int, target_count: int) -> int | None:
        """Where the corrected text is cut if the first part keeps so many sentences of each side.

        None if there is no corrected text, or none of it goes to the other part.
        """
        bead = self.bead(bead_id)
        corrected = self.segment(bead_id).corrected
        if corrected is None:
            return None
        if not bead.target:
            if not 0 < source_count < len(bead.source):
                return None
            share = (bead.source[source_count].start - bead.source[0].start) / max(1, len(self.source(bead_id)))
            return shared_cut(corrected, source_count, len(bead.source), share)
        if not 0 < target_count < len(bead.target):
            return None
        frozen = bead.target[target_count].start - bead.target[0].start
        return carried_cut(self.machine(bead_id), corrected, frozen)[1]

    def split(self, bead_id: str, source_count: int, target_count: int, cut: int | None = None) -> Outcome:
        """Splits a segment: the first part keeps so many sentences of each side; `cut` parts a corrected text."""
        bead = self.bead(bead_id)
        parts = (
            reshaped(bead, bead.source[:source_count], bead.target[:target_count]),
            reshaped(bead, bead.source[source_count:], bead.target[target_count:]),
        )
        first, second = parts
        if first is None or second is None:
            raise WorkbenchError("one part would be empty")
        cuts = self._cuts(bead, self.propose_cut(bead_id, source_count, target_count) if cut is None else cut)
        return self._rearrange("split", (bead,), (first, second), "split the segment", first.id, cuts)

    def _cuts(self, bead: Bead, cut: int | None) -> dict[str, int]:
        corrected = self.segment(bead.id).corrected
        if cut is None or corrected is None:
            return {}
        if not 0 <= cut <= len(corrected):
            raise WorkbenchError(f"the corrected text has {len(corrected)} characters: it cannot be cut at {cut}")
        return {bead.id: cut}

    # ---- move a sentence

    def _neighbour(self, bead_id: str, side: Side, forward: bool) -> int:
        """Index of the next (or previous) segment that a sentence of that side can go to: page furniture of the other
        side is passed over."""
        at = self._position(bead_id)
        step = 1 if forward else -1
        at += step
        while 0 <= at < len(self.beads):
            bead = self.beads[at]
            if bead.sentences(side) or bead.reason is not Reason.FURNITURE:
                return at
            at += step
        raise WorkbenchError(f"there is no segment {'behind' if forward else 'before'} this one")

    def propose_move(self, bead_id: str, side: Side, *, forward: bool) -> int | None:
        """Where the corrected text of a segment is cut if its last (or first) sentence of a side goes to a neighbour.

        None if it is not cut. Raises `WorkbenchError` if no sentence can move so.
        """
        bead = self.bead(bead_id)
        if not bead.sentences(side):
            raise WorkbenchError(f"this segment has no {NAMES[side]} sentence to move")
        self._neighbour(bead_id, side, forward)
        counts = [len(bead.source), len(bead.target)]
        other, own = (1, 0) if side is Side.SOURCE else (0, 1)
        counts[own] = counts[own] - 1 if forward else 1
        if not bead.sentences(side.other):
            counts[other] = 0
        return self.propose_cut(bead_id, counts[0], counts[1])

    def move(self, bead_id: str, side: Side, *, forward: bool, cut: int | None = None) -> Outcome:
        """Moves the last sentence of a side to the next segment, or the first one to the segment before.

        A corrected text that this cuts is cut at `cut`, or where `propose_move` says.
        """
        proposed = self.propose_move(bead_id, side, forward=forward)
        bead, here = self.bead(bead_id), self._position(bead_id)
        there = self._neighbour(bead_id, side, forward)
        neighbour = self.beads[there]
        own = bead.sentences(side)
        kept, moved = (own[:-1], own[-1:]) if forward else (own[1:], own[:1])
        gained = moved + neighbour.sentences(side) if forward else neighbour.sentences(side) + moved
        left, grown = with_side(bead, side, kept), with_side(neighbour, side, gained)
        assert grown is not None  # it has the sentence that moved
        low, high = sorted((here, there))
        ends = (left, grown) if forward else (grown, left)
        block = self.beads[low : high + 1]
        new = [b for b in (ends[0], *block[1:-1], ends[1]) if b is not None]
        label = f"moved {NAMES[side]} to the {'next' if forward else 'previous'} segment"
        cuts = self._cuts(bead, proposed if cut is None else cut)
        return self._rearrange("move", block, new, label, left.id if left else grown.id, cuts)

    # ---- pair and unpair

    def unpair(self, bead_id: str) -> Outcome:
        """Takes the two sides of a segment apart; a corrected text stays with the target."""
        bead = self.bead(bead_id)
        if not bead.is_paired:
            raise WorkbenchError("this segment is not paired")
        source, target = made_of(bead.source, ()), made_of((), bead.target)
        return self._rearrange("unpair", (bead,), (source, target), "took the two sides apart", source.id)

    def pair(self, bead_id: str, other_id: str | None = None) -> Outcome:
        """Pairs an unpaired segment with another of the other side; without `other_id`, with the nearest."""
        bead = self.bead(bead_id)
        if bead.is_paired:
            raise WorkbenchError("this segment is paired already")
        side = Side.TARGET if bead.source else Side.SOURCE
        here = self._position(bead_id)
        there = self._nearest_unpaired(here, side) if other_id is None else self._position(other_id)
        if there is None:
            raise WorkbenchError(f"no unpaired {NAMES[side]} line can be reached")
        other = self.beads[there]
        if other.is_paired or not other.sentences(side):
            raise WorkbenchError(f"that segment is not an unpaired {NAMES[side]} line")
        low, high = sorted((here, there))
        block = self.beads[low : high + 1]
        if any(between.is_paired for between in block):
            raise WorkbenchError("pairs stand between the two, and pairs keep the order of both texts")
        source, target = (bead, other) if bead.source else (other, bead)
        paired = made_of(source.source, target.target)
        before = [b for b in block if b is not source and b is not target and self._precedes(b, source, target)]
        after = [b for b in block if b is not source and b is not target and b not in before]
        new = (*before, paired, *after)
        return self._rearrange("pair", block, new, "paired the two lines", paired.id)

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
        wrong = {Reason.OMISSION: Side.SOURCE, Reason.ADDITION: Side.TARGET}.get(reason) if reason else None
        if wrong is not None and not bead.sentences(wrong):
            raise WorkbenchError(f"{NAMES[wrong.other]} alone is no {reason}")
        marked = replace(bead, reason=reason, confidence=1.0, by_reviewer=True)
        label = f"marked as {reason}" if reason else "marked as ordinary text"
        return self._rearrange("mark", (bead,), (marked,), label, marked.id)


def made_of(source: tuple[Sentence, ...], target: tuple[Sentence, ...]) -> Bead:
    """A bead that a reviewer made; what stands alone is an omission or an addition until it is marked otherwise."""
    reason = None if source and target else Reason.OMISSION if source else Reason.ADDITION
    return Bead(source, target, 1.0, reason, None, True)


def reshaped(bead: Bead, source: tuple[Sentence, ...], target: tuple[Sentence, ...]) -> Bead | None:
    """What a reviewer's hand left of a bead; None if that is nothing. Page furniture stays furniture."""
    if not source and not target:
        return None
    made = made_of(source, target)
    keeps = bead.reason is Reason.FURNITURE or (bead.is_paired == made.is_paired)
    return replace(made, reason=bead.reason) if keeps else made


def with_side(bead: Bead, side: Side, sentences: tuple[Sentence, ...]) -> Bead | None:
    """`reshaped` with other sentences on one side."""
    return reshaped(bead, *((sentences, bead.target) if side is Side.SOURCE else (bead.source, sentences)))


def _middle(sentences: Sequence[Sentence]) -> int:
    """How many sentences make the first half of a text; all of a single one."""
    if len(sentences) < 2:
        return len(sentences)
    ends = [sentence.end - sentences[0].start for sentence in sentences[:-1]]
    starts = [later.start - sentences[0].start for _, later in pairwise(sentences)]
    whole = sentences[-1].end - sentences[0].start
    return min(range(len(ends)), key=lambda k: abs(ends[k] + starts[k] - whole)) + 1
