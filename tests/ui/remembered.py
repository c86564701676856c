"""Findings, plans and surveys computed once for all tests of the window: the same scores give the same result.

The tests of those who compute them compute everything, every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.findings import assess, judge, with_likelihoods
from advisor.plan import solve, with_worth
from advisor.prices import prices_outside
from advisor.survey import recounted, survey
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from advisor.scores import ScoreSheet

_KNOWN: dict[object, Any] = {}
_HELD: list[object] = []


def remember(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window take what was computed before, in this or an earlier test."""
    for module in ("likelihoods", "case_findings", "standing_work", "surveyor"):
        monkeypatch.setattr(f"ui.{module}.draw_blocks", _once(draw_blocks, _key_of_draws, made=tuple))
    monkeypatch.setattr("ui.likelihoods.with_likelihoods", _once(with_likelihoods, _key_of_best))
    monkeypatch.setattr("ui.likelihoods.prices_outside", _once(prices_outside, _key_of_best))
    monkeypatch.setattr("ui.likelihoods.tipping_points", _once(tipping_points, _key_of_sheet))
    monkeypatch.setattr("ui.case_findings.assess", _once(assess, _key_of_survey))
    monkeypatch.setattr("ui.session.judge", _once(judge, _key_of_sheet))
    monkeypatch.setattr("ui.planner.solve", _once(solve, _key_of_plan))
    monkeypatch.setattr("ui.planner.with_worth", _once(with_worth, _key_of_later))
    monkeypatch.setattr("ui.surveyor.survey", _once(survey, _key_of_survey))
    monkeypatch.setattr("ui.surveyor.recounted", _once(recounted, _key_of_later))


def _once(
    compute: Callable[..., Any], key_of: Callable[..., object], made: Callable[[Any], Any] = lambda found: found
) -> Callable[..., Any]:
    def computed(*arguments: Any, **options: Any) -> Any:
        key = (compute.__name__, key_of(*arguments, **options))
        if key not in _KNOWN:
            _KNOWN[key] = made(compute(*arguments, **options))
            # Kept alive, for ids name them.
            _HELD.append(arguments)
        return _KNOWN[key]

    return computed


def _key_of_draws(playbook: object, count: int, seed: int) -> object:
    return id(playbook), count, seed


def _key_of_sheet(playbook: object, sheet: ScoreSheet) -> object:
    return id(playbook), _scores(sheet)


def _key_of_best(playbook: object, best: object, draws: object) -> object:
    return id(playbook), id(best), id(draws)


def _scores(sheet: ScoreSheet) -> frozenset[object]:
    return frozenset(sheet.scores.items())


def _key_of_plan(playbook: object, sheet: ScoreSheet, draws: Any, knobs: object, *_: object, **__: object) -> object:
    return id(playbook), _scores(sheet), sum(len(block.stance) for block in draws), repr(knobs)


def _key_of_survey(playbook: object, sheet: ScoreSheet, draws: Any, **_: object) -> object:
    return id(playbook), _scores(sheet), sum(len(block.stance) for block in draws)


def _key_of_later(playbook: object, sheet: ScoreSheet, known: object, *_: object, **options: Any) -> object:
    return id(playbook), _scores(sheet), id(known), options.get("expected")
