"""The journal read for exports: which acts still stand, and what was done to each segment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.model import events as ev


def standing(entries: Iterable[ev.Entry]) -> tuple[ev.Entry, ...]:
    """The entries whose act was not undone, oldest first, without the undoing itself."""
    kept: list[ev.Entry] = []
    undone: set[int] = set()
    for entry in entries:
        if isinstance(entry.event, ev.ActionUndone):
            undone.add(entry.event.action)
        elif isinstance(entry.event, ev.ActionRedone):
            undone.discard(entry.event.action)
        else:
            kept.append(entry)
    return tuple(entry for entry in kept if entry.action not in undone)


@dataclass(frozen=True, slots=True)
class Decision:
    """One standing act on a segment."""

    entry: ev.Entry
    mends: bool = False
    """True if its act changed what stands between two sentences."""

    @property
    def event(self) -> ev.Event:
        return self.entry.event


def by_segment(entries: Iterable[ev.Entry]) -> Mapping[str, tuple[Decision, ...]]:
    """What was decided on each segment, by its present id: a join or a split hands on what its parts carried."""
    found: dict[str, list[Decision]] = defaultdict(list)
    stands = standing(entries)
    mending = {entry.action for entry in stands if isinstance(entry.event, ev.SeparatorChanged)}
    for entry in stands:
        event = entry.event
        decision = Decision(entry, entry.action in mending)
        if isinstance(event, ev.BeadsRearranged):
            carried = [earlier for old in event.old for earlier in found.pop(old, [])]
            for bead in event.new:
                found[bead.id] = [*carried, decision]
            continue
        bead_id = getattr(event, "bead", None)
        if isinstance(bead_id, str):
            found[bead_id].append(decision)
    return {bead_id: tuple(decisions) for bead_id, decisions in found.items()}


def of_text(made: Iterable[Decision]) -> tuple[Decision, ...]:
    """The corrections in force among what was decided on a segment, latest first, one an act.

    Text that was given back to the machine takes the corrections before it out of force.
    """
    found: list[Decision] = []
    for decision in made:
        event = decision.event
        if not isinstance(event, ev.TextCorrected):
            continue
        if event.text is None:
            found = [d for d in found if getattr(d.event, "bead", None) != event.bead]
        else:
            found.append(decision)
    latest = sorted(found, key=lambda decision: -decision.entry.seq)
    return tuple({decision.entry.action: decision for decision in reversed(latest)}.values())[::-1]


def done_by(made: Iterable[Decision]) -> str:
    """The reviewer who last marked a segment as done; empty if no one did."""
    return next(
        (
            decision.entry.reviewer
            for decision in sorted(made, key=lambda decision: -decision.entry.seq)
            if isinstance(decision.event, ev.StatusChanged) and decision.event.status is ev.Status.DONE
        ),
        "",
    )
