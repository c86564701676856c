from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tests.ui.charts.a_plot import BarPlot
from ui.charts.figure_chart import FigureChart
from ui.charts.taking import Taking

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def taking(qtbot: QtBot) -> Taking:
    chart = FigureChart()
    qtbot.addWidget(chart)
    chart.show_plot(BarPlot("Pressures: before/after"))
    return Taking(chart, chart)


def test_the_table_is_copied_so_that_it_pastes_as_cells(taking: Taking) -> None:
    taking.copy.trigger()
    assert QGuiApplication.clipboard().text() == "Factor\tPoints\nSocial unrest\t6.25\nPatrons\t-2.0\n"


def test_the_picture_is_copied(taking: Taking) -> None:
    taking.copy_image.trigger()
    assert QGuiApplication.clipboard().image().width() == 1600


def test_the_chart_is_saved_as_what_its_name_says(taking: Taking, tmp_path: Path) -> None:
    taking.save(str(tmp_path / "a.png"))
    taking.save(str(tmp_path / "b.SVG"))
    assert QImage(str(tmp_path / "a.png")).width() == 1600
    assert "<svg" in (tmp_path / "b.SVG").read_text(encoding="utf-8")


def test_a_chart_that_cannot_be_saved_says_so(qtbot: QtBot, taking: Taking, tmp_path: Path) -> None:
    with qtbot.waitSignal(taking.failed) as failed:
        taking.save(str(tmp_path / "nowhere" / "a.png"))
    assert str(tmp_path) in failed.args[0]


def test_the_name_suggested_is_one_that_every_file_system_takes(
    taking: Taking, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[str] = []
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _, name: suggested.append(name))
    taking.save_as.trigger()
    assert suggested == ["Pressures- before-after.png"]
