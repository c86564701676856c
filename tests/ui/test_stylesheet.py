from __future__ import annotations

import re

import pytest

from ui.stylesheet import stylesheet
from ui.tokens import DARK, LIGHT, Tokens


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_in_it_is_one_of_the_theme(theme: Tokens) -> None:
    named = {value for name in theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    used = set(re.findall(r"#[0-9A-F]{6}\b", stylesheet(theme, "chevron.svg", "tick.svg")))
    assert used
    assert used <= named


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in stylesheet(LIGHT, "chevron.svg", "tick.svg")
