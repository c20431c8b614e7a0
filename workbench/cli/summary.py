"""What a reviewer would see first, for where there is no terminal: counts, figures, the worst segments, how to open."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from workbench.cli import output
from workbench.cli.inputs import analysed
from workbench.cli.leaving import near
from workbench.cli.score import because

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.session.values import FindingGroup

WORST = 8
REPEATS = 12


def tell(session: Session) -> None:
    """Prints the summary of an open session; analyses it first."""
    analysed(session)
    bitext = session.bitext
    if session.is_monolingual:
        output.line(f"{bitext.target.name} ({bitext.target.encoding})")
    else:
        output.line(
            f"{bitext.source.name} ({bitext.source.encoding}) \u2194 {bitext.target.name} ({bitext.target.encoding})"
        )
    _figures(session)
    if session.is_blind:
        output.heading(f"Rated blind: {session.rating_words()}")
        output.line("  Machine scores and findings are hidden.")
    else:
        _groups(session.groups())
        _worst(session)
    if session.path is not None:
        output.heading("To review it, in a terminal:")
        output.line(f"  workbench review {shlex.quote(str(near(session.path)))}")


def _figures(session: Session) -> None:
    output.heading("Figures")
    words = len(session.bitext.target.text.split())
    characters = sum(not ch.isspace() for ch in session.bitext.source.text)
    of_source = f"{characters} Chinese characters, " if characters else ""
    output.line(f"  {len(session.beads)} segments, {of_source}{words} English words")
    for told in session.profile().lines:
        output.line(f"  {told}")
    likely = [session.likelihood(bead.id) for bead in session.beads]
    scored = [word for word in likely if word]
    if scored:
        counts = ", ".join(f"{scored.count(word)} {word}" for word in ("high", "medium", "low"))
        output.line(f"  chance of a major error, segments: {counts}")
    progress = session.progress()
    output.line(f"  reviewed: {progress.done} of {progress.total}; {progress.queries} queries to the author")
    output.line(f"  MQM by human marks, lower is better: {session.mqm_line()}")


def _groups(groups: tuple[FindingGroup, ...]) -> None:
    total = sum(len(group) for group in groups)
    output.heading(f"Findings: {total}" if total else "No findings")
    rows = [(f"x{len(g)}" if len(g) > 1 else "", g.severity.value, g.check, g.message) for g in groups[:REPEATS]]
    output.table(rows, (6, 8, 22, output.width() - 42), right=(0,))
    if len(groups) > REPEATS:
        output.line(f"        and {len(groups) - REPEATS} more kinds")


def _worst(session: Session) -> None:
    worst = session.hunt("worst").beads[:WORST]
    output.heading("Worst segments")
    for bead_id in worst:
        index, estimate = session.index(bead_id), session.estimate(bead_id)
        number = "?" if index is None else str(index + 1)
        reason = session.bead(bead_id).reason
        likely = session.likelihood(bead_id)
        verdict = f"major error: {likely}" if likely else f"unpaired: {reason}" if reason else ""
        risk = f"risk {estimate.risk:.2f}   " if estimate else ""
        output.line(f"{number:>5}  {risk}{verdict}")
        for text in (session.source(bead_id), session.final(bead_id)):
            if text:
                output.paragraph(text, "       ")
        told = [f"{f.check}: {f.message}" for f in session.findings(bead_id)[:2]]
        if estimate and because(estimate):
            told.append(because(estimate))
        for line in told:
            output.paragraph(line, "       - ")
