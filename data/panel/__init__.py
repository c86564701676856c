"""Panels of many scored rows: read in chunks, checked row by row, scored, and written whole or not at all."""
