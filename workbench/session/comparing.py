"""The other translations of the same source: what they say of a segment, and which of all is the best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.span import Side
from workbench.session.words import Words

if TYPE_CHECKING:
    from workbench.align.reference import Part
    from workbench.model.review import Review


@dataclass(frozen=True)
class Companion:
    """Another translation of the source, with what was decided about it."""

    id: str
    name: str
    """What made it, for people."""
    review: Review


def parts_of(review: Review) -> tuple[Part, ...]:
    """What the machine's text of a translation says of each stretch of the source."""
    return tuple(
        (span, review.machine_text(bead))
        for bead in review.beads
        if bead.is_paired and (span := bead.span(Side.SOURCE)) is not None
    )


class Comparing(Words):
    """Reads the other translations of the project; they are never written from here."""

    companions: tuple[Companion, ...] = ()
    """The other translations, the first one first; none where the project has only this one."""
    own_name = ""
    """What made this translation, for people."""
    _said: tuple[object, tuple[Mapping[str, str], ...]] | None = None

    def review_of(self, companion: Companion) -> Review:
        """The review of another translation as it stands now."""
        return companion.review

    def _said_of(self) -> tuple[Mapping[str, str], ...]:
        from workbench.align.reference import by_segment

        beads = self.beads
        if self._said is None or self._said[0] is not beads:
            self._said = beads, tuple(by_segment(parts_of(one.review), beads) for one in self.companions)
        return self._said[1]

    def others_of(self, bead_id: str) -> Mapping[str, str]:
        """Name -> what that translation says of the segment. One that pairs its sentences across the segment's ends
        says nothing: half of its words would count as a difference."""
        if not self.companions:
            return {}
        said = self._said_of()
        return {one.name: found[bead_id] for one, found in zip(self.companions, said, strict=True) if bead_id in found}

    # ---- the same place in another translation

    def source_place(self, bead_id: str) -> int:
        """Where the segment's source begins; for one without, where that of the segment before it does."""
        at = self.index(bead_id) or 0
        spans = (self.beads[k].span(Side.SOURCE) for k in range(at, -1, -1))
        return next((span.start for span in spans if span is not None), 0)

    def segment_at(self, place: int) -> str | None:
        """The segment that holds a code point of the source, or the last one before it; None in an empty text."""
        found = None
        for bead in self.beads:
            span = bead.span(Side.SOURCE)
            if span is not None and span.start > place:
                break
            found = bead.id if span is not None or found is None else found
        return found
