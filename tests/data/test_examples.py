from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.analysts import dates_of_several, opinions
from data.examples import FIRST, NAME, SECOND, two_analysts
from data.library import open_library

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook


def test_both_analysts_of_peru_stand_side_by_side(playbook: Playbook) -> None:
    case = two_analysts(playbook)
    (day,) = dates_of_several(case)
    found = opinions(playbook, case, day)
    assert found is not None
    assert found.merged.analysts == (FIRST, SECOND)
    assert found.agreement.complete == 22
    assert all(one.outcome is None for one in case.assessments)
    assert case.notes
    assert all(note.assessments == tuple(one.id for one in case.assessments) for note in case.notes)


def test_a_library_takes_the_example_as_a_country_of_its_own(playbook: Playbook, tmp_path: Path) -> None:
    case = two_analysts(playbook)
    with open_library(tmp_path / "library.sqlite") as library:
        kept = library.case(library.import_case(case))
    assert kept.name == NAME
    assert [one.sheet for one in kept.assessments] == [one.sheet for one in case.assessments]
