"""The preview of scorecards: which scores change, who and when, and whether the analysts' differences matter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor import incoming_scores
from advisor.case import Assessment, Case
from advisor.proposal import propose
from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal

MAY = dt.date(2014, 5, 15)
UNREST, TRUST = "su_level", "de_access"


def scores(best: float, **others: float) -> dict[str, Score]:
    given = {UNREST: best, **others}
    return {name: Score(max(0, value - 1), value, min(10, value + 1)) for name, value in given.items()}


def back(who: str, sheet: dict[str, Score], **given: object) -> Returned:
    return Returned(f"{who}.xlsx".lower(), "Peru", MAY, who, ScoreSheet(sheet), **given)  # type: ignore[arg-type]


@pytest.fixture
def held(playbook: Playbook) -> Case:
    standing = {name: Score(5, 6, 7, "moderate", "as before") for name in playbook.indicator_ids}
    return Case("Peru", (Assessment("PER", "Peru", MAY, ScoreSheet(standing), analyst="Eva"),))


def proposal(playbook: Playbook, case: Case | None, *sheets: Returned) -> Proposal:
    return propose(playbook, case, sheets)[0]


def test_each_change_says_from_to_points_confidence_and_why(playbook: Playbook, held: Case) -> None:
    sheet = dict(held.latest.sheet.scores)
    sheet[UNREST] = Score(7, 8.5, 9, "high", "Roadblocks")
    del sheet[TRUST]
    found = proposal(playbook, held, back("Ana", sheet, left_empty=(TRUST,)))
    (table,) = incoming_scores.tables(playbook, found)
    assert table.name == incoming_scores.CHANGES
    assert table.rows == (
        ("Current unrest", "6 (5–7)", "8.5 (7–9)", "+2.5", "moderate → high", "Roadblocks"),
        (playbook.indicator[TRUST].name, "6 (5–7)", "not scored", "", "", ""),
    )
    compared = "Compared with the assessment as of 15 May 2014 by Eva, which stays as it is."
    assert incoming_scores.facts(playbook, found) == (f"Scored by Ana, as of 15 May 2014. {compared}",)
    assert incoming_scores.judgements(playbook, found)[0].startswith("By best scores the stance")
    assert incoming_scores.notes(playbook, found) == (f"Ana left {playbook.phrase(TRUST)} empty: not scored.",)
    assert incoming_scores.brought(found) == "an assessment as of 15 May 2014 by Ana (2 scores change)"


def test_another_justification_alone_is_counted_and_no_change_of_a_score(playbook: Playbook, held: Case) -> None:
    sheet = {**held.latest.sheet.scores, UNREST: Score(5, 6, 7, "moderate", "another reason")}
    found = proposal(playbook, held, back("Ana", sheet))
    assert incoming_scores.tables(playbook, found) == ()
    assert incoming_scores.brought(found).endswith("(no score changes, and 1 justification)")
    assert incoming_scores.notes(playbook, found) == ("1 score has another justification and the same numbers.",)


def test_what_says_nothing_new_is_told_so(playbook: Playbook, held: Case) -> None:
    found = proposal(playbook, held, back("Ana", dict(held.latest.sheet.scores)))
    assert (
        "It says what the assessment as of 15 May 2014 by Eva says already."
        in incoming_scores.facts(playbook, found)[0]
    )
    assert incoming_scores.judgements(playbook, found) == ()


def test_of_several_analysts_the_preview_says_where_they_differ_and_whether_it_matters(
    playbook: Playbook, held: Case
) -> None:
    low = {name: Score(0, 1, 2) for name in playbook.indicator_ids}
    high = {**low, UNREST: Score(8, 9, 10)}
    found = proposal(playbook, held, back("Ana", low), back("Ben", high))
    spread = next(table for table in incoming_scores.tables(playbook, found) if table.name == incoming_scores.SPREAD)
    assert [column.title for column in spread.columns] == ["Indicator", "Ana", "Ben", "Merged", "Apart"]
    assert ("Current unrest", "1 (0–2)", "9 (8–10)", "5 (0–10)", "8, no overlap") in spread.rows
    assert any("differences change" in sentence for sentence in incoming_scores.judgements(playbook, found))
    assert "the median of the best estimates" in incoming_scores.facts(playbook, found)[1]


def test_changes_and_differences_that_do_not_matter_are_one_sentence(playbook: Playbook, held: Case) -> None:
    standing = dict(held.latest.sheet.scores)
    nearly = {**standing, UNREST: Score(5, 6.1, 7)}
    found = proposal(playbook, held, back("Ana", nearly), back("Ben", {**standing, UNREST: Score(5, 6.2, 7)}))
    said = incoming_scores.judgements(playbook, found)
    assert len(said) == 1
    assert said[0].endswith(", and no verdict changes; the analysts' differences change neither.")


def test_what_the_scores_of_each_lead_to_stands_beside_each_other(playbook: Playbook) -> None:
    resists = {one.id: Score(9, 9, 9) for one in playbook.indicators}
    sides = {factor.id: factor.side for factor in playbook.factors}
    for one in playbook.indicators:
        if sides[one.factor] == "external":
            resists[one.id] = Score(1, 1, 1)
    yields = {name: Score(10 - score.best, 10 - score.best, 10 - score.best) for name, score in resists.items()}
    found = proposal(playbook, None, back("Ana", resists), back("Ben", yields))
    split = incoming_scores.tables(playbook, found)[0]
    assert split.name == incoming_scores.SPLIT
    assert split.rows[0] == ("Stance", "Divergent", "Aligned")
    assert "There is no assessment to compare it with." in incoming_scores.facts(playbook, found)[0]
    assert incoming_scores.brought(found).endswith(f"by Ana and Ben ({len(resists)} indicators scored)")


def test_many_analysts_share_a_column(playbook: Playbook, held: Case) -> None:
    sheets = [back(f"Analyst {letter}", scores(place)) for place, letter in enumerate("ABCDEF")]
    found = proposal(playbook, held, *sheets)
    spread = next(table for table in incoming_scores.tables(playbook, found) if table.name == incoming_scores.SPREAD)
    assert [column.title for column in spread.columns] == ["Indicator", "Given", "Merged", "Apart"]
    assert str(spread.rows[0][1]).startswith("Analyst A 0 (0–1); Analyst B 1 (0–2)")
