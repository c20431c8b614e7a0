"""Scores of segments that another program made: JSON Lines, one object a segment.

`{"id": "3", "score": 0.81, "model": "NAME", "licence": "TEXT", "better": "higher", "spans": [{"start": 4, "end": 9,
"severity": "major"}]}`: `id` is the number that `workbench export --to pairs` writes, from 1; or `"bead": 2` says the
same as `workbench align --json` does, from 0, which is also how `score --json` counts. `model`, `licence` and `better`
(`higher` or `lower`) may stand in the first object alone and hold from there on. `spans`, which may be missing, are
errors in the machine's text of the segment, half-open in code points; a `text` in one is what must stand there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from workbench.errors import FileProblem
from workbench.formats.plain import read_document
from workbench.model.span import Side, Span


class ErrorSpan(NamedTuple):
    """Words that a model calls an error."""

    span: Span
    severity: str
    text: str | None = None
    """What must stand there, where the file says so."""


class SegmentScore(NamedTuple):
    """One segment's figure, by the segment's number from 1."""

    number: int
    value: float
    model: str
    licence: str
    is_higher_better: bool = True
    spans: tuple[ErrorSpan, ...] = ()


def read_scores(path: Path) -> Iterator[SegmentScore]:
    """The scores in the file's order. Raises `FileProblem` with the row that does not fit."""
    model = licence = ""
    better = "higher"
    for row, line in enumerate(read_document(path, Side.TARGET).text.split("\n"), 1):
        if not line.strip():
            continue

        def misfit(problem: str, row: int = row) -> FileProblem:
            return FileProblem(
                path, f"row {row} {problem}", 'Wanted is {"id": "3", "score": 0.81, "model": "NAME", …}.'
            )

        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise misfit(f"is not JSON ({error})") from error
        if not isinstance(record, dict):
            raise misfit("is not a JSON object")
        model, licence = str(record.get("model", model)), str(record.get("licence", licence))
        better = record.get("better", better)
        value, number = record.get("score"), _number(record)
        if not model:
            raise misfit("names no model, and none before it does")
        if better not in ("higher", "lower"):
            raise misfit("says neither higher nor lower of what is better")
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise misfit("has no number as its score")
        if number is None:
            raise misfit(_OURS if _is_ours(record) else "has no segment's number as its id")
        try:
            spans = tuple(_span(one) for one in record.get("spans") or ())
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise misfit("has a span without start, end (not before it) and severity") from error
        yield SegmentScore(number, float(value), model, licence, better == "higher", spans)


_OURS = 'is of `workbench score --json`, whose ids count from 0: write them as "bead": 2'


def _is_ours(record: dict[str, Any]) -> bool:
    return {"difficulty", "evidence"} <= record.keys()


def _number(record: dict[str, Any]) -> int | None:
    """The segment's number from 1; None if the object does not say it."""
    bead, number = record.get("bead"), str(record.get("id", ""))
    if type(bead) is int and bead >= 0:
        return bead + 1
    if _is_ours(record) or not (number.isascii() and number.isdecimal()):
        return None
    return int(number)


def _span(record: Any) -> ErrorSpan:
    start, end, text = record["start"], record["end"], record.get("text")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError("no places")
    if not (text is None or isinstance(text, str)):
        raise ValueError("no words")
    return ErrorSpan(Span(start, end), str(record["severity"]), text)
