"""The values of this room. Spans count code points of the segment's own text on their side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workbench.model.span import Side, Span

if TYPE_CHECKING:
    from workbench.text.numerals import Number


_MOSTLY = 0.7
"""Coverage from which what is missing of a word counts for nothing."""


class LinkKind(StrEnum):
    """Why two words are held to be counterparts, the strongest kinds first."""

    TERM = "term"
    """The termbase says so."""
    NUMBER = "number"
    """The same value."""
    IDENTITY = "identity"
    """The same Latin letters."""
    LEXICON = "lexicon"
    """A gloss of the word in the dictionary."""
    NAME = "name"
    """The name's romanisation."""
    SUBWORD = "subword"
    """A gloss of a part of the word."""
    SYNONYM = "synonym"
    """A word that shares its Chinese entries with a gloss."""
    SOFT = "soft"
    """A word that sentence encoders hold to be near a gloss: it may render the word, or be near it and wrong."""
    POSITION = "position"
    """Nothing but its place between two sure links."""


class Counterpart(NamedTuple):
    """One source word and one target word that account for each other."""

    source: Span
    target: Span
    confidence: float
    """Estimated chance that the link is right, 0 to 1."""
    kind: LinkKind


class EvidenceToken(NamedTuple):
    """One word of a side, with its stake in the evidence."""

    span: Span
    text: str
    key: str
    """What it is looked up by: the simplified word, or the English stem."""
    weight: float
    """Rarity in nats; 0 for what carries no content (punctuation, function words)."""
    coverage: float = 0.0
    """How much of it the other side accounts for, 0 to 1."""

    @property
    def is_content(self) -> bool:
        return self.weight > 0.0


class Unaccounted(NamedTuple):
    """A content word that nothing on the other side accounts for, or not wholly."""

    span: Span
    quote: str
    weight: float
    """Rarity in nats times the share that is unaccounted for."""


@dataclass(frozen=True, slots=True)
class NumberEvidence:
    """Numbers by value, each in at most one place."""

    matched: tuple[tuple[Number, Number], ...] = ()
    """(source, target)."""
    missing: tuple[Number, ...] = ()
    """Of the source, with no equal in the target."""
    added: tuple[Number, ...] = ()
    """Of the target, with no equal in the source."""
    source: tuple[Number, ...] = ()
    """All of the source, weak ones too."""
    target: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the source and where the target renders it."""

    span: Span
    quote: str
    romanised: str
    """Pinyin without tones, syllables together: `wangxiaoming`."""
    target: Span | None = None
    confidence: float = 0.0
    """Of the rendering; 0 when none is found."""


class CueKind(StrEnum):
    NEGATION = "negation"
    NEAR_NEGATION = "near_negation"
    """几乎, 很少; hardly, seldom."""
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or mark that turns what is said."""

    side: Side
    kind: CueKind
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class CueEvidence:
    """Cues of both sides; `lost` and `added` hold only those that are told with fair certainty."""

    source: tuple[Cue, ...] = ()
    target: tuple[Cue, ...] = ()
    lost: tuple[Cue, ...] = ()
    """Of the source, with nothing in the target that could carry it."""
    said: tuple[Cue, ...] = ()
    """Of `lost`, the negations of something that the target says plainly."""
    added: tuple[Cue, ...] = ()
    """Of the target, with nothing in the source that could have caused it."""


class MarkKind(StrEnum):
    BRACKET = "bracket"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A bracket or quotation mark without its fellow, or a pair that the other side does not have."""

    side: Side
    kind: MarkKind
    span: Span
    quote: str
    unclosed: bool
    """True: it stands alone on its own side. False: the other side has no such pair."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """Words of the target said twice where the source does not."""

    span: Span
    """The second time."""
    first: Span
    quote: str


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """Everything that checks and scores know of one pair."""

    source_text: str
    target_text: str
    source_tokens: tuple[EvidenceToken, ...] = ()
    """Words and numbers in order, function words among them (weight 0), without punctuation."""
    target_tokens: tuple[EvidenceToken, ...] = ()
    links: tuple[Counterpart, ...] = ()
    """In source order; a word may have several."""
    unaccounted_source: tuple[Unaccounted, ...] = ()
    unaccounted_target: tuple[Unaccounted, ...] = ()
    unconfirmed_source: tuple[Unaccounted, ...] = ()
    """Words that stand where the other side has one of `unconfirmed_target`: each may render the other, and no
    dictionary says so."""
    unconfirmed_target: tuple[Unaccounted, ...] = ()
    loose_source: tuple[Unaccounted, ...] = ()
    """Words that are accounted for in part, and unlinked ones so common that translators leave them out."""
    loose_target: tuple[Unaccounted, ...] = ()
    numbers: NumberEvidence = NumberEvidence()
    terms: tuple[Span, ...] = ()
    """Terms of the termbase in the source."""
    forbidden: tuple[tuple[Span, Span], ...] = ()
    """(source, target) of each term that is rendered by words its termbase forbids."""
    names: tuple[Name, ...] = ()
    """Of the source, those found in the target first in text order with those that are not."""
    cues: CueEvidence = CueEvidence()
    marks: tuple[MarkFault, ...] = ()
    chinese_left: tuple[Span, ...] = ()
    """Chinese runs in the target."""
    repetitions: tuple[Repetition, ...] = ()
    length_log_ratio: float = 0.0
    """ln(target words / words expected for the source's length); 0 where a side is empty."""

    @property
    def missing_source(self) -> float:
        """Nats of the source that are accounted for to no more than 0.7 of a word, whatever else is known of it."""
        return _missing(self.source_tokens)

    @property
    def missing_target(self) -> float:
        return _missing(self.target_tokens)

    @property
    def source_coverage(self) -> float:
        """Share of the source's weight that the target accounts for, 0 to 1; 1 for no content."""
        return _coverage(self.source_tokens)

    @property
    def target_coverage(self) -> float:
        return _coverage(self.target_tokens)


def _missing(tokens: tuple[EvidenceToken, ...]) -> float:
    return sum(token.weight * (1.0 - token.coverage) for token in tokens if token.coverage <= _MOSTLY)


def _coverage(tokens: tuple[EvidenceToken, ...]) -> float:
    total = sum(token.weight for token in tokens)
    return sum(token.weight * token.coverage for token in tokens) / total if total else 1.0
