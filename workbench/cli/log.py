"""`workbench log`: who decided what, when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.inputs import FILE, JSON, TRANSLATION, open_project
from workbench.model import events as ev

if TYPE_CHECKING:
    from workbench.model.events import Entry, Event
    from workbench.session.session import Session


@click.command("log", epilog="Example:\n\n  workbench log article.review", no_args_is_help=True)
@click.argument("project", type=FILE, metavar="NAME.review")
@JSON
@TRANSLATION
def command(project: Path, as_json: bool) -> None:
    """Tell who decided what, and when, oldest first; what was undone is marked.

    A JSON line holds seq, action, reviewer, at, label, segment (its number from 1, null where there is none), undone,
    kind and event.
    """
    from workbench.formats.decisions import standing

    session = open_project(project)
    kept = {entry.seq for entry in standing(session.entries)}
    numbers = _Numbers(session)
    acts: dict[int, list[tuple[Entry, int | None]]] = {}
    for entry in session.entries:
        number = numbers.of(entry.event)
        acts.setdefault(entry.action, []).append((entry, number))
        if as_json:
            kind, event = ev.event_to_record(entry.event)
            output.record(
                {
                    "seq": entry.seq,
                    "action": entry.action,
                    "reviewer": entry.reviewer,
                    "at": entry.at,
                    "label": entry.label,
                    "segment": number,
                    "undone": _is_undone(entry, kept),
                    "kind": kind,
                    "event": event,
                }
            )
    if not as_json:
        rows = [_row(act, kept) for act in acts.values()]
        widths = (19, 12, 5, output.width() - 42)
        output.table([("when (UTC)", "who", "seg", "what"), *rows], widths, right=(2,))


def _is_undone(entry: Entry, kept: set[int]) -> bool:
    return entry.seq not in kept and not isinstance(entry.event, ev.ActionUndone | ev.ActionRedone)


def _row(act: Sequence[tuple[Entry, int | None]], kept: set[int]) -> tuple[str, str, str, str]:
    """One act: its segment and words where it is about one, else how many segments."""
    first = act[0][0]
    numbers = {number for _, number in act if number is not None}
    kind, _ = ev.event_to_record(first.event)
    what = first.label or kind
    if len(numbers) > 1:
        # A batch names its places, which can be more than one in a segment.
        what += f" ({len(numbers)} segments)" if " place" in what else f" ({len(numbers)} places)"
    else:
        what += _words([entry for entry, _ in act])
    what += " (undone)" if _is_undone(first, kept) else ""
    where = str(min(numbers)) + ("…" if len(numbers) > 1 else "") if numbers else ""
    return first.at[:19].replace("T", " "), first.reviewer, where, what


def _words(entries: Sequence[Entry]) -> str:
    """The words that an act marked, and those that it wrote."""
    annotation = next((a for e in entries if (a := getattr(e.event, "annotation", None)) is not None), None)
    words = ""
    if annotation is not None:
        anchor = annotation.target or annotation.source
        words = f" “{anchor.quote}” {annotation.category}" if anchor else f" {annotation.category}"
    texts = [text for e in entries if isinstance(text := getattr(e.event, "text", None), str) and text.strip()]
    return words + (f": {texts[-1]}" if texts else "")


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
