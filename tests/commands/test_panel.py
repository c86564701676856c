"""`panel`: from the command line, with what it says and where."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from tests.data.panel.panels import scored_rows, write_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook
    from tests.commands.conftest import Run


@pytest.fixture
def panel(tmp_path: Path, playbook: Playbook) -> Path:
    """Thirty rows, of which the first three have something wrong."""
    rows = scored_rows(playbook, 30)
    rows[0]["su_trend"] = 12.0
    rows[1]["date"] = "2014-02-30"
    rows[2]["date"] = rows[3]["date"]
    return write_csv(tmp_path / "panel.csv", rows)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_outcome_goes_to_standard_output_and_problems_to_standard_error(
    run: Callable[..., Run], panel: Path, tmp_path: Path
) -> None:
    target = tmp_path / "scored.csv"
    result = run("panel", panel, "-o", target)
    assert result.code == 0
    assert result.out == f"28 of 30 rows scored, 2 left out; written to {target}\n"
    assert result.err.splitlines() == [
        "panel.csv: row 2: su_trend is 12, but scores lie between 0 and 10",
        'panel.csv: row 3: date is "2014-02-30", which is not in the calendar',
        "panel.csv: row 5: has the same case and date as row 4 (scored all the same)",
    ]
    rows = read(target)
    assert len(rows) == 30
    assert [row["stance_index"] == "" for row in rows] == [True, True] + [False] * 28


def test_a_row_is_what_assess_says_of_the_case(
    run: Callable[..., Run], tmp_path: Path, playbook: Playbook, cases: dict[str, Case]
) -> None:
    alone = run("assess", "peru", "--json").json
    sheet = cases["Peru"].latest.sheet
    row = {"case": "Peru", "date": alone["as_of"]} | {
        name: score.best for name in playbook.indicator_ids if (score := sheet.get(name))
    }
    assert run("panel", write_csv(tmp_path / "peru.csv", [row]), "-o", tmp_path / "out.csv").code == 0
    (found,) = read(tmp_path / "out.csv")
    assert float(found["stance_index"]) == pytest.approx(alone["stance"]["index"], abs=1e-9)
    assert found["stance_class"] == alone["stance"]["class"]
    for option in alone["options"]:
        assert float(found[f"standing.{option['id']}"]) == pytest.approx(option["standing"], abs=1e-9)
        assert found[f"verdict.{option['id']}"] == option["verdict_best"]


def test_the_outcome_comes_as_json(run: Callable[..., Run], panel: Path, tmp_path: Path) -> None:
    result = run("panel", panel, "-o", tmp_path / "scored.xlsx", "--summary", tmp_path / "summary.xlsx", "--json").json
    assert (result["schema"], result["rows"], result["scored"], result["problem_rows"]) == (1, 30, 28, 3)
    assert result["path"] == str(tmp_path / "scored.xlsx")
    assert result["summary"] == str(tmp_path / "summary.xlsx")
    assert result["playbook"]["id"] == "counternarcotics"
    assert result["problems"][2] == {"row": 5, "problem": "has the same case and date as row 4", "scored": True}
    assert (tmp_path / "summary.xlsx").exists()


def test_the_summary_is_named_in_the_outcome(run: Callable[..., Run], panel: Path, tmp_path: Path) -> None:
    result = run("panel", panel, "-o", tmp_path / "scored.csv", "--summary", tmp_path / "summary.xlsx")
    assert f"Summary written to {tmp_path / 'summary.xlsx'}" in result.out


def test_where_nothing_can_be_scored_the_exit_code_is_1(
    run: Callable[..., Run], tmp_path: Path, playbook: Playbook
) -> None:
    rows = [row | {"date": "soon"} for row in scored_rows(playbook, 25)]
    result = run("panel", write_csv(tmp_path / "panel.csv", rows), "-o", tmp_path / "scored.csv")
    assert result.code == 1
    assert result.out == ""
    assert result.err.count("date is") == 20
    assert "5 more rows have a problem" in result.err
    assert not (tmp_path / "scored.csv").exists()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("scored.txt", "give it a name that ends in .csv or .xlsx or .parquet"),
        ("scored", "give it a name that ends in"),
        (".", "is a folder; add a file name, such as"),
        ("./panel.csv", "is named twice, and the scored panel would destroy"),
        ("absent/scored.csv", "its folder does not exist"),
    ],
)
def test_an_output_that_cannot_be_is_refused(
    run: Callable[..., Run], panel: Path, tmp_path: Path, output: str, said: str
) -> None:
    before = panel.read_bytes()
    result = run("panel", panel, "-o", tmp_path / output)
    assert result.code == 1
    assert said in result.err
    assert panel.read_bytes() == before
    assert list(tmp_path.glob("*")) == [panel]


def test_output_and_summary_cannot_be_one_file(run: Callable[..., Run], panel: Path, tmp_path: Path) -> None:
    result = run("panel", panel, "-o", tmp_path / "x.xlsx", "--summary", tmp_path / "x.xlsx")
    assert result.code == 1
    assert "is named twice" in result.err
    assert run("panel", panel, "-o", tmp_path / "x.csv", "--summary", tmp_path / "summary.csv").code == 1


@pytest.mark.parametrize("draws", ["0", "3", "-4", "many", "131072", "256.0"])
def test_draws_are_a_power_of_two(run: Callable[..., Run], panel: Path, tmp_path: Path, draws: str) -> None:
    result = run("panel", panel, "-o", tmp_path / "scored.csv", "--draws", draws)
    assert result.code == 2
    assert "is no power of two up to 65,536, such as 256" in result.err


def test_draws_add_likelihoods_and_tell_how_far_they_are(
    run: Callable[..., Run], tmp_path: Path, playbook: Playbook
) -> None:
    path = write_csv(tmp_path / "panel.csv", scored_rows(playbook, 200))
    result = run("panel", path, "-o", tmp_path / "scored.csv", "--draws", "2")
    assert result.code == 0
    assert "rows scored ..." in result.err
    assert all(row["p_now.interdiction"] for row in read(tmp_path / "scored.csv"))


def test_columns_left_out_on_purpose_are_said(run: Callable[..., Run], tmp_path: Path, playbook: Playbook) -> None:
    rows = [{name: cell for name, cell in row.items() if name != "su_trend"} for row in scored_rows(playbook, 2)]
    path = write_csv(tmp_path / "panel.csv", rows)
    refused = run("panel", path, "-o", tmp_path / "scored.csv")
    assert refused.code == 1
    assert "panel.csv: column su_trend: is missing" in refused.err
    assert run("panel", path, "-o", tmp_path / "scored.csv", "--partial").code == 0
