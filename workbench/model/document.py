"""A text as it came in, and its sentences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.span import Side, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One frozen text. It is never edited: marks point into it and corrections stand beside it."""

    side: Side
    text: str
    """The decoded file without its byte-order mark and otherwise untouched (CRLF stays two code points)."""
    name: str = ""
    """The file's name, or a short title, for people."""
    encoding: str = "utf-8"
    """The encoding that the file was read in, as Python names it."""
    warnings: tuple[str, ...] = ()
    """What had to be decided or replaced while reading, one sentence each."""

    @property
    def digest(self) -> str:
        """SHA-256 of the text, as hexadecimal; lone surrogates are hashed as they stand."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class SentenceKind(StrEnum):
    PROSE = "prose"
    HEADING = "heading"
    """A line of its own without a final stop."""
    ITEM = "item"
    """A list item: it begins with a bullet or a number."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A half-open span of a document that is shown and paired as one sentence; no space at either end."""

    start: int
    end: int
    text: str
    """The slice of the document from `start` to `end`."""
    line: int = 0
    """Number of the line of the file it begins on, from 0."""
    paragraph: int = 0
    """Number of the paragraph (a line, or lines without a blank one between in hard-wrapped files), from 0."""
    kind: SentenceKind = SentenceKind.PROSE

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SentencedDocument:
    """A document with its sentences, in order and without overlap; only white space lies outside them."""

    document: Document
    sentences: tuple[Sentence, ...] = field(default_factory=tuple)
