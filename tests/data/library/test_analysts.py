from __future__ import annotations

import pytest

from advisor.case import Analyst
from data.library import InvalidEdit, Library, UnknownEntry


def test_a_case_names_the_analysts_who_sign_its_assessments(library: Library, peru_id: int) -> None:
    library.add_analyst(Analyst("Rosa", "INR"))
    assert [one.name for one in library.analysts()] == ["Luis", "Rosa"]
    assert [one.name for one in library.case(peru_id).analysts] == ["Luis"]
    library.update_assessment("PER-2014-2016", analyst="Rosa")
    assert library.case(peru_id).analysts[1] == Analyst("Rosa", "INR")


def test_a_renamed_analyst_leaves_signatures_as_they_were_given(library: Library, peru_id: int) -> None:
    luis = library.analysts()[0]
    library.set_analyst(luis.id, Analyst("Luis Alberto", "INL"))
    assert library.undo_label == "Rename the analyst Luis to Luis Alberto"
    assert library.analysts() == (Analyst("Luis Alberto", "INL"),)
    assert library.assessment("PER-2011H2").analyst == "Luis"
    library.undo()
    library.set_analyst(luis.id, Analyst("Luis", "INL"))
    assert library.undo_label == "Describe Luis"


def test_analysts_have_names_of_their_own(library: Library, peru_id: int) -> None:
    rosa = library.add_analyst(Analyst("Rosa"))
    for edit in (lambda: library.add_analyst(Analyst("Luis")), lambda: library.set_analyst(rosa, Analyst("Luis"))):
        with pytest.raises(InvalidEdit, match='has an analyst "Luis" already'):
            edit()
    with pytest.raises(InvalidEdit, match="an analyst needs a name"):
        library.add_analyst(Analyst(" "))


def test_a_deleted_analyst_comes_back_with_undo(library: Library, peru_id: int) -> None:
    luis = library.analysts()[0]
    library.delete_analyst(luis.id)
    assert (library.analysts(), library.undo_label) == ((), "Delete the analyst Luis")
    with pytest.raises(UnknownEntry, match=f"no analyst {luis.id}"):
        library.set_analyst(luis.id, luis)
    library.undo()
    assert library.analysts() == (luis,)
