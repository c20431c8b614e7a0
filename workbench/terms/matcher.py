"""Where the terms of a termbase stand: in a Chinese text, in an English text, and in a pair of them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.boundaries import stands_alone
from workbench.terms.renderings import Rendering, RenderingHit, RenderingIndex, Standing
from workbench.text.script import is_han
from workbench.text.variants import to_halfwidth, to_simplified

_MANY = 64
"""Renderings of one term in a text from which only near ones are compared."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A Chinese term in a text. `terms` are its senses, in the order of the termbase."""

    span: Span
    quote: str
    terms: tuple[Term, ...]

    @property
    def zh(self) -> str:
        return self.terms[0].zh


@dataclass(frozen=True, slots=True)
class TargetHit:
    """A rendering of one term in an English text."""

    span: Span
    quote: str
    rendering: str
    """As the termbase writes it."""
    standing: Standing
    term: Term


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term of a pair with its rendering there."""

    term: Term
    source: Span
    target: Span | None
    """None when no known rendering was found for it."""
    rendering: str = ""
    """The words of the target."""
    standing: Standing | None = None


class TermMatcher:
    """Finds the terms of one termbase. Building it takes time in the size of the termbase, matching hardly does."""

    def __init__(self, termbase: Termbase) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self.termbase = termbase
        self._senses: dict[str, list[Term]] = defaultdict(list)
        for term in termbase.terms:
            for name in dict.fromkeys(_normal(name) for name in term.names):
                self._senses[name].append(term)
        self._keys = [key for key in self._senses if key and _without_surrogates(key) == key]
        self._automaton = AhoCorasick(self._keys, MatchKind.Standard) if self._keys else None

    @cached_property
    def _renderings(self) -> RenderingIndex:
        """Made when it is first asked for: it takes most of the time, and moving through the Chinese does without."""
        return RenderingIndex(
            Rendering(text, standing, owner, term.pos)
            for owner, term in enumerate(self.termbase.terms)
            for text, standing in _renderings(term)
        )

    def senses(self, zh: str) -> tuple[Term, ...]:
        """All senses of a Chinese term, simplified or traditional; () if the termbase does not have it."""
        return tuple(self._senses.get(_normal(zh), ()))

    def in_source(self, text: str) -> tuple[SourceHit, ...]:
        """The terms that stand in a Chinese text as words of their own, in order and without overlap: of two that
        overlap the longer one, then the first one, is taken."""
        if self._automaton is None or not text:
            return ()
        normal, offsets = _squeezed(_folded(_without_surrogates(text)))
        candidates = []
        for index, start, end in self._automaton.find_matches_as_indexes(normal, overlapping=True):
            candidates.append((end - start, start, end, self._keys[index]))
        candidates.sort(key=lambda c: (-c[0], c[1]))
        taken: list[tuple[int, int, str]] = []
        covered = bytearray(len(normal))  # a longer term is never within a shorter one: its ends tell
        for _, start, end, key in candidates:
            if covered[start] or covered[end - 1] or not stands_alone(normal, start, end):
                continue
            taken.append((start, end, key))
            covered[start:end] = b"\1" * (end - start)
        hits = []
        for start, end, key in sorted(taken):
            span = Span(offsets[start], offsets[end - 1] + 1)
            hits.append(SourceHit(span, span.of(text), tuple(self._senses[key])))
        return tuple(hits)

    def in_target(self, text: str, term: Term | None = None) -> tuple[TargetHit, ...]:
        """Renderings, right and wrong, of one term or of all in an English text, in order, overlapping ones too."""
        if term is None:
            return tuple(self._target_hit(hit) for hit in self._renderings.find(text))
        index = RenderingIndex(Rendering(item, standing, 0, term.pos) for item, standing in _renderings(term))
        return tuple(
            TargetHit(hit.span, hit.quote, hit.rendering.text, hit.rendering.standing, term) for hit in index.find(text)
        )

    def _target_hit(self, hit: RenderingHit) -> TargetHit:
        rendering = hit.rendering
        return TargetHit(hit.span, hit.quote, rendering.text, rendering.standing, self.termbase.terms[rendering.owner])

    def pair(self, source: str, target: str) -> tuple[TermHit, ...]:
        """Each term of a pair with a rendering of it, in source order; every word of the target serves one term."""
        ours = source_hits(self, source)
        return pair_hits(ours, target_hits(self, target), len(source), len(target)) if ours else ()

    @cached_property
    def digest(self) -> str:
        """Eight hexadecimal digits that change with the terms."""
        return hashlib.blake2s(repr(self.termbase.terms).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


@lru_cache(maxsize=4)
def matcher_of(termbase: Termbase) -> TermMatcher:
    """The matcher of a termbase, made once."""
    return TermMatcher(termbase)


@lru_cache(maxsize=32768)
def source_hits(matcher: TermMatcher, text: str) -> tuple[SourceHit, ...]:
    """What `in_source` finds, remembered: checks and score ask for the same texts."""
    return matcher.in_source(text)


@lru_cache(maxsize=32768)
def target_hits(matcher: TermMatcher, text: str) -> tuple[TargetHit, ...]:
    """What `in_target` finds of all terms, remembered."""
    return matcher.in_target(text)


def pair_hits(
    source: Sequence[SourceHit], target: Sequence[TargetHit], source_length: int, target_length: int
) -> tuple[TermHit, ...]:
    """Source hits with renderings: right ones before wrong ones, longer before shorter, then those at a like place."""
    hits: dict[int, TermHit] = {}
    used = bytearray(max((hit.span.end for hit in target), default=0))
    order: list[tuple[bool, int, float, int, int, TargetHit]] = []
    places: dict[Term, list[int]] = defaultdict(list)
    for k, rendering in enumerate(target):
        places[rendering.term].append(k)
    for i, hit in enumerate(source):
        known = sorted(k for term in set(hit.terms) for k in places.get(term, ())) if places else []
        for k in _nearest(known, hit.span.start * target_length / max(1, source_length), target):
            rendering = target[k]
            off = abs(hit.span.start / max(1, source_length) - rendering.span.start / max(1, target_length))
            order.append(
                (rendering.standing is not Standing.APPROVED, -len(rendering.span), off, i, len(order), rendering)
            )
    # Those at a like place first among equals: two places of one term must not be taken crosswise.
    for *_, i, _, rendering in sorted(order, key=lambda o: (o[0], round(o[2], 1), o[1], o[2], o[3], o[4])):
        span = rendering.span
        if i in hits or 1 in used[span.start : span.end]:
            continue
        used[span.start : span.end] = b"\1" * len(span)
        hits[i] = TermHit(rendering.term, source[i].span, rendering.span, rendering.quote, rendering.standing)
    return tuple(hits.get(i, TermHit(hit.terms[0], hit.span, None)) for i, hit in enumerate(source))


def _nearest(places: Sequence[int], at: float, target: Sequence[TargetHit]) -> Sequence[int]:
    """Of many renderings of one term, those nearest to where it is expected: all with all would be quadratic."""
    if len(places) <= _MANY:
        return places
    k = bisect_left(places, at, key=lambda k: target[k].span.start)
    k = min(max(0, k - _MANY // 2), len(places) - _MANY)
    return places[k : k + _MANY]


def _renderings(term: Term) -> Iterable[tuple[str, Standing]]:
    for text in term.approved:
        yield text, Standing.APPROVED
    for text in dict.fromkeys((*term.forbidden, *term.source_only)):
        yield text, Standing.SOURCE_ONLY if text in term.source_only else Standing.FORBIDDEN


def _normal(zh: str) -> str:
    return _squeezed(_folded(zh))[0]


def _folded(text: str) -> str:
    """Simplified, half-width, Latin letters small; same length (`str.lower` can lengthen a text)."""
    return to_simplified(to_halfwidth(text)).translate(_SMALL)


def _without_surrogates(text: str) -> str:
    """The same text, of the same length, as the automaton can read it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The text without spaces beside Han characters (`C 端` is C端), and each character's place in the original."""
    if " " not in text and "\u00a0" not in text:
        return text, range(len(text))
    kept = []
    for i, ch in enumerate(text):
        if ch in " \u00a0":
            before, after = text[i - 1 : i], text[i + 1 : i + 2]
            if (before and is_han(before)) or (after and is_han(after)):
                continue
        kept.append(i)
    return "".join(text[i] for i in kept), kept
