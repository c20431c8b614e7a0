"""Corrections, what stands between sentences, status, notes, undo."""

from __future__ import annotations

from workbench.model import events as ev
from workbench.model.events import Entry
from workbench.model.span import Span
from workbench.session.drafting import Drafting
from workbench.session.values import STATUS_WORDS, HistoryItem, Outcome, Place
from workbench.text.diff import edit_rate


class Writing(Drafting):
    """The reviewer's own text and verdicts."""

    def correct(self, bead_id: str, text: str | None, *, label: str = "") -> Outcome:
        """Sets the corrected text of a segment; None, or the machine's own words, goes back to the machine's.

        `label` says what was done, where that is more than an edit.
        """
        machine = self.machine(bead_id)
        if text is not None and text == machine:
            text = None
        if text == self.segment(bead_id).corrected:
            self.drop_draft(bead_id)
            return Outcome("nothing changed", frozenset())
        supplied = not machine and text
        edited = "edited the text" if text is not None else "put the machine's text back"
        label = label or ("supplied the translation" if supplied else edited)
        lacked = self._lack(bead_id) if supplied else []
        if lacked:
            label += ", marked as an omission"
        outcome = Outcome(label, self._commit(label, [*lacked, ev.TextCorrected(bead_id, text)]))
        self.drop_draft(bead_id)
        return outcome

    def replace(self, bead_id: str, span: Span, new: str, *, label: str = "") -> Outcome:
        """Replaces some words of the final text; `label` says what was done, where that is more than the words."""
        final = self.final(bead_id)
        old = span.of(final)
        label = label or (f"replaced ‘{old}’ by ‘{new}’" if old else f"inserted ‘{new}’")
        return Outcome(
            label, self._commit(label, [ev.TextCorrected(bead_id, final[: span.start] + new + final[span.end :])])
        )

    def set_separator(self, bead_id: str, text: str | None) -> Outcome:
        """Changes what follows a segment: a space, a paragraph break; None goes back to the machine's."""
        bead = self.bead(bead_id)
        after: int | str = bead.target[-1].end if bead.target else bead_id
        label = {None: "put the machine's spacing back", " ": "put a space", "\n\n": "put a paragraph break"}.get(
            text, "changed the spacing"
        )
        return Outcome(label, self._commit(label, [ev.SeparatorChanged(after, text)]))

    def set_status(self, bead_id: str, status: ev.Status) -> Outcome:
        label = f"marked as {STATUS_WORDS[status]}"
        return Outcome(label, self._commit(label, [ev.StatusChanged(bead_id, status)]))

    def note(self, bead_id: str, text: str) -> Outcome:
        if text == self.segment(bead_id).note:
            return Outcome("nothing changed")
        label = "wrote the note" if text else "removed the note"
        return Outcome(label, self._commit(label, [ev.NoteWritten(bead_id, text)]))

    def query(self, bead_id: str, text: str) -> Outcome:
        """A question to the author; an empty text takes it back."""
        if text == self.segment(bead_id).query:
            return Outcome("nothing changed")
        label = "wrote the query to the author" if text else "removed the query"
        return Outcome(label, self._commit(label, [ev.NoteWritten(bead_id, text, ev.NoteKind.QUERY)]))

    def edit_effort(self, bead_id: str, text: str | None = None) -> float:
        """Word edits per word of the edited text, against the machine's; 0 for an untouched segment."""
        return edit_rate(self.machine(bead_id), self.final(bead_id) if text is None else text)

    # ---- where the cursor was

    def place(self) -> Place | None:
        """Where one left; None in a new project, or if that segment is gone."""
        stored = self._store.place(self.translation, self.reviewer) if self._store else None
        if stored is None or self.index(stored.bead) is None:
            return None
        return Place(stored.bead, stored.side, stored.offset, dict(stored.view))

    def save_place(self, place: Place) -> None:
        """Keeps where the cursor is. Cheap enough for every move."""
        if self._journal:
            from workbench.store.rows import Place as StoredPlace

            self._journal.save_place(StoredPlace(place.bead, place.side, place.offset, self.reviewer, dict(place.view)))

    # ---- undo

    def undo(self) -> Outcome:
        """Takes the last act back, also one of an earlier session."""
        action = self.review.can_undo
        if action is None:
            return Outcome("nothing to undo")
        label = self.review.action_label(action)
        return Outcome(f"undone: {label}", self._commit(f"undo: {label}", [ev.ActionUndone(action)]))

    def redo(self) -> Outcome:
        action = self.review.can_redo
        if action is None:
            return Outcome("nothing to redo")
        label = self.review.action_label(action)
        return Outcome(f"done again: {label}", self._commit(f"redo: {label}", [ev.ActionRedone(action)]))

    def history(self, bead_id: str) -> tuple[HistoryItem, ...]:
        """What was done to a segment, and to those it was made of, oldest first, with what was taken back."""
        acts: dict[int, Entry] = {}  # an act is one item, however many events it consists of
        for e in self.review.history(bead_id):
            if not isinstance(e.event, ev.ActionUndone | ev.ActionRedone):
                acts.setdefault(e.action, e)
        return tuple(
            HistoryItem(e.seq, e.at, e.reviewer, e.label, not self.review.is_in_force(e.action)) for e in acts.values()
        )
