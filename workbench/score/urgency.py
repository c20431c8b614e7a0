"""The worst-first order: the chance of a major error, by the score of a pair and by what the checks found there."""

from __future__ import annotations

import math
from collections.abc import Iterable

from workbench.model.finding import Finding, Severity
from workbench.model.score import QualityEstimate
from workbench.score.weights import weights

_SURE = 0.999
"""No finding makes a major error surer than this."""
_SMALL = 0.3
"""No share of findings that are called minor is above this: what is said twice is a sign of a major error at times."""


def finding_chance(finding: Finding) -> float:
    """The chance, 0 to 1, that a finding is a major error: that its claim is right, times the share of such claims
    that raters called major (by check where it was measured, else by severity)."""
    shares = weights().findings
    share = shares.get(finding.check, shares[finding.severity.value])
    if finding.severity.rank < Severity.MAJOR.rank:  # also where a check profile says so
        share = min(share, _SMALL)
    return min(_SURE, share * finding.confidence)


def major_chance(estimate: QualityEstimate | None, findings: Iterable[Finding]) -> float:
    """The chance, 0 to 1, that a segment has a major error: 1 - (1 - p_major) * product of (1 - that of a finding), of
    each check the surest, so that what repeats counts once. Without an estimate, by the findings alone."""
    return -math.expm1(-urgency(estimate, findings))


def urgency(estimate: QualityEstimate | None, findings: Iterable[Finding]) -> float:
    """The same on a scale without an end, by which the worst-first order goes: -ln(1 - chance)."""
    surest: dict[str, float] = {}
    for finding in findings:
        surest[finding.check] = max(finding_chance(finding), surest.get(finding.check, 0.0))
    found = math.fsum(-math.log1p(-chance) for chance in surest.values())
    return found - (math.log1p(-min(_SURE, estimate.p_major)) if estimate else 0.0)
