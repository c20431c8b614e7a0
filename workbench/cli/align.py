"""`workbench align`: which sentences belong together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.inputs import ENCODING, FILE, JSON, LINES, TRANSLATION, Given, given
from workbench.model.bitext import Bead
from workbench.model.document import Sentence

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings


@click.command(
    "align",
    epilog="Example:\n\n  workbench align article.zh.txt article.en.txt --json > beads.jsonl",
    no_args_is_help=True,
)
@click.argument("files", nargs=-1, type=FILE, metavar="SOURCE TARGET | NAME.review")
@LINES
@JSON
@ENCODING
@TRANSLATION
def command(files: tuple[Path, ...], lines: bool, as_json: bool, encodings: Encodings | None) -> None:
    """Pair the sentences of two texts; every sentence stands in exactly one bead.

    Offsets are half-open code points of the decoded files.
    """
    work = given(files, encodings=encodings, lines=lines)
    beads = [row.bead for row in work.rows]
    if as_json:
        for number, bead in enumerate(beads):
            output.record(bead_record(number, bead, lines=lines))
        return
    _table(work)


def bead_record(number: int, bead: Bead, *, lines: bool = False) -> dict[str, Any]:
    """One line of `align --json`."""
    return {
        "bead": number,
        "kind": bead.kind,
        "confidence": bead.confidence,
        "reason": bead.reason.value if bead.reason else None,
        "source": [_sentence(sentence, lines) for sentence in bead.source],
        "target": [_sentence(sentence, lines) for sentence in bead.target],
        "inner": None if bead.inner is None else [[list(side) for side in pair] for pair in bead.inner],
    }


def _sentence(sentence: Sentence, lines: bool) -> dict[str, Any]:
    record: dict[str, Any] = {"start": sentence.start, "end": sentence.end, "text": sentence.text}
    if lines:
        record["line"] = sentence.line
    return record


def _table(work: Given) -> None:
    paired = sum(row.bead.is_paired for row in work.rows)
    output.line(f"{len(work.rows)} beads, {paired} paired, {len(work.rows) - paired} unpaired")
    output.line()
    bead_table((place, row.bead, row.source, row.target) for place, row in enumerate(work.rows))


def bead_table(rows: Iterable[tuple[int, Bead, str, str]]) -> None:
    """For people: (place, bead, source, target), counted from 1 as on the review screen."""
    text = output.width() - 30
    widths = (5, 4, 4, 10, max(8, text * 2 // 5), max(10, text * 3 // 5))
    output.table([("seg", "kind", "conf", "reason", "source", "target")], widths, right=(0,))
    for place, bead, source, target in rows:
        cells = (str(place + 1), bead.kind, f"{bead.confidence:.2f}", bead.reason or "", source, target)
        output.table([cells], widths, right=(0,))
