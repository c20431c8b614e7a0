"""Which source sentences belong to which target sentences: a dictionary and a dynamic programme."""

from __future__ import annotations

import os

# Read when numpy is loaded. The matrices of an article are small: the threads that OpenBLAS makes for them wait for
# each other longer than they compute (0.3 s of CPU an article on two busy cores), and round in no fixed order.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
