"""Where one begins without arguments: recent projects, files, the sample article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from workbench.tui.action import Mode
from workbench.tui.playing import PlayedScreen
from workbench.tui.screens.review import Opener
from workbench.tui.screens.sheet import Prompt
from workbench.tui.typed import TypedAtHome
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run
from workbench.tui.widgets.row_list import Row, RowList


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen can open; made by whoever starts the program."""

    open_project: Callable[[Path], Opener]
    open_files: Callable[[Path | None, Path], Opener]
    """(Chinese or None, English)"""
    open_sample: Opener | None
    recent: Sequence[Path]


class HomeScreen(PlayedScreen):
    """A list, and a question or two."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    HomeScreen {
        & > #welcome { height: 4; padding: 1 2; }
        & > RowList { background: $background; padding: 0 1; }
    }
    """

    def __init__(self, home: Home, problem: str = "") -> None:
        super().__init__()
        self._home = home
        self._problem = problem
        self._typed: TypedAtHome | None = None
        self._entries: list[tuple[list[Run], Callable[[], object]]] = []

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="welcome", wrap=True)
        yield RowList(0, self._rows)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        home = self._home
        for path in home.recent:
            label: list[Run] = [(f"{path.stem}  ", "strong"), (str(path.parent), "quiet")]
            self._entries.append((label, partial(self._open_project, path)))
        self._entries.append(([("open two texts, or a project \u2026", "")], self._ask_files))
        if home.open_sample is not None:
            sample = home.open_sample
            self._entries.append(([("the sample article", "")], lambda: self._open(sample)))
        self.query_one("#head", Bar).set([("workbench", "heading")], [("review of machine translations", "quiet")])
        self.query_one("#foot", Bar).set([("Enter opens, ? shows all keys, q leaves", "key")], [])
        self.query_one("#welcome", Lines).set_lines(
            [[(self._problem, "bad")] if self._problem else [("Where do you want to go on?", "")]]
        )
        self.query_one(RowList).reset(len(self._entries))

    def say(self, message: str, *, bad: bool = False) -> None:
        self.query_one("#welcome", Lines).set_lines([[(message, "bad" if bad else "")]])

    def _rows(self, index: int, width: int) -> list[Row]:
        return [self._entries[index][0]]

    def _open(self, opener: Opener) -> None:
        self.app.open_review(opener)  # type: ignore[attr-defined]

    def _open_project(self, path: Path) -> None:
        self._open(self._home.open_project(path))

    def _ask_files(self) -> None:
        def with_first(first: str | None) -> None:
            self._forget_what_was_typed()
            if not first or not first.strip():
                return
            path = Path(first.strip()).expanduser()
            if path.suffix == ".review":
                self._open(self._home.open_project(path))
                return
            self.app.push_screen(
                Prompt("the English text (empty: the first one is English, alone)"),
                lambda second: self._open_files(path, second),
            )

        self.app.push_screen(Prompt("a Chinese text, an English text, or a project (NAME.review)"), with_first)

    def typed_in(self, prompt: Prompt) -> TypedAtHome | None:
        """Where the words of a prompt over this screen are kept, so that no end of the program loses them."""
        if not self.app.remembers:  # type: ignore[attr-defined]
            return None
        self._typed = TypedAtHome(prompt.question)
        return self._typed

    def _forget_what_was_typed(self) -> None:
        if self._typed is not None:
            self._typed.drop()

    def _open_files(self, first: Path, second: str | None) -> None:
        self._forget_what_was_typed()
        if second is None:
            return
        if second.strip():
            self._open(self._home.open_files(first, Path(second.strip()).expanduser()))
        else:
            self._open(self._home.open_files(None, first))

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._entries) - 1)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.do_take()

    def do_take(self) -> None:
        self._entries[self.query_one(RowList).index][1]()

    def do_leave(self) -> None:
        self.app.exit(0)

    def unknown(self, key: str) -> bool:
        if key == "?":
            from workbench.tui.screens.help import HelpScreen

            self.app.push_screen(HelpScreen())
            return True
        return False
