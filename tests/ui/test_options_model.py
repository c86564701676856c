from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from advisor.findings import VERDICTS
from advisor.wording import VERDICT_MEANINGS, VERDICT_WORDS, percent
from tests.ui.options_case import best_if, findings, findings_if, playbook
from ui.options_model import Column, OptionsModel
from ui.widgets.table_rows import Cell, GroupHeading, Role

Horizontal, Ascending, Descending = Qt.Orientation.Horizontal, Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
Display, Spoken = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model() -> OptionsModel:
    made = OptionsModel(playbook())
    made.show(findings().best, findings())
    return made


def shown(model: OptionsModel, option_id: str, column: Column, role: int = Display) -> Any:
    row = model.row_of(option_id)
    assert row is not None
    return model.index(row, column).data(role)


def cell(model: OptionsModel, option_id: str, column: Column) -> Cell:
    found = shown(model, option_id, column, Role.CELL)
    assert isinstance(found, Cell)
    return found


def option_ids(model: OptionsModel) -> list[str]:
    return [found.best.id for row in range(model.rowCount()) if (found := model.option_at(row))]


def headings(model: OptionsModel) -> list[GroupHeading]:
    return [model.index(row, 0).data(Role.CELL) for row in model.headings()]


def test_options_stand_by_rank_below_a_heading_for_each_verdict(model: OptionsModel) -> None:
    assert [heading.verdict for heading in headings(model)] == list(VERDICTS)
    for start, end in pairwise([*model.headings(), model.rowCount()]):
        verdict = model.index(start, 0).data(Role.CELL).verdict
        members = [model.option_at(row) for row in range(start + 1, end)]
        assert [one.verdict for one in members if one] == [verdict] * len(members)
        ranks = [one.best.rank for one in members if one]
        assert ranks == sorted(ranks)


def test_a_heading_says_the_verdict_how_many_options_have_it_and_what_it_means(model: OptionsModel) -> None:
    lead = headings(model)[0]
    count = len(findings().with_verdict("lead"))
    assert (lead.word, lead.count, lead.meaning) == (VERDICT_WORDS["lead"], count, VERDICT_MEANINGS["lead"])
    assert model.index(0, 0).data(Spoken) == f"Lead, {count}: {VERDICT_MEANINGS['lead']}"


def test_a_verdict_that_no_option_has_keeps_its_heading() -> None:
    model = OptionsModel(playbook())
    best = findings().best
    model.show(replace(best, options=tuple(replace(one, verdict="lead") for one in best.options)), None)
    assert [heading.count for heading in headings(model)] == [22, 0, 0, 0]


def test_a_row_shows_rank_name_likelihoods_value_and_reason(model: OptionsModel) -> None:
    found = next(one for one in findings().options if one.best.id == "vetted_units")
    texts = [shown(model, "vetted_units", column) for column in Column]
    assert texts[:5] == [
        str(found.best.rank),
        "Vetted police units",
        percent(found.p_now),
        percent(found.p_horizon),
        f"{found.best.us_value:.1f}",
    ]
    assert texts[5]


def test_the_sort_role_gives_native_values(model: OptionsModel) -> None:
    values = [shown(model, "vetted_units", column, Role.SORT) for column in Column]
    assert [type(value) for value in values] == [int, str, float, float, float, str]


def test_the_bar_is_filled_to_now_and_cut_at_the_horizon(model: OptionsModel) -> None:
    found = next(one for one in findings().options if one.best.id == "vetted_units")
    reading = cell(model, "vetted_units", Column.NOW).reading
    assert reading is not None
    assert (reading.value, reading.cut, reading.dim) == (found.p_now, found.p_horizon, False)


def test_before_likelihoods_are_there_rows_show_dashes_and_verdicts_by_best_scores() -> None:
    model = OptionsModel(playbook())
    model.show(findings().best, None)
    assert {shown(model, one, Column.NOW) for one in option_ids(model)} == {"–"}
    assert {shown(model, one, Column.HORIZON) for one in option_ids(model)} == {"–"}
    by_best = {verdict: sum(one.verdict == verdict for one in findings().best.options) for verdict in VERDICTS}
    assert {heading.verdict: heading.count for heading in headings(model)} == by_best
    assert shown(model, "vetted_units", Column.NOW, Spoken) == "Acceptance now: not computed yet"


def test_after_an_edit_the_order_follows_and_the_likelihoods_stay_dimmed(model: OptionsModel) -> None:
    before = cell(model, "vetted_units", Column.NOW)
    edited = best_if("su_level", 0)
    model.show(edited, findings(), stale=True)
    after = cell(model, "vetted_units", Column.NOW)
    assert (after.text, after.ink, after.reading and after.reading.dim) == (before.text, "ink3", True)
    assert shown(model, "vetted_units", Column.NOW, Spoken).endswith("(of an earlier edit)")
    ranks = {one.id: one.rank for one in edited.options}
    assert ranks != {one.id: one.rank for one in findings().best.options}
    assert {one: shown(model, one, Column.RANK, Role.SORT) for one in option_ids(model)} == ranks


