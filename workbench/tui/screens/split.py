"""Where a segment is cut: sentence by sentence, on each side by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from workbench.model.span import Side
from workbench.tui.action import Mode
from workbench.tui.actions import hint
from workbench.tui.screens.sheet import Sheet
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run

if TYPE_CHECKING:
    from workbench.session.session import Session

Cut = tuple[int, int, int | None]
"""Sentences of the first part, source and target, and the cut in a corrected text."""


class SplitScreen(Sheet[Cut | None]):
    """Up and down move the cut in the Chinese, left and right in the English."""

    mode = Mode.SPLIT

    def __init__(
        self,
        session: Session,
        bead_id: str,
        proposal: Cut,
        *,
        names: tuple[str, str] = ("first part", "second part"),
        fixed: bool = False,
    ) -> None:
        """`fixed`: only the cut in the correction can be moved."""
        super().__init__()
        self._names = names
        self._fixed = fixed
        self._session = session
        self._bead = bead_id
        self._source, self._target, self._cut = proposal

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="parts", wrap=True)

    def on_mount(self) -> None:
        sentences = () if self._fixed else ("split.down", "split.right")
        correction = () if self._cut is None else ("split.later",)
        self.query_one("#head", Bar).set(
            [("cut your correction here?" if self._fixed else "split here?", "heading")],
            [(hint(*sentences, *correction, "split.take", "split.leave"), "key")],
        )
        self.query_one("#parts", Lines).styles.height = max(6, self.app.size.height // 2 - 2)
        self._show()

    def rows_over(self, height: int) -> int:
        return max(6, height // 2 - 2) + 2

    def _show(self) -> None:
        bead = self._session.bead(self._bead)
        source = [s.text for s in bead.source]
        target = [s.text for s in bead.target]
        final = self._session.final(self._bead)
        lines: list[list[Run]] = []
        for n, part in enumerate(self._names):
            chosen = slice(0, self._source) if n == 0 else slice(self._source, None)
            lines.append([(part, "heading")])
            lines.append([("".join(source[chosen]) or "(no Chinese)", "")])
            if self._cut is not None:
                english = final[: self._cut] if n == 0 else final[self._cut :]
            elif self._session.segment(self._bead).corrected is not None:
                english = final if (n == 0) == (self._target > 0 or not target) else ""
            else:
                english = " ".join(target[slice(0, self._target) if n == 0 else slice(self._target, None)])
            lines.append([(english.strip() or "(no English)", "accent")])
        self.query_one("#parts", Lines).set_lines(lines)

    def do_cut(self, how: str) -> None:
        bead = self._session.bead(self._bead)
        by = 1 if how.endswith("+") else -1
        if how.startswith("c"):
            self._move_cut(by)
            return
        if self._fixed:
            return
        source, target = self._source, self._target
        if how.startswith("s"):
            source = max(0, min(len(bead.source), source + by))
        else:
            target = max(0, min(len(bead.target), target + by))
        total = len(bead.source) + len(bead.target)
        if 0 < source + target < total:
            self._source, self._target = source, target
            self._cut = self._session.propose_cut(self._bead, source, target)
        self._show()

    def _move_cut(self, by: int) -> None:
        """The cut in the correction by a word; both parts keep something."""
        if self._cut is None:
            return
        final = self._session.final(self._bead)
        places = [span.start for span in self._session.word_spans(self._bead, Side.TARGET)]
        later = [place for place in places if (place - self._cut) * by > 0 and final[:place].strip()]
        if later:
            self._cut = min(later, key=lambda place: abs(place - (self._cut or 0)))
        self._show()

    def do_take(self) -> None:
        self.dismiss((self._source, self._target, self._cut))
