"""What can be imported is told before anything is imported."""

from __future__ import annotations

from data.importers.registry import IMPORTERS
from data.intake.guide import DATA, importables


def test_every_importer_is_in_the_guide() -> None:
    assert set(DATA) == set(IMPORTERS)
    assert [one.name for one in importables()[:2]] == ["Scorecard or briefing", "Case file"]
