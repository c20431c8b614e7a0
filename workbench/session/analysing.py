"""Findings and estimates of the session: filled in behind the screen, and again for what an edit changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.bulk import keeping_all
from workbench.model.finding import Finding
from workbench.model.score import QualityEstimate
from workbench.model.span import Layer
from workbench.model.typology import SOURCE_ISSUE
from workbench.score.mqm import MqmScore, mqm_score
from workbench.session.analysis import SegmentTexts, checked_segments, estimates, find, source_gaps
from workbench.session.cached import (
    KEY,
    KIND,
    code_version,
    fingerprints,
    packed,
    unpacked_estimate,
    unpacked_findings,
)
from workbench.session.words import Words

SLICE = 25
"""Segments that are scored between two messages to the screen."""


class Analysing(Words):
    """Runs on a worker thread; what it finds is put in place in one step, so the interface never sees half of it."""

    def _all_texts(self) -> list[SegmentTexts]:
        gaps = source_gaps(self.bitext, self.beads)
        return [self._texts(bead, gaps) for bead in self.beads]

    def _texts(self, bead: Bead, gaps: Mapping[str, str]) -> SegmentTexts:
        final = self.final(bead.id)
        corrected = self.segment(bead.id).corrected is not None
        start = bead.target[0].start if bead.target else 0
        ends = () if corrected else tuple(s.end - start for s in bead.target[:-1])
        return SegmentTexts(bead, self.source(bead.id), final, self.separator(bead.id) or "", ends, gaps.get(bead.id))

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
        rows = self._all_texts()
        prints = fingerprints(rows, self.termbase, monolingual=self.is_monolingual)
        known = self._remembered()
        same = {b for b, p in prints.items() if known.get("prints", {}).get(b) == p}
        self._recall(known, same)
        fresh = [row for row in rows if row.bead.id not in same]
        if same:
            on_segments(frozenset(same))
        self._score(fresh, on_segments, lambda share: progress(share * 0.6, "scoring"), cancelled)
        if cancelled():
            return
        self._check(rows, known, same, lambda share: progress(0.6 + share * 0.4, "checking"), cancelled)
        if cancelled():
            return
        self.is_analysed = True
        progress(1.0, "")
        on_segments(frozenset(row.bead.id for row in rows))
        if fresh:
            self.remember_analysis()

    def _remembered(self) -> Mapping[str, Any]:
        if self._store is None:
            return {}
        return self._store.cache_get(KIND, KEY, code_version()) or {}

    def remember_analysis(self) -> None:
        """Keeps the analysis with the project, behind everything that is more important to write."""
        if self._journal is None or not self.is_analysed:
            return
        prints = fingerprints(self._all_texts(), self.termbase, monolingual=self.is_monolingual)
        findings = [finding for found in self._findings.values() for finding in found]
        estimates = {bead: e for bead in prints if (e := self.estimate(bead)) is not None}
        self._journal.save_cache(KIND, code_version(), {KEY: packed(prints, findings, estimates)})

    def _recall(self, known: Mapping[str, Any], same: set[str]) -> None:
        for bead_id, values in known.get("estimates", {}).items():
            if bead_id in same:
                self._estimate(bead_id, unpacked_estimate(values), self.final(bead_id))

    def _estimate(self, bead_id: str, estimate: QualityEstimate, text: str) -> None:
        self._estimates.pop(bead_id, None)  # never the old estimate with the new text
        self._estimated[bead_id] = text
        self._estimates[bead_id] = estimate

    def _score(
        self,
        rows: list[SegmentTexts],
        on_segments: Callable[[frozenset[str]], None],
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        fresh: list[str] = []
        texts = {row.bead.id: row.target for row in rows}
        for n, (bead_id, estimate) in enumerate(estimates(rows, cancelled), 1):
            self._estimate(bead_id, estimate, texts[bead_id])
            fresh.append(bead_id)
            if len(fresh) >= SLICE:
                on_segments(frozenset(fresh))
                progress(n / max(1, len(rows)))
                fresh.clear()
        if fresh:
            on_segments(frozenset(fresh))

    def _check(
        self,
        rows: list[SegmentTexts],
        known: Mapping[str, Any],
        same: set[str],
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        if same:
            from workbench.checks.runner import recheck

            changed = {row.bead.id for row in rows} - same
            found = unpacked_findings(known)
            if changed or known["prints"].keys() != {row.bead.id for row in rows}:
                found = recheck(
                    checked_segments(rows), changed, found, termbase=self.termbase, monolingual=self.is_monolingual
                )
        else:
            found = find(
                rows,
                termbase=self.termbase,
                monolingual=self.is_monolingual,
                progress=progress,
                cancelled=cancelled,
            )
        if not cancelled():
            self._findings = _by_bead(found)

    def reanalyse(self, bead_ids: Iterable[str], cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """Scores and checks again what an act touched. Returns the segments that look different now."""
        from workbench.checks.runner import recheck

        touched = {bead_id for bead_id in bead_ids if self.index(bead_id) is not None}
        rows = self._all_texts()
        again = {row.bead.id: row for row in rows if row.bead.id in touched}
        scored = dict(estimates(list(again.values()), cancelled))
        if not cancelled():
            for bead_id in again.keys() - scored.keys():
                self._estimates.pop(bead_id, None)
        for bead_id, estimate in scored.items():
            self._estimate(bead_id, estimate, again[bead_id].target)
        before = self._findings
        old = tuple(finding for findings in before.values() for finding in findings)
        after = _by_bead(
            recheck(checked_segments(rows), touched, old, termbase=self.termbase, monolingual=self.is_monolingual)
        )
        self._findings = after
        changed = {b for b in before.keys() | after.keys() if before.get(b) != after.get(b)}
        return frozenset(touched | changed)

    # ---- the human figure

    def mqm(self) -> MqmScore:
        """The MQM figure of the machine's translation by human marks alone.

        Faults of the source, and marks on what a reviewer wrote, do not count against it.
        """
        words = len(self.bitext.target.text.split())
        counted = [a for a in self.review.annotations.values() if _counts(a)]
        return mqm_score(counted, words, segments=self.progress().total)

    def mqm_line(self) -> str:
        """The figure with how far it reaches, such as `38 points over 12 of 44 segments, 6.2 per 100 words so far`."""
        counted = (a for a in self.review.annotations.values() if _counts(a))
        marked = {bead for annotation in counted for bead in self.review.beads_of(annotation)}
        progress = self.progress()
        score = self.mqm()
        so_far = "" if progress.done == progress.total else " so far"
        return (
            f"{score.points:g} points over {len(marked)} of {progress.total} segments, "
            f"{score.per_100_words:.1f} per 100 words{so_far}"
        )


def _counts(annotation: Annotation) -> bool:
    written_by_reviewer = annotation.target is not None and annotation.target.layer is Layer.CORRECTED
    return annotation.category != SOURCE_ISSUE and not written_by_reviewer


def _by_bead(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    by_bead: dict[str, list[Finding]] = {}
    for finding in findings:
        by_bead.setdefault(finding.bead or "", []).append(finding)
    return {
        bead: tuple(sorted(items, key=lambda f: (-f.severity.rank, f.span.start if f.span else -1)))
        for bead, items in by_bead.items()
    }
