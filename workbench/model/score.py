"""The reference-free score of one pair, as a sum of named and located reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.span import Side, Span


class Part(StrEnum):
    DIFFICULTY = "difficulty"
    """From the source alone: this is hard to translate."""
    EVIDENCE = "evidence"
    """From the pair: this is wrong or unaccounted for."""


@dataclass(frozen=True, slots=True)
class ScoreReason:
    """One addend. The reasons of a part sum to that part."""

    part: Part
    name: str
    """Dotted and stable, such as `source.unaccounted`."""
    weight: float
    side: Side | None = None
    span: Span | None = None
    """Code points of the segment's own text on that side; None for what holds for the whole segment."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class QualityEstimate:
    """Risk is difficulty + evidence; higher is worse."""

    reasons: tuple[ScoreReason, ...]
    p_major: float
    """Calibrated chance of a major error, 0 to 1."""
    signature: str
    """Name, version, tokeniser and weights that made the numbers, in sacrebleu's manner."""

    def _sum(self, part: Part) -> float:
        return math.fsum(reason.weight for reason in self.reasons if reason.part is part)

    @property
    def difficulty(self) -> float:
        return self._sum(Part.DIFFICULTY)

    @property
    def evidence(self) -> float:
        return self._sum(Part.EVIDENCE)

    @property
    def risk(self) -> float:
        return self.difficulty + self.evidence
