"""Terms of a review: added, changed, taken out, imported; and which sense of one holds where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.bitext import Reason
from workbench.model.span import Side, Span
from workbench.model.term import Term, TermKey
from workbench.session.analysing import Analysing
from workbench.session.judged import Judged, judged
from workbench.session.values import Outcome

if TYPE_CHECKING:
    from workbench.checks.base import CheckedSegment
    from workbench.checks.context import CheckContext


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
        return Outcome(label, self._commit(label, [ev.TermAdded(_sound(term))]))

    def change_term(self, old: Term, new: Term) -> Outcome:
        """Puts `new` in the place of `old`, which may have come from a file."""
        if old == new:
            return Outcome("nothing changed")
        label = f"changed the term {new.zh} = {new.en}"
        gone: list[ev.Event] = [ev.TermRemoved(old.key)] if old.key != new.key else []
        return Outcome(label, self._commit(label, [*gone, ev.TermAdded(_sound(new))]))

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
        for found in list(self._findings.values()):
            for finding in found:
                if finding.check.startswith("term.") and self._is_open(finding):
                    violations[finding.source_quote or (finding.group or "").partition(":")[2]] += 1
        counted = {}
        for term in self.termbase.terms:
            use = TermUse(uses[term], sum(violations[name] for name in term.names))
            if use.uses or use.violations:
                counted[term] = use
        return counted


def _sound(term: Term) -> Term:
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
