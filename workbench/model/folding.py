"""What each kind of event does to the state: one function each. It returns the ids of the segments it touched, and
raises `EventRefused` for an event that does not fit; what it had changed by then is taken back by the caller."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.rearranging import carry_marks, rearrange
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.state import (
    ACCEPTED,
    ANNOTATION,
    DECISION,
    DISMISSED,
    IMPORTED,
    REFUSED,
    SEGMENT,
    SENSE,
    SEPARATOR,
    TERM,
    TERM_GONE,
    Acceptance,
    Dismissal,
    EventRefused,
    GivenScore,
    State,
)

Touched = set[str]


def fold(state: State, event: ev.Event, *, check_quotes: bool = True) -> Touched:
    """Does what an event says. `check_quotes=False` takes marks whose words do not stand in the text, as on loading
    a project whose text was changed from outside."""
    if isinstance(event, ev.SpanFlagged | ev.FlagChanged):
        return _flag(state, event, check_quotes)
    return _HANDLERS[type(event)](state, event)


# ---- annotations


def _flag(state: State, event: ev.SpanFlagged | ev.FlagChanged, check_quotes: bool) -> Touched:
    annotation = event.annotation
    old = state.tables[ANNOTATION].get(annotation.id)
    if isinstance(event, ev.FlagChanged) and old is None:
        raise EventRefused(f"there is no annotation {annotation.id}")
    if isinstance(event, ev.SpanFlagged) and old is not None:
        raise EventRefused(f"there is an annotation {annotation.id} already")
    _check_anchors(state, annotation, old, check_quotes)
    touched = state.beads_of(old) if old else set()
    state.put(ANNOTATION, annotation.id, annotation)
    beads = state.beads_of(annotation)
    return touched | beads | _start_work(state, beads)


def _check_anchors(state: State, annotation: Annotation, old: Annotation | None, check_quotes: bool) -> None:
    target, source = annotation.target, annotation.source
    if target is None and source is None:
        raise EventRefused("an annotation marks something in the source or in the translation")
    if (target and target.side is not Side.TARGET) or (source and source.side is not Side.SOURCE):
        raise EventRefused("the marks of an annotation are on the wrong sides")
    if annotation.insert_at is not None and not 0 <= annotation.insert_at <= len(state.bitext.target.text):
        raise EventRefused(f"{annotation.insert_at} is no place in the translation")
    for anchor in (target, source):
        if anchor is None or (old and anchor in (old.target, old.source)):
            continue
        text = _text_of(state, anchor)
        # A mark on corrected text may be adrift, and must still be free to change its severity or its segment.
        is_bound = old is None or anchor.layer is Layer.MACHINE
        if check_quotes and is_bound and anchor.span.of(text) != anchor.quote:
            place = f"{anchor.side} {anchor.span.start}-{anchor.span.end}"
            raise EventRefused(f"{place} reads {anchor.span.of(text)!r}, not {anchor.quote!r}")


def _text_of(state: State, anchor: Anchor) -> str:
    if anchor.layer is Layer.MACHINE:
        return state.bitext.document(anchor.side).text
    if anchor.side is not Side.TARGET or anchor.bead is None:
        raise EventRefused("a mark on corrected text names its segment, and the source has no corrected text")
    return state.final_text(state.bead(anchor.bead))


def _unflag(state: State, event: ev.FlagRemoved) -> Touched:
    old = state.tables[ANNOTATION].get(event.annotation_id)
    if old is None:
        raise EventRefused(f"there is no annotation {event.annotation_id}")
    touched = state.beads_of(old)
    state.put(ANNOTATION, event.annotation_id, None)
    return touched


# ---- claims


def _accept(state: State, event: ev.FindingAccepted) -> Touched:
    touched = _forget_claim(state, event.finding_id)
    acceptance = Acceptance(event.check, event.quote, event.source_quote, event.bead)
    state.put(ACCEPTED, event.finding_id, acceptance)
    beads = {event.bead} if event.bead else set()
    return touched | beads | _start_work(state, beads)


def _dismiss(state: State, event: ev.FindingDismissed) -> Touched:
    touched = _forget_claim(state, event.finding_id)
    dismissal = Dismissal(event.check, event.quote, event.source_quote, event.bead, event.reason, event.scope)
    state.put(DISMISSED, event.finding_id, dismissal)
    return touched | ({event.bead} if event.bead else set())


def _reopen(state: State, event: ev.FindingReopened) -> Touched:
    words = (event.check, event.quote, event.source_quote)
    touched = {event.bead} if event.bead else set()
    for table in (DISMISSED, ACCEPTED):
        # By id, and whatever else covers the same words here: a verdict that holds in the whole document ends too.
        for finding_id, claim in list(state.tables[table].items()):
            here = event.bead is None or event.bead in (claim.bead, *claim.also)
            wide = isinstance(claim, Dismissal) and claim.scope is not ev.DismissalScope.PLACE
            if finding_id == event.finding_id or (
                (claim.check, claim.quote, claim.source_quote) == words and (here or wide)
            ):
                touched |= {claim.bead} if claim.bead else set()
                state.put(table, finding_id, None)
    return touched


def _forget_claim(state: State, finding_id: str) -> Touched:
    """A claim is accepted or dismissed, never both."""
    touched: Touched = set()
    for table in (ACCEPTED, DISMISSED):
        claim = state.tables[table].get(finding_id)
        if claim is not None:
            touched |= {claim.bead} if claim.bead else set()
            state.put(table, finding_id, None)
    return touched


# ---- segments


def _change(state: State, bead_id: str, **changes: Any) -> Touched:
    state.bead(bead_id)
    state.put(SEGMENT, bead_id, replace(state.segment(bead_id), **changes))
    return {bead_id}


def _start_work(state: State, bead_ids: Iterable[str]) -> Touched:
    started = {
        bead_id
        for bead_id in bead_ids
        if bead_id in state.arrangement and state.segment(bead_id).status is ev.Status.UNTOUCHED
    }
    for bead_id in started:
        _change(state, bead_id, status=ev.Status.IN_WORK)
    return started


def _edit(state: State, bead_id: str) -> None:
    """Notes that a segment's text was changed: work has begun, or 'done' no longer says what it said."""
    segment = state.segment(bead_id)
    if segment.status is ev.Status.DONE:
        _change(state, bead_id, edited_after_done=True)
    elif segment.status is ev.Status.UNTOUCHED:
        _change(state, bead_id, status=ev.Status.IN_WORK)


