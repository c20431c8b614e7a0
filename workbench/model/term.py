"""Terms: a concept's Chinese names, the English that is right for it, and the English that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

TermKey = tuple[str, str, str]
"""(Chinese, sense, domain) of a term."""


OWN = "your own terms"
"""What terms are called that came into a project from the user's own file."""


@dataclass(frozen=True, slots=True)
class Term:
    """One sense of one Chinese term. Several terms with one `zh` are several senses."""

    zh: str
    en: str
    """The preferred rendering."""
    variants: tuple[str, ...] = ()
    """Further renderings that are also right."""
    forbidden: tuple[str, ...] = ()
    """Renderings that are wrong; see `source_only`."""
    source_only: tuple[str, ...] = ()
    """Those of the forbidden that are ordinary English, and count only where the Chinese term stands in the pair."""
    pos: str = ""
    note: str = ""
    domain: str = ""
    sense: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns of the file that this program does not know, kept as they were: (name, value)."""
    zh_variants: tuple[str, ...] = ()
    """Further Chinese names of the same concept; simplified and traditional need not both be given."""
    context: tuple[str, ...] = ()
    """Words beside which the term has this sense."""
    reasons: tuple[tuple[str, str], ...] = ()
    """(forbidden rendering, why it is wrong), where a reason was given."""
    source: str = ""
    """Where the term comes from: a glossary, a client, a page."""
    status: str = ""
    """Such as `approved` or `proposed`; free text."""

    def __hash__(self) -> int:
        """By what tells terms apart: thousands of them are keys in every sentence."""
        return hash((self.zh, self.en, self.sense, self.domain))

    @property
    def approved(self) -> tuple[str, ...]:
        return (self.en, *self.variants)

    @property
    def names(self) -> tuple[str, ...]:
        """All Chinese names, the first one first."""
        return (self.zh, *self.zh_variants)

    @property
    def key(self) -> TermKey:
        """What tells senses of one Chinese term apart: terms with one key are versions of the same entry."""
        return self.zh, self.sense, self.domain

    def reason_of(self, rendering: str) -> str:
        """Why a rendering is forbidden; empty where nobody said."""
        return next((why for text, why in self.reasons if text.casefold() == rendering.casefold()), "")


@dataclass(frozen=True, slots=True)
class FixedSense:
    """A reviewer's word on which sense of a Chinese term holds in a segment."""

    zh: str
    at: int | None
    """Where the term begins in the segment's source; None for all its places."""
    key: TermKey


@dataclass(frozen=True, slots=True)
class Termbase:
    """Terms in the order of their file."""

    terms: tuple[Term, ...] = field(default_factory=tuple)
    name: str = ""

    def __hash__(self) -> int:
        """Without going over the terms: what is built for a termbase is kept by it, and asked for at every word."""
        return hash((self.name, len(self.terms)))
