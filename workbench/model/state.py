"""The tables that a review is folded into, what they are looked up by, and the log by which a change is taken back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.arrangement import Arrangement
from workbench.model.bitext import Bead, Bitext
from workbench.model.span import Anchor, Layer, Side, Span


class GivenScore(NamedTuple):
    """What one rater gave a segment under one protocol."""

    protocol: str
    value: float
    rater: str = ""
    blind: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """What people decided about one bead."""

    corrected: str | None = None
    """The corrected text; None while the machine's stands."""
    status: ev.Status = ev.Status.UNTOUCHED
    edited_after_done: bool = False
    note: str = ""
    query: str = ""
    scores: tuple[GivenScore, ...] = ()
    """Judgments of the whole segment, one a rater and protocol, the last one given at the end."""


BLANK = Segment()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A rejected claim, kept by check and words."""

    check: str
    quote: str
    source_quote: str | None
    bead: str | None
    reason: str
    scope: ev.DismissalScope
    also: tuple[str, ...] = ()
    """Further segments that it holds in, since the one it was given for was split."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A claim that was found right, kept by check and words."""

    check: str
    quote: str
    source_quote: str | None
    bead: str | None
    also: tuple[str, ...] = ()


class EventRefused(WorkbenchError):
    """An event that does not fit the state, such as one on a segment that is not there."""


Claim = Dismissal | Acceptance
Change = tuple[str, Any, Any]
"""(table, key, old value), or ('', (index, number of new beads), old beads)."""

ANNOTATION, SEGMENT, SEPARATOR, TERM, DECISION = "annotation", "segment", "separator", "term", "decision"
IMPORTED, TERM_GONE, SENSE, REFUSED = "imported term", "removed term", "sense", "refused candidate"
DISMISSED, ACCEPTED = "dismissal", "accepted"
_TABLES = (ANNOTATION, SEGMENT, SEPARATOR, TERM, IMPORTED, TERM_GONE, SENSE, REFUSED, DECISION, DISMISSED, ACCEPTED)
_OF_TERMS = frozenset((TERM, IMPORTED, TERM_GONE))


