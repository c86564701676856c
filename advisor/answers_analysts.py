"""Why several analysts differ as they do: each coefficient of agreement, each indicator, and what follows."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from advisor.agreement import CODERS_DIFFERENCE, disagreements, mean_squares, ratings
from advisor.agreement_text import CAVEAT, agreement_text, packages_text
from advisor.answers import Answer, Part, Subject
from advisor.merge_text import RULE_TEXT, disagreement_text, widest_text
from advisor.phrasing import listed
from advisor.scorecard import range_text
from advisor.wording import STANCE_WORDS, VERDICT_WORDS, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.analysts import Opinions, PackageOf
    from advisor.merge import Spread
    from advisor.playbook import Playbook

_NEITHER = "Too few indicators are scored by several analysts to say."
_TALK = "Let the analysts compare their evidence where they differ most, and score again or widen the ranges."
_ALPHA_SOURCE = "Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability"
_ICC_SOURCES = (
    "Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations: uses in assessing rater reliability, "
    "Psychological Bulletin 86",
    "McGraw, K. O. and Wong, S. P. (1996), Forming inferences about some intraclass correlation coefficients, "
    "Psychological Methods 1",
    "Koo, T. K. and Li, M. Y. (2016), A guideline of selecting and reporting intraclass correlation coefficients, "
    "Journal of Chiropractic Medicine 15",
)


def agreement_answer(playbook: Playbook, found: Opinions, which: str) -> Answer:
    """Return what a coefficient is made of: "difference", "alpha" or "icc"; without a name, all of them."""
    if which:
        return {"difference": _difference, "alpha": _alpha, "icc": _icc}[which](playbook, found)
    agreed = found.agreement
    numbers = (
        ("Difference of best estimates", agreed.difference, "points, root mean square", "difference"),
        ("Krippendorff's alpha", agreed.alpha, "interval", "alpha"),
        ("Intraclass correlation", agreed.icc, "ICC(2,1)", "icc"),
    )
    return Answer(
        title="How far they agree",
        value=f"{agreed.analysts} analysts",
        meaning=" ".join(agreement_text(agreed)),
        parts=tuple(
            Part(name, _number(value), note, Subject("agreement", kind))
            for name, value, note, kind in numbers
            if value is not None
        ),
        changes=(_TALK,),
    )


def spreads_answer(playbook: Playbook, found: Opinions) -> Answer:
    """Return the gap on every indicator, the widest first."""
    ordered = sorted(found.merged.spreads, key=lambda one: -one.gap)
    return Answer(
        title="What each gave",
        value=f"differ on {len(found.merged.widest)}",
        meaning=widest_text(playbook, found.merged),
        parts=tuple(
            Part(playbook.indicator[one.indicator].name, f"{one.gap:g}", _given(one), _spread(one)) for one in ordered
        ),
        changes=(_TALK,),
    )


def spread_answer(playbook: Playbook, found: Opinions, indicator: str) -> Answer:
    """Return what each analyst gave an indicator and why, and what the merged sheet would hold."""
    one = next(spread for spread in found.merged.spreads if spread.indicator == indicator)
    merged = found.merged.sheet.get(indicator)
    ids = dict(zip(found.merged.analysts, (each.id for each in found.assessments), strict=True))
    apart = " There is no value that lies within every range." if one.apart else ""
    return Answer(
        title=playbook.indicator[indicator].name,
        value=f"gap {one.gap:g}",
        meaning=f"{playbook.indicator[indicator].question} The gap is from the least to the greatest best "
        f"estimate.{apart}",
        parts=(
            *(
                Part(
                    who,
                    f"{score.best:g} ({range_text(score)})",
                    f"{score.confidence} confidence; {score.justification or 'no justification given'}",
                    Subject("score", indicator, ids[who]),
                )
                for who, score in one.opinions
            ),
            *(Part(who, "not scored", "", Subject("score", indicator, ids[who])) for who in one.silent),
            *(() if merged is None else (Part("Merged", f"{merged.best:g} ({range_text(merged)})", RULE_TEXT),)),
        ),
        changes=(_TALK,),
    )


def split_answer(playbook: Playbook, found: Opinions) -> Answer:
    """Return what each analyst's scores lead to, where it differs, and by how much."""
    split = found.disagreement
    headline, *_ = disagreement_text(playbook, split)
    ids = dict(zip(found.merged.analysts, (one.id for one in found.assessments), strict=True))
    return Answer(
        title="What the differences change",
        value=f"{len(split.verdicts)} of {len(playbook.options)} verdicts",
        meaning=f"{headline} Each analyst's best scores are taken alone.",
        parts=(
            *(
                Part(one.analyst, f"index {signed(one.index)}", STANCE_WORDS[one.stance_class], _stance(one.assessment))
                for one in found.positions
            ),
            *(
                Part(
                    playbook.option[one.option].name,
                    VERDICT_WORDS[kind],
                    who,
                    Subject("standing", one.option, ids[who]),
                )
                for one in split.verdicts
                for kind, names in one.by.items()
                for who in names
            ),
        ),
        changes=(_TALK,),
    )


