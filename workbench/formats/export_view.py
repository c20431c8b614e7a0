"""Everything that a writer needs to know of a review, as plain frozen values: no session, no database."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.document import Document
from workbench.model.events import Entry
from workbench.model.finding import Finding
from workbench.model.review import Dismissal, Review, Segment
from workbench.model.score import QualityEstimate
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.term import Term

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class ExportAnnotation:
    """An annotation as one segment holds it; spans count code points of the segment's own texts."""

    annotation: Annotation
    source: Span | None = None
    """In the segment's source text; clipped to it."""
    machine: Span | None = None
    """In the segment's frozen target text; clipped to it."""
    final: Span | None = None
    """In the corrected text; None if unknown or edited away."""
    insert_at: int | None = None
    """For an omission: where in the segment's frozen target text the missing words belong."""
    is_whole: bool = True
    """False where the marked words go on in another segment."""
    is_first: bool = True
    """False in every segment but the first that holds a part of the annotation, so that each is counted once."""


@dataclass(frozen=True, slots=True)
class ExportSegment:
    """One bead with its texts and everything decided or claimed about it."""

    number: int
    """Its place in the document, from 1, as on screen."""
    bead: Bead
    source: str
    machine: str
    final: str
    segment: Segment = field(default_factory=Segment)
    separator_machine: str = ""
    """What stands in the frozen target between this segment and the next target sentence; empty at the end."""
    separator_final: str = ""
    """What follows this segment in the corrected text; empty at the end, or if nothing of it stands there."""
    breaks_paragraph: bool = False
    """True if the source begins a new paragraph (or a line of its own) with this segment."""
    annotations: tuple[ExportAnnotation, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Open ones, on the corrected text."""
    estimate: QualityEstimate | None = None

    @property
    def is_changed(self) -> bool:
        return self.final != self.machine


@dataclass(frozen=True, slots=True)
class ExportView:
    """A whole review."""

    title: str
    source: Document
    target: Document
    machine_beads: tuple[Bead, ...]
    """The pairing that the journal starts from."""
    segments: tuple[ExportSegment, ...]
    entries: tuple[Entry, ...] = ()
    """The journal, oldest first, undone acts included."""
    terms: tuple[Term, ...] = ()
    term_decisions: Mapping[str, str] = field(default_factory=dict)
    dismissals: tuple[tuple[str, Dismissal], ...] = ()
    """(finding id, dismissal)."""
    reviewer: str = ""
    translation: str = ""
    """Name of the translation where a project holds several."""
    place: tuple[str, str, int] | None = None
    """(bead id, side, offset) of the cursor."""
    mqm: Mapping[str, Any] = field(default_factory=dict)
    is_blind: bool = False
    """True if findings and estimates are left out because the review is rated blind."""
    figures: tuple[tuple[str, str, str, str], ...] = ()
    """Further figures of the whole text: (name, value, what it is counted over, signature)."""
    """The document's MQM figure: `points`, `per_100_words`, `words`, `counts`, `signature`, `line`; JSON values."""
    head: str = ""
    """White space of the frozen target before its first sentence."""
    tail: str = ""
    """And after its last one."""

    @property
    def is_monolingual(self) -> bool:
        return not any(segment.bead.source for segment in self.segments)

    @property
    def annotations(self) -> tuple[tuple[ExportSegment, ExportAnnotation], ...]:
        """Every annotation once, with the segment it begins in."""
        return tuple((s, placed) for s in self.segments for placed in s.annotations if placed.is_first)


def view_of(
    review: Review,
    *,
    title: str = "",
    entries: Iterable[Entry] = (),
    terms: Iterable[Term] = (),
    reviewer: str = "",
    translation: str = "",
    place: tuple[str, str, int] | None = None,
    findings: Callable[[str], tuple[Finding, ...]] = lambda _bead: (),
    estimate: Callable[[str], QualityEstimate | None] = lambda _bead: None,
    in_final: Callable[[str, Span], Span | None] = lambda _bead, _span: None,
    mqm: Mapping[str, Any] | None = None,
    is_blind: bool = False,
    figures: Iterable[tuple[str, str, str, str]] = (),
) -> ExportView:
    """The view of a folded review.

    `findings`, `estimate` and `in_final` are asked with a segment's id; `in_final` maps a span of the segment's frozen
    text into its corrected one.
    """
    bitext, beads = review.bitext, review.beads
    separators = final_separators(review)
    marks = _Marks(review, in_final)
    following = _next_target_starts(beads)
    segments = []
    last_paragraph: int | None = None
    for index, bead in enumerate(beads):
        machine = review.machine_text(bead)
        next_start = following[index]
        between = bitext.target.text[bead.target[-1].end : next_start] if bead.target and next_start is not None else ""
        segments.append(
            ExportSegment(
                number=index + 1,
                bead=bead,
                source=bitext.text(bead, Side.SOURCE),
                machine=machine,
                final=review.final_text(bead),
                segment=review.segment(bead.id),
                separator_machine=between,
                separator_final=separators.get(bead.id, ""),
                breaks_paragraph=bool(bead.source) and bead.source[0].paragraph != last_paragraph,
                annotations=marks.of(bead),
                findings=findings(bead.id),
                estimate=estimate(bead.id),
            )
        )
        if bead.source:
            last_paragraph = bead.source[-1].paragraph
    ends = [sentence for bead in beads for sentence in bead.target]
    text = bitext.target.text
    return ExportView(
        title=title or bitext.target.name,
        source=bitext.source,
        target=bitext.target,
        machine_beads=bitext.beads,
        segments=tuple(segments),
        entries=tuple(entries),
        terms=tuple(terms),
        term_decisions=dict(review.term_decisions),
        dismissals=tuple(review.dismissals.items()),
        reviewer=reviewer,
        translation=translation,
        place=place,
        mqm=dict(mqm or {}),
        is_blind=is_blind,
        figures=tuple(figures),
        head=text[: ends[0].start] if ends else "",
        tail=text[ends[-1].end :] if ends else "",
    )


class _Marks:
    """Finds the segments of every annotation once, by bisection, so that large reviews stay linear."""

    def __init__(self, review: Review, in_final: Callable[[str, Span], Span | None]) -> None:
        self._in_final = in_final
        self._by_bead: dict[str, list[Annotation]] = defaultdict(list)
        self._first: dict[str, str] = {}
        order = {bead.id: i for i, bead in enumerate(review.beads)}
        spans = {side: [(b.span(side), b.id) for b in review.beads if b.sentences(side)] for side in Side}
        for annotation in review.annotations.values():
            holders = _holders(annotation, spans, order)
            for bead_id in holders:
                self._by_bead[bead_id].append(annotation)
            if holders:
                self._first[annotation.id] = self._home(annotation, holders, spans, order)

    @staticmethod
    def _home(annotation: Annotation, holders: list[str], spans: Mapping[Side, Any], order: Mapping[str, int]) -> str:
        for anchor in (annotation.target, annotation.source):
            if anchor is not None and (found := _under(anchor, spans, order)):
                return found[0]
        return holders[0]

    def of(self, bead: Bead) -> tuple[ExportAnnotation, ...]:
        return tuple(self._placed(annotation, bead) for annotation in self._by_bead.get(bead.id, ()))

    def _placed(self, annotation: Annotation, bead: Bead) -> ExportAnnotation:
        source = _local(annotation.source, bead)
        target = annotation.target
        machine = _local(target, bead)
        if target is not None and target.layer is Layer.CORRECTED:
            final = target.span if target.bead == bead.id else None
        else:
            final = self._in_final(bead.id, machine) if machine is not None else None
        span = bead.span(Side.TARGET)
        insert_at = annotation.insert_at
        inside = span is not None and insert_at is not None and span.start <= insert_at <= span.end
        return ExportAnnotation(
            annotation=annotation,
            source=source,
            machine=machine,
            final=final,
            insert_at=insert_at - span.start if inside and span and insert_at is not None else None,
            is_whole=all(
                placed is None or anchor is None or len(placed) == len(anchor.span)
                for anchor, placed in ((annotation.source, source), (annotation.target, machine))
            ),
            is_first=self._first[annotation.id] == bead.id,
        )


_Spans = Mapping[Side, Sequence[tuple[Span | None, str]]]


def _holders(annotation: Annotation, spans: _Spans, order: Mapping[str, int]) -> list[str]:
    found: list[str] = []
    for anchor in (annotation.target, annotation.source):
        if anchor is not None:
            found += _under(anchor, spans, order)
    if not found and annotation.insert_at is not None:
        place = Anchor(Side.TARGET, Span(annotation.insert_at, annotation.insert_at), "")
        found += _under(place, spans, order)
    return sorted(dict.fromkeys(found), key=order.__getitem__)


def _under(anchor: Anchor, spans: _Spans, order: Mapping[str, int]) -> list[str]:
    """Ids of the segments that an anchor's words lie in, in order; an empty span counts where it touches."""
    if anchor.layer is Layer.CORRECTED:
        return [anchor.bead] if anchor.bead in order and anchor.bead is not None else []
    side = spans[anchor.side]
    at = bisect.bisect_right(side, anchor.span.start, key=lambda item: item[0].start if item[0] else 0) - 1
    found = []
    for span, bead_id in side[max(at, 0) :]:
        if span is None or span.start > anchor.span.end:
            break
        if span.overlaps(anchor.span) or (not len(anchor.span) and span.contains(anchor.span)):
            found.append(bead_id)
            if not len(anchor.span):
                break
    return found


def _local(anchor: Anchor | None, bead: Bead) -> Span | None:
    """An anchor's part inside a segment, in code points of the segment's own text; None if it has none there."""
    if anchor is None or anchor.layer is not Layer.MACHINE:
        return None
    span = bead.span(anchor.side)
    if span is None or not (span.overlaps(anchor.span) or (not len(anchor.span) and span.contains(anchor.span))):
        return None
    return Span(max(anchor.span.start, span.start), min(anchor.span.end, span.end)).shifted(-span.start)


def _next_target_starts(beads: Sequence[Bead]) -> list[int | None]:
    """For each bead, where the next target sentence behind it starts in the document; None at the end."""
    starts: list[int | None] = [None] * len(beads)
    upcoming: int | None = None
    for index in range(len(beads) - 1, -1, -1):
        starts[index] = upcoming
        if beads[index].target:
            upcoming = beads[index].target[0].start
    return starts


def final_separators(review: Review) -> dict[str, str]:
    """What follows each segment that stands in the corrected text, by segment id; the last one has no entry.

    A separator that a reviewer set wins. Between neighbours of the machine's text it is the machine's own. Where a
    supplied translation comes in, it is parted from its neighbours as their sources are; where a segment was emptied,
    of the two separators around it the one with the stronger break stays, so that nothing doubles or runs together.
    """
    bitext = review.bitext
    standing = [bead for bead in review.beads if review.final_text(bead)]
    emptied = _machine_gaps(review)
    paragraph = paragraph_break(bitext.target.text, review.beads)
    found: dict[str, str] = {}
    carried = ""  # a break of the machine's text that a supplied translation was put in front of
    for bead, after in pairwise(standing):
        chosen = review.separators.get(bead.target[-1].end if bead.target else bead.id)
        gap = emptied.get(bead.id, carried if not bead.target else "")
        carried = ""
        if chosen is not None:
            found[bead.id] = chosen
        elif bead.target and after.target:
            found[bead.id] = gap
        elif _breaks(bead, after):
            found[bead.id] = gap if "\n" in gap else paragraph
        elif after.target:
            found[bead.id] = gap if "\n" in gap else " "
        else:
            found[bead.id] = " "
            carried = gap if "\n" in gap else ""
    return found


def _machine_gaps(review: Review) -> dict[str, str]:
    """For each standing segment of the machine's text, what parts it from the next standing one there."""
    text, gaps = review.bitext.target.text, {}
    here: Bead | None = None
    candidates: list[str] = []
    end = 0
    for bead in review.beads:
        if not bead.target:
            continue
        if here is not None:
            candidates.append(review.separators.get(end, text[end : bead.target[0].start]))
        end = bead.target[-1].end
        if review.final_text(bead):
            if here is not None:
                gaps[here.id] = max(candidates, key=lambda gap: (gap.count("\n"), bool(gap)))
            here, candidates = bead, []
    return gaps


def _breaks(bead: Bead, after: Bead) -> bool:
    """True if the source begins a new paragraph between two segments; False if a side has no source to tell."""
    return bool(bead.source and after.source) and bead.source[-1].paragraph != after.source[0].paragraph


def paragraph_break(text: str, beads: Sequence[Bead]) -> str:
    """How this translation parts its paragraphs: its most frequent separator with a line break, else a blank line."""
    sentences = [sentence for bead in beads for sentence in bead.target]
    gaps = Counter(text[a.end : b.start] for a, b in pairwise(sentences))
    breaks = [(count, gap) for gap, count in gaps.items() if "\n" in gap]
    return max(breaks, key=lambda item: item[0])[1] if breaks else PARAGRAPH_BREAK
