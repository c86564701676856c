"""The window: library at the left, the open assessment in the middle, the live result at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.case_header import CaseHeader
from ui.commands import Commands
from ui.dates import written
from ui.desk import Desk
from ui.empty_page import EmptyPage
from ui.export import Exporter
from ui.export_form import ExportForm
from ui.folding import Folding
from ui.form_place import FormPlace
from ui.keeper import Keeper
from ui.library_order import mark
from ui.library_panel import LibraryPanel
from ui.live_result import LiveResult
from ui.marking import Marking
from ui.menus import Menus
from ui.pages import NAMES, SCORE, Pages
from ui.planner import Planner
from ui.status_line import StatusLine
from ui.surveyor import Surveyor
from ui.tour import Tour
from ui.views import Views
from ui.widgets.marking_banner import MarkingBanner
from ui.widgets.notice_bar import NoticeBar
from ui.work_told import WorkTold

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from ui.forms import Form
    from ui.ports import BriefingPort
    from ui.session import Session
    from ui.settings import Settings
    from ui.theme import Theme

TITLE = "Second Image"
_FIRST_SIZE = (1440, 900)
_LEAST_SIZE = (730, 456)


class MainWindow(QMainWindow):
    """Puts the parts together and passes on what they ask of one another."""

    closing = Signal()
    """The window closes: work in the background is to end."""

    def __init__(self, session: Session, write_briefing: BriefingPort, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.session, self._theme, self._settings = session, theme, settings
        self._undo_offered: str | None = None
        self.commands = Commands(session, self)
        self.planner, self.surveyor = Planner(session, self), Surveyor(session, self)
        self.marking = Marking(settings, self)
        self.exporter = Exporter(session, self.planner, write_briefing, self)
        self.menus = Menus(session, self.commands, theme, NAMES)
        self.library = LibraryPanel(session, self.commands, settings)
        self.header = CaseHeader(session)
        self.notice = NoticeBar()
        self._forms = FormPlace()
        self.empty = EmptyPage(session, self.commands)
        self.pages = Pages(session, self.planner, self.surveyor)
        self.views = Views()
        self.live_result = LiveResult(session)
        self.status = StatusLine(session)
        self.keeper = Keeper(self)
        self._lay_out()
        self._connect()
        WorkTold(self)
        self.desk = Desk(self, settings, theme)
        self.desk.put_find_bar(self._centre)
        self.folding = Folding(self, self.library, self.pages, self.menus.library)
        self.tour = Tour(self, settings)
        self.menus.tour.triggered.connect(self.tour.begin)
        self._show_opened()
        self._show_page()
        self._warn_of_read_only()
        self.library.tree.setFocus()

    @property
    def settings(self) -> Settings:
        """What the window remembers of itself."""
        return self._settings

    @property
    def form(self) -> Form | None:
        """The form that is shown above the page."""
        return self._forms.form

    @property
    def shown_page(self) -> QWidget:
        """The page or the view that is shown."""
        current = self._body.currentWidget()
        return self.pages.page if current is None or current is self.pages else current

    def go_to_page(self, name: str) -> None:
        """Show a page of the open assessment by its name."""
        self._go_to(NAMES.index(name))

    def ask_for_briefing(self) -> None:
        """Ask what to export, above the page, and then for a file."""
        case = self.session.case
        if case is not None and not self.exporter.busy:
            form = ExportForm(self.marking, self._settings, case.name)
            form.chosen.connect(self.exporter.ask)
            self.show_form(form)

    def show_form(self, form: Form) -> None:
        """Show a form above the page, in place of the one that is there."""
        self._forms.show_form(form, self._opened_id())

    def close_form(self) -> None:
        """Take the form away; what was entered and not submitted is dropped."""
        self._forms.close_form()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.last_opened = mark(self._opened_id() or "")
        self._settings.theme = self._theme.choice
        self._settings.save()
        self.closing.emit()
        self.keeper.close()
        for worker in (self.planner, self.surveyor):
            worker.halt()
        for part in (self.session, self.exporter, self.planner, self.surveyor, self.commands.files):
            part.close()
        self.pages.close_work()
        self.views.close_work()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.session.look_again()
        return super().event(event)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.banners = (MarkingBanner(self.marking.text), MarkingBanner(self.marking.text))
        self.setMenuWidget(_column(self.banners[0], self.menus))
        self._body = QStackedWidget()
        self._body.addWidget(self.empty)
        self._body.addWidget(self.pages)
        self._body.addWidget(self.views)
        # Where little fits, a page gives way to the form above it, for a page scrolls.
        self._body.setMinimumHeight(1)
        self._head = _column(self.header, self.keeper.lock_line)
        centre = _column(self._head, self.notice, self._forms, self._body, stretched=self._body)
        centre.setObjectName("page")
        self._centre = centre.layout()
        self.middle = QWidget()
        row = QHBoxLayout(self.middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.library)
        row.addWidget(centre, 1)
        row.addWidget(self.live_result)
        below = (self.keeper.storage_line, self.status, self.banners[1])
        self.setCentralWidget(_column(self.middle, *below, stretched=self.middle))

    def _connect(self) -> None:
        session, menus = self.session, self.menus
        session.assessment_opened.connect(self._show_opened)
        session.library_changed.connect(self._show_title)
        session.history_changed.connect(self._drop_stale_undo)
        session.failed.connect(self.notice.complain)
        self.commands.form_wanted.connect(self.show_form)
        self.commands.told.connect(self.tell)
        self._forms.closed.connect(self._return_keyboard)
        for banner in self.banners:
            self.marking.changed.connect(banner.show_marking)
        self.header.brief_wanted.connect(self.ask_for_briefing)
        self.pages.told.connect(self.tell)
        self.pages.page_shown.connect(self._show_page)
        self.pages.live_result_shown.connect(self._show_page)
        self.views.shown.connect(self._show_view)
        self.views.left.connect(self._leave_view)
        self.library.tree.opened.connect(self._leave_view)
        menus.export.triggered.connect(self.ask_for_briefing)
        menus.quit.triggered.connect(lambda: self.window().close())
        menus.live_result.triggered.connect(self.pages.show_live_result)
        for place, action in enumerate(menus.pages):
            action.triggered.connect(lambda _=False, page=place: self._go_to(page))

    def _opened_id(self) -> str | None:
        return None if self.session.assessment is None else self.session.assessment.id

    def _return_keyboard(self) -> None:
        """Put the keyboard on the page of what a form has opened, else back where it was before the form."""
        before = self._forms.keyboard_before
        if self._opened_id() not in (None, self._forms.opened_before):
            if self.session.sheet is not None and not self.session.sheet.scores:
                self._go_to(SCORE)
            self.pages.take_keyboard()
        elif before is not None and before.isVisible():
            before.setFocus()
        else:
            self.library.tree.setFocus()

    def _warn_of_read_only(self) -> None:
        if self.session.library.read_only:
            self.notice.tell(f"Nothing can be changed: {self.session.library.read_only_reason}.")

    def _show_opened(self) -> None:
        self._body.setCurrentWidget(self.empty if self.session.assessment is None else self.pages)
        if self.session.assessment is None and self.form is None:
            self.library.tree.setFocus()
        self._show_title()
        self._show_page()

    def _show_view(self) -> None:
        self._body.setCurrentWidget(self.views)
        self._show_page()

    def _leave_view(self) -> None:
        if self._body.currentWidget() is not self.views:
            return
        self._show_opened()
        if self.session.assessment is not None:
            self.pages.take_keyboard()
        else:
            self.library.tree.setFocus()

    def _go_to(self, page: int) -> None:
        """Show a page of the open assessment, in place of a view if one is shown."""
        self.pages.go_to(page)
        self._body.setCurrentWidget(self.pages)
        self._show_page()

    def _show_title(self) -> None:
        case, opened = self.session.case, self.session.assessment
        shown = "" if case is None or opened is None else f"{case.name}, {written(opened.as_of)} - "
        self.setWindowTitle(f"{shown}{TITLE}")

    def _show_page(self) -> None:
        pages, is_open = self.pages, self.session.assessment is not None
        in_view = self._body.currentWidget() is self.views
        self._head.setVisible(not in_view)
        self.live_result.setVisible(is_open and not in_view and pages.with_live_result)
        self.menus.pages[pages.current].setChecked(True)
        self.menus.live_result.setChecked(pages.with_live_result)
        self.menus.live_result.setEnabled(is_open and not in_view)
        for action in self.menus.pages:
            action.setEnabled(is_open)

    def tell(self, text: str, action: str, act: Callable[[], object]) -> None:
        """Say what was done, with one thing that can be done about it."""
        self._undo_offered = self.session.library.undo_label
        self.notice.tell(text, action, act)

    def _drop_stale_undo(self) -> None:
        """Take an offer to undo away once it would undo something else."""
        if self._undo_offered is not None and self.session.library.undo_label != self._undo_offered:
            self._undo_offered = None
            if not self.notice.is_error:
                self.notice.hide()


def _column(*widgets: QWidget, stretched: QWidget | None = None) -> QFrame:
    """Stack widgets from top to bottom, without gaps."""
    around = QFrame()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
    return around
