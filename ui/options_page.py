"""The page of options: the ranked table, and beside it the reasons of the option chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from ui.option_detail import OptionDetail
from ui.options_model import OptionsModel
from ui.options_table import OptionsTable
from ui.page_parts import top_left
from ui.tokens import font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from ui.session import Session

EMPTY = "Open an assessment in the library to see which options its government can live with."
_TABLE_SHARE, _DETAIL_SHARE = 69, 31


class OptionsPage(QWidget):
    """Follows a session: standings at once with every edit, likelihoods when they are computed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = False
        self.model = OptionsModel(session.playbook, self)
        self.table = OptionsTable(self.model)
        self.detail = OptionDetail(session.playbook)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(top_left(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(self._split())
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setTabOrder(self.table, self.detail)
        self.setTabOrder(self.detail, self.detail.waterfall)
        self.table.option_chosen.connect(lambda _: self._show_chosen())
        self.detail.waterfall.taking.failed.connect(session.failed)
        session.assessment_opened.connect(self.refresh)
        session.best_changed.connect(lambda _: self._show(stale=True))
        session.likelihoods_pending.connect(self._dim)
        session.likelihoods_changed.connect(lambda _: self._show(stale=False))
        session.tipping_changed.connect(self._show_chosen)
        session.prices_changed.connect(self._show_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again from the session."""
        self._show(stale=False)

    def choose(self, option_id: str) -> None:
        """Select an option and show its reasons."""
        self.table.choose(option_id)

    def take_keyboard(self) -> None:
        """Put the keyboard on the table of options."""
        self.table.setFocus()

    def _dim(self) -> None:
        if not self._stale:
            self._show(stale=True)

    def _show(self, *, stale: bool) -> None:
        self._stale = stale
        best = self._session.best
        self._stack.setCurrentIndex(0 if best is None else 1)
        self.model.show(best, self._session.findings, stale=stale)
        if best is not None and self.model.row_of(self.table.chosen or "") is None:
            self.table.choose(best.ranked[0].id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        best, row = self._session.best, self.model.row_of(self.table.chosen or "")
        option = None if row is None else self.model.option_at(row)
        if best is not None and option is not None:
            self.detail.show_option(best, option, self._session.tipping, self._session.prices.get(option.best.id))

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, _TABLE_SHARE)
        splitter.setStretchFactor(1, _DETAIL_SHARE)
        splitter.setSizes([_TABLE_SHARE * 100, _DETAIL_SHARE * 100])
        return splitter
