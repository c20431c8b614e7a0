"""Choosing between the senses of a term: from the words beside it, the neighbouring segments and the whole document.

A sense is never read off the translation: a wrong rendering would then prove itself right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.domains import (
    CONCRETE_NEAR,
    DOMAINS,
    FIGURATIVE_AFTER,
    FIGURATIVE_BEFORE,
    FIGURATIVE_CLAUSE,
    Domain,
)
from workbench.terms.inflection import noun_forms
from workbench.terms.renderings import words
from workbench.terms.sense_glosses import gloss_support
from workbench.text.script import is_chinese, is_han
from workbench.text.tokens import TokenKind, chinese_tokens
from workbench.text.variants import to_simplified

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

CONTEXT_COLUMNS = ("context", "contexts", "collocates", "collocations", "context_words", "collocates_zh")
"""Unknown columns of a termbase whose cells are read as words that select the sense, parted by `|`."""

_NEAR = 12
"""Code points on either side within which a word counts double."""
_NEIGHBOUR_WEIGHT = 0.35
_DOCUMENT_WEIGHT = 1.2
_FRAME_WEIGHT = 2.5
_GLOSS_WEIGHT = 0.7
_TOLD_HERE = 1.0
"""By so much the words of a place itself must speak for a sense to overrule what is usual in the document."""
_MARGIN = 0.25
"""A sense must lead by so much to be chosen alone."""
_CLAUSE_END = re.compile("[，。；！？：,;!?:\n]")


@dataclass(frozen=True, slots=True)
class SenseChoice:
    """The senses that may hold at a place: one when the context decides, else all of them."""

    terms: tuple[Term, ...]
    scores: tuple[float, ...]
    """One for each sense of the term, in the order of the termbase."""
    own: tuple[float, ...] = ()
    """What of them the text of the place itself says, without neighbours and document."""

    @property
    def is_decided(self) -> bool:
        return len(self.terms) == 1

    @property
    def is_told_here(self) -> bool:
        """Whether the words of the place itself clearly speak for the sense that was chosen."""
        if not self.is_decided or _lead(self.own) < _TOLD_HERE:
            return False
        return self.own.index(max(self.own)) == self.scores.index(max(self.scores))

    @property
    def approved(self) -> frozenset[str]:
        return frozenset(text for term in self.terms for text in term.approved)


def _lead(scores: Sequence[float]) -> float:
    best, *others = sorted(scores, reverse=True) or (0.0,)
    return best - others[0] if others else 0.0


@dataclass(frozen=True, slots=True)
class DomainProfile:
    """How much of a document speaks for each field: field name -> share of all such words, 0 to 1."""

    shares: Mapping[str, float]

    @classmethod
    def of(cls, texts: Iterable[str]) -> DomainProfile:
        """From the document's segments; Chinese ones where there are any, and else English ones."""
        counts: Counter[str] = Counter()
        for text in texts:
            for domain in _fields_of(text):
                counts[domain] += 1
        total = sum(counts.values())
        return cls({name: count / total for name, count in counts.items()} if total >= 3 else {})


