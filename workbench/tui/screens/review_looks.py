"""Looking: dictionary, inspector, reading view, profile, help, colours; copying and leaving."""

from __future__ import annotations

import os

from workbench.errors import WorkbenchError
from workbench.model.span import Side
from workbench.session.values import FindingGroup
from workbench.tui import details
from workbench.tui.actions import first_key
from workbench.tui.screens.review_history import History
from workbench.tui.screens.review_moves import Moves
from workbench.tui.screens.review_terms import Terms
from workbench.tui.theme import CONTRAST, DARK, LIGHT, first_theme
from workbench.tui.widgets.inspector import Inspector


class Looks(Moves, Terms, History):
    """Acts that change nothing in the review."""

    def go_through(self, group: FindingGroup) -> None:
        self.take_hunt(self.session.hunt(f"group:{group.key}"))
        self.say(
            f"these {len(group)} places need words of their own: {first_key('hunt.next')} goes through them, "
            f"{first_key('edit')} edits, {first_key('finding.dismiss')} dismisses"
        )

    def do_look_inspector(self) -> None:
        self.is_large = not self.is_large
        self.size_inspector()
        self.call_after_refresh(self.moved, keep_message=True)

    def size_inspector(self) -> None:
        """Three lines and a rule; as much as leaves the texts more than half when enlarged."""
        inspector = self.query_one(Inspector)
        tall = self.app.size.height
        small = 4 if tall < 34 else 6
        inspector.styles.height = max(small, min(18, tall * 2 // 5)) if self.is_large else small
        inspector.wraps = self.is_large

    def do_term_concordance(self) -> None:
        """In an English text alone, the places of the word; `=` then replaces it everywhere."""
        state = self.state
        if not self.session.is_monolingual:
            super().do_term_concordance()
            return
        here = state.selection.span if state.selection is not None else state.span
        words = here.of(state.text())
        state.drop_selection()
        self.search(words)
        if self.state.hits:
            places = len([hit for found in state.hits.values() for hit in found])
            self.say(f"\u2018{words}\u2019 in {places} places: n goes on, v and = replace it everywhere, Esc clears")

    def do_look_word(self) -> None:
        from workbench.tui.screens.word import WordSheet

        state = self.state
        info = self.info
        if info is None:
            info = self.session.word_info(state.bead, state.side, state.span.start)
        if info is None:
            self.say("there is no word here")
            return
        self.app.push_screen(WordSheet(self.session, state.bead, info))

    def do_look_reading(self) -> None:
        from workbench.tui.screens.reading import ReadingScreen

        self.ask(ReadingScreen(self.session, self.state.bead), self.go_to_bead)

    def do_look_translation(self) -> None:
        session = self.session
        if not session.companions:
            raise WorkbenchError("this is the only translation here; workbench review with --also adds others")
        names = session.translations
        at = next(n for n, one in enumerate(names) if one.id == session.translation)
        following = session.of_translation(names[(at + 1) % len(names)].id)
        self.app.turn_to(following, following.segment_at(session.source_place(self.state.bead)))  # type: ignore[attr-defined]

    def do_look_profile(self) -> None:
        from workbench.tui.screens.profile import DECIDE, ProfileScreen

        session = self.session
        name = details.title(session, max(20, self.app.size.width - 30))

        def chosen(key: str) -> None:
            if key.startswith(DECIDE):
                self.decide_group(key.removeprefix(DECIDE))
            else:
                self.take_hunt(self.session.hunt(key))

        self.ask(ProfileScreen(session.profile(), name, session.warnings, session.first_hunt), chosen)

    def do_look_theme(self) -> None:
        self._take_theme(LIGHT if self.app.theme == DARK else DARK)

    def do_look_contrast(self) -> None:
        self._take_theme(CONTRAST if self.app.theme != CONTRAST else first_theme())

    def _take_theme(self, name: str) -> None:
        if os.environ.get("NO_COLOR") is not None:
            raise WorkbenchError("NO_COLOR is set: there are no colours to choose from")
        self.app.theme = name

    def take_command(self, wanted: str | int | tuple[int, int] | None) -> None:
        if isinstance(wanted, tuple):
            self.attempt(lambda: self.realign(*wanted))
        else:
            super().take_command(wanted)

    def do_help(self) -> None:
        from workbench.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def do_copy(self) -> None:
        state = self.state
        text = state.text()
        words = state.selection.span.of(text) if state.selection is not None else text
        self.app.copy_to_clipboard(words)
        if state.selection is not None:
            state.drop_selection()
            self.moved()
        side = "Chinese" if state.side is Side.SOURCE else "English"
        self.say(f"copied {len(words)} characters of the {side}")

    def do_stop(self) -> None:
        if self._state is None:
            self.workers.cancel_group(self, "opening")
            self.app.could_not_open(WorkbenchError("stopped before the texts were open"))  # type: ignore[attr-defined]
        elif self.activity:
            is_pairing = self.activity.startswith("pairing")
            self.workers.cancel_group(self, "pairing" if is_pairing else "analysis")
            self.activity = ""
            if is_pairing:
                self.say("stopped; the pairing stays as it was")
                return
            self.say("stopped; the analysis goes on when the project is opened again")
        else:
            self.say("nothing is running; :q leaves")
