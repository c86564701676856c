"""Makes the program a folder of its own that starts on a machine without Python."""
