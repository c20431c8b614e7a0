"""The terms screen: the project's terms, candidates of its text, the user's own terms, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.model.term import Term
from workbench.session.rating import BLIND_TO_FIXES
from workbench.session.values import Outcome
from workbench.tui.actions import first_key
from workbench.tui.screens.sheet import Prompt
from workbench.tui.screens.term_form import TermForm
from workbench.tui.screens.term_lists import TermLists, Wanted
from workbench.tui.term_list import Line, ListName
from workbench.tui.widgets.row_list import RowList


class TermsScreen(TermLists):
    """Answers with what is to be done in the review, or with nothing."""

    # ---- keys

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._shown) - 1)

    def do_list(self, by: str = "+1") -> None:
        names = self._names()
        at = names.index(self._list) if self._list in names else 0
        self._list = names[(at + int(by)) % len(names)]
        if self._list is ListName.CANDIDATES and self._candidates is None:
            self._look_for_candidates()
        self._shown = []
        self._fill()

    def do_leave(self) -> None:
        if self._words:
            self._leave_search()
            return
        self.dismiss(None)

    def do_help(self) -> None:
        from workbench.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def do_concordance(self) -> None:
        self._answer("concordance")

    def do_everywhere(self) -> None:
        self._session.check_writable()
        if self._session.is_blind:
            raise WorkbenchError(BLIND_TO_FIXES)
        self._answer("everywhere")

    def do_places(self) -> None:
        self._answer("places")

    def _answer(self, what: str) -> None:
        line = self._line()
        if not line.uses:
            raise WorkbenchError(f"{line.term.zh} is nowhere in this text")
        self.dismiss(Wanted(what, line.term.zh, line.term.en))

    # ---- acts

    def _done(self, call: Callable[[], Outcome], zh: str = "", *, undoable: bool = True) -> None:
        if not self.attempt(self._session.check_writable):
            return
        outcome = self._act(call)
        if outcome is None:
            self.say("that could not be done", bad=True)
            return
        self._candidates = None if self._list is not ListName.CANDIDATES else self._without_terms()
        self._fill(zh)
        self._look()
        again = f", {first_key('terms.undo')} takes it back" if undoable else ""
        self.say(outcome.message + again)

    def _without_terms(self) -> list[Line] | None:
        """The candidates that are still none of the terms, and not refused."""
        if self._candidates is None:
            return None
        gone = self._session.review.refused_candidates | {
            name for t in self._session.termbase.terms for name in t.names
        }
        return [line for line in self._candidates if line.term.zh not in gone]

    def do_open(self) -> None:
        """All fields of a term; of a candidate, what would be one."""
        line, session = self._line(), self._session
        is_new = line.candidate is not None or self._list is ListName.OWN
        term = replace(line.term, status="") if line.candidate is not None else line.term

        def kept(new: Term | None) -> None:
            if new is not None:
                self._done(lambda: session.add_term(new) if is_new else session.change_term(term, new), new.zh)

        title = f"{term.zh} = {term.en}" if term.en else term.zh
        self.app.push_screen(TermForm(term, title, self._checked), kept)

    def do_new(self) -> None:
        self._session.check_writable()

        def kept(new: Term | None) -> None:
            if new is not None:
                self._list = ListName.TERMS
                self._done(lambda: self._session.add_term(new), new.zh)

        words = self._words.strip()
        self.app.push_screen(TermForm(Term(words, ""), "a new term", self._checked, at="en" if words else "zh"), kept)

    def _checked(self, term: Term) -> None:
        from workbench.session.terming import sound

        self._session.check_writable()
        sound(term)

    def do_accept(self) -> None:
        line = self._line()
        if self._list is ListName.TERMS:
            raise WorkbenchError(f"{line.term.zh} is a term of this project already")
        if not line.term.en:
            self.do_open()
            return
        status = "approved" if line.candidate is not None else line.term.status
        self._done(lambda: self._session.add_term(replace(line.term, status=status)))

    def do_remove(self) -> None:
        line, session = self._line(), self._session
        if line.candidate is not None:
            self._done(lambda: session.refuse_candidate(line.term.zh))
        elif self._list is ListName.OWN:
            session.forget_own_term(line.term)
            self._fill()
            self.say(f"{line.term.zh} is no longer among your own terms")
        else:
            self._done(lambda: session.remove_term(line.term))

    def do_sense(self) -> None:
        line, session = self._line(), self._session
        place = session.sense_at(session.beads[0].id, line.term.zh, None)
        if place is None or self._list is not ListName.TERMS:
            raise WorkbenchError(f"{line.term.zh} has one sense only")
        chosen = None if place.everywhere == line.term.key else line.term
        self._done(lambda: session.fix_sense(place, chosen, everywhere=True))

    def do_undo(self) -> None:
        self._done(self._session.undo, undoable=False)
        self._look_for_candidates_again()

    def do_redo(self) -> None:
        self._done(self._session.redo, undoable=False)
        self._look_for_candidates_again()

    def _look_for_candidates_again(self) -> None:
        if self._list is ListName.CANDIDATES:
            self._candidates = None
            self._show()

    # ---- files

    def do_read(self) -> None:
        self._session.check_writable()

        def take(name: str | None) -> None:
            if name and name.strip():
                self.attempt(lambda: self._read(name.strip()))

        self.app.push_screen(Prompt("take in the terms of (CSV, TSV or TBX)"), take)

    def _read(self, name: str) -> None:
        from pathlib import Path

        from workbench.terms.files import read_term_file

        path = Path(name).expanduser()
        read = read_term_file(path)
        self._list = ListName.TERMS
        self._done(lambda: self._session.import_terms(read.termbase.terms, path.name))
        self._session.note_input(path)
        if read.notes:
            self.say(f"{self._said[0] if self._said else ''}; {read.notes[0]}")

    def do_write(self) -> None:
        session = self._session
        name = f"{session.path.stem if session.path else 'review'}.terms.csv"

        def take(given: str | None) -> None:
            if given and given.strip():
                self.attempt(lambda: self._write(given.strip()))

        self.app.push_screen(Prompt("write the terms to (.csv, .tsv or .tbx)", name), take)

    def _write(self, given: str) -> None:
        from pathlib import Path

        from workbench.session.outputs import write_output
        from workbench.terms.files import format_of

        path = Path(given).expanduser()
        if path.exists():
            raise WorkbenchError(f"{path} is there already: another name, please")
        form = format_of(path)
        write_output(path, form.write(self._session.termbase), self._session.inputs)
        lost = form.lost(self._session.termbase)
        self.say(f"wrote {path}{f'; {lost[0]}' if lost else ''}")
