"""What the machine has to say of a pairing: findings and estimates, for files and for projects alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.finding import Finding
from workbench.model.score import QualityEstimate
from workbench.model.span import Side
from workbench.model.term import FixedSense, Termbase

if TYPE_CHECKING:  # the checks are loaded where they are run: a screen must not wait for them
    from workbench.checks.base import CheckedSegment
    from workbench.checks.profile import CheckProfile


@dataclass(frozen=True, slots=True)
class SegmentTexts:
    """The words of one segment as they are to be judged."""

    bead: Bead
    source: str
    target: str
    separator: str
    """What follows the target text, up to the next one; empty at the end."""
    sentence_ends: tuple[int, ...]
    """Ends of the inner target sentences, in `target`."""
    source_separator: str | None = None
    """What follows the source text, up to the next one; None at the end, and for a segment without source."""
    others: tuple[str, ...] = ()
    """What the other translations of the project say here."""
    senses: tuple[FixedSense, ...] = ()
    """What the reviewer said of the senses of terms in it."""


def machine_texts(bitext: Bitext) -> tuple[SegmentTexts, ...]:
    """The segments of a pairing as the machine wrote them."""
    rows: list[SegmentTexts] = []
    following: int | None = None
    source_separators = source_gaps(bitext, bitext.beads)
    for bead in reversed(bitext.beads):
        separator = ""
        if bead.target:
            if following is not None:
                separator = bitext.target.text[bead.target[-1].end : following]
            following = bead.target[0].start
        start = bead.target[0].start if bead.target else 0
        ends = tuple(s.end - start for s in bead.target[:-1])
        rows.append(
            SegmentTexts(
                bead,
                bitext.text(bead, Side.SOURCE),
                bitext.text(bead, Side.TARGET),
                separator,
                ends,
                source_separators.get(bead.id),
            )
        )
    return tuple(reversed(rows))


def source_gaps(bitext: Bitext, beads: Sequence[Bead]) -> dict[str, str]:
    """The raw text between each segment's source and the next source sentence, by segment id."""
    with_source = [bead for bead in beads if bead.source]
    text = bitext.source.text
    return {a.id: text[a.source[-1].end : b.source[0].start] for a, b in pairwise(with_source)}


def checked_segments(rows: Sequence[SegmentTexts]) -> tuple[CheckedSegment, ...]:
    """The same, as the checks want them."""
    checked: list[CheckedSegment] = []
    next_target = ""
    for row in reversed(rows):
        checked.append(checked_segment(row, next_target))
        if row.target:
            next_target = row.target
    return tuple(reversed(checked))


def checked_segment(row: SegmentTexts, next_target: str) -> CheckedSegment:
    """One of them; `next_target` is the next target text there is."""
    from workbench.checks.base import CheckedSegment

    return CheckedSegment(
        bead=row.bead.id,
        source=row.source,
        target=row.target,
        reason=row.bead.reason,
        separator=row.separator,
        next_target=next_target,
        sentence_ends=row.sentence_ends,
        paired=row.bead.is_paired,
        source_separator=row.source_separator,
        senses=row.senses,
    )


def find(
    rows: Sequence[SegmentTexts],
    *,
    termbase: Termbase | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    include_quiet: bool = False,
    monolingual: bool = False,
    profile: CheckProfile | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Finding, ...]:
    """Findings of all checks over some segments."""
    from workbench.checks.profile import PLAIN
    from workbench.checks.runner import run_checks

    return run_checks(
        checked_segments(rows),
        termbase=termbase,
        only=only,
        skip=skip,
        include_quiet=include_quiet,
        monolingual=monolingual,
        profile=profile or PLAIN,
        progress=progress,
        cancelled=cancelled,
    )


def estimates(
    rows: Sequence[SegmentTexts], termbase: Termbase | None = None, cancelled: Callable[[], bool] | None = None
) -> Iterator[tuple[str, QualityEstimate]]:
    """(segment id, estimate) for each paired segment, one at a time so that a caller can show them as they come."""
    from workbench.score.quality import estimate
    from workbench.terms.matcher import matcher_of

    terms = matcher_of(termbase) if termbase and termbase.terms else None
    for row in rows:
        if cancelled is not None and cancelled():
            return
        if row.source and row.target and row.bead.reason is not Reason.FURNITURE:
            yield row.bead.id, estimate(row.source, row.target, terms=terms, others=row.others)
