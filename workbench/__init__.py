"""A translation-quality review workbench for the terminal: Chinese source, English machine translation."""

import os

__version__ = "0.1.0"

# Read when numpy is loaded, which any room may be the first to do. The matrices of an article are small: the threads
# that OpenBLAS makes for them wait for each other longer than they compute (0.3 s of CPU an article on two busy cores),
# and round in no fixed order.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
