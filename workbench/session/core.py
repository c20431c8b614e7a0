"""What every part of the session stands on: the folded review, the journal, and the analysis so far."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import FileProblem, ReadOnlyProject
from workbench.model.bitext import Bead, Bitext
from workbench.model.events import (
    ActionRedone,
    ActionUndone,
    DismissalScope,
    Entry,
    Event,
    FindingDismissed,
    FindingReopened,
)
from workbench.model.finding import Finding
from workbench.model.review import Review, Segment
from workbench.model.score import QualityEstimate
from workbench.model.span import Side, Span
from workbench.model.term import Term, Termbase, TermKey
from workbench.session.lasting import Lasting, LastingDismissals
from workbench.store.rows import FIRST
from workbench.text.diff import Edit, word_diff

if TYPE_CHECKING:
    from workbench.checks.profile import CheckProfile
    from workbench.store.journal import JournalWriter
    from workbench.store.project import ProjectStore


@lru_cache(maxsize=4096)
def cached_diff(old: str, new: str) -> tuple[Edit, ...]:
    return word_diff(old, new)


def map_span(edits: Sequence[Edit], span: Span, *, forward: bool = True) -> Span | None:
    """Where a span of the old text lies in the new one; None if its words were changed.

    With `forward` False, from the new text back to the old one.
    """
    for edit in edits:
        here, there = (edit.old, edit.new) if forward else (edit.new, edit.old)
        if (
            edit.kind == "equal"
            and here.contains(span)
            and (len(span) or here.end > span.start or here.end == span.end)
        ):
            return span.shifted(there.start - here.start)
    return _map_across(edits, span, forward)


def _map_across(edits: Sequence[Edit], span: Span, forward: bool) -> Span | None:
    """A span whose ends lie in untouched words, with changes inside: the words that now stand between its ends."""
    start = end = None
    for edit in edits:
        here, there = (edit.old, edit.new) if forward else (edit.new, edit.old)
        if edit.kind != "equal":
            continue
        if start is None and here.start <= span.start < here.end:
            start = span.start - here.start + there.start
        if here.start < span.end <= here.end:
            end = span.end - here.start + there.start
    return Span(start, end) if start is not None and end is not None and start < end else None


def other_terms(before: Sequence[Term], after: Sequence[Term]) -> set[Term]:
    """The terms that only one of two termbases has. Most are the very same objects, which is asked first."""
    if before is after:
        return set()
    old, new = {id(term): term for term in before}, {id(term): term for term in after}
    return {old[key] for key in old.keys() - new.keys()} ^ {new[key] for key in new.keys() - old.keys()}


_NO_TERMS = Termbase()
_VERDICTS = (FindingDismissed, FindingReopened, ActionUndone, ActionRedone)
"""Events that may change what is dismissed."""
CHECK_PROFILE = "check_profile"
"""The project's setting that holds the text of a check profile."""


