"""The state of a review: the fold of its events over the pairing that the machine made.

`Review.apply` folds one journal entry and returns the ids of the segments that changed. Every change goes through one
of a few maps whose old values are kept per action, so an undo puts back exactly what was there: undo(do(x)) = x.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Bitext
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.term import Term


@dataclass(frozen=True, slots=True)
class Segment:
    """What people decided about one bead."""

    corrected: str | None = None
    """The corrected text; None while the machine's stands."""
    status: ev.Status = ev.Status.UNTOUCHED
    edited_after_done: bool = False
    note: str = ""
    query: str = ""
    scores: tuple[tuple[str, float], ...] = ()
    """(protocol, value) judgments of the whole segment."""


_BLANK = Segment()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A rejected claim, kept by check and words."""

    check: str
    quote: str
    source_quote: str | None
    bead: str | None
    reason: str
    scope: ev.DismissalScope


class EventRefused(WorkbenchError):
    """An event that does not fit the state, such as one on a segment that is not there."""


class Review:
    """The folded state. Read its properties; change it with `apply` alone."""

    def __init__(self, bitext: Bitext) -> None:
        self.bitext = bitext
        """Documents and the machine's own beads."""
        self._tables: dict[str, dict[Any, Any]] = defaultdict(dict)
        self._beads: tuple[Bead, ...] = bitext.beads
        self._index: dict[str, int] = {bead.id: i for i, bead in enumerate(bitext.beads)}
        self._patches: dict[int, list[tuple[tuple[str, Any], Any]]] = {}
        self._entries: dict[int, list[ev.Entry]] = {}
        self._done: list[int] = []
        self._undone: list[int] = []
        self.last_seq = 0

    # ---- reading

    @property
    def beads(self) -> tuple[Bead, ...]:
        """The segments as they stand, machine's and reviewers' together, in order."""
        return self._beads

    def position(self, bead_id: str) -> int | None:
        """Index of a segment in `beads`; None if there is none with this id."""
        return self._index.get(bead_id)

    def bead(self, bead_id: str) -> Bead:
        position = self._index.get(bead_id)
        if position is None:
            raise EventRefused(f"there is no segment {bead_id}")
        return self._beads[position]

    def segment(self, bead_id: str) -> Segment:
        segment = self._tables["segment"].get(bead_id, _BLANK)
        assert isinstance(segment, Segment)
        return segment

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        return self._tables["annotation"]

    @property
    def dismissals(self) -> Mapping[str, Dismissal]:
        """By finding id."""
        return self._tables["dismissal"]

    @property
    def accepted(self) -> frozenset[str]:
        """Ids of accepted findings."""
        return frozenset(self._tables["accepted"])

    @property
    def separators(self) -> Mapping[int | str, str]:
        """Changed separators, by the key of `SeparatorChanged.after`."""
        return self._tables["separator"]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Terms added in this project, in order."""
        return tuple(self._tables["term"].values())

    @property
    def term_decisions(self) -> Mapping[str, str]:
        """The chosen rendering by Chinese term."""
        return self._tables["decision"]

    def machine_text(self, bead: Bead) -> str:
        """The frozen target text of a segment, its inner separators as the machine wrote them."""
        return self.bitext.text(bead, Side.TARGET)

    def final_text(self, bead: Bead) -> str:
        """The corrected text, or the machine's with mended inner separators."""
        corrected = self.segment(bead.id).corrected
        if corrected is not None:
            return corrected
        if len(bead.target) < 2 or not any(s.end in self.separators for s in bead.target[:-1]):
            return self.machine_text(bead)
        parts = [bead.target[0].text]
        for before, after in zip(bead.target, bead.target[1:], strict=False):
            parts += [self.separator_after(before.end, after.start), after.text]
        return "".join(parts)

    def separator_after(self, end: int, next_start: int) -> str:
        """What stands between the target sentence that ends at `end` and the next one, in the corrected text."""
        changed = self._tables["separator"].get(end)
        return changed if changed is not None else self.bitext.target.text[end:next_start]

    def is_dismissed(self, finding_id: str, check: str, quote: str, source_quote: str | None, bead: str | None) -> bool:
        """True if a dismissal covers this claim: by its id, or by check and words within the dismissal's scope."""
        if finding_id in self._tables["dismissal"]:
            return True
        for d in self.dismissals.values():
            if (d.check, d.quote, d.source_quote) == (check, quote, source_quote) and (
                d.scope is not ev.DismissalScope.PLACE or d.bead == bead
            ):
                return True
        return False

    @property
    def can_undo(self) -> int | None:
        """The action that an undo would take back; None if there is none."""
        return self._done[-1] if self._done else None

    @property
    def can_redo(self) -> int | None:
        return self._undone[-1] if self._undone else None

    def action_label(self, action: int) -> str:
        return self._entries[action][0].label

    def snapshot(self) -> dict[str, Any]:
        """All of the state as plain comparable values, for tests and exports."""
        return {
            "beads": self._beads,
            "tables": {t: {k: v for k, v in c.items() if v != _BLANK} for t, c in self._tables.items() if c},
        }

    # ---- folding

    def apply(self, entry: ev.Entry) -> frozenset[str]:
        """Folds one entry in. Returns the ids of the segments whose look may have changed.

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
            if not self._done or self._done[-1] != entry.action:
                self._done.append(entry.action)
            self._entries.setdefault(entry.action, []).append(entry)
            self._undone.clear()
        self.last_seq = entry.seq
        return touched

    def apply_all(self, entries: Iterable[ev.Entry]) -> None:
        for entry in entries:
            self.apply(entry)

    def replay(self, entries: Iterable[ev.Entry]) -> list[str]:
        """Folds a stored journal. Returns a warning for each entry that does not fit; it then has no effect."""
        warnings = []
        for entry in entries:
            try:
                self.apply(entry)
            except EventRefused as refusal:
                warnings.append(f"Entry {entry.seq} of the journal: {refusal}")
                self.last_seq = entry.seq
        return warnings

    def _do(self, entry: ev.Entry) -> frozenset[str]:
        patch: list[tuple[tuple[str, Any], Any]] = []
        try:
            touched = _HANDLERS[type(entry.event)](self, entry.event, patch)
        except EventRefused:
            self._revert(patch)
            raise
        self._patches.setdefault(entry.action, []).extend(patch)
        return frozenset(touched)

    def _undo(self, action: int) -> frozenset[str]:
        if not self._done or self._done[-1] != action:
            raise EventRefused(f"action {action} is not the last one, so it cannot be undone")
        touched = self._revert(self._patches.pop(action, []))
        self._done.pop()
        self._undone.append(action)
        return touched

    def _redo(self, action: int) -> frozenset[str]:
        if not self._undone or self._undone[-1] != action:
            raise EventRefused(f"action {action} is not the last one undone, so it cannot be redone")
        touched: set[str] = set()
        for entry in self._entries[action]:
            touched |= self._do(entry)
        self._undone.pop()
        self._done.append(action)
        return frozenset(touched)

    def _revert(self, patch: list[tuple[tuple[str, Any], Any]]) -> frozenset[str]:
        touched: set[str] = set()
        for key, old in reversed(patch):
            table, name = key
            if table == "beads":
                touched |= {bead.id for bead in {*self._beads} ^ {*old}}
                self._set_beads(old)
                continue
            touched |= self._touched_by(table, name, self._tables[table].get(name), old)
            self._set(table, name, old)
        return frozenset(touched)

    def _put(self, patch: list[tuple[tuple[str, Any], Any]], table: str, key: Any, value: Any) -> None:
        patch.append(((table, key), self._tables[table].get(key)))
        self._set(table, key, value)

    def _set(self, table: str, key: Any, value: Any) -> None:
        if value is None:
            self._tables[table].pop(key, None)
        else:
            self._tables[table][key] = value

    def _set_beads(self, beads: tuple[Bead, ...]) -> None:
        self._beads = beads
        self._index = {bead.id: i for i, bead in enumerate(beads)}

    def _touched_by(self, table: str, name: Any, *values: Any) -> set[str]:
        if table == "segment":
            return {name}
        if table == "annotation":
            return {bead for v in values if isinstance(v, Annotation) for bead in self.beads_of(v)}
        if table == "separator":
            return self._beads_at(name)
        if table in ("dismissal", "accepted"):
            return {v.bead for v in values if getattr(v, "bead", None)}
        return set()

    def _beads_at(self, separator_key: int | str) -> set[str]:
        if isinstance(separator_key, str):
            return {separator_key}
        return {b.id for b in self._beads if any(s.end == separator_key for s in b.target)}

    def beads_of(self, annotation: Annotation) -> set[str]:
        """Ids of the segments that an annotation's marked words lie in, wherever beads have moved to since."""
        found: set[str] = set()
        for anchor in (annotation.target, annotation.source):
            if anchor is not None:
                found |= self._beads_under(anchor)
        if not found and annotation.insert_at is not None:
            found |= self._beads_under(
                Anchor(Side.TARGET, Span(annotation.insert_at, annotation.insert_at), "", Layer.MACHINE)
            )
        return found

    def _beads_under(self, anchor: Anchor) -> set[str]:
        if anchor.layer is Layer.CORRECTED:
            return {anchor.bead} if anchor.bead else set()
        found = set()
        for bead in self._beads:
            span = bead.span(anchor.side)
            if span and (span.overlaps(anchor.span) or (not len(anchor.span) and span.contains(anchor.span))):
                found.add(bead.id)
        return found

    # ---- one handler an event

    def _flag(self, event: ev.SpanFlagged | ev.FlagChanged, patch: list[Any]) -> set[str]:
        annotation = event.annotation
        old = self._tables["annotation"].get(annotation.id)
        if isinstance(event, ev.FlagChanged) and old is None:
            raise EventRefused(f"there is no annotation {annotation.id}")
        for anchor in (annotation.target, annotation.source):
            if anchor and anchor.layer is Layer.MACHINE:
                text = self.bitext.document(anchor.side).text
                if anchor.span.of(text) != anchor.quote:
                    raise EventRefused(
                        f"{anchor.side} {anchor.span.start}-{anchor.span.end} does not read {anchor.quote!r}"
                    )
        self._put(patch, "annotation", annotation.id, annotation)
        touched = self.beads_of(annotation) | (self.beads_of(old) if old else set())
        return touched | self._start_work(touched, patch)

    def _unflag(self, event: ev.FlagRemoved, patch: list[Any]) -> set[str]:
        old = self._tables["annotation"].get(event.annotation_id)
        if old is None:
            raise EventRefused(f"there is no annotation {event.annotation_id}")
        self._put(patch, "annotation", event.annotation_id, None)
        return self.beads_of(old)

    def _accept(self, event: ev.FindingAccepted, patch: list[Any]) -> set[str]:
        self._put(patch, "accepted", event.finding_id, event)
        touched = {event.bead} if event.bead else set()
        return touched | self._start_work(touched, patch)

    def _dismiss(self, event: ev.FindingDismissed, patch: list[Any]) -> set[str]:
        dismissal = Dismissal(
            event.check, event.quote, event.source_quote, event.bead, event.reason, ev.DismissalScope(event.scope)
        )
        self._put(patch, "dismissal", event.finding_id, dismissal)
        return {event.bead} if event.bead else set()

    def _change(self, bead_id: str, patch: list[Any], change: Callable[[Segment], Segment]) -> set[str]:
        self.bead(bead_id)
        self._put(patch, "segment", bead_id, change(self.segment(bead_id)))
        return {bead_id}

    def _start_work(self, bead_ids: Iterable[str], patch: list[Any]) -> set[str]:
        started = {b for b in bead_ids if b in self._index and self.segment(b).status is ev.Status.UNTOUCHED}
        for bead_id in started:
            self._change(bead_id, patch, lambda s: replace(s, status=ev.Status.IN_WORK))
        return started

    def _correct(self, event: ev.TextCorrected, patch: list[Any]) -> set[str]:
        def change(segment: Segment) -> Segment:
            done = segment.status is ev.Status.DONE
            status = ev.Status.IN_WORK if segment.status is ev.Status.UNTOUCHED else segment.status
            return replace(
                segment, corrected=event.text, status=status, edited_after_done=segment.edited_after_done or done
            )

        return self._change(event.bead, patch, change)

    def _separate(self, event: ev.SeparatorChanged, patch: list[Any]) -> set[str]:
        self._put(patch, "separator", event.after, event.text)
        return self._beads_at(event.after)

    def _set_status(self, event: ev.StatusChanged, patch: list[Any]) -> set[str]:
        return self._change(
            event.bead, patch, lambda s: replace(s, status=ev.Status(event.status), edited_after_done=False)
        )

    def _write_note(self, event: ev.NoteWritten, patch: list[Any]) -> set[str]:
        def change(segment: Segment) -> Segment:
            if event.kind == ev.NoteKind.NOTE:
                return replace(segment, note=event.text)
            status = segment.status
            if event.text:
                status = ev.Status.QUERY
            elif status is ev.Status.QUERY:
                status = ev.Status.IN_WORK
            return replace(segment, query=event.text, status=status)

        return self._change(event.bead, patch, change)

    def _give_score(self, event: ev.ScoreGiven, patch: list[Any]) -> set[str]:
        def change(segment: Segment) -> Segment:
            kept = tuple(s for s in segment.scores if s[0] != event.protocol)
            given = () if event.value is None else ((event.protocol, event.value),)
            return replace(segment, scores=kept + given)

        return self._change(event.bead, patch, change)

    def _rearrange(self, event: ev.BeadsRearranged, patch: list[Any]) -> set[str]:
        first = self._index.get(event.old[0]) if event.old else None
        if first is None or len(event.texts) != len(event.new) or not event.new:
            raise EventRefused("the segments to rearrange are not there")
        old = self._beads[first : first + len(event.old)]
        if tuple(bead.id for bead in old) != event.old:
            raise EventRefused("the segments to rearrange are not neighbours")
        for side in Side:
            if _letters(old, side) != _letters(event.new, side):
                raise EventRefused(f"the new segments do not cover the same {side} text")
        before = [self.segment(bead_id) for bead_id in event.old]
        patch.append((("beads", None), self._beads))
        self._set_beads(self._beads[:first] + event.new + self._beads[first + len(old) :])
        for bead_id in event.old:
            if bead_id not in self._index:
                self._put(patch, "segment", bead_id, None)
        worked = any(s.status is not ev.Status.UNTOUCHED for s in before)
        for i, (bead, text) in enumerate(zip(event.new, event.texts, strict=True)):
            segment = Segment(
                corrected=text,
                status=ev.Status.IN_WORK if worked or text is not None else ev.Status.UNTOUCHED,
                note="\n".join(s.note for s in before if s.note) if i == 0 else "",
                query="\n".join(s.query for s in before if s.query) if i == 0 else "",
            )
            if segment.query:
                segment = replace(segment, status=ev.Status.QUERY)
            self._put(patch, "segment", bead.id, segment)
        return {*event.old, *(bead.id for bead in event.new)}

    def _add_term(self, event: ev.TermAdded, patch: list[Any]) -> set[str]:
        self._put(patch, "term", (event.term.zh, event.term.sense), event.term)
        return set()

    def _decide_term(self, event: ev.TermDecided, patch: list[Any]) -> set[str]:
        self._put(patch, "decision", event.zh, event.en)
        return set()


def _letters(beads: Iterable[Bead], side: Side) -> str:
    """The visible text of some beads, without white space: what re-cutting must not change."""
    return "".join("".join(s.text.split()) for bead in beads for s in bead.sentences(side))


_HANDLERS: dict[type[Any], Callable[[Review, Any, list[Any]], set[str]]] = {
    ev.SpanFlagged: Review._flag,
    ev.FlagChanged: Review._flag,
    ev.FlagRemoved: Review._unflag,
    ev.FindingAccepted: Review._accept,
    ev.FindingDismissed: Review._dismiss,
    ev.TextCorrected: Review._correct,
    ev.SeparatorChanged: Review._separate,
    ev.StatusChanged: Review._set_status,
    ev.NoteWritten: Review._write_note,
    ev.ScoreGiven: Review._give_score,
    ev.BeadsRearranged: Review._rearrange,
    ev.TermAdded: Review._add_term,
    ev.TermDecided: Review._decide_term,
}
