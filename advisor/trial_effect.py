"""What a trial does to an assessment: before and after, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wording import STANCE_WORDS, VERDICT_WORDS, percent, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.findings import BestFindings, Findings, OptionAtBest, Verdict
    from advisor.playbook import StanceClass
    from advisor.trial import Trial

SMALL_POINTS, SMALL_SHARE = 0.005, 0.005
"""Standings and likelihoods that differ by less read the same."""
SWITCHED_OFF = "switched off"


@dataclass(frozen=True, slots=True)
class OptionEffect:
    """One option before and after; chances are None while the likelihoods are not computed."""

    before: OptionAtBest
    after: OptionAtBest
    verdicts: tuple[Verdict, Verdict]
    chances: tuple[float, float] | None
    off: bool

    @property
    def name(self) -> str:
        """Name of the option."""
        return self.before.name

    @property
    def turned(self) -> bool:
        """Whether the option is switched off, or its verdict or its place in the win-set differs."""
        return self.off or self.verdicts[0] != self.verdicts[1] or self.before.in_win_set != self.after.in_win_set

    @property
    def moved(self) -> float:
        """How far the standing moves."""
        return self.after.standing - self.before.standing

    @property
    def differs(self) -> bool:
        """Whether anything of it reads differently."""
        chances = self.chances
        drifted = chances is not None and abs(chances[1] - chances[0]) >= SMALL_SHARE
        valued = abs(self.after.us_value - self.before.us_value) >= SMALL_POINTS
        return self.turned or drifted or valued or abs(self.moved) >= SMALL_POINTS


@dataclass(frozen=True, slots=True)
class StanceSide:
    """The stance on one side of the comparison; chances and reversal are None while they are not computed."""

    index: float
    stance_class: StanceClass
    probabilities: Mapping[StanceClass, float] | None
    reversal: float | None


@dataclass(frozen=True, slots=True)
class TrialEffect:
    """Before and after; `options` are those of which anything differs, the turned ones first."""

    before: StanceSide
    after: StanceSide
    win_sets: tuple[int, int]
    counts: tuple[int, int]
    options: tuple[OptionEffect, ...]

    @property
    def turned(self) -> tuple[OptionEffect, ...]:
        """Options whose verdict or place in the win-set differs, those switched off left out."""
        return tuple(one for one in self.options if one.turned and not one.off)

    @property
    def complete(self) -> bool:
        """Whether the likelihoods are there."""
        return self.after.probabilities is not None


def effect(
    trial: Trial,
    before: BestFindings,
    after: BestFindings,
    likelihoods: tuple[Findings, Findings] | None = None,
) -> TrialEffect:
    """Compare what the playbook says with what it says under a trial; without likelihoods by best scores alone."""
    options = tuple(_options(trial, before, after, likelihoods))
    order = sorted(options, key=lambda one: (not one.off, not one.turned, -abs(one.moved), one.before.rank))
    kept = [one for one in options if not one.off]
    sides = likelihoods or (None, None)
    return TrialEffect(
        before=_side(before, sides[0]),
        after=_side(after, sides[1]),
        win_sets=(len(before.win_set), sum(one.after.in_win_set for one in kept)),
        counts=(len(options), len(kept)),
        options=tuple(one for one in order if one.differs),
    )


def effect_sentence(found: TrialEffect) -> str:
    """Say in a few sentences what the trial does."""
    return " ".join((_stance_words(found), _win_set_words(found), _verdict_words(found)))


def status_words(trial: Trial) -> str:
    """Say in the status line that a trial is on; empty where none is."""
    count = len(trial)
    if not count:
        return ""
    return f"Playbook trial on: {count} {'change' if count == 1 else 'changes'}, nothing saved"


def _side(best: BestFindings, findings: Findings | None) -> StanceSide:
    if findings is None:
        return StanceSide(best.stance.index, best.stance.stance_class, None, None)
    return StanceSide(best.stance.index, best.stance.stance_class, findings.probabilities, findings.reversal)


def _options(
    trial: Trial, before: BestFindings, after: BestFindings, likelihoods: tuple[Findings, Findings] | None
) -> list[OptionEffect]:
    found = []
    for place, (was, becomes) in enumerate(zip(before.options, after.options, strict=True)):
        verdicts: tuple[Verdict, Verdict] = was.verdict, becomes.verdict
        chances = None
        if likelihoods is not None:
            first, second = (one.options[place] for one in likelihoods)
            verdicts, chances = (first.verdict, second.verdict), (first.p_now, second.p_now)
        found.append(OptionEffect(was, becomes, verdicts, chances, trial.is_off("option", was.id)))
    return found


def _stance_words(found: TrialEffect) -> str:
    was, becomes = found.before, found.after
    index = f"index {signed(was.index)} → {signed(becomes.index)}"
    if was.stance_class != becomes.stance_class:
        words = f"By best scores the stance turns from {_lower(was)} to {_lower(becomes)}, {index}"
    elif abs(becomes.index - was.index) < SMALL_POINTS:
        return f"The stance stays {_lower(was)}, index {signed(was.index)}."
    else:
        words = f"The stance stays {_lower(was)}, {index}"
    if was.probabilities is None or becomes.probabilities is None:
        return f"{words}."
    stance = becomes.stance_class
    return f"{words}; {stance} {percent(was.probabilities[stance])} → {percent(becomes.probabilities[stance])}."


def _win_set_words(found: TrialEffect) -> str:
    (was, becomes), (all_of, left) = found.win_sets, found.counts
    if was == becomes and all_of == left:
        return f"The win-set stays at {was} of {all_of} options."
    return f"Win-set {was} of {all_of} → {becomes} of {left}."


def _verdict_words(found: TrialEffect) -> str:
    changed = [one for one in found.turned if one.verdicts[0] != one.verdicts[1]]
    if not changed:
        return "No verdict changes."
    first = changed[0]
    named = f"{first.name}, {VERDICT_WORDS[first.verdicts[0]]} → {VERDICT_WORDS[first.verdicts[1]]}"
    if len(changed) == 1:
        return f"One verdict changes: {named}."
    return f"{len(changed)} verdicts change, the first: {named}."


def _lower(side: StanceSide) -> str:
    return STANCE_WORDS[side.stance_class].lower()
