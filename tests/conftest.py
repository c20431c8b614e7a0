"""Settings of all tests.

Random examples are drawn the same way in every run, so that a red run means a change and not a draw;
`HYPOTHESIS_PROFILE=explore pytest tests/property` looks for new ones.
"""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

settings.register_profile("repeat", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))

# What a user dismissed for always is no part of a test; programs that the tests start get the same empty folder.
os.environ["WORKBENCH_STATE"] = tempfile.mkdtemp(prefix="workbench-state-")
os.environ["WORKBENCH_TERMS"] = ""  # and terms that one test adds are not known in the next