class Core:
    """State shared by the parts of `Session`. Acts run on the interface thread; analysis on a worker's."""

    def __init__(
        self,
        review: Review,
        *,
        store: ProjectStore | None,
        journal: JournalWriter | None,
        reviewer: str,
        termbase: Termbase | None = None,
        warnings: Iterable[str] = (),
        read_only: str | None = None,
        path: Path | None = None,
    ) -> None:
        self.review = review
        self.reviewer = reviewer
        self.warnings = tuple(warnings)
        self.read_only = read_only
        """Why nothing may be written, in one sentence; None if it may."""
        self.path = path
        self.rescued: Path | None = None
        """Where everything was written to when the project file took no more."""
        self._store = store
        self._journal = journal
        self._loaded_terms = termbase
        self.translation = FIRST
        """Which translation of the project this is, by its id there."""
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._estimates: dict[str, QualityEstimate] = {}
        self._estimated: dict[str, str] = {}
        """The target text that each estimate is of: one of another text is not shown."""
        self._joined_terms: tuple[int, Termbase] | None = None
        self.lasting = LastingDismissals()
        """What the user never wants to be told of, in any project."""
        self.is_analysed = False
        self._reshaped_at = -1
        self._reshaped = False
        self._separators: Mapping[str, str] = {}

    # ---- reading

    @property
    def is_blind(self) -> bool:
        """True while machine scores and findings are hidden, so that they do not steer judgments."""
        return False

    @property
    def bitext(self) -> Bitext:
        return self.review.bitext

    @property
    def is_monolingual(self) -> bool:
        return self.bitext.is_monolingual

    @property
    def beads(self) -> tuple[Bead, ...]:
        return self.review.beads

    @property
    def termbase(self) -> Termbase:
        """The loaded terms with those that were added in this project, the latter first, without those that were taken
        out. The very same object while they stay, because what is built for a termbase is kept by it."""
        version, held = self.review.terms_version, self._joined_terms
        if held is None or held[0] != version:
            held = self._joined_terms = version, self._join_terms()
        return held[1]

    @cached_property
    def check_profile(self) -> CheckProfile:
        """Which checks run, and how severe what they find is: as the project keeps it."""
        from workbench.checks.profile import PLAIN, parse_profile

        text = self._store.settings().get(CHECK_PROFILE) if self._store is not None else None
        if not isinstance(text, str):
            return PLAIN
        try:
            return parse_profile(text, f"the check profile of {self.path}")
        except FileProblem as problem:  # of another version, or with checks of a package that is not here
            self.warnings = (*self.warnings, f"{problem} All checks run as they are.")
            return PLAIN

    def _join_terms(self) -> Termbase:
        loaded, added, gone = self._loaded_terms or _NO_TERMS, self.review.terms, self.review.removed_terms
        if not added and not gone:
            return loaded
        taken = {term.key for term in added} | gone
        wide = {(term.zh, term.sense) for term in added if not term.domain}  # for all fields
        kept = [term for term in loaded.terms if term.key not in taken and (term.zh, term.sense) not in wide]
        return Termbase((*added, *kept), loaded.name)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The journal, oldest first."""
        return tuple(self.review.entries)

    def index(self, bead_id: str) -> int | None:
        return self.review.position(bead_id)

    def bead(self, bead_id: str) -> Bead:
        return self.review.bead(bead_id)

    def segment(self, bead_id: str) -> Segment:
        return self.review.segment(bead_id)

    def source(self, bead_id: str) -> str:
        return self.bitext.text(self.bead(bead_id), Side.SOURCE)

    def machine(self, bead_id: str) -> str:
        return self.review.machine_text(self.bead(bead_id))

    def final(self, bead_id: str) -> str:
        return self.review.final_text(self.bead(bead_id))

    def text(self, bead_id: str, side: Side) -> str:
        """What is on screen: the source, or the final text."""
        return self.source(bead_id) if side is Side.SOURCE else self.final(bead_id)

    def separator(self, bead_id: str) -> str | None:
        """What follows the segment in the corrected translation; None at the end, or if nothing of it is there."""
        bead = self.bead(bead_id)
        if self._is_reshaped():
            return self._separators.get(bead_id)
        following = self._next_target_start(bead_id)
        if not bead.target or following is None:
            return None
        return self.review.separator_after(bead.target[-1].end, following)

    def _is_reshaped(self) -> bool:
        """True where translations were supplied or emptied: neighbours in the text are then not those in the file."""
        if self._reshaped_at != self.review.last_seq:
            self._reshaped_at = self.review.last_seq
            corrected = [(i, s.corrected) for i, s in self.review.segments.items() if s.corrected is not None]
            reshaped = any(
                self.index(bead_id) is not None and (text == "" or not self.bead(bead_id).target)
                for bead_id, text in corrected
            )
            self._separators = self._final_separators() if reshaped else {}
            self._reshaped = reshaped
        return self._reshaped

    def _final_separators(self) -> Mapping[str, str]:
        from workbench.formats.export_view import final_separators

        return final_separators(self.review)

    def machine_separator(self, bead_id: str) -> str | None:
        """What follows the segment in the machine's text."""
        bead = self.bead(bead_id)
        following = self._next_target_start(bead_id)
        if not bead.target or following is None:
            return None
        return self.bitext.target.text[bead.target[-1].end : following]

    def _next_target_start(self, bead_id: str) -> int | None:
        position = self.index(bead_id)
        if position is None:
            return None
        beads = self.beads
        following = (beads[i] for i in range(position + 1, len(beads)))
        return next((bead.target[0].start for bead in following if bead.target), None)

    def diff(self, bead_id: str, text: str | None = None) -> tuple[Edit, ...]:
        """The words that differ from the machine's, in the final text or in `text`."""
        return cached_diff(self.machine(bead_id), self.final(bead_id) if text is None else text)

    @property
    def save_state(self) -> str:
        """`saved`, `saving`, `read only`, or `not saved: …` with the reason."""
        if self.read_only:
            return "read only"
        if self._journal is None:
            return "not saved: there is no project file"
        if self._journal.problem is not None:
            return f"not saved: {self._journal.problem}"
        return str(self._journal.state)

    # ---- writing

    def _lack(self, bead_id: str) -> list[Event]:
        """What says that a segment had no translation, when one is supplied: see `Marking`."""
        return []

    def _commit(self, label: str, events: Sequence[Event]) -> frozenset[str]:
        """Folds the events of one act in, and hands them to the writer. Returns the touched segments.

        Raises `ReadOnlyProject`, or `EventRefused` with nothing changed.
        """
        self.check_writable()
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        first = self.review.last_seq + 1
        entries = [Entry(first + n, first, self.reviewer, at, event, label) for n, event in enumerate(events)]
        before = self._lasting_here() if any(isinstance(event, _VERDICTS) for event in events) else None
        terms, senses = self.termbase, dict(self.review.senses)
        touched = self.review.apply_act(entries) | self._with_other_terms(terms, senses)
        if self._journal:
            self._journal.submit(entries)
        if before is not None:
            self._keep_lasting(before)
        return touched

    def _with_other_terms(self, terms: Termbase, senses: Mapping[tuple[str, int | None], TermKey]) -> frozenset[str]:
        """The segments that stand in another light since the terms, or what was said of their senses, changed."""
        changed = other_terms(terms.terms, self.termbase.terms)
        if senses != self.review.senses:
            said = {zh for (zh, _), _ in senses.items() ^ self.review.senses.items()}
            changed |= {term for term in self.termbase.terms if term.zh in said}
        if not changed:
            return frozenset()
        from workbench.session.judged import stands_in

        is_in = stands_in(changed)
        return frozenset(bead.id for bead in self.beads if is_in(self.source(bead.id), self.final(bead.id)))

    def _lasting_here(self) -> frozenset[Lasting]:
        """What this project dismisses for always."""
        return frozenset(
            Lasting(one.check, one.quote, one.source_quote, one.reason, self.reviewer)
            for one in self.review.dismissals.values()
            if one.scope is DismissalScope.ALWAYS
        )

    def _keep_lasting(self, before: frozenset[Lasting]) -> None:
        """Tells the user's own file what an act dismissed for always, or took back. Where that file cannot be
        written, the dismissal holds in this project, and a warning says so."""
        after = self._lasting_here()
        if before == after:
            return
        try:
            self.lasting.change(added=after - before, dropped=before - after)
        except FileProblem as problem:
            self.warnings = (*self.warnings, f"{problem} What you dismissed for always holds in this project only.")

    def check_writable(self) -> None:
        if self.read_only:
            said = self.read_only.removeprefix(f"{self.path}: ").rstrip(".")
            raise ReadOnlyProject(self.path or "project", said)
