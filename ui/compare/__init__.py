"""Countries and dates side by side, and all of them in one ranked table."""
