"""INFORM is read from the workbook of a release and from the one of trends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importers.contract import ImportMapping
from data.importers.inform import INFORM, series_name
from tests.data.importers.files import SAMPLES, TODAY, problems, values, workbook

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = SAMPLES / "INFORM_Risk_2024_v001.xlsx"
TREND = SAMPLES / "INFORM2024_TREND_2020_2024.xlsx"


def test_a_release_gives_the_year_in_the_name_of_its_sheet() -> None:
    mapping = ImportMapping(series=("inform.inform_risk", "inform.hazard_exposure", "inform.earthquake"))
    assert values(INFORM, RELEASE, mapping) == {
        "inform.inform_risk": {"2024": 4.6},
        "inform.hazard_exposure": {"2024": 6},
        "inform.earthquake": {"2024": 9},
    }


def test_an_x_is_a_missing_score() -> None:
    mapping = ImportMapping(series=("inform.inform_risk", "inform.earthquake"))
    preview = INFORM.preview(RELEASE, mapping, "Kosovo")
    assert [one.name for one in preview.series] == ["inform.inform_risk"]
    assert [str(note) for note in preview.notes] == [
        "INFORM_Risk_2024_v001.xlsx: series: no value of inform.earthquake for this country"
    ]


def test_the_row_of_units_is_no_country() -> None:
    preview = INFORM.preview(RELEASE)
    assert [one.code for one in preview.countries] == ["BOL", "XKX", "PER"]


def test_trends_give_a_score_a_year() -> None:
    found = values(INFORM, TREND, ImportMapping(series=("inform.inform", "inform.ha")))
    assert found["inform.inform"] == {"2020": 4.5, "2021": 4.6, "2022": 4.7, "2023": 4.8, "2024": 4.9}
    assert set(found) == {"inform.inform", "inform.ha"}
    assert INFORM.read(TREND, "Peru", None, TODAY).provenance.rows_used == 5


def test_headings_become_names() -> None:
    assert series_name("HAZARD & EXPOSURE") == "inform.hazard_exposure"
    assert series_name("LACK OF COPING CAPACITY") == "inform.lack_of_coping_capacity"


def test_a_workbook_of_something_else_and_a_wrong_choice_are_problems(tmp_path: Path) -> None:
    other = workbook(tmp_path, {"Sheet1": [["Country", "Total"], ["Peru", 1]]})
    assert problems(INFORM, other)[0] == (
        "made.xlsx: is no INFORM Risk Index workbook: no sheet is named as in a release; it has Sheet1"
    )
    (problem,) = problems(INFORM, RELEASE, ImportMapping(sheet="Home"))
    assert problem == (
        'INFORM_Risk_2024_v001.xlsx: sheet "Home" has no row with COUNTRY, ISO3, INFORM RISK, or no year in its name'
    )
    (problem,) = problems(INFORM, RELEASE, ImportMapping(series=("inform.risk",)))
    assert problem.startswith('INFORM_Risk_2024_v001.xlsx: series: gives no series "inform.risk"')