def choose_sense(
    senses: Sequence[Term],
    text: str,
    span: Span | None,
    neighbours: Sequence[str] = (),
    profile: DomainProfile | None = None,
) -> SenseChoice:
    """Which of `senses` holds at `span` of `text` (`None`: somewhere in it), which may be Chinese or English.

    `neighbours` are the segments around it, the nearest first.
    """
    if len(senses) < 2:
        return SenseChoice(tuple(senses), (0.0,) * len(senses))
    scores = [0.0] * len(senses)
    described = [_described(term) for term in senses]
    context = _Context(text, span)
    glosses = gloss_support(tuple(senses), _words_beside(text, span))
    for i, sense in enumerate(described):
        scores[i] += _support(sense, context) + _frame(sense, described, context) + _GLOSS_WEIGHT * glosses[i]
    own = tuple(scores)
    for i, sense in enumerate(described):
        for distance, neighbour in enumerate(neighbours):
            scores[i] += _NEIGHBOUR_WEIGHT / (1 + distance // 2) * _support_beside(sense, neighbour)
        if profile is not None:
            scores[i] += _DOCUMENT_WEIGHT * sum(profile.shares.get(name, 0.0) for name in sense.domain_names)
    best = max(scores)
    held = tuple(term for term, score in zip(senses, scores, strict=True) if score > best - _MARGIN)
    return SenseChoice(held, tuple(scores), own)


def held_in(termbase: Termbase, texts: Sequence[str]) -> Termbase:
    """The termbase without the senses that hold nowhere in a document (its Chinese segments): where several senses of
    a term are given, those that the context decides for somewhere; all of them where it never decides."""
    by_zh: dict[str, list[Term]] = {}
    for term in termbase.terms:
        by_zh.setdefault(term.zh, []).append(term)
    profile: DomainProfile | None = None
    left_out: set[Term] = set()
    for senses in by_zh.values():
        names = {name for term in senses for name in term.names}
        places = [text for text in texts if any(n in text for n in names)] if len(senses) > 1 else []
        if not places:
            continue
        profile = profile or DomainProfile.of(texts)
        choices = [choose_sense(senses, text, None, (), profile) for text in places]
        decided = {choice.terms[0] for choice in choices if choice.is_decided}
        left_out |= set(senses) - decided if decided else set()
    return Termbase(tuple(t for t in termbase.terms if t not in left_out), termbase.name) if left_out else termbase


@dataclass(frozen=True, slots=True)
class _Description:
    zh: frozenset[str]
    en: frozenset[str]
    domain_names: tuple[str, ...]
    is_figurative: bool


@dataclass(frozen=True, slots=True)
class _Context:
    text: str
    span: Span | None


@lru_cache(maxsize=4096)
def _described(term: Term) -> _Description:
    told = f"{term.domain} {term.sense}"
    own = " ".join((*term.context, *(v for name, v in term.extra if name.strip().lower() in CONTEXT_COLUMNS)))
    aliases = {form for word in words(told) for form in noun_forms(word.text)}
    chinese = set(_chinese_words(f"{told} {own}"))
    domains = [domain for domain in DOMAINS if domain.aliases & (aliases | chinese)]
    if not domains and term.note:
        domains = _domains_named(term.note)
    zh = frozenset(chinese).union(*(domain.zh for domain in domains)) - {term.zh}
    en = frozenset(form for word in words(f"{told} {own}") if len(word.text) > 3 for form in noun_forms(word.text))
    return _Description(
        zh,
        en.union(*(domain.en for domain in domains)),
        tuple(domain.name for domain in domains),
        any(domain.is_figurative for domain in domains),
    )


def _domains_named(note: str) -> list[Domain]:
    named = {form for word in words(note) for form in noun_forms(word.text)} | set(_chinese_words(note))
    return [domain for domain in DOMAINS if domain.aliases & named]


def _support(sense: _Description, context: _Context) -> float:
    """Weight of the words that speak for a sense: one each, two when near the term, four words at most."""
    total = 0.0
    seen: set[str] = set()
    for word, start, end in _context_words(context.text):
        if word in seen or (word not in sense.zh and word not in sense.en):
            continue
        span = context.span
        if span is not None and start < span.end and span.start < end:
            continue
        seen.add(word)
        near = span is not None and start - span.end <= _NEAR and span.start - end <= _NEAR
        total += 2.0 if near else 1.0
    return min(total, 4.0)


@lru_cache(maxsize=4096)
def _support_beside(sense: _Description, neighbour: str) -> float:
    return _support(sense, _Context(neighbour, None))


def _frame(sense: _Description, all_senses: Sequence[_Description], context: _Context) -> float:
    """What the construction says: pictures have other company than things that are measured and mended."""
    if context.span is None or len({s.is_figurative for s in all_senses}) < 2:
        return 0.0
    text, span = to_simplified(context.text), context.span
    before, after = text[: span.start], text[span.end :]
    starts = [m.end() for m in _CLAUSE_END.finditer(before)]
    clause_before = before[starts[-1] if starts else 0 :]
    end = _CLAUSE_END.search(after)
    clause_after = after[: end.start() if end else len(after)]
    figurative = before.endswith(FIGURATIVE_BEFORE) or after.startswith(FIGURATIVE_AFTER)
    figurative = figurative or any(cue in clause_before for cue in FIGURATIVE_CLAUSE)
    near = clause_before[-_NEAR:] + " " + clause_after[:_NEAR]
    concrete = any(cue in near for cue in CONCRETE_NEAR)
    if figurative == concrete:
        return 0.0
    return _FRAME_WEIGHT if sense.is_figurative == figurative else 0.0


@lru_cache(maxsize=16384)
def _context_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """(word, start, end): Chinese words of two and more characters, or the singulars of English ones."""
    if is_chinese(text):
        normal = to_simplified(text)
        return tuple(
            (normal[t.start : t.end], t.start, t.end)
            for t in chinese_tokens(text)
            if t.kind in (TokenKind.WORD, TokenKind.LATIN) and t.end - t.start > 1
        )
    return tuple((form, w.start, w.end) for w in words(text) for form in noun_forms(w.text))


def _words_beside(text: str, span: Span | None) -> tuple[str, ...]:
    """The Chinese words of a text other than the term itself."""
    if not is_chinese(text):
        return ()
    return tuple(
        word
        for word, start, end in _context_words(text)
        if is_han(word[0]) and (span is None or end <= span.start or span.end <= start)
    )


def _chinese_words(text: str) -> list[str]:
    if not any(is_han(ch) for ch in text):
        return []
    pieces = [piece for piece in re.split(r"[\s|,，、;；/]+", to_simplified(text)) if piece]
    tokens = [t.text for piece in pieces for t in chinese_tokens(piece) if t.end - t.start > 1]
    return [w for w in dict.fromkeys((*pieces, *tokens)) if any(is_han(ch) for ch in w)]


@lru_cache(maxsize=65536)
def _fields_of(text: str) -> tuple[str, ...]:
    """Names of the fields that a text's words speak for, each as often as it has different words of it."""
    if is_chinese(text):
        automaton, vocabulary = _chinese_vocabulary()
        normal = to_simplified(text)
        present = {vocabulary[index] for index, _, _ in automaton.find_matches_as_indexes(normal)}
    else:
        present = {word for word, _, _ in _context_words(text)}
    found: list[str] = []
    for word in present:
        found.extend(_fields_by_word().get(word, ()))
    return tuple(found)


@lru_cache(maxsize=1)
def _chinese_vocabulary() -> tuple[AhoCorasick, list[str]]:
    """Whole documents are not cut into words for their profile: finding letters is enough, and many times faster."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    vocabulary = [word for word in _fields_by_word() if len(word) > 1 and is_han(word[0])]
    return AhoCorasick(vocabulary, MatchKind.LeftmostLongest), vocabulary


@lru_cache(maxsize=1)
def _fields_by_word() -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for domain in DOMAINS:
        for word in domain.zh | domain.en:
            fields.setdefault(word, []).append(domain.name)
    return fields
