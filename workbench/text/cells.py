"""Terminal cells: how wide text is drawn, and which character a cell belongs to.

All functions take the raw text and measure what `text.safe.visible` makes of it, since only that is ever drawn. The
widths are Rich's (grapheme-aware, ambiguous characters one cell), so that they agree with what Textual draws:
`cell_width(text) == rich.cells.cell_len(visible(text))`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

from workbench.text.safe import visible


class _Widths(dict[str, int]):
    """Cells of one character of visible text, asked of Rich when first met."""

    def __missing__(self, character: str) -> int:
        width = self[character] = get_character_cell_size(character)
        return width


_WIDTHS = _Widths()
_VARIATION_SELECTOR_16 = "\ufe0f"
_CLUSTERS = re.compile("\ufe0f|[\U0001f1e6-\U0001f1ff]{2}")
"""What makes clusters other than by a width of 0: the emoji selector, and the letter pairs of flags."""


def cell_width(text: str) -> int:
    """Cells that the text takes when drawn on one line (a newline takes none)."""
    if text.isascii() and text.isprintable():
        return len(text)
    shown = visible(text)
    width = sum(map(_WIDTHS.__getitem__, shown))
    if _VARIATION_SELECTOR_16 in shown:
        width += sum(amount for _, amount in _widened(shown))
    return width


def cell_offsets(text: str) -> list[int]:
    """The cell where each code point begins, and at last the whole width: `len(text) + 1` numbers that never fall.

    The first code point of a grapheme carries its whole width; those that continue it add nothing and begin where the
    grapheme ends.
    """
    if text.isascii() and text.isprintable():
        return list(range(len(text) + 1))
    shown = visible(text)
    if not _CLUSTERS.search(shown):
        return list(accumulate(map(_WIDTHS.__getitem__, shown), initial=0))
    widths = list(map(_WIDTHS.__getitem__, shown))
    for place, amount in _widened(shown):
        widths[place] += amount
    for match in _CLUSTERS.finditer(shown):
        if match.end() - match.start() == 2:
            widths[match.start()] += widths[match.start() + 1]
            widths[match.start() + 1] = 0
    return list(accumulate(widths, initial=0))


def code_point_at(text: str, cell: int) -> int:
    """Offset of the grapheme drawn in a cell (either half of a wide one); 0 before the text, its length behind it."""
    offsets = cell_offsets(text)
    return max(0, bisect_right(offsets, cell) - 1)


def grapheme_starts(text: str) -> tuple[int, ...]:
    """Where a cursor may stand: the offsets of the first code points of graphemes, in order, without the text's end.

    A line's first code point and a newline always begin one.
    """
    return tuple(continuations_left_out(text, cell_offsets(text)))


def continuations_left_out(text: str, offsets: list[int]) -> list[int]:
    """Offsets of the code points that begin a grapheme, given `cell_offsets(text)`."""
    return [
        i for i in range(len(text)) if offsets[i + 1] > offsets[i] or i == 0 or text[i] == "\n" or text[i - 1] == "\n"
    ]


def _widened(shown: str) -> list[tuple[int, int]]:
    """Places of narrow characters that an emoji selector makes wide, with the cells to add: (offset, 1)."""
    places: list[tuple[int, int]] = []
    base = -1  # the last character that has a width, until a selector has used it, as Rich counts
    for place, character in enumerate(shown):
        if character == _VARIATION_SELECTOR_16:
            if base >= 0 and _is_widened(shown[base]):
                places.append((base, 1))
            base = -1
        elif _WIDTHS[character]:
            base = place
    return places


@cache
def _is_widened(character: str) -> bool:
    """Whether the emoji selector after a character makes it two cells wide."""
    return cell_len(character + _VARIATION_SELECTOR_16) > _WIDTHS[character]
