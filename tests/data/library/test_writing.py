from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from advisor.case import Analyst, Case, Point, Series
from data.library import InvalidEdit, Library, open_library
from data.library.writing import slug_for
from tests.data.library.strategies import briefed_cases, cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.data.library.conftest import OpenLibrary


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library for many examples, each of which leaves it without a case."""
    with open_library(tmp_path_factory.mktemp("shared") / "library.sqlite") as library:
        yield library


@given(case=briefed_cases())
@settings(max_examples=30)
def test_a_case_comes_out_as_it_went_in_and_undo_and_redo_are_exact(shared: Library, case: Case) -> None:
    case_id = shared.import_case(case)
    assert shared.case(case_id) == case
    shared.undo()
    assert (shared.cases(), shared.analysts()) == ((), ())
    shared.redo()
    assert shared.case(case_id) == case
    shared.undo()


@given(case=cases)
@settings(max_examples=12)
def test_a_deleted_case_comes_back_with_everything(shared: Library, case: Case) -> None:
    case_id = shared.import_case(case)
    shared.delete_case(case_id)
    shared.undo()
    assert shared.case(case_id) == case
    shared.undo()


def test_everything_of_a_case_is_there_after_a_restart(
    library: Library, peru_id: int, peru: Case, reopen: OpenLibrary
) -> None:
    library.close()
    assert reopen().case(peru_id) == peru


def test_a_case_imported_twice_is_there_twice_with_ids_that_differ(library: Library, peru_id: int, peru: Case) -> None:
    library.import_case(peru)
    third = library.import_case(peru, label="Import peru.toml")
    assert [one.id for one in library.case(third).assessments] == ["PER-2011H2-3", "PER-2014-2016-3"]
    assert library.case(third).notes[1].assessments == ("PER-2011H2-3",)
    assert library.case(peru_id) == peru
    assert library.undo_label == "Import peru.toml"


def test_a_note_may_not_be_linked_to_an_assessment_of_another_case(library: Library, peru_id: int, peru: Case) -> None:
    stranger = replace(peru, name="Bolivia", assessments=())
    with pytest.raises(InvalidEdit, match='no assessment "PER-2011H2" to link the note to'):
        library.import_case(stranger)
    assert [case.id for case in library.cases()] == [peru_id]


def test_the_analyst_whom_the_library_knows_stays_as_known(library: Library, peru_id: int, peru: Case) -> None:
    library.import_case(replace(peru, analysts=(Analyst("Luis", "Elsewhere"),)))
    assert library.analysts() == peru.analysts


def test_series_and_countries_have_names(library: Library, peru: Case) -> None:
    with pytest.raises(InvalidEdit, match="a data series needs a name"):
        library.import_case(replace(peru, series=(Series(" ", "ha", "", ()),)))
    unnamed = replace(peru, assessments=(replace(peru.latest, country=""),), notes=())
    assert library.case(library.import_case(unnamed)).latest.country == "Peru"


def test_an_assessment_without_an_id_gets_one(library: Library, peru: Case) -> None:
    nameless = replace(peru, assessments=(replace(peru.latest, id=""),), notes=())
    assert library.case(library.import_case(nameless)).latest.id == "PERU-2014-05-15"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_value_that_is_no_number_is_refused_with_its_place(library: Library, number: float) -> None:
    series = Series("approval", "percent", "", (Point("2011", 65.0), Point("2012", number)))
    with pytest.raises(InvalidEdit, match='series "approval", 2012: the value is not a number'):
        library.import_case(Case("Peru", (), (series,)))
    assert library.cases() == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Peru", "PERU-2014-05-15"),
        ("South Korea", "SOUTH-KOREA-2014-05-15"),
        ("Côte d'Ivoire", "COTE-D-IVOIRE-2014-05-15"),
        ("日本", "CASE-2014-05-15"),
    ],
)
def test_a_new_id_says_which_case_and_when_in_plain_letters(name: str, slug: str) -> None:
    assert slug_for(name, dt.date(2014, 5, 15)) == slug
