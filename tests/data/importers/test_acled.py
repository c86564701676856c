"""ACLED's events become counts by day, from the first to the last day that the file covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.importers.acled import ACLED
from data.importers.contract import EventFilter, ImportMapping
from tests.data.importers.files import SAMPLES, TODAY, changed, notes, problems, values

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = SAMPLES / "acled_export.csv"
FEDERATION = EventFilter(actors=("growers federation",))
GROUP = EventFilter(actors=("Invented Armed Group",))


def test_protests_and_riots_are_counted_by_day() -> None:
    found = values(ACLED, SAMPLE)["acled.protests_riots"]
    assert found["2026-04-05"] == 2
    assert found["2025-09-02"] == 2
    assert "2026-01-19" not in found
    assert sum(found.values()) == 14


def test_the_ends_of_the_series_say_how_far_the_file_reaches() -> None:
    mapping = ImportMapping(series=("acled.group_attacks",), events=GROUP)
    (series,) = ACLED.read(SAMPLE, "Peru", mapping, TODAY).series
    first, last = series.points[0], series.points[-1]
    assert (first.date, first.value) == ("2025-04-10", 0)
    assert (last.date, last.value, last.note) == (
        "2026-07-02",
        0,
        "none on this day; the file covers the country to here",
    )
    assert series.unit == "events a day"
    assert series.description == (
        "Battles, explosions and attacks; "
        "ACLED event export, Peru, 2025-04-10 to 2026-07-02, named Invented Armed Group"
    )


def test_attacks_are_those_of_the_group_named() -> None:
    found = values(ACLED, SAMPLE, ImportMapping(series=("acled.group_attacks",), events=GROUP))
    assert sum(found["acled.group_attacks"].values()) == 3


def test_actors_are_looked_for_among_those_associated_too_whatever_the_case() -> None:
    found = values(ACLED, SAMPLE, ImportMapping(series=("acled.blockades",), events=FEDERATION))
    blocked = {day for day, count in found["acled.blockades"].items() if count}
    assert blocked == {"2025-09-01", "2025-09-02", "2026-02-14"}


def test_deaths_are_those_of_events_with_state_forces_in_the_place_named() -> None:
    mapping = ImportMapping(series=("acled.state_force_deaths",), events=EventFilter(places=("Ayacucho",)))
    found = values(ACLED, SAMPLE, mapping)["acled.state_force_deaths"]
    assert {day: count for day, count in found.items() if count} == {"2025-08-03": 2, "2026-01-19": 1}


def test_words_are_looked_for_in_notes_and_tags() -> None:
    mapping = ImportMapping(series=("acled.asset_attacks",), events=EventFilter(words=("CLASH",), places=("ayacucho",)))
    assert sum(values(ACLED, SAMPLE, mapping)["acled.asset_attacks"].values()) == 3


def test_an_event_repeated_by_an_actor_based_export_counts_once() -> None:
    assert "acled_export.csv: 1 row of an event already counted; an actor-based export repeats events" in notes(
        ACLED, SAMPLE
    )


def test_a_country_without_a_code_is_known_by_its_name_and_an_unknown_one_is_listed() -> None:
    assert ACLED.read(SAMPLE, "Kosovo", None, TODAY).series[0].points[0].date == "2026-07-02"
    assert 'acled_export.csv: countries: names not known as countries, left out: "Atlantis"' in notes(ACLED, SAMPLE)


def test_dates_with_named_months_and_semicolons_are_read_as_well() -> None:
    found = values(ACLED, SAMPLES / "acled_named_months.csv")["acled.protests_riots"]
    assert found == {"2025-04-10": 1, "2025-05-02": 1, "2025-05-20": 1, "2025-06-11": 1, "2026-04-05": 2}


@pytest.mark.parametrize(
    ("mapping", "what"),
    [
        (ImportMapping(series=("acled.group_attacks",)), '"acled.group_attacks" needs a filter: name actors'),
        (ImportMapping(events=GROUP), '"acled.protests_riots" counts the whole country; import it without a filter'),
        (
            ImportMapping(series=("acled.protest",)),
            'gives no series "acled.protest"; did you mean "acled.protests_riots"?',
        ),
    ],
)
def test_a_series_that_would_count_the_wrong_events_is_refused(mapping: ImportMapping, what: str) -> None:
    assert problems(ACLED, SAMPLE, mapping) == [f"acled_export.csv: series: {what}"]


def test_a_filter_needs_the_columns_it_looks_into(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, ",admin1,admin2,admin3,location,", ",a,b,c,d,", "utf-8-sig")
    mapping = ImportMapping(series=("acled.state_force_deaths",), events=EventFilter(places=("Ayacucho",)))
    assert problems(ACLED, path, mapping) == [
        "acled_export.csv: columns: are missing, and the filter looks into them: admin1, admin2, admin3, location"
    ]


def test_a_day_that_cannot_be_in_another_country_is_not_our_problem(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, "BOL1,2026-06-29", "BOL1,2026-06-31", "utf-8-sig")
    assert values(ACLED, path) == values(ACLED, SAMPLE)


def test_a_count_of_deaths_that_is_no_number_is_a_problem(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, ",2,crowd", ",several,crowd", "utf-8-sig")
    mapping = ImportMapping(series=("acled.state_force_deaths",), events=EventFilter(places=("Ayacucho",)))
    (problem,) = problems(ACLED, path, mapping)
    assert problem.endswith('column "fatalities": "several" is no number; write a number, or 0')


def test_an_event_without_an_id_is_a_problem_and_no_repetition(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, "PER105,", ",", "utf-8-sig")
    assert problems(ACLED, path) == [
        'acled_export.csv: row 6, column "event_id_cnty": is empty; export the file again with the ids of events'
    ]
