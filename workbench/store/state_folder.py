"""The folder for what the program remembers of a user between runs, apart from projects."""

from __future__ import annotations

import os
from pathlib import Path

PLACE = "WORKBENCH_STATE"
"""Environment variable that names another folder."""


def state_folder() -> Path:
    """Where it is, or would be."""
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    from platformdirs import user_state_dir

    return Path(user_state_dir("mt-review-workbench", appauthor=False))
