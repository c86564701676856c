"""How agreement is told: points before coefficients, with what they are measured by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.agreement import Agreement
from advisor.agreement_text import CAVEAT, agreement_text, packages_text
from advisor.analysts import PackageOf

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def told(difference: float | None, alpha: float | None = None, icc: float | None = None) -> tuple[str, ...]:
    return agreement_text(Agreement(2, 20, 18, difference, alpha, icc))


def test_the_difference_in_points_is_set_beside_that_of_the_shipped_analysts() -> None:
    assert told(1.2) == (
        "Their best estimates differ by 1.20 points (root mean square over the 20 indicators that several scored), "
        "more than the 0.85 between the two analysts of the shipped episodes.",
    )
    assert ", about the 0.85" in told(0.9)[0]
    assert ", less than the 0.85" in told(0.3)[0]


def test_coefficients_come_with_their_measure_and_what_they_do_not_say() -> None:
    sentences = told(1.2, 0.75, 0.76)
    assert sentences[1] == (
        "Krippendorff's alpha (interval) is 0.75: between 0.667 and 0.8, enough for tentative conclusions only."
    )
    assert "is 0.76: good (Koo and Li 2016), over the 18 indicators" in sentences[2]
    assert sentences[3] == CAVEAT
    assert "at least 0.8" in told(0.5, 0.91)[1]
    assert "is −0.10: below 0.667" in told(3, -0.1)[1]


def test_without_a_shared_indicator_there_is_nothing_to_compare() -> None:
    assert told(None) == ("No indicator is scored by more than one analyst: there is nothing to compare.",)


def test_packages_that_differ_are_told_by_what_each_adds(playbook: Playbook) -> None:
    ana, ben = PackageOf("Ana", ("alt_dev", "tech_coop")), PackageOf("Ben", ("alt_dev", "vetted_units"))
    assert packages_text(playbook, (ana, ana)) == (
        "The plan is the same: every analyst's scores lead to the same package."
    )
    tech, vetted = playbook.option["tech_coop"].name, playbook.option["vetted_units"].name
    assert packages_text(playbook, (ana, ben)) == (
        f"The plan changes: 1 option is in every analyst's best package; Ana adds {tech}; Ben adds {vetted}."
    )