def packages_answer(playbook: Playbook, found: Opinions, packages: Sequence[PackageOf]) -> Answer:
    """Return the best package by each analyst's scores."""
    if not packages:
        return Answer("Packages", "", "They are being worked out.")
    ids = dict(zip(found.merged.analysts, (one.id for one in found.assessments), strict=True))
    held = set.intersection(*(set(one.options) for one in packages))
    return Answer(
        title="Packages",
        value=f"{len(held)} {'option' if len(held) == 1 else 'options'} in every one",
        meaning=f"{packages_text(playbook, packages)} All are worked out on the same futures, under the knobs of the "
        "country.",
        parts=tuple(
            Part(
                playbook.option[name].name,
                "",
                f"{one.analyst}: {'in every package' if name in held else 'in this package and not in every one'}",
                Subject("standing", name, ids[one.analyst]),
            )
            for one in packages
            for name in one.options
        ),
        changes=(_TALK,),
    )


def _difference(playbook: Playbook, found: Opinions) -> Answer:
    value = found.agreement.difference
    return Answer(
        title="Difference of best estimates",
        value="" if value is None else f"{value:.2f} points",
        meaning=(
            "The root of the mean squared difference over all pairs of analysts and the indicators that both scored. "
            f"Between the two analysts of the shipped episodes it is {CODERS_DIFFERENCE:.2f}. The squares:"
            if value is not None
            else _NEITHER
        ),
        parts=tuple(_squares(playbook, found)),
        changes=(_TALK,),
    )


def _alpha(playbook: Playbook, found: Opinions) -> Answer:
    made = disagreements(ratings(playbook, found.sheets))
    if made is None or found.agreement.alpha is None:
        return Answer("Krippendorff's alpha", "", _NEITHER)
    return Answer(
        title="Krippendorff's alpha",
        value=_number(found.agreement.alpha),
        meaning=(
            "One less the squared difference within indicators over the one that chance would give, had the same "
            f"scores been dealt out at random: 1 is agreement, 0 chance. {CAVEAT}"
        ),
        parts=(
            Part("Within indicators", f"{made[0]:.2f}", "mean squared difference"),
            Part("By chance", f"{made[1]:.2f}", "mean squared difference over all scores"),
            *_squares(playbook, found),
        ),
        changes=(_TALK,),
        sources=(_ALPHA_SOURCE,),
    )


def _icc(playbook: Playbook, found: Opinions) -> Answer:
    made = mean_squares(ratings(playbook, found.sheets))
    if made is None or found.agreement.icc is None:
        return Answer("Intraclass correlation", "", _NEITHER)
    return Answer(
        title="Intraclass correlation ICC(2,1)",
        value=_number(found.agreement.icc),
        meaning=(
            "The share of the variance of single scores that lies between indicators, and not between analysts or in "
            f"chance, over the {found.agreement.complete} indicators that all scored. {CAVEAT}"
        ),
        parts=(
            Part("Between indicators", f"{made.units:.2f}", "mean square"),
            Part("Between analysts", f"{made.analysts:.2f}", "mean square: one scores higher than another throughout"),
            Part("Left over", f"{made.residual:.2f}", "mean square"),
            *_squares(playbook, found),
        ),
        changes=(_TALK,),
        sources=_ICC_SOURCES,
    )


def _squares(playbook: Playbook, found: Opinions) -> Iterator[Part]:
    """Yield the squared differences by indicator, the greatest first."""
    rows = []
    for one in found.merged.spreads:
        pairs = list(combinations([score.best for _, score in one.opinions], 2))
        if pairs:
            rows.append((sum((a - b) ** 2 for a, b in pairs), one))
    for squared, one in sorted(rows, key=lambda row: -row[0]):
        yield Part(playbook.indicator[one.indicator].name, f"{squared:g}", _given(one), _spread(one))


def _given(one: Spread) -> str:
    return listed([f"{who} {score.best:g}" for who, score in one.opinions], len(one.opinions))


def _spread(one: Spread) -> Subject:
    return Subject("spread", one.indicator)


def _stance(assessment: str) -> Subject:
    return Subject("stance", of=assessment)


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
