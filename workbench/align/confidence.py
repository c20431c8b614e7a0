"""From the model's chance of a bead to the share of such beads that are right, as measured on held-out documents.

Forward-backward is nearly calibrated by itself (tests/benchmarks/align_fit.py prints the table): between 0.6 and 0.95
it is a little too sure, as it takes words for independent.
"""

from __future__ import annotations

import numpy as np

_MODEL = (0.0, 0.55, 0.65, 0.75, 0.855, 0.93, 0.97, 1.0)
_RIGHT = (0.0, 0.55, 0.62, 0.715, 0.83, 0.912, 0.97, 0.997)


def calibrated(chance: float) -> float:
    """Monotone, by straight lines between measured points."""
    return float(np.interp(chance, _MODEL, _RIGHT))
