"""What an import of sheets would make: a new assessment a date, compared with the right one of those there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Assessment, Case
from advisor.proposal import propose
from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook

MAY, JUNE, JULY = (dt.date(2014, month, 15) for month in (5, 6, 7))


def held(playbook: Playbook) -> Case:
    first, second = playbook.indicator_ids[:2]
    may = Assessment("MAY", "Peru", MAY, ScoreSheet({first: Score(1, 2, 3), second: Score(4, 5, 6)}))
    june = Assessment("JUNE", "Peru", JUNE, ScoreSheet({first: Score(2, 3, 4), second: Score(4, 5, 6)}))
    return Case("Peru", (june, may))


def back(sheet: ScoreSheet, day: dt.date = JUNE, who: str = "Ana", **given: object) -> Returned:
    return replace(Returned(f"{who}.xlsx", "Peru", day, who, sheet), **given)  # type: ignore[arg-type]


def test_a_sheet_is_compared_with_the_assessment_it_was_made_from(playbook: Playbook) -> None:
    case = held(playbook)
    (one,) = propose(playbook, case, [back(case.assessment("MAY").sheet, JULY, assessment="MAY")])
    assert one.basis is not None
    assert (one.basis.id, one.changes, one.new) == ("MAY", (), True)


def test_otherwise_with_the_latest_by_its_date_and_before_all_of_them_with_the_earliest(playbook: Playbook) -> None:
    case, sheet = held(playbook), ScoreSheet()
    days = (MAY - dt.timedelta(9), MAY, JUNE - dt.timedelta(1), JUNE, JULY)
    bases = [propose(playbook, case, [back(sheet, day)])[0].basis for day in days]
    assert [one.id for one in bases if one] == ["MAY", "MAY", "MAY", "JUNE", "JUNE"]
    assert propose(playbook, None, [back(sheet)])[0].basis is None


def test_what_says_what_is_there_already_is_nothing_new(playbook: Playbook) -> None:
    case = held(playbook)
    assert not propose(playbook, case, [back(case.assessment("JUNE").sheet)])[0].new


def test_indicators_without_a_row_stay_as_they_are_and_empty_ones_are_removed(playbook: Playbook) -> None:
    case, (first, second) = held(playbook), playbook.indicator_ids[:2]
    (kept,) = propose(playbook, case, [back(ScoreSheet({first: Score(9, 9, 9)}), absent=(second,))])
    assert dict(kept.sheet.scores) == {first: Score(9, 9, 9), second: Score(4, 5, 6)}
    (removed,) = propose(playbook, case, [back(ScoreSheet({first: Score(9, 9, 9)}), left_empty=(second,))])
    assert [(one.indicator, one.kind) for one in removed.changes] == [(first, "changed"), (second, "removed")]


def test_sheets_of_one_date_merge_and_those_of_another_stand_apart(playbook: Playbook) -> None:
    name = playbook.indicator_ids[0]
    ana, ben = ScoreSheet({name: Score(6, 7, 8)}), ScoreSheet({name: Score(1, 2, 3)})
    later, merged = propose(playbook, None, [back(ana, JULY), back(ana), back(ben, who="Ben")])[::-1]
    assert (later.as_of, later.merged, later.analyst) == (JULY, None, "Ana")
    assert (merged.as_of, merged.analysts, merged.analyst) == (JUNE, ("Ana", "Ben"), "Ana and Ben")
    assert merged.sheet.get(name) == (merged.merged and merged.merged.sheet.get(name))
    assert merged.disagreement is not None


def test_on_request_every_sheet_stays_an_assessment_of_its_own(playbook: Playbook) -> None:
    sheet = ScoreSheet({playbook.indicator_ids[0]: Score(6, 7, 8)})
    found = propose(playbook, None, [back(sheet), back(sheet, who="Ben")], separately=True)
    assert [(one.analyst, one.merged) for one in found] == [("Ana", None), ("Ben", None)]


def test_what_every_analyst_left_as_it_was_sent_keeps_its_words(playbook: Playbook) -> None:
    case, (first, second) = held(playbook), playbook.indicator_ids[:2]
    standing = case.assessment("JUNE").sheet
    ben = standing.with_score(first, Score(8, 8, 8))
    (one,) = propose(playbook, case, [back(standing, assessment="JUNE"), back(ben, who="Ben", assessment="JUNE")])
    assert one.sheet.get(second) == standing.get(second)
    assert [change.indicator for change in one.changes] == [first]


def test_the_same_files_once_more_are_nothing_new(playbook: Playbook) -> None:
    case, name = held(playbook), playbook.indicator_ids[0]
    sheets = [back(ScoreSheet({name: Score(6, 7, 8)})), back(ScoreSheet({name: Score(1, 2, 3)}), who="Ben")]
    (first,) = propose(playbook, case, sheets)
    kept = replace(case, assessments=(*case.assessments, Assessment("NEW", "Peru", JUNE, first.sheet)))
    (again,) = propose(playbook, kept, sheets)
    assert first.new
    assert not again.new
    assert (again.basis and again.basis.id, again.changes) == ("NEW", ())


def test_what_was_edited_here_since_it_was_sent_stays_unless_the_analyst_changed_it_too(playbook: Playbook) -> None:
    first, second = playbook.indicator_ids[:2]
    sent = ScoreSheet({first: Score(1, 2, 3), second: Score(4, 5, 6)})
    june = Assessment("JUNE", "Peru", JUNE, ScoreSheet({first: Score(1, 3, 3), second: Score(4, 6, 6)}))
    sheet = sent.with_score(second, Score(8, 9, 10))
    (one,) = propose(playbook, Case("Peru", (june,)), [back(sheet, assessment="JUNE", sent=sent)])
    assert dict(one.sheet.scores) == {first: Score(1, 3, 3), second: Score(8, 9, 10)}
    name = playbook.indicator[first].name
    assert one.returned[0].notes == (f"{name} was changed here since this was sent, and not in it: it stays 3 (1–3).",)
    (unknown,) = propose(playbook, Case("Peru", (june,)), [back(sheet, sent=sent)])
    assert unknown.sheet == sheet
