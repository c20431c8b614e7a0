"""On opening: what kind of text this is, what repeats, where to begin. One key and it is gone."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen

from workbench.session.values import Profile
from workbench.tui import details
from workbench.tui.action import Mode
from workbench.tui.playing import Played
from workbench.tui.typing_ahead import TypesAhead
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run
from workbench.tui.widgets.row_list import Row, RowList

_BEGIN = {
    "worst": "begin with the worst segment",
    "unrated": "begin with the first segment to rate",
    "all": "begin with the first segment",
}
DECIDE = "decide:"
"""Before the key of a group whose places are to be decided at once."""


class ProfileScreen(Played, ModalScreen[str | None]):
    """Answers with the key of a hunt, with `DECIDE` and the key of a group, or with nothing."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    ProfileScreen {
        background: $background;
        & > #counts { padding: 1 2 1 2; height: auto; max-height: 50%; }
        & > RowList { background: $background; }
    }
    """

    def __init__(self, profile: Profile, title: str, warnings: Sequence[str] = (), first: str = "worst") -> None:
        """`first` is the key of the hunt to begin with."""
        super().__init__()
        self._begin = first
        self._profile = profile
        self._title = title
        self._warnings = warnings
        repeated = [group for group in profile.groups if len(group) > 1]
        single = [group for group in profile.groups if len(group) == 1]
        self._groups = [*repeated, *single]

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="counts", wrap=True)
        yield RowList(len(self._groups) + 1, self._rows)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set([(self._title, "heading")], [("what kind of text this is", "quiet")])
        self.query_one("#foot", Bar).set(
            [("Enter begins here  = decides all its places  other keys go to the texts", "key")], []
        )
        lines: list[list[Run]] = [[(line, "")] for line in self._profile.lines]
        lines += [[(warning, "quiet")] for warning in self._warnings]
        counts = self.query_one("#counts", Lines)
        counts.styles.height = len(lines) + 2
        counts.set_lines(lines)
        self.query_one(RowList).go_to(0)

    def _rows(self, index: int, width: int) -> list[Row]:
        if index == 0:
            return [[(_BEGIN[self._begin], "strong")]]
        group = self._groups[index - 1]
        times = f"{len(group)} times " if len(group) > 1 else ""
        runs: list[Run] = [
            (f"{times:>10}", "strong"),
            (str(group.severity), str(group.severity)),
            (" " * (9 - len(group.severity)), ""),
            (group.message, ""),
            (f"  {group.findings[0].quote}" if len(group) == 1 else "", "quiet"),
        ]
        return [details.named(runs, group.check, width)]

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._groups))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.do_take()

    def do_take(self) -> None:
        index = self.query_one(RowList).index
        self.dismiss(self._begin if index == 0 else f"group:{self._groups[index - 1].key}")

    def do_leave(self) -> None:
        self.dismiss(None)

    def unknown(self, key: str) -> bool:
        index = self.query_one(RowList).index
        if key == "=":
            if index:
                self.dismiss(f"{DECIDE}{self._groups[index - 1].key}")
            return True
        self.dismiss(None)
        if isinstance(self.app, TypesAhead):
            self.app.press_first(key)
        return True
