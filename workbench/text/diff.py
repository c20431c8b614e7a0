"""What was changed between two versions of a text, in words, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.span import Side, Span
from workbench.text.tokens import TokenKind, tokens

_LARGEST = 25_000_000
"""Words of one text times words of the other that are compared; beyond it the middle counts as one replacement."""


class EditKind(StrEnum):
    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Edit:
    """One piece of a difference: code points of the old text, and what stands for them in the new one."""

    kind: EditKind
    old: Span
    new: Span


def word_diff(old: str, new: str, side: Side = Side.TARGET) -> tuple[Edit, ...]:
    """The edits that lead from `old` to `new`, in order; their spans cover both texts without gap or overlap.

    Equal pieces are the longest common subsequence of tokens. A lone space between two changes is counted with them,
    so that several replaced words read as one replacement.
    """
    old_tokens, new_tokens = tokens(old, side), tokens(new, side)
    old_words, new_words = [token.text for token in old_tokens], [token.text for token in new_tokens]
    old_places = [token.start for token in old_tokens] + [len(old)]
    new_places = [token.start for token in new_tokens] + [len(new)]
    edits: list[Edit] = []
    for old_from, old_to, new_from, new_to in _common(old_words, new_words):
        old_span = Span(old_places[old_from], old_places[old_to])
        new_span = Span(new_places[new_from], new_places[new_to])
        before = edits[-1] if edits else Edit(EditKind.EQUAL, Span(0, 0), Span(0, 0))
        _add_change(edits, Span(before.old.end, old_span.start), Span(before.new.end, new_span.start))
        if _is_lone_space(old_span.of(old)) and edits and old_span.end < len(old) and new_span.end < len(new):
            _add_change(edits, old_span, new_span)
        elif old_span.end > old_span.start:
            edits.append(Edit(EditKind.EQUAL, old_span, new_span))
    return tuple(edits)


def edit_rate(old: str, new: str, side: Side = Side.TARGET) -> float:
    """Edit effort: words and marks inserted, deleted or replaced, by those of `new` (of one word if it is empty).

    Like HTER without shifts: 0 for no change, above 1 where more was removed than stands now. Spaces do not count.
    """
    from rapidfuzz.distance import Levenshtein

    old_words, new_words = _words(old, side), _words(new, side)
    return Levenshtein.distance(old_words, new_words) / max(1, len(new_words))


def _words(text: str, side: Side) -> list[str]:
    return [token.text for token in tokens(text, side) if token.kind is not TokenKind.SPACE]


def _common(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Equal runs as (old start, old end, new start, new end), in order, and at last an empty one at both ends."""
    from rapidfuzz.distance import Indel

    head = _common_head(old, new)
    tail = min(_common_head(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    if head:
        yield 0, head, 0, head
    old_end, new_end = len(old) - tail, len(new) - tail
    if (old_end - head) * (new_end - head) <= _LARGEST:
        for code in Indel.opcodes(old[head:old_end], new[head:new_end]):
            if code.tag == "equal":
                yield code.src_start + head, code.src_end + head, code.dest_start + head, code.dest_end + head
    if tail:
        yield old_end, len(old), new_end, len(new)
    yield len(old), len(old), len(new), len(new)


def _common_head(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(old), len(new)))


def _add_change(edits: list[Edit], old: Span, new: Span) -> None:
    """Add a piece that is not equal, joined to one before it; nothing if both spans are empty."""
    if edits and edits[-1].kind is not EditKind.EQUAL:
        before = edits.pop()
        old, new = Span(before.old.start, old.end), Span(before.new.start, new.end)
    if old.end > old.start and new.end > new.start:
        edits.append(Edit(EditKind.REPLACE, old, new))
    elif old.end > old.start:
        edits.append(Edit(EditKind.DELETE, old, new))
    elif new.end > new.start:
        edits.append(Edit(EditKind.INSERT, old, new))


def _is_lone_space(text: str) -> bool:
    return len(text) == 1 and text.isspace()
