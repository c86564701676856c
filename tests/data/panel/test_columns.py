"""The header decides what is scored: nothing missing, misspelt or twice goes unnoticed."""

from __future__ import annotations

import pytest

from data.errors import InvalidFiles
from data.panel.columns import known_names, read_layout

INDICATORS = ("eb_pledge", "su_level")
HEADER = ["case", "date", *INDICATORS]


def problems_of(header: list[str], *, partial: bool = False) -> list[str]:
    with pytest.raises(InvalidFiles) as caught:
        read_layout(header, INDICATORS, "panel.csv", partial=partial)
    return [str(problem) for problem in caught.value.problems]


def test_columns_are_found_in_any_order_and_with_blanks_around_them() -> None:
    layout = read_layout([" su_level", "date", "eb_pledge ", "case"], INDICATORS, "panel.csv")
    assert layout.places == {"case": 3, "date": 1, "eb_pledge": 2, "su_level": 0}
    assert layout.unused == ()


def test_other_columns_are_named_and_not_read() -> None:
    layout = read_layout([*HEADER, "gdp", "", "region"], INDICATORS, "panel.csv")
    assert layout.unused == ("gdp", "region")
    assert set(layout.places) == set(HEADER)


def test_ends_of_ranges_are_known_and_read_only_where_they_are_wanted() -> None:
    header = [*HEADER, "eb_pledge_low", "eb_pledge_high"]
    assert read_layout(header, INDICATORS, "panel.csv").unused == ()
    assert "eb_pledge_low" not in read_layout(header, INDICATORS, "panel.csv").places
    assert "eb_pledge_low" in read_layout(header, INDICATORS, "panel.csv", ranges=True).places
    assert set(header) <= set(known_names(INDICATORS))


def test_a_missing_indicator_stops_the_run_unless_it_is_left_out_on_purpose() -> None:
    assert problems_of(["case", "date", "su_level"]) == [
        "panel.csv: column eb_pledge: is missing; add it and leave its cells empty, "
        "or say --partial to count it as not scored in every row"
    ]
    layout = read_layout(["case", "date", "su_level"], INDICATORS, "panel.csv", partial=True)
    assert layout.absent == ("eb_pledge",)


@pytest.mark.parametrize("partial", [False, True])
@pytest.mark.parametrize("renamed", ["eb_pledges", "EB_PLEDGE", "eb-pledge"])
def test_a_misspelt_indicator_is_recognised_and_never_counted_as_left_out(renamed: str, partial: bool) -> None:
    assert problems_of(["case", "date", renamed, "su_level"], partial=partial) == [
        f'panel.csv: column {renamed}: is not known; did you mean "eb_pledge"? '
        "Rename it, or leave it out if it is something else"
    ]


@pytest.mark.parametrize("partial", [False, True])
def test_a_file_of_something_else_is_said_to_be_no_panel(partial: bool) -> None:
    found = problems_of(["name", "age"], partial=partial)
    assert [text.split(":")[1] for text in found] == [" is no panel", " column case", " column date"]


def test_case_and_date_cannot_be_left_out() -> None:
    found = problems_of([*INDICATORS], partial=True)
    assert [text.split(":")[1] for text in found] == [" column case", " column date"]


def test_a_column_that_is_there_twice_is_told() -> None:
    assert problems_of([*HEADER, "su_level"]) == [
        "panel.csv: column su_level: is there more than once; keep one of them"
    ]


def test_all_problems_of_a_header_come_together() -> None:
    assert len(problems_of(["case", "case", "eb_pledges"])) == 4
