from __future__ import annotations

import pytest

from advisor.marking import LONGEST_MARKING, MARKING_LEVELS, marking_colours, marking_level, marking_line


@pytest.mark.parametrize(
    ("marking", "fill", "text"),
    [
        ("UNCLASSIFIED", "#007A33", "#FFFFFF"),
        ("unclassified//for official use", "#007A33", "#FFFFFF"),
        ("CUI", "#502B85", "#FFFFFF"),
        ("CONFIDENTIAL", "#0033A0", "#FFFFFF"),
        ("SECRET//NOFORN", "#C8102E", "#FFFFFF"),
        ("TOP SECRET", "#FF8C00", "#000000"),
        ("TOP SECRET//SCI", "#FCE83A", "#000000"),
        ("SECRETARIAT ONLY", "#17212B", "#FFFFFF"),
        ("internal", "#17212B", "#FFFFFF"),
    ],
)
def test_a_marking_has_the_colours_of_convention(marking: str, fill: str, text: str) -> None:
    assert marking_colours(marking) == (fill, text)


def test_a_level_is_a_word_of_its_own_however_it_is_spaced() -> None:
    assert marking_level("  top   secret // sci ") == "TOP SECRET"
    assert marking_level("TOP SECRET//SCI//NOFORN") == "TOP SECRET//SCI"
    assert marking_level("CUIDADO") is None
    assert all(marking_level(level) == level for level in MARKING_LEVELS)


def test_a_marking_is_printed_on_one_line_that_fits_a_banner() -> None:
    assert marking_line("  SECRET\n//NOFORN ") == "SECRET //NOFORN"
    assert len(marking_line("SECRET " * 100)) <= LONGEST_MARKING
