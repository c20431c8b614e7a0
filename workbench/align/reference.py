"""Pairing a reference translation with the source, so that each segment finds its own part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.align.aligner import align
from workbench.model.bitext import Bead
from workbench.model.document import Document
from workbench.model.span import Side, Span
from workbench.text.sentences import split, split_lines

Part = tuple[Span, str]
"""A stretch of the source, in code points, and what the reference says there."""


def pair_reference(source: str, reference: str) -> tuple[Part, ...]:
    """The parts of a reference in source order: line by line where both texts have as many lines that are not blank,
    else as the sentences are aligned. What stands on one side only is left out."""
    ours = split_lines(Document(Side.SOURCE, source)).sentences
    theirs = split_lines(Document(Side.TARGET, reference)).sentences
    if len(ours) != len(theirs) or len(ours) < 2:
        return tuple(_aligned(source, reference, 0))
    return tuple(part for a, b in zip(ours, theirs, strict=True) for part in _aligned(a.text, b.text, a.start))


def _aligned(source: str, reference: str, start: int) -> Iterable[Part]:
    ours = split(Document(Side.SOURCE, source))
    if len(ours.sentences) == 1 and reference.strip():
        only = ours.sentences[0]
        return [(Span(start + only.start, start + only.end), reference.strip())]
    beads = align(ours, split(Document(Side.TARGET, reference)))
    return [
        (bead.span(Side.SOURCE).shifted(start), bead.span(Side.TARGET).of(reference))  # type: ignore[union-attr]
        for bead in beads
        if bead.is_paired
    ]


def by_segment(parts: Sequence[Part], beads: Iterable[Bead]) -> Mapping[str, str]:
    """Segment id -> its reference. A part that reaches beyond a segment leaves all segments it touches without one:
    half a reference would be counted as an error of the translation."""
    placed = [(bead, span) for bead in beads if (span := bead.span(Side.SOURCE)) is not None and bead.target]
    placed.sort(key=lambda item: item[1])
    found: dict[str, list[str]] = {}
    spoilt: set[str] = set()
    first = 0
    for span, text in sorted(parts):
        while first < len(placed) and placed[first][1].end <= span.start:
            first += 1
        touched = []
        for bead, own in placed[first:]:
            if own.start >= span.end:
                break
            if own.overlaps(span):
                touched.append((bead.id, own))
        if len(touched) == 1 and touched[0][1].contains(span):
            found.setdefault(touched[0][0], []).append(text)
        else:
            spoilt.update(bead for bead, _ in touched)
    return {bead: " ".join(texts) for bead, texts in found.items() if bead not in spoilt}
