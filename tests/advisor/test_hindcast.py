"""The track record scores predictions as a sceptic would, and never predicts a country by its own episodes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Assessment, Case, Outcome
from advisor.hindcast import NoOutcome, hindcast
from advisor.progress import Cancelled, Watch
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook, StanceClass
    from advisor.uncertainty import Draws

OUTCOMES = {"divergent": 9, "contested": 9, "aligned": 11}


def leaning(playbook: Playbook, external: float, domestic: float) -> ScoreSheet:
    values = {one.id: external if one.side == "external" else domestic for one in playbook.indicators}
    return ScoreSheet({name: Score(value, value, value) for name, value in values.items()})


def episode(number: int, country: str, outcome: StanceClass, sheet: ScoreSheet) -> Assessment:
    date = dt.date(2000 + number, 1, 1)
    return Assessment(f"{country}-{number}", country, date, sheet, outcome=Outcome(outcome))


def test_all_29_episodes_are_scored_and_beat_the_commonest_class(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    result = hindcast(playbook, list(cases.values()), draws)
    assert len(result.episodes) == 29
    assert result.record.brier < result.factors_only.brier + 0.05
    assert result.record.brier < result.commonest_class.brier - 0.1
    assert result.commonest_class.class_hits == OUTCOMES["aligned"]
    shares = [count / 29 for count in OUTCOMES.values()]
    assert result.commonest_class.brier == pytest.approx(1 - sum(share**2 for share in shares))
    assert result.record.concordance is not None
    assert result.record.concordance > 0.8


def test_an_episode_that_was_fitted_on_is_predicted_without_its_country(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    assert playbook.stance_fit is not None
    fit = playbook.stance_fit
    result = hindcast(playbook, list(cases.values()))
    assert all(one.left_out for one in result.episodes)
    absurd = {name: -value for name, value in fit.full.weights.items()}
    spoilt = tuple(
        replace(left, full=replace(left.full, weights=absurd)) if left.country == "Peru" else left
        for left in fit.left_out
    )
    other = hindcast(replace(playbook, stance_fit=replace(fit, left_out=spoilt)), list(cases.values()))
    changed = {a.country for a, b in zip(result.episodes, other.episodes, strict=True) if a.index != b.index}
    assert changed == {"Peru"}


def test_an_episode_never_seen_is_predicted_by_the_full_fit(playbook: Playbook) -> None:
    stranger = Case("Utopia", (episode(1, "Utopia", "aligned", leaning(playbook, 9, 1)),))
    (one,) = hindcast(playbook, [stranger]).episodes
    assert not one.left_out
    assert one.stance_class == "aligned"


def test_a_turn_in_the_right_direction_is_a_hit(playbook: Playbook) -> None:
    rising = (
        episode(1, "Utopia", "divergent", leaning(playbook, 2, 8)),
        episode(2, "Utopia", "contested", leaning(playbook, 5, 5)),
        episode(3, "Utopia", "contested", leaning(playbook, 1, 9)),
        episode(4, "Utopia", "aligned", leaning(playbook, 0, 10)),
    )
    direction = hindcast(playbook, [Case("Utopia", rising)]).record.direction
    assert direction is not None
    assert (direction.hits, direction.pairs) == (1, 2)


def test_reliability_counts_every_class_probability_once(playbook: Playbook, cases: dict[str, Case]) -> None:
    result = hindcast(playbook, list(cases.values()))
    assert sum(band.stated for band in result.reliability) == 3 * 29
    assert sum(band.stated * band.happened for band in result.reliability) == pytest.approx(29)


def test_known_acts_show_how_many_refused_options_were_called_acceptable(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    acts = hindcast(playbook, list(cases.values()), draws).known_acts
    assert acts is not None
    assert (acts.acts, acts.refused, acts.refused_called_acceptable) == (73, 26, 3)
    assert acts.brier == pytest.approx(0.04, abs=0.006)
    assert acts.base_rate_brier == pytest.approx(0.23, abs=0.005)


def test_without_a_single_outcome_there_is_no_track_record(playbook: Playbook) -> None:
    blank = Case("Utopia", (Assessment("U-1", "Utopia", dt.date(2020, 1, 1)),))
    with pytest.raises(NoOutcome, match=r"no episode has an outcome; add \[episode.outcome\]"):
        hindcast(playbook, [blank])


def test_it_stops_before_the_next_episode_where_nobody_waits(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    told: list[float] = []
    watch = Watch(lambda share, _: told.append(share), lambda: len(told) == 2)
    with pytest.raises(Cancelled):
        hindcast(playbook, list(cases.values()), draws, watch)
    assert len(told) == 2
