"""Gathering the evidence of one pair: computed once, read by checks and by the score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from workbench.evidence.cues import cues
from workbench.evidence.fixed import fixed_links, words_within
from workbench.evidence.function_words import LIGHT
from workbench.evidence.gaps import LINKED, guesses
from workbench.evidence.links import Candidate, match
from workbench.evidence.names import NameMatch, names_by_pinyin, names_by_sound
from workbench.evidence.number_units import cover_units, unit_links
from workbench.evidence.numbers import match_numbers
from workbench.evidence.softly import soften
from workbench.evidence.surface import chinese_left, mark_faults, repetitions
from workbench.evidence.values import Counterpart, Cue, EvidenceToken, LinkKind, Name, PairEvidence, Unaccounted
from workbench.evidence.words import Word, source_words, target_words
from workbench.model.span import Span
from workbench.terms.matcher import TermHit
from workbench.terms.renderings import Standing
from workbench.text.variants import to_simplified

WORDS_PER_CHARACTER = 0.66
"""English words for one Chinese character: the median of news20 and ted21, where nine in ten lie within a quarter."""

_LEAST_LOOSE = 0.1
"""Share of a word that must be missing to be told at all."""
_COMMON = 7.0
"""Nats; a word as common as 人 or `year` is left out or added too freely to be missed."""

_FORBIDDEN = (Standing.FORBIDDEN, Standing.SOURCE_ONLY)

_CONFIDENCE = {
    LinkKind.TERM: 0.98,
    LinkKind.NUMBER: 0.97,
    LinkKind.IDENTITY: 0.97,
    LinkKind.LEXICON: 0.93,
    LinkKind.NAME: 0.95,
    LinkKind.SUBWORD: 0.8,
    LinkKind.SYNONYM: 0.8,
    LinkKind.SOFT: 0.5,
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
    fixed += unit_links(source_text, target_text, source, target, numbers)
    names = names_by_pinyin(source, target, number_sources | {link.source for link in fixed})
    fixed += [link for name in names for link in _name_links(name)]
    lexical = match(source, target, fixed, number_sources, number_targets)
    softly = soften(source, target, lexical, number_sources, number_targets)
    cover_units(to_simplified(source_text), target, lexical.target_cover)
    heard = names_by_sound(source, target, lexical.source_cover, lexical.target_cover)
    chosen = [*lexical.chosen, *softly, *(link for name in heard for link in _name_links(name))]
    ours = _tokens(source, lexical.source_cover, number_sources)
    theirs = _tokens(target, lexical.target_cover, number_targets)
    said = cues(source_text, target_text, source, target, chosen)
    guessed = guesses(source, target, chosen, lexical.source_cover, lexical.target_cover)
    lost, unsure_source, loose_source = _left_over(ours, guessed.keys(), said.source)
    added, unsure_target, loose_target = _left_over(theirs, set(guessed.values()), said.target)
    return PairEvidence(
        source_text,
        target_text,
        ours,
        theirs,
        _counterparts(chosen, ours, theirs),
        lost,
        added,
        unsure_source,
        unsure_target,
        loose_source,
        loose_target,
        numbers,
        tuple(terms),
        tuple((hit.source, hit.target) for hit in hits if hit.target and hit.standing in _FORBIDDEN),
        _names((*names, *heard), source_text, source, target),
        said,
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


def _left_over(
    tokens: Sequence[EvidenceToken], guessed: Set[int], denials: Sequence[Cue]
) -> tuple[tuple[Unaccounted, ...], ...]:
    """The words without a counterpart, those that only their place gives one, and those with a loose one."""
    lost: list[Unaccounted] = []
    unsure: list[Unaccounted] = []
    loose: list[Unaccounted] = []
    denying = {cue.span.start for cue in denials}  # whether these are answered, the cues tell
    for i, token in enumerate(tokens):
        missing = 1.0 - token.coverage
        if not token.weight or missing < _LEAST_LOOSE:
            continue
        kept = token.coverage >= LINKED or token.weight < _COMMON or token.key in LIGHT or token.span.start in denying
        where = loose if kept else unsure if i in guessed else lost
        where.append(Unaccounted(token.span, token.text, token.weight * missing))
    return tuple(lost), tuple(unsure), tuple(loose)


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
    matches = list(matches)
    rendered = {i for one in matches if one.targets for i in one.sources}
    for one in matches:
        if not one.targets and not rendered.isdisjoint(one.sources):  # the segmenter had cut it amiss
            continue
        span = Span(source[one.sources[0]].start, source[one.sources[-1]].end)
        rendering = Span(target[one.targets[0]].start, target[one.targets[-1]].end) if one.targets else None
        names.append(Name(span, span.of(text), one.romanised, rendering, one.confidence))
    return tuple(sorted(names, key=lambda name: name.span))


def _length_log_ratio(source: Sequence[Word], target: Sequence[Word]) -> float:
    units = sum(1 if word.is_latin else len(word.text) for word in source)
    return math.log((len(target) + 1) / (WORDS_PER_CHARACTER * units + 1)) if units and target else 0.0
