"""How far reviewers of one translation agree: two reviewers of a project, or two projects of the same texts."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bitext
from workbench.model.span import Layer, Span
from workbench.session.analysing import counted_marks
from workbench.session.values import Figure
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.session.session import Session

_CLEAN = "none"


@dataclass(frozen=True, slots=True)
class Judgment:
    """What one reviewer marked, and the target stretches that were judged."""

    name: str
    marks: tuple[Annotation, ...]
    judged: tuple[Span, ...]


def reviewers_of(session: Session) -> list[str]:
    """Those who marked errors that count, by name."""
    return sorted({mark.reviewer for mark in counted_marks(session.review)})


def judgments(sessions: Sequence[Session]) -> tuple[Bitext, tuple[Judgment, ...]]:
    """The reviewers of one project (all that marked something), or one a project of several.

    Raises `UnusableInput` where there are not two, or where projects hold other texts.
    """
    bitext = sessions[0].bitext
    if len(sessions) == 1:
        session = sessions[0]
        marks = counted_marks(session.review)
        names = reviewers_of(session)
        if len(names) < 2:
            raise UnusableInput(f"{session.path}: fewer than two reviewers have marked errors in it.")
        judged = _judged(session)
        return bitext, tuple(Judgment(n, tuple(m for m in marks if m.reviewer == n), judged) for n in names)
    for other in sessions[1:]:
        if other.bitext.target.digest != bitext.target.digest:
            raise UnusableInput(f"{other.path} holds another translation than {sessions[0].path}.")
    return bitext, tuple(Judgment(str(s.path), tuple(counted_marks(s.review)), _judged(s)) for s in sessions)


def _judged(session: Session) -> tuple[Span, ...]:
    beads = (session.bead(bead_id) for bead_id in session._verdicts())
    return tuple(Span(bead.target[0].start, bead.target[-1].end) for bead in beads if bead.target)


def agreement(bitext: Bitext, raters: Sequence[Judgment]) -> tuple[Figure, ...]:
    """Alpha over all raters, and kappa, spans and correlation of each two, over the segments that all of them judged.

    A unit is a segment as the machine paired it. Its severity is that of the worst mark in it, its category that
    mark's, its points the sum by Google's MQM.
    """
    from workbench.score.agreement import alpha, correlation, kappa, span_agreement
    from workbench.score.mqm import DEFAULT_PROFILE, mqm_score

    spans = [Span(b.target[0].start, b.target[-1].end) for b in bitext.beads if b.target]
    units = [unit for unit in spans if all(any(own.overlaps(unit) for own in rater.judged) for rater in raters)]
    inside = [{unit: [m for m in rater.marks if _place(m, unit)] for unit in units} for rater in raters]
    severity: dict[str, dict[str, Hashable]] = {str(unit): {} for unit in units}
    category: dict[str, dict[str, Hashable]] = {str(unit): {} for unit in units}
    for rater, of in zip(raters, inside, strict=True):
        for unit, marks in of.items():
            worst = max(marks, key=lambda mark: mark.severity.rank, default=None)
            severity[str(unit)][rater.name] = worst.severity.rank + 1 if worst else 0
            category[str(unit)][rater.name] = worst.category if worst else _CLEAN
    where = f"{counted(len(units), 'segment')} that all judged"
    names = ", ".join(rater.name for rater in raters)
    figures = [
        Figure(
            "alpha, severity",
            _told(alpha(severity, "ordinal")),
            "krippendorff-alpha|ordinal|worst mark",
            f"{where}: {names}",
        ),
        Figure("alpha, category", _told(alpha(category)), "krippendorff-alpha|nominal|worst mark", f"{where}: {names}"),
    ]
    for i, first in enumerate(raters):
        for j in range(i + 1, len(raters)):
            second = raters[j]
            pair = f"{first.name} and {second.name}"
            for title, table in (("severity", severity), ("category", category)):
                both = [(row[first.name], row[second.name]) for row in table.values()]
                figures.append(Figure(f"kappa, {title}", _told(kappa(both)), "cohen-kappa|unweighted|worst mark", pair))
            marked = [[m.target.span for u in units for m in of[u] if m.target] for of in (inside[i], inside[j])]
            characters, matched = span_agreement(marked[0], marked[1])
            figures.append(Figure("spans, characters", _told(characters), "f1|code points", pair))
            figures.append(Figure("spans, partial", _told(matched), "f1|one to one|credit:dice", pair))
            points = [tuple(mqm_score(of[u], 0).points for of in (inside[i], inside[j])) for u in units]
            r = correlation([(a, b) for a, b in points])
            figures.append(Figure("points, correlation", _told(r), f"pearson|{DEFAULT_PROFILE}", pair))
    return tuple(figures)


def _place(mark: Annotation, unit: Span) -> bool:
    if mark.target is not None and mark.target.layer is Layer.MACHINE:
        return unit.start <= mark.target.span.start < unit.end
    return mark.insert_at is not None and unit.start <= mark.insert_at <= unit.end


def _told(value: float) -> str:
    return "not defined" if math.isnan(value) else f"{value:.3f}"
