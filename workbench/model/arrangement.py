"""The segments as they stand, found by id, by place and by position in either text.

A rearrangement replaces a few neighbours, and nothing here goes through all segments for that: order is kept by keys
with room between them, and positions by sorted starts of sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.model.bitext import Bead
from workbench.model.span import Side, Span

_STEP = 1 << 40
"""Room between two keys, enough for dozens of splits at one place before all keys are dealt out anew."""


class Arrangement:
    """Beads in order; only `splice` changes them."""

    def __init__(self, beads: Sequence[Bead]) -> None:
        self._beads = list(beads)
        self._tuple: tuple[Bead, ...] | None = None
        ids = [bead.id for bead in self._beads]
        self._keys = [i * _STEP for i in range(len(ids))]
        self._key_of = dict(zip(ids, self._keys, strict=True))
        self._sentences = {side: _Sentences(self._beads, ids, side) for side in Side}

    @property
    def beads(self) -> tuple[Bead, ...]:
        """All beads, in order; made anew only after a change."""
        if self._tuple is None:
            self._tuple = tuple(self._beads)
        return self._tuple

    def between(self, first: int, end: int) -> tuple[Bead, ...]:
        """The beads from index `first` to before `end`."""
        return tuple(self._beads[first:end])

    def __contains__(self, bead_id: object) -> bool:
        return bead_id in self._key_of

    def position(self, bead_id: str) -> int | None:
        """Index of a bead; None if there is none with this id."""
        key = self._key_of.get(bead_id)
        return None if key is None else bisect_left(self._keys, key)

    def splice(self, first: int, count: int, new: Sequence[Bead]) -> tuple[Bead, ...]:
        """Puts `new` in the place of `count` beads from index `first`. Returns those that stood there."""
        old = self.between(first, first + count)
        for bead in old:
            bead_id = bead.id
            del self._key_of[bead_id]
            for index in self._sentences.values():
                index.remove(bead)
        self._beads[first : first + count] = new
        self._tuple = None
        ids = [bead.id for bead in new]
        keys = self._keys_between(first, first + count, len(ids))
        if keys is None:
            self._keys = [i * _STEP for i in range(len(self._beads))]
            self._key_of = {bead.id: key for bead, key in zip(self._beads, self._keys, strict=True)}
        else:
            self._keys[first : first + count] = keys
            self._key_of.update(zip(ids, keys, strict=True))
        for bead, bead_id in zip(new, ids, strict=True):
            for index in self._sentences.values():
                index.add(bead, bead_id)
        return old

    def _keys_between(self, first: int, end: int, count: int) -> list[int] | None:
        """Keys for `count` beads in the place of those from `first` to `end`; None if there is no room left."""
        high = self._keys[end] if end < len(self._keys) else None
        low = self._keys[first - 1] if first > 0 else (high or 0) - _STEP * (count + 1)
        step = _STEP if high is None else (high - low) // (count + 1)
        return [low + step * (i + 1) for i in range(count)] if step else None

    def under(self, side: Side, span: Span) -> tuple[str, ...]:
        """Ids of the beads that a span of a document lies in, in order.

        What lies between two sentences belongs to the one before it, so that no place is nobody's; an empty span
        belongs to one bead only. Empty if that side has no sentences.
        """
        return self._sentences[side].under(span)

    def ending_at(self, side: Side, position: int) -> str | None:
        """Id of the bead with the sentence that ends exactly there; None if none does."""
        return self._sentences[side].ending_at(position)

    def next_start(self, side: Side, position: int) -> int | None:
        """Where the first sentence at or behind a position begins; None behind the last."""
        return self._sentences[side].next_start(position)


class _Sentences:
    """The sentences of one side by position, each with the id of its bead."""

    def __init__(self, beads: Sequence[Bead], ids: Sequence[str], side: Side) -> None:
        self._side = side
        found = sorted(
            (s.start, s.end, bead_id) for bead, bead_id in zip(beads, ids, strict=True) for s in bead.sentences(side)
        )
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._owners = [owner for _, _, owner in found]

    def remove(self, bead: Bead) -> None:
        for sentence in bead.sentences(self._side):
            i = bisect_left(self._starts, sentence.start)
            del self._starts[i], self._ends[i], self._owners[i]

    def add(self, bead: Bead, bead_id: str) -> None:
        for sentence in bead.sentences(self._side):
            i = bisect_left(self._starts, sentence.start)
            self._starts.insert(i, sentence.start)
            self._ends.insert(i, sentence.end)
            self._owners.insert(i, bead_id)

    def under(self, span: Span) -> tuple[str, ...]:
        if not self._starts:
            return ()
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if not len(span):
            touches = first > 0 and self._starts[first] == span.start == self._ends[first - 1]
            return (self._owners[first - 1 if touches else first],)
        found: dict[str, None] = {}
        for i in range(first, bisect_left(self._starts, span.end)):
            if self._ends[i] > span.start:
                found[self._owners[i]] = None
        return tuple(found) or (self._owners[first],)

    def ending_at(self, position: int) -> str | None:
        i = bisect_left(self._ends, position)
        return self._owners[i] if i < len(self._ends) and self._ends[i] == position else None

    def next_start(self, position: int) -> int | None:
        i = bisect_left(self._starts, position)
        return self._starts[i] if i < len(self._starts) else None
