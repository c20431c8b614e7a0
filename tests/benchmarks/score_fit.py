"""Fit the difficulty weights, the scale and the calibration of the quality estimate; print them, or write the table.

    python tests/benchmarks/score_fit.py ../shared/data/mqm [--write]

Machine rows only. The evidence weights are not fitted (weights that choose between translations of one source get worse
when fitted on these sets): they are read from the table as they stand, and the difficulty, fitted with signs fixed, is
brought to their scale. The sets count the same, whatever their size.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.score_data import Floats, RatedSet, rated_set, with_others
from workbench.score.weights import PATH, weights

SETS = ("news20", "ted21")
EVIDENCE_SHARE = 0.6
"""Spread of the evidence beside the spread of the difficulty, over all rows: set by hand, flat between 0.4 and 0.8."""
RIDGE = 1.0
"""In units of each amount's own variance: so much that amounts which go together share the weight."""


def evidence_of(one: RatedSet, table: Mapping[str, float]) -> Floats:
    return sum((one.amounts[n] * w for n, w in table.items() if n in one.amounts), np.zeros(len(one.rows)))


def design(one: RatedSet, names: Sequence[str]) -> Floats:
    return np.stack([one.amounts.get(name, np.zeros(len(one.rows))) for name in names], axis=1)


def nonnegative(gram: Floats, moment: Floats, ridge: float) -> Floats:
    """argmin w'Gw - 2m'w + ridge |w|^2 with w >= 0, in units of each column's spread, by coordinate descent."""
    spread = np.sqrt(np.diag(gram)) + 1e-9
    scaled = gram / np.outer(spread, spread) + ridge * np.eye(len(gram))
    goal = moment / spread
    found = np.zeros(len(gram))
    for _ in range(500):
        for k in range(len(found)):
            found[k] = max(0.0, found[k] + (goal[k] - scaled[k] @ found) / scaled[k, k])
    return np.asarray(found / spread)


def fit_difficulty(sets: Sequence[RatedSet], names: Sequence[str], table: Mapping[str, float]) -> dict[str, float]:
    """Weights of the difficulty, in the unit of the evidence weights."""
    gram, moment = np.zeros((len(names), len(names))), np.zeros(len(names))
    for one in sets:
        goal = np.sqrt(one.mqm)
        goal = (goal - goal.mean()) / goal.std()
        left = design(one, names)
        left = left - left.mean(0)
        gram += left.T @ left / len(left) / len(sets)
        moment += left.T @ goal / len(left) / len(sets)
    found = nonnegative(gram, moment, RIDGE)
    spreads = [float((design(one, names) @ found).std()) for one in sets]
    wanted = [float(evidence_of(one, table).std()) / EVIDENCE_SHARE for one in sets]
    scale = sum(wanted) / sum(spreads)
    return {name: float(weight * scale) for name, weight in zip(names, found, strict=True)}


def risk_of(one: RatedSet, difficulty: Mapping[str, float], evidence: Mapping[str, float]) -> Floats:
    return evidence_of(one, difficulty) + evidence_of(one, evidence)


def calibrate(risk: Floats, major: Floats, weight: Floats) -> tuple[float, float]:
    """(slope, intercept) of the logistic curve of a major error over risk, by Newton's method."""
    left = np.stack([risk, np.ones_like(risk)], axis=1)
    found = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-left @ found))
        gradient = left.T @ (weight * (chance - major))
        curvature = (left * (weight * chance * (1 - chance))[:, None]).T @ left + 1e-9 * np.eye(2)
        found -= np.linalg.solve(curvature, gradient)
    return float(found[0]), float(found[1])


def calibrate_sets(
    sets: Sequence[RatedSet], difficulty: Mapping[str, float], evidence: Mapping[str, float]
) -> tuple[float, float]:
    risk = np.concatenate([risk_of(one, difficulty, evidence) for one in sets])
    major = np.concatenate([one.major.astype(float) for one in sets])
    weight = np.concatenate([np.full(len(one.rows), 1 / len(one.rows)) for one in sets])
    return calibrate(risk, major, weight)


Curve = tuple[float, float]
"""(slope, intercept)."""


def rewritten(text: str, difficulty: Mapping[str, float], alone: Curve, compared: Curve) -> str:
    """The table with new numbers in its difficulty and calibration parts; comments and evidence stay."""
    head, mark, tail = text.partition("\n[calibration]\n")
    for name, weight in difficulty.items():
        head = re.sub(rf'(?m)^("{re.escape(name)}" = )[-\d.e]+', lambda m, v=weight: f"{m.group(1)}{v:.4g}", head)
    curves = iter((*alone, *compared))
    tail = re.sub(r"(?m)^((?:slope|intercept) = )[-\d.e]+", lambda m: f"{m.group(1)}{next(curves):.4g}", tail)
    return head + mark + tail


def main() -> int:
    folder = Path(sys.argv[1])
    sets = [rated_set(folder / f"{name}.jsonl.xz") for name in SETS]
    table = weights()
    difficulty = fit_difficulty(sets, list(table.difficulty), table.evidence)
    alone = calibrate_sets(sets, difficulty, table.evidence)
    compared = calibrate_sets([with_others(one) for one in sets], difficulty, table.evidence)
    text = rewritten(PATH.read_text(encoding="utf-8"), difficulty, alone, compared)
    if "--write" in sys.argv:
        PATH.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
