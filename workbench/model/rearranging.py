"""Segments become others, and everything that people decided about them goes along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.model import events as ev
from workbench.model.bitext import Bead
from workbench.model.carrying import are_kept, carried_cut, carried_span, letters, seam_at
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.state import ANNOTATION, SEGMENT, SEPARATOR, EventRefused, Segment, State

_SIDES = tuple(Side)


def rearrange(state: State, event: ev.BeadsRearranged) -> set[str]:
    """Puts the new segments in the place of the old ones. Raises `EventRefused` if they do not cover the same text,
    or if something typed would be lost."""
    first, old = neighbours(state, event.old)
    new, new_ids = event.new, [bead.id for bead in event.new]
    if not new or len(event.texts) != len(new):
        raise EventRefused("the segments to rearrange become nothing, or their texts are not as many")
    _check_cover(state, old, new)
    before = [(bead, state.final_text(bead)) for bead in old]
    segments = {bead_id: state.segment(bead_id) for bead_id in event.old}
    heirs = {bead_id: _heirs(bead, new) for bead_id, bead in zip(event.old, old, strict=True)}

    state.splice(first, len(old), new)
    gone = [bead_id for bead_id in event.old if bead_id not in state.arrangement]
    for bead_id in gone:
        state.put(SEGMENT, bead_id, None)
    for bead_id, text in zip(new_ids, event.texts, strict=True):
        parents = [segments[old_id] for old_id in gone if bead_id in heirs[old_id]]
        kept = segments.get(bead_id)
        state.put(SEGMENT, bead_id, replace(kept, corrected=text) if kept else _inherited(parents, text))
    typed = [segment.corrected for segment in segments.values() if segment.corrected is not None]
    if not are_kept(typed, [state.final_text(bead) for bead in new]):
        raise EventRefused("what was typed in these segments would be lost")
    for old_id in gone:
        _hand_down_notes(state, segments[old_id], heirs[old_id][0])
        _hand_down_claims(state, old_id, heirs[old_id])
    for bead in new:
        _hand_down_separators(state, bead, [b for b, _ in before if b.id in gone and bead.id in heirs[b.id]], segments)
    carry_marks(state, before, new)
    return {*event.old, *new_ids}


def neighbours(state: State, ids: Sequence[str]) -> tuple[int, tuple[Bead, ...]]:
    """(index of the first, segments) of some neighbours by id. Raises `EventRefused` if they are none."""
    first = state.arrangement.position(ids[0]) if ids else None
    if first is None:
        raise EventRefused("the segments to rearrange are not there")
    beads = state.arrangement.between(first, first + len(ids))
    if [bead.id for bead in beads] != list(ids):
        raise EventRefused("the segments to rearrange are not neighbours")
    return first, beads


def _check_cover(state: State, old: Iterable[Bead], new: Sequence[Bead]) -> None:
    if not all(bead.source or bead.target for bead in new):
        raise EventRefused("a segment has text on one side at least")
    for side in _SIDES:
        text = state.bitext.document(side).text
        was = [sentence for bead in old for sentence in bead.sentences(side)]
        now = [sentence for bead in new for sentence in bead.sentences(side)]
        fits = bool(was) == bool(now)
        if fits and was:
            fits = (
                was[0].start <= now[0].start
                and now[-1].end <= was[-1].end
                and all(s.start < s.end and s.text == text[s.start : s.end] for s in now)
                and all(a.end <= b.start for a, b in pairwise(now))
                and letters("".join(s.text for s in was)) == letters("".join(s.text for s in now))
            )
        if not fits:
            raise EventRefused(f"the new segments do not hold the same {side} text, each word once and in order")


def _heirs(old: Bead, new: Sequence[Bead]) -> list[str]:
    """Ids of the new segments that hold some of an old one's words, in order; itself if it is still there."""
    if any(bead == old or bead.id == old.id for bead in new):
        return [old.id]
    found = [bead.id for bead in new if any(_shares(old, bead, side) for side in _SIDES)]
    return found or [new[0].id]


