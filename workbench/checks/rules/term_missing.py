"""Terms of the source that the translation does not seem to render."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext, PlacedTerm
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.terms.inflection import UNCOUNTABLE
from workbench.terms.renderings import words
from workbench.text.tokens import stem

_TERMS = "风口,hot trend,next big thing,tuyere|outlet,outlet,business\n产业互联网,industrial Internet,,,,business\n"
_PRONOUN_WORDS = "it its itself they them their themselves this that these those one ones such so which"
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_MOST = 200
"""Terms without a rendering that are told of one segment: a sentence has a handful."""
_REACH = 2
"""Segments back in which a pronoun finds what it stands for."""


class TermMissing(Check):
    id = "term.missing"
    name = "Term without a rendering"
    description = "A term of the source has no rendering in the translation that the termbase knows."
    severity = Severity.MAJOR
    fires = (Example("ChatGPT reappeared.", "ChatGPT的风口再起。", "风口", _TERMS),)
    quiet = (
        Example("The next big things have come.", "风口来了。", terms=_TERMS),
        Example("The outlet has come.", "风口来了。", terms=_TERMS),
        Example(
            "It will change everything.",
            "产业互联网将改变一切。",
            terms=_TERMS,
            before=(("产业互联网来了。", "The industrial Internet has come."),),
        ),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not context.has_terms:
            return
        placed = context.placed_terms(seg)
        if not placed:
            return
        rendered = {hit.term.zh for hit in context.target_hits(seg)}
        seen: set[str] = set()
        for term in placed:
            zh = term.hit.zh
            if zh in rendered or zh in seen:
                continue
            if len(seen) >= _MOST:
                return
            seen.add(zh)
            if not _is_in_a_longer_rendering(term, placed, rendered):
                yield self._finding(seg, context, term)

    def _finding(self, seg: CheckedSegment, context: CheckContext, placed: PlacedTerm) -> Finding:
        term = placed.terms[0]
        accounted = is_accounted(seg, context, placed)
        weak = accounted or _has_a_part(seg.target, placed) or self._is_pronoun(seg, context, placed)
        return self.in_source(
            seg,
            placed.span,
            f"{placed.hit.quote} (\u201c{term.en}\u201d) "
            + ("is rendered by words that the termbase does not know." if accounted else "has no rendering here."),
            target_at=belongs_at(seg, context, placed.span),
            confidence=0.4 if weak else 0.85,
            severity=Severity.MINOR if weak else Severity.MAJOR,
            group=f"{self.id}:{placed.hit.zh}",
            quiet=weak,
        )

    @staticmethod
    def _is_pronoun(seg: CheckedSegment, context: CheckContext, placed: PlacedTerm) -> bool:
        """Whether a pronoun may stand for the term, which was named shortly before."""
        if not _has_pronoun(seg.target):
            return False
        at = context.position.get(seg.bead, 0)
        for other in context.segments[max(0, at - _REACH) : at + 1]:
            hits = context.source_hits(other)
            named = sum(1 for hit in hits if hit.zh == placed.hit.zh)
            if named > (1 if other is seg else 0):
                return True
        return False


def is_accounted(seg: CheckedSegment, context: CheckContext, placed: PlacedTerm) -> bool:
    """Whether the dictionary finds the term's words in the translation."""
    tokens = context.evidence(seg).source_tokens
    first = bisect_right(tokens, placed.span.start, key=lambda token: token.span.end)
    end = bisect_left(tokens, placed.span.end, key=lambda token: token.span.start)
    inside = [token for token in tokens[first:end] if token.is_content]
    total = sum(token.weight for token in inside)
    return bool(total) and sum(token.weight * token.coverage for token in inside) >= 0.5 * total


@lru_cache(maxsize=4)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.text) for word in words(text))


@lru_cache(maxsize=4)
def _has_pronoun(text: str) -> bool:
    return any(word.text.lower() in _PRONOUNS for word in words(text))


def _has_a_part(target: str, placed: PlacedTerm) -> bool:
    """Whether the target has a word of a right rendering: `the Internet` may stand for `the industrial Internet`."""
    stems = _stems(target)
    return any(
        len(word.text) > 3 and word.text.lower() not in UNCOUNTABLE and stem(word.text) in stems
        for term in placed.hit.terms
        for text in term.approved
        for word in words(text)
    )


def _is_in_a_longer_rendering(placed: PlacedTerm, others: Iterable[PlacedTerm], rendered: set[str]) -> bool:
    """Two terms with one rendering in common, side by side: 平台方和平台."""
    mine = {text.casefold() for text in placed.choice.approved}
    return any(
        other.hit.zh in rendered and mine & {text.casefold() for text in other.choice.approved} for other in others
    )
