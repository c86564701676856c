"""What Qt complains of, as far as it names no case: the kind of the message and the function that it comes from."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMessageLogContext

# "QPainter::begin: Paint device returned engine == 0": what follows the name may quote a text or a path.
_FUNCTION = re.compile(r"Q[A-Za-z0-9]+(?:::[A-Za-z0-9_]+)*(?=[:(\s]|$)")


@contextmanager
def noting(note: Callable[[str], object]) -> Iterator[None]:
    """Pass warnings and worse to `note`, reduced to their kind and place, until the block is left."""
    kinds = {
        QtMsgType.QtWarningMsg: "warning",
        QtMsgType.QtCriticalMsg: "error",
        QtMsgType.QtFatalMsg: "fatal error",
    }

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in kinds:
            note(f"Qt {kinds[kind]}: {reduced(message)}")
        if before is not None:
            before(kind, context, message)

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def reduced(message: str) -> str:
    """Return the function of Qt that a message begins with, or that it says nothing of the kind."""
    found = _FUNCTION.match(message)
    return found[0] if found else "a message that names no function of Qt"
