"""The window: Qt only. It shows what `advisor` says and passes edits on; it holds no threshold and no file."""
