"""A Chinese term in all its places, with what stands for it in each, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from workbench.model.span import Span
from workbench.model.term import Term
from workbench.session.rating import BLIND_TO_FIXES
from workbench.session.values import ConcordancePlace
from workbench.text.cells import cell_width
from workbench.tui.action import Mode
from workbench.tui.playing import Played
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run, cut, run_width, tail
from workbench.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from workbench.session.session import Session


_MOST = 9
"""Renderings that have a digit."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The rendering that all places are to have, empty where it is still to be chosen, or that the termbase holds."""

    en: str
    as_term: bool = False


class ConcordanceScreen(Played, ModalScreen[ConcordancePlace | Decision | None]):
    """Answers with a place to go to, or with a rendering."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    ConcordanceScreen {
        background: $background;
        & > RowList { background: $background; }
        & > #renderings { height: 1; padding: 0 1; }
        & > #whole { height: 6; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, session: Session, zh: str, places: Sequence[ConcordancePlace], term: Term | None) -> None:
        super().__init__()
        self._session = session
        self._zh = zh
        self._places = places
        self._term = term
        self._counts = Counter(place.rendering.casefold() for place in places if place.rendering)
        written = Counter(place.rendering for place in places if place.rendering).most_common()
        offers = [*([term.en] if term else []), *(words for words, _ in written), *(term.approved if term else ())]
        once: dict[str, str] = {}
        for words in offers:
            once.setdefault(words.casefold(), words)
        self._offers = list(once.values())[:_MOST]

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield Lines(id="renderings", wrap=True)
        yield RowList(len(self._places), self._rows)
        yield Lines(id="whole", wrap=True)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        what = [(f"  in the termbase: {self._term.en}", "good")] if self._term else [("  not in the termbase", "quiet")]
        many = f"{len(self._places)} place{'s' if len(self._places) > 1 else ''}"
        self.query_one("#head", Bar).set([(self._zh, "heading"), *what], [(many, "strong")])
        runs: list[Run] = []
        for n, words in enumerate(self._offers, 1):
            times = f" {self._counts[words.casefold()]}" if words.casefold() in self._counts else ""
            good = self._term is not None and words in self._term.approved
            runs += [(f"{n} ", "key"), (words, "good" if good else ""), (f"{times}   ", "quiet")]
        nothing = sum(not place.rendering for place in self._places)
        if nothing:
            runs += [("nothing", "missing"), (f" {nothing}", "quiet")]
        line = self.query_one("#renderings", Lines)
        line.styles.height = max(1, min(4, -(-run_width(runs) // max(20, self.app.size.width - 2))))
        line.set_lines([runs])
        fixes = "" if self._session.is_blind else "1\u20139 everywhere  = another  "
        keys = f"Enter goes there  {fixes}T adds a term  Esc back"
        self.query_one("#foot", Bar).set([(keys, "key")], [])
        self.query_one(RowList).go_to(0)

    def say(self, message: str, *, bad: bool = False) -> None:
        self.query_one("#foot", Bar).set([(message, "bad" if bad else "accent")], [])

    def _rows(self, index: int, width: int) -> list[Row]:
        place = self._places[index]
        number = (self._session.index(place.bead) or 0) + 1
        half = max(10, (width - 8) * 2 // 5)
        source = self._session.source(place.bead)
        final = self._session.final(place.bead)
        runs: list[Run] = [(f"{number:>5}  ", "number"), *in_context(source, place.source_span, half), (" ", "")]
        if place.rendering_span is not None:
            runs += in_context(final, place.rendering_span, width - half - 8)
        else:
            runs += cut([("nothing  ", "missing"), (final, "quiet")], width - half - 8)
        return [runs]

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.do_take()
            return
        place = self._places[event.index]
        source, final = self._session.source(place.bead), self._session.final(place.bead)
        lines = [_marked(source, place.source_span)]
        lines.append(_marked(final, place.rendering_span) if place.rendering_span else [(final, "")])
        self.query_one("#whole", Lines).set_lines(lines)

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._places) - 1)

    def do_take(self) -> None:
        self.dismiss(self._places[self.query_one(RowList).index])

    def do_leave(self) -> None:
        self.dismiss(None)

    def unknown(self, key: str) -> bool:
        first = self._offers[0] if self._offers else ""
        if self._session.is_blind and (key == "=" or key.isdecimal()):
            self.say(BLIND_TO_FIXES, bad=True)
        elif key.isdecimal() and 0 < int(key) <= len(self._offers):
            self._decide(self._offers[int(key) - 1])
        elif key == "=":
            self.attempt(self._session.check_writable) and self.dismiss(Decision(""))
        elif key == "T":
            self.dismiss(Decision(first, as_term=True))
        else:
            return False
        return True

    def _decide(self, words: str | None) -> None:
        if words and words.strip():
            self.dismiss(Decision(words.strip()))


def in_context(text: str, span: Span, width: int) -> list[Run]:
    """A span with as much of its text around it as fits in so many cells, the span a third of the way in."""
    words: list[Run] = cut([(span.of(text), "match")], width)
    room = max(0, width - run_width(words))
    left = tail(text[: span.start].replace("\n", " "), room // 3)
    right = cut([(text[span.end :].replace("\n", " "), "quiet")], max(0, room - cell_width(left)))
    runs: list[Run] = [(left, "quiet"), *words, *right]
    return [*runs, (" " * max(0, width - run_width(runs)), "")]


def _marked(text: str, span: Span) -> list[Run]:
    return [(text[: span.start], ""), (span.of(text), "match"), (text[span.end :], "")]
