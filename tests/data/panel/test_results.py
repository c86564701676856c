"""The columns of the contract, and rows in the order they came."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from advisor.findings import VERDICTS
from advisor.panel import score_panel
from advisor.playbook import STANCE_CLASSES
from data.panel.checking import CheckedChunk
from data.panel.results import result_columns

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def chunk(best: list[list[float]], problems: dict[int, str], remarks: dict[int, str]) -> CheckedChunk:
    rows = len(best)
    months = np.zeros(rows, dtype=np.int64)
    case, date = pa.array([f"c{row}" for row in range(rows)]), pa.array([dt.date(2014, 5, 15)] * rows)
    return CheckedChunk(2, case, date, months, True, np.array(best), None, problems, remarks)


def test_the_columns_are_those_of_the_contract_in_playbook_order(playbook: Playbook) -> None:
    names = result_columns(playbook, {}, draws=False).schema.names
    assert names[:7] == [
        "case",
        "date",
        "stance_index",
        "stance_class",
        "p.divergent",
        "p.contested",
        "p.aligned",
    ]
    assert names[7:29] == [f"standing.{option}" for option in playbook.option_ids]
    assert names[29:51] == [f"verdict.{option}" for option in playbook.option_ids]
    assert names[51:] == ["scored", "problem"]
    with_draws = result_columns(playbook, {}, draws=True).schema.names
    assert [name for name in with_draws if name not in names] == [f"p_now.{option}" for option in playbook.option_ids]


def test_rows_with_a_problem_stay_in_place_and_are_empty(playbook: Playbook) -> None:
    best = [[2.0] * 22, [99.0] * 22, [8.0] * 22]
    given = chunk(best, {1: "too much"}, {2: "twice"})
    result = score_panel(playbook, given.best[given.sound])
    accepted = np.full((2, 22), 0.5)
    columns = result_columns(playbook, {"date": pa.date32()}, draws=True)
    rows = columns.batch(given, result, accepted).to_pylist()
    assert [row["case"] for row in rows] == ["c0", "c1", "c2"]
    assert [row["date"] for row in rows] == [dt.date(2014, 5, 15)] * 3
    assert [row["problem"] for row in rows] == [None, "too much", "twice"]
    assert {name for name, cell in rows[1].items() if cell is not None} == {"case", "date", "problem"}
    for row, place in ((rows[0], 0), (rows[2], 1)):
        assert row["stance_index"] == result.index[place]
        assert row["stance_class"] == STANCE_CLASSES[result.stance[place]]
        assert row["p.aligned"] == result.probabilities[place, 2]
        assert row["scored"] == 22
        for column, option in enumerate(playbook.option_ids):
            assert row[f"standing.{option}"] == result.standings[place, column]
            assert row[f"verdict.{option}"] == VERDICTS[result.verdicts[place, column]]
            assert row[f"p_now.{option}"] == 0.5