class State:
    """Tables and beads. `put` and `splice` are the only ways to change them; both note in `log` what was there."""

    def __init__(self, bitext: Bitext) -> None:
        self.bitext = bitext
        self.arrangement = Arrangement(bitext.beads)
        self.tables: dict[str, dict[Any, Any]] = {name: {} for name in _TABLES}
        self.log: list[Change] = []
        self._places: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, dict[str, None]] = {}
        self._claims: dict[str, dict[tuple[str, str], None]] = {}
        self._words: dict[str, Counter[tuple[Any, ...]]] = {DISMISSED: Counter(), ACCEPTED: Counter()}
        self._cuts: list[int] = []
        self.terms_version = 0
        """Grows with each change to the terms."""

    # ---- changing

    def put(self, table: str, key: Any, value: Any) -> None:
        """Sets one value; None removes it."""
        self.log.append((table, key, self.tables[table].get(key)))
        self._set(table, key, value)

    def splice(self, first: int, count: int, new: Sequence[Bead]) -> None:
        """Puts other beads in the place of `count` neighbours."""
        self.log.append(("", (first, len(new)), self._splice(first, count, new)))

    def take_back(self, changes: Iterable[Change]) -> set[str]:
        """Undoes changes, given in reverse order. Returns the ids of the beads that they touched."""
        touched: set[str] = set()
        for table, key, old in changes:
            if table:
                touched |= self._touched(table, key)
                self._set(table, key, old)
                touched |= self._touched(table, key)
            else:
                first, count = key
                touched.update(bead.id for bead in self.arrangement.between(first, first + count))
                touched.update(bead.id for bead in old)
                self._splice(first, count, old)
        return touched

    def _splice(self, first: int, count: int, new: Sequence[Bead]) -> tuple[Bead, ...]:
        old = self.arrangement.splice(first, count, new)
        for annotation_id in {a for bead in old for a in self._marks.get(bead.id, ())}:
            self._place(annotation_id, self.tables[ANNOTATION][annotation_id])
        return old

    def _set(self, table: str, key: Any, value: Any) -> None:
        rows = self.tables[table]
        old = rows.get(key)
        if value is None:
            rows.pop(key, None)
        else:
            rows[key] = value
        if table in _OF_TERMS:
            self.terms_version += 1
        elif table == ANNOTATION:
            self._place(key, value)
        elif table in self._words:
            self._index_claim(table, key, old, -1)
            self._index_claim(table, key, value, 1)
        elif table == SEPARATOR and isinstance(key, int) and (old is None) != (value is None):
            if value is None:
                del self._cuts[bisect_left(self._cuts, key)]
            else:
                insort(self._cuts, key)

    def _place(self, annotation_id: str, annotation: Annotation | None) -> None:
        for bead_id in self._places.pop(annotation_id, ()):
            marks = self._marks[bead_id]
            del marks[annotation_id]
            if not marks:
                del self._marks[bead_id]
        if annotation is not None:
            self._places[annotation_id] = places = tuple(self.beads_of(annotation))
            for bead_id in places:
                self._marks.setdefault(bead_id, {})[annotation_id] = None

    def _index_claim(self, table: str, key: str, claim: Claim | None, by: int) -> None:
        if claim is None:
            return
        words = self._words[table]
        for bead_id in _reach(claim):
            word = (claim.check, claim.quote, claim.source_quote, bead_id)
            words[word] += by
            if not words[word]:
                del words[word]
        for bead_id in (claim.bead, *claim.also):
            if bead_id is None:
                continue
            claims = self._claims.setdefault(bead_id, {})
            if by > 0:
                claims[table, key] = None
            else:
                claims.pop((table, key), None)
                if not claims:
                    del self._claims[bead_id]

    def _touched(self, table: str, key: Any) -> set[str]:
        if table == SEGMENT:
            return {key}
        if table == ANNOTATION:
            return set(self._places.get(key, ()))
        if table == SEPARATOR:
            return self.beads_at(key)
        claim = self.tables[table].get(key) if table in self._words else None
        return {b for b in (claim.bead, *claim.also) if b is not None} if claim is not None else set()

    # ---- looking up

    def bead(self, bead_id: str) -> Bead:
        position = self.arrangement.position(bead_id)
        if position is None:
            raise EventRefused(f"there is no segment {bead_id}")
        return self.arrangement.between(position, position + 1)[0]

    def segment(self, bead_id: str) -> Segment:
        segment = self.tables[SEGMENT].get(bead_id, BLANK)
        assert isinstance(segment, Segment)
        return segment

    def beads_of(self, annotation: Annotation) -> set[str]:
        """Ids of the segments that an annotation's marked words lie in, wherever beads have moved to since."""
        found = {b for anchor in (annotation.target, annotation.source) if anchor for b in self._under(anchor)}
        if not found and annotation.insert_at is not None:
            found.update(self.arrangement.under(Side.TARGET, Span(annotation.insert_at, annotation.insert_at)))
        return found

    def _under(self, anchor: Anchor) -> tuple[str, ...]:
        if anchor.layer is Layer.CORRECTED:
            return (anchor.bead,) if anchor.bead else ()
        return self.arrangement.under(anchor.side, anchor.span)

    def beads_at(self, separator: int | str) -> set[str]:
        """The segment that a separator follows, by the key of `SeparatorChanged.after`."""
        if isinstance(separator, str):
            return {separator} if separator in self.arrangement else set()
        return set(self.arrangement.under(Side.TARGET, Span(max(separator - 1, 0), max(separator, 1))))

    def annotations_on(self, bead_id: str) -> Iterator[Annotation]:
        """Annotations of a segment, in the order they were made or moved there."""
        rows = self.tables[ANNOTATION]
        return (rows[annotation_id] for annotation_id in self._marks.get(bead_id, ()))

    def claims_on(self, bead_id: str) -> tuple[tuple[str, str], ...]:
        """(table, finding id) of the accepted and dismissed claims of a segment."""
        return tuple(self._claims.get(bead_id, ()))

    def covers(self, table: str, finding_id: str, words: tuple[str, str, str | None], bead_id: str | None) -> bool:
        """True if a claim was dismissed (or accepted): by its id, or by check and words within the reach given."""
        if finding_id in self.tables[table]:
            return True
        known = self._words[table]
        return (*words, None) in known or (bead_id is not None and (*words, bead_id) in known)

    def final_text(self, bead: Bead) -> str:
        """The corrected text, or the machine's with mended inner separators."""
        corrected = self.segment(bead.id).corrected
        return self.mended_text(bead) if corrected is None else corrected

    def mended_text(self, bead: Bead) -> str:
        """The machine's text with mended inner separators."""
        span = bead.span(Side.TARGET)
        return "" if span is None else self.mended(span)

    def mended(self, span: Span) -> str:
        """The machine's text of a span of the target document, the separators within it as they were changed.

        A change holds at its code point, also after the sentences around it were joined or cut anew.
        """
        text = self.bitext.target.text
        first, last = bisect_right(self._cuts, span.start), bisect_left(self._cuts, span.end)
        if first == last:
            return span.of(text)
        parts, done = [], span.start
        for cut in self._cuts[first:last]:
            if cut >= done:
                parts += [text[done:cut], self.tables[SEPARATOR][cut]]
                done = min(self._resumes_at(cut), span.end)
        return "".join([*parts, text[done : span.end]])

    def _resumes_at(self, cut: int) -> int:
        """Where the text goes on behind a separator that begins at `cut`."""
        if self.arrangement.ending_at(Side.TARGET, cut) is not None:
            following = self.arrangement.next_start(Side.TARGET, cut)
            if following is not None:
                return following
        text = self.bitext.target.text
        while cut < len(text) and text[cut].isspace():
            cut += 1
        return cut

    def separator_after(self, end: int, next_start: int) -> str:
        """What stands between the target sentence that ends at `end` and the next one, in the corrected text."""
        changed = self.tables[SEPARATOR].get(end)
        return changed if changed is not None else self.bitext.target.text[end:next_start]


def _reach(claim: Claim) -> tuple[str | None, ...]:
    """The segments that a claim's verdict holds in; (None,) for all of them."""
    if isinstance(claim, Dismissal) and claim.scope is not ev.DismissalScope.PLACE:
        return (None,)
    return tuple(b for b in (claim.bead, *claim.also) if b is not None)
