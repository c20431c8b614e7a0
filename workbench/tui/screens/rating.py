"""Giving a segment a score from 0 to 100: digits or arrows, with what the scale means in sight."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from workbench.score.ratings import ANCHORS
from workbench.tui.action import Mode
from workbench.tui.actions import first_key, hint
from workbench.tui.glyphs import G
from workbench.tui.screens.sheet import Sheet
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run

TAKE_BACK = -1.0
"""The answer that takes a score back."""
_MIDDLE = 50
"""Where the first arrow goes from no score at all: nothing is proposed."""
_TOP = 100


class RatingSheet(Sheet[float | None]):
    """Enter gives the score; one that does not go with the marks is asked about once."""

    mode = Mode.RATING

    def __init__(
        self,
        question: str,
        value: float | None,
        *,
        progress: str = "",
        above: tuple[Run, ...] = (),
        doubt: Callable[[float], str] = lambda _value: "",
    ) -> None:
        """`above` is said over the scale; `doubt` says why a score does not go with the marks."""
        super().__init__()
        self._question = question
        self._given = value
        self._value = None if value is None else round(value)
        self._is_typing = False
        self._progress = progress
        self._above = above
        self._doubt = doubt
        self._doubted: int | None = None

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="scale")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set([(self._question, "heading")], [(self._progress, "quiet")])
        self.query_one("#scale", Lines).styles.height = len(ANCHORS) + 1 + bool(self._above)
        self._show()

    def rows_over(self, height: int) -> int:
        return len(ANCHORS) + 4 + bool(self._above)

    def on_resize(self) -> None:
        if self.is_mounted and self.query("#scale"):
            self._show()

    # ---- showing

    def _show(self) -> None:
        width = max(30, self.app.size.width - 4)
        lines: list[list[Run]] = [list(self._above)] if self._above else []
        near = _nearest(self._value)
        for mark, meaning in ANCHORS:
            is_near = mark == near
            lines.append(
                [
                    (G.focus if is_near else " ", "accent"),
                    (f"{mark:>4} ", "key"),
                    (f" {meaning}", "strong" if is_near else "quiet"),
                ]
            )
        lines.append(_scale(self._value, width))
        self.query_one("#scale", Lines).set_lines(lines)
        keys = hint("rating.more", "rating.ten_more", "rating.anchor_up", "rating.give_it", "rating.leave")
        self.say(f"digits  {keys}")

    def say(self, message: str, *, bad: bool = False) -> None:
        self.query_one("#foot", Bar).set([(message, "bad strong" if bad else "key")], [])

    # ---- keys

    def unknown(self, key: str) -> bool:
        if len(key) == 1 and key.isascii() and key.isdigit():
            self._type(int(key))
            return True
        return False

    def _type(self, digit: int) -> None:
        """A first digit begins anew, as does one that would go over the top; none goes behind the top itself."""
        if self._is_typing and self._value == _TOP:
            self.say(f"{_TOP} is the top: {first_key('rating.rub_out')} takes a digit back", bad=True)
            return
        longer = (self._value or 0) * 10 + digit
        self._set(longer if self._is_typing and self._value is not None and longer <= _TOP else digit)
        self._is_typing = True

    def _set(self, value: int | None) -> None:
        self._value, self._doubted = value, None
        self._is_typing = False
        self._show()

    def do_step(self, by: str) -> None:
        here = _MIDDLE if self._value is None else self._value + int(by)
        self._set(max(0, min(_TOP, here)))

    def do_anchor(self, by: str) -> None:
        here = _MIDDLE if self._value is None else self._value
        marks = [mark for mark, _ in ANCHORS]
        further = [mark for mark in marks if (mark - here) * int(by) > 0]
        if further:
            self._set(further[0] if int(by) > 0 else further[-1])

    def do_ends(self, which: str) -> None:
        self._set(0 if which == "first" else _TOP)

    def do_rub_out(self) -> None:
        shorter = None if self._value is None or self._value < 10 else self._value // 10
        self._set(shorter)
        self._is_typing = shorter is not None

    def do_take_back(self) -> None:
        if self._given is None:
            self.say("there is no score to take back", bad=True)
        else:
            self.dismiss(TAKE_BACK)

    def do_give(self) -> None:
        if self._value is None:
            self.say("type a score first, 0 to 100", bad=True)
            return
        doubt = self._doubt(self._value) if self._doubted != self._value else ""
        if doubt:
            self._doubted = self._value
            again, back = first_key("rating.give_it"), first_key("rating.leave")
            self.say(f"{doubt}: {again} gives it all the same, {back} goes back", bad=True)
            return
        self.dismiss(float(self._value))


def _nearest(value: int | None) -> int | None:
    """The anchor that a score stands nearest to."""
    return None if value is None else min((mark for mark, _ in ANCHORS), key=lambda mark: abs(mark - value))


def _scale(value: int | None, width: int) -> list[Run]:
    """The score, and its place between the anchors."""
    room = min(width - 10, 3 * 33 + 1)
    cells = [G.line] * room
    for mark, _ in ANCHORS:
        cells[round(mark / _TOP * (room - 1))] = "|"
    told: list[Run] = [("  -- " if value is None else f"{value:>4} ", "heading"), (" ", "")]
    if value is None:
        return [*told, ("".join(cells), "quiet")]
    at = round(value / _TOP * (room - 1))
    return [*told, ("".join(cells[:at]), "quiet"), (G.bar[-1], "accent strong"), ("".join(cells[at + 1 :]), "quiet")]
