from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from advisor.case import Case, Point, Series
from data.library import InvalidEdit, Library, open_library
from data.library.writing import slug_for
from tests.data.library.strategies import cases

if TYPE_CHECKING:
    from tests.data.library.conftest import OpenLibrary


@given(case=cases)
@settings(max_examples=60)
def test_a_case_comes_out_as_it_went_in_and_undo_and_redo_are_exact(case: Case) -> None:
    with TemporaryDirectory() as folder, open_library(Path(folder) / "library.sqlite") as library:
        case_id = library.import_case(case)
        assert library.case(case_id) == case
        library.delete_case(case_id)
        library.undo()
        assert library.case(case_id) == case
        library.undo()
        assert library.cases() == ()
        library.redo()
        assert library.case(case_id) == case


def test_everything_of_a_case_is_there_after_a_restart(
    library: Library, peru_id: int, peru: Case, reopen: OpenLibrary
) -> None:
    library.close()
    assert reopen().case(peru_id) == peru


def test_a_case_imported_twice_is_there_twice_with_ids_that_differ(library: Library, peru_id: int, peru: Case) -> None:
    library.import_case(peru)
    third = library.import_case(peru, label="Import peru.toml")
    assert [one.id for one in library.case(third).assessments] == ["PER-2011H2-3", "PER-2014-2016-3"]
    assert library.case(peru_id) == peru
    assert library.undo_label == "Import peru.toml"


def test_an_assessment_without_an_id_gets_one(library: Library, peru: Case) -> None:
    nameless = replace(peru, assessments=(replace(peru.latest, id=""),))
    assert library.case(library.import_case(nameless)).latest.id == "PERU-2014-05-15"


def test_a_value_that_is_no_number_is_refused_with_its_place(library: Library) -> None:
    series = Series("approval", "percent", "", (Point("2011", 65.0), Point("2012", float("nan"))))
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
