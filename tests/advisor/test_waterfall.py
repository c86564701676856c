from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.explanation import Contribution
from advisor.findings import judge
from advisor.waterfall import FOLD_BELOW, Bar, all_folds, decisive, in_words, table, unfolded, waterfall
from data.case_files import read_case
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.findings import BestFindings, OptionAtBest
    from advisor.playbook import ContributionSide, Playbook

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


def rule(name: str, points: float, side: ContributionSide = "domestic") -> Contribution:
    return Contribution("rule", name, side, points)


def with_contributions(option: OptionAtBest, *contributions: Contribution) -> OptionAtBest:
    return replace(option, contributions=contributions, standing=sum(one.points for one in contributions))


def labels(bars: tuple[Bar, ...]) -> list[str]:
    return [bar.id for bar in bars]


def test_the_bars_of_every_option_add_up_to_its_standing_end_to_end(playbook: Playbook, peru: BestFindings) -> None:
    for option in peru.options:
        *steps, total = waterfall(playbook, option)
        assert steps[0].start == 0
        assert all(left.end == right.start for left, right in pairwise(steps))
        assert steps[-1].end == pytest.approx(option.standing, abs=1e-12)
        assert (total.start, total.end, total.points) == (0, option.standing, option.standing)


def test_no_contribution_is_lost_between_the_option_and_its_bars(playbook: Playbook, peru: BestFindings) -> None:
    for option in peru.options:
        shown = unfolded(bars := waterfall(playbook, option), all_folds(bars))
        kept = [bar.contribution for bar in shown if bar.contribution]
        assert sorted(kept, key=repr) == sorted(option.contributions, key=repr)


