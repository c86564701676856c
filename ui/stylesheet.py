"""Borders, paddings, tabs and headers as a Qt style sheet; colours of surfaces and text come from the palette."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from ui.tokens import RADIUS_CONTROL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.tokens import Tokens

# The small arrows and ticks of controls; each lies in the folder of pictures for the light and for the dark theme.
PICTURES = ("chevron", "chevron-up", "chevron-right", "chevron-left", "tick", "check", "dot")

_SHEET = Template("""
QMenuBar { background: $bg; color: $ink2; border: 0; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $surface; color: $ink; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 24px; border-radius: ${radius}px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink3; }
QMenu::indicator { width: 11px; height: 11px; left: 7px; }
QMenu::indicator:non-exclusive:checked { image: url($check); }
QMenu::indicator:exclusive:checked { image: url($dot); }
QMenu::right-arrow { image: url($chevron_right); width: 9px; height: 9px; right: 7px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $outline; padding: 4px 6px; }

QFrame#side { background: $sunken; border: 0; }
QFrame#library { background: $sunken; border: 0; border-right: 1px solid $line; }
QFrame#liveResult { background: $sunken; border: 0; border-left: 1px solid $line; }
QFrame#page { background: $surface; border: 0; }
QFrame#strip { background: $sunken; border: 0; border-bottom: 1px solid $line; }
QFrame#status { background: $bg; border: 0; border-top: 1px solid $line; }
QFrame#form { background: $sunken; border: 0; border-bottom: 1px solid $line; }
QFrame#notice { background: $accent_soft; border: 0; border-left: 3px solid $accent; }
QFrame#notice[error="true"] { background: $sunken; border-left: 3px solid $error; }
QFrame#palette { background: $surface; border: 1px solid $outline; border-radius: ${radius}px; }
QFrame#palette QListWidget { background: $surface; }
QFrame#why { background: $surface; border: 0; border-left: 1px solid $outline; border-bottom: 1px solid $outline; }
QFrame#side QListWidget { background: $sunken; color: $ink; border: 0; outline: 0; }
QFrame#side QListWidget::item { padding: 3px 4px; }
QFrame#side QListWidget::item:selected { background: $accent_soft; color: $ink; }
QFrame#side QListWidget:focus { border: 2px solid $focus; }
QTextBrowser { background: $surface; color: $ink; border: 0; selection-background-color: $accent;
    selection-color: $on_accent; }
QTextBrowser:focus { border: 2px solid $focus; }
QFrame#hairline { background: $line; border: 0; }

QTabBar#pages { background: $surface; border: 0; }
QTabBar#pages::tab { background: transparent; color: $ink2; border: 0; border-bottom: 2px solid transparent;
    padding: 7px 0 6px 0; margin: 0 26px 0 0; }
QTabBar#pages::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar#pages::tab:hover { color: $ink; }
QTabBar#pages::tab:focus { border-bottom: 2px solid $focus; color: $ink; }

QLineEdit, QDateEdit, QComboBox { background: $surface; color: $ink; border: 1px solid $outline;
    border-radius: ${radius}px; padding: 4px 8px; min-height: 18px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit, QDateEdit, QComboBox:editable { padding: 4px 6px; }
QLineEdit:focus, QDateEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: 3px 7px; }
QLineEdit:focus, QDateEdit:focus, QComboBox:editable:focus { padding: 3px 5px; }
QLineEdit:disabled, QDateEdit:disabled, QComboBox:disabled { color: $ink3; border-color: $line; }
QDateEdit { max-height: 18px; }
QLineEdit:read-only { background: transparent; border-color: $line; }
QLineEdit:read-only:focus { border-color: $focus; }
QLineEdit[error="true"] { border: 2px solid $error; padding: 3px 5px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 18px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 9px; height: 9px; }
QComboBox::down-arrow:disabled, QDateEdit::down-arrow:disabled { image: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 16px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($chevron_up); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url($chevron); width: 9px; height: 9px; }
QTabBar::scroller { width: 36px; }
QTabBar QToolButton { background: $surface; border: 0; }
QTabBar QToolButton::left-arrow { image: url($chevron_left); width: 9px; height: 9px; }
QTabBar QToolButton::right-arrow { image: url($chevron_right); width: 9px; height: 9px; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: 0; padding: 3px 6px; }
QCalendarWidget QToolButton:hover { background: $accent_soft; border-radius: ${radius}px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url($chevron_left); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url($chevron_right); }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QAbstractItemView { background: $surface; color: $ink; border: 0; outline: 0;
    selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $ink3; }
