"""Sentences that all the writers share."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.report.contents import Report

DIRECTION = "Penalty points by human marks alone: lower is better, 0 is best. Faults of the source are not counted."

CAVEAT = "Estimated without a reference, to lead the eye; not a quality figure."


def about(report: Report) -> list[str]:
    """What was reviewed, by whom, until when; raw text."""
    texts = (
        f"{report.source_name} ↔ {report.target_name}" if report.source_name else f"{report.target_name}, English alone"
    )
    lines = [f"Texts: {texts}"]
    if report.reviewers:
        lines.append(f"Reviewed by {', '.join(report.reviewers)}; last decision {report.dated}")
    else:
        lines.append("Nothing was decided yet")
    lines += report.blind
    if report.criticals_open:
        lines.append(f"Critical errors in text that was not changed: segment {numbers(report.criticals_open)}")
    return lines


def numbers(segments: Sequence[int], most: int = 30) -> str:
    """Segment numbers, the first ones where there are many."""
    shown = ", ".join(map(str, segments[:most]))
    return shown + (f" and {len(segments) - most} more" if len(segments) > most else "")
