"""Gathering the evidence of one pair: computed once, read by checks and by the score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.evidence.cues import cues
from workbench.evidence.fixed import fixed_links, words_within
from workbench.evidence.function_words import LIGHT
from workbench.evidence.gaps import fill_gaps
from workbench.evidence.links import Candidate, match
from workbench.evidence.names import NameMatch, names_by_pinyin, names_by_sound
from workbench.evidence.numbers import match_numbers
from workbench.evidence.surface import chinese_left, mark_faults, repetitions
from workbench.evidence.values import Counterpart, EvidenceToken, LinkKind, Name, PairEvidence, Unaccounted
from workbench.evidence.words import Word, source_words, target_words
from workbench.model.span import Span
from workbench.terms.matcher import TermHit

WORDS_PER_CHARACTER = 0.66
"""English words for one Chinese character: the median of news20 and ted21, where nine in ten lie within a quarter."""

_LINKED = 0.1
"""Coverage from which a word is held to have a counterpart, though perhaps a loose one."""
_LEAST_LOOSE = 0.1
"""Share of a word that must be missing to be told at all."""
_COMMON = 7.0
"""Nats; a word as common as 人 or `year` is left out or added too freely to be missed."""

_CONFIDENCE = {
    LinkKind.TERM: 0.98,
    LinkKind.NUMBER: 0.97,
    LinkKind.IDENTITY: 0.97,
    LinkKind.LEXICON: 0.93,
    LinkKind.NAME: 0.95,
    LinkKind.SUBWORD: 0.8,
    LinkKind.SYNONYM: 0.8,
    LinkKind.POSITION: 0.4,
}


def gather(source_text: str, target_text: str, *, hits: Sequence[TermHit] = ()) -> PairEvidence:
    """The evidence of one pair of texts; `hits` are the terms found in it, each one word. Cached by content."""
    return _gather(source_text, target_text, tuple(hits))


@lru_cache(maxsize=512)
def _gather(source_text: str, target_text: str, hits: tuple[TermHit, ...]) -> PairEvidence:
    terms = [hit.source for hit in hits]
    source, target = source_words(source_text, terms), target_words(target_text)
    numbers = match_numbers(source_text, target_text)
    number_sources = words_within(source, [number.span for number in numbers.source])
    number_targets = words_within(target, [number.span for number in numbers.target])
    fixed = fixed_links(source, target, numbers, hits)
    names = names_by_pinyin(source, target, number_sources | {link.source for link in fixed})
    fixed += [link for name in names for link in _name_links(name)]
    lexical = match(source, target, fixed, number_sources, number_targets)
    heard = names_by_sound(source, target, lexical.source_cover, lexical.target_cover)
    chosen = [*lexical.chosen, *(link for name in heard for link in _name_links(name))]
    fill_gaps(source, target, chosen, lexical.source_cover, lexical.target_cover)
    ours = _tokens(source, lexical.source_cover, number_sources)
    theirs = _tokens(target, lexical.target_cover, number_targets)
    lost, loose_source = _unaccounted(ours)
    added, loose_target = _unaccounted(theirs)
    return PairEvidence(
        source_text,
        target_text,
        ours,
        theirs,
        _counterparts(chosen, ours, theirs),
        lost,
        added,
        loose_source,
        loose_target,
        numbers,
        _names((*names, *heard), source_text, source, target),
        cues(source_text, target_text, source, target, chosen),
        mark_faults(source_text, target_text),
        chinese_left(target_text),
        repetitions(source_text, target_text, target),
        _length_log_ratio(source, target),
    )


def _name_links(name: NameMatch) -> list[Candidate]:
    """One for each source word of the name that is rendered."""
    if not name.targets:
        return []
    return [Candidate(1.0, i, name.targets, name.confidence, LinkKind.NAME) for i in name.sources]


def _tokens(words: Sequence[Word], cover: Sequence[float], numbers: set[int]) -> tuple[EvidenceToken, ...]:
    return tuple(
        EvidenceToken(Span(word.start, word.end), word.text, word.key, 0.0 if i in numbers else word.weight, cover[i])
        for i, word in enumerate(words)
    )


def _unaccounted(tokens: Iterable[EvidenceToken]) -> tuple[tuple[Unaccounted, ...], tuple[Unaccounted, ...]]:
    """The words without a counterpart, and those with a loose one."""
    lost: list[Unaccounted] = []
    loose: list[Unaccounted] = []
    for token in tokens:
        missing = 1.0 - token.coverage
        if token.weight and missing >= _LEAST_LOOSE:
            alone = token.coverage < _LINKED and token.weight >= _COMMON and token.key not in LIGHT
            (lost if alone else loose).append(Unaccounted(token.span, token.text, token.weight * missing))
    return tuple(lost), tuple(loose)


def _counterparts(
    chosen: Iterable[Candidate], source: Sequence[EvidenceToken], target: Sequence[EvidenceToken]
) -> tuple[Counterpart, ...]:
    links = []
    for link in sorted(chosen, key=lambda link: (link.source, link.targets)):
        ours = source[link.source].span
        confidence = _CONFIDENCE[link.kind] * (0.5 + 0.5 * min(1.0, link.strength))
        links += [Counterpart(ours, target[j].span, confidence, link.kind) for j in link.targets]
    return tuple(links)


def _names(matches: Iterable[NameMatch], text: str, source: Sequence[Word], target: Sequence[Word]) -> tuple[Name, ...]:
    names = []
    for one in matches:
        span = Span(source[one.sources[0]].start, source[one.sources[-1]].end)
        rendering = Span(target[one.targets[0]].start, target[one.targets[-1]].end) if one.targets else None
        names.append(Name(span, span.of(text), one.romanised, rendering, one.confidence))
    return tuple(sorted(names, key=lambda name: name.span))


def _length_log_ratio(source: Sequence[Word], target: Sequence[Word]) -> float:
    units = sum(1 if word.is_latin else len(word.text) for word in source)
    return math.log((len(target) + 1) / (WORDS_PER_CHARACTER * units + 1)) if units and target else 0.0
