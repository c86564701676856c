from __future__ import annotations

import pytest

from data.workbook.why_sheet import HEADERS
from tests import briefings


def test_every_reason_has_its_row() -> None:
    sheet = briefings.read_back(briefings.briefing())["Why"]
    assert tuple(cell.value for cell in sheet[4]) == HEADERS
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert len(rows) == len(briefings.briefing().why)
    for shown, reason in zip(rows, briefings.briefing().why, strict=True):
        assert (shown[0], shown[1], shown[2]) == (reason.subject, reason.kind, reason.name)
        assert shown[5] == pytest.approx(reason.points, abs=1e-12)


def test_the_points_above_a_sum_add_up_to_it() -> None:
    total = 0.0
    for row in briefings.read_back(briefings.briefing())["Why"].iter_rows(min_row=5, values_only=True):
        if row[1] == "Sum":
            assert total == pytest.approx(row[5], abs=1e-9)
            total = 0.0
        else:
            total += row[5]


def test_a_rule_names_its_sources_and_its_veto() -> None:
    rows = briefings.read_back(briefings.briefing())["Why"].iter_rows(min_row=5, values_only=True)
    veto = next(row for row in rows if row[1] == "Veto" and str(row[9]).startswith("in force"))
    assert veto[8]
    assert 0 < veto[4] <= 1
