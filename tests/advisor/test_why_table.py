from __future__ import annotations

from itertools import groupby

import pytest

from advisor.why_table import cited_sources, option_rows, stance_rows
from tests import briefings

PLAYBOOK = briefings.playbook()


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_points_of_every_option_add_up_to_its_standing(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    standings = {option.best.name: option.best.standing for option in found.options}
    subjects = []
    for subject, rows in groupby(option_rows(PLAYBOOK, found), key=lambda row: row.subject):
        *terms, last = rows
        assert last.kind == "Sum"
        assert last.points == standings[subject]
        assert sum(row.points for row in terms) == pytest.approx(last.points, abs=1e-9)
        subjects.append(subject)
    assert subjects == [option.best.name for option in found.ranked]


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_points_of_the_stance_add_up_to_its_index(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    *terms, last = stance_rows(PLAYBOOK, found)
    assert last.points == found.best.stance.index
    assert sum(row.points for row in terms) == pytest.approx(last.points, abs=1e-9)


def test_a_rule_shows_its_degree_condition_rationale_and_sources() -> None:
    rows = option_rows(PLAYBOOK, briefings.findings())
    rule = next(row for row in rows if row.name == "The valley is the test of the state")
    assert rule.degree is not None
    assert 0 < rule.degree <= 1
    assert rule.condition.startswith("Armed groups tied to the issue is high and either")
    assert "Advice: " in rule.rationale
    assert rule.sources == ("dialogo2011",)


def test_a_veto_says_from_where_on_it_holds_and_whether_it_does() -> None:
    rows = option_rows(PLAYBOOK, briefings.findings())
    vetoes = [row for row in rows if row.kind == "Veto" and row.subject == "Forced eradication in the core area"]
    assert any(row.veto.startswith("in force (from ") for row in vetoes)
    total = next(row for row in rows if row.kind == "Sum" and row.subject == "Forced eradication in the core area")
    assert total.veto == "Vetoed"


def test_a_rule_that_only_advises_is_listed_without_points() -> None:
    found = briefings.findings()
    advised = {
        (option.name, rule.label)
        for option in PLAYBOOK.options
        for rule in PLAYBOOK.rules
        if rule.id in {one.id for one in found.best.rules} and rule.names(option) and not rule.points_for(option)
    }
    listed = {(row.subject, row.name) for row in option_rows(PLAYBOOK, found) if row.degree and not row.points}
    assert advised
    assert listed == advised


def test_every_source_cited_is_listed_once_in_the_order_of_the_playbook() -> None:
    rows = (*stance_rows(PLAYBOOK, briefings.findings()), *option_rows(PLAYBOOK, briefings.findings()))
    listed = [source.id for source in cited_sources(PLAYBOOK, rows)]
    assert set(listed) == {name for row in rows for name in row.sources}
    assert listed == [source.id for source in PLAYBOOK.sources if source.id in listed]
