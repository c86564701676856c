"""The view of imports: files to drop or choose, what they would change, and one button that keeps it."""
