"""Speed as ratios against a reference timed in the same run; never a test. Run: python3 dev.py bench."""
