"""A scorecard is blank, or of a case with its scores, or of a case without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.scorecard_form import scorecard_form

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


def test_a_blank_scorecard_asks_every_indicator_and_leaves_country_and_date_open(playbook: Playbook) -> None:
    form = scorecard_form(playbook)
    assert [row.id for row in form.pressures] == list(playbook.indicator_ids)
    assert not form.filled
    assert (form.country, form.as_of, form.assessment, form.analyst) == ("", None, "", "")
    assert form.title == "Scorecard – Counternarcotics"


def test_one_of_a_case_holds_its_scores_and_asks_for_a_new_name(playbook: Playbook, cases: dict[str, Case]) -> None:
    peru = cases["Peru"]
    form = scorecard_form(playbook, peru, peru.latest)
    scored = {row.id: row.best for row in form.pressures if row.best is not None}
    assert scored == {name: score.best for name, score in peru.latest.sheet.scores.items()}
    assert (form.as_of, form.assessment, form.analyst) == (peru.latest.as_of, peru.latest.id, "")
    assert form.filled


def test_for_an_independent_judgement_the_scores_are_left_out(playbook: Playbook, cases: dict[str, Case]) -> None:
    form = scorecard_form(playbook, cases["Peru"], cases["Peru"].latest, blank=True, marking="SECRET")
    assert not form.filled
    assert (form.country, form.assessment, form.marking) == ("Peru", cases["Peru"].latest.id, "SECRET")


def test_the_instructions_say_what_empty_cells_count_as(playbook: Playbook) -> None:
    said = " ".join(text for _, text in scorecard_form(playbook).instructions)
    assert "Left empty, they count as a point either way" in said
    assert "Left empty, it counts as low" in said
    assert "send it back" in said
