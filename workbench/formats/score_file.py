"""Scores of segments that another program made: JSON Lines, one object a segment.

`{"id": "3", "score": 0.81, "model": "NAME", "licence": "TEXT"}`: `id` is the number that `workbench export --to pairs`
writes; `model` and `licence` may stand in the first object alone and hold from there on. Error spans (`spans`) are read
over.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.errors import FileProblem
from workbench.formats.plain import read_document
from workbench.model.span import Side


class SegmentScore(NamedTuple):
    """One segment's figure, by the segment's number from 1."""

    number: int
    value: float
    model: str
    licence: str


def read_scores(path: Path) -> Iterator[SegmentScore]:
    """The scores in the file's order. Raises `FileProblem` with the row that does not fit."""
    model = licence = ""
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
        value, number = record.get("score"), str(record.get("id", ""))
        if not model:
            raise misfit("names no model, and none before it does")
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise misfit("has no number as its score")
        if not number.isdecimal() or not number.isascii():
            raise misfit("has no segment's number as its id")
        yield SegmentScore(int(number), float(value), model, licence)
