"""Which kind of error: recent ones first, a letter each, the definition in sight; severity can still be changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from workbench.model.category_lists import ALL, CategoryList
from workbench.model.finding import Severity
from workbench.model.typology import BY_NAME, DEFAULT, Category
from workbench.tui.action import Mode
from workbench.tui.actions import first_key
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

    def __init__(
        self,
        severity: Severity,
        recent: Sequence[str] = (),
        wanted: str | None = None,
        lists: Sequence[CategoryList] = (ALL,),
    ) -> None:
        super().__init__()
        self._severity = severity if severity in _LEVELS else Severity.MINOR
        self._note = ""
        self._lists = lists
        self._list = 0
        self._by_name = {**BY_NAME, **{c.name: c for one in lists for c in one.categories}}
        names = dict.fromkeys((*filter(None, [wanted]), *[name for name in recent if name in self._by_name][:4]))
        self._first = [self._by_name[name] for name in names if name in self._by_name] or [self._by_name[DEFAULT]]
        self._categories: list[Category] = []
        self._fill()

    @property
    def list_name(self) -> str:
        """The list one is in."""
        return self._lists[self._list].name

    def _fill(self) -> None:
        """The likely ones and the recent ones first, then the list."""
        rest = self._lists[self._list].categories
        self._categories = [*self._first, *(c for c in rest if c not in self._first)]

    def content(self) -> ComposeResult:
        yield Bar(id="head")
        rows = RowList(len(self._categories), lambda i, width: [self._row(i, width)])
        rows.styles.height = 7
        yield rows
        yield Lines(id="about", wrap=True)

    def on_mount(self) -> None:
        about = self.query_one("#about", Lines)
        about.styles.height = 2
        self.query_one(RowList).styles.height = self._rows(self.app.size.height)
        self._show_head()
        self.query_one(RowList).go_to(0)

    def rows_over(self, height: int) -> int:
        return self._rows(height) + 4

    def _rows(self, height: int) -> int:
        """As many as the list needs, on at most half of the screen."""
        return max(5, min(len(self._categories), height // 2 - 4))

    def _row(self, index: int, width: int) -> list[Run]:
        category = self._categories[index]
        name = padded(category.name, min(40, width - 3))
        return [
            (f"{category.letter}  ", "key"),
            (name, "strong" if index < len(self._first) else ""),
            (category.definition if width > 70 else "", "quiet"),
        ]

    def _show_head(self) -> None:
        runs: list[Run] = []
        for n, level in enumerate(_LEVELS, 1):
            runs.append((f"{n} {level}", f"{level} strong" if level is self._severity else "quiet"))
            runs.append(("  ", ""))
        if len(self._lists) > 1:
            runs.append((f"{self.list_name} {self._list + 1}/{len(self._lists)}", "accent"))
        if self._note:
            runs.append((f"  note: {self._note}", ""))
        self.query_one("#head", Bar).set(runs, [(self._keys(), "quiet")])

    def _keys(self) -> str:
        others = f"{first_key('picker.list')} more, " if len(self._lists) > 1 else ""
        return f"{others}Tab note, Esc leaves"

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

    def do_list(self) -> None:
        self._go_to_list((self._list + 1) % len(self._lists))

    def do_back(self) -> None:
        if self._list:
            self._go_to_list(self._list - 1)
        else:
            self.do_leave()

    def _go_to_list(self, number: int) -> None:
        self._list = number
        self._fill()
        self.query_one(RowList).styles.height = self._rows(self.app.size.height)
        self.query_one(RowList).reset(len(self._categories), len(self._first) if number else 0)
        self._show_head()

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
        """A letter takes its category, of the list in sight first, whether it is in sight itself or not."""
        here = (*self._lists[self._list].categories, *self._by_name.values())
        found = next((category for category in here if category.letter == key), None)
        if found is not None:
            self._take(found)
        return found is not None
