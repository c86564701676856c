from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui import theme as theme_module
from ui.stylesheet import PICTURES, stylesheet
from ui.tokens import DARK, LIGHT, Tokens

FILES = {name: f"{name}.svg" for name in PICTURES}
FOLDER = Path(theme_module.__file__).parent / "pictures"
SHADES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_in_it_is_one_of_the_theme(theme: Tokens) -> None:
    named = {value for name in theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    used = set(re.findall(r"#[0-9A-F]{6}\b", stylesheet(theme, FILES)))
    assert used
    assert used <= named


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in stylesheet(LIGHT, FILES)


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize("name", PICTURES)
def test_every_arrow_and_tick_is_drawn_in_the_ink_of_its_theme(name: str, shade: str) -> None:
    theme = SHADES[shade]
    drawn = set(re.findall(r"#[0-9A-F]{6}\b", (FOLDER / f"{name}-{shade}.svg").read_text(encoding="utf-8")))
    assert drawn
    assert drawn <= {theme.ink, theme.ink2, theme.on_accent}


@pytest.mark.parametrize("control", ["QAbstractSpinBox::up-arrow", "QComboBox::down-arrow", "QMenu::right-arrow"])
def test_no_arrow_of_a_control_is_left_to_the_style(control: str) -> None:
    assert re.search(rf"{re.escape(control)}[^}}]*image: url", stylesheet(LIGHT, FILES))
