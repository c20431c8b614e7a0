"""Beads: which sentences of the two sides belong together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from workbench.model.document import Document, Sentence
from workbench.model.span import Side, Span


class Reason(StrEnum):
    """Why a bead has one side only."""

    OMISSION = "omission"
    ADDITION = "addition"
    FURNITURE = "furniture"
    """Page furniture: bylines, end marks, comment boxes. It raises no findings and counts for no progress."""
    DUPLICATE = "duplicate"


Inner = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""For a crossing group: (source sentences, target sentences) pairs, by index within the bead."""


@dataclass(frozen=True)
class Bead:
    """A segment: some source sentences and the target sentences that translate them; one side may be empty."""

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    confidence: float = 1.0
    """Estimated chance that this pairing is right, 0 to 1; 1 for what a reviewer decided."""
    reason: Reason | None = None
    inner: Inner | None = None
    by_reviewer: bool = False

    @cached_property
    def id(self) -> str:
        """Twelve hexadecimal digits that rest on the sentences alone, so that edits elsewhere leave them."""
        parts = [f"{s.start}-{s.end}" for s in self.source] + ["|"] + [f"{s.start}-{s.end}" for s in self.target]
        return hashlib.blake2s(" ".join(parts).encode(), digest_size=6).hexdigest()

    @property
    def kind(self) -> str:
        """The bead's type as the alignment literature writes it, such as `1-1` or `2-1`."""
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def is_paired(self) -> bool:
        return bool(self.source and self.target)

    def sentences(self, side: Side) -> tuple[Sentence, ...]:
        return self.source if side is Side.SOURCE else self.target

    def span(self, side: Side) -> Span | None:
        """From the first sentence's start to the last one's end, in document code points; None if empty."""
        sentences = self.sentences(side)
        return Span(sentences[0].start, sentences[-1].end) if sentences else None


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and the beads that cover every sentence of both, each once and in order."""

    source: Document
    target: Document
    beads: tuple[Bead, ...] = field(default_factory=tuple)

    @property
    def is_monolingual(self) -> bool:
        """True for an English text alone."""
        return not self.source.text and not any(bead.source for bead in self.beads)

    def document(self, side: Side) -> Document:
        return self.source if side is Side.SOURCE else self.target

    def text(self, bead: Bead, side: Side) -> str:
        """The raw slice of one side of a bead, from its first sentence to its last; empty if it has none."""
        span = bead.span(side)
        return span.of(self.document(side).text) if span else ""

    def misfit(self) -> str | None:
        """What does not hold together, in a clause; None for a pairing as an aligner makes it: every bead has a
        sentence, sentences stand in order inside their text, and what a crossing group names is in it."""
        ends = {Side.SOURCE: 0, Side.TARGET: 0}
        ids = set()
        for number, bead in enumerate(self.beads, 1):
            if not bead.source and not bead.target:
                return f"segment {number} is empty"
            for side in Side:
                length = len(self.document(side).text)
                for sentence in bead.sentences(side):
                    if not ends[side] <= sentence.start < sentence.end <= length:
                        return f"a {side} sentence of segment {number} does not lie in the text behind the one before"
                    ends[side] = sentence.end
            if bead.inner and not _is_inside(bead.inner, len(bead.source), len(bead.target)):
                return f"the crossing group of segment {number} names sentences that it does not have"
            if not 0 <= bead.confidence <= 1:
                return f"the confidence of segment {number} is not between 0 and 1"
            ids.add(bead.id)
        return None if len(ids) == len(self.beads) else "two segments have one id"


def _is_inside(inner: Inner, sources: int, targets: int) -> bool:
    return all(all(0 <= n < sources for n in left) and all(0 <= n < targets for n in right) for left, right in inner)
