"""Which of several translations of one source is the best, and whether the difference is more than chance."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

SAMPLES = 1000
_SEED = 12345
"""sacrebleu's, and as there SACREBLEU_SEED overrules it."""


class Ranked(NamedTuple):
    """One translation's place."""

    name: str
    mean: float
    margin: float
    """Half of the 95 % interval of the mean, over resampled units."""
    p_value: float | None
    """How likely its distance to the translation ranked before it is no more than chance; None for the first."""


def seed() -> int:
    """Of the resampling; the same one draws the same units again."""
    return int(os.environ.get("SACREBLEU_SEED", _SEED))


def ranking(values: Mapping[str, Sequence[float]], samples: int = SAMPLES) -> tuple[Ranked, ...]:
    """The translations by their mean over the same units (lower is better), the best first.

    Units are resampled with replacement, the same ones for all: paired bootstrap resampling (Koehn 2004), two-sided
    and shifted to the null hypothesis (Riezler and Maxwell 2005): with the difference d of the means in each sample,
    p = (1 + #{|d - mean d| >= |observed|}) / (1 + samples).

    Raises ValueError for lists of different lengths; empty ones give nothing.
    """
    import numpy as np

    lengths = {len(one) for one in values.values()}
    if len(lengths) > 1:
        raise ValueError("each translation needs a value for every unit")
    if not lengths or lengths == {0}:
        return ()
    table = np.array([list(one) for one in values.values()], float)
    count = table.shape[1]
    random = np.random.default_rng(seed())
    drawn = np.stack([table[:, random.integers(0, count, count)].mean(axis=1) for _ in range(samples)])
    means = table.mean(axis=1)
    order = sorted(range(len(means)), key=lambda k: means[k])
    names, ranked = list(values), []
    for place, k in enumerate(order):
        low, high = np.percentile(drawn[:, k], [2.5, 97.5])
        p_value = None
        if place:
            before = order[place - 1]
            apart = drawn[:, k] - drawn[:, before]
            real = abs(means[k] - means[before])
            p_value = float((np.sum(np.abs(apart - apart.mean()) >= real - 1e-12) + 1) / (samples + 1))
        ranked.append(Ranked(names[k], float(means[k]), float(high - low) / 2, p_value))
    return tuple(ranked)
