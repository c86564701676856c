"""What a returned sheet changes is told score by score, and in stance and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.returned import consequence, score_changes
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


def test_added_changed_and_removed_scores_are_told_apart_in_playbook_order(playbook: Playbook) -> None:
    first, second, third, fourth, *_ = playbook.indicator_ids
    before = ScoreSheet({first: Score(1, 2, 3), second: Score(4, 5, 6), fourth: Score(0, 0, 0)})
    after = ScoreSheet({fourth: Score(0, 0, 0), third: Score(2, 2, 2), second: Score(4, 6, 6)})
    found = score_changes(playbook, before, after)
    assert [(one.indicator, one.kind) for one in found] == [(first, "removed"), (second, "changed"), (third, "added")]
    assert found[1].before == Score(4, 5, 6)
    assert found[1].after == Score(4, 6, 6)


def test_another_reason_for_the_same_numbers_is_a_change_of_words(playbook: Playbook) -> None:
    name = playbook.indicator_ids[0]
    before = ScoreSheet({name: Score(1, 2, 3, justification="as was")})
    (change,) = score_changes(playbook, before, ScoreSheet({name: Score(1, 2, 3, justification="as is")}))
    assert change.kind == "changed"
    assert change.only_words
    (other,) = score_changes(playbook, before, ScoreSheet({name: Score(1, 2, 3, "high", "as is")}))
    assert not other.only_words


def test_the_same_sheet_changes_nothing_and_has_no_consequence(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    assert score_changes(playbook, sheet, sheet) == ()
    assert not consequence(playbook, sheet, sheet).matters


def test_what_scores_do_to_stance_and_verdicts_is_told_by_option(playbook: Playbook) -> None:
    sides = {one.id: 10.0 if one.side == "domestic" else 0.0 for one in playbook.indicators}
    against = ScoreSheet({name: Score(best, best, best) for name, best in sides.items()})
    in_favour = ScoreSheet({name: Score(10 - best, 10 - best, 10 - best) for name, best in sides.items()})
    found = consequence(playbook, against, in_favour)
    assert (found.stance_before, found.stance_after) == ("divergent", "aligned")
    assert found.verdicts
    assert all(one.before != one.after for one in found.verdicts)
    assert found.matters
