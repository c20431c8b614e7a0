"""The signs that stand beside a segment, said in words: what the gutter shows, and what follows the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.events import Status
from workbench.tui.glyphs import G
from workbench.tui.look import look_of
from workbench.tui.widgets.painted import Run

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.tui.state import ReviewState

_STATUS = {Status.DONE: "done", Status.IN_WORK: "in work", Status.QUERY: "query to the author"}
_LEVELS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
"""Lower ends of the bar's steps for difficulty and evidence, in nats; they only fall into words and bars."""


def bar(value: float) -> str:
    """One step of the bar for a part of the score."""
    return G.bar[sum(value > level for level in _LEVELS)]


def _score(session: Session, bead: str) -> list[list[Run]]:
    """What this reviewer gave the segment."""
    score = session.score_of(bead)
    return [] if score is None else [[(f"{session.rating_plan.name} ", "quiet"), (f"{score:g}", "strong")]]


def sign_words(session: Session, state: ReviewState) -> list[list[Run]]:
    """Each sign of the segment under the cursor with its meaning, the weightier ones first: `␣ no space follows`."""
    look = look_of(session, state.index)
    segment = session.segment(state.bead)
    estimate = session.estimate(state.bead)
    chance = session.likelihood(state.bead)
    style = {"high": "risk-high", "medium": "risk-middle"}.get(chance, "risk-low")
    said = _score(session, state.bead)
    if estimate is not None:
        judged: list[Run] = [(G.bar[look.risk], style), (" major error: ", "quiet"), (chance, style)]
        said.append(judged if chance else [("your text", "quiet")])
    findings = state.findings()
    if findings:
        at = next((n for n, f in enumerate(findings, 1) if f.id == state.finding_id), 1)
        said.append([(G.finding, "hint"), (f" finding {at} of {len(findings)}", "quiet")])
    marks = session.annotations(state.bead)
    if marks:
        worst = max((mark.annotation.severity for mark in marks), key=lambda severity: severity.rank)
        many = f"{len(marks)} marks, worst {worst}" if len(marks) > 1 else f"marked {worst}"
        said.append([(look.flags, f"{look.flags_kind} letter"), (f" {many}", "quiet")])
    if look.target.gap is not None:
        said.append([(G.gap, "gap"), (" words missing there", "quiet")])
    if look.target.tail_is_fault:
        said.append([(look.target.tail, "missing"), (" no space follows", "quiet")])
    lost = look.source.tail == G.paragraph and look.target.text and look.target.tail != G.paragraph
    if lost and not session.is_blind:
        said.append([(G.paragraph, "faint"), (" break lost", "quiet")])
    if segment.corrected is not None:
        said.append([(G.edited, "edited"), (" edited", "quiet")])
    if segment.edited_after_done:
        said.append([(G.redone, "accent"), (" edited since done", "quiet")])
    elif segment.status in _STATUS:
        said.append([(look.status, "accent"), (f" {_STATUS[segment.status]}", "quiet")])
    if look.target.tail == G.paragraph:
        said.append([(G.paragraph, "faint"), (" paragraph ends", "quiet")])
    if estimate is not None:
        said.append([("evidence ", "quiet"), (bar(estimate.evidence), style)])
        said.append([("difficulty ", "quiet"), (bar(estimate.difficulty), "quiet")])
    return said
