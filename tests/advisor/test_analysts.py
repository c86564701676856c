"""Who counts as an independent analyst of a date, and which package each one's scores lead to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.analysts import dates_of_several, independent, opinions, packages
from advisor.case import Assessment, Case
from advisor.knobs import Knobs
from advisor.scores import Score, ScoreSheet
from data.case_files import SECOND_CODER, read_second_coder

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

MAY, JUNE = dt.date(2014, 5, 15), dt.date(2014, 6, 15)
# As in docs/model.md.
PACKAGE_OF_PERU = {
    "territorial_presence",
    "precursor_control",
    "intel_sharing",
    "land_market",
    "multilateral",
    "tech_coop",
}
SEVEN = ScoreSheet({"su_level": Score(6, 7, 8)})
FOUR = ScoreSheet({"su_level": Score(3, 4, 5)})


def by(analyst: str, sheet: ScoreSheet = SEVEN, day: dt.date = MAY) -> Assessment:
    return Assessment(f"{analyst}-{day}", "Peru", day, sheet, analyst=analyst)


def test_an_analyst_counts_once_with_the_last_assessment_of_the_date() -> None:
    early, late = by("Ana"), replace(by(" ana ", FOUR), id="later")
    assert independent([early, by("Ben"), late, by("Ana", day=JUNE)], MAY) == (late, by("Ben"))


def test_what_was_merged_from_others_is_no_opinion_of_its_own() -> None:
    both = by("Ana Ruiz and Ben Holt")
    assert independent([by("Ana Ruiz"), by("Ben Holt"), both], MAY) == (by("Ana Ruiz"), by("Ben Holt"))
    commas = by("Ruiz, Ana"), by("Holt, Ben")
    assert independent([*commas, by("Ruiz, Ana; and Holt, Ben")], MAY) == commas
    unsigned = by(""), by("Ben Holt")
    assert independent([*unsigned, by("Analyst 1 and Ben Holt")], MAY) == unsigned
    assert independent([by("Ana Ruiz"), both], MAY) == (by("Ana Ruiz"), both)


def test_dates_with_more_than_one_analyst_are_found_newest_first() -> None:
    case = Case(
        "Peru", (by("Ana"), by("Ben"), by("Ana", day=JUNE), by("Ben", day=JUNE), by("Ana", day=dt.date(2015, 1, 1)))
    )
    assert dates_of_several(case) == (JUNE, MAY)


def test_opinions_are_merged_compared_and_judged(playbook: Playbook) -> None:
    case = Case("Peru", (by("Ana"), by("Ben", FOUR)))
    found = opinions(playbook, case, MAY)
    assert found is not None
    assert found.merged.analysts == ("Ana", "Ben")
    assert found.merged.sheet.get("su_level") == Score(
        3, 5.5, 8, "moderate", "Ana, 7 (6–8), moderate\nBen, 4 (3–5), moderate"
    )
    assert found.agreement.difference == 3
    assert [(one.analyst, one.assessment, one.scored) for one in found.positions] == [
        ("Ana", "Ana-2014-05-15", 1),
        ("Ben", "Ben-2014-05-15", 1),
    ]
    assert opinions(playbook, case, JUNE) is None


def test_each_analyst_s_scores_have_a_best_package_under_the_knobs_of_the_case(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    peru = cases["Peru"].assessment("PER-2014-2016")
    second = read_second_coder(SECOND_CODER, playbook.indicator_ids)[peru.id]
    case = Case("Peru", (replace(peru, analyst="Ana"), replace(peru, id="B", analyst="Ben", sheet=second)))
    found = opinions(playbook, case, peru.as_of)
    assert found is not None
    ana, ben = packages(playbook, found.merged.analysts, found.sheets, draws, Knobs())
    assert (ana.analyst, ben.analyst) == ("Ana", "Ben")
    assert set(ana.options) == PACKAGE_OF_PERU
    assert set(ben.options) == PACKAGE_OF_PERU
    knobs = Knobs(ruled_out=("multilateral",))
    assert "multilateral" not in packages(playbook, ["Ana"], found.sheets[:1], draws, knobs)[0].options
