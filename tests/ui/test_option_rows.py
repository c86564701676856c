from __future__ import annotations

from dataclasses import replace

from tests.ui.options_case import findings, playbook, row
from ui.option_rows import option_rows


def test_rows_come_by_rank_with_their_likelihoods() -> None:
    rows = option_rows(playbook(), findings().best, findings(), stale=False)
    assert [one.best.rank for one in rows] == list(range(1, 23))
    assert [one.finding for one in rows] == list(findings().ranked)


def test_without_likelihoods_the_verdict_is_by_best_scores() -> None:
    best = findings().best
    assert [one.verdict for one in option_rows(playbook(), best, None, stale=False)] == [
        option.verdict for option in best.ranked
    ]


def test_the_full_verdict_wins_while_the_likelihoods_are_current() -> None:
    shown = row("vetted_units")
    assert shown.finding is not None
    doubted = replace(shown, finding=replace(shown.finding, verdict="avoid"))
    assert doubted.verdict == "avoid"


def test_after_an_edit_the_full_verdict_holds_until_best_scores_say_otherwise() -> None:
    shown = row("vetted_units", stale=True)
    assert shown.finding is not None
    held = replace(shown, finding=replace(shown.finding, verdict="lead"))
    assert held.verdict == "lead"
    assert replace(held, best=replace(held.best, verdict="avoid")).verdict == "avoid"


def test_the_option_of_highest_us_value_fills_its_bar() -> None:
    rows = option_rows(playbook(), findings().best, None, stale=False)
    assert max(one.value_share for one in rows) == 1.0
    assert all(one.value_share == one.best.us_value / max(o.best.us_value for o in rows) for one in rows)
