"""All that is known of one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from workbench.session.values import WordInfo
from workbench.tui.action import Mode
from workbench.tui.screens.sheet import Sheet
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run

if TYPE_CHECKING:
    from workbench.session.session import Session


class WordSheet(Sheet[None]):
    """Any key closes it."""

    mode = Mode.LIST

    def __init__(self, session: Session, bead_id: str, info: WordInfo) -> None:
        super().__init__()
        self._session = session
        self._bead = bead_id
        self._info = info

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="about", wrap=True)

    def on_mount(self) -> None:
        info = self._info
        self.query_one("#head", Bar).set(
            [(info.word, "heading"), (f"  {info.pinyin}", "")], [("any key goes back", "quiet")]
        )
        lines = list(self._lines())
        about = self.query_one("#about", Lines)
        about.styles.height = max(2, min(len(lines) + 2, self.app.size.height // 2))
        about.set_lines(lines)

    def _lines(self) -> list[list[Run]]:
        info = self._info
        lines: list[list[Run]] = []
        for term in info.terms:
            line: list[Run] = [("term  ", "accent"), (f"{term.zh} = {', '.join(term.approved)}", "strong")]
            if term.forbidden:
                line.append((f"   not: {', '.join(term.forbidden)}", "bad"))
            if term.note:
                line.append((f"   {term.note}", "quiet"))
            lines.append(line)
        for pinyin, senses in info.senses:
            lines.append([(f"{pinyin}  ", "accent"), ("; ".join(senses), "")])
        other = self._session.text(self._bead, info.side.other)
        for span, confidence in info.counterparts:
            sure = "sure" if confidence > 0.7 else "likely" if confidence > 0.4 else "perhaps"
            lines.append([("counterpart  ", "accent"), (span.of(other), "match"), (f"  {sure}", "quiet")])
        return lines or [[("nothing is known of this word", "quiet")]]

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)
