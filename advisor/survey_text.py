"""A survey in words: how far the lean holds, who ranks first, what to firm up, and what would tip the stance.

Every sentence is true to the survey whatever it found.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from advisor.phrasing import capitalised, listed, uncapitalised
from advisor.robustness import by_expected_rank
from advisor.signposts import joint_text, nearest_text, signpost, turn_in_short
from advisor.wording import BAND_EDGES, likelihood, percent, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.findings import Findings
    from advisor.firming import Doubtful, Firming
    from advisor.playbook import Playbook
    from advisor.robustness import RankAcceptability
    from advisor.scores import Score, ScoreSheet
    from advisor.survey import Survey

TURNS_SHOWN = 3
_LIKELY, _VERY_LIKELY = BAND_EDGES[3:5]
_CONTENDS = 0.5
_SETTLES = 0.005
_MAINLY = 0.25
_OPTIONS_NAMED = 2
_RANKS_SPOKEN = 3


@dataclass(frozen=True, slots=True)
class FirmingRow:
    """An indicator worth firming up: `share` of all doubt about the verdicts would be settled, that of `options`."""

    indicator: str
    name: str
    score: Score | None
    share: float
    options: str


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A tipping point of the stance: what must happen, how far off that is, and what an observer would see."""

    indicator: str
    text: str
    aside: str
    seen: str


def headline(playbook: Playbook, survey: Survey) -> str:
    """Say in one sentence how far the lean holds, who ranks first and what to firm up."""
    if survey.findings.best.scored == 0:
        clauses = ["nothing is scored yet, so these futures say nothing about this government"]
    else:
        clauses = [_lean(survey.findings), *_first_rank(playbook, survey.ranks_now)]
    return f"{capitalised('; '.join((*clauses, _to_firm_up(playbook, survey))))}."


def futures_text(playbook: Playbook, survey: Survey) -> str:
    """Say from how many futures the numbers come."""
    counted = f"From {survey.draws:,} futures, the same ones after every edit"
    usual = playbook.uncertainty.draws
    return f"{counted}; the live result counts the first {usual:,}." if survey.draws > usual else f"{counted}."


def ranks_text(playbook: Playbook, ranks: Sequence[RankAcceptability]) -> str:
    """Say which options rank best on average."""
    best = by_expected_rank(ranks)[:_RANKS_SPOKEN]
    spoken = (
        f"{playbook.option[one.option].name}: expected rank {one.expected_rank:.1f}, first in {percent(one.shares[0])}"
        for one in best
    )
    return f"{'; '.join(spoken)} of futures."


def spread_text(survey: Survey) -> str:
    """Say where the stance index lies in eight futures of ten, and by best scores where there are any."""
    low, high = (signed(end, 1) for end in survey.findings.stance_range)
    best = survey.findings.best
    if not best.scored:
        return f"In eight futures of ten the index lies from {low} to {high}."
    return f"By best scores the index is {signed(best.stance.index, 1)}; in eight futures of ten, from {low} to {high}."


def chance_text(probability: float) -> str:
    """Say a likelihood in words and figures: "likely, 64 %"."""
    return f"{likelihood(probability)}, {percent(probability)}"


def doubt_text(playbook: Playbook, doubtful: Doubtful) -> str:
    """Say how much doubt there is about the verdicts, and what the shares of it mean."""
    if not doubtful.verdicts:
        return f"In none of {doubtful.draws:,} futures would the scores drawn give another verdict than the best ones."
    return (
        f"In the average of {doubtful.draws:,} futures {doubtful.verdicts:.1f} of {len(playbook.options)} verdicts "
        "would not be those by best scores. Shares say how much of this doubt would go if the true score were known."
    )


def firming_rows(playbook: Playbook, sheet: ScoreSheet, doubtful: Doubtful) -> tuple[FirmingRow, ...]:
    """Return the indicators that would settle anything worth showing, the most settling first."""
    return tuple(
        FirmingRow(
            indicator=one.indicator,
            name=playbook.indicator[one.indicator].name,
            score=sheet.get(one.indicator),
            share=one.settled / doubtful.verdicts,
            options=f"would settle {_options(playbook, one)}",
        )
        for one in doubtful.firmings
        if one.settled >= _SETTLES
    )


def nothing_to_firm_up_text(doubtful: Doubtful) -> str:
    """Say why there is nothing to firm up first."""
    if not doubtful.verdicts:
        return "No range is wide enough to put a verdict in doubt."
    return "No single judgment would settle a verdict: the doubt lies in several together."


def turn_rows(playbook: Playbook, survey: Survey) -> tuple[TurnRow, ...]:
    """Return the nearest tipping points of the stance."""
    return tuple(_turn_rows(playbook, survey))


def joint_lines(playbook: Playbook, survey: Survey) -> tuple[str, ...]:
    """Say how little must move together to change the stance, and where no indicator does so on its own."""
    alone = () if survey.turns else (f"{nearest_text(playbook, survey.findings.best.sheet, ())}.",)
    return (*alone, *(f"{joint_text(playbook, move)}." for move in survey.joint))


def _lean(findings: Findings) -> str:
    leaning, likeliest = findings.best.stance.stance_class, findings.likeliest
    chance = findings.probabilities[leaning]
    counted = f"{leaning} in {percent(chance)} of futures"
    if leaning != likeliest:
        other = f"{likeliest} in {percent(findings.probabilities[likeliest])} of futures"
        return f"the lean does not hold: {leaning} by best scores, but {other}"
    if chance < _LIKELY:
        second, share = max((pair for pair in findings.probabilities.items() if pair[0] != leaning), key=itemgetter(1))
        return f"the lean is open: {counted}, {second} in {percent(share)}"
    return f"the lean {'is firm' if chance >= _VERY_LIKELY else 'holds'}: {counted}"


def _first_rank(playbook: Playbook, ranks: Sequence[RankAcceptability]) -> Iterator[str]:
    if len(ranks) == 1:
        return
    by_share = sorted(ranks, key=lambda one: -one.shares[0])
    most = by_share[0].shares[0]
    contending = [one for one in by_share if one.shares[0] >= _CONTENDS * most]
    first, second = (uncapitalised(playbook.option[one.option].name) for one in by_share[:2])
    if most >= _LIKELY:
        yield f"{first} ranks first in {percent(most)}"
    elif len(contending) == 1:
        yield f"{first} ranks first most often, in {percent(most)}"
    elif len(contending) == 2:
        yield f"the first rank is open between {first} and {second}"
    else:
        yield f"the first rank is open among {len(contending)} options, {first} ahead with {percent(most)}"


def _to_firm_up(playbook: Playbook, survey: Survey) -> str:
    doubtful = survey.doubtful
    if not doubtful.verdicts:
        return "no range puts a verdict in doubt"
    first = doubtful.firmings[0]
    if first.settled < _SETTLES:
        return "no single judgment would settle a verdict"
    verb = "firm up" if survey.findings.best.sheet.get(first.indicator) else "score"
    return f"{verb} {playbook.indicator[first.indicator].name} first"


def _options(playbook: Playbook, firming: Firming) -> str:
    most = firming.options[0].share
    mainly = (one.option for one in firming.options if one.share >= _MAINLY * most)
    return listed([uncapitalised(playbook.option[name].name) for name in mainly], _OPTIONS_NAMED)


def _turn_rows(playbook: Playbook, survey: Survey) -> Iterator[TurnRow]:
    for point in survey.turns[:TURNS_SHOWN]:
        text, now, years = turn_in_short(playbook, point)
        yield TurnRow(point.indicator, text, f"{now}; {years}", signpost(playbook, point).in_short)
