"""One term rendered in several ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.checks.base import CheckedSegment, DocumentCheck, Example
from workbench.checks.context import CheckContext
from workbench.checks.spellings import Spellings, Uncommon, uncommon_words
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.terms.inflection import singular
from workbench.terms.matcher import pair_hits
from workbench.terms.renderings import Standing, words
from workbench.terms.rewrite import suggestion

_TERMS = "元宇宙,metaverse,,metauniverse|meta world,,business\n平台,platform,stage,,,business\n"


class _Rendered(NamedTuple):
    zh: str
    source: Span
    target: Span
    form: str
    """The rendering without inflection, articles and hyphens."""
    is_approved: bool


class TermInconsistent(DocumentCheck):
    id = "term.inconsistent"
    name = "One term, several renderings"
    description = "A term is rendered in several ways, not all of which are right; other uncommon words likewise."
    severity = Severity.MINOR
    fires = (
        Example(
            "The metauniverse is new.",
            "元宇宙是新的。",
            "metauniverse",
            _TERMS,
            before=(("元宇宙来了。", "The metaverse is here."),),
        ),
    )
    quiet = (
        Example(
            "Metaverses are new.", "元宇宙是新的。", terms=_TERMS, before=(("元宇宙来了。", "The metaverse is here."),)
        ),
        Example("The stage is set.", "平台是新的。", terms=_TERMS, before=(("平台来了。", "The platform is here."),)),
    )

    def __init__(self) -> None:
        self._spellings = Spellings()

    def gather(self, seg: CheckedSegment, context: CheckContext) -> tuple[tuple[_Rendered, ...], tuple[Uncommon, ...]]:
        hits = context.source_hits(seg) if context.has_terms else ()
        pairs = pair_hits(hits, context.target_hits(seg), len(seg.source), len(seg.target)) if hits else ()
        known = tuple(
            _Rendered(hit.term.zh, hit.source, hit.target, _form(hit.rendering), hit.standing is Standing.APPROVED)
            for hit in pairs
            if hit.target is not None
        )
        return known, uncommon_words(seg)

    def judge(
        self, gathered: Mapping[str, tuple[tuple[_Rendered, ...], tuple[Uncommon, ...]]], context: CheckContext
    ) -> Iterable[Finding]:
        counts: dict[str, Counter[str]] = {}
        right: dict[str, set[str]] = {}
        with_terms = [(bead, known) for bead, (known, _) in gathered.items() if known]
        for _, known in with_terms:
            for item in known:
                counts.setdefault(item.zh, Counter())[item.form] += 1
                if item.is_approved:
                    right.setdefault(item.zh, set()).add(item.form)
        mixed = {zh for zh, forms in counts.items() if len(forms) > 1 and set(forms) - right.get(zh, set())}
        for bead, known in with_terms if mixed else ():
            seg = context.segments[context.position[bead]]
            for item in known:
                if item.zh in mixed and not self._is_usual(item, counts[item.zh], right.get(item.zh, set())):
                    yield self._finding(seg, context, item, counts[item.zh])
        yield from self._without_terms({bead: words for bead, (_, words) in gathered.items() if words}, context)

    def _without_terms(self, gathered: Mapping[str, tuple[Uncommon, ...]], context: CheckContext) -> Iterable[Finding]:
        for zh, places in self._spellings.varied(gathered, context).items():
            if any(zh in term.zh or term.zh in zh for term in context.termbase.terms):
                continue
            texts = {place: place.target.of(context.segments[context.position[place.bead]].target) for place in places}
            forms = Counter(place.form for place in places)
            usual = forms.most_common(1)[0][0]
            written = {form: next(texts[p] for p in places if p.form == form) for form in forms}
            told = ", ".join(f"{written[form]} {count}" for form, count in forms.most_common())
            for place in places:
                if place.form != usual:
                    seg = context.segments[context.position[place.bead]]
                    yield self.in_target(
                        seg,
                        place.target,
                        f"{zh} is rendered in several ways: {told}.",
                        source=_whole(seg.source, place.source, zh),
                        suggestions=(written[usual],),
                        confidence=0.8,
                        group=f"{self.id}:{zh}",
                    )

    @staticmethod
    def _is_usual(item: _Rendered, forms: Counter[str], right: set[str]) -> bool:
        """Right renderings are the measure where there are any; else the most frequent one."""
        return item.form in right if right else item.form == forms.most_common(1)[0][0]

    def _finding(self, seg: CheckedSegment, context: CheckContext, item: _Rendered, forms: Counter[str]) -> Finding:
        told = ", ".join(f"{form} {count}" for form, count in forms.most_common())
        term = context.matcher.senses(item.zh)[0]
        return self.in_target(
            seg,
            item.target,
            f"{item.zh} is rendered in several ways: {told}.",
            source=item.source,
            suggestions=(suggestion(seg.target, item.target, term.en, term.pos),),
            confidence=0.9,
            group=f"{self.id}:{item.zh}",
        )


def _form(rendering: str) -> str:
    return " ".join(singular(w.text.lower()) for w in words(rendering) if w.text.lower() not in {"a", "an", "the"})


def _whole(source: str, span: Span, zh: str) -> Span:
    """The place of a word that the dictionary knows only a part of (元宇宙, by its 宇宙)."""
    start = span.end - len(zh)
    return Span(start, span.end) if start >= 0 and source[start : span.end] == zh else span
