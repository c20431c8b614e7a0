"""What checks share while they run over one document: term hits, senses, evidence; each computed once, when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from workbench.checks.base import CheckedSegment
from workbench.model.bitext import Reason
from workbench.model.span import Span
from workbench.model.term import FixedSense, Term, Termbase
from workbench.terms.matcher import SourceHit, TargetHit, TermMatcher, matcher_of, source_hits, target_hits
from workbench.terms.senses import DomainProfile, SenseChoice, choose_sense

if TYPE_CHECKING:
    from workbench.evidence.values import Counterpart, NumberEvidence, PairEvidence

_NEIGHBOURS = 2
_LONG = 2_000
"""Characters from which a segment is more than a sentence, and the sense of a word is read off what is near it."""
_STRETCH = 250
_MOSTLY = 0.7
"""Share of the clear places that the usual sense of a document has."""
_SURE = 0.6
"""Confidence from which a link tells a place."""


@dataclass(frozen=True, slots=True)
class PlacedTerm:
    """A term of a segment's source with the senses that may hold there."""

    hit: SourceHit
    choice: SenseChoice

    @property
    def span(self) -> Span:
        return self.hit.span

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.choice.terms


class CheckContext:
    """One document under check. Cheap to make; everything in it is computed when first asked for."""

    def __init__(
        self, segments: Sequence[CheckedSegment], termbase: Termbase | None = None, *, monolingual: bool = False
    ) -> None:
        self.segments = tuple(segments)
        self.termbase = termbase or Termbase()
        self.monolingual = monolingual
        self._placed: dict[str, tuple[PlacedTerm, ...]] = {}
        self._anchored: tuple[PairEvidence, list[Counterpart]] | None = None

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Bead id -> index in `segments`."""
        return {seg.bead: i for i, seg in enumerate(self.segments)}

    @cached_property
    def matcher(self) -> TermMatcher:
        return _matcher(_Same(self.termbase))

    @property
    def has_terms(self) -> bool:
        return bool(self.termbase.terms)

    def source_hits(self, seg: CheckedSegment) -> tuple[SourceHit, ...]:
        return source_hits(self.matcher, seg.source)

    def target_hits(self, seg: CheckedSegment) -> tuple[TargetHit, ...]:
        return target_hits(self.matcher, seg.target)

    def placed_terms(self, seg: CheckedSegment) -> tuple[PlacedTerm, ...]:
        """The terms of the source with their senses, chosen from the words around them."""
        if seg.bead not in self._placed:
            self._placed[seg.bead] = tuple(
                PlacedTerm(hit, self.sense(hit.terms, seg, hit.span)) for hit in self.source_hits(seg)
            )
        return self._placed[seg.bead]

    def sense(self, senses: Sequence[Term], seg: CheckedSegment, span: Span | None) -> SenseChoice:
        """Which of `senses` holds at a place of the segment: of its source, or of its target in an English text."""
        if len(senses) < 2:
            return SenseChoice(tuple(senses), (0.0,) * len(senses))
        said = _said(senses, seg.senses, span if seg.source else None)
        if said is not None:
            return SenseChoice((said,), (0.0,) * len(senses))
        choice = self._read_off(senses, seg, span)
        if not seg.source or span is None or choice.is_told_here:
            return choice
        usual = self._usual.get(tuple(senses))
        return SenseChoice((usual,), choice.scores) if usual is not None else choice

    @cached_property
    def _usual(self) -> Mapping[tuple[Term, ...], Term]:
        """The sense that a term clearly has in this document wherever its context tells: a text seldom uses a word in
        two senses (Gale, Church and Yarowsky 1992), so it holds where the context tells little."""
        sources = tuple(seg.source for seg in self.segments)
        return _usual_senses(_Same(self.termbase), sources, _Votes(self._vote))

    def _vote(self) -> Mapping[tuple[Term, ...], Term]:
        votes: dict[tuple[Term, ...], Counter[Term]] = {}
        for seg in self.segments:
            for hit in self.source_hits(seg) if seg.source and seg.reason is not Reason.FURNITURE else ():
                if len(hit.terms) > 1:
                    choice = self._read_off(hit.terms, seg, hit.span)
                    if choice.is_told_here:
                        votes.setdefault(hit.terms, Counter())[choice.terms[0]] += 1
        usual = {}
        for senses, counted in votes.items():
            (term, count), *_ = counted.most_common(1)
            if count >= _MOSTLY * counted.total():
                usual[senses] = term
        return usual

    def _read_off(self, senses: Sequence[Term], seg: CheckedSegment, span: Span | None) -> SenseChoice:
        """Which sense the words around a place speak for."""
        text = seg.source or seg.target
        if span and len(text) > _LONG:
            text, span = _surroundings(text, span)
        return choose_sense(senses, text, span, self.neighbours(seg), self.domain)

    def neighbours(self, seg: CheckedSegment) -> tuple[str, ...]:
        """Texts of the segments around it, the nearest first, in the language that the document is judged by."""
        at = self.position.get(seg.bead, 0)
        found = []
        for distance in range(1, _NEIGHBOURS + 1):
            for other in (at - distance, at + distance):
                if 0 <= other < len(self.segments):
                    text = self.segments[other].source or self.segments[other].target
                    if text:
                        found.append(text)
        return tuple(found)

    @cached_property
    def domain(self) -> DomainProfile:
        """The fields that the document speaks of."""
        texts = [seg.source for seg in self.segments if seg.source and seg.reason is not Reason.FURNITURE]
        return DomainProfile.of(texts or [seg.target for seg in self.segments])

    def numbers(self, seg: CheckedSegment) -> NumberEvidence:
        """The numbers of the pair by value; much cheaper than all of its evidence."""
        from workbench.evidence.numbers import match_numbers

        return match_numbers(seg.source, seg.target)

    def evidence(self, seg: CheckedSegment) -> PairEvidence:
        """What the pair says of itself. Raises what the evidence room raises."""
        from workbench.evidence.pair import gather

        if not self.has_terms:
            return gather(seg.source, seg.target)
        return gather(seg.source, seg.target, hits=self.matcher.pair(seg.source, seg.target))

    def anchors(self, seg: CheckedSegment) -> list[Counterpart]:
        """The surest link of each source word that has a sure one, in source order."""
        evidence, held = self.evidence(seg), self._anchored
        if held is None or held[0] is not evidence:
            held = self._anchored = (evidence, _surest(evidence.links))
        return held[1]


def _said(senses: Sequence[Term], said: Sequence[FixedSense], span: Span | None) -> Term | None:
    """The sense that a reviewer chose for a place, or else for the document."""
    for at in (span.start, None) if span is not None else (None,):
        for one in said:
            if one.at == at and any(one.zh == term.zh for term in senses):
                return next((term for term in senses if term.key == one.key), None)
    return None


def _surroundings(text: str, span: Span) -> tuple[str, Span]:
    """The words around a place of a very long text, and the place in them; the same words for places close by."""
    start = max(0, span.start // _STRETCH - 1) * _STRETCH
    end = (span.end // _STRETCH + 2) * _STRETCH
    return text[start:end], span.shifted(-start)


def _surest(links: Iterable[Counterpart]) -> list[Counterpart]:
    surest: dict[Span, Counterpart] = {}
    for link in links:
        if link.confidence >= _SURE and (link.source not in surest or link.confidence > surest[link.source].confidence):
            surest[link.source] = link
    return list(surest.values())


class _Votes:
    """How to count, which a cache passes over: the same texts and terms give the same votes."""

    def __init__(self, count: Callable[[], Mapping[tuple[Term, ...], Term]]) -> None:
        self.count = count

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Votes)


class _Same:
    """A termbase as a cache key: by identity, because comparing thousands of terms is not free."""

    def __init__(self, termbase: Termbase) -> None:
        self.termbase = termbase

    def __hash__(self) -> int:
        return id(self.termbase)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.termbase is self.termbase


@lru_cache(maxsize=4)
def _usual_senses(_terms: _Same, _sources: tuple[str, ...], votes: _Votes) -> Mapping[tuple[Term, ...], Term]:
    return votes.count()


@lru_cache(maxsize=4)
def _matcher(same: _Same) -> TermMatcher:
    return matcher_of(same.termbase)
