"""Where the program keeps its files: the user's data folder of the platform, or SECOND_IMAGE_HOME."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "SECOND_IMAGE_HOME"
LIBRARY_FILE = "library.sqlite"


def data_folder() -> Path:
    """Return the folder of the user's data, made for its owner only where it is missing.

    Raises
    ------
    LibraryUnavailable
        The folder cannot be made.
    """
    chosen = os.environ.get(HOME_VARIABLE, "")
    folder = Path(chosen) if chosen else platformdirs.user_data_path("Second Image", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        # Only now: what belongs to the library takes longer to load than the window to open.
        from data.library.errors import LibraryUnavailable

        remedy = f"set {HOME_VARIABLE} to a folder that you may write to, or name a file with --library"
        raise LibraryUnavailable(f"{folder}: cannot be made ({error.strerror or error}); {remedy}") from error
    return folder


def library_path() -> Path:
    """Return the path of the library that opens where none is named."""
    return data_folder() / LIBRARY_FILE
