"""The texts that the machine has judged last, kept so that an edit costs what it changes and not the whole document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.bitext import Bead
from workbench.model.term import Term, Termbase
from workbench.session.analysis import SegmentTexts, checked_segment, checked_segments
from workbench.session.core import other_terms
from workbench.text.variants import to_simplified

if TYPE_CHECKING:
    from workbench.checks.base import CheckedSegment


@dataclass(frozen=True, slots=True)
class Judged:
    """One state of the texts, in document order. Segments that stay from one state to the next are the same objects,
    by which the checks know that nothing of them has changed."""

    beads: tuple[Bead, ...]
    rows: tuple[SegmentTexts, ...]
    checked: tuple[CheckedSegment, ...]
    terms: Termbase
    is_plain: bool
    """Whether what follows a segment is what follows it in the file: nothing was supplied, and nothing emptied."""


def judged(
    beads: tuple[Bead, ...],
    rows: Sequence[SegmentTexts],
    terms: Termbase,
    *,
    is_plain: bool,
    before: Judged | None = None,
) -> Judged:
    """The texts as they are now; what equals its like in `before` is taken from there."""
    checked = checked_segments(rows)
    if before is not None:
        known = {seg.bead: seg for seg in before.checked}
        checked = tuple(known[seg.bead] if known.get(seg.bead) == seg else seg for seg in checked)
    return Judged(beads, tuple(rows), checked, terms, is_plain)


def edited(
    before: Judged, touched: Iterable[int], again: Callable[[SegmentTexts], SegmentTexts], terms: Termbase
) -> Judged:
    """The same segments after those at the indices `touched` changed. `again` reads the words of one as they are."""
    rows, checked = list(before.rows), list(before.checked)
    stale: set[int] = set()
    for at in touched:
        stale.add(at)
        for i in range(at - 1, -1, -1):  # each segment up to the last one with a translation is told what follows it
            stale.add(i)
            if rows[i].target:
                break
    for i in stale:
        rows[i] = again(rows[i])
    for i in stale:
        following = (rows[k].target for k in range(i + 1, len(rows)) if rows[k].target)
        now = checked_segment(rows[i], next(following, ""))
        if now != checked[i]:
            checked[i] = now
    return Judged(before.beads, tuple(rows), tuple(checked), terms, before.is_plain)


def differing(before: Judged | None, now: Judged) -> set[str]:
    """The segments that are to be judged anew: those with other texts or neighbours, or with terms that changed."""
    if before is None:
        return {seg.bead for seg in now.checked}
    if before.beads is now.beads:
        found = {new.bead for old, new in zip(before.checked, now.checked, strict=True) if old is not new}
    else:
        known = {seg.bead: seg for seg in before.checked}
        found = {seg.bead for seg in now.checked if known.get(seg.bead) is not seg}
    if before.terms is not now.terms:
        found |= with_terms(now.rows, other_terms(before.terms.terms, now.terms.terms))
    return found


def with_terms(rows: Iterable[SegmentTexts], terms: Iterable[Term]) -> set[str]:
    """The segments in which one of these terms may stand, in Chinese or in English; too many rather than too few."""
    is_in = stands_in(terms)
    return {row.bead.id for row in rows if is_in(row.source, row.target)}


def stands_in(terms: Iterable[Term]) -> Callable[[str, str], bool]:
    """Whether one of these terms may stand in a pair of texts: all of them are looked for at once."""
    from ahocorasick_rs import AhoCorasick

    changed = tuple(terms)
    chinese = {_readable(to_simplified(name)) for term in changed for name in term.names} - {""}
    english = {_beginning(text) for term in changed for text in (*term.approved, *term.forbidden, *term.source_only)}
    in_source, in_target = AhoCorasick(sorted(chinese)), AhoCorasick(sorted(map(_readable, english - {""})))

    def holds(source: str, target: str) -> bool:
        found = in_source.find_matches_as_indexes(_readable(to_simplified(source))) if chinese else ()
        return bool(found) or bool(english and in_target.find_matches_as_indexes(_readable(target.casefold())))

    return holds


def _readable(text: str) -> str:
    """A text as the automaton can read it: lone surrogates are no characters."""
    return text.encode("utf-8", "replace").decode()


_SAME_LETTERS = 3
"""At the beginning of a word, in all of its forms."""


def _beginning(rendering: str) -> str:
    return rendering.casefold()[:_SAME_LETTERS]
