"""Speed as ratios against a reference timed in the same run; never a test. Run: python3 dev.py bench."""

import os

# As main.py does before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
