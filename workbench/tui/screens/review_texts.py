"""Correcting: the edit box, single words, what stands between sentences, notes, undo."""

from __future__ import annotations

from textual.message import Message
from textual.timer import Timer

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.session.values import Outcome
from workbench.tui import details
from workbench.tui.action import Mode
from workbench.tui.actions import KEYMAP, first_key
from workbench.tui.compat import can_suspend
from workbench.tui.drafting import DraftView, view_of_draft
from workbench.tui.editor import edited_outside
from workbench.tui.lookup import Lookup
from workbench.tui.recalling import best_line
from workbench.tui.screens.review_effort import Efforts
from workbench.tui.screens.review_marks import LastAct
from workbench.tui.screens.sheet import Prompt
from workbench.tui.widgets.edit_box import EditBox
from workbench.tui.widgets.painted import Run

DRAFT_EVERY = 1.0
"""Seconds between two savings of what is being typed."""


class DraftViewed(Message):
    """The worker has looked at a draft."""

    def __init__(self, view: DraftView) -> None:
        self.view = view
        super().__init__()


class Texts(Efforts):
    """Acts on the English."""

    _box: EditBox | None = None
    _draft_timer: Timer | None = None
    _drafts: Lookup | None = None
    _draft_view: DraftView | None = None
    _saved_draft: str | None = None
    is_bringing_back = False
    """True while the box has a draft of the last time."""
    _dropped: tuple[str, str] | None = None
    """(segment, text) of an edit that was cancelled: one undo brings it back."""

    # ---- the edit box

    def do_edit(self) -> None:
        drafts = self.session.drafts()
        self.open_box(drafts.get(self.state.bead))

    def open_box(self, text: str | None = None, *, cursor: int | None = None) -> None:
        """Opens the edit box over the English of the segment, with a text of its own if it was being typed."""
        self.session.check_writable()
        if self._box is not None:
            return
        state = self.state
        final = self.session.final(state.bead)
        at = state.span.start if state.side is Side.TARGET else 0
        if cursor is not None:
            at = cursor
        state.selection = state.linked = None
        state.mode = Mode.EDIT
        self._draft_view = None
        self._saved_draft = text
        self._dropped = None
        self._box = EditBox(final if text is None else text, self.session.machine(state.bead), self._suggest, at)
        self.mount(self._box)
        self._draft_timer = self.set_interval(DRAFT_EVERY, self._save_draft)
        self.call_after_refresh(self.place_box)
        self._look_at_draft()
        self.moved()

    def place_box(self) -> None:
        """Puts the box over the place where the English stands, and makes room for all its lines."""
        box = self._box
        if box is None or not self.is_open or not box.is_mounted:
            return
        view, state = self.view, self.state
        width = view.columns.target_width + 1
        if box.styles.width is None or box.styles.width.value != width:
            box.styles.width = width
        rows = min(max(1, box.rows_needed), max(1, view.size.height - 1))
        view.make_room(state.bead, rows)
        view.reveal()
        region = view.target_region(state.bead)
        if region is not None:
            # All of the English that stands below, also where the new text is shorter.
            covered = min(len(view.rows_of(state.index).target), max(1, view.window.height - region.y))
            box.styles.height = max(rows, covered)
            box.styles.offset = (region.x, region.y + view.region.y)

    def on_text_area_changed(self, event: object) -> None:
        if self._box is not None:
            self.call_after_refresh(self.place_box)
            self._look_at_draft()

    def on_edit_box_sized(self) -> None:
        self.call_after_refresh(self.place_box)  # its lines are broken anew: it may need more rows, or fewer

    def _look_at_draft(self) -> None:
        if self._box is None:
            return
        if self._drafts is None:
            self._drafts = Lookup(self._draft_answered)
        session, bead, text = self.session, self.state.bead, self._box.value
        self._drafts.ask(bead, lambda: view_of_draft(session, bead, text))

    def _draft_answered(self, _key: object, view: object) -> None:
        if isinstance(view, DraftView):
            self.post_message(DraftViewed(view))

    def on_draft_viewed(self, event: DraftViewed) -> None:
        if self._box is not None and event.view.bead == self.state.bead:
            self._draft_view = event.view
            self.show_inspector()

    def full_lines(self, width: int) -> list[list[Run]]:
        draft = self.compact_lines(width) if self._box is not None else []
        return [*draft, *super().full_lines(width)]

    def compact_lines(self, width: int) -> list[list[Run]]:
        if self._box is None:
            return super().compact_lines(width)
        view = self._draft_view
        if view is None:
            return [[("reading what you type", "quiet")]]
        machine = self.session.machine(self.state.bead)
        lines: list[list[Run]] = []
        twin = self.session.twin(self.state.bead) if not view.text.strip() else None
        older = self._older_draft(view.text)
        if older is not None:
            said = "what you typed before the text changed: "
            lines.append([("Tab takes it  ", "key"), (said, "quiet"), (older, "new")])
        elif twin is not None:
            number = (self.session.index(twin) or 0) + 1
            said = f"the same Chinese is translated in {number}: "
            lines.append([("Tab takes it  ", "key"), (said, "quiet"), (self.session.final(twin), "new")])
        elif not machine:
            lines.append([("there was no English here: this is your own", "quiet")])
        elif view.text == machine:
            lines.append([("the machine's own words", "quiet")])
        else:
            hter = self.effort_words(self.state.bead, view.text)
            lines.append([(f"{view.effort:.0%} of the words changed against the machine's{hter}", "quiet")])
        if view.findings:
            first = view.findings[0]
            more = f" (+{len(view.findings) - 1})" if len(view.findings) > 1 else ""
            lines.append([*details.finding_line(first, width - len(more), current=False), (more, "quiet")])
        elif not self.session.is_blind:
            lines.append([("no finding in this text", "good")])
        if machine and view.text != machine:
            lines.append(details.change_line(machine, view.text, width, "machine "))
        if view.recalled:  # while nothing is typed yet it is what helps most
            at = len(lines) if view.text.strip() and view.text != machine else 1
            lines.insert(at, best_line(self.session, view.recalled))
        return lines

    def _suggest(self, text: str, cursor: int) -> tuple[Span, str] | None:
        """An older draft; the translation of the same Chinese elsewhere; from the findings, at the cursor or on."""
        older = self._older_draft(text)
        if older is not None:
            return Span(0, len(text)), older
        twin = self.session.twin(self.state.bead) if not text.strip() else None
        if twin is not None:
            return Span(0, len(text)), self.session.final(twin)
        view = self._draft_view
        if view is not None and view.recalled and not text.strip():
            return Span(0, len(text)), view.recalled[0].found.target
        findings = view.findings if view is not None and view.text == text else ()
        for finding in findings:
            if finding.side is Side.TARGET and finding.span and finding.suggestions:
                span = finding.span
                if span.start <= cursor <= span.end and span.of(text) == finding.quote:
                    return span, finding.suggestions[0]
        for finding in findings:
            if finding.side is Side.TARGET and finding.span and finding.suggestions and finding.span.start >= cursor:
                return finding.span, finding.suggestions[0]
        return None

    def _older_draft(self, text: str) -> str | None:
        """What was being typed here before the text that stands came, as long as nothing else was typed."""
        bead = self.state.bead
        return self.session.overtaken_drafts().get(bead) if text == self.session.final(bead) else None

    def _save_draft(self) -> None:
        box = self._box
        if box is not None and box.value != self._saved_draft and box.value != self.session.final(self.state.bead):
            self._saved_draft = box.value
            self.session.draft(self.state.bead, box.value)

    def on_edit_box_kept(self, event: EditBox.Kept) -> None:
        bead, text = self.state.bead, event.text
        self._close_box()
        if text == self.session.final(bead):
            if bead not in self.session.overtaken_drafts():  # that one is offered until it is taken, or dropped
                self.session.drop_draft(bead)
            self.moved()
            self.say("nothing changed")
        else:
            kept: str | None = text if text.strip() or self.session.machine(bead) else None
            if self.act(lambda: self.session.correct(bead, kept)) is None:
                self.open_box(text)
                return
        if event.then is not None:
            self.press(event.then)
        else:
            self.box_was_decided()

    def on_edit_box_cancelled(self, event: EditBox.Cancelled) -> None:
        bead = self.state.bead
        changed = event.text != self.session.final(bead)
        self._close_box()
        self.session.drop_draft(bead)
        self.moved()
        if changed:
            self._dropped = (bead, event.text)
            self.say(f"the edit was dropped; {first_key('undo')} opens it again")
        else:
            self.say("nothing changed")
        self.box_was_decided()

    def box_was_decided(self) -> None:
        """Called when an edit was kept or dropped, and nothing else is done at once."""

    def on_edit_box_goes_outside(self) -> None:
        box, session, bead = self._box, self.session, self.state.bead
        if box is None:
            return
        if not can_suspend(self.app):
            self.say("no other program can be shown here, so no editor either", bad=True)
            return
        self._save_draft()  # whatever the editor does
        before = box.value
        about = f"Chinese: {session.source(bead)}\nMachine: {session.machine(bead)}"

        def take() -> None:
            text = edited_outside(before, about, self.app.suspend)
            if text == before:
                self.say("the editor changed nothing")
            else:
                box.put(text)
                self.say(f"taken from the editor; {first_key('edit.keep')} keeps it")

        self.attempt(take)
        box.focus()

    def leave_box(self) -> bool:
        if self._box is not None:
            self.on_edit_box_kept(EditBox.Kept(self._box.value))
        return self._box is None

    def press(self, key: str) -> bool:
        if self._box is None:
            return super().press(key)
        self._box.focus()  # it was lost: what is pressed is for the box
        action = KEYMAP[Mode.EDIT].get(key)
        if action is not None:
            getattr(self._box, f"do_{action.handler}")()
        return True

    def _close_box(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self.drop_effort()
        box, self._box = self._box, None
        if box is not None:
            box.remove()
        self.state.mode = Mode.NORMAL
        self.view.make_room("", 1)
        self.view.focus()
        self.call_after_refresh(self.take_what_waited)

    # ---- single words

    def do_replace(self) -> None:
        """The word, the finding's words or the selection; on the Chinese, their counterpart."""
        state, session = self.state, self.session
        session.check_writable()
        bead = state.bead
        span = state.selection.span if state.selection else state.span
        if state.side is Side.SOURCE:
            there = session.counterpart(bead, Side.SOURCE, span)
            if there is None:
                raise WorkbenchError(
                    f"no English words are known for this: {first_key('move.side')} goes over, "
                    f"{first_key('edit')} edits the segment"
                )
            span = there
        old = span.of(session.final(bead))

        def replaced(new: str) -> None:
            state.drop_selection()
            if new == old:
                self.moved()
                return
            self.remember(LastAct(new=new))
            self.act(lambda: session.replace(bead, span, new))

        def preview(new: str, width: int) -> list[list[Run]]:
            final = session.final(bead)
            return [details.change_line(final, final[: span.start] + new + final[span.end :], width, "")]

        suggestions = self._words_for(span)
        self.ask(Prompt(f"replace \u2018{old}\u2019 by", old, suggestions=suggestions, lines=preview), replaced)

    def _words_for(self, span: Span) -> list[str]:
        """Renderings to offer: of findings on these words, of terms, then dictionary senses."""
        state = self.state
        words = [
            suggestion
            for finding in state.findings()
            if finding.side is Side.TARGET and finding.span is not None and finding.span.overlaps(span)
            for suggestion in finding.suggestions
        ]
        if self.info is not None and (state.side is Side.SOURCE or self.info.span.overlaps(span)):
            words += [rendering for term in self.info.terms for rendering in term.approved]
            words += [sense for _, senses in self.info.senses for sense in senses if len(sense) < 30]
        return list(dict.fromkeys(words))[:12]

    # ---- between sentences

    def do_separator_space(self) -> None:
        if "\n" in (self.session.separator(self.state.bead) or ""):
            change = first_key("separator.paragraph")
            raise WorkbenchError(f"a paragraph break stands there already: {change} makes a space of it")
        self._separate(" ")

    def do_separator_paragraph(self) -> None:
        now = self.session.separator(self.state.bead)
        self._separate(" " if now is not None and "\n" in now else "\n\n")

    def _separate(self, text: str) -> None:
        bead = self.state.bead
        now = self.session.separator(bead)
        if now is None:
            raise WorkbenchError("nothing follows this segment")
        if now == text:
            self.say("that is what stands there already")
            return
        back = text == self.session.machine_separator(bead)
        self.act(lambda: self.session.set_separator(bead, None if back else text))

    # ---- notes

    def do_note(self) -> None:
        bead = self.state.bead
        now = self.session.segment(bead).note
        self.ask(Prompt("note on this segment", now), lambda text: self.act(lambda: self.session.note(bead, text)))

    def do_query(self) -> None:
        bead = self.state.bead
        now = self.session.segment(bead).query
        self.ask(Prompt("question to the author", now), lambda text: self.act(lambda: self.session.query(bead, text)))

    # ---- undo

    def do_undo(self) -> None:
        if self._dropped is not None:
            (bead, text), self._dropped = self._dropped, None
            if self.session.index(bead) is not None:
                if bead != self.state.bead:
                    self.state.enter(bead)
                self.open_box(text)
            return
        self._take_back(self.session.undo())

    def do_redo(self) -> None:
        self._take_back(self.session.redo())

    def _take_back(self, outcome: Outcome) -> None:
        """Shows what was undone or redone, and goes there if it is elsewhere."""
        state = self.state
        there = [b for b in outcome.touched if self.session.index(b) is not None]
        if there and state.bead not in outcome.touched:
            first = min(there, key=lambda b: self.session.index(b) or 0)
            outcome = Outcome(outcome.message, outcome.touched, first)
        self.show_outcome(outcome, undoable=False)
