"""What helps in all of the window: the palette, find in page, why, help and settings."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from advisor.scorecard import score_table
from ui.copying import offer_copying, offer_in
from ui.help.topics import ABOUT, GUIDE, KEYS, heading_for
from ui.menus import keys
from ui.styles import wear_styles
from ui.why.whys import Whys

if TYPE_CHECKING:
    from ui.find_bar import FindBar
    from ui.help.help_view import HelpView
    from ui.main_window import MainWindow
    from ui.palette.entries import Entry
    from ui.palette.palette_popup import PalettePopup
    from ui.settings import Settings
    from ui.settings_view import SettingsView
    from ui.tab_separated import Value
    from ui.theme import Theme
    from ui.why.asking import Asking
    from ui.why.why_panel import WhyPanel

HELP, SETTINGS = "Help", "Settings"
NOTHING_TO_ASK = "Nothing here has a number with reasons of its own. Go to a number and press Shift+F1 again."


class Desk(QObject):
    """Joins them to the window; each is made when it is first wanted, as far as it costs anything."""

    text_size_changed = Signal()
    """The window must be opened anew to wear another size."""
    anew_wanted = Signal()
    """The window must be opened anew with another playbook."""

    def __init__(self, window: MainWindow, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._settings, self._theme = window, settings, theme
        wear_styles(settings.date_style, settings.decimal_sign)
        if settings.analyst:
            window.session.analyst = settings.analyst
        self._below_page: QLayout | None = None
        self.whys = Whys(window)
        self._add_views()
        self._connect()
        self._offer_in_parts()

    @cached_property
    def anything(self) -> PalettePopup:
        """The palette."""
        from ui.palette.palette_popup import PalettePopup

        return PalettePopup(self._window)

    @cached_property
    def find(self) -> FindBar:
        """The line of Find, below the page."""
        from ui.find_bar import FindBar

        made = FindBar(self.shown, self._window)
        if self._below_page is not None:
            self._below_page.addWidget(made)
        return made

    @property
    def why(self) -> WhyPanel:
        """The panel that says why."""
        return self.whys.panel

    @property
    def asking(self) -> Asking:
        """What can be asked about."""
        return self.whys.asking

    def put_find_bar(self, column: QLayout | None) -> None:
        """Put the line of Find into a column below the page, once it is wanted."""
        self._below_page = column

    def resume(self) -> bool:
        """Show the view again in which another size of text was chosen, with the keyboard on it; say whether it was."""
        name, self._settings.view_at_start = self._settings.view_at_start, ""
        if name in self._window.views.names and name != SETTINGS:
            self._window.views.show_view(name)
            return True
        if name != SETTINGS:
            return False
        self._window.views.show_view(SETTINGS)
        self._settings_view().text_size.setFocus()
        return True

    def shown(self) -> QWidget:
        """Return the page or view that is shown."""
        return self._window.shown_page

    def open_palette(self) -> None:
        """Offer everything that can be done or gone to now."""
        self.anything.open(list(self._entries()))

    def open_help(self, name: str = GUIDE, heading: str = "Guide") -> None:
        """Show a document of the help."""
        view: HelpView = self._window.views.view(HELP)  # type: ignore[assignment]  # made under this name
        view.show_topic(name, heading)
        self._window.views.show_view(HELP)

    def help_here(self) -> None:
        """Show the part of the guide that belongs to what has the keyboard."""
        widget = QApplication.focusWidget()
        self.open_help(GUIDE, heading_for(widget if widget is not None else self.shown()))

    def ask_here(self) -> None:
        """Say why the number that has the keyboard is what it is."""
        widget = QApplication.focusWidget() or self.shown()
        if self.asking.subject_of(widget) is None:
            self._window.notice.remark(NOTHING_TO_ASK)
        else:
            self.asking.ask(widget)

    def _entries(self) -> list[Entry]:
        from ui.palette.entries import action_entries, assessment_entries, playbook_entries, view_entries

        window, session = self._window, self._window.session
        actions = list(action_entries(window.menus))
        found = [*actions, *view_entries(window.views.names, window.views.show_view, (one.label for one in actions))]
        found += assessment_entries(session.cases() or (), self._open)
        if session.assessment is not None:
            found += playbook_entries(session.playbook, self._show_option, self._show_indicator)
        return found

    def _open(self, assessment_id: str) -> None:
        self._window.session.open_assessment(assessment_id)
        self._window.views.left.emit()

    def _show_option(self, option: str) -> None:
        self._window.go_to_page("Options")
        self._window.pages.options.choose(option)
        self._window.pages.options.take_keyboard()

    def _show_indicator(self, indicator: str) -> None:
        self._window.go_to_page("Score")
        self._window.pages.show_indicator(indicator)

    def _scores(self) -> list[list[Value]]:
        """Return the scorecard as a table."""
        session = self._window.session
        sheet = session.sheet
        return [] if sheet is None else score_table(session.playbook, sheet)

    def _add_views(self) -> None:
        window = self._window

        def help_view() -> QWidget:
            from ui.help.help_view import HelpView

            return HelpView(window.session.playbook, partial(keys, window.menus))

        def settings_view() -> QWidget:
            from ui.settings_view import SettingsView

            made = SettingsView(self._settings, self._theme, window.marking)
            made.text_size_changed.connect(self._resize)
            made.dates_changed.connect(window.session.assessment_opened)
            made.dates_changed.connect(window.session.library_changed)
            made.analyst_changed.connect(self._sign)
            return made

        window.views.add(HELP, help_view)
        window.views.add(SETTINGS, settings_view)

    def _settings_view(self) -> SettingsView:
        view: SettingsView = self._window.views.view(SETTINGS)  # type: ignore[assignment]  # made under this name
        return view

    def _resize(self) -> None:
        self._settings.view_at_start = SETTINGS
        self._settings.save()
        self.text_size_changed.emit()

    def _sign(self, analyst: str) -> None:
        self._window.session.analyst = analyst

    def _connect(self) -> None:
        window, menus, session = self._window, self._window.menus, self._window.session
        menus.anything.triggered.connect(self.open_palette)
        menus.find_in_page.triggered.connect(lambda: self.find.open())
        menus.settings.triggered.connect(lambda: window.views.show_view(SETTINGS))
        menus.why.triggered.connect(self.ask_here)
        menus.help_here.triggered.connect(self.help_here)
        menus.contents.triggered.connect(lambda: self.open_help())
        menus.shortcuts.triggered.connect(lambda: self.open_help(KEYS, "Keyboard shortcuts"))
        menus.about.triggered.connect(lambda: self.open_help(ABOUT, "About Second Image"))
        session.best_changed.connect(lambda _: self.whys.refresh())
        session.likelihoods_changed.connect(lambda _: self.whys.refresh())
        session.assessment_opened.connect(self._leave_page)
        window.pages.page_shown.connect(self._turn)
        window.views.shown.connect(self._enter_view)

    def _turn(self) -> None:
        self._leave_page()
        self._mark_shown()

    def _enter_view(self, name: str) -> None:
        self._leave_page()
        offer_in(self._window.views.view(name))
        self.whys.mark_view(name)

    def _leave_page(self) -> None:
        """Put away what is about the page that was shown, as far as it was ever made."""
        if "find" in self.__dict__:
            self.find.close_bar()
        self.whys.close_panel()

    def _offer_in_parts(self) -> None:
        offer_in(self._window.library)
        offer_copying(self._window.pages.score, self._scores)
        self._mark_shown()

    def _mark_shown(self) -> None:
        """Let the page shown be copied from and asked about: pages are made when they are first wanted."""
        if self.whys.mark_page():
            offer_in(self._window.pages.page)
