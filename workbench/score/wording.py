"""The reasons of the score in words, for people; the dotted names are for programs."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.score import Part, ScoreReason

_BASE = frozenset(("source.length", "source.single_character", "source.loose", "target.loose"))
"""What nearly every sentence has, good ones too: part of the sum, and no reason for worry."""

REASONS = {
    "source.length": "its words",
    "source.long": "a long sentence",
    "source.rare_word": "rare words",
    "source.unknown_word": "names and words no dictionary has",
    "source.single_character": "words of one character",
    "source.ambiguous_word": "words of many senses",
    "source.idiom": "idioms",
    "source.dash": "dashes",
    "source.quotation": "quotation marks",
    "source.enumeration": "an enumeration",
    "source.unaccounted": "Chinese without a counterpart",
    "target.unaccounted": "English without a source",
    "source.unconfirmed": "not rendered as in the dictionary",
    "target.unconfirmed": "no rendering of the dictionary",
    "source.loose": "loosely rendered",
    "target.loose": "loose rendering",
    "term.forbidden": "forbidden rendering",
    "number.missing": "number missing",
    "number.added": "number added",
    "name.missing": "name missing",
    "negation.lost": "negation lost",
    "negation.added": "negation added",
    "question.lost": "question lost",
    "question.added": "question added",
    "bracket.unclosed": "bracket not closed",
    "bracket.missing": "brackets missing",
    "quote.unclosed": "quotation not closed",
    "quote.missing": "quotation marks missing",
    "target.chinese_left": "Chinese left in the English",
    "target.repetition": "said twice",
    "target.too_short": "unusually short",
    "target.too_long": "unusually long",
}
"""Reason -> what to call it before its words."""

_LEAST = {Part.DIFFICULTY: 0.25, Part.EVIDENCE: 1e-9}
"""Points from which a reason is told: below, a word of news is called rare (from 12.7 nats), or one of six senses
ambiguous."""


def reason_words(name: str) -> str:
    """A reason's dotted name in words."""
    return REASONS.get(name) or name.replace(".", " ").replace("_", " ")


def _is_told(reason: ScoreReason) -> bool:
    written_alike = reason.name == "source.unknown_word" and reason.quote.isascii()  # Python: whoever reads it knows it
    return reason.name not in _BASE and not written_alike


def telling(reasons: Iterable[ScoreReason]) -> list[ScoreReason]:
    """The reasons that are told to people, in the order in which all views tell them: what the pair says before what
    makes the source hard, the weightiest first."""
    told = (reason for reason in reasons if reason.weight >= _LEAST[reason.part] and _is_told(reason))
    return sorted(told, key=lambda reason: (reason.part is Part.DIFFICULTY, -reason.weight))
