from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.explanation import Contribution
from advisor.findings import judge
from advisor.reasons import citations, reason
from advisor.waterfall import unfolded, waterfall
from data.case_files import read_case
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.findings import BestFindings, OptionAtBest
    from advisor.playbook import Playbook
    from advisor.reasons import Reason

PERU = Path(__file__).parents[2] / "data" / "cases" / "peru.toml"


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture(scope="module")
def peru(playbook: Playbook) -> BestFindings:
    return judge(playbook, read_case(PERU, playbook.indicator_ids).latest.sheet)


@pytest.fixture
def core(peru: BestFindings) -> OptionAtBest:
    return next(option for option in peru.options if option.id == "erad_core")


def reason_of(playbook: Playbook, best: BestFindings, option: OptionAtBest, bar_id: str) -> Reason:
    bars = waterfall(playbook, option)
    bar = next(bar for bar in unfolded(bars, ()) if bar.id == bar_id)
    return reason(playbook, best, option, bars, bar)


def test_a_rule_gives_degree_times_points_its_condition_its_rationale_and_its_sources(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    rule = playbook.rule["military_objection"]
    degree = next(fired.degree for fired in peru.rules if fired.id == rule.id)
    points = f"{rule.points_for(playbook.option[core.id]):g}".replace("-", "−")
    found = reason_of(playbook, peru, core, "rule:military_objection")
    assert found.arithmetic == f"degree {degree:.2f} × {points}; a veto from degree {rule.veto_at:.2f}"
    assert found.because.startswith("Because ")
    assert all(playbook.phrase(name) in found.because for name in ("ms_opposition", "ms_influence"))
    assert found.rationale == rule.rationale
    assert len(found.sources) == len(rule.source)


def test_degree_times_points_is_the_number_beside_the_bar(playbook: Playbook, peru: BestFindings) -> None:
    for option in peru.options:
        for bar in waterfall(playbook, option):
            if bar.kind == "rule":
                text = reason_of(playbook, peru, option, bar.id).arithmetic.partition(";")[0].removeprefix("degree ")
                degree, points = (float(part.replace("−", "-")) for part in text.split(" × "))
                assert degree * points == pytest.approx(bar.points, abs=0.005 * abs(points) + 1e-9)


def test_a_factor_gives_its_level_times_the_effect_on_the_option(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    found = reason_of(playbook, peru, core, "factor:electoral_base")
    effect = playbook.option["erad_core"].political["electoral_base"]
    assert found.arithmetic == f"{peru.factors['electoral_base']:.1f} of 10 × −{abs(effect.effect):g}"
    assert found.rationale == effect.reason


def test_the_cap_says_what_it_held_and_to_what(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    capped = replace(
        core,
        contributions=(
            Contribution("rule", "base_in_valley", "domestic", -5.5),
            Contribution("rule_cap", "rule_cap", "interaction", 1.5),
        ),
    )
    arithmetic = reason_of(playbook, peru, capped, "rule_cap:rule_cap").arithmetic
    assert arithmetic == "the rules add up to −5.50, held to −4.00"


def test_a_folded_row_lists_its_rules_with_their_points(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    small = replace(
        core,
        contributions=(
            Contribution("rule", "base_in_valley", "domestic", 0.1),
            Contribution("rule", "regional_debate", "domestic", -0.05),
        ),
    )
    found = reason_of(playbook, peru, small, "folded:domestic")
    assert found.arithmetic == "together +0.05"
    assert f"{playbook.rule['regional_debate'].label} −0.05" in found.rationale


def test_the_sum_row_says_what_the_bars_add_up_to(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    assert "outside the win-set" in reason_of(playbook, peru, core, "standing").rationale


def test_a_source_that_nobody_looked_up_says_so(playbook: Playbook) -> None:
    known = playbook.sources[0]
    doubted = replace(playbook, sources=(replace(known, id="a", verified=True), replace(known, id="b", verified=False)))
    assert citations(doubted, ("a", "b")) == (known.citation, f"{known.citation} (not verified)")


def test_the_sentence_of_a_reason_holds_all_its_parts(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    found = reason_of(playbook, peru, core, "rule:military_objection")
    parts = (found.title, found.arithmetic, found.because, found.rationale.rstrip("."), *found.sources)
    assert all(part.rstrip(".") in found.sentence for part in parts)
