"""The window asks the outside for nothing that is not handed over."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from ui.outside import Outside


def test_it_is_handed_over_whole_and_never_changed() -> None:
    given = Outside(*(object() for _ in fields(Outside)))  # type: ignore[arg-type]  # nothing of it is asked for here
    with pytest.raises(FrozenInstanceError):
        given.regions = None  # type: ignore[misc, assignment]
