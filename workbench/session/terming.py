"""Terms of a review: added, changed, taken out, imported; and which sense of one holds where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import FileProblem, WorkbenchError
from workbench.model import events as ev
from workbench.model.bitext import Reason
from workbench.model.span import Side, Span
from workbench.model.term import OWN, Term, Termbase, TermKey
from workbench.session.analysing import Analysing
from workbench.session.judged import Judged, judged
from workbench.session.values import Outcome
from workbench.text.variants import to_simplified

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.checks.base import CheckedSegment
    from workbench.checks.context import CheckContext
    from workbench.terms.extraction import Candidate
    from workbench.terms.own import OwnTerms


@dataclass(frozen=True, slots=True)
class TermUse:
    """What a document makes of one sense of a term."""

    uses: int = 0
    """Places at which it holds, or may hold."""
    violations: int = 0
    """Open findings about its Chinese."""


@dataclass(frozen=True, slots=True)
class SensePlace:
    """A Chinese term with several senses at one place."""

    zh: str
    senses: tuple[Term, ...]
    at: int | None
    """Code point of the frozen source document; None in an English text alone."""
    here: TermKey | None
    """What was said of this place."""
    everywhere: TermKey | None
    """What was said of the document."""


class Terming(Analysing):
    """Acts on the termbase. Each is one undo away from how it was."""

    def add_term(self, term: Term) -> Outcome:
        label = f"added the term {term.zh} = {term.en}"
        return Outcome(label, self._commit(label, [ev.TermAdded(sound(term))]))

    def change_term(self, old: Term, new: Term) -> Outcome:
        """Puts `new` in the place of `old`, which may have come from a file."""
        if old == new:
            return Outcome("nothing changed")
        label = f"changed the term {new.zh} = {new.en}"
        gone: list[ev.Event] = [ev.TermRemoved(old.key)] if old.key != new.key else []
        return Outcome(label, self._commit(label, [*gone, ev.TermAdded(sound(new))]))

    def remove_term(self, term: Term) -> Outcome:
        label = f"took out the term {term.zh} = {term.en}"
        return Outcome(label, self._commit(label, [ev.TermRemoved(term.key)]))

    def import_terms(self, terms: Sequence[Term], origin: str = "") -> Outcome:
        """Takes the terms of a file in, as one act; those that are known just so stay as they are."""
        known = set(self.termbase.terms)
        new = tuple(term for term in terms if term not in known)
        if not new:
            return Outcome(f"all {len(terms)} terms are known already")
        label = f"imported {len(new)} term{'s' * (len(new) > 1)}{f' of {origin}' if origin else ''}"
        return Outcome(label, self._commit(label, [ev.TermsImported(new, origin)]))

    def note_input(self, path: Path) -> None:
        """Counts a file among those that the review was made from."""
        if self._store is not None and not self.read_only:
            self._store.note_inputs((path,))

    # ---- senses

    def sense_at(self, bead_id: str, zh: str, offset: int | None) -> SensePlace | None:
        """A term at a place of a segment's source; None where it has one sense only. `offset` counts code points of
        the segment's own source text; None asks for the document alone."""
        from workbench.terms.matcher import matcher_of

        senses = matcher_of(self.termbase).senses(zh)
        if len(senses) < 2:
            return None
        first = self.bead(bead_id).span(Side.SOURCE)
        at = None if offset is None or first is None else first.start + offset
        said = self.review.senses
        here = said.get((senses[0].zh, at)) if at is not None else None
        return SensePlace(senses[0].zh, senses, at, here, said.get((senses[0].zh, None)))

    def fix_sense(self, place: SensePlace, term: Term | None, *, everywhere: bool = False) -> Outcome:
        """Says which sense holds, at the place or in the whole document; None lets the program choose again."""
        at = None if everywhere else place.at
        if at is None and not everywhere:
            raise WorkbenchError("a sense is fixed at a Chinese term; in an English text alone, for the whole document")
        where = "in this document" if at is None else "here"
        meaning = f"is \u2018{term.en}\u2019" if term is not None else "means what the context says"
        label = f"{place.zh} {meaning} {where}"
        return Outcome(label, self._commit(label, [ev.SenseFixed(place.zh, at, term.key if term else None)]))

    # ---- the user's own terms

    _own: OwnTerms | None = None

    def use_own_terms(self, own: OwnTerms) -> None:
        """From now on terms that are added here are kept for other projects. A review in which nothing was decided yet
        takes in those that stand in its text, as an act that can be undone."""
        self._own = own
        if self.read_only or self.review.last_seq:
            return
        taken = [term for term in self.own_terms() if self._stands_here(term)]
        if taken:
            self.import_terms(taken, OWN)
            many = f"{len(taken)} of your own terms stand" if len(taken) > 1 else "one of your own terms stands"
            self.warnings = (*self.warnings, f"{many} in this text, and came along; undo leaves them out")

    def own_terms(self) -> tuple[Term, ...]:
        """The user's own terms that this project does not have. A file that cannot be read is a warning, told once."""
        if self._own is None:
            return ()
        try:
            terms = self._own.terms()
        except FileProblem as problem:
            if str(problem) not in self.warnings:
                self.warnings = (*self.warnings, str(problem))
            return ()
        known = {term.key for term in self.termbase.terms}
        return tuple(term for term in terms if term.key not in known)

    def forget_own_term(self, term: Term) -> None:
        """Takes a term out of the user's own file. Raises `FileProblem`."""
        if self._own is not None:
            self._own.change((), (term.key,))

    def _stands_here(self, term: Term) -> bool:
        text = to_simplified(self.bitext.source.text)
        return self.is_monolingual or any(to_simplified(name) in text for name in term.names)

    def _commit(self, label: str, events: Sequence[ev.Event]) -> frozenset[str]:
        """Keeps what an act, or its undoing, did to the reviewer's terms in the user's own file too."""
        review, version = self.review, self.review.terms_version
        if self._own is None:
            return super()._commit(label, events)
        before, added, gone = review.terms_of(OWN), review.added_terms, set(review.removed_terms)
        touched = super()._commit(label, events)
        if review.terms_version == version:
            return touched
        after = review.terms_of(OWN)
        changed = {key for key in added.keys() | review.added_terms.keys() if after.get(key) != before.get(key)}
        changed |= gone ^ review.removed_terms
        put = [after[key] for key in changed if key in after]
        drop = [key for key in changed if key not in after and key in before]
        try:
            self._own.change(put, drop)
        except FileProblem as problem:
            self.warnings = (*self.warnings, f"{problem} Your terms hold in this project only.")
        return touched

    # ---- candidates

    def candidates(self, most: int = 200) -> tuple[Candidate, ...]:
        """Terms that the text suggests, those rendered in several ways first, without those that were refused. Takes
        seconds for a large document: call it on a worker."""
        from workbench.session.extracting import candidates

        found = candidates(self._all_texts(), self.termbase, most=most)
        refused = self.review.refused_candidates
        return tuple(sorted((one for one in found if one.zh not in refused), key=lambda one: not one.is_mixed))

    def refuse_candidate(self, zh: str) -> Outcome:
        label = f"{zh} is no term"
        return Outcome(label, self._commit(label, [ev.CandidateRefused(zh)]))

    # ---- what the document makes of them

    def senses_at(self, bead_id: str, zh: str, span: Span) -> tuple[Term, ...]:
        """The senses of a term that may hold at a place of a segment's source: one where that is decided."""
        context, segments = self._context()
        seg = segments.get(bead_id)
        placed = context.placed_terms(seg) if seg is not None else ()
        return next((one.terms for one in placed if one.span == span and one.hit.zh == zh), ())

    def _context(self) -> tuple[CheckContext, dict[str, CheckedSegment]]:
        """The document as the checks see it, kept while it stays as it is."""
        from workbench.checks.context import CheckContext

        now = self._judged
        if now is None or now.terms is not self.termbase:
            rows = self._all_texts()
            now = judged(self.beads, rows, self.termbase, is_plain=not self._is_reshaped())
        held = self._held_context
        if held is None or held[0] is not now:
            context = CheckContext(now.checked, now.terms, monolingual=self.is_monolingual)
            held = self._held_context = now, context, {seg.bead: seg for seg in now.checked}
        return held[1], held[2]

    _held_context: tuple[Judged, CheckContext, dict[str, CheckedSegment]] | None = None

    # ---- what the document makes of them

    def uses_of(self, terms: Sequence[Term]) -> dict[Term, TermUse]:
        """How often terms that the project does not have stand in its text, whatever their sense."""
        from workbench.terms.matcher import TermMatcher

        matcher = TermMatcher(Termbase(tuple(terms)))
        hits = (hit for bead in self.beads if bead.source for hit in matcher.in_source(self.source(bead.id)))
        uses = Counter(term for hit in hits for term in hit.terms)
        return {term: TermUse(count) for term, count in uses.items()}

    def term_uses(self) -> dict[Term, TermUse]:
        """Uses and violations of each term that the document has; seconds for a large one, so call it on a worker."""
        context, segments = self._context()
        uses: Counter[Term] = Counter()
        for seg in segments.values():
            if seg.reason is Reason.FURNITURE:
                continue
            if seg.source:
                uses.update(term for placed in context.placed_terms(seg) for term in placed.terms)
            elif self.is_monolingual:
                uses.update({(hit.span, hit.term): hit.term for hit in context.target_hits(seg)}.values())
        violations: Counter[str] = Counter()
        for found in [] if self.is_blind else list(self._findings.values()):
            for finding in found:
                if finding.check.startswith("term.") and self._is_open(finding):
                    violations[finding.source_quote or (finding.group or "").partition(":")[2]] += 1
        counted = {}
        standing = {name for term in uses for name in term.names}
        for term in self.termbase.terms:
            is_meant = uses[term] or standing.isdisjoint(term.names)  # not another sense of the same Chinese
            use = TermUse(uses[term], sum(violations[name] for name in term.names) if is_meant else 0)
            if use.uses or use.violations:
                counted[term] = use
        return counted


def sound(term: Term) -> Term:
    """A term without blanks and repetitions. Raises `WorkbenchError` where it lacks its Chinese or its English, or
    calls the same words right and wrong."""
    zh, en = term.zh.strip(), term.en.strip()
    if not zh or not en:
        raise WorkbenchError("a term needs its Chinese and its English")
    right = {text.casefold() for text in (en, *term.variants)}
    both = next((text for text in (*term.forbidden, *term.source_only) if text.casefold() in right), None)
    if both is not None:
        raise WorkbenchError(f"\u2018{both}\u2019 stands for {zh} both as right and as forbidden")
    return replace(term, zh=zh, en=en, variants=tuple(dict.fromkeys(v for v in term.variants if v != en)))
