"""The history of one segment: its acts, and the text as each of them left it, which can be had again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import events as ev
from workbench.session.values import Outcome

if TYPE_CHECKING:
    from workbench.session.session import Session


@dataclass(frozen=True, slots=True)
class Version:
    """One act, and the corrected text as it left it."""

    at: str
    """ISO 8601 in UTC; empty for what the machine wrote."""
    reviewer: str
    what: str
    undone: bool
    text: str | None
    """None where the segment was not there yet: only parts of it were, or what it is a part of."""

    @property
    def when(self) -> str:
        """The time for people, such as `2026-01-02 03:04`."""
        return self.at[:16].replace("T", " ")


def versions(session: Session, bead_id: str) -> tuple[Version, ...]:
    """Every act on a segment and on those it was made of, the last first, and at the end the machine's text.

    An act is one item, however many events it consists of. What was undone is there too, with the text that it gave.
    """
    machine = session.machine(bead_id)
    acts: dict[int, list[ev.Entry]] = {}
    for entry in session.review.history(bead_id):
        if not isinstance(entry.event, ev.ActionUndone | ev.ActionRedone):
            acts.setdefault(entry.action, []).append(entry)
    was_made = any(_makes(entry.event, bead_id) for entries in acts.values() for entry in entries)
    text: str | None = None if was_made else machine
    first_text = "the machine's text" if machine else "no translation"
    found = [Version("", "", first_text, False, machine)]
    for action, entries in acts.items():
        first, undone = entries[0], not session.review.is_in_force(action)
        after = text
        for entry in entries:
            event = entry.event
            if isinstance(event, ev.TextCorrected) and event.bead == bead_id:
                after = machine if event.text is None else event.text
            elif isinstance(event, ev.BeadsRearranged) and _makes(event, bead_id):
                carried = event.texts[[bead.id for bead in event.new].index(bead_id)]
                after = machine if carried is None else carried
        found.append(Version(first.at, first.reviewer, first.label, undone, after))
        text = text if undone else after
    return tuple(reversed(found))


def _makes(event: ev.Event, bead_id: str) -> bool:
    return isinstance(event, ev.BeadsRearranged) and any(bead.id == bead_id for bead in event.new)


def restore(session: Session, bead_id: str, version: Version) -> Outcome:
    """Puts the text of a version back, as a new act: what stands now becomes a version too."""
    if version.text is None or version.text == session.final(bead_id):
        return Outcome("that is the text that stands here")
    label = f"put back the text of {version.when}" if version.at else "put the machine's text back"
    return session.correct(bead_id, version.text, label=label)
