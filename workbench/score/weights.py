"""The table of weights, read once."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Calibration:
    """The logistic curve from risk to the chance of a major error."""

    slope: float
    intercept: float

    def chance(self, risk: float) -> float:
        return 1.0 / (1.0 + math.exp(-(self.slope * risk + self.intercept)))


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of risk for one unit of each amount, by the name of the reason; all at least 0."""

    version: int
    difficulty: Mapping[str, float]
    evidence: Mapping[str, float]
    calibration: Calibration
    compared: Calibration
    """Where other translations were there to compare with."""
    findings: Mapping[str, float]
    """The share of right findings that are major errors, by check, and for all others by severity."""
    digest: str
    """First eight hexadecimal digits of the file's SHA-256."""


@cache
def weights(path: Path = PATH) -> Weights:
    """Read a table of weights. Raises ValueError for a negative weight."""
    data = path.read_bytes()
    table = tomllib.loads(data.decode("utf-8"))
    for part in ("difficulty", "evidence"):
        for name, weight in table[part].items():
            if weight < 0:
                raise ValueError(f"the weight of {name} is negative: {weight}")
    return Weights(
        table["version"],
        table["difficulty"],
        table["evidence"],
        Calibration(**table["calibration"]),
        Calibration(**table["compared"]),
        table["findings"],
        hashlib.sha256(data).hexdigest()[:8],
    )
