"""The terms that a pairing suggests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.model.bitext import Reason
from workbench.model.term import Termbase
from workbench.session.analysis import SegmentTexts

if TYPE_CHECKING:
    from workbench.terms.extraction import Candidate


def candidates(
    rows: Sequence[SegmentTexts], termbase: Termbase | None = None, *, least: int = 2, most: int = 200
) -> tuple[Candidate, ...]:
    """Candidates with their renderings, the likeliest first; page furniture and known terms are left out."""
    from workbench.evidence.counterparts import counterparts
    from workbench.evidence.names import SURNAMES, TWO_CHARACTER_SURNAMES
    from workbench.terms.extraction import extract

    segments = [
        (row.bead.id, row.source, row.target) for row in rows if row.source and row.bead.reason is not Reason.FURNITURE
    ]
    surnames = frozenset(SURNAMES) | frozenset(TWO_CHARACTER_SURNAMES)
    return extract(segments, counterparts, termbase, least=least, most=most, surnames=surnames)
