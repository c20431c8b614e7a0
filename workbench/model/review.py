"""The state of a review: the fold of its events over the pairing that the machine made.

`Review.apply` folds one journal entry and returns the ids of the segments that changed. Every change notes what was
there before, by action, so an undo puts back exactly that: undo(do(x)) = x.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Bitext
from workbench.model.folding import fold
from workbench.model.rearranging import Carried, carried
from workbench.model.span import Layer, Side
from workbench.model.state import (
    ACCEPTED,
    ANNOTATION,
    BLANK,
    DECISION,
    DISMISSED,
    IMPORTED,
    REFUSED,
    SEGMENT,
    SENSE,
    SEPARATOR,
    TERM,
    TERM_GONE,
    Acceptance,
    Change,
    Dismissal,
    EventRefused,
    GivenScore,
    Segment,
    State,
)
from workbench.model.term import Term, TermKey

__all__ = ["Acceptance", "Carried", "Dismissal", "EventRefused", "GivenScore", "Review", "Segment"]


class Review:
    """The folded state. Read its properties; change it with `apply`, `apply_act` and `replay` alone."""

    def __init__(self, bitext: Bitext) -> None:
        self.bitext = bitext
        """Documents and the machine's own beads."""
        self.last_seq = 0
        self._state = State(bitext)
        self._patches: dict[int, list[Change]] = {}
        self._acts: dict[int, list[ev.Entry]] = {}
        self._done: dict[int, None] = {}
        self._undone: tuple[int, ...] = ()
        self._open: int | None = None
        """The action that the next entry may still belong to."""
        self._entries: list[ev.Entry] = []
        self._history: dict[str, list[ev.Entry]] = {}
        self._parents: dict[str, set[str]] = {}
        self._refused: set[int] = set()
        self._held_terms: tuple[int, tuple[Term, ...]] | None = None

    # ---- reading: segments

    @property
    def beads(self) -> tuple[Bead, ...]:
        """The segments as they stand, machine's and reviewers' together, in order."""
        return self._state.arrangement.beads

    def position(self, bead_id: str) -> int | None:
        """Index of a segment in `beads`; None if there is none with this id."""
        return self._state.arrangement.position(bead_id)

    def bead(self, bead_id: str) -> Bead:
        """Raises `EventRefused` if there is no such segment."""
        return self._state.bead(bead_id)

    def segment(self, bead_id: str) -> Segment:
        """What was decided about a segment; a blank one where nothing was."""
        return self._state.segment(bead_id)

    @property
    def segments(self) -> Mapping[str, Segment]:
        """The segments that something was decided about, by id."""
        return self._state.tables[SEGMENT]

    def machine_text(self, bead: Bead) -> str:
        """The frozen target text of a segment, its inner separators as the machine wrote them."""
        return self.bitext.text(bead, Side.TARGET)

    def final_text(self, bead: Bead) -> str:
        """The corrected text, or the machine's with mended inner separators."""
        return self._state.final_text(bead)

    @property
    def separators(self) -> Mapping[int | str, str]:
        """Changed separators, by the key of `SeparatorChanged.after`."""
        return self._state.tables[SEPARATOR]

    def separator_after(self, end: int, next_start: int) -> str:
        """What stands between the target sentence that ends at `end` and the next one, in the corrected text."""
        return self._state.separator_after(end, next_start)

    def carried(self, old: Sequence[str], new: Sequence[Bead], cuts: Mapping[str, int] | None = None) -> Carried:
        """How the corrected texts of some neighbours (ids) are best dealt out among the segments they become.

        `cuts` has the code point at which the corrected text of a neighbour is to be cut, where it is known.
        """
        return carried(self._state, old, new, cuts)

    # ---- reading: annotations and claims

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """By id, in no order that means anything."""
        return self._state.tables[ANNOTATION]

    def annotations_of(self, bead_id: str) -> tuple[Annotation, ...]:
        """The annotations whose marked words lie in a segment, in the order of the text."""
        return tuple(sorted(self._state.annotations_on(bead_id), key=_text_order))

    def beads_of(self, annotation: Annotation) -> set[str]:
        """Ids of the segments that an annotation's marked words lie in, wherever beads have moved to since."""
        return self._state.beads_of(annotation)

    def is_adrift(self, annotation: Annotation) -> bool:
        """True if the words that an annotation quotes do not stand where it points: on corrected text that was
        rewritten, or where a project's text was changed from outside."""
        for anchor in (annotation.target, annotation.source):
            if anchor is None:
                continue
            if anchor.layer is Layer.MACHINE:
                text = self.bitext.document(anchor.side).text
            elif anchor.bead in self._state.arrangement:
                text = self._state.final_text(self._state.bead(str(anchor.bead)))
            else:
                return True
            if anchor.span.of(text) != anchor.quote:
                return True
        return False

    @property
    def dismissals(self) -> Mapping[str, Dismissal]:
        """By finding id."""
        return self._state.tables[DISMISSED]

    @property
    def accepted(self) -> AbstractSet[str]:
        """Ids of accepted findings."""
        return self._state.tables[ACCEPTED].keys()

    def is_dismissed(self, finding_id: str, check: str, quote: str, source_quote: str | None, bead: str | None) -> bool:
        """True if a dismissal covers this claim: by its id, or by check and words within the dismissal's scope."""
        return self._state.covers(DISMISSED, finding_id, (check, quote, source_quote), bead)

    def is_accepted(self, finding_id: str, check: str, quote: str, source_quote: str | None, bead: str | None) -> bool:
        """True if this claim was accepted: by its id, or by check and words in this segment or one it came from."""
        return self._state.covers(ACCEPTED, finding_id, (check, quote, source_quote), bead)

    # ---- reading: terms and history

    @property
    def terms(self) -> tuple[Term, ...]:
        """Terms added in this project, in order, and then those imported into it. The same object while they stay."""
        version, held = self._state.terms_version, self._held_terms
        if held is None or held[0] != version:
            tables = self._state.tables
            imported = (term for term, _ in tables[IMPORTED].values())
            held = self._held_terms = version, (*tables[TERM].values(), *imported)
        return held[1]

    @property
    def removed_terms(self) -> AbstractSet[TermKey]:
        """Keys of terms that are no longer known in this project, though it was given them at first."""
        return self._state.tables[TERM_GONE].keys()

    @property
    def terms_version(self) -> int:
        """Grows with each change to the terms."""
        return self._state.terms_version

    @property
    def added_terms(self) -> dict[TermKey, Term]:
        """Terms that the reviewer added or changed, by key."""
        return dict(self._state.tables[TERM])

    def terms_of(self, origin: str) -> dict[TermKey, Term]:
        """Terms that the reviewer added, and those imported from `origin`, by key."""
        imported = {term.key: term for term, named in self._state.tables[IMPORTED].values() if named == origin}
        return imported | self._state.tables[TERM]

    @property
    def refused_candidates(self) -> AbstractSet[str]:
        """Chinese words that a reviewer says are no terms."""
        return self._state.tables[REFUSED].keys()

    @property
    def senses(self) -> Mapping[tuple[str, int | None], TermKey]:
        """Which sense a reviewer says holds, by the Chinese term and its place; see `SenseFixed`."""
        return self._state.tables[SENSE]

    @property
    def term_decisions(self) -> Mapping[str, str]:
        """The chosen rendering by Chinese term."""
        return self._state.tables[DECISION]

    @property
    def entries(self) -> Sequence[ev.Entry]:
        """Everything that was folded in, in order."""
        return self._entries

    def history(self, bead_id: str) -> tuple[ev.Entry, ...]:
        """The entries that touched a segment, or those that it was made from, in order."""
        family, todo = {bead_id}, [bead_id]
        while todo:
            for parent in self._parents.get(todo.pop(), ()):
                if parent not in family:
                    family.add(parent)
                    todo.append(parent)
        found = {entry.seq: entry for member in family for entry in self._history.get(member, ())}
        return tuple(found[seq] for seq in sorted(found))

    def is_in_force(self, action: int) -> bool:
        """True for an act that was done and is not undone."""
        return action in self._done

    @property
    def can_undo(self) -> int | None:
        """The action that an undo would take back; None if there is none."""
        return next(reversed(self._done), None)

    @property
    def can_redo(self) -> int | None:
        return self._undone[-1] if self._undone else None

    def action_label(self, action: int) -> str:
        """What an act was, for people; empty for an action that is not known."""
        return self._acts[action][0].label if action in self._acts else ""

    def snapshot(self) -> dict[str, Any]:
        """All of the state as plain comparable values, for tests and exports."""
        tables = {t: {k: v for k, v in rows.items() if v != BLANK} for t, rows in self._state.tables.items()}
        return {"beads": self.beads, "tables": {t: rows for t, rows in tables.items() if rows}}

    # ---- folding

    def apply(self, entry: ev.Entry) -> frozenset[str]:
        """Folds one entry in. Returns the ids of the segments whose look may have changed (a dismissal for the whole
        document also changes every segment in which the same claim stands).

        Raises `EventRefused` if the entry does not fit; the state is then as before.
        """
        if entry.seq != self.last_seq + 1:
            raise EventRefused(f"journal entry {entry.seq} does not follow {self.last_seq}")
        event = entry.event
        if isinstance(event, ev.ActionUndone):
            touched = self._undo(event.action)
        elif isinstance(event, ev.ActionRedone):
            touched = self._redo(event.action)
        else:
            touched = self._do(entry)
        self._note(entry, touched)
        return frozenset(touched)

    def apply_act(self, entries: Sequence[ev.Entry]) -> frozenset[str]:
        """Folds all entries of one act in, or none of them. Raises `EventRefused`; the state is then as before."""
        undone, touched, last_seq = self._undone, set[str](), self.last_seq
        try:
            for entry in entries:
                if entry.action != entries[0].action:
                    raise EventRefused("the entries belong to several acts")
                touched |= self.apply(entry)
        except EventRefused:
            if self.last_seq > last_seq:
                self._forget(entries[0].action, touched, last_seq)
                self._undone = undone
            raise
        return frozenset(touched)

    def apply_all(self, entries: Iterable[ev.Entry]) -> None:
        for entry in entries:
            self.apply(entry)

    def replay(self, entries: Iterable[ev.Entry]) -> list[str]:
        """Folds a stored journal, come what may. Returns a warning for each entry that does not fit: marks on words
        that do not stand there are kept all the same, and anything else that fails has no effect."""
        warnings = []
        for entry in entries:
            try:
                self.apply(entry)
            except EventRefused as refusal:
                warnings.append(f"Entry {entry.seq} of the journal does not fit: {refusal}.")
                self._apply_unchecked(entry)
        return warnings

    def _apply_unchecked(self, entry: ev.Entry) -> None:
        touched: set[str] = set()
        if not isinstance(entry.event, ev.ActionUndone | ev.ActionRedone):
            self._refused.add(entry.seq)
            touched = self._do(entry)
        self._note(entry, touched)

    def _do(self, entry: ev.Entry) -> set[str]:
        if entry.action != entry.seq and entry.action != self._open and entry.seq not in self._refused:
            raise EventRefused(f"entry {entry.seq} belongs to action {entry.action}, which is closed")
        touched = self._fold(entry)
        self._acts.setdefault(entry.action, []).append(entry)
        self._done[entry.action] = None
        self._undone = ()
        return touched

    def _fold(self, entry: ev.Entry) -> set[str]:
        """Changes the state alone. What was refused once, and is only here because it was stored, is done as far as
        it can be."""
        state, forced = self._state, entry.seq in self._refused
        try:
            touched = fold(state, _signed(entry), check_quotes=not forced)
        except Exception as error:
            state.take_back(reversed(state.log))
            state.log = []
            if forced and isinstance(error, EventRefused):
                return set()
            raise
        self._patches.setdefault(entry.action, []).extend(state.log)
        state.log = []
        return touched

    def _undo(self, action: int) -> set[str]:
        if self.can_undo != action:
            raise EventRefused(f"action {action} is not the last one, so it cannot be undone")
        touched = self._state.take_back(reversed(self._patches.pop(action, [])))
        del self._done[action]
        self._undone = (*self._undone, action)
        return touched

    def _redo(self, action: int) -> set[str]:
        if self.can_redo != action:
            raise EventRefused(f"action {action} is not the last one undone, so it cannot be redone")
        touched: set[str] = set()
        try:
            for entry in self._acts[action]:
                touched |= self._fold(entry)
        except BaseException:
            self._state.take_back(reversed(self._patches.pop(action, [])))
            raise
        self._undone = self._undone[:-1]
        self._done[action] = None
        return touched

    # ---- what was folded in

    def _note(self, entry: ev.Entry, touched: set[str]) -> None:
        self.last_seq = entry.seq
        self._entries.append(entry)
        is_act = not isinstance(entry.event, ev.ActionUndone | ev.ActionRedone)
        self._open = entry.action if is_act else None
        for bead_id in touched:
            self._history.setdefault(bead_id, []).append(entry)
        if isinstance(entry.event, ev.BeadsRearranged):
            for bead in entry.event.new:
                if bead.id not in entry.event.old:
                    self._parents.setdefault(bead.id, set()).update(entry.event.old)

    def _forget(self, action: int, touched: set[str], last_seq: int) -> None:
        """As if the last act had never been begun."""
        self._state.take_back(reversed(self._patches.pop(action, [])))
        del self._acts[action], self._done[action], self._entries[last_seq - self.last_seq :]
        for bead_id in touched:
            history = self._history.get(bead_id, [])
            while history and history[-1].seq > last_seq:
                history.pop()
        self.last_seq = last_seq
        self._open = None


def _signed(entry: ev.Entry) -> ev.Event:
    """The event, with its reviewer where it is his or her score."""
    event = entry.event
    if isinstance(event, ev.ScoreGiven) and not event.rater:
        return replace(event, rater=entry.reviewer)
    return event


def _text_order(annotation: Annotation) -> tuple[int, int, str]:
    target = annotation.target.span.start if annotation.target else annotation.insert_at
    source = annotation.source.span.start if annotation.source else -1
    return (-1 if target is None else target, source, annotation.id)
