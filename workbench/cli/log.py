"""`workbench log`: who decided what, when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.inputs import FILE, JSON, open_project

if TYPE_CHECKING:
    from workbench.model.bitext import Bead
    from workbench.model.events import Entry


@click.command("log", epilog="Example:\n\n  workbench log article.review", no_args_is_help=True)
@click.argument("project", type=FILE, metavar="NAME.review")
@JSON
def command(project: Path, as_json: bool) -> None:
    """Tell who decided what, and when, oldest first; what was undone is marked.

    A JSON line holds seq, action, reviewer, at, label, segment (its number from 1, null where there is none), undone,
    kind and event.
    """
    from workbench.formats.decisions import standing
    from workbench.model.events import ActionRedone, ActionUndone, event_to_record

    session = open_project(project)
    kept = {entry.seq for entry in standing(session.entries)}
    segments = _segments(session.review.beads, session.bitext.beads)
    rows = []
    for entry in session.entries:
        undone = entry.seq not in kept and not isinstance(entry.event, ActionUndone | ActionRedone)
        number = _number(entry, segments)
        kind, event = event_to_record(entry.event)
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


def _segments(beads: tuple[Bead, ...], machine: tuple[Bead, ...]) -> dict[str, int]:
    """Numbers of segments by id, as they stand now; those that are gone, as the machine paired them."""
    found = {bead.id: number for number, bead in enumerate(machine, 1)}
    found.update({bead.id: number for number, bead in enumerate(beads, 1)})
    return found


def _number(entry: Entry, segments: dict[str, int]) -> int | None:
    event = entry.event
    old = getattr(event, "old", None)
    bead = getattr(event, "bead", None) or (old[0] if old else None)
    return segments.get(bead) if isinstance(bead, str) else None
