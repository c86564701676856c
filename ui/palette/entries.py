"""What the palette offers: menu actions, views, assessments, and the options and indicators of the open playbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ui.dates import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from advisor.playbook import Playbook
    from ui.ports import CaseSummary

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to go to."""

    key: str
    label: str
    kind: str
    run: Callable[[], object]
    shortcut: str = ""


def action_entries(bar: QMenuBar) -> Iterator[Entry]:
    """Return what can be chosen in the menus now."""
    for action in bar.actions():
        if (menu := _menu(action)) is not None:
            yield from _of_menu(menu, plain(action.text()))


def view_entries(names: Iterable[str], show: Callable[[str], None], taken: Iterable[str]) -> Iterator[Entry]:
    """Return the views that no menu offers under their name."""
    known = {label.casefold() for label in taken}
    for name in names:
        if name.casefold() not in known:
            yield Entry(f"view:{name}", name, "View", partial(show, name))


def assessment_entries(cases: Iterable[CaseSummary], open_assessment: Callable[[str], None]) -> Iterator[Entry]:
    """Return every assessment of every country, the newest of each country first."""
    for case in cases:
        for one in sorted(case.assessments, key=lambda held: held.as_of, reverse=True):
            label = f"{case.name}, {written(one.as_of)}"
            yield Entry(f"assessment:{one.id}", label, "Assessment", partial(open_assessment, one.id))


def playbook_entries(
    playbook: Playbook, show_option: Callable[[str], None], show_indicator: Callable[[str], None]
) -> Iterator[Entry]:
    """Return the options and indicators, each with the way to it."""
    for option in playbook.options:
        yield Entry(f"option:{option.id}", option.name, "Option", partial(show_option, option.id))
    for indicator in playbook.indicators:
        yield Entry(f"indicator:{indicator.id}", indicator.name, "Indicator", partial(show_indicator, indicator.id))


def plain(text: str) -> str:
    """Return the text of an action without mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _of_menu(menu: QMenu, path: str) -> Iterator[Entry]:
    for action in menu.actions():
        inner = _menu(action)
        if inner is not None:
            yield from _of_menu(inner, f"{path} › {plain(action.text())}")
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            shortcut = action.shortcut().toString(_NATIVE)
            yield Entry(f"{path}:{plain(action.text())}", plain(action.text()), path, action.trigger, shortcut)


def _menu(action: QAction) -> QMenu | None:
    menu: object = action.menu()
    return menu if isinstance(menu, QMenu) else None
