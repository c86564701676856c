"""The sheet Model: what its cells say is what the engine says, stored and calculated anew by another program."""

from __future__ import annotations

import importlib
import io
import shutil
import warnings
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from advisor.briefing import compose
from advisor.findings import assess, judge
from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import draw_blocks
from data.workbook.writer import workbook_bytes
from tests import briefings, recalculate
from tests.score_sheets import differences, expected, named_cells, random_sheet, with_scores, without_results

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook

# One that is vetoed, one with rules tied by the cap, and the neighbours of both in rank.
OPTIONS = ("erad_core", "alt_dev", "precursor_control", "conditionality", "vetted_units")
FILE = "model.xlsx"
CHANGED = ScoreSheet({**briefings.peru().sheet.scores, "su_level": Score(2, 3, 4), "ms_opposition": Score(1, 2, 2)})


@cache
def small() -> Playbook:
    """Return the shipped playbook with fewer options, for an oracle that takes a while with each of them."""
    whole = briefings.playbook()
    options = tuple(replace(whole.option[name], complements=()) for name in OPTIONS)
    return replace(whole, options=options)


@cache
def content() -> bytes:
    playbook = small()
    found = assess(playbook, briefings.peru().sheet, list(draw_blocks(playbook, 16, 1)))
    made = compose(
        playbook, briefings.case(), briefings.peru(), found, analyst="", marking="UNCLASSIFIED", now=briefings.NOW
    )
    return workbook_bytes(made)


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the model of the workbook by the package formulas, which reads formulas and no stored result."""
    path = tmp_path_factory.mktemp("model") / FILE
    path.write_bytes(content())
    names = named_cells(content())
    wanted = [reference(names[name], path) for name in expected(small(), ScoreSheet())]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("formulas").ExcelModel().from_ranges(*wanted).finish()


def reference(cell: tuple[str, str], path: Path | str = FILE) -> str:
    """Return a cell as the oracle calls it: by the path of the file to find it, by its name alone ever after."""
    return f"'[{path}]{cell[0].upper()}'!{cell[1]}"


def calculated(oracle: Any, sheet: ScoreSheet) -> dict[str, object]:
    """Return the named results for other scores; a score that is taken out is the empty text."""
    names = named_cells(content())
    scores = {name: sheet.get(name) for name in small().indicator_ids}
    inputs = {reference(names[name]): "" if score is None else score.best for name, score in scores.items()}
    solution = oracle.calculate(inputs=inputs)
    found = {name: solution[reference(names[name])].value[0, 0] for name in expected(small(), sheet)}
    return {name: float(value) if isinstance(value, np.floating | int) else value for name, value in found.items()}


@pytest.mark.parametrize("seed", range(4))
def test_another_program_calculates_what_the_engine_says(oracle: Any, seed: int) -> None:
    sheet = random_sheet(small(), briefings.peru().sheet, np.random.default_rng(seed))
    assert differences(expected(small(), sheet), calculated(oracle, sheet)) == []


def test_a_veto_alone_makes_an_option_deliver_refusal(oracle: Any) -> None:
    objecting = ("ms_opposition", "ms_influence")
    ready = ("ue_trade", "ue_aid", "ue_sanction", "th_armed", "th_asset", "th_support", "de_pressure", "de_access")
    values = {name: 10.0 if name in (*objecting, *ready) else 0.0 for name in small().indicator_ids}
    sheet = ScoreSheet({name: Score(value, value, value) for name, value in values.items()})
    vetoed = next(option for option in judge(small(), sheet).options if option.vetoed)
    assert vetoed.standing > -4
    assert differences(expected(small(), sheet), calculated(oracle, sheet)) == []


def test_with_nothing_scored_it_still_does(oracle: Any) -> None:
    assert differences(expected(small(), ScoreSheet()), calculated(oracle, ScoreSheet())) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed; the oracle above is")
def test_libreoffice_calculates_what_the_engine_says() -> None:
    trials = [("peru", briefings.PERU_2014, sheet) for sheet in (CHANGED, ScoreSheet())]
    found = list(recalculate.recalculated(trials))
    assert [said for said, _ in found] == [[], []]
    assert all(count > 300 for _, count in found)


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases()[::5])
def test_the_stored_results_are_those_of_the_engine(name: str, episode: str) -> None:
    written = briefings.briefing(name, episode)
    workbook = briefings.read_back(written)
    cells = named_cells(briefings.content_of(written))
    found = {one: workbook[sheet][address].value for one, (sheet, address) in cells.items()}
    wanted = expected(briefings.playbook(), briefings.case(name).assessment(episode).sheet)
    assert differences(wanted, found) == []
    assert found["changed"] is False


def test_a_workbook_with_other_scores_has_no_result_left_to_lean_on() -> None:
    typed = with_scores(content(), small(), CHANGED)
    assert len(list(without_results(content()))) == 0
    assert len(list(without_results(typed))) > 500
    rows = CalamineWorkbook.from_filelike(io.BytesIO(typed)).get_sheet_by_name("Pressures").to_python()
    level = next(row for row in rows if row[0] == "su_level")
    assert level[5:8] == [2, 3, 4]


def test_every_block_is_titled_and_the_constants_stand_in_cells_of_their_own() -> None:
    sheet = briefings.read_back(briefings.briefing())["Model"]
    titles = [cell.value for cell in sheet["A"] if cell.font.b and cell.font.size == 12]
    assert titles == [
        "Have scores changed since the program computed?",
        *("Constants", "Verdicts", "Stances", "1  Indicators", "2  Factors", "3  Rules on options"),
        *("4  Rules on the stance", "5  Effects of factors on options", "6  Options", "7  Stance"),
        "Computed by the program on 15 May 2014, 09:30",
    ]
    names = named_cells(briefings.content_of(briefings.briefing()))
    constants = {name: sheet[names[name][1]].value for name in ("rule_cap", "lead_worth", "dust", "cost_of_agreeing")}
    assert constants == {"rule_cap": 4, "lead_worth": 2.25, "dust": 1e-9, "cost_of_agreeing": 1}


def test_the_sheet_is_the_last_lies_on_its_side_and_keeps_its_titles() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    sheet = workbook["Model"]
    assert workbook.sheetnames[-1] == "Model"
    assert (sheet.page_setup.orientation, sheet.freeze_panes) == ("landscape", "C4")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$2:$3", "$A:$B")


def test_a_playbook_without_rules_still_has_its_model() -> None:
    bare = replace(small(), rules=(), stance_rules=())
    found = assess(bare, briefings.peru().sheet, list(draw_blocks(bare, 16, 1)))
    made = compose(bare, briefings.case(), briefings.peru(), found, analyst="", marking="", now=briefings.NOW)
    sheet = briefings.read_back(made, formulas=True)["Model"]
    assert any("SUMPRODUCT" in str(cell.value) for row in sheet.iter_rows() for cell in row)
