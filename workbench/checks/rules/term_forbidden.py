"""Wrong renderings of terms: sure where the Chinese term stands in the pair, a suspicion in an English text alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext, PlacedTerm
from workbench.checks.lookup import accounts_for
from workbench.model.finding import Finding, Severity
from workbench.model.placed import Placed
from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.terms.matcher import TargetHit
from workbench.terms.renderings import Standing
from workbench.terms.rewrite import suggestion

_WIND = "风口,hot trend,next big thing,tuyere|air vent|outlet,outlet,business\n"
_FURNACE = _WIND + "风口,tuyere,,,,metallurgy\n通风口,vent,air vent,,,engineering\n"
_SUGGESTED = 3
_MOST = 300
"""Wrong renderings that are looked at in one segment: a sentence has a handful."""
_AROUND = 500
"""Characters on either side that a suggestion is fitted to."""


class TermForbidden(Check):
    id = "term.forbidden"
    name = "Forbidden rendering"
    description = "A term is rendered by words that the termbase forbids in the sense that it has here."
    severity = Severity.MAJOR
    fires = (
        Example("ChatGPT has become a new outlet.", "ChatGPT已经成为新风口。", "outlet", _WIND),
        Example("These Tuyeres appear.", "这些风口出现了。", "Tuyeres", _WIND),
        Example("Hydrogen is the steel industry's next tuyere.", "氢能成为钢铁业的下一个风口。", "tuyere", _FURNACE),
    )
    quiet = (
        Example("The website is a hot trend.", "网站是风口。", terms=_WIND),
        Example("Close the air vent.", "关上通风口。", terms=_FURNACE),
        Example("The retail outlet is a new hot trend.", "零售店是新风口。", terms=_WIND),
        Example("The blast furnace has 30 tuyeres.", "高炉有30个风口。", terms=_FURNACE),
        Example("The outlet was closed.", "出口关闭了。", terms=_WIND),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if not context.has_terms:
            return
        hits = context.target_hits(seg)
        if not any(hit.standing is not Standing.APPROVED for hit in hits):
            return
        for fault in _faults(seg, context, hits):
            hit, term, placed = fault.hit, fault.term, fault.placed
            span, texts = _with_article(seg.target, hit.span, term)
            told = term.sense and term.sense.casefold() not in (text.casefold() for text in term.approved)
            meaning = f" in the sense of {term.sense}" if told else ""
            reason = term.reason_of(hit.rendering)
            why = f" ({hit.quote}: {reason})" if reason else ""
            yield self.in_target(
                seg,
                span,
                f"{term.zh} is not \u201c{hit.quote}\u201d here: \u201c{term.en}\u201d{meaning}{why}."
                if placed
                else f"\u201c{hit.quote}\u201d is a wrong word for {term.zh}, which is not even in the source.",
                source=placed.span if placed else None,
                suggestions=texts,
                confidence=fault.confidence,
                severity=Severity.MAJOR if placed else Severity.MINOR,
                group=f"{self.id}:{term.zh}",
            )


class TermSuspect(Check):
    id = "term.suspect"
    name = "Probably a mistranslated term"
    description = "In an English text alone, words that usually are a wrong rendering of a Chinese term."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("Players look for the next tuyere.", quote="tuyere", terms=_WIND),)
    quiet = (
        Example("The outlet was closed.", terms=_WIND),
        Example("The blast furnace has thirty tuyeres above the hearth.", terms=_FURNACE),
        Example("The next tuyere.", "下一个风口。", terms=_WIND),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if seg.source or not context.has_terms:
            return
        hits = context.target_hits(seg)
        approved = _placed(hit for hit in hits if hit.standing is Standing.APPROVED)
        for hit in _longest(h for h in hits if h.standing is Standing.FORBIDDEN)[:_MOST]:
            if _is_approved_somewhere(hit, approved, seg, context):
                continue
            choice = context.sense(context.matcher.senses(hit.term.zh), seg, hit.span)
            if hit.term not in choice.terms:
                continue
            span, texts = _with_article(seg.target, hit.span, hit.term)
            yield self.in_target(
                seg,
                span,
                f"Probably {hit.term.zh}, which is \u201c{hit.term.en}\u201d.",
                suggestions=texts,
                confidence=0.7 if choice.is_decided else 0.55,
                group=f"{self.id}:{hit.term.zh}",
            )


@dataclass(frozen=True, slots=True)
class _Fault:
    hit: TargetHit
    term: Term
    placed: PlacedTerm | None
    confidence: float


def _faults(seg: CheckedSegment, context: CheckContext, hits: Sequence[TargetHit]) -> Iterable[_Fault]:
    placed = context.placed_terms(seg)
    held = {term for p in placed for term in p.terms}
    right = _placed(hit for hit in hits if hit.standing is Standing.APPROVED and hit.term in held)
    rendered_right = Counter(hit.term.zh for hit in hits if hit.standing is Standing.APPROVED and hit.term in held)
    approved = _placed(hit for hit in hits if hit.standing is Standing.APPROVED)
    wrong = _longest(hit for hit in hits if hit.standing is not Standing.APPROVED)
    spent: dict[str, int] = {}
    for hit in wrong[:_MOST]:
        if any(r.span.contains(hit.span) and r.term.zh != hit.term.zh for r in right.overlapping(hit.span)):
            continue
        if any(len(r.span) >= len(hit.span) for r in right.overlapping(hit.span)):
            continue
        here = [p for p in placed if hit.term in p.terms]
        if not here:
            if _counts_without_source(hit, approved, seg, context):
                yield _Fault(hit, hit.term, None, 0.75)
            continue
        if any(_allows(p, hit) for p in here):
            continue
        if hit.standing is Standing.SOURCE_ONLY:
            rendered = rendered_right[hit.term.zh] + spent.get(hit.term.zh, 0)
            if rendered >= len(here) or accounts_for(seg.source, hit.quote, [p.span for p in here]):
                continue
        place = here[min(spent.get(hit.term.zh, 0), len(here) - 1)]
        spent[hit.term.zh] = spent.get(hit.term.zh, 0) + 1
        yield _Fault(hit, hit.term, place, 0.97 if place.choice.is_decided else 0.8)


def _allows(placed: PlacedTerm, hit: TargetHit) -> bool:
    """Whether another sense that may hold at the place allows the words, so that they cannot be called wrong."""
    return any(
        hit.rendering.casefold() in (text.casefold() for text in term.approved)
        for term in placed.terms
        if term is not hit.term
    )


def _counts_without_source(
    hit: TargetHit, approved: Placed[TargetHit], seg: CheckedSegment, context: CheckContext
) -> bool:
    if hit.standing is not Standing.FORBIDDEN or not seg.source:
        return False
    if any(hit.term in source.terms for source in context.source_hits(seg)):
        return False  # the term stands there in another sense
    if _is_approved_somewhere(hit, approved, seg, context) or accounts_for(seg.source, hit.quote):
        return False
    return hit.term in context.sense(context.matcher.senses(hit.term.zh), seg, None).terms


def _is_approved_somewhere(
    hit: TargetHit, approved: Placed[TargetHit], seg: CheckedSegment, context: CheckContext
) -> bool:
    """Whether the same or longer words are right for some term in a sense that may hold here."""
    for other in approved.overlapping(hit.span):
        if other.span.contains(hit.span):
            senses = context.matcher.senses(other.term.zh)
            if other.term in context.sense(senses, seg, None if seg.source else other.span).terms:
                return True
    return False


def _placed(hits: Iterable[TargetHit]) -> Placed[TargetHit]:
    return Placed(hits, lambda hit: hit.span)


def _longest(hits: Iterable[TargetHit]) -> list[TargetHit]:
    """Hits that do not lie in a longer one of the same term, and one for each span and term."""
    found = list(hits)
    placed = _placed(found)
    kept: dict[tuple[int, int, str], TargetHit] = {}
    for hit in found:
        inside = any(
            o.term.zh == hit.term.zh and o.span.contains(hit.span) and len(o.span) > len(hit.span)
            for o in placed.overlapping(hit.span)
        )
        if not inside:
            kept.setdefault((hit.span.start, hit.span.end, hit.term.zh), hit)
    return list(kept.values())


def _with_article(text: str, span: Span, term: Term) -> tuple[Span, tuple[str, ...]]:
    """The span to replace and what to put there; `a` or `an` before it joins in when it would have to change."""
    from workbench.terms.rewrite import replace_located

    cut = max(0, span.start - _AROUND)
    text, span = text[cut : span.end + _AROUND], span.shifted(-cut)
    texts = [term.en, *term.variants][:_SUGGESTED]
    suggested = tuple(suggestion(text, span, new, term.pos) for new in texts)
    _, located = replace_located(text, span, term.en, term.pos)
    if located.start == span.start:
        return span.shifted(cut), suggested
    before = text[: span.start].rstrip()
    start = before.rfind(" ") + 1
    whole = Span(start, span.end)
    replaced = []
    for new in texts:
        fresh, place = replace_located(text, span, new, term.pos)
        replaced.append(fresh[start : place.end])
    return whole.shifted(cut), tuple(replaced)
