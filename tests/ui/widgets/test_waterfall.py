from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from advisor.explanation import Contribution
from advisor.waterfall import in_words, waterfall
from advisor.wording import signed
from tests.ui.options_case import findings, playbook
from ui.tokens import LIGHT
from ui.widgets.waterfall import Waterfall
from ui.widgets.waterfall_layout import Ground, Zone, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.findings import OptionAtBest
    from advisor.waterfall import Bar

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def option(name: str) -> OptionAtBest:
    return next(one for one in findings().best.options if one.id == name)


def bars_of(name: str) -> tuple[Bar, ...]:
    return waterfall(playbook(), option(name))


def folded() -> tuple[Bar, ...]:
    small = tuple(
        Contribution("rule", name, "domestic", points)
        for name, points in (("base_in_valley", 0.1), ("regional_debate", -0.05), ("foreign_patron", -2.0))
    )
    made = replace(option("erad_core"), contributions=small, standing=-1.95)
    return waterfall(playbook(), made)


def show(shown: Waterfall, name: str, bars: tuple[Bar, ...]) -> None:
    shown.show_bars(name, in_words(option("erad_core"), bars), bars)


@pytest.fixture
def shown(qtbot: QtBot) -> Waterfall:
    made = Waterfall()
    qtbot.addWidget(made)
    show(made, "core", bars_of("erad_core"))
    made.resize(420, made.heightForWidth(420))
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def with_fold(shown: Waterfall) -> Waterfall:
    show(shown, "folded", folded())
    shown.resize(420, shown.heightForWidth(420))
    return shown


def click(shown: Waterfall, bar_id: str) -> None:
    number = [bar.id for bar in shown.rows].index(bar_id)
    place = lay_out(shown.rows, shown.title, shown.width()).row(number).center().toPoint()
    QTest.mouseClick(shown, Left, pos=place)


def test_it_opens_on_the_veto_that_takes_the_option_out(shown: Waterfall) -> None:
    assert shown.selected is not None
    assert shown.selected.vetoes


def test_a_click_on_a_bar_asks_for_its_reason(qtbot: QtBot, shown: Waterfall) -> None:
    with qtbot.waitSignal(shown.bar_selected) as asked:
        click(shown, "factor:patrons")
    assert [bar.id for bar in asked.args] == ["factor:patrons"]


def test_the_arrow_keys_go_from_bar_to_bar_and_stop_at_the_ends(shown: Waterfall) -> None:
    QTest.keyClick(shown, Key.Key_Home)
    assert shown.selected == shown.rows[0]
    QTest.keyClick(shown, Key.Key_Up)
    assert shown.selected == shown.rows[0]
    QTest.keyClick(shown, Key.Key_Down)
    assert shown.selected == shown.rows[1]
    QTest.keyClick(shown, Key.Key_End)
    assert shown.selected == shown.rows[-1]
    QTest.keyClick(shown, Key.Key_Down)
    assert shown.selected == shown.rows[-1]


def test_an_edit_keeps_the_bar_that_was_selected_and_another_option_does_not(shown: Waterfall) -> None:
    shown.select("factor:patrons")
    show(shown, "core", bars_of("erad_core"))
    assert shown.selected is not None
    assert shown.selected.id == "factor:patrons"
    show(shown, "pause", bars_of("pause_metrics"))
    assert shown.selected.id != "factor:patrons"


def test_a_bar_that_an_edit_takes_away_gives_way_to_the_decisive_one(shown: Waterfall) -> None:
    shown.select("rule:unrest_core")
    remaining = tuple(bar for bar in bars_of("erad_core") if bar.id != "rule:unrest_core")
    show(shown, "core", remaining)
    assert shown.selected is not None
    assert shown.selected.vetoes


def test_a_click_opens_a_folded_row_and_another_closes_it(with_fold: Waterfall) -> None:
    before = with_fold.rows
    height = with_fold.heightForWidth(420)
    click(with_fold, "folded:domestic")
    assert [bar.id for bar in with_fold.rows][1:4] == [
        "folded:domestic",
        "rule:base_in_valley",
        "rule:regional_debate",
    ]
    assert with_fold.heightForWidth(420) > height
    click(with_fold, "folded:domestic")
    assert with_fold.rows == before


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_or_space_opens_the_folded_row_that_is_selected(with_fold: Waterfall, key: Qt.Key) -> None:
    with_fold.select("folded:domestic")
    QTest.keyClick(with_fold, key)
    assert len(with_fold.rows) == len(folded()) + 2


