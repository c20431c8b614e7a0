"""From the model's chance of a bead to the share of such beads that are right, as measured on held-out documents.

Forward-backward is nearly calibrated by itself (tests/benchmarks/align_fit.py prints the table); only the surest beads
are a little less sure than it says: of those at 0.998, 0.995 are right.
"""

from __future__ import annotations

import numpy as np

_MODEL = (0.0, 0.97, 1.0)
_RIGHT = (0.0, 0.97, 0.996)


def calibrated(chance: float) -> float:
    """Monotone, by straight lines between measured points."""
    return float(np.interp(chance, _MODEL, _RIGHT))