def _shares(one: Bead, other: Bead, side: Side) -> bool:
    return any(a.span.overlaps(b.span) for a in one.sentences(side) for b in other.sentences(side))


def _inherited(parents: Sequence[Segment], text: str | None) -> Segment:
    """The state of a segment that is new: what was done must be looked at again, and scores of other words are void."""
    worked = text is not None or any(parent.status is not ev.Status.UNTOUCHED for parent in parents)
    return Segment(corrected=text, status=ev.Status.IN_WORK if worked else ev.Status.UNTOUCHED)


def _hand_down_notes(state: State, old: Segment, heir: str) -> None:
    if not old.note and not old.query:
        return
    segment = state.segment(heir)
    state.put(
        SEGMENT,
        heir,
        replace(
            segment,
            note="\n".join(filter(None, (segment.note, old.note))),
            query="\n".join(filter(None, (segment.query, old.query))),
            status=ev.Status.QUERY if old.query else segment.status,
        ),
    )


def _hand_down_claims(state: State, old_id: str, heirs: Sequence[str]) -> None:
    """Verdicts on words of a segment hold wherever the words went."""
    for table, finding_id in state.claims_on(old_id):
        claim = state.tables[table][finding_id]
        places = dict.fromkeys(
            place for bead_id in (claim.bead, *claim.also) for place in (heirs if bead_id == old_id else (bead_id,))
        )
        first, *others = places
        state.put(table, finding_id, replace(claim, bead=first, also=tuple(others)))


def _hand_down_separators(state: State, heir: Bead, parents: Sequence[Bead], segments: Mapping[str, Segment]) -> None:
    """What followed the last of some segments follows the one that has its words now; what stood between them is in
    the text of the new one."""
    rows = state.tables[SEPARATOR]
    supplied = [bead for bead in parents if not bead.target and segments[bead.id].corrected is not None]
    if not supplied:
        return
    after_last = rows.get(parents[-1].id)
    for bead in supplied:
        if bead.id in rows:
            state.put(SEPARATOR, bead.id, None)
    if supplied[-1] is parents[-1]:
        key: int | str = heir.target[-1].end if heir.target else heir.id
        if rows.get(key) != after_last:
            state.put(SEPARATOR, key, after_last)


def carry_marks(state: State, before: Sequence[tuple[Bead, str]], now: Sequence[Bead]) -> None:
    """Moves marks on corrected text to where their words stand now, after the final texts of some neighbours changed.

    A mark whose words stand nowhere any more keeps its old place and quote: it is adrift (`Review.is_adrift`).
    """
    new_ids = [bead.id for bead in now]
    for place, (bead, _) in enumerate(before):
        for annotation in list(state.annotations_on(bead.id)):
            anchor = annotation.target
            if anchor is None or anchor.layer is not Layer.CORRECTED or anchor.bead != bead.id:
                continue
            moved = _carried(state, anchor, [text for _, text in before], place, now)
            if moved is None:
                heirs = _heirs(bead, now)
                moved = replace(anchor, bead=heirs[0]) if bead.id not in new_ids else anchor
            if moved != anchor:
                state.put(ANNOTATION, annotation.id, replace(annotation, target=moved))


def _carried(state: State, anchor: Anchor, old: Sequence[str], place: int, now: Sequence[Bead]) -> Anchor | None:
    found = carried_span(anchor.span, anchor.quote, old, place, [state.final_text(bead) for bead in now])
    return None if found is None else replace(anchor, bead=now[found[0]].id, span=found[1])


# ---- proposing


@dataclass(frozen=True, slots=True)
class Carried:
    """What new segments get from the old ones, so that nothing typed is lost."""

    texts: tuple[str | None, ...]
    """For `BeadsRearranged.texts`."""
    separators: tuple[ev.SeparatorChanged, ...] = ()
    """To be applied after the rearrangement, in the same action: white space that was typed where segments now part."""


