"""The worst-first order: the risk of a pair together with what the checks found there."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.finding import Finding, Severity
from workbench.model.score import QualityEstimate

POINTS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.2, Severity.MAJOR: 3.0, Severity.CRITICAL: 6.0}
"""Points of an open finding in the worst-first order, on the scale of risk: a major one weighs as much as the step from
an ordinary to a doubtful sentence."""


def urgency(estimate: QualityEstimate | None, findings: Iterable[Finding]) -> float:
    """Risk (0 if unknown) and the points of the worst open finding of each check together."""
    worst: dict[str, float] = {}
    for finding in findings:
        points = POINTS[finding.severity] * finding.confidence
        worst[finding.check] = max(points, worst.get(finding.check, 0.0))
    return (estimate.risk if estimate else 0.0) + sum(worst.values())
