"""Peru beside Bolivia, and Peru beside itself two years earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import assess
from advisor.scores import ScoreSheet
from advisor.side_by_side import Compared, SideBySide, difference_text, label, side_by_side

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.fixture(scope="module")
def compared(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> tuple[Compared, ...]:
    chosen = (("Peru", "PER-2014-2016"), ("Peru", "PER-2012-2014"), ("Bolivia", "BOL-2006-2008"))
    found = ((name, cases[name].assessment(episode)) for name, episode in chosen)
    return tuple(
        Compared(one.id, name, one.as_of, assess(playbook, one.sheet, draws[:1]), {"alt_dev": "lead"})
        for name, one in found
    )


@pytest.fixture(scope="module")
def found(playbook: Playbook, compared: tuple[Compared, ...]) -> SideBySide:
    return side_by_side(playbook, compared)


def test_factors_stand_in_the_order_of_the_playbook_with_the_values_of_each(
    playbook: Playbook, compared: tuple[Compared, ...], found: SideBySide
) -> None:
    assert [row.id for row in found.factors] == list(playbook.factor_ids)
    for row in found.factors:
        assert row.values == tuple(one.findings.best.factors[row.id] for one in compared)


def test_options_whose_verdicts_lie_furthest_apart_come_first(found: SideBySide) -> None:
    distances = [row.distance for row in found.options]
    assert distances == sorted(distances, reverse=True)
    assert distances[0] > 0
    assert [row.differs for row in found.options] == [distance > 0 for distance in distances]


def test_roles_in_the_plan_stand_beside_the_verdicts(found: SideBySide, playbook: Playbook) -> None:
    roles = {row.id: row.roles for row in found.options}
    assert roles["alt_dev"] == ("lead", "lead", "lead")
    assert all(roles[option] == (None, None, None) for option in playbook.option_ids if option != "alt_dev")


def test_the_difference_is_said_in_words(found: SideBySide) -> None:
    said = difference_text(found)
    furthest = max(found.factors, key=lambda row: row.spread)
    assert f"{furthest.name} differs most" in said
    assert "Peru, 2014" in said
    assert "options have different verdicts; furthest apart is" in said


def test_an_assessment_beside_itself_differs_in_nothing(playbook: Playbook, compared: tuple[Compared, ...]) -> None:
    said = difference_text(side_by_side(playbook, (compared[0], compared[0])))
    assert said == (
        "All lean alike: divergent. No pressure differs by a point or more. Every option has the same verdict in all."
    )


def test_what_is_not_scored_has_no_value_and_no_stance(
    playbook: Playbook, compared: tuple[Compared, ...], draws: list[Draws]
) -> None:
    blank = Compared("x", "Utopia", compared[0].as_of, assess(playbook, ScoreSheet(), draws[:1]))
    found = side_by_side(playbook, (compared[0], blank))
    assert all(row.values[1] is None and row.spread == 0 for row in found.factors)
    assert all(row.roles[1] is None for row in found.options)
    assert "Utopia: not scored" in difference_text(found)


def test_a_column_is_named_by_country_and_date(compared: tuple[Compared, ...]) -> None:
    assert label(compared[0]) == f"Peru, {compared[0].as_of.isoformat()}"
