"""V-Dem's country-years give a reading a year, with the bounds of the measurement beside it."""

from __future__ import annotations

from data.importers.contract import ImportMapping
from data.importers.vdem import V_DEM
from tests.data.importers.files import SAMPLES, TODAY, notes, problems, values

SAMPLE = SAMPLES / "vdem_country_year.csv"
CHOSEN = ImportMapping(series=("v_dem.v2cagenmob", "v_dem.v2svstterr"))


def test_the_indicators_chosen_are_read_by_year() -> None:
    found = values(V_DEM, SAMPLE, CHOSEN)
    assert found["v_dem.v2cagenmob"] == {"2021": 0.2, "2022": 0.3, "2023": 0.4, "2024": 0.5, "2025": 0.6}
    assert found["v_dem.v2svstterr"] == dict.fromkeys(("2021", "2022", "2023", "2024"), 95)


def test_bounds_stand_in_the_note() -> None:
    first = V_DEM.read(SAMPLE, "Peru", CHOSEN, TODAY).series[0].points[0]
    assert first.note == "between -0.1 and 0.5"


def test_what_is_on_offer_are_values_and_neither_ids_nor_bounds() -> None:
    names = [one.name for one in V_DEM.sniff(SAMPLE).offers]
    assert names == [
        f"v_dem.{name}"
        for name in ("v2x_polyarchy", "v2cagenmob", "v2csprtcpt", "v2xnp_client", "v2x_ex_military", "v2svstterr")
    ]


def test_states_that_are_no_more_are_not_taken_for_those_that_are() -> None:
    assert notes(V_DEM, SAMPLE, CHOSEN) == [
        "vdem_country_year.csv: countries: names not known as countries, left out: "
        '"German Democratic Republic", "Palestine/Gaza"'
    ]


def test_among_thousands_of_indicators_some_must_be_chosen() -> None:
    assert problems(V_DEM, SAMPLE) == ["vdem_country_year.csv: series: gives many series; choose which to import"]
