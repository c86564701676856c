"""Where analysts differ, and whether it matters, is said in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.merge import AnalystSheet, Disagreement, OptionSplit, merge
from advisor.merge_text import RULE_TEXT, disagreement_text, spread_text, widest_text
from advisor.phrasing import uncapitalised
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_a_spread_names_every_score_and_who_gave_none(playbook: Playbook) -> None:
    indicator = playbook.indicators[0]
    ana, ben = ScoreSheet({indicator.id: Score(6, 7, 8)}), ScoreSheet({indicator.id: Score(3, 4, 5)})
    merged = merge(playbook, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ben), AnalystSheet("Cem", ScoreSheet())])
    said = spread_text(playbook, merged.spreads[0])
    assert said == f"{indicator.name}: Ana 7 (6–8), Ben 4 (3–5); ranges apart; not scored by Cem"


def test_where_they_differ_most_is_said_with_points(playbook: Playbook) -> None:
    first, second = playbook.indicators[:2]
    ana = ScoreSheet({first.id: Score(5, 5, 5), second.id: Score(1, 1, 1)})
    ben = ScoreSheet({first.id: Score(6, 6, 6), second.id: Score(8.5, 8.5, 8.5)})
    said = widest_text(playbook, merge(playbook, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ben)]))
    assert said == (
        "They differ on 2 of 2 indicators that several scored, most on "
        f"{second.name} (7.5 points) and {first.name} (1 point)."
    )
    same = widest_text(playbook, merge(playbook, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ana)]))
    assert same.startswith("Their best estimates are the same")


def test_differences_that_change_nothing_are_said_to_change_nothing(playbook: Playbook) -> None:
    said = disagreement_text(playbook, Disagreement({"aligned": ("Ana", "Ben")}, ()))
    assert said == ("The differences change neither the stance nor any verdict by best scores.",)


def test_differences_that_matter_name_who_comes_to_which_verdict(playbook: Playbook) -> None:
    option = playbook.options[0]
    split = OptionSplit(option.id, {"lead": ("Ana",), "avoid": ("Ben", "Cem")})
    said = disagreement_text(playbook, Disagreement({"divergent": ("Ben", "Cem"), "aligned": ("Ana",)}, (split,)))
    assert said == (
        "The differences change the stance and 1 verdict by best scores.",
        "Stance: divergent by Ben and Cem; aligned by Ana.",
        f"{option.name}: Lead by Ana; Avoid by Ben and Cem.",
    )


def test_the_rule_of_merging_is_one_sentence_of_what_is_taken() -> None:
    assert "median of the best estimates" in RULE_TEXT
    assert uncapitalised(RULE_TEXT).startswith("merged: the least low")
