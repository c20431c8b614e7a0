"""What the writers of XML share: text that XML can hold, and marks inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from workbench.formats.written import CONTROLS_SHOWN, SURROGATES_REPLACED, LossBook, encodable
from workbench.model.span import Span
from workbench.text.safe import visible

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 has no way to write, not even as a reference (section 2.2)."""
_REFERENCES = {
    chr(code): f"&#{code};"
    for code in (0x0D, *range(0x7F, 0xA0), 0x2028, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
"""Line ends that a parser would change, and what acts on a terminal or turns the text around it."""

OVERLAPPING = "a mark that overlaps another without holding it is told in a note alone"


@dataclass(frozen=True, slots=True)
class InlineMark:
    """An element around some words."""

    span: Span
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def text_of(text: str, number: int, book: LossBook) -> str:
    """Character data: what XML cannot hold becomes visible signs, which `book` is told."""
    whole = encodable(text)
    if whole != text:
        book.add(SURROGATES_REPLACED, number)
    shown = _UNWRITABLE.sub(lambda found: visible(found.group()), whole)
    if shown != whole:
        book.add(CONTROLS_SHOWN, number)
    return escape(shown, _REFERENCES)


def attribute(value: str) -> str:
    """An attribute's value with its quotation marks; line breaks survive as references."""
    shown = _UNWRITABLE.sub(lambda found: visible(found.group()), encodable(value))
    return quoteattr(shown, {"\n": "&#10;", "\t": "&#9;", **_REFERENCES})


def opening(name: str, attributes: Mapping[str, str] | None = None, *, empty: bool = False) -> str:
    """`<name a="b">`, or `<name a="b"/>`."""
    told = "".join(f" {key}={attribute(value)}" for key, value in (attributes or {}).items())
    return f"<{name}{told}{'/' if empty else ''}>"


def element(name: str, content: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element around content that is XML already."""
    return f"{opening(name, attributes)}{content}</{name}>"


def marked(text: str, marks: Iterable[InlineMark], number: int, book: LossBook) -> str:
    """`text` with elements around the marked words. Of two that overlap, the one that begins first is written."""
    inside = [mark for mark in marks if len(mark.span) and mark.span.end <= len(text)]
    tree = _nested(sorted(inside, key=lambda mark: (mark.span.start, -len(mark.span))), number, book)
    return _written(text, 0, len(text), tree, number, book)


@dataclass(slots=True)
class _Node:
    mark: InlineMark
    inner: list[_Node] = field(default_factory=list)


def _nested(marks: Sequence[InlineMark], number: int, book: LossBook) -> list[_Node]:
    top: list[_Node] = []
    around: list[_Node] = []
    for mark in marks:
        while around and around[-1].mark.span.end <= mark.span.start:
            around.pop()
        if around and mark.span.end > around[-1].mark.span.end:
            book.add(OVERLAPPING, number)
            continue
        node = _Node(mark)
        (around[-1].inner if around else top).append(node)
        around.append(node)
    return top


def _written(text: str, start: int, end: int, nodes: Sequence[_Node], number: int, book: LossBook) -> str:
    parts = []
    for node in nodes:
        span = node.mark.span
        parts.append(text_of(text[start : span.start], number, book))
        content = _written(text, span.start, span.end, node.inner, number, book)
        parts.append(element(node.mark.name, content, node.mark.attributes))
        start = span.end
    return "".join([*parts, text_of(text[start:end], number, book)])
