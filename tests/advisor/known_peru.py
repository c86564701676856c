"""All that is known of Peru in 2014 from few draws, with a plan that is made and not solved."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from advisor.answers import Known
from advisor.case import Note
from advisor.findings import Findings, assess
from advisor.knobs import Knobs
from advisor.package import LimitUse
from advisor.plan import Member, Plan
from advisor.prices import prices_outside
from advisor.strategy import Result
from advisor.switches import Change, Switch
from advisor.tipping import tipping_points
from advisor.triggers import Trigger
from advisor.uncertainty import draw_blocks
from advisor.worth import HorizonWorth, TermWorth, Worth
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import shipped_playbook

PLAYBOOK = shipped_playbook()
PERU = read_case(SHIPPED_CASES / "peru.toml", PLAYBOOK.indicator_ids)
UNREST = "su_level"
NOTE = Note(
    "Roads blocked in Ayacucho", "Andina", date="2014-04-02", reliability="B", credibility=2, indicators=(UNREST,)
)


@cache
def known() -> Known:
    """Return everything, plan and worth included."""
    assessment = PERU.latest
    blocks = list(draw_blocks(PLAYBOOK, 256, 1))
    findings = assess(PLAYBOOK, assessment.sheet, blocks)
    return Known(
        PLAYBOOK,
        replace(PERU, notes=(NOTE,)),
        assessment,
        findings.best,
        findings,
        tuple(tipping_points(PLAYBOOK, assessment.sheet)),
        prices_outside(PLAYBOOK, findings.best, blocks[0]),
        plan_on(findings),
    )


def barely_known() -> Known:
    """Return what best scores say, at once after an edit."""
    return replace(known(), findings=None, tipping=(), prices=None, plan=None)


def plan_on(findings: Findings) -> Plan:
    """Return a plan of two options with a switch."""
    members = tuple(
        Member(one.best.id, one.best.name, "lead", one.verdict, one.p_now, one.p_horizon, one.best.worth)
        for one in findings.ranked[:2]
    )
    switch = Switch(
        trigger=Trigger("de_access", "falls_to", 5, 7.0),
        package=("tech_coop",),
        drop=(Change("vetted_units", 0.37, 0.81),),
        add=(Change("tech_coop", 0.75, 0.75),),
        share=0.16,
        gain=0.08,
        standard_error=0.01,
    )
    return Plan(
        knobs=Knobs(),
        findings=findings,
        horizon_months=12.0,
        package=members,
        worth_of_package=9.5,
        limits=(LimitUse("budget", 70.0, 120.0, 4.86), LimitUse("footprint", 9.0, 22.0, 0.0)),
        switches=(switch,),
        searched=1200,
        considered=PLAYBOOK.option_ids,
        substitutes=(),
        watch_list=(),
        prices=(),
        draws=256,
        worth=_worth(),
    )


def _worth() -> Worth:
    made = Result(10.0, 0.3, 6.0, 0.5, 0.8, 0.02)
    return Worth(
        TermWorth(48.0, 9, ("tech_coop",), made, made, made, made, Result(12.5, 0.2, 8.0, 0.5, 1.0, 0.0), 1.25, 0.1),
        HorizonWorth(12.0, made, made),
    )
