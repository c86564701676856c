"""Settings stand side by side, and keep their fields while a file is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.incoming import Choice, Setting
from ui.importing.settings_form import SettingsForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def settings(*values: str) -> list[Setting]:
    return [Setting(f"k{place}", f"K{place}", "text", (value,)) for place, value in enumerate(values)]


def laid_out(form: SettingsForm) -> None:
    layout = form.layout()
    assert layout is not None
    layout.activate()


def test_fields_stay_while_their_settings_do(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.show_settings(settings("a", "b", "c"))
    first = form.field("k0")
    form.show_settings([*settings("z", "b"), Setting("k2", "K2", "text", ("c",), (Choice("c", "c"),))])
    assert form.field("k0") is first
    assert [field.setting.value for field in form.fields] == ["z", "b", "c"]
    form.show_settings(settings("z"))
    assert len(form.fields) == 1


def test_as_many_stand_in_a_row_as_fit_and_a_wide_one_alone(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.resize(1000, 400)
    form.show_settings([*settings("a", "b"), Setting("f", "Flag", "flag", ("",)), Setting("t", "T", "text", ("",))])
    form.show()
    laid_out(form)
    tops = [field.y() for field in form.fields]
    assert tops[0] == tops[1] < tops[2] < tops[3]
    form.resize(300, 400)
    laid_out(form)
    tops = [field.y() for field in form.fields]
    assert tops[0] < tops[1]


def test_what_is_corrected_is_passed_on(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.show_settings(settings("a"))
    with qtbot.waitSignal(form.corrected) as said:
        form.field("k0").corrected.emit(form.field("k0").setting, ("b",))
    assert said.args == [form.field("k0").setting, ("b",)]
