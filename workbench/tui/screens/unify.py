"""One rendering for a Chinese word in all its places: written, or taken from those that stand there, above the preview
of what it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from workbench.session.values import ConcordancePlace, PlannedFix
from workbench.tui.compat import Field
from workbench.tui.screens.fixes import FixesScreen
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run
from workbench.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from workbench.session.session import Session


class UnifyScreen(FixesScreen):
    """Answers as the preview does; the rendering that was chosen is `chosen`."""

    DEFAULT_CSS = """
    UnifyScreen {
        & > #offers { height: 1; padding: 0 1; }
    }
    """

    def __init__(
        self,
        session: Session,
        zh: str,
        places: Sequence[ConcordancePlace],
        offers: Sequence[str] = (),
        *,
        first: str = "",
    ) -> None:
        """`offers` are renderings to choose from, beside those that stand in the text; `first` is proposed first."""
        self._zh = zh
        self._places = places
        self._counts = Counter(place.rendering.casefold() for place in places if place.rendering)
        written = [words for words, _ in Counter(p.rendering for p in places if p.rendering).most_common()]
        once: dict[str, str] = {}
        for words in (*filter(None, [first]), *written, *offers):
            once.setdefault(words.casefold(), words)
        self._offers = list(once.values())
        self.chosen = self._offers[0] if self._offers else ""
        super().__init__(session, self._planned(session), f"{zh} everywhere")

    def _planned(self, session: Session) -> list[PlannedFix]:
        return list(session.plan_term(self._zh, self.chosen, self._places)) if self.chosen else []

    def compose(self) -> ComposeResult:
        first, *rest = super().compose()
        yield first
        yield Field(self.chosen, select_on_focus=True)
        yield Lines(id="offers")
        yield from rest

    def on_mount(self) -> None:
        super().on_mount()
        field = self.query_one(Field)
        field.cursor_blink = False
        field.focus()
        self._show_offers()

    def _show_offers(self) -> None:
        runs: list[Run] = []
        for words in self._offers:
            times = self._counts.get(words.casefold(), 0)
            runs += [(words, "strong" if words == self.chosen else ""), (f" {times}   " if times else "   ", "quiet")]
        nothing = sum(not place.rendering for place in self._places)
        if nothing:
            runs += [("nothing", "missing"), (f" {nothing}", "quiet")]
        self.query_one("#offers", Lines).set_lines([[("Tab ", "key"), *runs]])

    def _show_bars(self) -> None:
        super()._show_bars()
        if isinstance(self.focused, Field):
            chosen = sum(fix.included for fix in self._fixes)
            keys = "write, or Tab takes the next  \u2193 the places  Esc back"
            done = f"Enter changes {chosen} place{'s' * (chosen != 1)}" if chosen else "nothing to change"
            self.query_one("#foot", Bar).set([(keys, "key")], [(done, "strong")])

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        words = event.value.strip()
        if words == self.chosen:
            return
        self.chosen = words
        self._fixes = self._planned(self._session)
        self.query_one(RowList).reset(len(self._fixes))
        self._show_bars()
        self._show_offers()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._fixes:
            self.say("write the words that are to stand there" if not self.chosen else "it is so everywhere", bad=True)
            return
        self.do_apply()

    def on_key(self, event: events.Key) -> None:
        field = self.query_one(Field)
        if self.focused is not field:
            if event.key in ("shift+tab", "slash"):
                field.focus()
                self._show_bars()
            else:
                super().on_key(event)
                return
        elif event.key == "tab":
            self._offer_next()
        elif event.key in ("down", "up"):
            self.set_focus(None)
            self._show_bars()
        elif event.key == "escape" or event.key.startswith("alt+"):
            self.dismiss(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def press(self, key: str) -> bool:
        if self._fixes or key in ("escape", "q"):
            return super().press(key)
        self.say("there is no place to change", bad=True)
        return True

    def _offer_next(self) -> None:
        if not self._offers:
            return
        now = [words.casefold() for words in self._offers]
        at = now.index(self.chosen.casefold()) + 1 if self.chosen.casefold() in now else 0
        field = self.query_one(Field)
        field.value = self._offers[at % len(self._offers)]
        field.cursor_position = len(field.value)
