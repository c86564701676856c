from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Case, Fact, Note, Point, Series
from advisor.evidence_table import evidence_rows, note_rows, period_end, series_rows
from tests import briefings


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2011", dt.date(2011, 12, 31)),
        ("2011-Q3", dt.date(2011, 9, 30)),
        ("2012-02", dt.date(2012, 2, 29)),
        ("2011-08-17", dt.date(2011, 8, 17)),
        ("1990s", None),
        ("2011-13", None),
        ("2011-02-30", None),
        ("0000", None),
        ("٢٠١١", None),
        ("", None),
    ],
)
def test_a_date_ends_where_its_precision_ends(text: str, end: dt.date | None) -> None:
    assert period_end(text) == end


def test_every_fact_says_whether_it_was_known_by_the_as_of_date() -> None:
    facts = (Fact("2014-05", "before", "s", True), Fact("2014-06", "after", "s", False, after_coding_date=True))
    rows = evidence_rows(briefings.peru(facts=facts))
    assert [(row.text, row.known, row.verified) for row in rows] == [
        ("before", "before", True),
        ("after", "after", False),
    ]


def test_a_note_says_what_it_is_worth_what_it_speaks_of_and_whether_it_was_known() -> None:
    given = briefings.peru()
    notes = (
        Note("212 conflicts", "Defensoria", "", "2014-04", "B", 2, "for", ("su_level", "su_trend"), (given.id,)),
        Note("A strike", "", "", "2014-06", "F", 6, "against", ("su_level",)),
        Note("Rumours", date="long ago", bearing="neutral"),
        Note("Of another assessment", assessments=("PER-2011H2",)),
    )
    rows = note_rows(briefings.playbook(), Case("Peru", (given,), notes=notes), given)
    assert [(row.text, row.known, row.says) for row in rows] == [
        (
            "212 conflicts",
            "before",
            "B2, usually reliable, probably true; speaks for Current unrest and Direction of unrest",
        ),
        (
            "A strike",
            "after",
            "F6, reliability cannot be judged, truth cannot be judged; speaks against Current unrest",
        ),
        ("Rumours", "unknown", "F6, reliability cannot be judged, truth cannot be judged"),
    ]


def test_a_reading_of_the_running_year_was_not_known_yet() -> None:
    points = (Point("2013", 1.0), Point("2014", 2.0), Point("1990s", 3.0, note="about"))
    case = Case("Peru", (), (Series("coca", "ha", "area at year end", points),))
    rows = series_rows(case, dt.date(2014, 5, 15))
    assert [row.known for row in rows] == ["before", "after", "unknown"]
    assert [row.note for row in rows] == ["area at year end", "area at year end", "about"]
