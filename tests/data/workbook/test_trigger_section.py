"""Switches and tipping points on the sheet Plan, number by number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import briefings
from tests.data.workbook.test_plan_sheet import below, sheet_of, table, texts, with_table


def test_a_switch_stands_with_threshold_likelihood_and_gain() -> None:
    (shown,), (one,) = below(sheet_of(), "Watch"), table().switches
    assert (shown[0], shown[1], shown[2]) == (1, "Trust and access", "falls to 5")
    assert shown[3:6] == pytest.approx((one.threshold, one.now, one.share))
    assert shown[6] == one.share_words
    assert shown[7:9] == pytest.approx((one.gain, one.standard_error))
    assert shown[10] == (f"Drop vetted police units, add low-visibility technical cooperation.\n{one.why}")
    assert shown[11] == f"{one.sight}\n{one.reading}"


def test_an_empty_switch_table_says_why() -> None:
    note = "No trigger pays: for a reason."
    shown = texts(sheet_of(with_table(switches=(), switch_note=note)))
    assert note in shown
    assert "Threshold" not in shown


def test_the_watch_list_stands_in_its_order_with_what_can_be_seen() -> None:
    rows = below(sheet_of(), "Tipping point")
    for shown, one in zip(rows, table().watch, strict=True):
        assert (shown[1], shown[2]) == (f"{one.watch} {one.trigger}", one.option)
        assert shown[3:6] == pytest.approx((one.value, one.now, one.years))
        assert (shown[6], shown[8]) == (one.before, one.after)
        assert (shown[10], shown[11]) == (one.sight or None, one.reading or None)


def test_an_indicator_without_a_score_is_unknown_today() -> None:
    row = replace(table().watch[0], now=None)
    assert below(sheet_of(with_table(watch=(row,))), "Tipping point")[0][4] == "unknown"


def test_an_empty_watch_list_says_why() -> None:
    note = "No indicator on its own changes anything."
    assert note in texts(sheet_of(with_table(watch=(), watch_note=note)))


def test_where_there_is_no_package_there_is_nothing_to_watch() -> None:
    shown = texts(sheet_of(with_table(watch=(), watch_note="")))
    assert not any(text.startswith("Watch list") for text in shown)


def test_peru_in_2014_has_no_switch_and_says_so() -> None:
    peru = briefings.briefing_with_plan("peru", briefings.PERU_2014)
    assert any(text.startswith("No trigger pays") for text in texts(sheet_of(peru)))
