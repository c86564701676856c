"""The sheet Plan says what the plan says, number by number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from advisor.knobs import Knobs
from advisor.plan_table import plan_table
from tests import briefings

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from advisor.plan_table import PlanTable

WIDTH = 12


def sheet_of(briefing: Briefing | None = None) -> Any:
    if briefing is None:
        return briefings.read_back(briefings.briefing_with_plan())["Plan"]
    return briefings.page_alone(briefing, "Plan")


def with_table(**changes: Any) -> Briefing:
    """Return the briefing on Peru in 2012 with another table of its plan."""
    return replace(briefings.briefing_with_plan(), plan_table=replace(table(), **changes))


def table() -> PlanTable:
    return plan_table(briefings.playbook(), briefings.plan())


def below(sheet: Any, header: str) -> list[tuple[Any, ...]]:
    """Return the rows below the header whose second cell is `header`, up to the next blank or header row."""
    start = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == header)
    rows = []
    for row in range(start + 1, sheet.max_row + 1):
        values = tuple(sheet.cell(row, column).value for column in range(1, WIDTH + 1))
        if not any(value is not None for value in values) or sheet.cell(row, 2).font.color.rgb == "FFFFFFFF":
            break
        rows.append(values)
    return rows


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_package_stands_option_by_option_and_adds_up() -> None:
    *options, total = below(sheet_of(), "Option")
    for shown, one in zip(options, table().package, strict=True):
        number, name, role, cost, visibility, now, now_words, later, later_words, worth, refused, advice = shown
        assert (name, role) == (one.option, one.role_text)
        assert (cost, visibility, now, later, worth) == pytest.approx(
            (one.cost, one.visibility, one.p_now, one.p_horizon, one.worth)
        )
        assert (now_words, later_words) == (one.now_words, one.horizon_words)
        assert str(refused).startswith(one.if_refused)
        assert f"Worth {one.gain:.1f} points then." in str(refused)
        assert str(advice or "").count("– ") == len(one.advice)
        assert number == options.index(shown) + 1
    assert total[1] == "Together"
    assert (total[3], total[4], total[9]) == pytest.approx(
        (table().limits[0].used, table().limits[1].used, table().worth_of_package)
    )


def test_the_limits_say_what_is_used_what_binds_and_what_that_keeps_out() -> None:
    for shown, one in zip(below(sheet_of(), "Limit"), table().limits, strict=True):
        assert (shown[1], shown[2]) == (one.name, one.unit)
        assert (shown[3], shown[4], shown[9]) == pytest.approx((one.used, one.allowed, one.gain_without))
        assert (shown[5], shown[10]) == ("yes" if one.binds else "no", one.text)


def test_prices_stand_move_by_move() -> None:
    peru = briefings.briefing_with_plan("peru", briefings.PERU_2014)
    assert peru.plan_table is not None
    sheet = sheet_of(peru)
    first = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "○ Justice-sector support")
    price = next(one for one in peru.plan_table.prices if one.label == "○ Justice-sector support")
    for row, move in enumerate(price.moves, first):
        shown = [sheet.cell(row, column).value for column in (3, 4, 5, 10)]
        assert shown == [move.lever, move.start, move.end, move.cost]
    assert (sheet.cell(first, 6).value, sheet.cell(first, 7).value) == (price.p_now, price.now_words)
    assert sheet.cell(first, 11).value == "USD 4.5 million a year, linked with Vetted police units"
    assert sheet.cell(first + 1, 2).value is None


def test_what_no_price_buys_says_why() -> None:
    shown = texts(sheet_of())
    assert all(one.reason in shown for one in table().prices)


def test_what_to_find_out_next_stands_on_the_plan() -> None:
    rows = below(sheet_of(), "Indicator")
    assert [(row[1], row[2]) for row in rows] == [
        (one.name, one.known) for one in briefings.briefing_with_plan().questions
    ]


def test_the_sheet_says_when_it_was_computed_and_how_to_read_it() -> None:
    shown = texts(sheet_of())
    assert "Computed 15 May 2014, 09:30, on 256 futures, now and in 12 months." in shown
    joined = " ".join(shown)
    assert all(caution in joined for caution in table().cautions)


def test_what_the_analyst_set_is_said_on_as_many_lines_as_it_takes() -> None:
    knobs = Knobs(ruled_out=briefings.playbook().option_ids)
    plan = briefings.plan_of(briefings.peru().sheet, knobs)
    written = briefings.brief_of(briefings.peru(), briefings.findings(), None, plan)
    assert written.plan_table is not None
    shown = texts(sheet_of(written))
    assert written.plan_table.settings in " ".join(shown)
    assert written.plan_table.settings not in shown


def test_without_a_package_there_is_no_table_of_it() -> None:
    written = with_table(package=(), package_note="Nothing to commit to.", watch=(), prices=(), worth=())
    shown = texts(sheet_of(written))
    assert "Nothing to commit to." in shown
    assert not {"Together", "Role", "Tipping point", "What it takes", "Way of acting"} & set(shown)
    assert "Limit" in shown


def test_a_blank_assessment_has_a_plan_sheet_too() -> None:
    sheet = sheet_of(briefings.blank_with_plan())
    assert len(below(sheet, "Option")) == 7
    assert "unknown" in texts(sheet)


def test_the_title_stays_in_sight_and_on_every_page() -> None:
    sheet = sheet_of()
    assert sheet["B2"].value == "Plan – Peru, 31 December 2011"
    assert sheet["A2"].hyperlink.location == "'Brief'!A1"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$2:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_area.startswith("'Plan'!$A$2:$L$")


def test_worth_begins_on_a_page_of_its_own() -> None:
    sheet = sheet_of()
    (start,) = [one.id for one in sheet.row_breaks.brk]
    assert sheet.cell(start + 2, 2).value == "What tailoring and flexibility are worth"
