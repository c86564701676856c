"""Lets Matplotlib look for fonts before a chart is wanted: for a new user it looks through the whole computer."""

from __future__ import annotations

import logging
import threading
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

REST_MS = 2000
"""How long the window has been there: by then all that it shows has been computed and drawn."""
FONTS = "matplotlib.font_manager"
_WAIT = "Matplotlib is building the font cache"


def warm_fonts(window: QObject, load: str = FONTS) -> None:
    """Load the fonts beside the window, once that has come to rest.

    The thread is not waited for when the program ends: what it has found by then is all there is to lose.
    """
    # Whoever reads it on a terminal can do nothing about it, and charts are drawn all the same.
    logging.getLogger(FONTS).addFilter(_is_worth_telling)
    timer = QTimer(window, singleShot=True, interval=REST_MS)
    timer.timeout.connect(
        lambda: threading.Thread(target=import_module, args=(load,), name="fonts", daemon=True).start()
    )
    timer.start()


def _is_worth_telling(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_WAIT)
