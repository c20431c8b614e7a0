"""One decision for many places: plan, look, edit or leave out, apply as one act that one undo takes back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.finding import Finding
from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.session.marking import PARAGRAPH, SEPARATOR_CHECKS, Marking
from workbench.session.values import ConcordancePlace, FindingGroup, Outcome, PlannedFix
from workbench.text.tokens import stem

TERM_CHECKS = frozenset({"term.forbidden", "term.suspect"})
"""Checks whose groups are of one Chinese term, which stands behind the colon of their key."""
GLUED = "glued"
"""Key of the one item for all places where sentences run together, whether a space is lost or a paragraph break."""
TERM_CATEGORY = "Terminology/Inappropriate for context"
"""What places of a term are marked as, where no finding says more."""
_SURE = 0.7
"""Chance that words render a term from which their place is taken in at once: a gloss of the very word, or a synonym of
it. Weaker are parts of words."""
_JOINED = re.compile(r"\b(?:and|or)\b|[,/&]", re.IGNORECASE)
"""What holds two terms together: `industrial and consumer ends`."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST = 40
"""Code points of a word that is looked at."""
_LEADING_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)


class Fixing(Marking):
    """Batches and terms."""

    def groups(self) -> tuple[FindingGroup, ...]:
        """Open findings, what repeats as one item; worst first, then the more frequent."""
        found: dict[str, list[Finding]] = {}
        for bead in self.beads:
            for finding in self.findings(bead.id):
                found.setdefault(group_key(finding), []).append(finding)
        groups = [
            FindingGroup(
                key,
                " + ".join(sorted({f.check for f in items}, reverse=True)),
                max((f.severity for f in items), key=lambda s: s.rank),
                _glued(items) if key == GLUED else items[0].message,
                tuple(items),
            )
            for key, items in found.items()
        ]
        return tuple(sorted(groups, key=lambda g: (-g.severity.rank, -len(g), g.check)))

    def group_of(self, finding: Finding) -> FindingGroup | None:
        return next((group for group in self.groups() if group.key == group_key(finding)), None)

    # ---- plans

    def _plan(self, bead_id: str, span: Span, new: str, finding: str | None = None) -> PlannedFix:
        before = self.final(bead_id)
        after = before[: span.start] + new + before[span.end :]
        return PlannedFix(bead_id, span, span.of(before), new, before, after, finding)

    def plan_group(self, group_key: str) -> tuple[PlannedFix, ...]:
        """One planned fix for each finding of a group that suggests something."""
        group = next((g for g in self.groups() if g.key == group_key), None)
        if group is None:
            raise WorkbenchError("these findings are no longer there")
        plans: list[PlannedFix] = []
        for finding in group.findings:
            if not finding.suggestions or finding.bead is None or finding.span is None:
                continue
            if finding.check in SEPARATOR_CHECKS:
                plans.append(self._plan_separator(finding))
            elif finding.side is Side.TARGET:
                plan = self._plan(finding.bead, finding.span, finding.suggestions[0], finding.id)
                doubt = _shared(plan, plans)
                plans.append(replace(plan, doubt=doubt, included=not doubt))
        return tuple(plans)

    def _plan_separator(self, finding: Finding) -> PlannedFix:
        assert finding.bead is not None
        assert finding.span is not None
        before = self.final(finding.bead)
        text = self._suggested_separator(finding)
        at = finding.span.end
        following = before[at:] if at < len(before) else self._following_text(finding.bead)
        return PlannedFix(
            finding.bead,
            Span(at, at),
            "",
            text,
            before + following[:12] if at >= len(before) else before,
            before[:at] + text + following[:12] if at >= len(before) else before[:at] + text + following,
            finding.id,
            separator=True,
        )

    def _following_text(self, bead_id: str) -> str:
        position = self.index(bead_id) or 0
        return next((self.final(b.id) for b in self.beads[position + 1 :] if b.target), "")

    def plan_term(self, zh: str, en: str, places: Sequence[ConcordancePlace] | None = None) -> tuple[PlannedFix, ...]:
        """Every place of a Chinese term whose rendering is not `en`, adjusted to its sentence. A place of which it is
        not sure that these words render the term starts left out; a claim of a check about it goes with it. `places` is
        its concordance, where it is known."""
        from workbench.terms.rewrite import change_of, way_of

        term = next((term for term in self.termbase.terms if term.zh == zh), None)
        pos = term.pos if term is not None and en in term.approved else ""
        plans: list[PlannedFix] = []
        places = self.concordance(zh) if places is None else places
        for place in places:
            final = self.final(place.bead)
            if place.rendering_span is None:
                if _stands(en, final) and not any(p.bead == place.bead and p.rendering_span for p in places):
                    continue
                at = len(final)
                plan = PlannedFix(place.bead, Span(at, at), "", "", final, final, included=False)
            elif place.rendering.casefold() == en.casefold():
                continue
            else:
                way = way_of(place.rendering, en, pos)
                plan = self._plan(place.bead, *change_of(final, place.rendering_span, en, way))
                if plan.old == plan.new:
                    continue
                doubt = self._other_sense(place, zh, en) or _doubt(place, plan, plans)
                plan = replace(plan, doubt=doubt, included=not doubt)
            claim = self._claim_at(zh, place, {earlier.finding for earlier in plans})
            plans.append(replace(plan, finding=claim, source_span=place.source_span))
        return tuple(sorted(plans, key=lambda p: (self.index(p.bead) or 0, p.span)))  # as the English reads

    def senses_at(self, bead_id: str, zh: str, span: Span) -> tuple[Term, ...]:
        """The senses of a term that may hold at a place; none where nothing is known of them."""
        return ()

    def _other_sense(self, place: ConcordancePlace, zh: str, en: str) -> str:
        """Why words that are right for one sense of a term are in doubt at a place: it has another sense there."""
        known = [term for term in self.termbase.terms if term.zh == zh]
        if len(known) < 2 or not any(en in term.approved for term in known):
            return ""
        held = self.senses_at(place.bead, zh, place.source_span)
        if not held or any(en in term.approved for term in held):
            return ""
        return f"here it is \u2018{held[0].en}\u2019"

    def _claim_at(self, zh: str, place: ConcordancePlace, taken: Collection[str | None]) -> str | None:
        """The open finding about a term in one of its places; each finding belongs to one place."""
        for finding in self.findings(place.bead):
            if finding.id in taken or not finding.check.startswith("term.") or finding.source_quote != zh:
                continue
            here = place.rendering_span if finding.side is Side.TARGET else place.source_span
            if finding.span is not None and here is not None and finding.span.overlaps(here):
                return finding.id
        return None

    def plan_replace(self, bead_id: str, span: Span, new: str) -> tuple[PlannedFix, ...]:
        """The same words everywhere in the translation, whole words only."""
        from workbench.terms.rewrite import on_word_edges

        old = span.of(self.final(bead_id))
        if not old.strip():
            raise WorkbenchError("select the words to replace first")
        if new == old:
            raise WorkbenchError("these are the words that stand there: nothing would change")
        if on_word_edges(self.final(bead_id), span) != span:
            raise WorkbenchError(f"\u2018{old}\u2019 is part of a word here: select whole words to replace everywhere")
        plans = []
        for bead in self.beads:
            final = self.final(bead.id)
            places = (Span(*match.span()) for match in re.finditer(re.escape(old), final))
            plans += [self._plan(bead.id, at, new) for at in places if on_word_edges(final, at) == at]
        return tuple(plans)

    def replan(self, fix: PlannedFix, new: str) -> PlannedFix:
        """The same place with other words; a place that was empty is then included."""
        after = fix.before[: fix.span.start] + new + fix.before[fix.span.end :]
        return replace(fix, new=new, after=after, included=bool(new) or fix.included)

    def apply_fixes(
        self, fixes: Iterable[PlannedFix], *, label: str = "", zh: str | None = None, en: str | None = None
    ) -> Outcome:
        """Applies the included fixes as one act. With `zh` and `en`, the rendering is decided for the document."""
        chosen = [fix for fix in fixes if fix.included]
        if not chosen:
            raise WorkbenchError("no place is chosen")
        label = label or self._batch_label(chosen, zh, en)
        events: list[ev.Event] = []
        for fix in chosen:
            if fix.separator:
                finding = self.finding(fix.finding or "")
                events.append(
                    ev.FindingAccepted(finding.id, finding.check, finding.quote, finding.source_quote, finding.bead)
                )
                if fix.span.end >= len(self.final(fix.bead)):
                    events.append(self._separator_event(replace(finding, suggestions=(finding.quote + fix.new,))))
        events += [ev.TextCorrected(bead_id, text) for bead_id, text in self.fixed_texts(chosen).items()]
        events += self._flags_of(chosen)
        if zh is not None and en is not None:
            events.append(ev.TermDecided(zh, en))
        # Nobody has read these segments for their own sake: what was untouched is still to be looked at.
        untouched = dict.fromkeys(f.bead for f in chosen if self.segment(f.bead).status is ev.Status.UNTOUCHED)
        stays = [ev.StatusChanged(bead_id, ev.Status.UNTOUCHED) for bead_id in untouched]
        return Outcome(label, self._commit(label, [*_texts_last(events), *stays]))

    def _batch_label(self, fixes: Sequence[PlannedFix], zh: str | None, en: str | None) -> str:
        """What a batch is called: by its term, also where the findings of one term suggest its words."""
        places = f"{len(fixes)} place{'s' if len(fixes) > 1 else ''}"
        if all(fix.separator for fix in fixes):
            breaks = sum("\n" in fix.new for fix in fixes)
            return f"put {_counted(len(fixes) - breaks, breaks)}"
        if zh is None and all(fix.finding for fix in fixes):
            keys = {self.finding(fix.finding or "").group or "" for fix in fixes}
            check, _, term = keys.pop().partition(":") if len(keys) == 1 else ("", "", "")
            if check in TERM_CHECKS and term:
                zh = term
                en = " / ".join(dict.fromkeys(_LEADING_ARTICLE.sub("", fix.new) for fix in fixes))
        return f"{zh} = {en} in {places}" if zh and en else f"fixed {places}"

    def fixed_texts(self, fixes: Iterable[PlannedFix]) -> dict[str, str]:
        """The segments whose text the included fixes change, and how each then reads: with all of its fixes at once.

        Raises `WorkbenchError` where two of them overlap.
        """
        by_bead: dict[str, list[PlannedFix]] = {}
        for fix in fixes:
            final = self.final(fix.bead)
            if fix.separator and fix.span.end < len(final):  # within the segment: white space of its own text
                end = len(final) - len(final[fix.span.end :].lstrip())
                at = Span(fix.span.end, end)
                fix = replace(fix, span=at, old=at.of(final), before=final, separator=False)
            if fix.included and not fix.separator:
                by_bead.setdefault(fix.bead, []).append(fix)
        return {bead_id: self._with_fixes(bead_id, in_bead) for bead_id, in_bead in by_bead.items()}

    def _with_fixes(self, bead_id: str, fixes: Sequence[PlannedFix]) -> str:
        text = self.final(bead_id)
        in_order = sorted(fixes, key=lambda f: f.span)
        if any(fix.before != text for fix in fixes):
            raise WorkbenchError("the text has changed since the preview; look at it again")
        number = (self.index(bead_id) or 0) + 1
        for fix, following in pairwise(in_order):
            if following.span.start < fix.span.end:
                raise WorkbenchError(f"two chosen places of segment {number} overlap: leave one of them out")
        for fix in reversed(in_order):
            text = text[: fix.span.start] + fix.new + text[fix.span.end :]
        return text

    def _flags_of(self, fixes: Sequence[PlannedFix]) -> list[ev.Event]:
        """The claims behind a batch are accepted with it, and marked as the errors they were."""
        events: list[ev.Event] = []
        for fix in fixes:
            if fix.separator:
                continue
            if fix.finding is not None:
                claim = replace(self.finding(fix.finding), suggestions=())
                accepted, _ = self.accepting(claim, fix.severity, supplies=False)
                events += accepted
            elif fix.severity is not None and fix.old.strip():
                annotation = self._annotation(
                    fix.bead, fix.severity, TERM_CATEGORY, fix.span, fix.source_span, None, ""
                )
                events.append(ev.SpanFlagged(annotation))
        return events

    # ---- terms

    def concordance(self, zh: str) -> tuple[ConcordancePlace, ...]:
        """Every place where a Chinese term stands, with its rendering there, or none."""
        from workbench.evidence.pair import gather
        from workbench.terms.concordance import concordance
        from workbench.terms.matcher import matcher_of

        terms = matcher_of(self.termbase)

        rows = [(bead.id, self.source(bead.id), self.final(bead.id)) for bead in self.beads if bead.source]
        return tuple(
            ConcordancePlace(place.bead, place.source_span, place.rendering_span, place.rendering, place.confidence)
            for place in concordance(
                zh, rows, self.termbase, locate=lambda s, t: gather(s, t, hits=terms.pair(s, t)).links
            )
        )