def _correct(state: State, event: ev.TextCorrected) -> Touched:
    bead = state.bead(event.bead)
    before = state.final_text(bead)
    if event.text != state.segment(event.bead).corrected:
        _edit(state, event.bead)
    _change(state, event.bead, corrected=event.text)
    carry_marks(state, [(bead, before)], [bead])
    return {event.bead}


def _separate(state: State, event: ev.SeparatorChanged) -> Touched:
    known = event.after in state.tables[SEPARATOR]
    if isinstance(event.after, str):
        state.bead(event.after)
    elif not known and state.arrangement.ending_at(Side.TARGET, event.after) is None:
        raise EventRefused(f"no sentence of the translation ends at {event.after}")
    touched = state.beads_at(event.after)
    before = [(state.bead(bead_id), state.final_text(state.bead(bead_id))) for bead_id in touched]
    if event.text != state.tables[SEPARATOR].get(event.after):
        for bead_id in touched:
            _edit(state, bead_id)
    state.put(SEPARATOR, event.after, event.text)
    carry_marks(state, before, [bead for bead, _ in before])
    return touched


def _set_status(state: State, event: ev.StatusChanged) -> Touched:
    return _change(state, event.bead, status=ev.Status(event.status), edited_after_done=False)


def _write_note(state: State, event: ev.NoteWritten) -> Touched:
    if event.kind is ev.NoteKind.NOTE:
        return _change(state, event.bead, note=event.text)
    status = state.segment(event.bead).status
    if event.text:
        status = ev.Status.QUERY
    elif status is ev.Status.QUERY:
        status = ev.Status.IN_WORK
    return _change(state, event.bead, query=event.text, status=status)


def _give_score(state: State, event: ev.ScoreGiven) -> Touched:
    if event.value is not None and not (math.isfinite(event.value) and 0 <= event.value <= 100):
        raise EventRefused(f"a score lies between 0 and 100, not at {event.value}")
    whose = event.protocol, event.rater
    kept = tuple(score for score in state.segment(event.bead).scores if (score.protocol, score.rater) != whose)
    given: tuple[GivenScore, ...] = ()
    if event.value is not None:
        given = (GivenScore(event.protocol, event.value, event.rater, event.blind, event.order),)
    return _change(state, event.bead, scores=kept + given)


# ---- terms


def _add_term(state: State, event: ev.TermAdded) -> Touched:
    key = event.term.key
    _drop_terms(state, {key})
    state.put(TERM, key, event.term)
    return set()


def _remove_term(state: State, event: ev.TermRemoved) -> Touched:
    key = tuple(event.key)
    _drop_terms(state, {key})
    state.put(TERM_GONE, key, True)
    return set()


def _import_terms(state: State, event: ev.TermsImported) -> Touched:
    _drop_terms(state, {term.key for term in event.terms})
    for term in event.terms:
        state.put(IMPORTED, (*term.key, term.en), (term, event.origin))
    return set()


def _drop_terms(state: State, keys: AbstractSet[tuple[str, ...]]) -> None:
    """Forgets what the journal has said of these terms so far."""
    for key in keys:
        for table in (TERM, TERM_GONE):
            if key in state.tables[table]:
                state.put(table, key, None)
    for key in [key for key in state.tables[IMPORTED] if key[:-1] in keys]:
        state.put(IMPORTED, key, None)


def _refuse_candidate(state: State, event: ev.CandidateRefused) -> Touched:
    state.put(REFUSED, event.zh, True)
    return set()


def _fix_sense(state: State, event: ev.SenseFixed) -> Touched:
    state.put(SENSE, (event.zh, event.at), tuple(event.key) if event.key is not None else None)
    if event.at is None:
        return set()
    return set(state.arrangement.under(Side.SOURCE, Span(event.at, event.at + len(event.zh))))


def _decide_term(state: State, event: ev.TermDecided) -> Touched:
    state.put(DECISION, event.zh, event.en)
    return set()


_HANDLERS: dict[type[Any], Callable[[State, Any], Touched]] = {
    ev.FlagRemoved: _unflag,
    ev.FindingAccepted: _accept,
    ev.FindingDismissed: _dismiss,
    ev.FindingReopened: _reopen,
    ev.TextCorrected: _correct,
    ev.SeparatorChanged: _separate,
    ev.StatusChanged: _set_status,
    ev.NoteWritten: _write_note,
    ev.ScoreGiven: _give_score,
    ev.BeadsRearranged: rearrange,
    ev.TermAdded: _add_term,
    ev.TermRemoved: _remove_term,
    ev.TermsImported: _import_terms,
    ev.CandidateRefused: _refuse_candidate,
    ev.SenseFixed: _fix_sense,
    ev.TermDecided: _decide_term,
}
