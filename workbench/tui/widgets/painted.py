"""The ground of every widget that draws text: one set of named styles, and the one gate that text passes on its way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.color import Color as RichColour
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Colour
from textual.strip import Strip
from textual.widget import Widget

from workbench.text.cells import cell_offsets, cell_width
from workbench.text.safe import visible

Run = tuple[str, str]
"""Text and the names of its styles, the stronger ones last, parted by spaces."""
Layer = tuple[int, int, str]
"""A stretch of a text (start, end) and the name of the style that lies on it."""

INKS = {
    "quiet": ("quiet", "", ""),
    "faint": ("faint", "", ""),
    "neighbour": ("neighbour", "", ""),
    "strong": ("", "", "bold"),
    "accent": ("accent", "", ""),
    "number": ("quiet", "", ""),
    "number-focus": ("accent", "", "bold"),
    "rule": ("faint", "", ""),
    "minor": ("minor", "", "underline not underline2 not bold"),
    "major": ("major", "", "underline2 not underline not bold"),
    "critical": ("critical", "", "underline2 bold not underline"),
    "neutral": ("neutral-mark", "", "underline not underline2 not bold"),
    "finding": ("claim", "", "underline not underline2 not bold"),
    "hint": ("claim", "", ""),
    "edited": ("edited-words", "", ""),
    "cursor": ("cursor-text", "cursor-ground", ""),
    "match": ("", "match-ground", ""),
    "select": ("", "select-ground", "bold"),
    "linked": ("", "select-ground", ""),
    "hit": ("", "hit-ground", ""),
    "missing": ("error", "", "bold"),
    "stand-in": ("quiet", "", "italic"),
    "risk-low": ("quiet", "", ""),
    "risk-middle": ("minor", "", ""),
    "risk-high": ("critical", "", ""),
    "good": ("success", "", ""),
    "bad": ("error", "", "bold"),
    "key": ("accent", "", ""),
    "old": ("error", "", "strike"),
    "new": ("edited-words", "", "bold"),
    "caret": ("cursor-text", "accent", ""),
    "gap": ("cursor-text", "major", "bold"),
    "picked": ("", "match-ground", ""),
    "heading": ("accent", "", "bold"),
    "letter": ("", "", "bold"),
}
"""The styles that runs and layers may name: the theme's variables for ink and ground, and the style of the letters.

They are no component classes of style sheets: each widget would have its own, resolved anew whenever it changes."""

_WITHOUT_COLOUR = {
    "cursor": Style(reverse=True, bold=True, dim=False),
    "match": Style(reverse=True, underline=True, dim=False),
    "select": Style(reverse=True, bold=True, dim=False),
    "linked": Style(reverse=True, dim=False),
    "hit": Style(bold=True, underline=True),
    "caret": Style(reverse=True, bold=True),
    "gap": Style(reverse=True, bold=True),
    "picked": Style(reverse=True),
    "minor": Style(underline=True, underline2=False, dim=False),
    "major": Style(underline2=True, underline=False, dim=False),
    "critical": Style(underline2=True, bold=True, underline=False, dim=False),
    "finding": Style(underline=True, dim=True, underline2=False),
    "missing": Style(bold=True),
    "neighbour": Style(dim=True),
    "quiet": Style(dim=True),
    "faint": Style(dim=True),
    "old": Style(strike=True),
    "new": Style(underline=True),
    "bad": Style(bold=True),
}
"""What keeps a style apart from the others where there are no colours."""


def layered(text: str, start: int, end: int, layers: Iterable[Layer]) -> list[Run]:
    """A slice of a text as runs, each with the names of all layers that lie on it, in the order of the layers."""
    here = [(max(a, start), min(b, end), name) for a, b, name in layers if a < end and b > start]
    cuts = sorted({start, end, *(edge for a, b, _ in here for edge in (a, b))})
    return [(text[a:b], " ".join(name for x, y, name in here if x <= a and b <= y)) for a, b in pairwise(cuts)]


def run_width(runs: Iterable[Run]) -> int:
    """Cells of some runs side by side."""
    return sum(cell_width(text) for text, _ in runs)


def head(text: str, width: int) -> str:
    """The beginning of a text, at most so many cells of it. Time grows with the width, not with the text."""
    text = text[: _ENOUGH * (width + 1)]
    return text[: max(0, bisect_right(cell_offsets(text), width) - 1)] if width > 0 else ""


def tail(text: str, width: int) -> str:
    """The end of a text, at most so many cells of it."""
    text = text[-_ENOUGH * (width + 1) :]
    offsets = cell_offsets(text)
    return text[bisect_left(offsets, offsets[-1] - width) :] if width > 0 else ""


_ENOUGH = 8
"""Code points for a cell that are looked at: combining marks take none."""


def cut(runs: Sequence[Run], width: int, *, sign: str = "\u2026") -> list[Run]:
    """The runs in at most `width` cells, with a sign where something was left out."""
    if sum(len(text) for text, _ in runs) <= width * _ENOUGH and run_width(runs) <= width:
        return list(runs)
    kept: list[Run] = []
    room = width - cell_width(sign)
    for text, names in runs:
        if len(text) <= room * _ENOUGH and cell_width(text) <= room:
            kept.append((text, names))
            room -= cell_width(text)
            continue
        kept.append((head(text, room), names))
        kept.append((sign, names))
        break
    return kept


class Painted(Widget):
    """A widget that draws lines of runs."""

    def on_mount(self) -> None:
        self._inks: dict[str, Style] = {}
        self.app.theme_changed_signal.subscribe(self, lambda _: self.repaint())

    def repaint(self) -> None:
        """Draws all again, as after a change of theme."""
        self._inks = {}
        self.refresh()

    def ink(self, names: str) -> Style:
        """The style of one or several names, laid over the widget's own."""
        style = self._inks.get(names)
        if style is None:
            style = self.rich_style
            for name in names.split():
                style += self._own(name)
                if self.app.no_color:
                    style += _WITHOUT_COLOUR.get(name, Style())
            self._inks[names] = style
        return style

    def _own(self, name: str) -> Style:
        ink, ground, letters = INKS[name]
        return Style(color=self._colour(ink), bgcolor=self._colour(ground)) + Style.parse(letters)

    def _colour(self, variable: str) -> RichColour | None:
        return Colour.parse(self.app.theme_variables[variable]).rich_color if variable else None

    def segments(self, runs: Iterable[Run], *, under: str = "") -> list[Segment]:
        """Runs as segments; `under` names styles that lie below all of them. Text is neutralised here."""
        made = []
        for text, names in runs:
            piece = visible(text).replace("\n", "")
            if piece:
                made.append(Segment(piece, self.ink(f"{under} {names}" if under else names)))
        return made

    def strip(self, runs: Iterable[Run], width: int, *, under: str = "") -> Strip:
        """One line, cut or filled to `width` cells."""
        return Strip(self.segments(runs, under=under)).adjust_cell_length(width, self.ink(under))


def shortened(text: str, width: int) -> str:
    """A text in at most so many cells, with an ellipsis where it was cut."""
    return "".join(piece for piece, _ in cut([(text, "")], width))


def padded(text: str, width: int) -> str:
    """A text in exactly so many cells."""
    short = shortened(text, width)
    return short + " " * (width - cell_width(short))