def group_key(finding: Finding) -> str:
    """Findings with one key are one item: what its check says repeats, or else the same claim in the same words."""
    if finding.check in SEPARATOR_CHECKS:
        return GLUED
    return finding.group or f"{finding.check}:{finding.message}"


def _glued(findings: Sequence[Finding]) -> str:
    """What was lost between sentences, counted."""
    breaks = sum(finding.check == PARAGRAPH for finding in findings)
    return f"Sentences run together: {_counted(len(findings) - breaks, breaks)} lost."


def _counted(spaces: int, breaks: int) -> str:
    counts = ((spaces, "space"), (breaks, "paragraph break"))
    return " and ".join(f"{n} {what}{'s' * (n > 1)}" for n, what in counts if n)


def _texts_last(events: list[ev.Event]) -> list[ev.Event]:
    """Flags anchor in the text before the correction, so corrections come after them."""
    return sorted(events, key=lambda e: isinstance(e, ev.TextCorrected | ev.SeparatorChanged | ev.TermDecided))


def _doubt(place: ConcordancePlace, plan: PlannedFix, earlier: Iterable[PlannedFix]) -> str:
    """Why a place is left out until someone takes it in."""
    from workbench.terms.rewrite import is_function_words

    shared = _shared(plan, earlier)
    if shared:
        return shared
    if _JOINED.search(place.rendering) and not _JOINED.search(plan.new):
        return "these words stand for more than it"
    if place.confidence < _SURE or is_function_words(place.rendering):
        return "unsure that these words stand for it"
    return _said_twice(plan)


def _said_twice(plan: PlannedFix) -> str:
    """Why new words do not go beside what stands there: it says a word of theirs, as in `consumer side consumers`."""
    new, old = ({stem(word) for word in _WORD.findall(words)} for words in (plan.new, plan.old))
    before, after = plan.before[: plan.span.start].rstrip(" "), plan.before[plan.span.end :].lstrip(" ")
    beside = (_LAST_WORD.search(before[-_LONGEST:]), _WORD.match(after))
    twice = next((found[0] for found in beside if found and stem(found[0]) in new - old), "")
    return f"\u2018{twice}\u2019 stands beside it" if twice else ""


def _stands(en: str, text: str) -> bool:
    """True if the very words of a rendering are in a text, whatever ties them to its term."""
    return re.search(rf"(?<!\w){re.escape(en)}(?!\w)", text, re.IGNORECASE) is not None


def _shared(plan: PlannedFix, earlier: Iterable[PlannedFix]) -> str:
    taken = any(other.bead == plan.bead and other.span.overlaps(plan.span) for other in earlier)
    return "these words are those of another place" if taken else ""
