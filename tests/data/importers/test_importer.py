"""Every importer goes one way: sniff, preview, read as a whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import pytest

from advisor.progress import Cancelled, Watch
from data.errors import DataError, InvalidFiles
from data.importers.acled import ACLED
from data.importers.contract import ImportMapping
from data.importers.countries import UnknownCountry
from data.importers.date_values import DATE_VALUES
from data.importers.registry import IMPORTERS
from data.importers.vdem import V_DEM
from tests.data.importers.files import SAMPLES, TODAY, changed, notes, problems, written

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = SAMPLES / "acled_export.csv"


def test_an_import_keeps_file_hash_size_rows_date_and_how_it_was_read() -> None:
    read = ACLED.read(SAMPLE, "Peru", None, TODAY)
    one = read.provenance
    assert (one.importer, one.dataset, one.file, one.country) == ("acled", "ACLED event export", SAMPLE.name, "PER")
    assert one.sha256 == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert one.size == SAMPLE.stat().st_size
    assert (one.rows, one.rows_used, one.rows_left_out, one.read_on) == (22, 18, 0, TODAY)
    assert one.mapping.encoding == "utf-8-sig"
    assert one.mapping.delimiter == ","


def test_points_carry_their_source_and_whether_it_is_a_published_dataset() -> None:
    point = ACLED.read(SAMPLE, "Peru", None, TODAY).series[0].points[0]
    assert point.source == "ACLED event export, acled_export.csv, read 2026-07-05"
    assert point.verified
    own = DATE_VALUES.read(SAMPLES / "approval.csv", "Peru", None, TODAY).series[0].points[0]
    assert own.source == "approval.csv, read 2026-07-05"
    assert not own.verified


def test_the_same_import_read_twice_is_the_same_to_the_last_point() -> None:
    first = ACLED.read(SAMPLE, "Peru", None, TODAY)
    again = ACLED.read(SAMPLE, "PER", first.provenance.mapping, TODAY)
    assert again == first


def test_a_preview_shows_what_would_be_imported_and_keeps_nothing() -> None:
    preview = ACLED.preview(SAMPLE, None, "Peru")
    assert preview.ready
    assert [one.name for one in preview.series] == ["acled.protests_riots"]
    assert [point.date for point in preview.series[0].points] == [
        point.date for point in ACLED.read(SAMPLE, "Peru", None, TODAY).series[0].points
    ]


@pytest.mark.parametrize(
    ("importer", "sample"),
    [
        ("acled", "acled_export.csv"),
        ("v_dem", "vdem_country_year.csv"),
        ("world_bank", "API_SP.POP.TOTL_DS2_en_csv_v2_1.csv"),
        ("fsi", "fsi-2022.xlsx"),
        ("inform", "INFORM_Risk_2024_v001.xlsx"),
        ("elections", "nelda.csv"),
    ],
)
def test_without_a_country_a_preview_lists_those_of_the_file(importer: str, sample: str) -> None:
    preview = IMPORTERS[importer].preview(SAMPLES / sample)
    assert preview.series == ()
    assert not preview.ready
    known = {one.code: one.rows for one in preview.countries if one.code}
    assert {"PER", "BOL"} <= set(known)


@pytest.mark.parametrize("importer", IMPORTERS)
@pytest.mark.parametrize("wrong", ["README.md", "Metadata_Country_API_SP.POP.TOTL_DS2_en_csv_v2_1.csv"])
def test_the_wrong_file_gives_every_importer_a_problem_and_no_series(importer: str, wrong: str) -> None:
    for problem in problems(IMPORTERS[importer], SAMPLES / wrong, ImportMapping(series=("x",))):
        assert problem.startswith(wrong)
    assert IMPORTERS[importer].preview(SAMPLES / wrong, None, "Peru").series == ()


@pytest.mark.parametrize("importer", IMPORTERS)
def test_a_file_of_another_format_gives_every_importer_a_problem(importer: str, tmp_path: Path) -> None:
    sample = SAMPLES / ("fsi-2022.xlsx" if importer in ("acled", "v_dem", "world_bank") else "acled_export.csv")
    if importer == "date_values":
        sample = written(tmp_path, "words.csv", "one,two\na,b\nc,d\n")
    assert problems(IMPORTERS[importer], sample)


@pytest.mark.parametrize("importer", IMPORTERS)
def test_an_empty_or_absent_file_is_said_to_be_so(importer: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"empty.csv: is empty; export it again"):
        IMPORTERS[importer].preview(written(tmp_path, "empty.csv", ""))
    with pytest.raises(DataError, match="cannot be read: No such file"):
        IMPORTERS[importer].sniff(tmp_path / "gone.csv")
    with pytest.raises(DataError, match="cannot be read"):
        IMPORTERS[importer].sniff(tmp_path)


def test_a_country_nobody_knows_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UnknownCountry, match='"Atlantis" is not known as a country'):
        ACLED.read(SAMPLE, "Atlantis", None, TODAY)


def test_bad_rows_stop_the_import_until_the_analyst_leaves_them_out(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, "PER105,2026-04-05", "PER105,2026-02-30", "utf-8-sig")
    assert problems(ACLED, path) == [
        'acled_export.csv: row 6, column "event_date": "2026-02-30" is no day; write a day, such as 2014-05-15'
    ]
    consent = ImportMapping(leave_out_bad_rows=True)
    read = ACLED.read(path, "Peru", consent, TODAY)
    assert read.provenance.rows_left_out == 1
    assert {point.date: point.value for point in read.series[0].points}["2026-04-05"] == 1
    assert "acled_export.csv: 1 row with a problem left out" in notes(ACLED, path, consent)


def test_problems_of_the_whole_file_are_not_left_out_with_the_rows(tmp_path: Path) -> None:
    path = changed(tmp_path, SAMPLE.name, ",event_type,", ",kind,", "utf-8-sig")
    (problem,) = problems(ACLED, path, ImportMapping(leave_out_bad_rows=True))
    assert problem.startswith('acled_export.csv: column "event_type": is missing; say which column holds it')
    renamed = ImportMapping(columns={"event_type": "kind"})
    read, sample = ACLED.read(path, "Peru", renamed, TODAY), ACLED.read(SAMPLE, "Peru", None, TODAY)
    assert [one.points for one in read.series] == [one.points for one in sample.series]


def test_mixed_encodings_stop_the_import_until_one_is_chosen(tmp_path: Path) -> None:
    content = SAMPLE.read_bytes().replace(b"Lima", "Líma".encode(), 1).replace(b"Invented event.", b"Inventad\xfa.", 1)
    path = tmp_path / "mixed.csv"
    path.write_bytes(content)
    (problem,) = problems(ACLED, path)
    assert problem.startswith("mixed.csv: is not utf-8 throughout: bytes on line 2 do not belong there")
    chosen = ImportMapping(encoding="windows-1252")
    assert ACLED.read(path, "Peru", chosen, TODAY).provenance.mapping.encoding == "windows-1252"


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    text = (SAMPLES / "vdem_country_year.csv").read_text(encoding="utf-8")
    path = written(tmp_path, "v.csv", text.replace('"PER",30,2022', '"PER",30,"soon"').replace("0.4,0.1", '"much",0.1'))
    told = problems(V_DEM, path, ImportMapping(series=("v_dem.v2cagenmob", "v_dem.v2nothing")))
    assert told == [
        'v.csv: series: gives no series "v_dem.v2nothing"; did you mean "v_dem.v2xnp_client"?',
        'v.csv: row 3, column "year": "soon" is no date; write a year, such as 2014',
        'v.csv: row 4, column "v2cagenmob": "much" is no number; write a number, or leave it empty where there is none',
    ]


def test_a_stop_leaves_nothing() -> None:
    with pytest.raises(Cancelled):
        ACLED.read(SAMPLE, "Peru", None, TODAY, Watch(cancelled=lambda: True))


def test_progress_runs_from_start_to_end() -> None:
    told: list[float] = []
    ACLED.read(SAMPLE, "Peru", None, TODAY, Watch(lambda share, _what: told.append(share)))
    assert (told[0], told[-1]) == (0, 1)


def test_the_country_of_another_file_is_missed_by_name() -> None:
    with pytest.raises(InvalidFiles, match="holds no row for Chile; it holds Bolivia, Kosovo, Peru"):
        ACLED.read(SAMPLE, "Chile", None, dt.date(2026, 1, 1))
