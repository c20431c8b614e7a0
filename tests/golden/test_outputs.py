"""The bytes of every output of one small review, as they were when they were last looked at.

`UPDATE_GOLDENS=1 pytest tests/golden` writes them anew; look at the difference before it is committed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making.reviews import sample
from workbench.formats.catalog import EXPORT_FORMATS
from workbench.formats.export_view import ExportView
from workbench.model.finding import Finding, Severity
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.model.span import Side, Span
from workbench.report import html, markdown, text
from workbench.report.contents import report_of

FOLDER = Path(__file__).parent / "outputs"


def view() -> ExportView:
    made = sample()
    ids = [bead.id for bead in made.review.beads]

    def estimate(bead: str) -> QualityEstimate | None:
        if bead not in (ids[0], ids[4]):
            return None
        risk = 3.0 if bead == ids[0] else 1.25
        reason = ScoreReason(Part.EVIDENCE, "source.unaccounted", risk, Side.SOURCE, Span(0, 2), "风口")
        return QualityEstimate((reason,), risk / 4, "risk|version:0")

    def findings(bead: str) -> tuple[Finding, ...]:
        if bead != ids[4]:
            return ()
        message = "A bracket that the source does not have."
        return (Finding("brackets.added", Severity.MINOR, message, bead, Side.TARGET, Span(20, 24), "[so]"),)

    mqm = {"points": 26.0, "line": "26 points over 2 of 5 segments, 236.4 per 100 words so far", "signature": "mqm|v:0"}
    return made.view(title="Sample", translation="mt", estimate=estimate, findings=findings, mqm=mqm)


OUTPUTS: dict[str, Callable[[], str]] = {
    f"{form.name}{form.suffix}": lambda form=form: form.write(view()).text  # type: ignore[misc]
    for form in EXPORT_FORMATS
} | {
    "report.txt": lambda: text.write(report_of(view())),
    "report.md": lambda: markdown.write(report_of(view())),
    "report.html": lambda: html.write(report_of(view())),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_bytes(name: str) -> None:
    # The program's version changes with every release and is no part of what is looked at.
    made = re.sub(r'("program": "mt-review-workbench )[^"]*', r"\g<1>X", OUTPUTS[name]()).encode("utf-8")
    golden = FOLDER / name
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


def test_every_golden_is_used() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(OUTPUTS)
