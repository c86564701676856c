"""Scorecards and briefings that come back: parsed in a process apart, read by header and id, all problems at once."""
