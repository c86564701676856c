"""Readers of public data as they are really published: one file a format, and what they share."""
