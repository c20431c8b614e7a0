"""What a check is: a declaration, examples, and a function from a segment or a document to findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.model.bitext import Reason
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.model.term import FixedSense

if TYPE_CHECKING:
    from workbench.checks.context import CheckContext


@dataclass(frozen=True, slots=True)
class CheckedSegment:
    """One segment as the checks see it. Offsets count code points of its own texts."""

    bead: str
    source: str
    target: str
    reason: Reason | None = None
    """Why one side is empty; None for a pair."""
    separator: str = ""
    """The raw text up to the next target sentence; empty at the end, and where the space is missing."""
    next_target: str = ""
    """The next target text there is; empty at the end."""
    sentence_ends: tuple[int, ...] = ()
    """Ends of the inner target sentences, in `target`."""
    paired: bool = True
    source_separator: str | None = None
    """The raw text up to the next source sentence; None where the caller does not know it."""
    senses: tuple[FixedSense, ...] = ()
    """Which senses of terms a reviewer said hold in it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A small text for help and tests: one segment, and more of them where a check compares."""

    target: str
    source: str = ""
    quote: str | None = None
    """What a check that fires must quote; None: whatever it quotes."""
    terms: str = ""
    """Rows of a plain termbase below `zh,en,variants,forbidden,source_only,domain`."""
    next_target: str = ""
    reason: Reason | None = None
    before: tuple[tuple[str, str], ...] = ()
    """(source, target) of segments before it."""


class Check:
    """Subclasses declare themselves in class data and are found by the registry.

    A check of single segments overrides `segment`; one that compares segments is a `DocumentCheck`.
    """

    id: ClassVar[str]
    """Dotted and stable: setting, ignore flag, documentation and test all use it."""
    name: ClassVar[str]
    description: ClassVar[str]
    sides: ClassVar[frozenset[Side]] = frozenset(Side)
    """The sides that it reads: one that reads the source is left out for an English text alone."""
    severity: ClassVar[Severity]
    default_on: ClassVar[bool] = True
    """False: a weak hint, run only when all or this very check are asked for; its findings are `quiet`."""
    unpaired: ClassVar[bool] = False
    """Whether segments with one side only are its business too."""
    fires: ClassVar[tuple[Example, ...]]
    quiet: ClassVar[tuple[Example, ...]]

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        """Findings of one segment. May raise: the runner turns it into a finding about the check."""
        return ()

    def applies(self, seg: CheckedSegment) -> bool:
        """Whether segments with these sides, and with this reason for an empty one, are its business."""
        if seg.reason is Reason.FURNITURE:
            return False
        if Side.SOURCE not in self.sides:
            return bool(seg.target)
        return self.unpaired or bool(seg.source and seg.target)

    def in_target(
        self,
        seg: CheckedSegment,
        span: Span,
        message: str,
        *,
        source: Span | None = None,
        suggestions: Sequence[str] = (),
        confidence: float = 0.9,
        severity: Severity | None = None,
        group: str | None = None,
        quiet: bool | None = None,
    ) -> Finding:
        """A finding at words of the translation, with the source words behind it where there are any."""
        return Finding(
            check=self.id,
            severity=severity or self.severity,
            message=message,
            bead=seg.bead,
            side=Side.TARGET,
            span=span,
            quote=span.of(seg.target),
            source_span=source,
            source_quote=source.of(seg.source) if source else None,
            suggestions=tuple(dict.fromkeys(suggestions)),
            confidence=confidence,
            group=group,
            quiet=not self.default_on if quiet is None else quiet,
        )

    def in_source(
        self,
        seg: CheckedSegment,
        span: Span,
        message: str,
        *,
        target_at: int | None = None,
        confidence: float = 0.9,
        severity: Severity | None = None,
        group: str | None = None,
        quiet: bool | None = None,
    ) -> Finding:
        """A finding at words of the source that the translation lacks; they belong at `target_at` of the target."""
        return Finding(
            check=self.id,
            severity=severity or self.severity,
            message=message,
            bead=seg.bead,
            side=Side.SOURCE,
            span=span,
            quote=span.of(seg.source),
            source_span=span,
            source_quote=span.of(seg.source),
            target_at=target_at,
            confidence=confidence,
            group=group,
            quiet=not self.default_on if quiet is None else quiet,
        )


class DocumentCheck(Check):
    """A check that compares segments: what it needs of each is gathered once, and the whole is judged from that.

    After an edit only the changed segment is gathered again, so `gather` may look at nothing but that segment.
    """

    def gather(self, seg: CheckedSegment, context: CheckContext) -> Any:
        """What the judgment needs of this segment; None or empty for nothing."""
        raise NotImplementedError

    def judge(self, gathered: Mapping[str, Any], context: CheckContext) -> Iterable[Finding]:
        """Findings of the whole document. `gathered` holds bead id -> what `gather` gave, without the empty ones, in
        document order."""
        raise NotImplementedError


@dataclass(slots=True)
class Failure:
    """A check that could not run, or could not go on."""

    check: str
    error: BaseException
    findings: list[Finding] = field(default_factory=list)

    def as_finding(self) -> Finding:
        told = f"{type(self.error).__name__}: {self.error}" if str(self.error) else type(self.error).__name__
        return Finding(
            check=self.check,
            severity=Severity.NEUTRAL,
            message=f"The check {self.check} failed and was left out ({told}).",
            confidence=1.0,
            group=f"failed:{self.check}",
        )
