"""Running checks over a document, and again over what an edit changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from workbench.checks.base import Check, CheckedSegment, DocumentCheck, Failure
from workbench.checks.context import CheckContext, _Same
from workbench.checks.profile import PLAIN, CheckProfile
from workbench.checks.registry import registry, select
from workbench.model.bitext import Reason
from workbench.model.finding import Finding
from workbench.model.span import Side
from workbench.model.term import Termbase

_REACH = 2
"""Segments on either side whose findings may change with a segment: senses look at neighbours, spacing at the next."""
_MOST = 1_000
"""Findings of one check in one segment: nobody reads more, and the next ones come when these are mended."""
_FAILED = ""
"""In the place of a bead: why a check could not do its work."""
_STEP = 64
"""Segments between two reports of progress."""


def run_checks(
    segments: Sequence[CheckedSegment],
    termbase: Termbase | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    include_quiet: bool = False,
    monolingual: bool = False,
    profile: CheckProfile = PLAIN,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    beside: Callable[[Sequence[CheckedSegment]], object] | None = None,
) -> tuple[Finding, ...]:
    """Findings in document order.

    A check that fails becomes a finding about itself (no places) and never stops the others. `progress` gets shares
    from 0 to 1; once `cancelled` says so, what was found until then comes back. `beside` is handed a few segments at
    a time just before they are checked: what it computes of a pair is at hand then, and need not be computed twice.
    Raises `UnusableInput` for unknown names in `only` or `skip`.
    """
    run = _Run(segments, termbase, only, skip, include_quiet, monolingual, profile)
    run.segments_of(run.context.segments, progress, cancelled, beside)
    if not (cancelled and cancelled()):
        run.document()
    if progress:
        progress(1.0)
    return run.findings()


def recheck(
    segments: Sequence[CheckedSegment],
    changed: Collection[str],
    previous: Iterable[Finding],
    termbase: Termbase | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    include_quiet: bool = False,
    monolingual: bool = False,
    profile: CheckProfile = PLAIN,
) -> tuple[Finding, ...]:
    """The findings after some segments changed: the same as `run_checks` over all, in the time of a few segments.

    `segments` is the document as it is now, `changed` names the beads that are new or different, `previous` are the
    findings before the change, made with the same termbase and choice of checks.
    """
    before: dict[str, list[Finding]] = {}
    for finding in previous:
        before.setdefault(finding.bead or "", []).append(finding)
    after = {
        **before,
        **recheck_beads(segments, changed, before, termbase, only, skip, include_quiet, monolingual, profile),
    }
    in_order = (finding for seg in segments for finding in after.get(seg.bead, ()))
    return (*in_order, *after[_FAILED])


def recheck_beads(
    segments: Sequence[CheckedSegment],
    changed: Collection[str],
    previous: Mapping[str, Sequence[Finding]],
    termbase: Termbase | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    include_quiet: bool = False,
    monolingual: bool = False,
    profile: CheckProfile = PLAIN,
) -> dict[str, tuple[Finding, ...]]:
    """The same by bead, for those alone of which something may be new; what failed, which has no bead, is under ``""``.

    `previous` holds the findings of each bead, in any order.
    """
    run = _Run(segments, termbase, only, skip, include_quiet, monolingual, profile)
    position = run.context.position
    near = {
        i + step
        for i in (position[bead] for bead in changed if bead in position)
        for step in range(-_REACH, _REACH + 1)
        if 0 <= i + step < len(run.context.segments)
    }
    again = {run.context.segments[i].bead for i in near}
    whole = {check.id for check in run.checks if isinstance(check, DocumentCheck)}
    run.segments_of([run.context.segments[i] for i in sorted(near)])
    run.document()
    found: dict[str, list[Finding]] = {bead: [] for bead in again}
    for bead, findings in previous.items():
        if bead in position and bead not in again and any(f.check in whole for f in findings):
            found[bead] = [f for f in findings if f.check not in whole]
    for finding in run.found:
        bead = finding.bead or ""
        if bead not in found:
            found[bead] = list(previous.get(bead, ()))
        found[bead].append(finding)
    return {bead: run.in_order(findings) for bead, findings in found.items()} | {_FAILED: run.failed()}


class _Run:
    def __init__(
        self,
        segments: Sequence[CheckedSegment],
        termbase: Termbase | None,
        only: Sequence[str],
        skip: Sequence[str],
        include_quiet: bool,
        monolingual: bool,
        profile: CheckProfile,
    ) -> None:
        self.profile = profile
        chosen, self.with_quiet = select(tuple(only), tuple(skip), include_quiet=include_quiet, profile=profile)
        self.with_quiet = self.with_quiet or bool(only)
        self.context = CheckContext(segments, termbase, monolingual=monolingual)
        self.checks = [c for c in chosen if not monolingual or c.sides == frozenset((Side.TARGET,))]
        self.failures: dict[str, Failure] = {failure.check: failure for failure in registry().failures}
        self.found: list[Finding] = []
        self.key = _Same(self.context.termbase)
        self.alone = [check for check in self.checks if not isinstance(check, DocumentCheck)]
        self.choosy = {check.id for check in self.alone if type(check).applies is not Check.applies}
        """Checks that say themselves which segments are theirs."""
        self._by_kind: dict[tuple[Reason | None, bool, bool], list[Check]] = {}
        self.comparing = tuple(check for check in self.checks if isinstance(check, DocumentCheck))

    def segments_of(
        self,
        segments: Sequence[CheckedSegment],
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        beside: Callable[[Sequence[CheckedSegment]], object] | None = None,
    ) -> None:
        for n, seg in enumerate(segments):
            if n % _STEP == 0:
                if cancelled and cancelled():
                    return
                if progress:
                    progress(0.9 * n / max(1, len(segments)))
                if beside:
                    beside(segments[n : n + _STEP])
            for check in self._fitting(seg):
                if check.id in self.choosy and not check.applies(seg):
                    continue
                try:
                    self.found.extend(islice(check.segment(seg, self.context), _MOST))
                except Exception as error:
                    self._fail(check, error)
            self._gather(seg)  # now, while what was computed for this segment is at hand

    def _fitting(self, seg: CheckedSegment) -> list[Check]:
        """The checks for segments like this one. Which apply is asked once for each kind of segment."""
        kind = (seg.reason, bool(seg.source), bool(seg.target))
        if kind not in self._by_kind:
            running = [check for check in self.alone if check.id not in self.failures]
            self._by_kind[kind] = [check for check in running if check.id in self.choosy or check.applies(seg)]
        return self._by_kind[kind]

    def _fail(self, check: Check, error: Exception) -> None:
        self.failures[check.id] = Failure(check.id, error)
        self._by_kind.clear()

    def _gather(self, seg: CheckedSegment) -> tuple[Any, ...]:
        return _gathered(self.comparing, self.key, _Facts(seg, self.context))

    def document(self) -> None:
        """The checks that compare segments."""
        if not self.comparing:
            return
        columns = _columns(self.comparing, self.key).of(self.context.segments, self._gather)
        for check, column in zip(self.comparing, columns, strict=True):
            error = column.pop(_FAILED, None)
            if error is not None:
                self.failures.setdefault(check.id, Failure(check.id, error))
            if check.id not in self.failures:
                self._try(check, lambda c=check, g=column: c.judge(g, self.context))  # type: ignore[misc]

    def _try(self, check: Check, work: Callable[[], Iterable[Finding]]) -> None:
        try:
            self.found.extend(work())
        except Exception as error:
            self._fail(check, error)

    def findings(self) -> tuple[Finding, ...]:
        """In document order, failures last."""
        return (*self.in_order(self.found), *self.failed())

    def in_order(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """In the order of the text, with ordinals that tell like ones in a segment apart."""
        position = self.context.position
        applied = (self.profile.applied(finding, with_quiet=self.with_quiet) for finding in found)
        kept = [finding for finding in applied if finding is not None]
        kept.sort(key=lambda f: (position.get(f.bead or "", -1), f.span.start if f.span else -1, f.check))
        seen: Counter[tuple[object, ...]] = Counter()
        numbered = []
        for finding in kept:
            key = (finding.bead, finding.check, finding.side, finding.quote, finding.source_quote)
            numbered.append(finding if finding.ordinal == seen[key] else replace(finding, ordinal=seen[key]))
            seen[key] += 1
        return tuple(numbered)

    def failed(self) -> tuple[Finding, ...]:
        return tuple(failure.as_finding() for failure in self.failures.values())


class _Facts:
    """A segment as a cache key by its texts; carries the context that a first computation needs."""

    __slots__ = ("context", "seg")

    def __init__(self, seg: CheckedSegment, context: CheckContext) -> None:
        self.seg = seg
        self.context: CheckContext | None = context

    def _key(self) -> tuple[object, ...]:
        return (self.seg.source, self.seg.target, self.seg.reason)

    def __hash__(self) -> int:
        return hash(self._key())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Facts) and other._key() == self._key()


@dataclass(frozen=True, slots=True)
class _Error:
    """In the place of what a check could not gather."""

    check: str
    error: Exception


class _Columns:
    """What each comparing check needs of the document that was last judged: bead -> facts, in document order.

    Segments are told by identity, where comparing ten thousand texts with those of the last run would take longer than
    the check of an edit may.
    """

    def __init__(self) -> None:
        self._last: tuple[tuple[CheckedSegment, ...], list[dict[str, Any]]] | None = None

    def of(
        self, segments: tuple[CheckedSegment, ...], gather: Callable[[CheckedSegment], tuple[Any, ...]]
    ) -> list[dict[str, Any]]:
        """The columns for these segments, for the caller to keep; what stayed is not gathered again."""
        last = self._last  # read and put in one step each, for runs in several threads
        columns = self._renewed(last, segments, gather) if last and len(last[0]) == len(segments) else None
        if columns is None:
            columns = _table([(seg.bead, gather(seg)) for seg in segments])
        self._last = (segments, columns)
        return [dict(column) for column in columns]

    @staticmethod
    def _renewed(
        last: tuple[tuple[CheckedSegment, ...], list[dict[str, Any]]],
        segments: tuple[CheckedSegment, ...],
        gather: Callable[[CheckedSegment], tuple[Any, ...]],
    ) -> list[dict[str, Any]] | None:
        """The last columns with the facts of changed segments; None where that would take them out of order."""
        changed = [(old, new) for old, new in zip(last[0], segments, strict=True) if old is not new]
        if any(old.bead != new.bead for old, new in changed):
            return None
        columns = [dict(column) for column in last[1]]
        for _, seg in changed:
            for column, facts in zip(columns, gather(seg), strict=True):
                if bool(facts) != (seg.bead in column) or isinstance(facts, _Error) or _FAILED in column:
                    return None
                if facts:
                    column[seg.bead] = facts
        return columns


def _table(gathered: Sequence[tuple[str, tuple[Any, ...]]]) -> list[dict[str, Any]]:
    columns: list[dict[str, Any]] = [{} for _ in gathered[0][1]] if gathered else []
    for bead, row in gathered:
        for column, facts in zip(columns, row, strict=True):
            if isinstance(facts, _Error):
                column.setdefault(_FAILED, facts.error)
            elif facts:
                column[bead] = facts
    return columns


@lru_cache(maxsize=4)
def _columns(checks: tuple[DocumentCheck, ...], termbase: _Same) -> _Columns:
    return _Columns()


@lru_cache(maxsize=1 << 16)
def _gathered(checks: tuple[DocumentCheck, ...], termbase: _Same, facts: _Facts) -> tuple[Any, ...]:
    """What each of the checks needs of a segment, None where it does not apply; kept by the segment's texts."""
    context, facts.context = facts.context, None  # the key outlives the run, and must not keep its document alive
    if context is None:
        raise ValueError("a segment is gathered once")
    return tuple(_of_segment(check, facts.seg, context) for check in checks)


def _of_segment(check: DocumentCheck, seg: CheckedSegment, context: CheckContext) -> Any:
    if not check.applies(seg):
        return None
    try:
        return check.gather(seg, context)
    except Exception as error:
        return _Error(check.id, error)
