"""Scores come back as they were given, whatever was done to the sheet, or every problem is named with its cell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.scores import CONFIDENCES, Score, ScoreSheet
from data.errors import InvalidFiles
from data.scorecards.reading import returned_of
from data.workbook.head_names import PLAYBOOK_VERSION
from tests.data.scorecards.sheets import COLUMNS, HEAD, IDS, PLAYBOOK_READ, as_computed, cells_of, parsed, sheet_rows

if TYPE_CHECKING:
    from advisor.returned import Returned
    from data.importers.contract import Cell
    from data.scorecards.parsed import Parsed

SEVEN = Score(6, 7, 8, "high", "Strikes")


def read(sheet: Parsed) -> Returned:
    return returned_of(sheet, PLAYBOOK_READ)


def problems(sheet: Parsed) -> list[str]:
    with pytest.raises(InvalidFiles) as raised:
        read(sheet)
    return [str(problem) for problem in raised.value.problems]


@st.composite
def scores(draw: st.DrawFn) -> Score:
    low, best, high = sorted(draw(st.lists(st.integers(0, 1000), min_size=3, max_size=3)))
    words = draw(st.sampled_from(("", "=1+1", "2014-05-15", "\u202eright to left", "line\nbreak")))
    return Score(low / 100, best / 100, high / 100, draw(st.sampled_from(CONFIDENCES)), words)


@settings(max_examples=20)
@given(st.data(), st.dictionaries(st.sampled_from(IDS), scores()).map(ScoreSheet))
def test_any_sheet_comes_back_equal_however_its_rows_and_columns_were_moved(
    data: st.DataObject, sheet: ScoreSheet
) -> None:
    columns = data.draw(st.permutations([*COLUMNS, "My notes", "", "Changed"]))
    rows = data.draw(st.permutations(sheet_rows(sheet)))
    comma = data.draw(st.booleans())
    for row in rows if comma else ():
        row |= {name: f"{row[name]}".replace(".", ",") for name in ("Low", "Best", "High") if row.get(name) is not None}
    found = read(parsed(rows, columns, first=data.draw(st.integers(2, 40))))
    assert found.sheet == sheet
    assert set(found.left_empty) == set(IDS) - set(sheet.scores)
    assert found.absent == ()


def test_who_when_and_what_it_was_made_from_come_from_the_named_cells() -> None:
    found = read(parsed([cells_of(IDS[0], SEVEN)]))
    assert (found.case, found.as_of, found.analyst) == ("Peru", dt.date(2014, 5, 15), "Ana Ruiz")
    assert (found.assessment, found.playbook and found.playbook.version) == ("PER-2014-2016", "1.0")
    assert found.absent == IDS[1:]


def test_a_scorecard_of_another_version_of_the_playbook_is_read_and_noted() -> None:
    found = read(parsed([cells_of(IDS[0], SEVEN)], head={**HEAD, PLAYBOOK_VERSION: "0.9"}))
    assert found.notes == ("Made with version 0.9 of the playbook; this is 1.0.",)


def test_all_problems_come_at_once_with_sheet_and_cell() -> None:
    first, second, third, fourth, fifth = (cells_of(name, SEVEN) for name in IDS[:5])
    rows: list[dict[str, Cell]] = [
        first | {"Best": "seven"},
        second | {"Low": 9.0},
        third | {"Confidence": "medium", "High": 11.0},
        fourth | {"Best": None},
        fifth | {"Id": "su_lvl"},
        first,
    ]
    assert problems(parsed(rows, first=11)) == [
        'ana.xlsx: Pressures!A16: "su_lvl" is no indicator of the playbook; did you mean "su_level"?; '
        "correct it or remove the row",
        f'ana.xlsx: Pressures!A17: scores "{IDS[0]}" again, after row 12; keep one of the two rows',
        "ana.xlsx: Pressures!D12: 'seven' is not a number between 0 and 10",
        "ana.xlsx: Pressures!D13: low 9, best 7, high 8: write them in rising order",
        "ana.xlsx: Pressures!E14: '11' is not a number between 0 and 10",
        "ana.xlsx: Pressures!F14: 'medium' is no confidence; write low, moderate or high",
        "ana.xlsx: Pressures!D15: is empty and its range is not; give the best estimate, or empty the row",
    ]


def test_what_is_left_open_counts_as_a_first_score_does_and_is_noted() -> None:
    row = cells_of(IDS[0], None) | {"Best": 9.5, "Confidence": None}
    found = read(parsed([row, cells_of(IDS[1], None) | {"Justification": "no idea"}]))
    assert dict(found.sheet.scores) == {IDS[0]: Score(8.5, 9.5, 10, "low")}
    assert found.notes == (
        "Pressures!D5: Low and High are empty and taken a point from Best.",
        "Pressures!F5: no confidence is given, which counts as low.",
        "Pressures!G6: a justification without a score is left out.",
    )


def test_the_factors_below_the_scores_are_not_read_as_scores() -> None:
    below: list[dict[str, Cell]] = [{"Indicator": "Factors"}, {"Id": "Id", "Best": "x"}, {"Id": "unrest", "Best": 7.0}]
    assert len(read(parsed([cells_of(IDS[0], SEVEN), *below])).sheet.scores) == 1


def test_without_the_column_of_ids_the_names_of_indicators_count() -> None:
    columns = [name for name in COLUMNS if name != "Id"]
    sheet = ScoreSheet({IDS[3]: SEVEN})
    assert read(parsed(sheet_rows(sheet), columns)).sheet == sheet


def test_without_either_the_names_of_the_cells_count() -> None:
    found = parsed([cells_of(IDS[3], SEVEN)], ["Low", "Best", "High", "Confidence", "Justification"])
    names = {**found.names, IDS[3]: ("Pressures", "B", 5)}
    sheet = read(type(found)(found.name, found.scores, found.rows, names, found.named)).sheet
    assert sheet == ScoreSheet({IDS[3]: SEVEN})


def test_the_scores_it_was_sent_with_are_told_where_the_sheet_keeps_them() -> None:
    rows = [cells_of(IDS[0], Score(1, 2, 3)) | as_computed(SEVEN)]
    columns = (*COLUMNS, *as_computed(SEVEN))
    sent = read(parsed(rows, columns)).sent
    assert sent is not None
    assert (sent.scores[IDS[0]].best, sent.scores[IDS[0]].confidence) == (7, "high")
    assert read(parsed(rows)).sent is None


@pytest.mark.parametrize(
    ("columns", "what"),
    [
        (("Id", "Best", "High"), 'Pressures!row 4: has no column "Low"; put its heading back'),
        ((*COLUMNS, "Best"), 'Pressures!row 4: has two columns "Best"; rename the one that does not count'),
    ],
)
def test_columns_that_are_missing_or_stand_twice_are_told(columns: tuple[str, ...], what: str) -> None:
    assert f"ana.xlsx: {what}" in problems(parsed([cells_of(IDS[0], SEVEN)], columns))


def test_a_workbook_without_a_sheet_of_scores_says_what_is_looked_for() -> None:
    assert "none has a row with the headings Id, Low, Best and High" in problems(parsed([], ["Name", "Value"]))[0]
