"""From file to file: what is written, what is told, and what is left alone when it fails."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from advisor.findings import assess, judge
from advisor.progress import Cancelled, Watch
from advisor.scores import Score, ScoreSheet
from advisor.stance import class_probabilities
from advisor.uncertainty import draw_blocks
from data.errors import DataError, InvalidFiles
from data.panel import csv_source
from data.panel.panel_file import PanelRun, score_panel_file
from data.panel.report import NothingScored
from tests.data.panel.panels import read_csv, scored_rows, write_csv, write_parquet, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook
    from tests.data.panel.panels import Row

WRITE = {".csv": write_csv, ".xlsx": write_xlsx, ".parquet": write_parquet}


def read_xlsx(path: Path) -> Any:
    rows = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]
    return pa.Table.from_pylist([dict(zip(rows[0], row, strict=True)) for row in rows[1:]])


READ = {".csv": read_csv, ".xlsx": read_xlsx, ".parquet": parquet.read_table}


@pytest.fixture
def rows(playbook: Playbook) -> list[Row]:
    return scored_rows(playbook, 6)


def scored(playbook: Playbook, folder: Path, rows: list[Row], **options: Any) -> list[dict[str, Any]]:
    """Score rows from CSV to Parquet and return what is written."""
    target = folder / "scored.parquet"
    score_panel_file(playbook, PanelRun(write_csv(folder / "panel.csv", rows), target, **options))
    found: list[dict[str, Any]] = parquet.read_table(target).to_pylist()
    return found


@pytest.mark.parametrize(("source", "target"), list(itertools.product(WRITE, READ)))
def test_every_format_gives_the_same_results_in_every_other(
    playbook: Playbook, tmp_path: Path, rows: list[Row], source: str, target: str
) -> None:
    rows[2]["su_trend"] = None
    run = PanelRun(WRITE[source](tmp_path / f"panel{source}", rows), tmp_path / f"scored{target}")
    report = score_panel_file(playbook, run)
    assert (report.rows, report.scored, report.listed) == (6, 6, 0)
    found = READ[target](run.target).to_pylist()
    for given, row in zip(rows, found, strict=True):
        sheet = ScoreSheet(
            {
                name: Score(given[name], given[name], given[name])
                for name in playbook.indicator_ids
                if given[name] is not None
            }
        )
        alone = judge(playbook, sheet)
        assert (row["case"], row["date"]) == (given["case"], given["date"])
        assert row["stance_index"] == pytest.approx(alone.stance.index, abs=1e-9)
        assert row["stance_class"] == alone.stance.stance_class
        chances = class_probabilities(np.array([alone.stance.index]), playbook.stance_model)[0]
        assert [row[f"p.{name}"] for name in ("divergent", "contested", "aligned")] == pytest.approx(chances.tolist())
        assert row["scored"] == alone.scored
        for option in alone.options:
            assert row[f"standing.{option.id}"] == pytest.approx(option.standing, abs=1e-9)
            assert row[f"verdict.{option.id}"] == option.verdict


def test_shipped_cases_get_the_verdicts_of_assess(playbook: Playbook, tmp_path: Path, cases: dict[str, Case]) -> None:
    given = [(case.name, one) for case in cases.values() for one in case.assessments]
    rows = [
        {"case": name, "date": one.as_of.isoformat()}
        | {
            indicator: score.best if (score := one.sheet.get(indicator)) else None
            for indicator in playbook.indicator_ids
        }
        for name, one in given
    ]
    for (_, one), row in zip(given, scored(playbook, tmp_path, rows), strict=True):
        alone = judge(playbook, one.sheet)
        assert row["stance_class"] == alone.stance.stance_class
        assert row["stance_index"] == pytest.approx(alone.stance.index, abs=1e-9)
        assert {option.id: row[f"standing.{option.id}"] for option in alone.options} == pytest.approx(
            {option.id: option.standing for option in alone.options}, abs=1e-9
        )
        assert {option.id: row[f"verdict.{option.id}"] for option in alone.options} == {
            option.id: option.verdict for option in alone.options
        }


def test_every_input_row_has_its_row_and_good_ones_are_scored(
    playbook: Playbook, tmp_path: Path, rows: list[Row]
) -> None:
    rows[1]["su_trend"] = 12.0
    rows[3]["date"] = "2014-02-30"
    rows[4] |= {"case": rows[0]["case"], "date": rows[0]["date"]}
    found = scored(playbook, tmp_path, rows)
    assert [row["problem"] for row in found] == [
        None,
        "su_trend is 12, but scores lie between 0 and 10",
        None,
        'date is "2014-02-30", which is not in the calendar',
        "has the same case and date as row 2",
        None,
    ]
    assert [row["stance_index"] is None for row in found] == [False, True, False, True, False, False]
    assert found[3]["date"] == "2014-02-30"


def test_a_long_panel_is_scored_in_pieces_as_it_would_be_whole(
    playbook: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = scored_rows(playbook, 400)
    for number in range(0, 400, 7):
        rows[number]["su_trend"] = 11.0
    whole = scored(playbook, tmp_path, rows)
    monkeypatch.setattr(csv_source, "_BLOCK", 2048)
    monkeypatch.setattr(csv_source, "_ROWS", 30)
    pieces = scored(playbook, tmp_path, rows)
    assert [row["date"] for row in pieces] == [row["date"] for row in rows]
    for one, other in zip(whole, pieces, strict=True):
        assert one.keys() == other.keys()
        for name, cell in one.items():
            assert other[name] == (pytest.approx(cell, abs=1e-12) if isinstance(cell, float) else cell)


def test_dates_of_parquet_keep_their_type(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    for number, row in enumerate(rows):
        row["date"] = dt.date(2014, number + 1, 1)
    run = PanelRun(write_parquet(tmp_path / "panel.parquet", rows), tmp_path / "scored.parquet")
    score_panel_file(playbook, run)
    assert parquet.read_table(run.target)["date"].to_pylist() == [row["date"] for row in rows]


def test_draws_add_the_likelihoods_of_assess(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    for row in rows:
        row["su_trend_low"], row["su_trend_high"] = max(0.0, row["su_trend"] - 3), row["su_trend"]
    draws = list(draw_blocks(playbook, 64, playbook.uncertainty.seed_fit))
    for given, row in zip(rows, scored(playbook, tmp_path, rows, draws=64), strict=True):
        usual = {name: given[name] for name in playbook.indicator_ids}
        sheet = ScoreSheet(
            {name: Score(max(0.0, best - 1), best, min(10.0, best + 1)) for name, best in usual.items()}
            | {"su_trend": Score(given["su_trend_low"], given["su_trend"], given["su_trend_high"])}
        )
        for option in assess(playbook, sheet, draws).options:
            assert row[f"p_now.{option.best.id}"] == pytest.approx(option.p_now, abs=1e-12)


def test_without_draws_ranges_are_not_even_looked_at(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    rows[0]["su_trend_low"] = "nonsense"
    assert scored(playbook, tmp_path, rows)[0]["problem"] is None


def test_what_is_not_read_is_said(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    for row in rows:
        row["gdp"] = 1
        del row["su_trend"]
    run = PanelRun(write_csv(tmp_path / "panel.csv", rows), tmp_path / "scored.csv", partial=True)
    report = score_panel_file(playbook, run)
    assert report.notes == ("Not scored in any row, for there is no such column: su_trend.", "Columns not read: gdp.")
    assert set(read_csv(run.target)["scored"].to_pylist()) == {21}


def test_blank_rows_at_the_end_are_no_rows(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    nothing = dict.fromkeys(rows[0])
    found = scored(playbook, tmp_path, [rows[0], nothing, rows[1], nothing, nothing])
    assert [row["problem"] for row in found] == [None, "holds nothing", None]


def test_the_summary_is_written_with_it(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    summary = tmp_path / "summary.xlsx"
    scored(playbook, tmp_path, rows, summary=summary)
    assert load_workbook(summary)["Stance over time"]["A8"].value == "Peru"


def untouched(
    tmp_path: Path, playbook: Playbook, run: PanelRun, error: type[BaseException], watch: Watch | None = None
) -> str:
    """Run into an error, and make sure that the old output stands and nothing else is left."""
    run.target.write_text("old", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(error) as caught:
        score_panel_file(playbook, run, watch)
    assert run.target.read_text(encoding="utf-8") == "old"
    assert sorted(tmp_path.iterdir()) == before
    return str(caught.value)


def test_renamed_columns_stop_the_run(playbook: Playbook, tmp_path: Path, rows: list[Row]) -> None:
    renamed = [{name.replace("su_trend", "su_trends"): cell for name, cell in row.items()} for row in rows]
    run = PanelRun(write_csv(tmp_path / "panel.csv", renamed), tmp_path / "scored.csv")
    assert 'column su_trends: is not known; did you mean "su_trend"?' in untouched(
        tmp_path, playbook, run, InvalidFiles
    )


@pytest.mark.parametrize("ending", READ)
def test_where_nothing_can_be_scored_nothing_is_written(
    playbook: Playbook, tmp_path: Path, rows: list[Row], ending: str
) -> None:
    for row in rows:
        row["date"] = "soon"
    run = PanelRun(
        write_csv(tmp_path / "panel.csv", rows), tmp_path / f"scored{ending}", summary=tmp_path / "summary.xlsx"
    )
    said = untouched(tmp_path, playbook, run, NothingScored)
    assert "panel.csv: row 7: date is" in said
    assert said.endswith("none of its 6 rows can be scored; nothing was written")


def test_a_header_alone_is_told(playbook: Playbook, tmp_path: Path) -> None:
    (tmp_path / "panel.csv").write_text(",".join(("case", "date", *playbook.indicator_ids)), encoding="utf-8")
    run = PanelRun(tmp_path / "panel.csv", tmp_path / "scored.csv")
    assert "there is no row below the header" in untouched(tmp_path, playbook, run, NothingScored)


@pytest.mark.parametrize("ending", READ)
def test_cancelling_leaves_the_old_output(
    playbook: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(csv_source, "_BLOCK", 4096)
    monkeypatch.setattr(csv_source, "_ROWS", 30)
    told: list[tuple[float, str]] = []
    run = PanelRun(write_csv(tmp_path / "panel.csv", scored_rows(playbook, 300)), tmp_path / f"scored{ending}")
    watch = Watch(lambda share, what: told.append((share, what)), lambda: len(told) >= 3)
    untouched(tmp_path, playbook, run, Cancelled, watch)
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert told[0] == (0.0, "0 rows scored")
    assert told[2][1] not in ("0 rows scored", "300 rows scored")


def test_likelihoods_can_be_cancelled_between_rows(playbook: Playbook, tmp_path: Path) -> None:
    told: list[float] = []
    run = PanelRun(write_csv(tmp_path / "panel.csv", scored_rows(playbook, 200)), tmp_path / "scored.csv", draws=2)
    watch = Watch(lambda share, _what: told.append(share), lambda: len(told) >= 3)
    untouched(tmp_path, playbook, run, Cancelled, watch)
    assert told == sorted(told)
    assert 0 < told[-1] < 1


@pytest.mark.parametrize("ending", READ)
def test_stopping_it_by_ctrl_c_leaves_the_old_output(
    playbook: Playbook, tmp_path: Path, rows: list[Row], ending: str
) -> None:
    def stop(_share: float, _what: str) -> None:
        raise KeyboardInterrupt

    run = PanelRun(write_csv(tmp_path / "panel.csv", rows), tmp_path / f"scored{ending}")
    untouched(tmp_path, playbook, run, KeyboardInterrupt, Watch(stop))


def test_damage_half_way_leaves_the_old_output(
    playbook: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_source, "_BLOCK", 4096)
    monkeypatch.setattr(csv_source, "_ROWS", 30)
    path = write_csv(tmp_path / "panel.csv", scored_rows(playbook, 100))
    path.write_text(path.read_text(encoding="utf-8") + '"' + "x" * 9000, encoding="utf-8")
    run = PanelRun(path, tmp_path / "scored.csv")
    assert "quotation mark without its partner" in untouched(tmp_path, playbook, run, DataError)


def test_a_summary_that_cannot_be_written_leaves_the_old_output(
    playbook: Playbook, tmp_path: Path, rows: list[Row]
) -> None:
    run = PanelRun(
        write_csv(tmp_path / "panel.csv", rows), tmp_path / "scored.csv", summary=tmp_path / "absent" / "summary.xlsx"
    )
    assert "its folder does not exist" in untouched(tmp_path, playbook, run, DataError)
