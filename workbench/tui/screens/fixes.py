"""One decision for many places: each is shown before and after, and can be worded otherwise or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.values import PlannedFix
from workbench.tui import details
from workbench.tui.action import Mode
from workbench.tui.actions import hint
from workbench.tui.glyphs import G
from workbench.tui.playing import Played
from workbench.tui.screens.sheet import Prompt
from workbench.tui.widgets.inspector import Bar, Lines
from workbench.tui.widgets.painted import Run, cut
from workbench.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from workbench.session.session import Session


_NEXT = {
    None: Severity.MINOR,
    Severity.MINOR: Severity.MAJOR,
    Severity.MAJOR: Severity.CRITICAL,
    Severity.CRITICAL: None,
}
"""How severe an error the places are marked as, one press after the other."""


class FixesScreen(Played, ModalScreen[Sequence[PlannedFix] | None]):
    """Answers with all places, each included or not."""

    mode = Mode.FIXES
    DEFAULT_CSS = """
    FixesScreen {
        background: $background;
        & > RowList { background: $background; }
        & > #whole { height: 7; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, session: Session, fixes: Sequence[PlannedFix], what: str) -> None:
        super().__init__()
        self._session = session
        self._fixes = list(fixes)
        self._what = what

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        yield RowList(len(self._fixes), self._rows)
        yield Lines(id="whole", wrap=True)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self._show_bars()
        self.query_one(RowList).go_to(0)

    def say(self, message: str, *, bad: bool = False) -> None:
        self.query_one("#foot", Bar).set([(message, "bad" if bad else "accent")], [])

    def _show_bars(self) -> None:
        chosen = sum(fix.included for fix in self._fixes)
        marked = sum(fix.included and (fix.finding is not None or fix.severity is not None) for fix in self._words())
        errors = f", {marked} marked as error{'s' * (marked > 1)}" if marked else ""
        self.query_one("#head", Bar).set(
            [(self._what, "heading")], [(f"{chosen} of {len(self._fixes)} places chosen{errors}", "strong")]
        )
        keys = hint("fixes.toggle", "fixes.edit", "fixes.all", "fixes.mark", "fixes.leave")
        self.query_one("#foot", Bar).set(
            [(keys, "key")], [(f"Enter changes {chosen} place{'s' * (chosen != 1)}", "strong")]
        )

    def _words(self) -> list[PlannedFix]:
        """The places where words change, and not what stands between sentences."""
        return [fix for fix in self._fixes if not fix.separator]

    def _rows(self, index: int, width: int) -> list[Row]:
        fix = self._fixes[index]
        number = (self._session.index(fix.bead) or 0) + 1
        head: list[Run] = [
            (f"{G.done if fix.included else ' '} ", "good"),
            (f"{number:>4}  ", "number"),
        ]
        if not fix.old and not fix.new and not fix.separator:
            zh = fix.source_span.of(self._session.source(fix.bead)) if fix.source_span else ""
            return [
                [*head, (f"no words for {zh} here: e supplies them  ", "missing"), *cut([(fix.before, "quiet")], width)]
            ]
        why = f"  {fix.doubt}" if fix.doubt and not fix.included else ""
        line = [*details.change_line(fix.before, fix.after, width - 8 - len(why)), (why, "missing")]
        if not fix.included:
            line = [(text, "quiet" if style == "" else f"{style} quiet") for text, style in line]
        return [[*head, *line]]

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.taken:
            self.do_toggle()
        self._show_whole()

    def _show_whole(self) -> None:
        if not self._fixes:
            self.query_one("#whole", Lines).set_lines([])
            return
        fix = self._fixes[self.query_one(RowList).index]
        source = self._session.source(fix.bead)
        lines: list[list[Run]] = []
        if source:
            term = fix.source_span
            if term is not None:
                lines.append([(source[: term.start], ""), (term.of(source), "match"), (source[term.end :], "")])
            else:
                lines.append([(source, "")])
        at = fix.span
        old = fix.before[at.start : at.end]
        if fix.before[: at.start] + fix.new + fix.before[at.end :] == fix.after:
            runs: list[Run] = [(fix.before[: at.start], ""), (old, "old"), (" " if old and fix.new else "", "")]
            shown = (
                fix.new.replace("\n", G.paragraph) if fix.new.strip() or "\n" in fix.new else G.no_space * len(fix.new)
            )
            lines.append([*runs, (shown, "new"), (fix.before[at.end :], "")])
        else:
            width = max(20, self.size.width - 2)
            lines.append(details.change_line(fix.before, fix.after, width))
        self.query_one("#whole", Lines).set_lines(lines)

    # ---- keys

    def do_step(self, by: str) -> None:
        self.query_one(RowList).step(int(by))

    def do_page(self, by: str) -> None:
        self.query_one(RowList).page(int(by))

    def do_ends(self, which: str) -> None:
        self.query_one(RowList).go_to(0 if which == "first" else len(self._fixes) - 1)

    def _put(self, index: int, fix: PlannedFix) -> None:
        self._fixes[index] = fix
        self.query_one(RowList).refresh()
        self._show_whole()
        self._show_bars()

    def do_toggle(self) -> None:
        rows = self.query_one(RowList)
        fix = self._fixes[rows.index]
        if not fix.old and not fix.new:
            self.say("there are no words yet: e supplies them", bad=True)
            return
        toggled = replace(fix, included=not fix.included)
        other = self._clash(rows.index, toggled)
        if other is not None:
            self.say(f"place {other + 1} is chosen, and changes the same words: leave it out first", bad=True)
            return
        self._put(rows.index, toggled)
        rows.step(1)

    def _clash(self, index: int, fix: PlannedFix) -> int | None:
        """Another chosen place that changes words of this one."""
        if not fix.included or fix.separator:
            return None
        return next(
            (
                at
                for at, other in enumerate(self._fixes)
                if at != index and other.included and not other.separator and other.bead == fix.bead
                if other.span.overlaps(fix.span)
            ),
            None,
        )

    def do_toggle_all(self) -> None:
        """What is in doubt is taken in one by one."""
        whole = {fix.bead for fix in self._fixes if _is_whole(fix)}
        sure = [fix for fix in self._fixes if (fix.new or fix.old) and not fix.doubt]
        sure = [fix for fix in sure if _is_whole(fix) or fix.bead not in whole]
        on = not all(fix.included for fix in sure)
        self._fixes = [replace(fix, included=on and fix in sure) for fix in self._fixes]
        self._put(self.query_one(RowList).index, self._fixes[self.query_one(RowList).index])

    def do_mark(self) -> None:
        """Marks the places as errors too, one severity heavier each time, and then not. What a check claims is marked
        in any case."""
        free = [fix for fix in self._words() if fix.finding is None]
        if not free:
            self.say("a check found these places: each one is marked as the error that it says", bad=True)
            return
        severity = _NEXT[free[0].severity]
        self._fixes = [replace(fix, severity=severity) if fix in free else fix for fix in self._fixes]
        self._put(self.query_one(RowList).index, self._fixes[self.query_one(RowList).index])
        self.say(
            f"each place is also marked as a {severity} error" if severity else "the words change, nothing is marked"
        )

    def do_edit(self) -> None:
        """Other words for one place; where there are none yet, the whole sentence is edited."""
        index = self.query_one(RowList).index
        fix = self._fixes[index]
        if fix.separator:
            self.say("a space or a break has no words: Space leaves it out", bad=True)
            return
        written = next((at for at, f in enumerate(self._fixes) if f.bead == fix.bead and _is_whole(f)), None)
        if written is not None or (not fix.old and not fix.new):
            at = index if written is None else written
            begun = self._fixes[at].new if written is not None else self._with_others(fix)
            self.app.push_screen(
                Prompt("the whole sentence", begun, about=fix.bead),
                lambda text: self._take_sentence(at, self._fixes[at], text),
            )
            return

        def preview(new: str, width: int) -> list[list[Run]]:
            return [details.change_line(fix.before, self._session.replan(fix, new).after, width)]

        self.app.push_screen(
            Prompt(f"instead of \u2018{fix.old}\u2019", fix.new, lines=preview, about=f"{fix.bead} {fix.span.start}"),
            lambda new: self._take_words(index, fix, new),
        )

    def _take_words(self, index: int, fix: PlannedFix, new: str | None) -> None:
        if new is not None:
            worded = replace(self._session.replan(fix, new), included=True)
            other = self._clash(index, worded)
            self._put(index, replace(worded, included=other is None))
            if other is not None:
                self.say(f"kept, but left out: place {other + 1} is chosen, and changes the same words", bad=True)

    def _with_others(self, fix: PlannedFix) -> str:
        """The sentence of a place with what is chosen for the other places in it."""
        others = [other for other in self._words() if other.bead == fix.bead and other.included]
        return self._session.fixed_texts(others).get(fix.bead, fix.before)

    def _take_sentence(self, index: int, fix: PlannedFix, text: str | None) -> None:
        """A sentence of one's own says all that is to be said of it: its other places are left out."""
        if text is not None and text != fix.before:
            for at, other in enumerate(self._fixes):
                if at != index and other.bead == fix.bead and not other.separator:
                    self._fixes[at] = replace(other, included=False)
            whole = Span(0, len(fix.before))
            self._put(index, replace(fix, span=whole, old=fix.before, new=text, after=text, included=True))

    def do_apply(self) -> None:
        if not any(fix.included for fix in self._fixes):
            self.say("no place is chosen", bad=True)
            return
        if self.attempt(lambda: self._session.fixed_texts(self._fixes)):
            self.dismiss(self._fixes)

    def do_leave(self) -> None:
        self.dismiss(None)


def _is_whole(fix: PlannedFix) -> bool:
    """True once a whole sentence was written for the place."""
    return bool(fix.old) and fix.old == fix.before and not fix.separator
