"""The quality estimate beside blind and reference-based scores, on sets that were rated by people.

    python tests/benchmarks/score_report.py ../shared/data/mqm [--references CACHE.json] [--rounds 200]

Needs scipy, and ../shared/tools/mqm_metrics.py beside the data. `ours` is the table as it is shipped (fitted on both
sets), `cross` the difficulty fitted on the other set alone, `blind` the difficulty without the evidence, fitted on the
other set, `+ others` is `cross` with the other systems' translations to compare with. BLEU, chrF and TER are sentence
scores against refA; they take ten minutes, so CACHE keeps them. Intervals are 95 % bootstrap over source segments.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

from tests.benchmarks.score_data import Floats, Integers, RatedSet, rated_set, with_others
from tests.benchmarks.score_fit import SETS, calibrate_sets, fit_difficulty, risk_of
from workbench.score import reference
from workbench.score.quality import SIGNATURE
from workbench.score.weights import weights

COLUMNS = ("kendall", "sys_kendall", "auroc", "p10", "mass20", "item_kendall", "acc_eq", "sys_spearman")


def measures(folder: Path) -> Any:
    path = folder.parent.parent / "tools" / "mqm_metrics.py"
    spec = importlib.util.spec_from_file_location("mqm_metrics", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def against_references(one: RatedSet, cache: Path | None) -> dict[str, Floats]:
    """sentBLEU, chrF and TER against refA, as risks (higher is worse)."""
    kept = json.loads(cache.read_text()) if cache and cache.exists() else {}
    if one.name not in kept:
        made: dict[str, list[float]] = {"bleu": [], "chrf": [], "ter": []}
        for row in one.rows:
            gold = row["refs"].get("refA") or next(iter(row["refs"].values()))
            scores = reference.sentence_scores(row["hyp"], gold)
            made["bleu"].append(-scores.bleu)
            made["chrf"].append(-scores.chrf)
            made["ter"].append(scores.ter or 0.0)
        kept[one.name] = made
        if cache:
            cache.write_text(json.dumps(kept))
    return {f"{name} + ref": np.array(values) for name, values in kept[one.name].items()}


def triage(one: RatedSet, risk: Floats, rows: Integers, auroc: Any, top: Any) -> tuple[float, float, float]:
    """(Kendall, AUROC, P@10), each within a system and averaged, over the given rows."""
    found = []
    for system in range(one.system.max() + 1):
        own = rows[one.system[rows] == system]
        kendall = stats.kendalltau(risk[own], one.mqm[own])[0]
        found.append((kendall, auroc(one.major[own], risk[own]), one.major[own][top(risk[own], 0.1)].mean()))
    return tuple(float(v) for v in np.nanmean(np.array(found), axis=0))  # type: ignore[return-value]


def intervals(one: RatedSet, scores: Mapping[str, Floats], module: Any, rounds: int) -> None:
    """How much better `ours` is than each other score, with its interval."""
    by_item = [np.flatnonzero(one.item == item) for item in range(one.item.max() + 1)]
    random = np.random.default_rng(7)
    drawn: dict[str, list[tuple[float, float, float]]] = {name: [] for name in scores}
    for _ in range(rounds):
        rows = np.concatenate([by_item[k] for k in random.integers(0, len(by_item), len(by_item))])
        for name, risk in scores.items():
            drawn[name].append(triage(one, risk, rows, module.auroc, module.top))
    ours = np.array(drawn["cross"])
    print(f"  95 % intervals over source segments, {rounds} rounds: cross itself, and cross minus each other score")
    for name in scores:
        values = ours if name == "cross" else ours - np.array(drawn[name])
        low, high = np.percentile(values, [2.5, 97.5], axis=0)
        parts = [f"{c} {a:+.3f} to {b:+.3f}" for c, a, b in zip(("kendall", "auroc", "p10"), low, high, strict=True)]
        print(f"    {name:12s} {'   '.join(parts)}")


def calibration(one: RatedSet, chance: Floats) -> None:
    """Predicted against observed share of major errors, in five equal groups, and the Brier score."""
    order = np.argsort(chance)
    groups = [f"{chance[g].mean():.2f}/{one.major[g].mean():.2f}" for g in np.array_split(order, 5)]
    brier = float(np.mean((chance - one.major) ** 2))
    base = float(one.major.mean())
    print(f"  p_major, calibrated on the other set, predicted/observed: {'  '.join(groups)}")
    print(f"  Brier {brier:.3f} (always saying {base:.2f}: {base * (1 - base):.3f})")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--references", type=Path, default=None)
    parser.add_argument("--rounds", type=int, default=200)
    arguments = parser.parse_args()
    module = measures(arguments.folder)
    sets = [rated_set(arguments.folder / f"{name}.jsonl.xz") for name in SETS]
    table = weights()
    print(SIGNATURE)
    for one in sets:
        others = [other for other in sets if other is not one]
        difficulty = fit_difficulty(others, list(table.difficulty), table.evidence)
        slope, intercept = calibrate_sets(others, difficulty, table.evidence)
        cross = risk_of(one, difficulty, table.evidence)
        scores = {
            "ours": risk_of(one, table.difficulty, table.evidence),
            "cross": cross,
            "blind": risk_of(one, difficulty, {}),
            "+ others": risk_of(with_others(one), difficulty, table.evidence),
            "evidence": risk_of(one, {}, table.evidence),
            "length": one.amounts["source.length"] + one.amounts["source.long"],
            **against_references(one, arguments.references),
        }
        print(f"\n{one.name}: {len(one.rows)} rows, major errors in {one.major.mean():.3f}")
        print(" " * 14 + "".join(f"{column:>13}" for column in COLUMNS))
        for name, risk in scores.items():
            found = module.evaluate(one.rows, list(-risk))
            print(
                f"  {name:12s}" + "".join(f"{found.get(column, float('nan')):13.3f}" for column in COLUMNS), flush=True
            )
        calibration(one, 1 / (1 + np.exp(-(slope * cross + intercept))))
        intervals(one, {k: v for k, v in scores.items() if k != "ours"}, module, arguments.rounds)


if __name__ == "__main__":
    main()
