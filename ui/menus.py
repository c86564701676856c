"""The menus of the window and the actions in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.styles import THEME_CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.commands import Commands
    from ui.session import Session
    from ui.theme import Theme

_THEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark"}


class Menus(QMenuBar):
    """Every action stands in a menu, so that a keyboard finds it; what cannot be done now is greyed."""

    def __init__(self, session: Session, commands: Commands, theme: Theme, pages: Sequence[str]) -> None:
        super().__init__()
        self._session = session
        self.file, self.edit, self.case, self.view, self.help = (
            self.addMenu(title) for title in ("&File", "&Edit", "&Case", "&View", "&Help")
        )
        self._add_file(commands)
        self._add_edit()
        self._add_case(commands)
        self._add_view(theme, pages)
        self._add_help()
        for signal in (session.assessment_opened, session.library_changed, session.history_changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Grey what cannot be done now, and say what undo and redo would do."""
        library = self._session.library
        is_open, may_edit = self._session.assessment is not None, not library.read_only
        self.new_case.setEnabled(may_edit)
        self.export.setEnabled(is_open)
        self.export_case.setEnabled(is_open)
        is_locked = is_open and self._session.assessment is not None and self._session.assessment.lock is not None
        self.lock.setEnabled(is_open and may_edit and not is_locked)
        self.unlock.setEnabled(is_locked and may_edit)
        for action in (self.new_assessment, self.rename, self.redate, self.delete_assessment, self.delete_case):
            action.setEnabled(is_open and may_edit)
        _name(self.undo, "Undo", library.undo_label, may_edit)
        _name(self.redo, "Redo", library.redo_label, may_edit)

    def _add_file(self, commands: Commands) -> None:
        menu = self.file
        self.new_case = self._action(menu, "New country…", QKeySequence("Ctrl+N"), commands.new_case)
        self.new_assessment = self._action(
            menu, "New assessment…", QKeySequence("Ctrl+Shift+N"), lambda: commands.new_assessment()
        )
        menu.addSeparator()
        self.export = self._action(menu, "Export briefing…", QKeySequence("Ctrl+E"))
        self.export_case = self._action(menu, "Export country…")
        menu.addSeparator()
        self.backup = self._action(menu, "Back up library…")
        self.restore = self._action(menu, "Backups and restore…")
        menu.addSeparator()
        self.quit = self._action(menu, "Quit", QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _add_edit(self) -> None:
        self.undo = self._action(self.edit, "Undo", QKeySequence("Ctrl+Z"), self._session.undo)
        self.redo = self._action(self.edit, "Redo", QKeySequence("Ctrl+Shift+Z"), self._session.redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])

        self.edit.addSeparator()
        self.find_in_page = self._action(self.edit, "Find on the page…", QKeySequence("Ctrl+F"))
        self.edit.addSeparator()
        self.settings = self._action(self.edit, "Settings", QKeySequence("Ctrl+,"))
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _add_help(self) -> None:
        self.help_here = self._action(self.help, "Help for what has the keyboard", QKeySequence("F1"))
        self.why = self._action(self.help, "Why this number?", QKeySequence("Shift+F1"))
        self.help.addSeparator()
        self.tour = self._action(self.help, "Tour")
        self.contents = self._action(self.help, "Guide and documents")
        self.shortcuts = self._action(self.help, "Keyboard shortcuts")
        self.about = self._action(self.help, "About Second Image")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add_case(self, commands: Commands) -> None:
        menu = self.case
        self.rename = self._action(menu, "Rename country…", act=lambda: commands.rename())
        self.redate = self._action(menu, "Change date…", act=lambda: commands.redate())
        menu.addSeparator()
        self.lock = self._action(menu, "Mark as briefed (lock)…", QKeySequence("Ctrl+Shift+L"))
        self.unlock = self._action(menu, "Unlock")
        menu.addSeparator()
        self.delete_assessment = self._action(menu, "Delete assessment", act=lambda: commands.delete_assessment())
        self.delete_case = self._action(menu, "Delete country", act=lambda: commands.delete_case())

    def _add_view(self, theme: Theme, pages: Sequence[str]) -> None:
        self.anything = self._action(self.view, "Do or go to anything…", QKeySequence("Ctrl+K"))
        self.view.addSeparator()
        self.pages = [
            self._action(self.view, name, QKeySequence(f"Ctrl+{place}")) for place, name in enumerate(pages, 1)
        ]
        self._in_group(self.pages)
        self.view.addSeparator()
        self.compare = self._action(self.view, "Compare", QKeySequence("Ctrl+Shift+C"))
        self.track_record = self._action(self.view, "Track record")
        self.playbook = self._action(self.view, "Playbook", QKeySequence("Ctrl+Shift+P"))
        self.view.addSeparator()
        self.library = self._action(self.view, "Show library", QKeySequence("Ctrl+B"))
        self.live_result = self._action(self.view, "Show live result", QKeySequence("Ctrl+L"))
        self.live_result.setCheckable(True)
        self.view.addSeparator()
        menu = self.view.addMenu("Theme")
        self.themes = {choice: self._action(menu, _THEME_WORDS[choice]) for choice in THEME_CHOICES}
        self._in_group(list(self.themes.values()))
        for choice, action in self.themes.items():
            action.setChecked(choice == theme.choice)
            action.triggered.connect(lambda _=False, chosen=choice: theme.choose(chosen))

    def _in_group(self, actions: Sequence[QAction]) -> None:
        group = QActionGroup(self)
        for action in actions:
            action.setCheckable(True)
            group.addAction(action)

    def _action(
        self, menu: QMenu, text: str, key: QKeySequence | None = None, act: Callable[[], object] | None = None
    ) -> QAction:
        action = QAction(text, self)
        if key is not None:
            action.setShortcut(key)
        if act is not None:
            action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        return action


def keys(bar: QWidget) -> list[tuple[str, str]]:
    """Return the name and the keys of every action below a widget that has keys."""
    actions = [action for action in bar.findChildren(QAction) if action.shortcuts()]
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (action.text().rstrip("…"), ", ".join(key.toString(native) for key in action.shortcuts())) for action in actions
    ]


def _name(action: QAction, verb: str, label: str | None, may_edit: bool) -> None:
    shown = "" if label is None else label.replace("&", "&&").replace("->", "→")
    action.setText(f"{verb} {shown}".rstrip())
    action.setEnabled(label is not None and may_edit)
