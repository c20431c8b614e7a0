"""The reference-free score of one pair, as a sum of named and located reasons."""

from __future__ import annotations

import marshal
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

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


_Plain = tuple[bool, str, float, int, int, int, str]


class QualityEstimate:
    """Risk is difficulty + evidence; higher is worse. A value: two with the same reasons and chance are equal.

    A large text has a million reasons and shows those of one segment, so they are held as bytes: some 600 in place of
    4,000 for a sentence of news.
    """

    __slots__ = ("_reasons", "difficulty", "evidence", "p_major", "signature")

    def __init__(self, reasons: Iterable[ScoreReason], p_major: float, signature: str) -> None:
        self._hold([_plain(reason) for reason in reasons], p_major, signature)

    @classmethod
    def of_plain(cls, reasons: Iterable[Sequence[object]], p_major: float, signature: str) -> QualityEstimate:
        """Of what `plain` gave, without making the reasons. Raises `ValueError` for what it never gives."""
        made = cls.__new__(cls)
        made._hold([_checked(*values) for values in reasons], p_major, signature)
        return made

    def _hold(self, plain: list[_Plain], p_major: float, signature: str) -> None:
        self._reasons = marshal.dumps(plain)
        self.difficulty = math.fsum(values[2] for values in plain if not values[0])
        self.evidence = math.fsum(values[2] for values in plain if values[0])
        self.p_major = p_major
        """Calibrated chance of a major error, 0 to 1."""
        self.signature = signature
        """Name, version, tokeniser and weights that made the numbers, in sacrebleu's manner."""

    @property
    def plain(self) -> list[_Plain]:
        """The reasons as (is evidence, name, weight, side, start, end, quote): side 0 is the source, 1 the target, and
        -1 stands for no side or no place."""
        return cast("list[_Plain]", marshal.loads(self._reasons))

    @property
    def reasons(self) -> tuple[ScoreReason, ...]:
        """The addends, in the order they were given in."""
        return tuple(_reason(*values) for values in self.plain)

    @property
    def risk(self) -> float:
        return self.difficulty + self.evidence

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, QualityEstimate):
            return NotImplemented
        mine, theirs = (self.p_major, self.signature), (other.p_major, other.signature)
        return mine == theirs and self.reasons == other.reasons

    def __hash__(self) -> int:
        return hash((self.p_major, self.signature, self.difficulty, self.evidence))

    def __repr__(self) -> str:
        return f"QualityEstimate({self.reasons!r}, {self.p_major!r}, {self.signature!r})"


def _plain(reason: ScoreReason) -> _Plain:
    side = -1 if reason.side is None else int(reason.side is Side.TARGET)
    span = reason.span
    start, end = (span.start, span.end) if span is not None else (-1, -1)
    return reason.part is Part.EVIDENCE, reason.name, reason.weight, side, start, end, reason.quote


def _checked(
    is_evidence: object = None,
    name: object = None,
    weight: object = None,
    side: object = None,
    start: object = None,
    end: object = None,
    quote: object = None,
    *more: object,
) -> _Plain:
    if (
        type(is_evidence) is bool
        and type(name) is str
        and type(weight) is float
        and type(side) is int
        and type(start) is int
        and type(end) is int
        and type(quote) is str
        and not more
        and -1 <= side <= 1
        and -1 <= start <= end
    ):
        return is_evidence, name, weight, side, start, end, quote
    raise ValueError("not a reason of a score")


def _reason(is_evidence: bool, name: str, weight: float, side: int, start: int, end: int, quote: str) -> ScoreReason:
    return ScoreReason(
        Part.EVIDENCE if is_evidence else Part.DIFFICULTY,
        name,
        weight,
        None if side < 0 else Side.TARGET if side else Side.SOURCE,
        Span(start, end) if start >= 0 else None,
        quote,
    )
