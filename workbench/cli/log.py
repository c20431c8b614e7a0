"""`workbench log`: who decided what, when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.inputs import FILE, JSON, open_project
from workbench.model import events as ev

if TYPE_CHECKING:
    from workbench.model.events import Entry, Event
    from workbench.session.session import Session


@click.command("log", epilog="Example:\n\n  workbench log article.review", no_args_is_help=True)
@click.argument("project", type=FILE, metavar="NAME.review")
@JSON
def command(project: Path, as_json: bool) -> None:
    """Tell who decided what, and when, oldest first; what was undone is marked.

    A JSON line holds seq, action, reviewer, at, label, segment (its number from 1, null where there is none), undone,
    kind and event.
    """
    from workbench.formats.decisions import standing

    session = open_project(project)
    kept = {entry.seq for entry in standing(session.entries)}
    numbers = _Numbers(session)
    rows = []
    for entry in session.entries:
        undone = entry.seq not in kept and not isinstance(entry.event, ev.ActionUndone | ev.ActionRedone)
        number = numbers.of(entry.event)
        kind, event = ev.event_to_record(entry.event)
        if as_json:
            output.record(
                {
                    "seq": entry.seq,
                    "action": entry.action,
                    "reviewer": entry.reviewer,
                    "at": entry.at,
                    "label": entry.label,
                    "segment": number,
                    "undone": undone,
                    "kind": kind,
                    "event": event,
                }
            )
        else:
            where = "" if number is None else str(number)
            rows.append((entry.at[:19].replace("T", " "), entry.reviewer, where, _told(entry, kind, undone)))
    if not as_json:
        widths = (19, 12, 5, output.width() - 42)
        output.table([("when (UTC)", "who", "seg", "what"), *rows], widths, right=(2,))


def _told(entry: Entry, kind: str, undone: bool) -> str:
    annotation = getattr(entry.event, "annotation", None)
    words = ""
    if annotation is not None:
        anchor = annotation.target or annotation.source
        words = f" “{anchor.quote}” {annotation.category}" if anchor else f" {annotation.category}"
    text = getattr(entry.event, "text", None)
    words += f": {text}" if isinstance(text, str) and text.strip() else ""
    return f"{entry.label or kind}{words}{' (undone)' if undone else ''}"


class _Numbers:
    """Numbers of segments as they stand now; of those that are gone, as the machine paired them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._of = {bead.id: number for number, bead in enumerate(session.bitext.beads, 1)}
        self._of.update({bead.id: number for number, bead in enumerate(session.review.beads, 1)})
        self._ends = {bead.target[-1].end: bead.id for bead in session.review.beads if bead.target}
        self._marks: dict[str, str] = {}

    def of(self, event: Event) -> int | None:
        """Of the segment that an event is about, the first where it is about several; None for none."""
        return self._of.get(self._bead(event) or "")

    def _bead(self, event: Event) -> str | None:
        match event:
            case ev.SpanFlagged() | ev.FlagChanged():
                beads = self._session.review.beads_of(event.annotation)
                first = min(beads, key=lambda bead: self._of.get(bead, 0), default=None)
                if first is not None:
                    self._marks[event.annotation.id] = first
                return first
            case ev.FlagRemoved():
                return self._marks.get(event.annotation_id)
            case ev.SeparatorChanged():
                return event.after if isinstance(event.after, str) else self._ends.get(event.after)
            case ev.BeadsRearranged():
                return event.old[0] if event.old else None
        bead = getattr(event, "bead", None)
        return bead if isinstance(bead, str) else None
