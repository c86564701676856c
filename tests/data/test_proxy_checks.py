"""A proxy's aggregate says all it needs, and nothing it has no use for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.playbook_files import read_playbook
from tests.data.playbook_folder import copied, edit, problems_of

if TYPE_CHECKING:
    from pathlib import Path

RATE = '{ kind = "rate", days = 90, per_million = "world_bank.SP.POP.TOTL" }'
WHERE = 'indicators.toml: indicator "su_level": proxy "ACLED event export": '


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ('{ kind = "latest", days = 90 }', 'aggregate of kind "latest" has no window; leave out days and months'),
        ('{ kind = "sum" }', 'aggregate of kind "sum" needs one window, days or months'),
        ('{ kind = "sum", days = 90, months = 3 }', 'aggregate of kind "sum" needs one window, days or months'),
        ('{ kind = "rate", days = 90 }', "a rate, and only a rate, has per_million"),
        ('{ kind = "mean", months = 3, per_million = "x" }', "a rate, and only a rate, has per_million"),
    ],
)
def test_a_window_and_a_population_stand_where_they_are_needed_and_nowhere_else(
    tmp_path: Path, new: str, what: str
) -> None:
    folder = copied(tmp_path)
    edit(folder, "indicators.toml", RATE, new)
    (problem,) = problems_of(folder)
    assert problem.startswith(WHERE + what)


def test_series_and_aggregate_belong_together(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edit(folder, "indicators.toml", 'series = "acled.protests_riots"\n', "")
    assert problems_of(folder) == [WHERE + "series and aggregate belong together; write both or neither"]


@pytest.mark.parametrize(
    "new", ['{ kind = "median", days = 90 }', '{ kind = "sum", days = 0 }', '{ kind = "sum", weeks = 2 }']
)
def test_a_word_outside_the_vocabulary_is_refused_with_what_is_allowed(tmp_path: Path, new: str) -> None:
    folder = copied(tmp_path)
    edit(folder, "indicators.toml", RATE, new)
    (problem,) = problems_of(folder)
    assert problem.startswith('indicators.toml: indicator "su_level", proxies 1, aggregate')


def test_a_playbook_without_series_and_parameters_of_suggestions_is_read_as_before(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for file, begin in (("indicators.toml", ("series =", "aggregate =", "stale_months =")), ("model.toml", ())):
        path = folder / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if file == "model.toml":
            start = next(number for number, line in enumerate(lines) if line.startswith("[suggestion]"))
            del lines[start : start + 5]
        path.write_text("".join(line for line in lines if not begin or not line.startswith(begin)), encoding="utf-8")
    playbook = read_playbook(folder)
    assert all(proxy.aggregate is None for indicator in playbook.indicators for proxy in indicator.proxies)
    assert playbook.suggestion.departure == 2


def test_parameters_of_suggestions_are_bounded(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edit(folder, "model.toml", "coverage = 0.9", "coverage = 1.9")
    assert problems_of(folder) == ["model.toml: suggestion, coverage: is 1.9, but must be less than or equal to 1"]
