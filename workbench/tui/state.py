"""Where the reviewer is: segment, side, word, selection, hunt. View state: only the place is saved.

Pure: it reads the session and moves; screens translate keys into its methods and draw what it says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.model.finding import Finding
from workbench.model.span import Side, Span
from workbench.session.fixing import group_key
from workbench.session.values import Place, PlacedAnnotation
from workbench.text.cells import grapheme_starts
from workbench.text.script import is_han
from workbench.tui.action import Mode
from workbench.tui.hunting import Hunting

if TYPE_CHECKING:
    from workbench.session.session import Session


@dataclass(slots=True)
class Selection:
    """Words being selected, at least one character."""

    start: int
    end: int
    moves_end: bool = True
    resizes: str | None = None
    """Id of the annotation whose extent is being changed."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class ReviewState(Hunting):
    """The cursor and what hangs on it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.words_ready = False
        """False until the Chinese word list is loaded: every character is a word until then."""
        self._was_at = 0
        self.side = Side.TARGET
        self.home = Side.TARGET
        """The side one was sent to last: come back to it where a segment without it lies between."""
        self.span = Span(0, 0)
        """The word under the cursor, or the words of the finding that one stands on."""
        self.on_finding = False
        """True if the cursor was led to a finding: 1 2 3 then accept it with that severity."""
        self.finding_id: str | None = None
        self.mode = Mode.NORMAL
        self.selection: Selection | None = None
        self.linked: tuple[Side, Span] | None = None
        """What was selected on the other side before Tab."""
        self.place_at = 0
        self.category_list = ""
        """The list that a category was taken from last."""
        self.hits: dict[str, tuple[tuple[Side, Span], ...]] = {}
        """Search hits by segment."""
        self.counterparts: tuple[Span, ...] = ()
        """Words of the other side that account for the word under the cursor."""
        if session.beads:
            self.enter(self.bead)

    # ---- segments

    def text(self, side: Side | None = None) -> str:
        return self.session.text(self.bead, side or self.side) if self.bead else ""

    def enter(self, bead_id: str, *, at_finding: bool = False) -> None:
        """Goes to a segment: to its first word, or to the words of its worst finding, or of the one hunted for."""
        self.bead = bead_id
        self._was_at = self.index
        self.selection = self.linked = None
        self.mode = Mode.NORMAL
        findings = self.session.findings(bead_id)
        self.finding_id = findings[0].id if findings else None
        self._settle_side()
        self._at_first_word()
        if at_finding and findings:
            self.go_to_finding(next(filter(self.is_hunted, findings), findings[0]))

    def is_hunted(self, finding: Finding) -> bool:
        """True for a finding of the check or the group that the hunt is for."""
        return self.hunt.key in (f"check:{finding.check}", f"group:{group_key(finding)}")

    def _settle_side(self) -> None:
        self.side = self.home if self.text(self.home) or not self.text(self.home.other) else self.home.other

    def _at_first_word(self) -> None:
        words = self.words()
        self._set(words[0] if words else Span(0, 0))

    def step(self, by: int) -> bool:
        """Goes so many segments on in document order. False at the end."""
        wanted = max(0, min(len(self.session.beads) - 1, self.index + by))
        if wanted == self.index:
            return False
        self.enter(self.session.beads[wanted].id)
        return True

    def heir(self, touched: Iterable[str]) -> str | None:
        """Of what an act touched, the segment that stands where the focused one stood, if that is gone."""
        if self.session.index(self.bead) is not None:
            return None
        places = {place: bead for bead in touched if (place := self.session.index(bead)) is not None}
        return places[min(places, key=lambda place: (abs(place - self._was_at), place))] if places else None

    def refresh(self) -> None:
        """After a change: keeps the cursor in the text that now stands there."""
        beads = self.session.beads
        if self.session.index(self.bead) is None and beads:
            self.enter(beads[min(self._was_at, len(beads) - 1)].id)
        self._was_at = self.index
        text = self.text()
        if self.span.end > len(text) or not text:
            self._settle_side()
            words = self.words()
            self._set(words[-1] if words else Span(0, 0))
        elif not self.on_finding:
            self._set(self.word_at(self.span.start))
        open_ids = {finding.id for finding in self.session.findings(self.bead)}
        if self.finding_id not in open_ids:
            self.on_finding = False
            findings = self.session.findings(self.bead)
            self.finding_id = findings[0].id if findings else None
        if self.selection and self.selection.end > len(self.text()):
            self.drop_selection()

    # ---- words

    def words(self, side: Side | None = None) -> tuple[Span, ...]:
        side = side or self.side
        if not self.bead or not self.text(side):
            return ()
        if self.words_ready or side is Side.TARGET:
            return self.session.word_spans(self.bead, side)
        return tuple(Span(i, i + 1) for i, ch in enumerate(self.text(side)) if is_han(ch) or ch.isalnum())

    def word_at(self, offset: int, side: Side | None = None) -> Span:
        """The word that holds a code point, or the one before it."""
        words = self.words(side)
        if not words:
            return Span(0, 0)
        return words[max(0, bisect_right([word.start for word in words], offset) - 1)]

    def _set(self, span: Span) -> None:
        self.span = span
        self.on_finding = False
        self.counterparts = ()

    def go_to(self, side: Side, offset: int) -> None:
        """To the word that holds a code point of one side of this segment."""
        if self.text(side):
            self.side = self.home = side
        self._set(self.word_at(offset))
        self._notice_finding()

    def step_word(self, by: int) -> bool:
        """One word on or back; over the end of the segment into the next one. False at the ends of the document."""
        words = self.words()
        if by > 0:
            after = [word for word in words if word.start >= max(self.span.end, self.span.start + 1)]
            if after:
                self._set(after[0])
            elif not self.step(1):
                return False
        else:
            before = [word for word in words if word.start < self.span.start]
            if before:
                self._set(before[-1])
            elif self.step(-1):
                words = self.words()
                self._set(words[-1] if words else Span(0, 0))
            else:
                return False
        self._notice_finding()
        return True

    def end_word(self, by: int) -> None:
        words = self.words()
        if words:
            self._set(words[-1 if by > 0 else 0])

    def other_side(self, counterpart: Span | None) -> bool:
        """To the counterpart on the other side; to a word as far along if it is not known. False if there is none."""
        other = self.side.other
        if not self.text(other):
            return False
        if counterpart is None:
            counterpart = self.session.along(self.bead, self.side, self.span) or self.word_at(0, other)
        self.side = self.home = other
        self._set(self.word_at(counterpart.start) if self.selection is None else counterpart)
        self._notice_finding()
        return True

    # ---- findings and marks

    def findings(self) -> tuple[Finding, ...]:
        return self.session.findings(self.bead) if self.bead else ()

    @property
    def finding(self) -> Finding | None:
        """The finding that a, x, X and = are about."""
        return next((f for f in self.findings() if f.id == self.finding_id), None)

    def _notice_finding(self) -> None:
        for finding in self.findings():
            for side, span in ((finding.side, finding.span), (Side.SOURCE, finding.source_span)):
                if side is self.side and span is not None and span.overlaps(self.span):
                    self.finding_id = finding.id
                    return

    def go_to_finding(self, finding: Finding) -> None:
        self.finding_id = finding.id
        side, span = finding.side, finding.span
        if side is None or span is None:
            side, span = (Side.SOURCE, finding.source_span) if finding.source_span else (None, None)
        if side is not None and span is not None and self.text(side):
            self.side = side
            self._set(span if len(span) else self.word_at(span.start))
        self.on_finding = True

    def next_finding(self) -> Finding | None:
        """The finding after the current one, round and round; the current one first if the cursor is not on it."""
        findings = self.findings()
        if not findings:
            return None
        at = next((i for i, f in enumerate(findings) if f.id == self.finding_id), -1)
        if self.on_finding or at < 0:
            at = (at + 1) % len(findings)
        self.go_to_finding(findings[at])
        return findings[at]

    def marks_here(self) -> tuple[PlacedAnnotation, ...]:
        """Human marks under the cursor, the narrowest first."""
        here = self.selection.span if self.selection else self.span
        found = []
        for item in self.session.annotations(self.bead) if self.bead else ():
            span = item.source if self.side is Side.SOURCE else item.target
            if span is not None and (span.overlaps(here) or span == here):
                found.append((len(span), item.annotation.id, item))
        return tuple(item for _, _, item in sorted(found, key=lambda entry: entry[:2]))

    # ---- selecting

    def select(self, span: Span | None = None, *, resizes: str | None = None) -> None:
        span = span or self.span
        if len(span):
            self.selection = Selection(span.start, span.end, resizes=resizes)
            self.mode = Mode.SELECT

    def drop_selection(self) -> None:
        self.selection = self.linked = None
        self.mode = Mode.NORMAL

    def extend(self, how: Literal["word+", "word-", "char+", "char-", "start", "end"]) -> None:
        selection, text = self.selection, self.text()
        if selection is None:
            return
        if how == "start":
            selection.moves_end, selection.start = False, 0
        elif how == "end":
            selection.moves_end, selection.end = True, len(text)
        elif how in ("char+", "char-"):
            self._extend_by_character(selection, text, outward=how == "char+")
        else:
            self._extend_by_word(selection, 1 if how == "word+" else -1)

    def _extend_by_character(self, selection: Selection, text: str, *, outward: bool) -> None:
        starts = [*grapheme_starts(text), len(text)]
        if selection.moves_end:
            at = bisect_left(starts, selection.end) + (1 if outward else -1)
            end = starts[max(0, min(at, len(starts) - 1))]
            if end > selection.start:
                selection.end = end
        else:
            at = bisect_left(starts, selection.start) + (-1 if outward else 1)
            start = starts[max(0, min(at, len(starts) - 1))]
            if start < selection.end:
                selection.start = start

    def _extend_by_word(self, selection: Selection, by: int) -> None:
        words = self.words()
        edges = [w.end for w in words] if selection.moves_end else [w.start for w in words]
        here = selection.end if selection.moves_end else selection.start
        further = [e for e in edges if e > here] if by > 0 else [e for e in edges if e < here]
        if selection.moves_end and by < 0:
            further = [e for e in further if e > selection.start]
        elif not selection.moves_end and by > 0:
            further = [e for e in further if e < selection.end]
        if further:
            edge = min(further) if by > 0 else max(further)
            if selection.moves_end:
                selection.end = edge
            else:
                selection.start = edge
        elif selection.moves_end == (by < 0):
            # Back over where it began: from here on, the other end moves.
            selection.moves_end = by > 0
            outer = [w.end for w in words if w.end > selection.end] if by > 0 else []
            before = [w.start for w in words if w.start < selection.start] if by < 0 else []
            if outer:
                selection.end = min(outer)
            elif before:
                selection.start = max(before)

    def swap_ends(self) -> None:
        if self.selection:
            self.selection.moves_end = not self.selection.moves_end

    # ---- the place of an omission

    def begin_place(self, at: int) -> None:
        self.mode = Mode.PLACE
        self.place_at = at

    def step_place(self, how: str) -> None:
        text = self.text(Side.TARGET)
        stops = sorted({*(word.start for word in self.words(Side.TARGET)), 0, len(text)})
        if how in ("start", "end"):
            self.place_at = 0 if how == "start" else len(text)
        elif how == "+1":
            self.place_at = min((s for s in stops if s > self.place_at), default=len(text))
        else:
            self.place_at = max((s for s in stops if s < self.place_at), default=0)

    # ---- the place to come back to

    def place(self) -> Place:
        hunt, at = self.hunt, self.hunt_at
        last = hunt.beads[at] if 0 <= at < len(hunt.beads) else ""
        view: dict[str, object] = {"hunt": hunt.key, "last": last}
        if len(self.later):
            view["later"] = self.later.record()
        if self.category_list:
            view["categories"] = self.category_list
        return Place(self.bead, self.side, self.span.start, view)

    def restore(self, place: Place) -> None:
        self.later.take(place.view.get("later"))
        self.category_list = str(place.view.get("categories", ""))
        if self.session.index(place.bead) is not None:
            self.enter(place.bead)
            self.go_to(place.side, place.offset)
