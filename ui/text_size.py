"""The size of text and of all that goes with it: Qt reads it once, when the application is made."""

from __future__ import annotations

import gc
import os

from PySide6.QtWidgets import QApplication

OPEN_AGAIN = 1001
"""What the event loop returns when the window is to be opened anew, in another size."""
_VARIABLE = "QT_SCALE_FACTOR"
_GIVEN = os.environ.get(_VARIABLE, "")
_WHOLE = 100


def wear_text_size(percent: int) -> None:
    """Let the next application be so large, on top of what the environment asks for; a number there is kept."""
    try:
        given = float(_GIVEN or 1)
    except ValueError:
        return
    if percent == _WHOLE and not _GIVEN:
        os.environ.pop(_VARIABLE, None)
    else:
        os.environ[_VARIABLE] = f"{given * percent / _WHOLE:g}"


def end_application() -> None:
    """End the application, so that another can be made; nothing may be left of its windows."""
    gc.collect()
    application = QApplication.instance()
    if application is not None:
        application.shutdown()
    gc.collect()
