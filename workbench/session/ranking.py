"""The translations of a project ranked: by the evidence of our score, and by the marks that people made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Reason
from workbench.model.review import Review
from workbench.model.span import Side, Span
from workbench.session.analysing import Analysing, counted_marks, judged_beads
from workbench.session.values import Figure

if TYPE_CHECKING:
    from workbench.terms.matcher import TermMatcher


def units_of(reviews: Sequence[Review]) -> list[Span]:
    """The smallest stretches of the source that no segment of any translation cuts through, in order."""
    spans = sorted(span for r in reviews for b in r.beads if (span := b.span(Side.SOURCE)) is not None)
    units: list[Span] = []
    for span in spans:
        if units and span.start < units[-1].end:
            units[-1] = Span(units[-1].start, max(units[-1].end, span.end))
        else:
            units.append(span)
    return units


def _unit(starts: Sequence[int], bead: Bead, before: int) -> int:
    """The number of a segment's unit; what has no source belongs to the unit before it."""
    span = bead.span(Side.SOURCE)
    return before if span is None else bisect_right(starts, span.start) - 1


class Ranking(Analysing):
    """Ranks what the machines wrote, not what reviewers made of it."""

    def _reviews(self) -> Mapping[str, Review]:
        """Name -> review of every translation; this one's as it stands now."""
        return {self.own_name: self.review} | {one.name: self.review_of(one) for one in self.companions}

    def ranking_figures(self) -> tuple[Figure, ...]:
        """One figure a translation and measure, the best first; nothing where there is only one translation.

        Takes as long as scoring all of them.
        """
        if not self.companions or self.is_monolingual:
            return ()
        return (*self._by_evidence(), *self._by_marks())

    def _by_evidence(self) -> tuple[Figure, ...]:
        if self.is_blind:
            return ()
        from workbench.score.quality import SIGNATURE
        from workbench.terms.matcher import matcher_of

        reviews = self._reviews()
        units = units_of(list(reviews.values()))
        held = self.terms_held(self.termbase)
        terms = matcher_of(held) if held.terms else None
        values = {name: self._evidence(name, reviews, units, terms) for name in reviews}
        basis = f"evidence of the score, mean of {_stretches(len(units))}"
        return _figures("evidence", values, basis, SIGNATURE)

    def _evidence(
        self, name: str, reviews: Mapping[str, Review], units: Sequence[Span], terms: TermMatcher | None
    ) -> list[float]:
        from workbench.align.reference import by_segment
        from workbench.score.quality import estimate
        from workbench.session.comparing import parts_of

        review = reviews[name]
        said = [by_segment(parts_of(other), review.beads) for key, other in reviews.items() if key != name]
        starts = [unit.start for unit in units]
        sums = [0.0] * len(units)
        at = 0
        for bead in review.beads:
            at = _unit(starts, bead, at)
            if bead.reason in (Reason.FURNITURE, Reason.DUPLICATE) or not units:
                continue
            others = tuple(one[bead.id] for one in said if bead.id in one)
            source, target = review.bitext.text(bead, Side.SOURCE), review.machine_text(bead)
            sums[at] += estimate(source, target, terms=terms, others=others).evidence
        return sums

    def _by_marks(self) -> tuple[Figure, ...]:
        """By MQM, over the stretches that were judged in every translation."""
        from workbench.score.mqm import DEFAULT_PROFILE, mqm_score, profiles

        reviews = self._reviews()
        units = units_of(list(reviews.values()))
        starts = [unit.start for unit in units]
        marks: dict[str, dict[int, list[Annotation]]] = {}
        judged = set(range(len(units)))
        for name, review in reviews.items():
            done, places, at = set(judged_beads(review)), dict[str, int](), 0
            for bead in review.beads:
                at = places[bead.id] = _unit(starts, bead, at)
                if bead.id not in done and bead.reason is not Reason.FURNITURE:
                    judged.discard(at)
            found = marks[name] = {}
            for mark in counted_marks(review):
                unit = min((places[bead] for bead in review.beads_of(mark)), default=None)
                if unit is not None:
                    found.setdefault(unit, []).append(mark)
        values = {name: [mqm_score(own.get(k, ()), 0).points for k in sorted(judged)] for name, own in marks.items()}
        basis = f"MQM points, mean of {_stretches(len(judged))} judged in all translations"
        return _figures("MQM", values, basis, profiles()[DEFAULT_PROFILE].signature)


def _figures(measure: str, values: Mapping[str, Sequence[float]], basis: str, signature: str) -> tuple[Figure, ...]:
    from workbench.score.ranking import SAMPLES, ranking, seed

    tested = f"{signature}|test:paired-bootstrap|samples:{SAMPLES}|seed:{seed()}"
    figures = []
    for place, one in enumerate(ranking(values), 1):
        value = f"{one.mean:.2f} \u00b1 {one.margin:.2f} (lower is better)"
        apart = f"; p = {one.p_value:.3f} against the one before" if one.p_value is not None else ""
        figures.append(Figure(f"{measure}, {place}. {one.name}", value, tested, basis + apart))
    return tuple(figures)


def _stretches(count: int) -> str:
    return f"{count} stretch{'es' * (count != 1)} of the source"
