"""Plans and surveys computed once for all tests of pages: what is the same twice is the same result.

The tests of the planner and the surveyor themselves compute everything, every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.plan import solve, with_worth
from advisor.survey import recounted, survey

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from advisor.scores import ScoreSheet

_KNOWN: dict[object, Any] = {}
_HELD: list[object] = []


def remember(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let planner and surveyor take what was computed before, in this or an earlier test."""
    monkeypatch.setattr("ui.planner.solve", _once(solve, _key_of_plan))
    monkeypatch.setattr("ui.planner.with_worth", _once(with_worth, _key_of_later))
    monkeypatch.setattr("ui.surveyor.survey", _once(survey, _key_of_survey))
    monkeypatch.setattr("ui.surveyor.recounted", _once(recounted, _key_of_later))


def _once(compute: Callable[..., Any], key_of: Callable[..., object]) -> Callable[..., Any]:
    def computed(*arguments: Any, **options: Any) -> Any:
        key = (compute.__name__, key_of(*arguments, **options))
        if key not in _KNOWN:
            _KNOWN[key] = compute(*arguments, **options)
            # Kept alive, for ids name them.
            _HELD.append(arguments)
        return _KNOWN[key]

    return computed


def _scores(sheet: ScoreSheet) -> frozenset[object]:
    return frozenset(sheet.scores.items())


def _key_of_plan(playbook: object, sheet: ScoreSheet, draws: Any, knobs: object, *_: object, **__: object) -> object:
    return id(playbook), _scores(sheet), sum(len(block.stance) for block in draws), repr(knobs)


def _key_of_survey(playbook: object, sheet: ScoreSheet, draws: Any, **_: object) -> object:
    return id(playbook), _scores(sheet), sum(len(block.stance) for block in draws)


def _key_of_later(playbook: object, sheet: ScoreSheet, known: object, *_: object, **options: Any) -> object:
    return id(playbook), _scores(sheet), id(known), options.get("expected")
