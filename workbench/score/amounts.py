"""What a pair has of each thing that the score weighs: named amounts, each with its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.evidence.persons import missed_persons
from workbench.evidence.values import CueKind, LinkKind, MarkKind, PairEvidence
from workbench.evidence.words import is_known, profile
from workbench.lexicon.lookup import lexicon
from workbench.model.span import Side, Span

COMMON = 9.0
"""Nats of rarity up to which a Chinese word is no harder than others."""
TYPICAL_WORDS = 20
"""Content words up to which a sentence is not called long: three quarters of the sentences of news have no more."""
_PLAIN = 3
"""Glosses that a word may have without being called ambiguous."""
_QUOTED = re.compile('[\u201c\u300c\u300e"]')
_LISTED = re.compile("\u3001")
_DASH = re.compile("(?<!^)(?:\u2014|\u2026|\u2013|(?<![0-9A-Za-z])-(?![0-9A-Za-z]))+")
_SAYING = 4
"""Characters of nearly all set phrases."""
_LENGTH_SLACK, _SHORT_SLACK = 0.4, 4.0
"""How far, in logarithms, the length may be off without a remark: so much, and the second over the source's words."""
_CUES = {CueKind.NEGATION: "negation", CueKind.QUESTION: "question", CueKind.NEAR_NEGATION: "negation"}
_MADE_UP = {LinkKind.SUBWORD: "source.in_parts", LinkKind.NAME: "name.rendered"}


class Amount(NamedTuple):
    """So much of something, at a place or (side None) of the segment as a whole. Never negative."""

    name: str
    amount: float
    side: Side | None = None
    span: Span | None = None
    quote: str = ""


@lru_cache(maxsize=1 << 13)
def _is_idiom(word: str) -> bool:
    return any("idiom" in sense for entry in lexicon().entries(word) for sense in entry.senses)


def difficulty_amounts(pair: PairEvidence) -> Iterator[Amount]:
    """What makes the source hard, from the source alone."""
    content = [token for token in pair.source_tokens if token.is_content]
    if not content:
        return
    yield Amount("source.length", min(len(content), TYPICAL_WORDS), Side.SOURCE)
    if len(content) > TYPICAL_WORDS:
        yield Amount("source.long", len(content) - TYPICAL_WORDS, Side.SOURCE)
    terms = set(pair.terms)
    for token in content:
        if token.span in terms:  # somebody knows it
            continue
        where = (Side.SOURCE, token.span, token.text)
        if token.weight > COMMON:
            yield Amount("source.rare_word", token.weight - COMMON, *where)
        known = profile(token.key)
        if not is_known(token.key):
            yield Amount("source.unknown_word", 1.0, *where)
        elif len(token.key) == 1:
            yield Amount("source.single_character", 1.0, *where)
        if len(token.key) == _SAYING and _is_idiom(token.key):
            yield Amount("source.idiom", 1.0, *where)
        if len(known.glosses) > _PLAIN:
            yield Amount("source.ambiguous_word", math.log(len(known.glosses) / _PLAIN), *where)
    for name, sign in (("source.dash", _DASH), ("source.quotation", _QUOTED), ("source.enumeration", _LISTED)):
        for match in sign.finditer(pair.source_text):
            yield Amount(name, 1.0, Side.SOURCE, Span(*match.span()), match.group())


def evidence_amounts(pair: PairEvidence) -> Iterator[Amount]:
    """What of the pair is unaccounted for or wrong."""
    for name, side, words in (
        ("source.unaccounted", Side.SOURCE, pair.unaccounted_source),
        ("target.unaccounted", Side.TARGET, pair.unaccounted_target),
        ("source.unconfirmed", Side.SOURCE, pair.unconfirmed_source),
        ("target.unconfirmed", Side.TARGET, pair.unconfirmed_target),
        ("source.loose", Side.SOURCE, pair.loose_source),
        ("target.loose", Side.TARGET, pair.loose_target),
    ):
        for word in words:
            yield Amount(name, word.weight, side, word.span, word.quote)
    yield from _unknown(pair)
    for _, rendering in pair.forbidden:
        yield Amount("term.forbidden", 1.0, Side.TARGET, rendering, rendering.of(pair.target_text))
    for number in pair.numbers.missing:
        yield Amount("number.missing", 1.0, Side.SOURCE, number.span, number.quote)
    for number in pair.numbers.added:
        yield Amount("number.added", 1.0, Side.TARGET, number.span, number.quote)
    for person in missed_persons(pair):
        yield Amount("name.missing", 1.0, Side.SOURCE, person.span, person.quote)
    for state, cues in (("lost", pair.cues.lost), ("added", pair.cues.added)):
        for cue in cues:
            yield Amount(f"{_CUES[cue.kind]}.{state}", 1.0, cue.side, cue.span, cue.quote)
    yield from _surface(pair)


def consensus_amounts(target: str, others: Sequence[str]) -> Iterator[Amount]:
    """How little a translation agrees with others of the same source: 1 - chrF / 100 against the nearer half of them,
    the mean; what a bad translation says counts against itself, and not against the good ones."""
    if not target.strip() or not others:
        return
    from workbench.score.reference import sentence_score

    agreed = sorted((sentence_score("chrf", target, other) for other in others), reverse=True)
    nearer = agreed[: (len(agreed) + 1) // 2]
    yield Amount("others.disagreement", 1.0 - sum(nearer) / (100 * len(nearer)), Side.TARGET)


def _unknown(pair: PairEvidence) -> Iterator[Amount]:
    """Words that no dictionary has: the translator had to make a rendering, of the word's parts or of its sounds, or
    made none."""
    unknown = {token.span: token.text for token in pair.source_tokens if not is_known(token.key)}
    for link in pair.links:
        if link.kind in _MADE_UP and link.source in unknown:
            yield Amount(_MADE_UP[link.kind], 1.0, Side.SOURCE, link.source, unknown[link.source])
    for name, words in (
        ("source.unknown_lost", pair.unaccounted_source),
        ("source.unknown_doubtful", pair.unconfirmed_source),
    ):
        for word in words:
            if word.span in unknown:
                yield Amount(name, 1.0, Side.SOURCE, word.span, word.quote)


def _surface(pair: PairEvidence) -> Iterator[Amount]:
    for fault in pair.marks:
        name = ("bracket" if fault.kind is MarkKind.BRACKET else "quote") + (
            ".unclosed" if fault.unclosed else ".missing"
        )
        if fault.side is Side.TARGET or not fault.unclosed:
            yield Amount(name, 1.0, fault.side, fault.span, fault.quote)
    for span in pair.chinese_left:
        yield Amount("target.chinese_left", math.sqrt(len(span)), Side.TARGET, span, span.of(pair.target_text))
    for repetition in pair.repetitions:
        words = repetition.quote.count(" ") + 1
        yield Amount("target.repetition", math.sqrt(words), Side.TARGET, repetition.span, repetition.quote)
    off = pair.length_log_ratio
    slack = _LENGTH_SLACK + _SHORT_SLACK / max(1, len(pair.source_tokens))
    if off < -slack:
        yield Amount("target.too_short", -off - slack, Side.TARGET)
    elif off > slack:
        yield Amount("target.too_long", off - slack, Side.TARGET)
