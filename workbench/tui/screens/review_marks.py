"""Marking: flags, omissions, findings, and words selected for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.model.category_lists import lists
from workbench.model.events import DismissalScope
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.model.typology import category_of_check
from workbench.session.values import Outcome
from workbench.tui.action import Mode
from workbench.tui.actions import first_key
from workbench.tui.screens.review_asks import Asks
from workbench.tui.screens.sheet import Choice, Prompt

REASONS = (
    ("false alarm", DismissalScope.PLACE),
    ("right as it is, in this context", DismissalScope.PLACE),
    ("an allowed variant", DismissalScope.DOCUMENT),
    ("a matter of style", DismissalScope.PLACE),
    ("never tell me of these words in this document", DismissalScope.DOCUMENT),
    ("never tell me of these words again", DismissalScope.ALWAYS),
    ("another reason: write it", DismissalScope.PLACE),
)

_REACH = {DismissalScope.DOCUMENT: "  everywhere", DismissalScope.ALWAYS: "  in all projects"}


@dataclass(frozen=True, slots=True)
class LastAct:
    """What `.` repeats."""

    severity: Severity | None = None
    category: str = ""
    note: str = ""
    new: str | None = None


class Marks(Asks):
    """Acts on words and findings."""

    last_act: LastAct | None = None
    _recent: list[str] | None = None

    # ---- selecting

    def do_select(self) -> None:
        self.state.select()
        self.moved()

    def do_extend(self, how: str) -> None:
        self.state.extend(how)  # type: ignore[arg-type]
        self.moved()

    def do_select_swap(self) -> None:
        self.state.swap_ends()
        self.say("now the end moves" if self.state.selection and self.state.selection.moves_end else "the start moves")

    def do_select_drop(self) -> None:
        self.state.drop_selection()
        self.moved()

    def do_select_link(self) -> None:
        """Keeps what is selected here and selects its counterpart on the other side."""
        state = self.state
        if state.selection is None:
            return
        span, side = state.selection.span, state.side
        if not state.text(side.other):
            self.say("there is nothing on the other side to link", bad=True)
            return
        is_known = state.linked is not None and state.linked[0] is side.other
        if state.linked is not None and is_known:
            there = state.linked[1]
        else:
            proposed = self.session.counterpart(state.bead, side, span)
            is_known = proposed is not None
            there = proposed or self.session.along(state.bead, side, span) or state.word_at(0, side.other)
        state.linked = (side, span)
        state.side = side.other
        state.span = state.word_at(there.start)
        state.select(there)
        self.moved()
        if is_known:
            self.say("linked: move the ends, then 1 2 3 flags both sides")
        else:
            self.say("no counterpart is known: this word stands as far along. Move the ends, then 1 2 3 flags both")

    def do_select_resize(self) -> None:
        marks = self.state.marks_here()
        if not marks:
            self.say("there is no mark under the cursor to resize")
            return
        item = marks[0]
        span = item.source if self.state.side is Side.SOURCE else item.target
        self.state.select(span, resizes=item.annotation.id)
        self.moved()
        self.say(f"resizing the {item.annotation.severity} mark: move its ends, {first_key('select.keep')} keeps")

    def do_select_keep(self) -> None:
        state = self.state
        selection = state.selection
        if selection is None or selection.resizes is None:
            state.drop_selection()
            self.play_named("edit")
            return
        source = selection.span if state.side is Side.SOURCE else None
        target = selection.span if state.side is Side.TARGET else None
        mark, bead = selection.resizes, state.bead
        state.drop_selection()
        self.act(lambda: self.session.change_flag(mark, bead_id=bead, source=source, target=target))

    def play_named(self, action_id: str) -> None:
        from workbench.tui.actions import BY_ID

        self.play(BY_ID[action_id])

    # ---- flags

    def _spans(self) -> tuple[Span | None, Span | None]:
        """(source, target) that a flag would mark: the selection with what is linked to it, or the word."""
        state = self.state
        spans: dict[Side, Span | None] = {Side.SOURCE: None, Side.TARGET: None}
        spans[state.side] = state.selection.span if state.selection else state.span
        if state.linked is not None:
            spans[state.linked[0]] = state.linked[1]
        here = spans[state.side]
        if here is None or not len(here):
            raise WorkbenchError("there is no word here to flag")
        return spans[Side.SOURCE], spans[Side.TARGET]

    def do_flag(self, severity: str) -> None:
        state = self.state
        level = Severity(severity)
        if state.selection is None and state.on_finding and state.finding is not None:
            self._accept(state.finding, level)
            return
        mark = state.selection.resizes if state.selection else None
        if mark is None and state.selection is None:
            same = [m for m in state.marks_here() if state.span in (m.source, m.target)]
            mark = same[0].annotation.id if same else None
        source, target = self._spans()
        bead = state.bead

        def flagged(chosen: tuple[Severity, str, str]) -> None:
            level, category, note = chosen
            self.remember(LastAct(level, category, note))
            state.drop_selection()
            if mark is not None:
                self.act(
                    lambda: self.session.change_flag(
                        mark, severity=level, category=category, note=note or None, bead_id=bead
                    )
                )
                return
            self.act(
                lambda: self.session.flag(
                    bead, severity=level, category=category, target=target, source=source, note=note
                )
            )

        self.pick_category(level, flagged, self._suggested_category(source, target))

    def _suggested_category(self, source: Span | None, target: Span | None) -> str | None:
        """What stands to reason from the side and from the finding on these words."""
        if source is not None and target is None:
            return "Source issue"
        finding = self.state.finding
        if finding is not None and finding.span is not None and target is not None and finding.span.overlaps(target):
            return category_of_check(finding.check)
        return None

    def pick_category(
        self, severity: Severity, then: Callable[[tuple[Severity, str, str]], object], wanted: str | None = None
    ) -> None:
        from workbench.tui.screens.category import CategoryPicker

        profile = self.session.check_profile
        known = lists(profile.categories, self.state.category_list or profile.task)
        picker = CategoryPicker(severity, self.recent_categories(), wanted, known)

        def taken(chosen: tuple[Severity, str, str]) -> None:
            self.state.category_list = picker.list_name
            then(chosen)

        self.ask(picker, taken)

    def recent_categories(self) -> list[str]:
        """Categories in use, the last one first; from the journal when the program has just begun."""
        if self._recent is None:
            used = [annotation.category for annotation in self.session.review.annotations.values()]
            self._recent = list(dict.fromkeys(reversed(used)))
        return self._recent

    def remember(self, act: LastAct) -> None:
        self.last_act = act
        if act.category:
            recent = [category for category in self.recent_categories() if category != act.category]
            self._recent = [act.category, *recent]

    def do_unflag(self) -> None:
        marks = self.state.marks_here()
        if not marks:
            self.say("there is no mark under the cursor")
            return
        self.act(lambda: self.session.unflag(marks[0].annotation.id))

    def do_repeat(self) -> None:
        act, state = self.last_act, self.state
        if act is None:
            self.say("nothing to repeat yet: . repeats the last flag or replacement")
        elif act.new is not None:
            new = act.new
            if state.side is Side.SOURCE:
                self.say("only the English can be replaced", bad=True)
            else:
                self.act(lambda: self.session.replace(state.bead, state.span, new))
        elif act.severity is not None:
            level = act.severity
            source, target = self._spans()
            self.act(
                lambda: self.session.flag(
                    state.bead, severity=level, category=act.category, target=target, source=source, note=act.note
                )
            )

    # ---- omissions

    def do_select_omission(self) -> None:
        state = self.state
        if state.selection is None:
            return
        if state.side is Side.TARGET:
            alone = self.session.is_monolingual
            self.say(
                "without the Chinese nothing can be said to be missing: 1 2 3 mark a fault, ! asks the author"
                if alone
                else "an omission is marked on the Chinese: Tab goes there",
                bad=True,
            )
            return
        self._missing = state.selection.span
        if not state.text(Side.TARGET):
            self._mark_omission(Severity.MAJOR, None)
            return
        state.begin_place(self._likely_place(self._missing))
        self.moved()
        self.say("where do the words belong? Arrows move, Enter marks (1 2 3: how bad), Esc leaves")

    _missing: Span | None = None

    def _likely_place(self, missing: Span) -> int:
        """Behind the counterpart of the words before; else as far along as the missing words are."""
        state = self.state
        before = [word for word in state.words(Side.SOURCE) if word.end <= missing.start]
        for word in reversed(before[-4:]):
            there = self.session.counterpart(state.bead, Side.SOURCE, word)
            if there is not None:
                text = state.text(Side.TARGET)
                after = [w.start for w in state.words(Side.TARGET) if w.start >= there.end]
                return after[0] if after else len(text)
        near = self.session.along(state.bead, Side.SOURCE, missing)
        return near.start if near is not None else 0

    def do_place_move(self, how: str) -> None:
        self.state.step_place(how)
        self.view.redraw()

    def do_place_keep(self, severity: str) -> None:
        self._mark_omission(Severity(severity), self.state.place_at)

    def _mark_omission(self, severity: Severity, at: int | None) -> None:
        missing, bead = self._missing, self.state.bead
        self.state.drop_selection()
        self._missing = None
        if missing is not None:
            self.act(lambda: self.session.mark_omission(bead, missing, at, severity))

    def do_place_drop(self) -> None:
        self.state.drop_selection()
        self._missing = None
        self.moved()

    # ---- findings

    def do_finding_next(self) -> None:
        finding = self.state.next_finding()
        if finding is None:
            self.say(f"no finding here: {first_key('hunt.next')} goes on")
            return
        self.moved()

    def _finding(self) -> Finding:
        finding = self.state.finding
        if finding is None:
            raise WorkbenchError("there is no open finding in this segment")
        return finding

    def do_finding_accept(self) -> None:
        self._accept(self._finding(), None)

    def _accept(self, finding: Finding, severity: Severity | None) -> None:
        outcome = self.act(lambda: self.session.accept(finding.id, severity=severity))
        if outcome is not None:
            self.remember(LastAct(severity or finding.severity, category_of_check(finding.check)))
            self._on_to_next_finding()

    def do_finding_dismiss(self) -> None:
        state = self.state
        if state.finding is None and state.marks_here():
            self.do_unflag()
            return
        finding = self._finding()
        if self.act(lambda: self.session.dismiss(finding.id)) is not None:
            self._on_to_next_finding()

    def _on_to_next_finding(self) -> None:
        """The next finding of the segment comes under the hands, its words under the cursor."""
        finding = self.state.finding
        if finding is not None:
            self.state.go_to_finding(finding)
            self.moved(keep_message=True)

    def do_finding_dismiss_why(self) -> None:
        finding = self._finding()
        rows = [[(reason, ""), (_REACH.get(scope, ""), "quiet")] for reason, scope in REASONS]

        def chosen(at: int) -> None:
            reason, scope = REASONS[at]
            if at == len(REASONS) - 1:
                self.ask(Prompt("why is this no error?"), lambda words: self._dismiss(finding, words, scope))
            else:
                self._dismiss(finding, reason, scope)

        letters = [str(n + 1) for n in range(len(REASONS))]
        self.ask(Choice(f"dismiss \u2018{finding.quote or finding.check}\u2019 because", rows, letters=letters), chosen)

    def _dismiss(self, finding: Finding, reason: str, scope: DismissalScope) -> None:
        def call() -> Outcome:
            return self.session.dismiss(finding.id, reason=reason, scope=scope)

        if self.act(call) is not None:
            self._on_to_next_finding()

    def in_selection(self) -> bool:
        return self.state.mode is Mode.SELECT
