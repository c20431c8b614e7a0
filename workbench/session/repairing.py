"""Mending the pairing: join, split, pair, unpair, mark. Text, marks and notes move along; nothing is discarded."""

from __future__ import annotations

from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Reason
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.session.core import Core, map_span
from workbench.session.values import Outcome


def _bead(source: tuple, target: tuple, reason: Reason | None = None) -> Bead:  # type: ignore[type-arg]
    return Bead(source, target, 1.0, reason, None, True)


class Repairing(Core):
    """Acts on segments as a whole."""

    def _rearrange(
        self,
        operation: str,
        old: tuple[Bead, ...],
        new: tuple[Bead, ...],
        texts: tuple[str | None, ...],
        label: str,
        focus: str,
        *more: ev.Event,
    ) -> Outcome:
        event = ev.BeadsRearranged(operation, tuple(b.id for b in old), new, texts)  # type: ignore[arg-type]
        return Outcome(label, self._commit(label, [event, *more]), focus)

    def _position(self, bead_id: str) -> int:
        position = self.index(bead_id)
        if position is None:
            raise WorkbenchError("that segment is no longer there")
        return position

    def _corrected_marks(self, bead_id: str) -> list[Annotation]:
        """Annotations whose target anchor counts in the corrected text of this segment."""
        return [
            a
            for a in self.review.annotations.values()
            if a.target and a.target.layer is Layer.CORRECTED and a.target.bead == bead_id
        ]

    def _moved_mark(self, annotation: Annotation, bead_id: str, shift: int) -> ev.FlagChanged:
        anchor = annotation.target
        assert anchor is not None
        start = max(0, anchor.span.start + shift)
        moved = Anchor(Side.TARGET, Span(start, start + len(anchor.span)), anchor.quote, Layer.CORRECTED, bead_id)
        return ev.FlagChanged(replace(annotation, target=moved))

    def join(self, bead_id: str) -> Outcome:
        """Joins a segment with the next one."""
        position = self._position(bead_id)
        if position + 1 >= len(self.beads):
            raise WorkbenchError("this is the last segment: there is none to join it with")
        first, second = self.beads[position], self.beads[position + 1]
        joined = _bead(first.source + second.source, first.target + second.target)
        text, shift = self._joined_text(first, second)
        moved = [self._moved_mark(a, joined.id, 0) for a in self._corrected_marks(first.id)]
        moved += [self._moved_mark(a, joined.id, shift) for a in self._corrected_marks(second.id)]
        return self._rearrange("join", (first, second), (joined,), (text,), "join with the next", joined.id, *moved)

    def _joined_text(self, first: Bead, second: Bead) -> tuple[str | None, int]:
        """(corrected text of the two together, None if neither has one; where the second begins in it)."""
        a, b = self.final(first.id), self.final(second.id)
        between = (self.separator(first.id) or " ") if a and b else ""
        if self.segment(first.id).corrected is None and self.segment(second.id).corrected is None:
            return None, len(a) + len(between)
        return a + between + b, len(a) + len(between)

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
        mapped = map_span(self.diff(bead_id), Span(frozen, frozen + 1))
        if mapped is not None:
            return mapped.start
        share = frozen / max(1, len(self.machine(bead_id)))
        return self._nearest_stop(corrected, round(share * len(corrected)))

    @staticmethod
    def _nearest_stop(text: str, at: int) -> int:
        stops = [i + 1 for i, ch in enumerate(text) if ch in ".!?。！？" and i + 1 < len(text)] or [
            i for i, ch in enumerate(text) if ch.isspace()
        ]
        cut = min(stops, key=lambda i: abs(i - at), default=at)
        while cut < len(text) and text[cut].isspace():
            cut += 1
        return cut

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
        if corrected is None:
            return self._rearrange("split", (bead,), (first, second), (None, None), "split the segment", first.id)
        cut = self.propose_cut(bead_id, target_count) if cut is None else cut
        assert cut is not None
        head, tail = corrected[:cut], corrected[cut:]
        kept = head.rstrip()
        more: list[ev.Event] = []
        if kept and tail.strip() and first.target and second.target:
            between = head[len(kept) :] + tail[: len(tail) - len(tail.lstrip())]
            if between != self.bitext.target.text[first.target[-1].end : second.target[0].start]:
                more.append(ev.SeparatorChanged(first.target[-1].end, between))
        start = cut + len(tail) - len(tail.lstrip())
        for mark in self._corrected_marks(bead_id):
            assert mark.target is not None
            later = mark.target.span.start >= cut
            more.append(self._moved_mark(mark, second.id if later else first.id, -start if later else 0))
        texts = (kept, tail.strip())
        return self._rearrange("split", (bead,), (first, second), texts, "split the segment", first.id, *more)

    def unpair(self, bead_id: str) -> Outcome:
        """Takes the two sides of a segment apart; a corrected text stays with the target."""
        bead = self.bead(bead_id)
        if not bead.is_paired:
            raise WorkbenchError("this segment is not paired")
        source = _bead(bead.source, (), Reason.OMISSION)
        target = _bead((), bead.target, Reason.ADDITION)
        moved = [self._moved_mark(a, target.id, 0) for a in self._corrected_marks(bead_id)]
        texts = (None, self.segment(bead_id).corrected)
        return self._rearrange("unpair", (bead,), (source, target), texts, "unpair", source.id, *moved)

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
        a, b = self.segment(source.id).corrected, self.segment(target.id).corrected
        if b is None:
            text = a if a else None
            text = f"{a} {self.machine(target.id)}" if a else None
        else:
            text = f"{a} {b}" if a else b
        shift = len(a) + 1 if a else 0
        moved = [self._moved_mark(m, paired.id, 0) for m in self._corrected_marks(source.id)]
        moved += [self._moved_mark(m, paired.id, shift) for m in self._corrected_marks(target.id)]
        texts = tuple(text if x is paired else self.segment(x.id).corrected for x in new)
        return self._rearrange("pair", block, new, texts, "pair the two lines", paired.id, *moved)

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
        text = self.segment(bead_id).corrected
        label = f"mark as {reason}" if reason else "mark as ordinary text"
        return self._rearrange("mark", (bead,), (marked,), (text,), label, marked.id)


def _reason_of(bead: Bead) -> Reason | None:
    if bead.is_paired:
        return None
    return Reason.OMISSION if bead.source else Reason.ADDITION
