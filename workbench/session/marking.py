"""Marks: errors that a reviewer flags, findings that are accepted or dismissed."""

from __future__ import annotations

import datetime
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from workbench.checks.renamed import FORMER
from workbench.errors import WorkbenchError
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead
from workbench.model.finding import Finding, Severity
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.typology import DEFAULT, category_of_check
from workbench.session.core import Core, cached_diff, map_span
from workbench.session.values import Outcome, PlacedAnnotation

SPACE, PARAGRAPH = "spacing.after_stop", "layout.paragraph"
SEPARATOR_CHECKS = frozenset({SPACE, PARAGRAPH})
"""Checks whose suggestion changes what stands between two sentences, and not the sentence."""


class Marking(Core):
    """Flags and findings of the session."""

    # ---- reading

    def findings(self, bead_id: str) -> tuple[Finding, ...]:
        """Open findings of a segment, worst first; none until it is analysed.

        Where a paragraph break is lost, the space that is lost with it is no finding of its own: one decision is.
        """
        found = self._findings.get(bead_id, ())
        breaks = {f.span.end for f in found if f.check == PARAGRAPH and f.span and not self.is_dismissed(f)}
        return tuple(
            finding
            for finding in found
            if self._is_open(finding)
            and not (finding.check == SPACE and finding.span is not None and finding.span.end in breaks)
        )

    def _is_open(self, finding: Finding) -> bool:
        return not self.is_dismissed(finding) and not any(
            self.review.is_accepted(*_claim(one)) for one in _as_told(finding)
        )

    def is_dismissed(self, finding: Finding) -> bool:
        """Whether the finding was dismissed: here, or by its words for always, unless it was accepted here."""
        return any(
            self.review.is_dismissed(*_claim(one)) or self.lasting.hold(one.check, one.quote, one.source_quote)
            for one in _as_told(finding)
        )

    def finding(self, finding_id: str) -> Finding:
        """Raises `WorkbenchError` if there is no such open finding, as after an edit that removed its words."""
        for findings in self._findings.values():
            for finding in findings:
                if finding.id == finding_id:
                    return finding
        raise WorkbenchError("that finding is no longer there: its words have changed")

    def twin(self, bead_id: str) -> str | None:
        """For a segment without a translation: the segment with the same source that has one; None if none has."""
        wanted = _letters(self.source(bead_id))
        if not wanted or self.final(bead_id):
            return None
        same = (b.id for b in self.beads if b.id != bead_id and b.source and self.final(b.id))
        return next((other for other in same if _letters(self.source(other)) == wanted), None)

    def annotations(self, bead_id: str) -> tuple[PlacedAnnotation, ...]:
        """Marked errors of a segment, in the order of their words."""
        bead = self.bead(bead_id)
        return tuple(self._place_annotation(annotation, bead) for annotation in self.review.annotations_of(bead_id))

    def _place_annotation(self, annotation: Annotation, bead: Bead) -> PlacedAnnotation:
        target = self._local(annotation.target, bead)
        insert_at = None
        target_span = bead.span(Side.TARGET)
        if (
            annotation.insert_at is not None
            and target_span
            and target_span.contains(Span(annotation.insert_at, annotation.insert_at))
        ):
            local = annotation.insert_at - target_span.start
            mapped = map_span(self.diff(bead.id), Span(local, local))
            insert_at = mapped.start if mapped else min(local, len(self.final(bead.id)))
        return PlacedAnnotation(annotation, self._local(annotation.source, bead), target, insert_at)

    def _local(self, anchor: Anchor | None, bead: Bead) -> Span | None:
        """An anchor's span in the text of one segment that is on screen; None if it is not in it."""
        if anchor is None:
            return None
        if anchor.layer is Layer.CORRECTED:
            return self._local_corrected(anchor, bead) if anchor.bead == bead.id else None
        whole = bead.span(anchor.side)
        if whole is None or not (whole.overlaps(anchor.span) or whole.contains(anchor.span)):
            return None
        local = Span(max(anchor.span.start, whole.start) - whole.start, min(anchor.span.end, whole.end) - whole.start)
        return local if anchor.side is Side.SOURCE else map_span(self.diff(bead.id), local)

    def _local_corrected(self, anchor: Anchor, bead: Bead) -> Span | None:
        final = self.final(bead.id)
        if anchor.span.of(final) == anchor.quote:
            return anchor.span
        at = final.find(anchor.quote) if anchor.quote else -1
        return Span(at, at + len(anchor.quote)) if at >= 0 else None

    def anchor(self, bead_id: str, side: Side, span: Span) -> Anchor:
        """A lasting anchor for a span of what is on screen: in the frozen text where its words still stand there."""
        bead = self.bead(bead_id)
        whole = bead.span(side)
        if side is Side.SOURCE:
            if whole is None:
                raise WorkbenchError("this segment has no source text to mark")
            return Anchor(side, span.shifted(whole.start), span.of(self.source(bead_id)))
        final = self.final(bead_id)
        frozen = map_span(self.diff(bead_id), span, forward=False) if whole else None
        if whole is not None and frozen is not None and frozen.of(self.machine(bead_id)) == span.of(final):
            return Anchor(side, frozen.shifted(whole.start), span.of(final))
        return Anchor(side, span, span.of(final), Layer.CORRECTED, bead_id)

    # ---- flags

    def flag(
        self,
        bead_id: str,
        *,
        severity: Severity,
        category: str = "",
        target: Span | None = None,
        source: Span | None = None,
        insert_at: int | None = None,
        note: str = "",
    ) -> Outcome:
        """Marks an error; spans are in the source and in the final text, `insert_at` in the final text."""
        annotation = self._annotation(bead_id, severity, category or DEFAULT, target, source, insert_at, note)
        return self._commit_flag(annotation)

    def _commit_flag(self, annotation: Annotation) -> Outcome:
        words = (annotation.target or annotation.source or Anchor(Side.TARGET, Span(0, 0), "")).quote
        label = f"flagged ‘{_short(words)}’ as {annotation.severity}"
        return Outcome(label, self._commit(label, [ev.SpanFlagged(annotation)]))

    def _annotation(
        self,
        bead_id: str,
        severity: Severity,
        category: str,
        target: Span | None,
        source: Span | None,
        insert_at: int | None,
        note: str,
    ) -> Annotation:
        if not target and not source:
            raise WorkbenchError("select the words to flag first")
        return Annotation(
            id=uuid.uuid4().hex[:12],
            severity=severity,
            category=category,
            target=self.anchor(bead_id, Side.TARGET, target) if target else None,
            source=self.anchor(bead_id, Side.SOURCE, source) if source else None,
            insert_at=self._frozen_offset(bead_id, insert_at),
            note=note,
            reviewer=self.reviewer,
            at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            blind=self.is_blind,
        )

    def _frozen_offset(self, bead_id: str, at: int | None) -> int | None:
        """The code point of the frozen target document for a place in the final text.

        For a segment without target text: the end of the sentence before it, where its translation belongs.
        """
        bead = self.bead(bead_id)
        whole = bead.span(Side.TARGET)
        if whole is None:
            return self._place_for_supplied(bead_id)
        if at is None:
            return None
        frozen = map_span(cached_diff(self.machine(bead_id), self.final(bead_id)), Span(at, at), forward=False)
        return whole.start + (frozen.start if frozen else min(at, len(whole)))

    def _place_for_supplied(self, bead_id: str) -> int:
        position = self.index(bead_id) or 0
        for bead in reversed(self.beads[:position]):
            if bead.target:
                return bead.target[-1].end
        return 0

    def mark_omission(
        self,
        bead_id: str,
        source: Span,
        insert_at: int | None,
        severity: Severity = Severity.MAJOR,
        category: str = "Accuracy/Omission",
    ) -> Outcome:
        """Marks source words that the translation lacks, linked to the place where they belong."""
        return self.flag(bead_id, severity=severity, category=category, source=source, insert_at=insert_at)

    def _existing(self, annotation_id: str) -> Annotation:
        annotation = self.review.annotations.get(annotation_id)
        if annotation is None:
            raise WorkbenchError("that mark is no longer there")
        return annotation

    def change_flag(
        self,
        annotation_id: str,
        *,
        severity: Severity | None = None,
        category: str | None = None,
        note: str | None = None,
        bead_id: str | None = None,
        target: Span | None = None,
        source: Span | None = None,
    ) -> Outcome:
        """Changes what is given and keeps the rest; new spans need `bead_id`."""
        old = self._existing(annotation_id)
        new = replace(
            old,
            severity=severity or old.severity,
            category=category or old.category,
            note=old.note if note is None else note,
            blind=old.blind and self.is_blind,
        )
        bead_id = bead_id or next(iter(self.review.beads_of(old)), None)
        if bead_id and target:
            new = replace(new, target=self.anchor(bead_id, Side.TARGET, target))
        if bead_id and source:
            new = replace(new, source=self.anchor(bead_id, Side.SOURCE, source))
        if new == old:
            return Outcome("nothing changed")
        label = f"changed the mark to {new.severity} {new.category}"
        return Outcome(label, self._commit(label, [ev.FlagChanged(new)]))

    def unflag(self, annotation_id: str) -> Outcome:
        annotation = self._existing(annotation_id)
        words = (annotation.target or annotation.source or Anchor(Side.TARGET, Span(0, 0), "")).quote
        label = f"removed the mark on ‘{_short(words)}’"
        return Outcome(label, self._commit(label, [ev.FlagRemoved(annotation_id)]))

    # ---- findings

    def preview(self, finding: Finding) -> str | None:
        """The sentence as it would read once the finding is accepted; None if it suggests nothing.

        Of a finding at hand: an analysis may have replaced it in the meantime.
        """
        if finding.bead is None:
            return None
        if self._is_left_out(finding):
            twin = self.twin(finding.bead)
            return self.final(twin) if twin is not None else None
        if not finding.suggestions:
            return None
        final = self.final(finding.bead)
        if finding.check in SEPARATOR_CHECKS and finding.span and finding.span.end >= len(final):
            return final + self._suggested_separator(finding) + "…"
        if finding.side is not Side.TARGET or finding.span is None:
            return None
        return final[: finding.span.start] + finding.suggestions[0] + final[finding.span.end :]

    def _is_left_out(self, finding: Finding) -> bool:
        """True for the claim that a whole segment has no translation, while it has none."""
        bead = finding.bead or ""
        whole = finding.side is Side.SOURCE and finding.span == Span(0, len(self.source(bead)))
        return whole and not self.final(bead)

    def _lack(self, bead_id: str) -> list[ev.Event]:
        """The open claim that a segment has no translation is taken with what supplies it: whichever key one uses, the
        figures are the same."""
        claim = next((finding for finding in self.findings(bead_id) if self._is_left_out(finding)), None)
        return self.accepting(replace(claim, suggestions=()), supplies=False)[0] if claim is not None else []

    def accept(self, finding_id: str, *, severity: Severity | None = None) -> Outcome:
        """The claim is right: it becomes an annotation, and its suggestion, if it has one, a correction."""
        finding = self.finding(finding_id)
        events, words = self.accepting(finding, severity)
        quote = finding.quote.strip() or finding.check
        label = f"marked ‘{_short(quote)}’ as {severity or finding.severity}{words}"
        return Outcome(label, self._commit(label, events))

    def accepting(
        self, finding: Finding, severity: Severity | None = None, *, supplies: bool = True
    ) -> tuple[list[ev.Event], str]:
        """The events that accept a finding, and what they do in words; for single acts and for batches. `supplies`: a
        translation that stands elsewhere is put where one is lacking."""
        events: list[ev.Event] = [
            ev.FindingAccepted(finding.id, finding.check, finding.quote, finding.source_quote, finding.bead)
        ]
        if finding.bead is None:
            return events, ""
        bead_id = finding.bead
        target = finding.span if finding.side is Side.TARGET else None
        source = finding.span if finding.side is Side.SOURCE else finding.source_span
        insert_at = finding.target_at
        if target or source:
            annotation = self._annotation(
                bead_id, severity or finding.severity, category_of_check(finding.check), target, source, insert_at, ""
            )
            annotation = replace(annotation, note=finding.message, finding=finding.id, check=finding.check)
            events.append(ev.SpanFlagged(annotation))
        if not finding.suggestions and not (supplies and self._is_left_out(finding)):
            return events, ""
        if finding.check in SEPARATOR_CHECKS:
            events.append(self._separator_event(finding))
            return events, " and mended what follows"
        after = self.preview(finding)
        if after is not None:
            events.append(ev.TextCorrected(bead_id, after))
            return events, f" and put ‘{_short(finding.suggestions[0] if finding.suggestions else after)}’"
        return events, ""

    def _suggested_separator(self, finding: Finding) -> str:
        """The white space that the suggestion puts behind the quoted words."""
        suggestion = finding.suggestions[0]
        return suggestion.removeprefix(finding.quote) if suggestion.strip() else suggestion

    def _separator_event(self, finding: Finding) -> ev.Event:
        assert finding.bead is not None
        assert finding.span is not None
        bead = self.bead(finding.bead)
        final = self.final(bead.id)
        text = self._suggested_separator(finding)
        if finding.span.end >= len(final):
            return ev.SeparatorChanged(bead.target[-1].end if bead.target else bead.id, text)
        if self.segment(bead.id).corrected is None:
            frozen = map_span(self.diff(bead.id), finding.span, forward=False)
            start = bead.target[0].start
            for sentence in bead.target[:-1]:
                if frozen and sentence.end - start == frozen.end:
                    return ev.SeparatorChanged(sentence.end, text)
        return ev.TextCorrected(bead.id, final[: finding.span.end] + text + final[finding.span.end :].lstrip())

    def dismiss(
        self, finding_id: str, *, reason: str = "", scope: ev.DismissalScope = ev.DismissalScope.PLACE
    ) -> Outcome:
        """The claim is a false alarm, for as long as these words stand."""
        finding = self.finding(finding_id)
        event = ev.FindingDismissed(
            finding.id, finding.check, finding.quote, finding.source_quote, finding.bead, reason, scope
        )
        label = f"dismissed {finding.check} on ‘{_short(finding.quote)}’"
        return Outcome(label, self._commit(label, [event]))


def _claim(finding: Finding) -> tuple[str, str, str, str | None, str | None]:
    return finding.id, finding.check, finding.quote, finding.source_quote, finding.bead


def _as_told(finding: Finding) -> Iterator[Finding]:
    """The finding, and as the checks told it that its check has taken the place of."""
    yield finding
    for former in FORMER.get(finding.check, ()):
        yield replace(finding, check=former)


@lru_cache(maxsize=1 << 16)
def _letters(text: str) -> str:
    """What is left of a text without spaces, signs and widths: two that are alike here say the same."""
    return "".join(ch for ch in unicodedata.normalize("NFKC", text) if ch.isalnum())


def _short(words: str, limit: int = 24) -> str:
    words = " ".join(words.split())
    return words if len(words) <= limit else words[: limit - 1] + "…"
