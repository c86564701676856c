from __future__ import annotations

import pytest

from advisor.case import Analyst
from data.library import InvalidEdit, Library


def test_a_case_names_the_analysts_who_sign_its_assessments(library: Library, peru_id: int) -> None:
    library.add_analyst(Analyst("Rosa", "INR"))
    assert [one.name for one in library.analysts()] == ["Luis", "Rosa"]
    assert [one.name for one in library.case(peru_id).analysts] == ["Luis"]
    library.update_assessment("PER-2014-2016", analyst="Rosa")
    assert library.case(peru_id).analysts[1] == Analyst("Rosa", "INR")


def test_analysts_have_names_of_their_own(library: Library, peru_id: int) -> None:
    with pytest.raises(InvalidEdit, match='has an analyst "Luis" already'):
        library.add_analyst(Analyst("Luis"))
    with pytest.raises(InvalidEdit, match="an analyst needs a name"):
        library.add_analyst(Analyst(" "))
