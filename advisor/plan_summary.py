"""A plan in sentences for principals: what to commit to and what it costs, when to leave it, what reviewing it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import listed, uncapitalised
from advisor.plan_text import LIMIT_WORDS, amount, empty_package_text, reaching_text, switch_text
from advisor.wording import VERDICT_WORDS, percent

if TYPE_CHECKING:
    from advisor.plan import Member, Plan
    from advisor.playbook import Playbook
    from advisor.worth import Worth

_COMMITTED_SHOWN = 3
_SURE = 2.0


def commitment_text(plan: Plan) -> str:
    """Say in one sentence what to commit to now, and what that costs."""
    if not plan.package:
        return empty_package_text()
    names = [uncapitalised(member.name) for member in plan.package]
    how = "" if any(member.role == "lead" for member in plan.package) else ", with conditions,"
    return f"Commit now{how} to {listed(names, _COMMITTED_SHOWN)}, at {uncapitalised(money_text(plan))}."


def course_text(playbook: Playbook, plan: Plan) -> str:
    """Say in one sentence when to leave the package; empty where there is nothing to wait for."""
    if not plan.package or not plan.horizon_months:
        return ""
    if not plan.switches:
        review = f"{playbook.plan.review_months:g} months"
        return f"No single sign is worth a change in advance: keep to it until the review in {review}."
    first, *others = plan.switches
    when = f"{uncapitalised(playbook.indicator[first.trigger.indicator].name)} {reaching_text(first.trigger)}"
    more = f" ({len(others)} more below)" if others else ""
    return f"If {when}, {switch_text(playbook, first)}{more}."


def money_text(plan: Plan) -> str:
    """Say what the package costs beside the budget: "About $118m a year of a $120m budget"."""
    use = next(use for use in plan.limits if use.limit == "budget")
    return f"About ${amount(use.used)}m a year of a ${amount(use.allowed)}m budget"


def left_out_text(plan: Plan) -> str:
    """Say why options that are acceptable too are not in the package."""
    full = [uncapitalised(LIMIT_WORDS[use.limit][0]) for use in plan.limits if use.binds]
    return f"acceptable too, but beyond the plan's {listed(full)}" if full else "acceptable too, but not in the plan"


def member_text(member: Member) -> str:
    """Name an option of the package, with how to commit to it where that is not as a lead."""
    if member.verdict in ("hold_in_reserve", "avoid"):
        return f"{member.name} (although rated “{VERDICT_WORDS[member.verdict]}”)"
    match member.role:
        case "lead":
            return member.name
        case "offer_with_conditions":
            return f"{member.name} (with conditions)"
        case "sweetener":
            return f"{member.name} (as a sweetener)"


def signs_text(plan: Plan, shown: int) -> str:
    """Say what the signs on a Brief are: the switches, or else what would change what the package relies on."""
    if not plan.horizon_months:
        return "The plan looks at today alone, so there is nothing to wait for."
    if len(plan.switches) > shown:
        return f"{len(plan.switches) - shown} more on the sheet Plan."
    if plan.switches or not plan.package:
        return ""
    if not shown:
        return (
            "No single sign is worth a change in advance, and no scored pressure is close to a point that changes it."
        )
    return "No single sign is worth a change in advance. The nearest that would change what the plan relies on:"


def flexibility_text(playbook: Playbook, worth: Worth) -> str:
    """Say in one or two sentences what it is worth to review the plan."""
    term = worth.term
    rigid, flexible, best = term.rigid, term.flexible, term.foresight.mean
    if rigid.share is None or flexible.share is None:
        return "Within these limits there is nothing to gain, even with perfect foresight."
    what = f"{_share(rigid.share)} of what perfect foresight could"
    kept = f"Kept unchanged for {term.term_months:g} months, the plan yields {what}"
    review = f"every {playbook.plan.review_months:g} months"
    if term.added <= _SURE * term.added_error:
        return f"{kept}; reviewing it {review} adds nothing that stands out from chance."
    return (
        f"{kept}; reviewed and changed {review}, {_share(flexible.share)}. In the worst tenth of futures it yields "
        f"at most {_share(rigid.worst_tenth / best)} unchanged and {_share(flexible.worst_tenth / best)} reviewed."
    )


def _share(share: float) -> str:
    return percent(share).replace("-", "−")
