from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from advisor.model_table import model_table
from advisor.why_table import cited_sources, option_rows, stance_rows
from tests import briefings

if TYPE_CHECKING:
    from advisor.model_table import ModelTable

PLAYBOOK = briefings.playbook()
CORE = "Forced eradication in the core area"


def model(name: str = "peru", episode: str = briefings.PERU_2014) -> ModelTable:
    return model_table(PLAYBOOK, briefings.findings(name, episode).best)


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_points_of_every_option_add_up_to_its_standing(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    standings = {option.best.name: option.best.standing for option in found.options}
    subjects = []
    for subject, rows in groupby(option_rows(PLAYBOOK, model(name, episode)), key=lambda row: row.subject):
        *terms, last = rows
        assert last.kind == "Sum"
        assert last.points == standings[subject]
        assert sum(row.points for row in terms) == pytest.approx(last.points, abs=1e-9)
        subjects.append(subject)
    assert subjects == [option.best.name for option in found.ranked]


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_points_of_the_stance_add_up_to_its_index(name: str, episode: str) -> None:
    *terms, last = stance_rows(PLAYBOOK, model(name, episode))
    assert last.points == briefings.findings(name, episode).best.stance.index
    assert sum(row.points for row in terms) == pytest.approx(last.points, abs=1e-9)


def test_points_are_strength_times_points_at_full_strength() -> None:
    rows = (*stance_rows(PLAYBOOK, model()), *option_rows(PLAYBOOK, model()))
    products = [row for row in rows if row.strength is not None and row.full is not None]
    assert all(row.points == pytest.approx(row.strength * row.full) for row in products)  # type: ignore[operator]
    assert {row.term for row in rows if row.strength is None} == {"cost_of_agreeing", "rule_cap", "sum"}
    assert all(0 <= row.strength <= 1 for row in products if row.strength is not None)


def test_every_rule_that_names_an_option_is_listed_whether_it_fires_or_not() -> None:
    listed = {(row.option, row.term_id) for row in option_rows(PLAYBOOK, model()) if row.term == "rule"}
    assert listed == {(one.id, rule.id) for one in PLAYBOOK.options for rule in PLAYBOOK.rules if rule.names(one)}
    stance = {row.term_id for row in stance_rows(PLAYBOOK, model()) if row.term == "stance_rule"}
    assert stance == {rule.id for rule in PLAYBOOK.stance_rules}


def test_the_weightiest_term_comes_first_and_what_does_not_hold_comes_last() -> None:
    for _, rows in groupby(option_rows(PLAYBOOK, model()), key=lambda row: row.subject):
        *terms, _ = rows
        weights = [abs(row.points) for row in terms]
        assert weights == sorted(weights, reverse=True)
        silent = [not row.strength for row in terms if not row.points]
        assert silent == sorted(silent)


def test_a_rule_shows_its_degree_condition_rationale_and_sources() -> None:
    rows = option_rows(PLAYBOOK, model())
    rule = next(row for row in rows if row.name == "The valley is the test of the state")
    assert rule.strength is not None
    assert 0 < rule.strength <= 1
    assert rule.condition.startswith("Armed groups tied to the issue is high and either")
    assert "Advice: " in rule.rationale
    assert rule.sources == ("dialogo2011",)


def test_a_veto_says_from_where_on_it_holds_and_whether_it_does() -> None:
    rows = [row for row in option_rows(PLAYBOOK, model()) if row.subject == CORE]
    states = {row.veto for row in rows if row.kind == "Veto"}
    assert any(state.startswith("in force (from ") for state in states)
    assert any(state.startswith("not reached (from ") for state in states)
    assert rows[-1].veto == "Vetoed"


def test_a_veto_rule_is_no_veto_on_an_option_that_it_helps() -> None:
    rows = [row for row in option_rows(PLAYBOOK, model()) if row.kind == "Veto" and (row.full or 0) >= 0]
    assert all(row.veto == "" and row.veto_at is None for row in rows)


def test_a_rule_that_only_advises_is_listed_without_points() -> None:
    found = briefings.findings()
    advised = {
        (option.name, rule.label)
        for option in PLAYBOOK.options
        for rule in PLAYBOOK.rules
        if rule.id in {one.id for one in found.best.rules} and rule.names(option) and not rule.points_for(option)
    }
    listed = {(row.subject, row.name) for row in option_rows(PLAYBOOK, model()) if row.strength and not row.points}
    assert advised
    assert listed == advised


def test_every_source_cited_is_listed_once_in_the_order_of_the_playbook() -> None:
    rows = (*stance_rows(PLAYBOOK, model()), *option_rows(PLAYBOOK, model()))
    listed = [source.id for source in cited_sources(PLAYBOOK, rows)]
    assert set(listed) == {name for row in rows for name in row.sources}
    assert listed == [source.id for source in PLAYBOOK.sources if source.id in listed]
