"""The switch and the numbers of the entry chosen: what is moved here is tried out, never saved."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.dials import dials, group_title
from advisor.knob_ranges import KnobRange
from advisor.trial import NOTHING
from ui.plan.knob_slider import KnobRow
from ui.tokens import SPACE, font
from ui.widgets.fold import Fold
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.dials import Dial
    from advisor.playbook import Playbook
    from advisor.trial import Entry, Trial

TITLE = "Try out"
FIXED = "Rules and options can be tried out here. Scores move on the page Score, weights and limits on the page Plan."
_NOTED = ("strength", "veto_at", "visibility", "coerciveness", "reversibility")
_WIDTH = 460


class _Group(Fold):
    """Dials of one kind, made when they are first wanted."""

    def __init__(self, found: Sequence[Dial], owner: DialRows) -> None:
        super().__init__(group_title(found[0].number.name))
        self._found, self._owner = found, owner
        self.rows: dict[str, KnobRow] = {}
        self.button.toggled.connect(lambda _: self.make())

    def make(self) -> None:
        """Make the rows, once."""
        for dial in self._found if not self.rows else ():
            row = KnobRow(dial.name, dial.name, KnobRange(dial.high, dial.step, dial.given, dial.low), dial.written)
            if dial.number.name in _NOTED:
                row.show_note(dial.meaning)
            else:
                row.setToolTip(dial.meaning)
                row.slider.setAccessibleDescription(dial.meaning)
            row.setMaximumWidth(_WIDTH)
            row.turned.connect(partial(self._owner.turn, dial))
            self.rows[dial.number.of or dial.number.name] = row
            self.body.addWidget(row)
        self.show_trial(self._owner.trial)

    def show_trial(self, trial: Trial) -> None:
        """Show the numbers that are tried out; where any are, the group is open."""
        changed = [dial for dial in self._found if dial.number in trial.numbers]
        if changed and not self.button.isChecked():
            self.button.setChecked(True)
        for dial in self._found if self.rows else ():
            row, value = self.rows[dial.number.of or dial.number.name], trial.numbers.get(dial.number)
            if row.value != value:
                row.show_value(value)


class DialRows(QWidget):
    """Shows what of an entry can be tried out, and asks for a trial."""

    wanted = Signal(object)
    """The `Trial` to try out."""

    def __init__(self, playbook: Playbook) -> None:
        super().__init__()
        self._playbook = playbook
        self.entry: Entry | None = None
        self.trial: Trial = NOTHING
        self.groups: list[_Group] = []
        self._opened: set[str] = set()
        self.on = QCheckBox("Switched on")
        self.back = QPushButton("As the playbook has it")
        self.back.setProperty("link", "true")
        self.fixed = InkLabel(font(12), "ink3", FIXED)
        self.on.toggled.connect(self._switch)
        self.back.clicked.connect(self._put_back)
        self._held = QVBoxLayout()
        self._held.setSpacing(SPACE[0])
        head = QHBoxLayout()
        head.setSpacing(SPACE[2])
        head.addWidget(self.on)
        head.addWidget(self.back)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(InkLabel(section_font(), "ink2", TITLE))
        column.addWidget(self.fixed)
        column.addLayout(head)
        column.addLayout(self._held)

    def show_entry(self, entry: Entry | None, trial: Trial) -> None:
        """Show another entry; None for one of which nothing can be tried out."""
        self.entry, self.trial = entry, trial
        for group in self.groups:
            group.hide()
            group.deleteLater()
        self.groups = []
        self.on.setVisible(entry is not None)
        self.fixed.setVisible(entry is None)
        shown = dials(self._playbook, entry) if entry is not None else ()
        for _, found in groupby(shown, key=lambda one: group_title(one.number.name)):
            self._add(_Group(tuple(found), self))
        self.show_trial(trial)

    def show_trial(self, trial: Trial) -> None:
        """Show what is tried out now."""
        self.trial = trial
        with QSignalBlocker(self.on):
            self.on.setChecked(self.entry not in trial.off)
        self.back.setVisible(self.entry in trial.entries)
        for group in self.groups:
            group.setEnabled(self.on.isChecked())
            group.show_trial(trial)

    def turn(self, dial: Dial, value: float | None) -> None:
        """Try out another number."""
        self.wanted.emit(self.trial.turned(dial.number, value))

    def _add(self, group: _Group) -> None:
        title = group.button.text()
        self.groups.append(group)
        self._held.addWidget(group)
        # A rule has one group of one or two numbers: nothing is gained by folding it away.
        if title in self._opened or (self.entry is not None and self.entry.kind == "rule"):
            group.button.setChecked(True)
        group.button.toggled.connect(lambda opened: (self._opened.add if opened else self._opened.discard)(title))

    def _switch(self, on: bool) -> None:
        if self.entry is not None:
            self.wanted.emit(self.trial.switched(self.entry, on=on))

    def _put_back(self) -> None:
        if self.entry is not None:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wanted.emit(self.trial.without(self.entry))
