"""Choosing what a note is about: a button that says what is chosen, and a list of ticks behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from advisor.phrasing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QStyleOptionButton, QWidget

_LONG = 44
_INDENT = "\N{EN SPACE}"


class LinksButton(QPushButton):
    """Opens a menu of ticks in groups; a tick counts at once."""

    chosen = Signal(tuple)
    """Ids that are ticked, in the order listed; those that are not listed stay and come first."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._shown: tuple[str, ...] = ()
        self._actions: dict[str, QAction] = {}
        self._listed: tuple[tuple[str, str, str], ...] = ()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setProperty("menu", "true")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QPushButton { text-align: left; }")

    @property
    def ticks(self) -> dict[str, QAction]:
        """The action of each id."""
        return self._actions

    def offer(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """List what can be chosen: id, name and group of each; a group has a heading where it begins."""
        if tuple(entries) == self._listed:
            return
        self._listed = tuple(entries)
        self._menu.clear()
        self._actions, last = {}, ""
        for name, title, group in entries:
            if group and group != last:
                self._menu.addSection(group)
                last = group
            action = self._menu.addAction(title)
            action.setCheckable(True)
            action.triggered.connect(lambda _: self._tell())
            self._actions[name] = action
        self.show_chosen(self._shown)

    def show_chosen(self, ids: Iterable[str]) -> None:
        """Tick what is chosen; nothing is emitted."""
        self._shown = tuple(ids)
        for name, action in self._actions.items():
            action.setChecked(name in self._shown)
        names = [title for name, title, _ in self._listed if name in self._shown]
        unknown = [name for name in self._shown if name not in self._actions]
        text = ", ".join([*names, *unknown]) or self._nothing
        self.setText(one_line(text, _LONG).replace("&", "&&"))
        self.setToolTip(text if len(text) > _LONG else "")
        self.setAccessibleDescription(text)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        # Qt leaves out the padding of a button that has a menu and its text at the left.
        option.text = f"{_INDENT}{self.text()}"

    def _tell(self) -> None:
        others = [name for name in self._shown if name not in self._actions]
        ticked = [name for name, action in self._actions.items() if action.isChecked()]
        self.show_chosen((*others, *ticked))
        self.chosen.emit(self._shown)
