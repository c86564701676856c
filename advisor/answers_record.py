"""Why the track record is what it is: each measure by the episodes behind it, each episode by what adds up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import EPISODE_MARK, RULE_MARK, Answer, Part, Subject
from advisor.answers_measures import measure_answer, squared_distance
from advisor.findings import judge
from advisor.hindcast import model_for
from advisor.hindcast_text import BRIER_NOTE, acts_sentence, band_words, headline, reliability_sentence
from advisor.phrasing import day_text
from advisor.playbook import STANCE_CLASSES
from advisor.wording import STANCE_WORDS, contribution_label, percent, plain, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.case import Assessment, Case
    from advisor.findings import BestFindings
    from advisor.hindcast import EpisodePrediction, Hindcast, JudgedAct, ReliabilityBand
    from advisor.playbook import Playbook
    from advisor.stance_fit import StanceModel

MORE_EPISODES = "More past episodes, scored by somebody who does not know how they ended; then the fit is made anew."


def record_answer(found: Hindcast, both: str) -> Answer:
    """Return what a measure of the record is made of: "way/measure"; without a name, the record as a whole."""
    if both:
        way, _, measure = both.partition(RULE_MARK)
        return measure_answer(found, way, measure, (MORE_EPISODES,))
    return Answer(
        title=f"Track record of {len(found.episodes)} episodes",
        value=f"{found.record.class_hits} right",
        meaning=f"{headline(found)} {BRIER_NOTE}",
        parts=(
            Part("Brier score", f"{found.record.brier:.2f}", "", Subject("record", f"ours{RULE_MARK}brier")),
            Part("Class right", str(found.record.class_hits), "", Subject("record", f"ours{RULE_MARK}hits")),
            *(
                Part(one.country, "right" if one.outcome == one.stance_class else "missed", one.id, _episode(one.id))
                for one in found.episodes
            ),
        ),
        changes=(MORE_EPISODES,),
    )


def caveat_answer(found: Hindcast) -> Answer:
    """Return which episodes were scored without knowing how they ended."""
    past = {one.id: one for one in episodes_of(found)}
    blind = [one for one in found.episodes if past[one.id].coded_blind]
    return Answer(
        title="Scored without knowing",
        value=f"{found.coded_blind} of {len(found.episodes)}",
        meaning=found.caveat,
        parts=tuple(Part(one.country, day_text(past[one.id].as_of), one.id, _episode(one.id)) for one in blind),
        changes=(MORE_EPISODES,),
    )


def band_answer(found: Hindcast, place: str) -> Answer:
    """Return the probabilities stated within a band, and which of them came true; without a place, all bands."""
    if not place:
        return Answer(
            title="What was stated, and what came true",
            value=f"{sum(band.stated for band in found.reliability)} statements",
            meaning=f"A statement is the probability of one class in one episode. {reliability_sentence(found)}",
            parts=tuple(
                Part(band_words(band), percent(band.happened), _band_note(band), Subject("band", str(number)))
                for number, band in enumerate(found.reliability)
            ),
            changes=(MORE_EPISODES,),
        )
    band = found.reliability[int(place)]
    error = (band.mean * (1 - band.mean) / band.stated) ** 0.5
    return Answer(
        title=f"Stated as {band_words(band)}",
        value=f"{percent(band.happened)} came true",
        meaning=(
            f"{_band_note(band).capitalize()}. If probabilities like these are right, the share that comes true lies "
            f"within {percent(2 * error)} of their mean about nineteen times in twenty."
        ),
        parts=tuple(_statements(found, band)),
        changes=(MORE_EPISODES,),
    )


def acts_answer(playbook: Playbook, found: Hindcast) -> Answer:
    """Return the likelihood of every offer that is known to have been accepted or refused, the worst first."""
    ordered = sorted(found.acts, key=lambda one: -abs(one.p_now - one.accepted))
    return Answer(
        title="Offers known to have been accepted or refused",
        value="" if found.known_acts is None else f"Brier score {found.known_acts.brier:.2f}",
        meaning=acts_sentence(found) or "No likelihoods were computed for them.",
        parts=tuple(
            Part(
                playbook.option[one.option].name,
                percent(one.p_now),
                f"{one.episode}: {_judged(one)}",
                Subject("standing", one.option, f"{EPISODE_MARK}{one.episode}"),
            )
            for one in ordered
        ),
        changes=(MORE_EPISODES,),
    )


def episode_answer(playbook: Playbook, found: Hindcast, name: str) -> Answer:
    """Return what adds up to the index of an episode, by the model that has not seen its country."""
    said = next(one for one in found.episodes if one.id == name)
    past = next(one for one in episodes_of(found) if one.id == name)
    model, left_out = model_for(playbook, past)
    best, of = judge(playbook, past.sheet), f"{EPISODE_MARK}{name}"
    fitted = f"a fit without {said.country}" if left_out else "the playbook's model"
    happened = past.outcome.justification if past.outcome else ""
    return Answer(
        title=f"{said.country}, {day_text(past.as_of)}",
        value=f"index {signed(said.index)}: {STANCE_WORDS[said.stance_class].lower()}",
        meaning=(
            f"Predicted by {fitted}: up to {signed(model.cut_divergent)} divergent, above {signed(model.cut_aligned)} "
            f"aligned, with an error of {plain(round(model.sigma, 2))} points. What happened: "
            f"{STANCE_WORDS[said.outcome].lower()}. {happened}"
        ).rstrip(),
        parts=(
            *_added(playbook, best, model, said),
            *(Part(f"Stated: {STANCE_WORDS[kind]}", percent(share)) for kind, share in said.probabilities.items()),
            Part(
                "Adds to the Brier score",
                f"{squared_distance(said):.2f}",
                f"which is the mean over {len(found.episodes)}",
            ),
            Part(
                "By the playbook itself",
                f"index {signed(best.stance.index)}",
                "fitted on all",
                Subject("stance", of=of),
            ),
        ),
        changes=(_to_be_another(said, model),),
        sources=tuple(filter(None, (past.outcome.source if past.outcome else "",))),
    )


def episodes_of(found: Hindcast) -> tuple[Assessment, ...]:
    """Return the assessments that were predicted, in the order of the episodes."""
    held = {one.id: one for case in found.cases for one in case.assessments}
    return tuple(held[one.id] for one in found.episodes)


def case_of(found: Hindcast, episode: str) -> Case | None:
    """Return the case that an episode belongs to."""
    return next((case for case in found.cases if any(one.id == episode for one in case.assessments)), None)


def _judged(one: JudgedAct) -> str:
    word = "accepted" if one.accepted else "refused"
    return f"{word}; squared distance {(one.p_now - one.accepted) ** 2:.2f}"


def _statements(found: Hindcast, band: ReliabilityBand) -> Iterator[Part]:
    for one in found.episodes:
        for kind, share in one.probabilities.items():
            if band.low <= share < band.high or share == band.high == 1.0:
                came = "came true" if kind == one.outcome else "did not come true"
                yield Part(
                    f"{one.country}: {STANCE_WORDS[kind]}", percent(share), f"{one.id}, {came}", _episode(one.id)
                )


def _band_note(band: ReliabilityBand) -> str:
    return f"{band.stated} stated, {percent(band.mean)} on average"


def _added(playbook: Playbook, best: BestFindings, model: StanceModel, said: EpisodePrediction) -> Iterator[Part]:
    of = f"{EPISODE_MARK}{said.id}"
    for name, weight in sorted(model.weights.items(), key=lambda pair: -abs(pair[1] * best.factors[pair[0]])):
        value = best.factors[name]
        note = f"{value:.1f} of 10 × {signed(weight, 3)}"
        yield Part(playbook.factor[name].name, signed(weight * value), note, Subject("factor", name, of))
    for one in best.stance.contributions:
        if one.kind == "rule":
            rule = playbook.stance_rule[one.id]
            asked = Subject("stance_rule", one.id, of)
            yield Part(contribution_label(playbook, one), signed(one.points), rule.rationale, asked)


def _to_be_another(said: EpisodePrediction, model: StanceModel) -> str:
    cuts = {"divergent": model.cut_divergent, "aligned": model.cut_aligned}
    nearest = min(cuts.values(), key=lambda cut: abs(cut - said.index))
    other = STANCE_CLASSES.index("contested") if said.stance_class != "contested" else -1
    word = STANCE_WORDS[STANCE_CLASSES[other]] if other >= 0 else ""
    if not word:
        word = STANCE_WORDS["divergent" if nearest == model.cut_divergent else "aligned"]
    return f"An index {abs(nearest - said.index):.2f} points {'higher' if nearest > said.index else 'lower'}: {word}."


def _episode(name: str) -> Subject:
    return Subject("episode", name)
