"""An export of public data is recognised, and read for the country that it is probably for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.intake.data_files import read_data
from tests.data.importers.files import SAMPLES, TODAY, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.intake.data_files import DataFile
    from data.intake.told import Told

MONTHS = "month;approval;share\n2014-01;41,5;1\n2014-02;40,0;2\n2014-03;39,5;3\n"


def read(
    path: Path, told: Told | None = None, likely: Sequence[str] = ("Peru",), held: Sequence[str] = (), *wanted: str
) -> DataFile:
    return read_data(path, told or {}, likely, held, wanted, TODAY, Watch())


def said(file: DataFile) -> list[str]:
    return [problem.what for problem in file.problems]


def test_the_series_of_the_likely_country_are_read() -> None:
    file = read(SAMPLES / "acled_export.csv")
    assert (file.country, file.formats, said(file)) == ("Peru", ("acled", "date_values", "elections"), [])
    assert file.imported is not None
    assert [one.name for one in file.imported.series] == ["acled.protests_riots"]
    assert file.imported.series[0].origin


def test_a_country_that_is_not_in_the_file_gives_way_to_the_one_of_the_library_that_is() -> None:
    assert read(SAMPLES / "acled_export.csv", None, ("Mexico",), ("Mexico", "Peru", "Laos")).country == "Peru"


def test_a_country_that_was_chosen_stays_chosen_and_is_missed() -> None:
    file = read(SAMPLES / "acled_export.csv", {"target": ("7",)}, ("Mexico",))
    assert file.country == "Mexico"
    assert "holds no row for Mexico" in said(file)[0]


def test_without_a_likely_country_the_analyst_is_asked(tmp_path: Path) -> None:
    assert said(read(SAMPLES / "acled_export.csv", None, ()))[-1].startswith("holds several countries; choose")
    file = read(written(tmp_path, "poll.csv", MONTHS), None, ())
    assert said(file) == ["does not say which country it is of; choose the country to import it into"]


def test_a_country_nobody_knows_by_its_name_is_asked_for_by_another(tmp_path: Path) -> None:
    path = written(tmp_path, "poll.csv", MONTHS)
    assert "is not known as a country" in said(read(path, None, ("Second issue",)))[0]
    assert read(path, {"country": ("Peru",)}, ("Second issue",)).imported is not None


def test_columns_and_the_name_of_a_general_table_can_be_told(tmp_path: Path) -> None:
    path = written(tmp_path, "poll.csv", MONTHS)
    assert read(path).headings == ("month", "approval", "share")
    file = read(path, {"column:value": ("share",), "series": ("my_share",)})
    assert file.imported is not None
    (series,) = file.imported.series
    assert (series.name, [point.value for point in series.points]) == ("my_share", [1, 2, 3])


def test_a_file_of_no_known_format_says_what_was_seen_and_can_be_told_the_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "odd.csv", "when,how\nabc,x\n")
    file = read(path)
    assert file.found is None
    assert said(file)[0].startswith("is in none of the formats known (no headings above a column of dates")
    told = read(path, {"format": ("date_values",), "column:date": ("when",), "column:value": ("how",)})
    assert told.headings == ("when", "how")
    assert any("is no date" in what for what in said(told))


def test_a_calendar_with_headings_of_its_own_can_be_told(tmp_path: Path) -> None:
    path = written(tmp_path, "votes.csv", "País,Día,Cargo\nPeru,2016-04-10,Presidente\nChile,2017-11-19,Presidente\n")
    columns = {"column:country": ("País",), "column:date": ("Día",), "column:type": ("Cargo",)}
    file = read(path, {"format": ("elections",), **columns})
    assert file.imported is not None
    assert [point.date for point in file.imported.series[0].points] == ["2016-04-10"]


def test_rows_with_a_problem_can_be_left_out(tmp_path: Path) -> None:
    months = "".join(f"2014-{month:02};{40 + month},5\n" for month in range(1, 9))
    path = written(tmp_path, "poll.csv", f"month;approval\n{months}2014-09;forty\n")
    assert any("forty" in what for what in said(read(path)))
    file = read(path, {"leave_out": ("yes",)})
    assert file.imported is not None
    assert file.imported.provenance.rows_left_out == 1
