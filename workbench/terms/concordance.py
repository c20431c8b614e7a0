"""Every place where a Chinese term stands, with its rendering there, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.matcher import TermHit, TermMatcher, pair_hits
from workbench.terms.renderings import Standing

_SUREST = 0.35
"""Weaker links than this do not count as a rendering."""


class Link(Protocol):
    """A source word and a target word that account for each other, with the chance that they do."""

    @property
    def source(self) -> Span: ...
    @property
    def target(self) -> Span: ...
    @property
    def confidence(self) -> float: ...


Locate = Callable[[str, str], Iterable[Link]]
"""(source text, target text) -> their linked words. The evidence room has one; this room lies below it and is handed
it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a Chinese term. Spans count code points of the segment's own text."""

    bead: str
    source_span: Span
    rendering_span: Span | None
    """None where nothing in the translation renders it."""
    rendering: str
    standing: Standing | None = None
    """What the termbase says of the rendering; None where it does not know it."""
    confidence: float = 1.0
    """That these words render the term: 1 for those of the termbase, else the chance that the link gives."""


def concordance(
    zh: str,
    segments: Iterable[tuple[str, str, str]],
    termbase: Termbase | None = None,
    locate: Locate | None = None,
) -> tuple[Place, ...]:
    """Places of `zh` in `segments`, each (bead id, source, target), in order.

    Longer terms of the termbase keep their words: 互联网 is not found in 产业互联网 when both are terms. A rendering
    that the termbase does not know is found by `locate`, when one is given.
    """
    known = termbase or Termbase()
    if not any(term.zh == zh for term in known.terms):
        known = Termbase((*known.terms, Term(zh=zh, en=zh)), known.name)
    matcher = TermMatcher(known)
    senses = set(matcher.senses(zh))
    places: list[Place] = []
    for bead, source, target in segments:
        hits = matcher.in_source(source)
        if not any(senses.intersection(hit.terms) for hit in hits):
            continue
        renderings = matcher.in_target(target) if target else ()
        paired = pair_hits(hits, renderings, len(source), len(target))
        taken = [hit.target for hit in paired if hit.target]
        for source_hit, hit in zip(hits, paired, strict=True):
            if senses.intersection(source_hit.terms):
                places.append(_place(bead, source, target, hit, taken, locate))
    return tuple(places)


def _place(bead: str, source: str, target: str, hit: TermHit, taken: list[Span], locate: Locate | None) -> Place:
    if hit.target is not None:
        return Place(bead, hit.source, hit.target, hit.rendering, hit.standing)
    found = linked_words(locate(source, target), hit.source, taken) if locate and target else None
    if found is None:
        return Place(bead, hit.source, None, "")
    span, confidence = found
    taken.append(span)
    return Place(bead, hit.source, span, span.of(target), confidence=confidence)


def linked_span(links: Iterable[Link], source: Span, taken: list[Span]) -> Span | None:
    """The target words of a source word; see `linked_words`."""
    found = linked_words(links, source, taken)
    return found[0] if found is not None else None


def linked_words(links: Iterable[Link], source: Span, taken: list[Span]) -> tuple[Span, float] | None:
    """The target words of a source word, and the chance that they are: the surest free link, and those that stand
    within two characters of it."""
    free = [
        link
        for link in links
        if link.source.overlaps(source)
        and link.confidence >= _SUREST
        and not any(link.target.overlaps(span) for span in taken)
    ]
    if not free:
        return None
    surest = max(free, key=lambda link: link.confidence)
    best = surest.target
    for link in sorted(free, key=lambda link: link.target.start):
        if link.target.start <= best.end + 2 and best.start <= link.target.end + 2:
            best = Span(min(best.start, link.target.start), max(best.end, link.target.end))
    return best, surest.confidence
