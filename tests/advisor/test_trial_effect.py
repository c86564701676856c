"""Before and after: what turns comes first, what stays is left out, and the sentence says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge, with_likelihoods
from advisor.trial import NOTHING, Entry, Trial
from advisor.trial_effect import TrialEffect, effect, effect_sentence, status_words
from advisor.trying import tried
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

PAUSE = Entry("option", "pause_metrics")


@pytest.fixture(scope="module")
def trial(playbook: Playbook) -> Trial:
    """An option off, and nothing at all weighing on the stance or standing."""
    rules = [rule.id for rule in playbook.rules] + [rule.id for rule in playbook.stance_rules]
    return Trial(frozenset({PAUSE, *(Entry("rule", name) for name in rules)}))


@pytest.fixture(scope="module")
def found(playbook: Playbook, cases: dict[str, Case], trial: Trial) -> TrialEffect:
    changed, sheet = tried(playbook, trial), cases["Peru"].latest.sheet
    best = judge(playbook, sheet), judge(changed, sheet)
    both = tuple(
        with_likelihoods(one, judged, draw_blocks(one, 256, 1))
        for one, judged in zip((playbook, changed), best, strict=True)
    )
    return effect(trial, *best, (both[0], both[1]))


def test_what_is_switched_off_counts_no_more(playbook: Playbook, found: TrialEffect) -> None:
    assert found.counts == (22, 21)
    assert found.options[0].name == playbook.option[PAUSE.id].name
    assert found.options[0].off
    assert PAUSE.id not in [one.before.id for one in found.turned]


def test_turned_options_come_before_those_that_only_move(found: TrialEffect) -> None:
    turned = [one.turned for one in found.options]
    assert turned == sorted(turned, reverse=True)
    assert any(one.verdicts[0] != one.verdicts[1] for one in found.turned)


def test_the_sentence_speaks_of_stance_win_set_and_verdicts(found: TrialEffect) -> None:
    said = effect_sentence(found)
    assert "index −1.75 →" in said
    assert "of 22 →" in said
    assert "→" in said.partition("verdict")[2]
    assert found.complete


def test_without_a_difference_it_says_so(playbook: Playbook, cases: dict[str, Case]) -> None:
    best = judge(playbook, cases["Peru"].latest.sheet)
    same = effect(NOTHING, best, best)
    assert (same.options, same.complete) == ((), False)
    assert effect_sentence(same) == (
        "The stance stays divergent, index −1.75. The win-set stays at 18 of 22 options. No verdict changes."
    )


def test_the_status_line_counts_the_changes(trial: Trial) -> None:
    assert status_words(NOTHING) == ""
    assert status_words(Trial(frozenset({PAUSE}))) == "Playbook trial on: 1 change, nothing saved"
    assert f"{len(trial)} changes" in status_words(trial)
