"""`assess CASE`: stance, verdicts and reasons of one assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.findings import VERDICTS, assess
from advisor.reliability import assessed_reliability
from advisor.reliability_text import reliability_sentence
from advisor.signposts import nearest_text
from advisor.tipping import STANCE, tipping_points
from advisor.uncertainty import draw_blocks
from advisor.wording import (
    STANCE_GLYPHS,
    chances,
    judged,
    option_advice,
    option_reason,
    percent,
    signed,
    stance_sentence,
    verdict_text,
)
from commands.contract import assess_json, print_json
from commands.selection import select

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from advisor.findings import Findings, Verdict
    from commands.selection import Selection

_NAME_WIDTH = 46


def run(arguments: argparse.Namespace) -> None:
    """Print the findings of the assessment that the arguments name."""
    selection = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    findings = findings_of(selection)
    if arguments.json:
        print_json(assess_json(selection, findings))
    else:
        print("\n".join(lines(selection, findings)))


def findings_of(selection: Selection) -> Findings:
    """Return the findings of a selected assessment, from the playbook's draws."""
    playbook = selection.playbook
    draws = list(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
    return assess(playbook, selection.assessment.sheet, draws)


def lines(selection: Selection, findings: Findings) -> Iterator[str]:
    """Yield the findings as lines of text."""
    best = findings.best
    yield f"{selection.case.name}, as of {selection.assessment.as_of.isoformat()} ({selection.assessment.id})"
    if selection.assessment.issue:
        yield selection.assessment.issue
    yield ""
    yield f"{STANCE_GLYPHS[best.stance.stance_class]} {stance_sentence(findings)}"
    yield f"  Index {signed(best.stance.index)}. {chances(findings.probabilities)}"
    reversal = judged(findings.reversal, f"the stance is another in {findings.horizon_months:g} months")
    yield f"  {reversal} ({percent(findings.reversal)})."
    yield f"  {best.scored} of {best.indicators} indicators scored. Confidence is {best.confidence}."
    reliability = assessed_reliability(selection.playbook, selection.case, selection.assessment)
    if reliability is not None:
        yield f"  {reliability_sentence(reliability, best.confidence)}"
    factors = [f"{selection.playbook.factor[name].name} {value:.1f}" for name, value in best.factors.items()]
    yield "  " + ", ".join(factors)
    sheet = selection.assessment.sheet
    yield f"  {nearest_text(selection.playbook, sheet, tipping_points(selection.playbook, sheet, [STANCE]))}."
    for verdict in VERDICTS:
        yield from _group(selection, findings, verdict)
    yield ""
    yield f"Win-set: {len(best.win_set)} of {len(best.options)} options. Playbook: {_playbook(selection)}."


def _group(selection: Selection, findings: Findings, verdict: Verdict) -> Iterator[str]:
    options = findings.with_verdict(verdict)
    if not options:
        return
    yield ""
    yield f"{verdict_text(verdict)} ({len(options)})"
    for option in options:
        chance = f"{percent(option.p_now):>5} now {percent(option.p_horizon):>5} later"
        standing = f"standing {signed(option.best.standing, 1):>5}  value {option.best.us_value:.1f}"
        yield f"  {option.best.rank:>2}. {option.best.name:<{_NAME_WIDTH}} {chance}  {standing}"
        yield f"      {option_reason(selection.playbook, option.best)}"
        for advice in option_advice(selection.playbook, option):
            yield f"      - {advice}"


def _playbook(selection: Selection) -> str:
    identity = selection.playbook.identity
    return f"{identity.name} {identity.version} ({identity.sha256[:12]})"
