"""The whole plan, on shipped cases, on inputs that leave little to plan, and on made-up catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import AdvisorError
from advisor.knobs import Knobs
from advisor.plan import Plan, solve, with_worth
from advisor.progress import Cancelled
from advisor.scores import Score, ScoreSheet
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from data.playbook_files import shipped_playbook
from tests.advisor.small_playbooks import allowed, small_playbooks, with_options

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def quick(playbook: Playbook, sheet: ScoreSheet, knobs: Knobs | None = None, count: int = 64) -> Plan:
    """Return a plan with its worth from few draws."""
    blocks = list(draw_blocks(playbook, count, playbook.uncertainty.seed_fit))
    return with_worth(playbook, sheet, solve(playbook, sheet, blocks, knobs))


def test_the_plan_of_peru_in_2014(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    sheet = cases["Peru"].assessment("PER-2012-2014").sheet
    plan = solve(playbook, sheet, draws, tipping=tipping_points(playbook, sheet))
    assert {one.option: one.role for one in plan.package} == {
        "intel_sharing": "lead",
        "alt_dev": "lead",
        "land_market": "lead",
        "erad_periphery": "lead",
        "precursor_control": "offer_with_conditions",
        "vetted_units": "offer_with_conditions",
    }
    assert [one.trigger.indicator for one in plan.switches] == ["de_access"]
    assert {price.option for price in plan.prices} == {"erad_core", "conditionality"}
    assert plan.worth_of_package == pytest.approx(sum(one.worth for one in plan.package))
    assert plan.searched == 17_357
    assert plan.worth is None


def test_only_what_is_near_and_touches_the_package_is_watched(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].assessment("PER-2012-2014").sheet
    points = tipping_points(playbook, sheet)
    plan = solve(playbook, sheet, draws, tipping=points)
    assert plan.watch_list
    assert set(plan.watch_list) == {point for point in points if point.subject in plan.options and point.distance <= 2}
    order = [(point.for_the_better, point.distance) for point in plan.watch_list]
    assert order == sorted(order), "what turns for the worse comes first, each group by distance"


def test_a_sweetener_is_called_one(playbook: Playbook, cases: dict[str, Case]) -> None:
    plan = quick(playbook, cases["Peru"].latest.sheet, Knobs(pinned=("pause_metrics",)))
    assert {one.role for one in plan.package if one.option == "pause_metrics"} == {"sweetener"}


def test_the_same_question_gets_the_same_answer_to_the_bit(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Colombia"].latest.sheet
    assert quick(playbook, sheet) == quick(playbook, sheet)


def test_weights_of_objectives_change_what_is_chosen(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    money = {one.id: float(one.id == "finance") for one in playbook.objectives}
    assert "fin_intel" not in quick(playbook, sheet).options
    assert "fin_intel" in quick(playbook, sheet, Knobs(weights=money)).options


def test_findings_are_those_under_the_knobs(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    knobs = Knobs(weights={one.id: float(one.id == "finance") for one in playbook.objectives}, horizon_months=36)
    turned, given = quick(playbook, sheet, knobs), quick(playbook, sheet)
    assert (turned.findings.horizon_months, given.findings.horizon_months) == (36, 12)
    assert turned.findings.best.sheet == given.findings.best.sheet == sheet
    assert turned.findings.ranked[0].best.id != given.findings.ranked[0].best.id
    for plan in (turned, given):
        verdicts = {one.best.id: one.verdict for one in plan.findings.options}
        assert {one.option: one.verdict for one in plan.package}.items() <= verdicts.items()
        assert {one.option for one in plan.prices} == {
            name for name, verdict in verdicts.items() if verdict in ("hold_in_reserve", "avoid")
        }


def test_progress_rises_to_the_end(playbook: Playbook, cases: dict[str, Case]) -> None:
    told: list[float] = []
    sheet, blocks = cases["Peru"].latest.sheet, list(draw_blocks(playbook, 32, 1))
    plan = solve(playbook, sheet, blocks, progress=lambda share, _what: told.append(share))
    assert told == sorted(told)
    told.clear()
    with_worth(playbook, sheet, plan, progress=lambda share, _what: told.append(share))
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] < 1


@pytest.mark.parametrize("steps", range(6))
def test_solving_can_be_stopped_at_every_step(playbook: Playbook, cases: dict[str, Case], steps: int) -> None:
    asked = iter([False] * steps)
    with pytest.raises(Cancelled):
        solve(
            playbook,
            cases["Peru"].latest.sheet,
            list(draw_blocks(playbook, 16, 1)),
            cancelled=lambda: next(asked, True),
        )


def test_measuring_the_worth_can_be_stopped(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    plan = solve(playbook, sheet, list(draw_blocks(playbook, 16, 1)))
    with pytest.raises(Cancelled):
        with_worth(playbook, sheet, plan, cancelled=lambda: True)


@pytest.mark.parametrize(
    "knobs",
    [
        Knobs(budget=0),
        Knobs(footprint=0),
        Knobs(horizon_months=0),
        Knobs(horizon_months=120, term_months=120),
        Knobs(term_months=0),
        Knobs(budget=1e9, footprint=1e9),
        Knobs(pinned=("erad_core", "extradition_mla")),
        Knobs(ruled_out=tuple(one.id for one in shipped_playbook().options)),
    ],
)
@pytest.mark.parametrize("scored", [True, False], ids=["scored", "nothing scored"])
def test_whatever_is_asked_there_is_an_answer(
    playbook: Playbook, cases: dict[str, Case], knobs: Knobs, scored: bool
) -> None:
    sheet = cases["Peru"].latest.sheet if scored else ScoreSheet()
    plan = quick(playbook, sheet, knobs, 32)
    assert set(knobs.pinned) <= set(plan.options)
    assert not set(knobs.ruled_out) & set(plan.options)
    assert plan.worth is not None
    assert plan.worth.term.foresight.mean >= plan.worth.term.rigid.mean - 1e-9
    if not scored:
        assert plan.switches == ()
        assert not {one.role for one in plan.package} & {"lead"}


def test_a_playbook_with_one_option_has_a_plan(playbook: Playbook, cases: dict[str, Case]) -> None:
    single = with_options(playbook, [playbook.option["alt_dev"]])
    plan = quick(single, cases["Peru"].latest.sheet)
    assert plan.options == ("alt_dev",)
    assert plan.substitutes[0].add == ()


@pytest.mark.parametrize(
    "knobs",
    [
        Knobs(pinned=("nothing_like_it",)),
        Knobs(budget=1, pinned=("alt_dev",)),
        Knobs(pinned=("erad_core", "conditionality")),  # no footprint is left for what removal in the core requires
    ],
)
def test_what_cannot_be_asked_is_a_sentence(playbook: Playbook, knobs: Knobs) -> None:
    with pytest.raises(AdvisorError):
        solve(playbook, ScoreSheet(), list(draw_blocks(playbook, 16, 1)), knobs)


@settings(max_examples=12)
@given(data=st.data())
def test_plans_of_random_playbooks_keep_to_every_limit(data: st.DataObject) -> None:
    small = data.draw(small_playbooks(shipped_playbook()))
    bests = [data.draw(st.integers(0, 10)) for _ in small.indicator_ids]
    sheet = ScoreSheet({name: Score(best, best, best) for name, best in zip(small.indicator_ids, bests, strict=True)})
    plan = quick(small, sheet, count=64)
    for package in (plan.options, *(one.package for one in plan.switches)):
        assert allowed(small, frozenset(package))
    for one in plan.substitutes:
        assert allowed(small, frozenset(plan.options) - {one.option} - set(one.drop) | set(one.add))
    assert plan.worth is not None
    assert plan.worth.term.added >= -2 * plan.worth.term.added_error - 1e-9
