"""What is said of a returned sheet reads as an analyst would say it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.returned import Consequence, Returned, VerdictChange
from advisor.returned_text import consequence_text, score_text, signature
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook

DAY = dt.date(2014, 5, 15)


def test_a_sheet_is_called_by_who_signed_it_and_its_date() -> None:
    assert signature(Returned("a.xlsx", "Peru", DAY, "Ana Ruiz", ScoreSheet())) == "Ana Ruiz, as of 15 May 2014"
    assert signature(Returned("a.xlsx", "Peru", DAY, "", ScoreSheet())).startswith("somebody who gave no name")


def test_a_score_is_said_with_range_and_confidence() -> None:
    assert score_text(Score(7, 8, 9.5, "high")) == "8 (7–9.5), high"
    assert score_text(None) == "not scored"


def test_the_consequence_is_one_sentence(playbook: Playbook) -> None:
    assert consequence_text(playbook, Consequence("divergent", "divergent", ())) == (
        "By best scores the stance stays divergent, and no verdict changes."
    )
    option = playbook.options[0]
    moved = Consequence("divergent", "contested", (VerdictChange(option.id, "avoid", "lead"),))
    assert consequence_text(playbook, moved) == (
        f"By best scores the stance turns from divergent to contested, and 1 verdict changes: "
        f"{option.name} from Avoid to Lead."
    )
