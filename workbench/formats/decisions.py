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

    @property
    def event(self) -> ev.Event:
        return self.entry.event


def by_segment(entries: Iterable[ev.Entry]) -> Mapping[str, tuple[Decision, ...]]:
    """What was decided on each segment, by its present id: a join or a split hands on what its parts carried."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for entry in standing(entries):
        event = entry.event
        if isinstance(event, ev.BeadsRearranged):
            carried = [decision for old in event.old for decision in found.pop(old, [])]
            for bead in event.new:
                found[bead.id] = [*carried, Decision(entry)]
            continue
        bead_id = getattr(event, "bead", None)
        if isinstance(bead_id, str):
            found[bead_id].append(Decision(entry))
    return {bead_id: tuple(decisions) for bead_id, decisions in found.items()}
