from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge
from advisor.levers import Move, Price
from advisor.option_sheet import Line, described_sections, judged_sections
from advisor.tipping import TippingPoint
from advisor.wording import is_offered_as_sweetener
from data.case_files import read_case
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.findings import OptionAtBest
    from advisor.option_sheet import Section
    from advisor.playbook import Playbook

PERU = Path(__file__).parents[2] / "data" / "cases" / "peru.toml"


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture(scope="module")
def core(playbook: Playbook) -> OptionAtBest:
    best = judge(playbook, read_case(PERU, playbook.indicator_ids).latest.sheet)
    return next(option for option in best.options if option.id == "erad_core")


def lines(sections: Iterable[Section], title: str) -> tuple[Line, ...]:
    return next((section.lines for section in sections if section.title == title), ())


def test_conditions_are_the_advice_of_the_rules_that_fire(playbook: Playbook, core: OptionAtBest) -> None:
    option = replace(core, advice=("Cut elsewhere.", "Pay on milestones."))
    shown = lines(judged_sections(playbook, option, None), "Conditions to attach")
    assert [line.text for line in shown] == ["Cut elsewhere.", "Pay on milestones."]


def test_an_option_without_advice_or_price_has_no_empty_section(playbook: Playbook, core: OptionAtBest) -> None:
    titles = [section.title for section in judged_sections(playbook, replace(core, advice=()), None)]
    assert titles == ["Prerequisites"]


def test_no_price_says_why(playbook: Playbook, core: OptionAtBest) -> None:
    price = Price("erad_core", none_because="gap 2.9, everything we have 2.6")
    assert lines(judged_sections(playbook, core, price), "Price") == (
        Line("No price buys it: gap 2.9, everything we have 2.6."),
    )


def test_a_price_lists_moves_linked_options_and_what_they_buy(playbook: Playbook, core: OptionAtBest) -> None:
    lever = playbook.levers[0].indicator
    price = Price("erad_core", (Move(lever, 6.5, 8.0, 9.0),), ("alt_dev", "interdiction"), 0.58)
    names = f"{playbook.option['alt_dev'].name} and {playbook.option['interdiction'].name}"
    assert lines(judged_sections(playbook, core, price), "Price") == (
        Line(f"{playbook.indicator[lever].name} 6.5 → 8.0", "cost 9"),
        Line(f"Linked with {names}"),
        Line("Acceptance then: likely, 58 %", "in all 9"),
    )


def test_the_description_gives_the_facts_an_analyst_asks_for(playbook: Playbook) -> None:
    option = playbook.option["erad_core"]
    sections = described_sections(playbook, option)
    assert lines(sections, "What it is")[0].text == option.summary
    assert all(agency in lines(sections, "What it is")[2].text for agency in option.lead_agencies)
    assert lines(sections, "Precedent")[0] == Line(option.precedent.text, str(option.precedent.year))
    assert [line.aside for line in lines(sections, "Evidence and cost")] == [
        option.evidence,
        f"{option.cost_usd_m[0]:g}–{option.cost_usd_m[1]:g}, {option.cost_band}",
        f"{option.lead_time_months:g} months",
        f"{option.visibility:g} of 10",
        f"{option.coerciveness:g} of 10",
        f"{option.reversibility:g} of 10",
    ]


def test_partners_and_rivals_are_named_and_not_given_as_ids(playbook: Playbook) -> None:
    sections = described_sections(playbook, playbook.option["erad_core"])
    assert Line(playbook.option["alt_dev"].name) in lines(sections, "Goes together with")
    assert Line(playbook.option["pause_metrics"].name) in lines(sections, "Excludes")


def test_precedent_and_option_cite_their_sources_below(playbook: Playbook) -> None:
    option = playbook.option["erad_core"]
    sections = described_sections(playbook, option)
    cited = [line for line in lines(sections, "Precedent") if line.minor]
    assert len(cited) == len(option.precedent.sources)
    assert playbook.source[option.precedent.sources[0]].citation in cited[0].text
    assert len(lines(sections, "Sources")) == len(option.sources)


def test_only_an_option_that_is_offered_counts_as_a_sweetener(core: OptionAtBest) -> None:
    slight = replace(core, sweetener=True)
    assert is_offered_as_sweetener(slight, "offer_with_conditions")
    assert not is_offered_as_sweetener(slight, "avoid")
    assert not is_offered_as_sweetener(replace(core, sweetener=False), "offer_with_conditions")


def test_the_nearest_tipping_points_of_the_option_are_told_and_no_others(
    playbook: Playbook, core: OptionAtBest
) -> None:
    def point(subject: str, value: float, distance: float) -> TippingPoint:
        return TippingPoint(subject, "de_access", "rises_to", 6.5, value, "avoid", "hold_in_reserve", distance)

    points = [point("erad_core", 9.0, 1.3), point("alt_dev", 7.0, 0.3), point("erad_core", 8.0, 0.8)]
    assert lines(judged_sections(playbook, core, None, points), "The verdict changes if") == (
        Line("Trust and access rises above 8: Hold in reserve", "now 6.5"),
        Line("about 0.8 typical years of change", minor=True),
        Line("Trust and access rises above 9: Hold in reserve", "now 6.5"),
        Line("about 1.3 typical years of change", minor=True),
    )