@pytest.mark.parametrize("column", list(Column))
@pytest.mark.parametrize("order", [Ascending, Descending])
def test_sorting_by_a_column_orders_its_native_values(model: OptionsModel, column: Column, order: Qt.SortOrder) -> None:
    model.sort(column, order)
    values = [shown(model, one, column, Role.SORT) for one in option_ids(model)]
    keys = [value.casefold() if isinstance(value, str) else value for value in values]
    if column != Column.RANK or order == Descending:
        assert keys == sorted(keys, reverse=order == Descending)
    assert len(keys) == 22


def test_sorted_otherwise_than_by_rank_groups_vanish_and_each_row_takes_its_glyph(model: OptionsModel) -> None:
    assert cell(model, "vetted_units", Column.NAME).verdict is None
    model.sort(Column.VALUE, Descending)
    assert model.headings() == []
    for found in findings().options:
        assert cell(model, found.best.id, Column.NAME).verdict == found.verdict
    model.sort(Column.RANK, Ascending)
    assert len(model.headings()) == 4


def test_equal_values_stay_in_order_of_rank() -> None:
    model = OptionsModel(playbook())
    model.show(findings().best, None)
    model.sort(Column.NOW, Descending)
    assert option_ids(model) == [one.id for one in findings().best.ranked]


def test_numbers_sort_highest_first_at_the_first_click(model: OptionsModel) -> None:
    role = Qt.ItemDataRole.InitialSortOrderRole
    orders = [model.headerData(column, Horizontal, role) for column in Column]
    assert orders == [Ascending, Ascending, Descending, Descending, Descending, Ascending]


def test_the_horizon_column_is_titled_by_its_months(model: OptionsModel) -> None:
    assert model.headerData(Column.HORIZON, Horizontal) == "12 mo"
    model.show(findings().best, replace(findings(), horizon_months=24.0))
    assert model.headerData(Column.HORIZON, Horizontal) == "24 mo"


def test_the_place_of_an_option_is_followed_through_a_new_ranking(model: OptionsModel) -> None:
    held = {one: QPersistentModelIndex(model.index(model.row_of(one) or 0, Column.NAME)) for one in option_ids(model)}
    changed = findings_if("su_level", 0)
    assert [one.best.id for one in changed.ranked] != [one.best.id for one in findings().ranked]
    model.show(changed.best, changed)
    assert {one: index.row() for one, index in held.items()} == {one: model.row_of(one) for one in held}


def test_only_rows_that_read_otherwise_are_painted_again(model: OptionsModel) -> None:
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.show(findings().best, findings())
    assert changed == []
    name = "vetted_units"
    options = tuple(replace(one, p_now=0.5) if one.best.id == name else one for one in findings().options)
    model.show(findings().best, replace(findings(), options=options))
    assert changed == [(model.row_of(name), model.row_of(name))]


def test_the_plain_table_has_verdicts_and_native_values_and_no_headings(model: OptionsModel) -> None:
    titles, *rows = model.plain_table()
    assert titles == ["#", "Option", "Verdict", "Acceptance now", "12 mo", "US value", "Why"]
    assert len(rows) == 22
    first = findings().ranked[0]
    assert rows[0][:6] == [1, first.best.name, "Lead", first.p_now, first.p_horizon, first.best.us_value]


def test_the_plain_table_is_in_the_order_shown(model: OptionsModel) -> None:
    model.sort(Column.NAME, Descending)
    names = [row[1] for row in model.plain_table()[1:]]
    assert names == sorted(names, key=lambda name: str(name).casefold(), reverse=True)


def test_headings_cannot_be_selected_and_options_can(model: OptionsModel) -> None:
    for row in range(model.rowCount()):
        selectable = bool(model.index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable)
        assert selectable is (row not in model.headings())


def test_a_cell_speaks_in_words(model: OptionsModel) -> None:
    assert shown(model, "erad_core", Column.NAME, Spoken) == (
        "Forced eradication in the core area: Avoid. Vetoed: the command objects"
    )
    assert shown(model, "erad_core", Column.NOW, Spoken) == "Acceptance now: almost no chance, 1 %"
    assert shown(model, "erad_core", Column.HORIZON, Spoken).startswith("Acceptance in 12 months: ")


def test_the_model_keeps_the_contract_of_qt_through_every_kind_of_change() -> None:
    model = OptionsModel(playbook())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(findings().best, None)
    model.show(findings().best, findings())
    model.show(findings_if("su_level", 0).best, findings_if("su_level", 0))
    model.sort(Column.VALUE, Descending)
    model.show(findings().best, findings(), stale=True)
    model.sort(Column.RANK)
    model.show(None, None)
    assert model.rowCount() == 0
