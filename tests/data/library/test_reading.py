from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Case

if TYPE_CHECKING:
    from data.library import Library


def test_facts_series_and_points_keep_their_order(library: Library, peru: Case) -> None:
    first = peru.assessments[0]
    turned = replace(
        peru,
        assessments=(replace(first, facts=first.facts[::-1] + first.facts),),
        series=(peru.series[1], replace(peru.series[0], points=peru.series[0].points[::-1])),
    )
    assert library.case(library.import_case(turned)) == turned


def test_assessments_of_one_day_stand_in_the_order_in_which_they_came(library: Library, peru: Case) -> None:
    day = dt.date(2014, 5, 15)
    same_day = tuple(replace(peru.latest, id=name, as_of=day) for name in ("b", "c", "a"))
    case_id = library.import_case(Case("Peru", same_day))
    library.delete_assessment("b")
    library.undo()
    assert library.case(case_id).assessments == same_day
    assert [one.id for one in library.cases()[0].assessments] == ["b", "c", "a"]


def test_one_assessment_is_read_as_it_stands_in_its_case(library: Library, peru_id: int, peru: Case) -> None:
    assert library.assessment("PER-2011H2") == peru.assessment("PER-2011H2")


def test_a_list_names_the_playbook_of_the_latest_assessment_that_has_one(library: Library, peru: Case) -> None:
    first, second = peru.assessments
    library.import_case(Case("A", (first, replace(second, playbook="migration"))))
    library.import_case(Case("B", (first, second)))
    library.import_case(Case("C", (second,)))
    assert [case.playbook for case in library.cases()] == ["migration", "counternarcotics", None]
