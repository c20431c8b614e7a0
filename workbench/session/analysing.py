"""Findings and estimates of the session: filled in behind the screen, and again for what an edit changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Reason
from workbench.model.bulk import keeping_all
from workbench.model.events import Status
from workbench.model.finding import Finding
from workbench.model.review import Review
from workbench.model.score import QualityEstimate
from workbench.model.span import Side
from workbench.model.term import FixedSense, Term, Termbase
from workbench.model.typology import SOURCE_ISSUE
from workbench.score.mqm import DEFAULT_PROFILE, MqmScore, mqm_score
from workbench.session.analysis import SegmentTexts, estimates, find, source_gaps
from workbench.session.cached import (
    KIND,
    Packed,
    Remembered,
    code_version,
    fingerprints,
    key_of,
    unpacked,
)
from workbench.session.comparing import Comparing
from workbench.session.judged import Judged, differing, edited, judged

_SLICE = 64
"""Segments that are scored between two messages to the screen."""


class Analysing(Comparing):
    """Runs on a worker thread; what it finds is put in place in one step, so the interface never sees half of it."""

    _held: tuple[tuple[Term, ...], tuple[object, ...], Termbase] | None = None

    _judged: Judged | None = None
    _remembered_findings: Mapping[str, Any] | None = None
    """The findings that the project has already been given to keep."""

    def _all_texts(self) -> list[SegmentTexts]:
        gaps = source_gaps(self.bitext, self.beads)
        return [self._texts(bead, gaps.get(bead.id)) for bead in self.beads]

    def _texts(self, bead: Bead, source_separator: str | None) -> SegmentTexts:
        final = self.final(bead.id)
        corrected = self.segment(bead.id).corrected is not None
        start = bead.target[0].start if bead.target else 0
        ends = () if corrected else tuple(s.end - start for s in bead.target[:-1])
        others = tuple(self.others_of(bead.id).values())
        source, separator = self.source(bead.id), self.separator(bead.id) or ""
        senses = self._senses_in(bead, source)
        return SegmentTexts(bead, source, final, separator, ends, source_separator, others, senses)

    def _senses_in(self, bead: Bead, source: str) -> tuple[FixedSense, ...]:
        """What the reviewer said of the senses of terms in a segment, or of the whole document."""
        said = self.review.senses
        if not said:
            return ()
        span = bead.span(Side.SOURCE)
        found = []
        for (zh, at), key in said.items():
            if at is None:
                found.append(FixedSense(zh, None, key))
            elif span is not None and span.start <= at < span.end:
                found.append(FixedSense(zh, at - span.start, key))
        return tuple(found)

    def analyse(
        self,
        *,
        on_segments: Callable[[frozenset[str]], None] = lambda _ids: None,
        progress: Callable[[float, str], None] = lambda _share, _what: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Scores and checks everything. `on_segments` is told which segments have something new to show.

        What the project remembers of the same texts is not computed again. Returns early if cancelled.
        """
        with keeping_all():
            self._analyse(on_segments, progress, cancelled)

    def _analyse(
        self,
        on_segments: Callable[[frozenset[str]], None],
        progress: Callable[[float, str], None],
        cancelled: Callable[[], bool],
    ) -> None:
        beads, is_plain = self.beads, not self._is_reshaped()
        now = judged(beads, self._all_texts(), self.termbase, is_plain=is_plain)
        rows = now.rows
        prints = fingerprints(rows, now.terms, monolingual=self.is_monolingual)
        known = self._remembered()
        same = {b for b, p in prints.items() if known.prints.get(b) == p}
        self._recall(known, same)
        # In a large text it is felt what is held twice.
        known = replace(known, estimates={}, prints=dict.fromkeys(known.prints, ""))
        del prints
        fresh = [row for row in rows if row.bead.id not in same]
        if same:
            on_segments(frozenset(same))
            for n in range(0, len(fresh), _SLICE):
                self._score(fresh[n : n + _SLICE], on_segments, cancelled)
                progress(n / len(fresh), "scoring")
            found = self._recheck(now, known, same) if not cancelled() else ()
        else:
            found = self._check(now, on_segments, progress, cancelled)
        if cancelled():
            return
        self._judged, self._findings = now, _by_bead(found)
        self.is_analysed = True
        progress(1.0, "")
        on_segments(frozenset(row.bead.id for row in rows))
        if fresh:
            self.remember_analysis()

    def _remembered(self) -> Remembered:
        if self._store is None:
            return Remembered()
        store, code = self._store, code_version()
        return unpacked(key_of(self.translation), lambda key: store.cache_get(KIND, key, code))

    def remember_analysis(self) -> None:
        """Keeps the analysis with the project, behind everything that is more important to write."""
        if self._journal is None or not self.is_analysed:
            return
        judged, found = self._judged, self._findings
        if judged is None or found is self._remembered_findings:
            return
        self._remembered_findings = found
        prints = fingerprints(judged.rows, judged.terms, monolingual=self.is_monolingual)
        findings = [finding for several in found.values() for finding in several]
        scored = {
            row.bead.id: estimate
            for row in judged.rows
            if (estimate := self._estimates.get(row.bead.id)) is not None
            and self._estimated.get(row.bead.id) == row.target
        }
        self._journal.save_cache(KIND, code_version(), Packed(key_of(self.translation), prints, findings, scored))

    def _recall(self, known: Remembered, same: set[str]) -> None:
        for bead_id, estimate in known.estimates.items():
            if bead_id in same:
                self._estimate(bead_id, estimate, self.final(bead_id))

    def _estimate(self, bead_id: str, estimate: QualityEstimate, text: str) -> None:
        self._estimates.pop(bead_id, None)  # never the old estimate with the new text
        self._estimated[bead_id] = text
        self._estimates[bead_id] = estimate

    def _score(
        self,
        rows: Sequence[SegmentTexts],
        on_segments: Callable[[frozenset[str]], None],
        cancelled: Callable[[], bool],
    ) -> None:
        texts = {row.bead.id: row.target for row in rows}
        scored = dict(estimates(rows, self.terms_held(self.termbase), cancelled))
        for bead_id, estimate in scored.items():
            self._estimate(bead_id, estimate, texts[bead_id])
        if scored:
            on_segments(frozenset(scored))

    def _check(
        self,
        now: Judged,
        on_segments: Callable[[frozenset[str]], None],
        progress: Callable[[float, str], None],
        cancelled: Callable[[], bool],
    ) -> tuple[Finding, ...]:
        """Scores and checks all of it, some segments at a time, since both rest on the same evidence."""
        from workbench.checks.runner import run_checks

        rows = {row.bead.id: row for row in now.rows}
        return run_checks(
            now.checked,
            termbase=now.terms,
            monolingual=self.is_monolingual,
            profile=self.check_profile,
            progress=lambda share: progress(share, "analysing"),
            cancelled=cancelled,
            beside=lambda some: self._score([rows[seg.bead] for seg in some], on_segments, cancelled),
        )

    def _recheck(self, now: Judged, known: Remembered, same: set[str]) -> tuple[Finding, ...]:
        """What the project remembers, with what was found anew in the segments that are not the same."""
        from workbench.checks.runner import recheck

        here = {seg.bead for seg in now.checked}
        if here == same and known.prints.keys() == here:
            return known.findings
        return recheck(
            now.checked,
            here - same,
            known.findings,
            termbase=now.terms,
            monolingual=self.is_monolingual,
            profile=self.check_profile,
        )

    def terms_held(self, termbase: Termbase) -> Termbase:
        """The termbase without senses that hold nowhere in this text: `tuyere` is right in metallurgy alone."""
        from workbench.terms.senses import held_in

        said = tuple((zh, key) for (zh, at), key in self.review.senses.items() if at is None)
        known = self._held
        if known is None or known[0] is not termbase.terms or known[1] != said:
            source = self.bitext.source.text
            texts = [source[b.source[0].start : b.source[-1].end] for b in self.bitext.beads if b.source]
            decided = dict(said)
            placed = {key for (_, at), key in self.review.senses.items() if at is not None}
            open_terms = tuple(
                term for term in termbase.terms if decided.get(term.zh, term.key) == term.key or term.key in placed
            )
            self._held = known = termbase.terms, said, held_in(Termbase(open_terms, termbase.name), texts)
        return known[2]

    def reanalyse(self, bead_ids: Iterable[str], cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """Scores and checks again what an act touched. Returns the segments that look different now."""
        from workbench.checks.runner import recheck_beads

        touched = {bead_id: at for bead_id in bead_ids if (at := self.index(bead_id)) is not None}
        now = self._judge(touched)
        changed = touched.keys() | differing(self._judged, now)
        other_terms = self._judged is not None and self._judged.terms is not now.terms
        again = (
            [row for row in now.rows if row.bead.id in changed]
            if other_terms
            else [now.rows[at] for at in touched.values()]
        )
        scored = dict(estimates(again, self.terms_held(now.terms), cancelled))
        for row in again:
            if row.bead.id in scored:
                self._estimate(row.bead.id, scored[row.bead.id], row.target)
            elif not cancelled():
                self._estimates.pop(row.bead.id, None)
        before = self._findings
        new = recheck_beads(
            now.checked,
            changed,
            before,
            termbase=now.terms,
            monolingual=self.is_monolingual,
            profile=self.check_profile,
        )
        looks = {bead: _worst_first(found) for bead, found in new.items()}
        looks |= {bead: () for bead in before if bead and self.index(bead) is None}
        after = {bead: found for bead, found in {**before, **looks}.items() if found}
        self._judged, self._findings = now, after
        return frozenset({row.bead.id for row in again} | {b for b in looks if before.get(b) != after.get(b)})

    def _judge(self, touched: Mapping[str, int]) -> Judged:
        """The texts as they are now: only those of `touched` are read again where all others are surely the same."""
        before, beads, is_plain = self._judged, self.beads, not self._is_reshaped()
        if before is None or before.beads is not beads or not (before.is_plain and is_plain):
            return judged(beads, self._all_texts(), self.termbase, is_plain=is_plain, before=before)
        return edited(before, touched.values(), lambda row: self._texts(row.bead, row.source_separator), self.termbase)

    def draft_findings(self, bead_id: str, text: str) -> tuple[Finding, ...]:
        """What the checks find in a text that is still being typed, worst first; nothing of it is kept.

        The segment is looked at by itself, as its neighbours do not change while one types. For a worker.
        """
        bead = self.bead(bead_id)
        if bead.source and not bead.target and text.strip():
            bead = replace(bead, reason=None)
        source = self.source(bead_id)
        row = SegmentTexts(bead, source, text, self.separator(bead_id) or "", (), senses=self._senses_in(bead, source))
        found = find([row], termbase=self.termbase, monolingual=self.is_monolingual, profile=self.check_profile)
        return tuple(sorted(found, key=lambda f: -f.severity.rank))

    # ---- the human figure

    def mqm(self) -> MqmScore:
        """The MQM figure of the machine's translation by human marks alone, for the words of the segments judged.

        Faults of the source, and marks on what a reviewer wrote, do not count against it.
        """
        judged = self._verdicts()
        words = sum(len(self.machine(bead).split()) for bead in judged)
        return mqm_score(counted_marks(self.review), words, self.mqm_profile, segments=len(judged))

    @property
    def mqm_profile(self) -> str:
        """Name of the MQM rules that the figure is counted by."""
        return DEFAULT_PROFILE

    def _verdicts(self) -> list[str]:
        return judged_beads(self.review)

    def mqm_line(self) -> str:
        """The figure with how far it reaches, such as `38 points over 12 of 44 segments, 6.2 per 100 words so far`."""
        score, total = self.mqm(), self.progress().total
        if not score.segments:
            return f"no segment of {total} judged yet"
        so_far = "" if score.segments >= total else " so far"
        rate = score.per_100_words
        words = "no English words in them" if rate is None else f"{rate:.1f} per 100 words"
        points = f"{score.points:g} point{'s' * (score.points != 1)}"
        return f"{points} over {score.segments} of {total} segments, {words}{so_far}"


def judged_beads(review: Review) -> list[str]:
    """Segments of which a verdict is known: they are done, or an error is marked in them."""
    marked = {bead for annotation in counted_marks(review) for bead in review.beads_of(annotation)}
    return [
        bead.id
        for bead in review.beads
        if bead.id in marked or (bead.reason is not Reason.FURNITURE and review.segment(bead.id).status is Status.DONE)
    ]


def counted_marks(review: Review) -> list[Annotation]:
    """The marks that count against the machine's translation."""
    return [annotation for annotation in review.annotations.values() if _counts(annotation)]


def _counts(annotation: Annotation) -> bool:
    return annotation.category != SOURCE_ISSUE and not annotation.is_on_correction


def _by_bead(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    by_bead: dict[str, list[Finding]] = {}
    for finding in findings:
        by_bead.setdefault(finding.bead or "", []).append(finding)
    return {bead: _worst_first(items) for bead, items in by_bead.items()}


def _worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (-f.severity.rank, f.span.start if f.span else -1)))
