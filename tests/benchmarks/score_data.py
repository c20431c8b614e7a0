"""Reading the rated sets and turning them into amounts; kept apart so that fitting and reporting use the same numbers.

The sets lie outside the repository (../shared/data/mqm, JSON Lines in xz); nothing of their text is kept here.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.evidence.pair import gather
from workbench.score.amounts import Amount, consensus_amounts, difficulty_amounts, evidence_amounts

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass
class RatedSet:
    """The machine rows of one set."""

    name: str
    rows: list[dict[str, Any]]
    mqm: Floats
    """Mean penalty a row."""
    major: npt.NDArray[np.bool_]
    """Most raters marked a major error."""
    item: Integers
    system: Integers
    amounts: dict[str, Floats]
    """Sum of each named amount a row; difficulty and evidence together."""


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Machine rows of a set, plain or in xz."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    rows = [json.loads(line) for line in text.split("\n") if line]
    return [row for row in rows if not row["human"]]


def has_major(row: dict[str, Any]) -> bool:
    """As ../shared/tools/mqm_metrics.py defines it."""
    if not row["raters"]:
        return bool(row["mqm"] >= 5)
    return bool(sum(any(e["w"] >= 5 for e in x["errors"]) for x in row["raters"]) * 2 > row["n_raters"])


def numbered(keys: list[str]) -> Integers:
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


def rated_set(path: Path) -> RatedSet:
    rows = read_rows(path)
    amounts: dict[str, Floats] = {}
    for i, row in enumerate(rows):
        pair = gather(row["src"], row["hyp"])
        found: list[Amount] = [*difficulty_amounts(pair), *evidence_amounts(pair)]
        for one in found:
            amounts.setdefault(one.name, np.zeros(len(rows)))[i] += one.amount
    return RatedSet(
        path.name.split(".")[0],
        rows,
        np.array([row["mqm"] for row in rows], float),
        np.array([has_major(row) for row in rows]),
        numbered([f"{row['doc']}#{row['seg']}" for row in rows]),
        numbered([row["system"] for row in rows]),
        amounts,
    )


def with_others(one: RatedSet) -> RatedSet:
    """The same where each row is compared with the other systems' translations of its source."""
    amount = np.zeros(len(one.rows))
    for item in range(one.item.max() + 1):
        rows = np.flatnonzero(one.item == item)
        for i in rows:
            others = [one.rows[j]["hyp"] for j in rows if j != i]
            amount[i] = sum(found.amount for found in consensus_amounts(one.rows[i]["hyp"], others))
    return replace(one, amounts={**one.amounts, "others.disagreement": amount})
