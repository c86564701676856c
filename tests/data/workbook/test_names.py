from __future__ import annotations

import io

from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from data.workbook.names import Names, cell, cells, near


def test_who_comes_first_keeps_the_name() -> None:
    buffer = io.BytesIO()
    with Workbook(buffer) as workbook:
        workbook.add_worksheet("Model")
        names = Names(workbook)
        assert names.define("changed", "Model", 3, 5) == "changed"
        assert names.define("Changed", "Model", 4, 5) == "Changed.2"
        assert names.define("a1", "Model", 5, 5) == "_a1"
    defined = load_workbook(buffer).defined_names
    assert {name: one.attr_text for name, one in defined.items()} == {
        "changed": "Model!$F$4",
        "Changed.2": "Model!$F$5",
        "_a1": "Model!$F$6",
    }


def test_addresses_stay_or_move_along_with_their_formula() -> None:
    assert cell(0, 0) == "$A$1"
    assert cells(4, 9, 26, 30) == "$J$5:$AE$27"
    assert near(2, 1) == "B3"
    assert near(2, 1, fixed_column=True) == "$B3"