def carried(
    state: State, old_ids: Sequence[str], new: Sequence[Bead], cuts: Mapping[str, int] | None = None
) -> Carried:
    """Deals the corrected texts of some neighbours out among the segments that they become.

    Where a corrected segment is cut, its text is cut at the seam (a stop, a space) nearest to the same words, or at
    the code point that `cuts` has for it. The corrected text stays with the English words that it corrects; a
    supplied translation, with its Chinese.
    """
    cuts = cuts or {}
    _, old = neighbours(state, old_ids)
    kept = {*old_ids} & {bead.id for bead in new}
    texts: list[str | None] = []
    separators: list[ev.SeparatorChanged] = []
    heirs = {bead.id: _heirs(bead, new) for bead in old}
    for bead in new:
        if bead.id in kept:
            texts.append(state.segment(bead.id).corrected)
            continue
        parts: list[tuple[Bead, str]] = []
        for parent in old:
            if parent.id in kept or bead.id not in heirs[parent.id]:
                continue
            if parent.target:
                if _shares(parent, bead, Side.TARGET):
                    text, gap = _share(state, parent, bead, cuts.get(parent.id))
                    parts.append((parent, text))
                    if gap is not None:
                        separators.append(ev.SeparatorChanged(bead.target[-1].end, gap))
            elif state.segment(parent.id).corrected is not None:
                part = _supplied_share(state.final_text(parent), heirs[parent.id], bead.id, cuts.get(parent.id))
                if part is not None:
                    parts.append((parent, part))
        is_typed = any(state.segment(parent.id).corrected is not None for parent, _ in parts)
        texts.append(_joined(state, parts) if is_typed else None)
    return Carried(tuple(texts), tuple(separators))


def _supplied_share(text: str, heirs: Sequence[str], heir: str, cut: int | None) -> str | None:
    """What a new segment gets of a supplied translation: the first of them all of it, if it is not cut."""
    if cut is None or len(heirs) != 2:
        return text if heirs[0] == heir else None
    end, resume = seam_at(text, cut)
    return text[:end] if heirs[0] == heir else text[resume:]


def _share(state: State, parent: Bead, bead: Bead, cut: int | None) -> tuple[str, str | None]:
    """(the part of a parent's final text that goes to a new segment, changed white space behind it or None)."""
    first = max(parent.target[0].start, bead.target[0].start)
    last = min(parent.target[-1].end, bead.target[-1].end)
    corrected = state.segment(parent.id).corrected
    if corrected is None:
        return state.mended(Span(first, last)), None
    machine = state.bitext.text(parent, Side.TARGET)
    offset = parent.target[0].start

    def seam(at: int) -> tuple[int, int]:
        return carried_cut(machine, corrected, at - offset) if cut is None else seam_at(corrected, cut)

    start = seam(first)[1] if first > offset else 0
    if last >= parent.target[-1].end:
        return corrected[start:], None
    end, resume = seam(last)
    following = state.arrangement.next_start(Side.TARGET, last)
    is_new = following is None or corrected[end:resume] != state.separator_after(last, following)
    return corrected[start : max(start, end)], corrected[end:resume] if is_new else None


def _joined(state: State, parts: Sequence[tuple[Bead, str]]) -> str:
    """Final texts one after the other, with what stands between them in the corrected translation."""
    pieces: list[str] = []
    for i, (parent, text) in enumerate(parts):
        pieces.append(text)
        if i + 1 == len(parts):
            break
        between = state.tables[SEPARATOR].get(parent.target[-1].end if parent.target else parent.id)
        following = parts[i + 1][0]
        if between is None and parent.target and following.target:
            between = state.bitext.target.text[parent.target[-1].end : following.target[0].start]
        pieces.append(" " if between is None else between)
    return "".join(pieces)
