"""The one sentence of an import, before and after."""

from __future__ import annotations

from advisor.incoming_text import Addition, done, label, summary

PERU = Addition("Peru", ("an assessment as of 15 May 2014 by Ana (1 score changes)", "2 data series with 9 readings"))
CHILE = Addition("Chile", ("3 assessments",), new=True)


def test_it_says_what_each_country_gets_before_and_after() -> None:
    clauses = "an assessment as of 15 May 2014 by Ana (1 score changes) and 2 data series with 9 readings"
    assert summary([PERU, CHILE]) == f"Import adds to Peru {clauses}; and the new country Chile with 3 assessments."
    assert done([PERU]) == f"Imported into Peru {clauses}."


def test_nothing_to_add_has_no_sentence() -> None:
    assert summary([]) == ""


def test_the_step_of_the_history_names_countries_and_files() -> None:
    assert label([PERU], ["ana.xlsx"]) == "Peru: import ana.xlsx"
    assert label([PERU, CHILE], ["a", "b", "c", "d"]) == "Peru and Chile: import a, b, c and 1 more"
