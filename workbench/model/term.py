"""Terms: a concept's Chinese names, the English that is right for it, and the English that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


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

    @property
    def approved(self) -> tuple[str, ...]:
        return (self.en, *self.variants)


@dataclass(frozen=True, slots=True)
class Termbase:
    """Terms in the order of their file."""

    terms: tuple[Term, ...] = field(default_factory=tuple)
    name: str = ""
