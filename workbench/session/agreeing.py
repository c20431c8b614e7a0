"""How far reviewers of one translation agree: two reviewers of a project, or two projects of the same texts."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.errors import UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bitext
from workbench.model.span import Layer, Side, Span
from workbench.score.ratings import PROTOCOLS
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
    scores: Mapping[str, Mapping[Span, float]] = field(default_factory=dict)
    """Protocol -> stretch of the translation -> score."""


def reviewers_of(session: Session) -> list[str]:
    """Those who marked errors that count, or gave scores, by name."""
    marked = {mark.reviewer for mark in counted_marks(session.review)}
    return sorted(marked | {one.rater for protocol in PROTOCOLS for one in session.ratings(protocol)})


def _scores(session: Session, rater: str | None = None) -> Mapping[str, Mapping[Span, float]]:
    """The scores of one rater; of all together where the project is one rater's."""
    found = {}
    for protocol in PROTOCOLS:
        given = [one for one in session.ratings(protocol) if rater in (None, one.rater)]
        spans = {one.segment: session.bead(one.segment).span(Side.TARGET) for one in given}
        found[protocol] = {span: one.value for one in given if (span := spans[one.segment]) is not None}
    return found


def judgments(sessions: Sequence[Session], names: Sequence[str] = ()) -> tuple[Bitext, tuple[Judgment, ...]]:
    """The reviewers of one project (all that marked or scored something), or one a project of several, called by
    `names`, or else by its file.

    Raises `UnusableInput` where there are not two, or where projects hold other texts.
    """
    bitext = sessions[0].bitext
    if len(sessions) == 1:
        session = sessions[0]
        marks = counted_marks(session.review)
        found = reviewers_of(session)
        if len(found) < 2:
            raise UnusableInput(f"{session.path}: fewer than two reviewers have marked errors or given scores in it.")
        judged = _judged(session)
        return bitext, tuple(
            Judgment(n, tuple(m for m in marks if m.reviewer == n), judged, _scores(session, n)) for n in found
        )
    named = [*(names or (str(session.path) for session in sessions))]
    for name, other in zip(named, sessions, strict=True):
        if other.bitext.target.digest != bitext.target.digest:
            raise UnusableInput(f"{name} holds another translation than {named[0]}.")
    return bitext, tuple(
        Judgment(name, tuple(counted_marks(s.review)), _judged(s), _scores(s))
        for name, s in zip(named, sessions, strict=True)
    )


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
            f"krippendorff-alpha|ordinal|{_WORST}|{_ALPHA}",
            f"{where}: {names}",
        ),
        Figure(
            "alpha, category",
            _told(alpha(category)),
            f"krippendorff-alpha|nominal|{_WORST}|{_ALPHA}",
            f"{where}: {names}",
        ),
    ]
    for i, first in enumerate(raters):
        for j in range(i + 1, len(raters)):
            second = raters[j]
            pair = f"{first.name} and {second.name}"
            for title, table in (("severity", severity), ("category", category)):
                both = [(row[first.name], row[second.name]) for row in table.values()]
                figures.append(
                    Figure(f"kappa, {title}", _told(kappa(both)), f"cohen-kappa|unweighted|{_WORST}|{_KAPPA}", pair)
                )
            marked = [[m.target.span for u in units for m in of[u] if m.target] for of in (inside[i], inside[j])]
            characters, matched = span_agreement(marked[0], marked[1])
            figures.append(
                Figure(
                    "spans, characters", _told(characters), "f1|code points marked|2 x common / (first + second)", pair
                )
            )
            figures.append(Figure("spans, partial", _told(matched), f"f1|spans one to one|{_PARTIAL}", pair))
            points = [tuple(mqm_score(of[u], 0).points for of in (inside[i], inside[j])) for u in units]
            r = correlation([(a, b) for a, b in points])
            figures.append(
                Figure("points, correlation", _told(r), f"pearson|points of a segment|{DEFAULT_PROFILE}", pair)
            )
    return (*figures, *_of_scores(raters))


def _of_scores(raters: Sequence[Judgment]) -> Iterator[Figure]:
    """How far scores of whole segments agree, over the segments that all raters scored."""
    from workbench.score.agreement import alpha, correlation

    for protocol in PROTOCOLS:
        given = [rater.scores.get(protocol, {}) for rater in raters]
        both = sorted(set.intersection(*map(set, given)), key=lambda span: span.start)
        if not both:
            continue
        name, where = protocol.upper(), f"{counted(len(both), 'segment')} that all scored"
        table = {str(span): {r.name: own[span] for r, own in zip(raters, given, strict=True)} for span in both}
        signature = f"krippendorff-alpha|interval|value:score|{_ALPHA}"
        yield Figure(f"alpha, {name}", _told(alpha(table, "interval")), signature, where)
        for i, j in combinations(range(len(raters)), 2):
            pairs = [(given[i][span], given[j][span]) for span in both]
            pair = f"{raters[i].name} and {raters[j].name}, {where}"
            yield Figure(f"{name}, correlation", _told(correlation(pairs)), "pearson|value:score", pair)
            apart = sum(abs(a - b) for a, b in pairs) / len(pairs)
            yield Figure(f"{name}, apart", f"{apart:.1f}", "mean of the absolute differences|0 to 100", pair)


_WORST = "unit:segment|value:worst mark"
_ALPHA = "1 - observed / expected disagreement (Krippendorff 2011)"
_KAPPA = "(observed - chance) / (1 - chance) agreement (Cohen 1960)"
_PARTIAL = "a match counts 2 x overlap / (length + length)"


def _place(mark: Annotation, unit: Span) -> bool:
    if mark.target is not None and mark.target.layer is Layer.MACHINE:
        return unit.start <= mark.target.span.start < unit.end
    return mark.insert_at is not None and unit.start <= mark.insert_at <= unit.end


def _told(value: float) -> str:
    return "not defined" if math.isnan(value) else f"{value:.3f}"
