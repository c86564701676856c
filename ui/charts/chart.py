"""What every chart can do, however it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage

Cell = str | int | float | None
Table = Sequence[Sequence[Cell]]


class Chart(Protocol):
    """A chart to take elsewhere: as a picture on white, whatever the theme of the window, or as a table."""

    @property
    def name(self) -> str:
        """Say what the chart shows and of what; it names files too."""
        ...

    def picture(self) -> QImage:
        """Return an image sharp enough for print."""
        ...

    def png(self) -> QByteArray:
        """Return the content of a PNG file."""
        ...

    def svg(self) -> QByteArray:
        """Return the content of an SVG file."""
        ...

    def table(self) -> Table:
        """Return the numbers shown, a row of column titles first."""
        ...
