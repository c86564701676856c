"""What came through JSON is a workbook again."""

from __future__ import annotations

import json

from data.scorecards.parsed import parsed_of


def test_cells_and_their_names_come_through_as_they_were() -> None:
    answer = {
        "name": "ana.xlsx",
        "scores": "Pressures",
        "rows": [(4, ["Id", None, 6.5, True])],
        "names": {"as_of": ("My sheet", "B", 6)},
        "named": {"as_of": 41774.0},
        "date1904": False,
        "author": "desk",
        "saved_by": "Ana",
    }
    parsed = parsed_of(json.loads(json.dumps(answer)))
    assert parsed.rows == [(4, ["Id", None, 6.5, True])]
    assert parsed.place_of("as_of") == "My sheet!B6"
    assert parsed.place_of("analyst") == ""
    assert (parsed.named["as_of"], parsed.from_1904, parsed.saved_by) == (41774.0, False, "Ana")
