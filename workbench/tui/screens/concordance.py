"""A Chinese term in all its places, with what stands for it in each, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from workbench.model.span import Span
from workbench.model.term import Term
from workbench.session.values import ConcordancePlace
from workbench.text.cells import cell_width
from workbench.tui.actions import Mode
from workbench.tui.playing import Played
from workbench.tui.screens.sheet import Prompt
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run, cut, run_width, tail
from workbench.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from workbench.session.session import Session


class ConcordanceScreen(Played, ModalScreen[ConcordancePlace | str | None]):
    """Answers with a place to go to, or with the rendering that all places are to have."""

    mode = Mode.LIST
    DEFAULT_CSS = """
    ConcordanceScreen {
        background: $background;
        & > RowList { background: $background; }
        & > #whole { height: 6; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, session: Session, zh: str, places: Sequence[ConcordancePlace], term: Term | None) -> None:
        super().__init__()
        self._session = session
        self._zh = zh
        self._places = places
        self._term = term

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield RowList(len(self._places), self._rows)
        yield Lines(id="whole", wrap=True)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        counts = Counter(place.rendering.casefold() or "nothing" for place in self._places)
        renderings = ", ".join(f"{words} {n}" for words, n in counts.most_common())
        preferred = f"  right: {self._term.en}" if self._term else ""
        self.query_one("#head", Bar).set(
            [(f"{self._zh}  ", "heading"), (renderings, ""), (preferred, "good")],
            [(f"{len(self._places)} places", "quiet")],
        )
        self.query_one("#foot", Bar).set([("Enter goes there  = one rendering for all places  Esc back", "key")], [])
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
        if key != "=":
            return False
        known = list(self._term.approved) if self._term else []
        used = [words for words, _ in Counter(p.rendering for p in self._places if p.rendering).most_common()]
        offers = list(dict.fromkeys([*known, *used]))
        question = Prompt(f"{self._zh} is everywhere", offers[0] if offers else "", suggestions=offers)
        self.app.push_screen(question, self._decided)
        return True

    def _decided(self, words: str | None) -> None:
        if words and words.strip():
            self.dismiss(words.strip())


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
