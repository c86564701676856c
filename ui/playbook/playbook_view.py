"""Playbook: browse what it says, try changes out on the open assessment, keep them as a playbook of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from advisor.playbook_contents import KIND_WORDS, contents, counts
from advisor.playbook_words import describe
from ui.copying import offer_copying
from ui.playbook.effect_panel import EffectPanel
from ui.playbook.entry_detail import EntryDetail
from ui.playbook.entry_model import entry_of
from ui.playbook.entry_tree import EntryTree
from ui.playbook.panes import Panes
from ui.playbook.trial_strip import TrialStrip
from ui.tokens import SPACE, font
from ui.widgets.clear_button import ClearButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from advisor.playbook_contents import ContentKind, Group, Item
    from advisor.trial import Entry
    from ui.playbook.trying import Trying
    from ui.playbook_ports import PlaybooksPort
    from ui.session import Session

NAME = "Playbook"
EVERYTHING = "Everything"
NO_MATCH, CLEAR = "Nothing in the playbook matches.", "Clear the filter"
ADD = "Add a playbook…"


class PlaybookView(QWidget):
    """Reads the entries again when it is shown after the assessment has changed."""

    other_wanted = Signal(str)
    """Id of another playbook to open."""
    folder_wanted = Signal()
    """A playbook that was written elsewhere is to be added."""

    def __init__(self, session: Session, playbooks: PlaybooksPort, trying: Trying) -> None:
        super().__init__()
        self._session, self._playbooks, self.trying = session, playbooks, trying
        self._outdated = True
        self._marks: tuple[frozenset[Entry], frozenset[Entry]] = frozenset(), frozenset()
        self.groups: tuple[Group, ...] = ()
        self.lead, self.opened, self.add = InkLabel(font(12.5), "ink2"), QComboBox(), QPushButton(ADD)
        self.strip = TrialStrip()
        self.filter, self.kind, self.firing = QLineEdit(), QComboBox(), QCheckBox("Firing now")
        self.none = EmptyState(CLEAR)
        self.none.say(NO_MATCH)
        self.tree = EntryTree()
        self.detail = EntryDetail(session.playbook)
        self.effects = EffectPanel(session.playbook)
        self._dress()
        self._lay_out()
        self._connect()
        offer_copying(self.detail, self.detail.table)
        self.setFocusProxy(self.tree)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def close_work(self) -> bool:
        """Stop the background work; say whether it ended in time."""
        return self.trying.close()

    def choose(self, kind: ContentKind, name: str) -> None:
        """Go to an entry, whatever the filter."""
        if not self.tree.choose(kind, name):
            self._clear_filter()
            self.tree.choose(kind, name)

    def offer_playbooks(self) -> None:
        """List the playbooks at hand again."""
        here = self._session.playbook.identity.id
        known = self._session.ask("The playbooks could not be listed", self._playbooks.known) or ()
        self.opened.clear()
        for one in known:
            self.opened.addItem(f"{one.name} {one.version}", one.id)
        self.opened.setCurrentIndex(self.opened.findData(here))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.offer_playbooks()
        if self._outdated:
            self._read()
        self._show_trial()
        self._show_effect()
        self._show_record()

    # Inside

    def _connect(self) -> None:
        session, trying = self._session, self.trying
        session.assessment_opened.connect(self._outdate)
        session.best_changed.connect(lambda _: self._outdate())
        self.filter.textChanged.connect(lambda _: self._list())
        self.kind.currentIndexChanged.connect(lambda _: self._list())
        self.firing.toggled.connect(lambda _: self._list())
        self.none.buttons[0].clicked.connect(self._clear_filter)
        self.none.buttons[0].clicked.connect(lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        self.tree.chosen.connect(self._describe)
        self.opened.activated.connect(lambda _: self._open_other())
        self.add.clicked.connect(self.folder_wanted)
        self.detail.dials.wanted.connect(trying.try_out)
        self.strip.back.clicked.connect(self._put_back)
        self.effects.measure.clicked.connect(trying.measure)
        trying.changed.connect(self._show_trial)
        trying.compared.connect(self._show_effect)
        trying.measured.connect(self._show_record)
        trying.refused.connect(self._refuse)

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Take over what the entries come to now."""
        self._outdated = False
        self.groups = contents(self._session.playbook, self._session.best)
        self.firing.setEnabled(self._session.best is not None)
        self._list()
        if self.tree.current is not None:
            self._describe(*self.tree.current)

    def _list(self) -> None:
        self.tree.show_groups(self.groups, self.trying.trial, self._wants)
        empty = not self.tree.entries.rowCount()
        self.none.setVisible(empty)
        self.tree.setVisible(not empty)

    def _wants(self, item: Item) -> bool:
        kind = self.kind.currentData()
        if kind == _TRIED:
            entry = entry_of(item.kind, item.id)
            chosen = entry is not None and entry in self.trying.trial.entries
        else:
            chosen = kind is None or item.kind == kind
        if self.firing.isChecked() and item.kind in ("rule", "stance_rule") and item.now == "–":
            return False
        return chosen and item.answers(self.filter.text())

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.kind.setCurrentIndex(0)
        self.firing.setChecked(False)

    def _describe(self, kind: ContentKind, name: str) -> None:
        session = self._session
        self.detail.show_description(describe(session.playbook, session.best, kind, name))
        entry = entry_of(kind, name)
        if entry != self.detail.dials.entry or entry is None:
            self.detail.dials.show_entry(entry, self.trying.trial)
            self.detail.verticalScrollBar().setValue(0)

    def _show_trial(self) -> None:
        self.strip.problem.setText("")
        self.detail.dials.show_trial(self.trying.trial)
        self.effects.setVisible(self.trying.is_on)
        marks = self.trying.trial.off, self.trying.trial.entries
        # Every tick of a slider is another trial, few of them are another mark.
        if marks != self._marks:
            self._marks = marks
            self._list()

    def _show_effect(self) -> None:
        trying = self.trying
        if not self.isVisible():
            return
        self.strip.show_trial(trying.trial, trying.effect)
        if trying.is_on:
            self.effects.show_effect(trying.effect)

    def _show_record(self) -> None:
        self.effects.show_record(self.trying.record, busy=self.trying.measuring)

    def _put_back(self) -> None:
        self.trying.put_back()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, why: str) -> None:
        self.strip.problem.setText(why)
        self.detail.dials.show_trial(self.trying.trial)

    def _open_other(self) -> None:
        wanted = self.opened.currentData()
        if wanted != self._session.playbook.identity.id:
            self.other_wanted.emit(wanted)

    def _dress(self) -> None:
        playbook = self._session.playbook
        made_from = "" if playbook.derivation is None else f" Made from {playbook.derivation.sentence}."
        self.lead.setText(f"{counts(playbook)}.{made_from}")
        self.filter.setPlaceholderText("Filter by words")
        self.filter.setToolTip("Words in names, reasons and sources")
        self.filter.setAccessibleName("Filter the entries by words")
        ClearButton(self.filter)
        self.kind.setAccessibleName("Kind of entries")
        self.kind.addItem(EVERYTHING)
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(words, kind)
        self.kind.addItem("What is tried out", _TRIED)
        self.firing.setAccessibleDescription("Leave out the rules that do not fire in the open assessment")
        self.add.setToolTip("Take in the folder of a playbook written elsewhere: it is checked and copied")
        self.opened.setAccessibleName("Playbook in use")
        self.opened.setAccessibleDescription("Another one opens the window anew; scores stay as they are")
        self.opened.setToolTip("The playbook in use. Another one opens the window anew; scores stay as they are.")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        head.addWidget(self.lead, 1, Qt.AlignmentFlag.AlignVCenter)
        head.setSpacing(SPACE[1])
        head.addWidget(self.opened, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        asked = QHBoxLayout()
        asked.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        asked.setSpacing(SPACE[1])
        asked.addWidget(self.filter, 1)
        asked.addWidget(self.kind)
        asked.addWidget(self.firing)
        left = QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addLayout(asked)
        listed.addWidget(self.none)
        listed.addWidget(self.tree, 1)
        listed.addStretch()
        self.none.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self.panes = Panes(left, self.detail, self.effects)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.panes, 1)


_TRIED = "tried"
