"""Lists of terms on a screen: the project's, candidates of its text, the user's own; searched as one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from workbench.errors import WorkbenchError
from workbench.model.term import Term
from workbench.session.terming import TermUse
from workbench.session.values import Outcome
from workbench.text.cells import cell_width
from workbench.tui.action import Mode
from workbench.tui.actions import first_key, hint
from workbench.tui.compat import Field
from workbench.tui.keys import canonical
from workbench.tui.lookup import Lookup
from workbench.tui.playing import Played
from workbench.tui.term_list import (
    Line,
    ListName,
    about,
    candidate_lines,
    heading,
    matching,
    row_of,
    searchable,
    term_lines,
)
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run
from workbench.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from workbench.session.session import Session

Act = Callable[[Callable[[], Outcome]], Outcome | None]
"""Does something through the session and lets the review know of it; None if it could not be done."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done in the review when the screen is left."""

    what: str
    """`concordance`, `everywhere` or `places`."""
    zh: str
    en: str = ""


class Looked(Message):
    """The worker has looked at the document, or at the names of the terms."""

    def __init__(self, key: object, value: object) -> None:
        self.key = key
        self.value = value
        super().__init__()


class TermLists(Played, ModalScreen[Wanted | None]):
    """What is listed, what is said of it, and the search. Acts are its heir's."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    mode = Mode.TERMS
    DEFAULT_CSS = """
    TermLists {
        background: $background;
        & > RowList { background: $background; }
        & > #columns { height: 1; padding: 0 1 0 2; }
        & > Field { display: none; }
        & > #about { height: 5; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, session: Session, act: Act, *, at: str = "") -> None:
        """`at` is the Chinese of the term to begin with."""
        super().__init__()
        self._session = session
        self._act = act
        self._first = at
        self._list = ListName.TERMS
        self._words = ""
        self._lines: list[Line] = []
        self._shown: list[Line] = []
        self._uses: dict[Term, TermUse] = {}
        self._found: dict[Term, str] = {}
        self._candidates: list[Line] | None = None
        self._said: tuple[str, bool] | None = None
        self._is_untouched = True
        self._lookup = Lookup(self._take_answer)

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield Field(id="search")
        yield Lines(id="columns")
        yield RowList(0, self._rows)
        yield Lines(id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self.query_one(Field).cursor_blink = False
        self._fill(self._first)
        self._look()

    def on_unmount(self) -> None:
        self._lookup.close()

    @property
    def is_settled(self) -> bool:
        """True if nothing is looked for behind the screen."""
        return self._lookup.is_idle

    # ---- what is listed

    def _look(self) -> None:
        """Asks the worker for uses and, where they are not known, for the names in pinyin."""
        session, known = self._session, self._found
        terms, own = session.termbase.terms, session.own_terms()

        def work() -> tuple[dict[Term, TermUse], dict[Term, str]]:
            uses = session.term_uses() | (session.uses_of(own) if own else {})
            return uses, {term: known.get(term) or searchable(term) for term in (*terms, *own)}

        self._lookup.ask("uses", work)

    def _take_answer(self, key: object, value: object) -> None:
        self.post_message(Looked(key, value))

    def _look_for_candidates(self) -> None:
        self._lookup.ask("candidates", self._session.candidates)

    def on_looked(self, event: Looked) -> None:
        if isinstance(event.value, Exception):
            if not isinstance(event.value, WorkbenchError):
                self.log.error(event.value)
            return
        if event.key == "uses":
            self._uses, self._found = event.value  # type: ignore[misc]
            if self._list is ListName.CANDIDATES and self._candidates is None:
                self._look_for_candidates()
        else:
            self._candidates = candidate_lines(event.value)  # type: ignore[arg-type]
        if self._is_untouched:
            self._shown = []  # what was on top before the order was known means nothing
            self._fill(self._first)
        else:
            self._fill()

    def _fill(self, zh: str = "") -> None:
        """Lists anew, the cursor on the same term, or on `zh`."""
        picked = self._picked()
        session = self._session
        if self._list is ListName.TERMS:
            self._lines = term_lines(session.termbase.terms, self._uses, self._found)
        elif self._list is ListName.OWN:
            self._lines = term_lines(session.own_terms(), self._uses, self._found)
        else:
            self._lines = self._candidates or []
        self._filter(picked.term if picked is not None else None, zh)

    def _filter(self, keep: Term | None = None, zh: str = "") -> None:
        self._shown = matching(self._lines, self._words)
        rows = self.query_one(RowList)
        at = next(
            (n for n, line in enumerate(self._shown) if line.term == keep or (zh and zh in line.term.names)), None
        )
        if at is None:
            at = rows.index if keep is not None else 0
        rows.reset(len(self._shown), at)
        self._show()

    def _picked(self) -> Line | None:
        at = self.query_one(RowList).index
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _line(self) -> Line:
        picked = self._picked()
        if picked is None:
            raise WorkbenchError("there is no term here")
        return picked

    def _rows(self, index: int, width: int) -> list[Row]:
        fixed = {zh: key for (zh, at), key in self._session.review.senses.items() if at is None}
        return [row_of(self._shown[index], width, fixed)]

    # ---- bars

    def say(self, message: str, *, bad: bool = False) -> None:
        self._said = message, bad
        self._show_foot()

    def _show(self) -> None:
        session = self._session
        many = len(self._lines)
        counts = {
            ListName.TERMS: f"{many} term{'s' * (many != 1)}, {sum(line.uses > 0 for line in self._lines)} in the text",
            ListName.CANDIDATES: f"{many} candidate{'s' * (many != 1)}",
            ListName.OWN: f"{many} of your own that this project does not have",
        }
        what = counts[self._list]
        if self._list is ListName.CANDIDATES and self._candidates is None:
            what = "looking for candidates"
        shown = f"{len(self._shown)} found" if self._words else ""
        lists: list[Run] = []
        for name in self._names():
            lists.append((f"{name}  ", "heading" if name is self._list else "quiet"))
        self.query_one("#head", Bar).set(lists, [(shown or what, "strong")])
        self.query_one("#columns", Lines).set_lines([heading(self._list, max(20, self.app.size.width - 6))])
        line = self._picked()
        if line is None:
            empty = "nothing is like this" if self._words else self._empty()
            self.query_one("#about", Lines).set_lines([[(empty, "quiet")]])
        else:
            fixed = session.review.senses.get((line.term.zh, None)) == line.term.key
            self.query_one("#about", Lines).set_lines(about(line, max(20, self.app.size.width - 2), is_fixed=fixed))
        self._show_foot()

    def _empty(self) -> str:
        if self._list is ListName.CANDIDATES:
            return "no candidates: nothing comes twice that is no term already" if self._candidates is not None else ""
        return f"no terms yet: {first_key('terms.new')} writes one, {first_key('terms.read')} takes in a file"

    def _names(self) -> list[ListName]:
        return [name for name in ListName if name is not ListName.OWN or self._session.own_terms()]

    def _show_foot(self) -> None:
        foot = self.query_one("#foot", Bar)
        if self._said is not None:
            foot.set([(self._said[0], "bad" if self._said[1] else "accent")], [])
            return
        shared = ("terms.concordance", *(() if self._session.is_blind else ("terms.all",)))
        acts = {
            ListName.TERMS: ("terms.open", "terms.new", "terms.remove", *shared, "terms.places", "terms.list"),
            ListName.CANDIDATES: ("terms.accept", "terms.open", "terms.remove", *shared, "terms.list"),
            ListName.OWN: ("terms.accept", "terms.open", "terms.remove", "terms.list"),
        }[self._list]
        shown = ["terms.help", "terms.search"]
        for action in acts:
            if cell_width(hint(*shown, action)) <= self.app.size.width - 4:
                shown.append(action)
        foot.set([(hint(*shown), "key")], [])

    def on_resize(self) -> None:
        if self.is_attached and self._lines:
            self._show()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.do_open()
            return
        self._show()

    def do_open(self) -> None:
        """All fields of the term under the cursor."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        self._said = None
        self._is_untouched = False
        return super().press(key)

    # ---- searching

    def on_key(self, event: events.Key) -> None:
        field = self.query_one(Field)
        if self.focused is field:
            self._key_in_search(event)
            return
        if canonical(event.key, event.character).input_method and event.character:
            event.stop()
            event.prevent_default()
            self.do_search()  # an input method is on: what it types is looked for
            field.value += event.character
            field.cursor_position = len(field.value)
            return
        super().on_key(event)

    def _key_in_search(self, event: events.Key) -> None:
        rows = self.query_one(RowList)
        steps = {"down": 1, "up": -1, "pagedown": 9, "pageup": -9}
        if event.key in steps:
            rows.step(steps[event.key])
        elif event.key == "escape" or event.key.startswith("alt+"):
            self._leave_search()
        elif event.key == "tab":
            self.set_focus(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def do_search(self) -> None:
        field = self.query_one(Field)
        field.styles.display = "block"
        field.focus()

    def _leave_search(self) -> None:
        field = self.query_one(Field)
        field.value = ""
        field.styles.display = "none"
        self.set_focus(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._words:
            picked = self._picked()
            self._words = event.value
            self._filter(picked.term if picked is not None and not event.value else None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The search stays, and the keys are keys again."""
        event.stop()
        if not event.value:
            self._leave_search()
        self.set_focus(None)
        self._show()
