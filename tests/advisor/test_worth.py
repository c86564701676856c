"""What tailoring and flexibility are worth over a term."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.knobs import Knobs
from advisor.outlook import look_ahead
from advisor.package import best_package, limits_of
from advisor.package_list import list_packages
from advisor.progress import Cancelled, Watch
from advisor.scores import ScoreSheet
from advisor.switches import Search, switch_table
from advisor.uncertainty import draw_blocks
from advisor.worth import Term, horizon_worth, term_worth
from tests.advisor.small_playbooks import with_plan

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def term_of(playbook: Playbook, sheet: ScoreSheet, draws: list[Draws], knobs: Knobs | None = None) -> Term:
    scores, limits = sheet.arrays(playbook.indicator_ids), limits_of(playbook, knobs or Knobs())
    values = look_ahead(playbook, scores, draws, playbook.uncertainty.seed_fit).values
    return Term(playbook, scores, best_package(values, limits), list_packages(limits, values), limits)


def fresh(playbook: Playbook, count: int) -> list[Draws]:
    return list(draw_blocks(playbook, count, playbook.uncertainty.seed_fresh))


@pytest.mark.parametrize(
    ("episode", "shares", "worst"),
    [
        ("PER-2011H2", (0.49, 0.87, 0.90), (50, 54)),
        ("PER-2012-2014", (0.62, 0.82, 0.88), (48, 57)),
        ("PER-2014-2016", (0.57, 0.88, 0.91), (56, 59)),
    ],
)
def test_the_term_of_peru(
    playbook: Playbook,
    cases: dict[str, Case],
    draws: list[Draws],
    episode: str,
    shares: tuple[float, ...],
    worst: tuple[float, ...],
) -> None:
    term = term_of(playbook, cases["Peru"].assessment(episode).sheet, draws)
    found = term_worth(term, fresh(playbook, 4096), Watch())
    assert (found.untailored.share, found.rigid.share, found.flexible.share) == pytest.approx(shares, abs=0.02)
    assert (found.rigid.worst_tenth, found.flexible.worst_tenth) == pytest.approx(worst, abs=1.5)
    assert found.added > 10 * found.added_error
    assert found.standing.mean < 0


@pytest.mark.parametrize(
    ("episode", "rigid", "flexible"),
    [("PER-2011H2", 0.89, 0.89), ("PER-2012-2014", 0.86, 0.87), ("PER-2014-2016", 0.91, 0.91)],
)
def test_the_year_of_peru(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], episode: str, rigid: float, flexible: float
) -> None:
    term = term_of(playbook, cases["Peru"].assessment(episode).sheet, draws)
    seeds = playbook.uncertainty
    outlooks = [
        look_ahead(playbook, term.sheet, draw_blocks(playbook, 4096, seed), seed)
        for seed in (seeds.seed_fit, seeds.seed_check, seeds.seed_fresh)
    ]
    table = switch_table(Search(playbook, term.package, term.packages, *outlooks[:2]), term.sheet, Watch())
    found = horizon_worth(term, table, outlooks[2])
    assert (found.rigid.share, found.flexible.share) == pytest.approx((rigid, flexible), abs=0.006)


def test_flexible_is_never_worse_than_rigid_beyond_the_error_of_sampling(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    few = list(draw_blocks(playbook, 256, 1))
    for case in cases.values():
        sheet = case.latest.sheet
        found = term_worth(term_of(playbook, sheet, few), fresh(playbook, 256), Watch())
        assert found.added >= -2 * found.added_error, case.name
        assert found.foresight.mean >= found.flexible.mean
        assert found.foresight.mean >= found.untailored.mean


def test_the_same_futures_give_the_same_bits(playbook: Playbook, cases: dict[str, Case]) -> None:
    few = list(draw_blocks(playbook, 64, 1))
    term = term_of(playbook, cases["Bolivia"].latest.sheet, few)
    assert term_worth(term, fresh(playbook, 64), Watch()) == term_worth(term, fresh(playbook, 64), Watch())


@pytest.mark.parametrize(("months", "moments"), [(0.0, 1), (11.0, 1), (12.0, 2), (48.0, 5), (120.0, 11)])
def test_worth_is_counted_today_and_at_every_review(playbook: Playbook, months: float, moments: int) -> None:
    other = with_plan(playbook, replace(playbook.plan, term_months=months))
    few = list(draw_blocks(playbook, 32, 1))
    found = term_worth(term_of(other, ScoreSheet(), few), fresh(other, 32), Watch())
    assert found.moments == moments
    if moments == 1:
        assert found.added == pytest.approx(0)


def test_pins_hold_for_every_strategy_that_keeps_to_the_limits(playbook: Playbook, cases: dict[str, Case]) -> None:
    few = list(draw_blocks(playbook, 64, 1))
    knobs = Knobs(pinned=("justice",), ruled_out=("intel_sharing",))
    found = term_worth(term_of(playbook, cases["Peru"].latest.sheet, few, knobs), fresh(playbook, 64), Watch())
    assert "justice" in found.untailored_package
    assert "intel_sharing" not in found.untailored_package


def test_where_nothing_may_be_done_there_is_no_share(playbook: Playbook, cases: dict[str, Case]) -> None:
    few = list(draw_blocks(playbook, 32, 1))
    knobs = Knobs(ruled_out=playbook.option_ids)
    found = term_worth(term_of(playbook, cases["Peru"].latest.sheet, few, knobs), fresh(playbook, 32), Watch())
    assert found.rigid.share is None
    assert np.isfinite([found.rigid.mean, found.flexible.mean, found.foresight.mean, found.standing.mean]).all()


def test_measuring_can_be_stopped(playbook: Playbook, cases: dict[str, Case]) -> None:
    few = list(draw_blocks(playbook, 32, 1))
    with pytest.raises(Cancelled):
        term_worth(term_of(playbook, cases["Peru"].latest.sheet, few), few, Watch(cancelled=lambda: True))
