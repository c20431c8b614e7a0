"""Marked errors as localization quality issues of ITS 2.0 (W3C 2013, section 8.17), and as notes for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.formats.export_view import ExportAnnotation, ExportSegment
from workbench.model.annotation import Annotation
from workbench.model.finding import Severity
from workbench.model.span import Layer, Span
from workbench.model.typology import BY_NAME

ITS = "http://www.w3.org/2005/11/its"
SEVERITY = {Severity.NEUTRAL: "0", Severity.MINOR: "33", Severity.MAJOR: "66", Severity.CRITICAL: "100"}
"""On the scale of ITS, 0 to 100."""
PROFILE = "urn:mt-review-workbench:severity:neutral=0,minor=33,major=66,critical=100"
"""What the numbers mean: without it they would be of no use to others, as ITS says."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One marked error of a segment, with where it lies in the two texts that a file has."""

    annotation: Annotation
    source: Span | None
    target: Span | None
    """In the corrected text; None where the words were corrected away."""

    @property
    def attributes(self) -> dict[str, str]:
        """As attributes of the element around the words."""
        severity = self.annotation.severity
        category = BY_NAME.get(self.annotation.category)
        return {
            "its:locQualityIssueType": category.its_type if category else "other",
            "its:locQualityIssueComment": self.label,
            "its:locQualityIssueSeverity": SEVERITY[severity],
            "its:locQualityIssueProfileRef": PROFILE,
        }

    @property
    def label(self) -> str:
        """The category in brackets, from which it can be read again, the severity, and the reviewer's words."""
        annotation = self.annotation
        told = f"[{annotation.category or 'Other'}] {annotation.severity}"
        return f"{told}: {annotation.note}" if annotation.note else told

    @property
    def note(self) -> str:
        """The same with the words it is about, for programs that show notes and nothing else."""
        annotation = self.annotation
        words = [
            f"{side} ‘{anchor.quote}’"
            for side, anchor in (("source", annotation.source), (self._layer, annotation.target))
            if anchor is not None
        ]
        return f"{self.label} ({', '.join(words)})" if words else self.label

    @property
    def _layer(self) -> str:
        target = self.annotation.target
        return "corrected" if target is not None and target.layer is Layer.CORRECTED else "machine"

    @property
    def is_of_source(self) -> bool:
        return self.annotation.target is None and self.annotation.insert_at is None

    @property
    def is_marked_in_source(self) -> bool:
        """Also true of an omission: the words that are missing stand there."""
        return self.annotation.target is None


def issues_of(segment: ExportSegment) -> Iterator[Issue]:
    """The errors that begin in a segment, in the order of their marking."""
    for placed in segment.annotations:
        if placed.is_first:
            yield Issue(placed.annotation, placed.source, _in_final(segment, placed))


def _in_final(segment: ExportSegment, placed: ExportAnnotation) -> Span | None:
    if placed.final is not None:
        return placed.final
    return placed.machine if not segment.is_changed else None
