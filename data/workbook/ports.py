"""What the heading, the banner and the print setup of a sheet need to know of what it shows."""

from __future__ import annotations

from typing import Protocol


class Titled(Protocol):
    """A briefing, or a scorecard."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def country(self) -> str:
        """The country it is about."""

    @property
    def as_of_text(self) -> str:
        """The date it is of, in words."""

    @property
    def marking(self) -> str:
        """The marking on every page."""
