"""Drawing one row of a pair: gutter, Chinese, rule, English, and what follows the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.strip import Strip

from workbench.model.span import Side, Span
from workbench.text.cells import cell_width
from workbench.tui.action import Mode
from workbench.tui.glyphs import G
from workbench.tui.layout import Columns, PairRows
from workbench.tui.look import PairLook, SideLook
from workbench.tui.widgets.painted import Layer, Painted, Run, head, layered

if TYPE_CHECKING:
    from workbench.tui.state import ReviewState


@dataclass(frozen=True, slots=True)
class Overlay:
    """What lies over a pair for as long as the cursor, a selection or a search is there."""

    focus: bool = False
    source: tuple[Layer, ...] = ()
    target: tuple[Layer, ...] = ()
    caret: int | None = None
    """The place that is being chosen for missing words, in the English."""

    @classmethod
    def of(cls, state: ReviewState, bead_id: str) -> Overlay:
        hits = state.hits.get(bead_id, ())
        if bead_id != state.bead:
            return _AWAY if not hits else cls(source=_hits(hits, Side.SOURCE), target=_hits(hits, Side.TARGET))
        layers: dict[Side, list[Layer]] = {side: list(_hits(hits, side)) for side in Side}
        here, other = layers[state.side], layers[state.side.other]
        other += [(span.start, span.end, "match") for span in state.counterparts]
        if state.linked is not None:
            side, span = state.linked
            layers[side].append((span.start, span.end, "linked"))
        if state.selection is not None:
            here.append((state.selection.start, state.selection.end, "select"))
        elif state.mode is Mode.NORMAL:
            here.append((state.span.start, state.span.end, "cursor"))
        caret = state.place_at if state.mode is Mode.PLACE else None
        return cls(True, tuple(layers[Side.SOURCE]), tuple(layers[Side.TARGET]), caret)

    def layers(self, side: Side) -> tuple[Layer, ...]:
        return self.source if side is Side.SOURCE else self.target


_AWAY = Overlay()


def _hits(hits: tuple[tuple[Side, Span], ...], side: Side) -> tuple[Layer, ...]:
    return tuple((span.start, span.end, "hit") for at, span in hits if at is side)


def paint_row(ink: Painted, look: PairLook, rows: PairRows, at: Columns, overlay: Overlay, row: int) -> Strip:
    """One row of a pair as a strip of the view's whole width."""
    base = "" if overlay.focus else "faint" if look.furniture else "neighbour"
    runs = _gutter(look, rows, at, overlay, row)
    if at.stacked:
        side = Side.TARGET if row >= rows.target_from else Side.SOURCE
        if side is Side.TARGET:
            runs += _rule(look, rows, row)
        runs += _column(look, rows, overlay, side, row, at.text_width(side), base)
    else:
        if at.source_width:
            runs += _column(look, rows, overlay, Side.SOURCE, row, at.source_width, base)
            runs.append((" ", ""))
        runs += _rule(look, rows, row)
        runs += _column(look, rows, overlay, Side.TARGET, row, at.target_width, base)
    return ink.strip(runs, at.width)


def _gutter(look: PairLook, rows: PairRows, at: Columns, overlay: Overlay, row: int) -> list[Run]:
    """focus, number, status, risk, flags: `▸ 20 ✓▇M2 `; on later rows the letters of source marks."""
    if row == 0:
        number = "number-focus" if overlay.focus else "number"
        return [
            (G.focus if overlay.focus else " ", "accent"),
            (f"{look.number:>{at.digits}} ", number),
            (look.status, "good" if look.status == G.done else "accent"),
            (G.bar[look.risk], "risk-high" if look.risk > 4 else "risk-middle" if look.risk > 2 else "risk-low"),
            (f"{look.flags:<2} ", f"{look.flags_kind} letter" if look.flags_kind != "finding" else "hint"),
            (_letter(look.source, rows.line_at(Side.SOURCE, row)) or " ", "letter accent"),
        ]
    runs: list[Run] = [(" " * (at.digits + 4), "")]
    runs.append((f"{look.more_flags if row == 1 else '':<2} ", "hint"))
    runs.append((_letter(look.source, rows.line_at(Side.SOURCE, row)) or " ", "letter accent"))
    return runs


def _letter(side: SideLook, line: tuple[int, int] | None) -> str:
    """The letter of the worst mark that begins on a line."""
    if line is None:
        return ""
    start, end = line
    here = [letter for offset, letter in side.letters if start <= offset < end or (offset == end == len(side.text))]
    return next((letter for letter in "CMmn^" if letter in here), "")


def _rule(look: PairLook, rows: PairRows, row: int) -> list[Run]:
    """The rule between the columns; where a mark begins, its letter stands there instead."""
    if row >= max(rows.height - look.gap, 1):
        return [("  ", "")]
    letter = _letter(look.target, rows.line_at(Side.TARGET, row))
    if letter:
        return [(letter, "letter accent"), (" ", "")]
    return [(G.edited, "edited") if look.edited else (G.rule, "rule"), (" ", "")]


def _column(look: PairLook, rows: PairRows, overlay: Overlay, side: Side, row: int, width: int, base: str) -> list[Run]:
    """One line of one side in `width` cells, and one cell for what follows the sentence."""
    here = look.side(side)
    line = rows.line_at(side, row)
    first = rows.target_from if side is Side.TARGET else 0
    if line is None:
        text = here.stand_in if row == first else ""
        return [(text, "stand-in"), (" " * (width + 1 - cell_width(text)), "")]
    start, end = line
    layers: list[Layer] = [(0, len(here.text), base)] if base else []
    layers += [(mark.start, mark.end, mark.kind) for mark in here.marks]
    layers += overlay.layers(side)
    if overlay.caret is not None and side is Side.TARGET:
        layers.append((overlay.caret, max(overlay.caret + 1, 1), "caret"))
    runs: list[Run] = [
        (G.gap if piece == " " and "gap" in names.split() else piece.replace("\n", ""), names)
        for piece, names in layered(here.text, start, end, layers)
    ]
    used = sum(cell_width(piece) for piece, _ in runs)
    if used > width:
        runs = _cropped(runs, width)
        used = sum(cell_width(piece) for piece, _ in runs)
    is_last = end == len(here.text)
    if is_last and overlay.caret == end and side is Side.TARGET:
        runs.append((" ", "caret"))
        used += 1
    elif is_last and here.tail:
        runs.append((here.tail, "missing" if here.tail_is_fault else "faint"))
        used += 1
    runs.append((" " * (width + 1 - used), ""))
    return runs


def _cropped(runs: list[Run], width: int) -> list[Run]:
    """The runs without what stands over the edge, as spaces at the end of a line may."""
    kept: list[Run] = []
    for piece, names in runs:
        piece = head(piece, width)
        kept.append((piece, names))
        width -= cell_width(piece)
    return kept
