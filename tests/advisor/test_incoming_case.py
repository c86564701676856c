"""The preview of a case file: what it holds, and what of it is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from advisor.case import Assessment, Case, CaseEvent, Note, Point, Series
from advisor.incoming_case import assessments_table, brought, facts
from advisor.scores import Score, ScoreSheet

ONE = Assessment("P-1", "Peru", dt.date(2014, 5, 15), ScoreSheet({"su_level": Score(1, 2, 3)}), "Coca", analyst="Ana")
TWO = replace(ONE, id="P-2", as_of=dt.date(2015, 5, 15))
CASE = Case(
    "Peru",
    (ONE, TWO),
    (Series("poll", "%", "", (Point("2014", 1.0), Point("2015", 2.0))),),
    (Note("Said so"),),
    (CaseEvent("2014", "Strike"),),
)


def test_a_new_country_gets_everything() -> None:
    assert facts(CASE, None) == ("Holds 2 assessments, 1 note, 1 event and 1 data series.",)
    assert brought(CASE, None) == "2 assessments, 1 note, 1 event and 1 data series"
    assert assessments_table(CASE, None).rows[0] == ("15 May 2014", "Ana", "Coca", "1", "new")


def test_a_merge_adds_what_is_not_there_whatever_its_id() -> None:
    held = replace(CASE, assessments=(replace(ONE, id="OTHER"),), events=(), series=())
    assert [row[-1] for row in assessments_table(CASE, held).rows] == ["there already", "new"]
    assert brought(CASE, held) == "1 assessment, 1 event and 1 data series"
    assert facts(CASE, held)[1].startswith("Merged into Peru")


def test_nothing_is_brought_where_all_of_it_is_there() -> None:
    assert brought(CASE, CASE) == ""
    assert facts(CASE, CASE)[1] == "Peru has all of it already."
