"""Bringing files into the library: what a file is, which country it is for, and keeping it as one step."""
