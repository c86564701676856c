"""What is said of several analysts on one case: how far they agree, where they differ, and what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.agreement import CODERS_DIFFERENCE
from advisor.phrasing import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.agreement import Agreement
    from advisor.analysts import PackageOf
    from advisor.playbook import Playbook

_TENTATIVE, _RELIABLE = 0.667, 0.8
_MODERATE, _GOOD, _EXCELLENT = 0.5, 0.75, 0.9
_USUAL = 0.25
CAVEAT = (
    "The coefficients are over indicators, which differ among themselves: they say whether the analysts see the same "
    "picture of this country, not whether either of them is right."
)


def agreement_text(found: Agreement) -> tuple[str, ...]:
    """Say how far analysts agree, a sentence each: the difference in points first, then the coefficients."""
    return tuple(_sentences(found))


def packages_text(playbook: Playbook, packages: Sequence[PackageOf]) -> str:
    """Say whether the analysts' scores lead to the same package, and if not, in what the packages differ."""
    held = [set(one.options) for one in packages]
    common = set.intersection(*held)
    if all(one == common for one in held):
        return "The plan is the same: every analyst's scores lead to the same package."
    own = [
        f"{one.analyst} adds {listed([playbook.option[name].name for name in one.options if name not in common])}"
        for one in packages
        if set(one.options) - common
    ]
    options = "1 option is" if len(common) == 1 else f"{len(common)} options are"
    return f"The plan changes: {options} in every analyst's best package; {'; '.join(own)}."


def _sentences(found: Agreement) -> Iterator[str]:
    if found.difference is None:
        yield "No indicator is scored by more than one analyst: there is nothing to compare."
        return
    yield (
        f"Their best estimates differ by {found.difference:.2f} points (root mean square over the {found.shared} "
        f"indicators that several scored), {_beside(found.difference)} the {CODERS_DIFFERENCE:.2f} between the two "
        "analysts of the shipped episodes."
    )
    if found.alpha is not None:
        yield f"Krippendorff's alpha (interval) is {_number(found.alpha)}: {_alpha_words(found.alpha)}."
    if found.icc is not None:
        yield (
            f"The intraclass correlation ICC(2,1), absolute agreement of single analysts, is {_number(found.icc)}: "
            f"{_icc_words(found.icc)} (Koo and Li 2016), over the {found.complete} indicators that all scored."
        )
    if found.alpha is not None:
        yield CAVEAT


def _beside(points: float) -> str:
    if points > CODERS_DIFFERENCE + _USUAL:
        return "more than"
    return "less than" if points < CODERS_DIFFERENCE - _USUAL else "about"


def _alpha_words(alpha: float) -> str:
    if alpha >= _RELIABLE:
        return "at least 0.8, which Krippendorff asks for before relying on data"
    if alpha >= _TENTATIVE:
        return "between 0.667 and 0.8, enough for tentative conclusions only"
    return "below 0.667, too little to rely on the scores of either"


def _icc_words(icc: float) -> str:
    steps = ((_EXCELLENT, "excellent"), (_GOOD, "good"), (_MODERATE, "moderate"))
    return next((word for least, word in steps if icc >= least), "poor")


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
