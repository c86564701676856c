"""How an export was read stands in settings that can be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.intake.data_files import read_data
from data.intake.data_settings import country_setting, settings_of
from tests.data.importers.files import SAMPLES, TODAY, written

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.incoming import Setting
    from data.intake.told import Told


def settings(path: Path, told: Told | None = None, country: str = "Peru") -> dict[str, Setting]:
    informed = {"acled.protests_riots": ("Current unrest",), "presidential_approval": ("Unpopular government",)}
    file = read_data(path, told or {}, (country,), (), set(informed), TODAY, Watch())
    return {one.key: one for one in settings_of(file, informed)}


def test_a_general_table_shows_how_it_is_written_and_which_columns_it_takes() -> None:
    found = settings(SAMPLES / "approval.csv")
    assert {key: one.value for key, one in found.items()} == {
        "format": "date_values",
        "encoding": "windows-1252",
        "delimiter": ";",
        "column:date": "Mes",
        "column:value": "Aprobación (%)",
        "column:country": "",
        "date_order": "dmy",
        "decimal": ",",
        "series": "aprobacion",
        "title": "Aprobación (%)",
        "unit": "",
    }
    assert [one.value for one in found["series"].choices] == ["presidential_approval"]
    assert found["format"].resets


def test_series_on_offer_say_which_scores_they_suggest_and_events_can_be_filtered() -> None:
    found = settings(SAMPLES / "acled_export.csv")
    assert found["series"].values == ("acled.protests_riots",)
    assert found["series"].choices[0].text.endswith(": suggests scores for Current unrest")
    assert {"actors", "places", "words", "date_order"} <= set(found)


def test_types_of_elections_nobody_knows_are_asked_for_and_stay_told() -> None:
    key = "kind:Popular consultation"
    assert settings(SAMPLES / "election_calendar.csv")[key].value == ""
    assert settings(SAMPLES / "election_calendar.csv")["column:date"].choices[0].value == ""
    told = settings(SAMPLES / "election_calendar.csv", {key: ("leave out",)})
    assert told[key].value == "leave out"


def test_a_name_that_may_be_the_country_can_be_read_as_it(tmp_path: Path) -> None:
    text = "country,date,value\nPeruland,2014-01,1\nChile,2014-01,2\nChile,2014-02,3\n"
    path = written(tmp_path, "poll.csv", text)
    unknown = settings(path)["name:Peruland"]
    assert [(one.value, one.text) for one in unknown.choices] == [("", "Left out"), ("PER", "Read as Peru")]
    assert settings(path, {"name:Peruland": ("PER",)})["name:Peruland"].value == "PER"
    assert "name:Peruland" not in settings(path, country="Chile")


def test_leaving_out_rows_is_offered_where_rows_have_a_problem(tmp_path: Path) -> None:
    path = written(
        tmp_path, "poll.csv", "date,value\n2014-01,1\n2014-02,x?\n2014-03,3\n2014-04,4\n2014-05,5\n2014-06,6\n"
    )
    assert settings(path)["leave_out"].value == ""
    assert settings(path, {"leave_out": ("yes",)})["leave_out"].value == "yes"
    assert "leave_out" not in settings(SAMPLES / "approval.csv")


def test_the_country_in_the_file_is_asked_where_the_name_of_the_case_is_no_country() -> None:
    file = read_data(SAMPLES / "approval.csv", {}, ("Second issue",), (), (), TODAY, Watch())
    assert [one.value for one in country_setting(file, "Second issue")] == ["Second issue"]
    file = read_data(SAMPLES / "approval.csv", {}, ("Peru",), (), (), TODAY, Watch())
    assert not list(country_setting(file, "Peru"))