def test_a_fold_closed_over_the_selected_rule_is_selected_itself(with_fold: Waterfall) -> None:
    with_fold.toggle("folded:domestic")
    with_fold.select("rule:regional_debate")
    with_fold.toggle("folded:domestic")
    assert with_fold.selected is not None
    assert with_fold.selected.id == "folded:domestic"


def test_an_opened_fold_stays_open_through_an_edit_and_closes_with_another_option(with_fold: Waterfall) -> None:
    with_fold.toggle("folded:domestic")
    show(with_fold, "folded", folded())
    assert len(with_fold.rows) == len(folded()) + 2
    show(with_fold, "another", folded())
    assert len(with_fold.rows) == len(folded())


def test_ctrl_c_copies_the_bars_as_a_table_with_every_fold_open(with_fold: Waterfall) -> None:
    QTest.keyClick(with_fold, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Contribution", "Side", "Points"]
    assert [line[2] for line in lines[1:]] == ["-2.0", "0.1", "-0.05", "-1.95"]


def test_the_picture_goes_to_the_clipboard(shown: Waterfall) -> None:
    shown.taking.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1280
    assert image.pixelColor(0, 0) == QColor(LIGHT.surface)


def test_the_picture_is_saved_as_what_its_name_says(shown: Waterfall, tmp_path: Path) -> None:
    shown.taking.save(str(tmp_path / "a.png"))
    shown.taking.save(str(tmp_path / "b.SVG"))
    assert QImage(str(tmp_path / "a.png")).width() == 1280
    assert "<svg" in (tmp_path / "b.SVG").read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_saved_says_so(qtbot: QtBot, shown: Waterfall, tmp_path: Path) -> None:
    with qtbot.waitSignal(shown.taking.failed) as failed:
        shown.taking.save(str(tmp_path / "nowhere" / "a.png"))
    assert str(tmp_path) in failed.args[0]


def test_asking_where_to_save_does_not_hold_up_the_window(
    qtbot: QtBot, shown: Waterfall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    shown.taking.ask_where_to_save()
    dialog = shown.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.nameFilters() == ["PNG picture (*.png)", "SVG picture (*.svg)", "PDF document (*.pdf)"]
    dialog.filterSelected.emit("SVG picture (*.svg)")
    assert dialog.defaultSuffix() == "svg"
    dialog.fileSelected.emit(str(tmp_path / "chosen.svg"))
    assert (tmp_path / "chosen.svg").exists()


# The offscreen platform can neither raise the menu nor give it the keyboard, and says so.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_context_menu_offers_the_table_and_the_pictures(shown: Waterfall) -> None:
    QApplication.sendEvent(shown, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    menu = shown.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy as table", "Copy picture", "Save as PNG, SVG or PDF…"]
    menu.close()


def test_a_screen_reader_hears_the_sum_in_a_sentence_and_the_bar_selected(shown: Waterfall) -> None:
    core = option("erad_core")
    shown.select("factor:patrons")
    patrons = next(bar for bar in shown.rows if bar.id == "factor:patrons")
    assert shown.accessibleName() == f"Why the standing is {signed(core.standing)}"
    assert shown.accessibleDescription().startswith(in_words(core, bars_of("erad_core")))
    assert shown.accessibleDescription().endswith(f"Selected: Patrons {signed(patrons.points)}.")


def test_a_label_that_is_elided_is_read_whole_in_the_tooltip(shown: Waterfall) -> None:
    layout = lay_out(shown.rows, shown.title, shown.width())
    number = next(number for number, bar in enumerate(shown.rows) if bar.vetoes)
    QTest.mouseMove(shown, layout.row(number).center().toPoint())
    veto = shown.rows[number]
    assert shown.toolTip() == f"{veto.label} {signed(veto.points)}, veto"


def test_other_bars_than_those_of_a_standing_bring_their_title_and_their_ground(shown: Waterfall) -> None:
    ground = Ground((Zone("divergent", -inf, 0.0), Zone("aligned", 0.0, inf)), ("domestic",))
    shown.show_bars("Peru, stance", "The index fell.", bars_of("erad_core"), title="", ground=ground)
    assert shown.title == ""
    assert shown.accessibleName() == "Peru, stance"
    shown.taking.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert LIGHT.external_soft in {image.pixelColor(x, image.height() - 44).name().upper() for x in range(1280)}
    show(shown, "core", bars_of("erad_core"))
    assert shown.title.startswith("Why the standing is")


def test_the_keys_of_a_scroll_area_are_left_to_it(shown: Waterfall) -> None:
    before = shown.selected
    QTest.keyClick(shown, Key.Key_PageDown)
    assert shown.selected == before
