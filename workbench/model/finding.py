"""A finding is the machine's claim: what is wrong, where, why, and how sure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.span import Side, Span


class Severity(StrEnum):
    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a check objects to. Spans count code points of the segment's own text on that side."""

    check: str
    """Dotted, stable id of the check, such as `term.forbidden`."""
    severity: Severity
    message: str
    """One sentence for the reviewer, without markup."""
    bead: str | None = None
    """Id of the segment; None where a check reports its own failure."""
    side: Side | None = None
    span: Span | None = None
    quote: str = ""
    source_span: Span | None = None
    """Where in the segment's source text the cause stands; None where there is none."""
    source_quote: str | None = None
    target_at: int | None = None
    """For what is missing: the code point of the segment's target text where it belongs; None if unknown."""
    suggestions: tuple[str, ...] = ()
    """Texts that may replace `quote`, the best first."""
    confidence: float = 1.0
    """Estimated chance that the claim is right, 0 to 1."""
    group: str | None = None
    """What repeats shares a group and is shown as one item with a count."""
    quiet: bool = False
    """A weak hint: left out unless all are asked for."""
    ordinal: int = 0
    """Tells findings apart that are alike in everything else in one segment, from 0."""

    @property
    def id(self) -> str:
        """Stable while the segment, the check and the quoted words stay the same."""
        parts = (self.check, self.bead or "", str(self.side), self.quote, self.source_quote or "", str(self.ordinal))
        return hashlib.blake2s("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
