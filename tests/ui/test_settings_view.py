from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from ui.dates import written
from ui.marking import Marking
from ui.settings import Settings
from ui.settings_view import SettingsView
from ui.styles import wear_styles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    yield Settings(tmp_path)
    wear_styles("day_first", "point")


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, theme: Theme) -> SettingsView:
    made = SettingsView(settings, theme, Marking(settings))
    qtbot.addWidget(made)
    return made


def choose(field: QComboBox, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_a_theme_is_worn_and_kept_at_once(view: SettingsView, settings: Settings, theme: Theme) -> None:
    choose(view.theme, "dark")
    assert theme.choice == settings.theme == "dark"
    theme.choose("light")
    assert view.theme.currentData() == "light"


def test_another_size_is_kept_and_asks_for_the_window_anew(
    qtbot: QtBot, view: SettingsView, settings: Settings
) -> None:
    with qtbot.waitSignal(view.text_size_changed):
        choose(view.text_size, 150)
    assert settings.text_size == 150
    with qtbot.assertNotEmitted(view.text_size_changed):
        choose(view.text_size, 150)


def test_dates_and_decimal_sign_are_worn_at_once(qtbot: QtBot, view: SettingsView, settings: Settings) -> None:
    with qtbot.waitSignal(view.dates_changed):
        choose(view.dates, "iso")
    assert written(dt.date(2014, 5, 15)) == "2014-05-15"
    with qtbot.assertNotEmitted(view.dates_changed):
        choose(view.decimal, "comma")
    assert (settings.date_style, settings.decimal_sign) == ("iso", "comma")


def test_a_marking_is_shown_and_kept_at_once(qtbot: QtBot, settings: Settings, theme: Theme) -> None:
    marking = Marking(settings)
    view = SettingsView(settings, theme, marking)
    qtbot.addWidget(view)
    view.marking.setCurrentText(" secret//noforn ")
    with qtbot.waitSignal(marking.changed):
        view.marking.activated.emit(0)
    assert settings.marking == view.marking.currentText() == "secret//noforn"


def test_the_analyst_is_kept(qtbot: QtBot, view: SettingsView, settings: Settings) -> None:
    view.analyst.setText(" M. Quispe ")
    with qtbot.waitSignal(view.analyst_changed, check_params_cb=lambda name: name == "M. Quispe"):
        view.analyst.editingFinished.emit()
    assert settings.analyst == "M. Quispe"


def test_what_is_kept_is_shown_the_next_time(qtbot: QtBot, settings: Settings, theme: Theme) -> None:
    settings.text_size, settings.date_style = 125, "month_first"
    made = SettingsView(settings, theme, Marking(settings))
    qtbot.addWidget(made)
    assert made.text_size.currentText() == "125 %"
    assert made.dates.currentText() == "May 15, 2014"