QComboBox QLineEdit, QDateEdit QLineEdit { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $outline;
    selection-background-color: $accent_soft; selection-color: $ink; outline: 0; }

QPushButton { background: $surface; color: $ink; border: 1px solid $outline; border-radius: ${radius}px;
    padding: 4px 10px; min-height: 18px; }
QPushButton::menu-indicator:disabled { image: none; }
QPushButton::menu-indicator:enabled { image: url($chevron); width: 9px; height: 9px; subcontrol-position: right center;
    subcontrol-origin: padding; right: 4px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $track; }
QPushButton:focus { border: 2px solid $focus; padding: 3px 9px; }
QPushButton:disabled { color: $ink3; border-color: $line; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:focus { border: 2px solid $focus; }
QPushButton[primary="true"]:disabled { background: $track; color: $ink3; border-color: $track; }
QPushButton[link="true"] { background: transparent; border: 0; color: $accent; padding: 3px 4px; }
QPushButton[link="true"]:disabled { color: $ink3; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid $focus; padding: 1px 2px; }
QPushButton[menu="true"] { padding-right: 18px; }
QPushButton[menu="true"]:focus { padding-right: 16px; }

QToolButton#fold { background: transparent; color: $ink; border: 0; padding: 3px 4px; }
QToolButton#fold[dense="true"] { padding: 0 4px; }
QToolButton#fold:hover { background: $accent_soft; border-radius: ${radius}px; }
QToolButton#fold:disabled { color: $ink3; }

QRadioButton { color: $ink; spacing: 6px; }
QRadioButton::indicator { width: 11px; height: 11px; border: 1px solid $outline; border-radius: 6px;
    background: $surface; }
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 4px solid $accent; border-radius: 6px; }
QRadioButton:focus { border: 2px solid $focus; border-radius: ${radius}px; padding: 1px 3px; margin: -3px -5px; }

QCheckBox { color: $ink; spacing: 6px; }
QCheckBox:disabled { color: $ink3; }
QCheckBox::indicator, QListWidget::indicator { width: 11px; height: 11px; border: 1px solid $outline;
    border-radius: 2px; background: $surface; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent; border-color: $accent;
    image: url($tick); }
QCheckBox::indicator:checked:disabled { background: $outline; border-color: $outline; }
QCheckBox:focus { border: 2px solid $focus; border-radius: ${radius}px; padding: 1px 3px; margin: -3px -5px; }

QListWidget#ticks { background: $surface; border: 1px solid $outline; border-radius: ${radius}px; padding: 1px; }
QListWidget#ticks:focus { border: 2px solid $focus; padding: 0; }
QListWidget#ticks::item { color: $ink; padding: 3px 6px; }
QListWidget#ticks::item:selected { background: $accent_soft; color: $ink; }
QListWidget#lines { background: transparent; border: 0; outline: 0; }
QListWidget#lines::item { color: $ink; padding: 4px 8px; border-bottom: 1px solid $line; }
QListWidget#lines::item:selected { background: $accent_soft; color: $ink; }
QListWidget#lines::item:focus { border: 2px solid $focus; padding: 3px 6px; }
QTreeView::branch { background: transparent; image: none; }
QTreeView::branch:closed:has-children { image: url($chevron_right); }
QTreeView::branch:open:has-children { image: url($chevron); }
QTreeView#tree { background: $sunken; border: 0; outline: 0; }
QScrollArea { border: 0; }
QTableWidget { selection-background-color: $accent_soft; selection-color: $ink; }
QTableWidget#chartTable { background: $surface; color: $ink; border: 0; selection-background-color: $accent_soft;
    selection-color: $ink; }
QTableWidget#chartTable::item { padding: 0 8px 0 5px; border-bottom: 1px solid $line; }
QTableWidget#chartTable:disabled { color: $ink3; }
QTableWidget#chartTable QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $ink2; border: 0; border-bottom: 1px solid $outline;
    padding: 0 8px; }
QHeaderView::up-arrow { image: url($chevron_up); width: 9px; height: 9px; }
QHeaderView::down-arrow { image: url($chevron); width: 9px; height: 9px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $track; border: 0; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
""")


def stylesheet(theme: Tokens, pictures: Mapping[str, str]) -> str:
    """Return the style sheet of a theme; `pictures` are the paths of the files of `PICTURES` in its shade."""
    colours = {name: value for name in theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    paths = {name.replace("-", "_"): path for name, path in pictures.items()}
    return _SHEET.substitute(colours, radius=RADIUS_CONTROL, **paths)
