"""Which kind of error: recent ones first, a letter each, the definition in sight; severity can still be changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from workbench.model.finding import Severity
from workbench.model.typology import BY_LETTER, BY_NAME, CATEGORIES, DEFAULT, Category
from workbench.tui.action import Mode
from workbench.tui.screens.sheet import Prompt, Sheet
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run, padded
from workbench.tui.widgets.row_list import RowList

Chosen = tuple[Severity, str, str]
"""Severity, category, note."""
_LEVELS = (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)


class CategoryPicker(Sheet[Chosen | None]):
    """Enter takes the line under the cursor: at first the likely one, or the last one used."""

    mode = Mode.PICKER

    def __init__(self, severity: Severity, recent: Sequence[str] = (), wanted: str | None = None) -> None:
        super().__init__()
        self._severity = severity if severity in _LEVELS else Severity.MINOR
        self._note = ""
        first = [BY_NAME[name] for name in recent if name in BY_NAME][:4] or [BY_NAME[DEFAULT]]
        if wanted in BY_NAME:
            first = [BY_NAME[wanted], *(c for c in first if c.name != wanted)]
        self._categories: list[Category] = [*first, *(c for c in CATEGORIES if c not in first)]
        self._recent = len(first)

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        rows = RowList(len(self._categories), lambda i, width: [self._row(i, width)])
        rows.styles.height = 7
        yield rows
        yield Lines(id="about", wrap=True)

    def on_mount(self) -> None:
        about = self.query_one("#about", Lines)
        about.styles.height = 2
        self.query_one(RowList).styles.height = max(5, min(len(self._categories), self.app.size.height // 2 - 4))
        self._show_head()
        self.query_one(RowList).go_to(0)

    def rows_over(self, height: int) -> int:
        return max(5, min(len(self._categories), height // 2 - 4)) + 4

    def _row(self, index: int, width: int) -> list[Run]:
        category = self._categories[index]
        name = padded(category.name, min(40, width - 3))
        return [
            (f"{category.letter}  ", "key"),
            (name, "strong" if index < self._recent else ""),
            (category.definition if width > 70 else "", "quiet"),
        ]

    def _show_head(self) -> None:
        runs: list[Run] = []
        for n, level in enumerate(_LEVELS, 1):
            runs.append((f"{n} {level}", f"{level} strong" if level is self._severity else "quiet"))
            runs.append(("   ", ""))
        if self._note:
            runs.append((f"note: {self._note}", ""))
        self.query_one("#head", Bar).set(runs, [("letter or Enter takes, Tab note, Esc leaves", "quiet")])

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        category = self._categories[event.index]
        if event.taken:
            self._take(category)
            return
        example = [(f"such as: {category.example}", "quiet")] if category.example else []
        self.query_one("#about", Lines).set_lines([[(category.definition, "")], example])

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_severity(self, severity: str) -> None:
        self._severity = Severity(severity)
        self._show_head()

    def do_weigh(self, by: str) -> None:
        at = _LEVELS.index(self._severity) + int(by)
        self._severity = _LEVELS[max(0, min(at, len(_LEVELS) - 1))]
        self._show_head()

    def do_note(self) -> None:
        def noted(text: str | None) -> None:
            if text is not None:
                self._note = text
                self._show_head()

        self.app.push_screen(Prompt("note with this flag", self._note), noted)

    def do_take(self) -> None:
        self._take(self._categories[self.query_one(RowList).index])

    def _take(self, category: Category) -> None:
        self.dismiss((self._severity, category.name, self._note))

    def unknown(self, key: str) -> bool:
        if key in BY_LETTER:
            self._take(BY_LETTER[key])
            return True
        return False
