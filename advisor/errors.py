"""The one error base of the domain: an `AdvisorError` is a user's mistake, anything else is our bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class AdvisorError(Exception):
    """A mistake in what the user supplied: the message says where, what and what to do."""


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the closest allowed name, or an empty string."""
    from difflib import get_close_matches  # loads what a start without a mistake does not need

    close = get_close_matches(name, list(allowed), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