def test_bars_read_from_home_to_abroad_then_both_then_what_is_constant(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    order = [
        ("factor", "domestic"),
        ("rule", "domestic"),
        ("factor", "external"),
        ("rule", "external"),
        ("rule", "interaction"),
        ("rule_cap", "interaction"),
        ("cost_of_agreeing", "domestic"),
        ("sum", "domestic"),
    ]
    seen = [order.index((bar.kind, bar.side)) for bar in waterfall(playbook, core) if bar.kind != "folded"]
    assert seen == sorted(seen)
    assert set(seen) == set(range(len(order)))


def test_rules_are_indented_below_their_factors(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    bars = waterfall(playbook, core)
    assert {bar.indent for bar in bars if bar.kind == "rule"} == {1}
    assert {bar.indent for bar in bars if bar.kind in ("factor", "sum", "rule_cap")} == {0}


def test_within_a_side_the_weightier_rule_comes_first(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    option = with_contributions(core, rule("base_in_valley", 0.5), rule("regional_debate", -0.9))
    assert labels(waterfall(playbook, option))[:2] == ["rule:regional_debate", "rule:base_in_valley"]


def test_a_veto_that_takes_the_option_out_comes_before_weightier_rules(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    option = with_contributions(core, rule("base_in_valley", -3.0), rule("military_objection", -0.1))
    first = waterfall(playbook, option)[0]
    assert (first.id, first.vetoes) == ("rule:military_objection", True)


def test_a_veto_rule_below_its_threshold_is_no_veto(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    faint = replace(core, vetoes=())
    assert any(bar.vetoes for bar in waterfall(playbook, core))
    assert not any(bar.vetoes for bar in waterfall(playbook, faint))


def test_small_rules_fold_into_one_row_that_is_exactly_their_sum(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    option = with_contributions(
        core, rule("base_in_valley", 0.5), rule("regional_debate", 0.1), rule("foreign_patron", -0.13)
    )
    kept, folded, total = waterfall(playbook, option)
    assert (kept.id, folded.label) == ("rule:base_in_valley", "Two smaller domestic rules")
    assert folded.points == 0.1 - 0.13
    assert folded.start == 0.5
    assert folded.end == pytest.approx(total.end, abs=1e-15)
    assert labels(folded.members) == ["rule:foreign_patron", "rule:regional_debate"]


@pytest.mark.parametrize(
    ("points", "folds"),
    [((0.1, -0.14), True), ((0.1,), False), ((FOLD_BELOW, 0.1), False), ((-0.149, 0.149, 0.001), True)],
)
def test_two_or_more_rules_below_the_threshold_fold_and_one_alone_does_not(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest, points: tuple[float, ...], folds: bool
) -> None:
    option = with_contributions(core, *(rule("base_in_valley", value) for value in points))
    assert bool(all_folds(waterfall(playbook, option))) is folds


def test_a_small_veto_rule_never_folds(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    option = with_contributions(
        core, rule("pledge_plus_base", -0.01), rule("base_in_valley", 0.1), rule("regional_debate", 0.1)
    )
    assert "rule:pledge_plus_base" in labels(waterfall(playbook, option))


def test_small_rules_of_different_sides_fold_apart(playbook: Playbook, peru: BestFindings, core: OptionAtBest) -> None:
    sides: tuple[ContributionSide, ...] = ("domestic", "external", "interaction")
    pairs = [rule(name, 0.1, side) for side in sides for name in ("base_in_valley", "regional_debate")]
    assert [bar.label for bar in waterfall(playbook, with_contributions(core, *pairs))[:-1]] == [
        "Two smaller domestic rules",
        "Two smaller external rules",
        "Two smaller rules of both sides",
    ]


def test_a_fold_counts_in_words_up_to_twelve_and_in_figures_beyond(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    def fold(count: int) -> str:
        option = with_contributions(core, *(rule("base_in_valley", 0.01) for _ in range(count)))
        return waterfall(playbook, option)[0].label

    assert (fold(7), fold(12), fold(13)) == (
        "Seven smaller domestic rules",
        "Twelve smaller domestic rules",
        "13 smaller domestic rules",
    )


def test_an_opened_fold_is_followed_by_its_members_and_the_others_stay(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    option = with_contributions(core, rule("base_in_valley", 0.1), rule("regional_debate", 0.05))
    bars = waterfall(playbook, option)
    assert unfolded(bars, ()) == bars
    assert labels(unfolded(bars, {"folded:domestic"})) == [
        "folded:domestic",
        "rule:base_in_valley",
        "rule:regional_debate",
        "standing",
    ]


def test_the_decisive_bar_is_the_veto_else_the_weightiest_that_pushes_the_options_way(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    assert decisive(waterfall(playbook, core)).vetoes
    accepted = with_contributions(core, rule("base_in_valley", 2.0), rule("regional_debate", -1.0))
    refused = with_contributions(core, rule("base_in_valley", 1.0), rule("regional_debate", -2.0))
    assert decisive(waterfall(playbook, accepted)).id == "rule:base_in_valley"
    assert decisive(waterfall(playbook, refused)).id == "rule:regional_debate"


def test_the_sentence_names_sides_standing_place_and_veto(
    playbook: Playbook, peru: BestFindings, core: OptionAtBest
) -> None:
    text = in_words(
        replace(core, domestic=-8.5, external=2.5, interaction=0.0, standing=-6.0), waterfall(playbook, core)
    )
    assert text.startswith(
        f"{core.name}: domestic −8.50, external +2.50, both 0.00; together a standing of −6.00, outside"
    )
    assert f"vetoed by “{playbook.rule['military_objection'].label}”" in text


def test_the_table_opens_every_fold_and_its_points_add_up_to_the_last_row(
    playbook: Playbook, peru: BestFindings
) -> None:
    for option in peru.options:
        header, *rows, total = table(waterfall(playbook, option))
        assert header[:3] == ("Contribution", "Side", "Points")
        assert len(rows) == len(option.contributions)
        assert sum(float(row[2]) for row in rows) == pytest.approx(option.standing, abs=1e-12)
        assert total[2] == option.standing


def test_between_two_levels_the_decisive_bar_is_the_weightiest_that_pushes_from_one_to_the_other() -> None:
    fallen = (
        Bar("before", "Before", "level", "domestic", 3.0, 3.0, 3.0),
        Bar("a", "Military", "factor", "domestic", -2.0, 3.0, 1.0),
        Bar("b", "Shared threat", "factor", "external", 0.5, 1.0, 1.5),
        Bar("after", "After", "level", "domestic", 1.5, 1.5, 1.5),
    )
    assert decisive(fallen).id == "a"
    risen = (fallen[0], replace(fallen[2], points=2.5), replace(fallen[3], points=5.5))
    assert decisive(risen).id == "b"


def test_a_level_belongs_to_no_side() -> None:
    level = Bar("before", "31 Dec 2011", "level", "domestic", 3.0, 3.0, 3.0)
    assert table([level])[1] == ("31 Dec 2011", "", 3.0, 3.0, "")
