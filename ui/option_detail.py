"""The reasons of one option: verdict, likelihoods, the waterfall of its standing, conditions, price and description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor.option_sheet import described_sections, judged_sections
from advisor.reasons import reason
from advisor.waterfall import in_words, waterfall
from advisor.wording import is_offered_as_sweetener, likelihood, percent
from ui.options_model import NONE_YET
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel, section_font
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.likelihood_bar import LikelihoodBar
from ui.widgets.reason_box import ReasonBox
from ui.widgets.section_lines import SectionStack
from ui.widgets.table_rows import Reading
from ui.widgets.verdict_chip import VerdictChip
from ui.widgets.waterfall import Waterfall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

    from advisor.findings import BestFindings, OptionAtBest
    from advisor.levers import Price
    from advisor.playbook import Playbook
    from advisor.tipping import TippingPoint
    from advisor.waterfall import Bar
    from ui.option_rows import OptionRow

_WIDTH = 385
_LEAST_WIDTH = 330
_RING = 2
_NO_BREAK = "\N{NO-BREAK SPACE}"
_FACT_GAP = f"{_NO_BREAK}{_NO_BREAK} "


class OptionDetail(QScrollArea):
    """Shows one option; the pieces are made once and filled again, so that an edit is followed at once."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._best: BestFindings | None = None
        self._option: OptionAtBest | None = None
        self._bars: tuple[Bar, ...] = ()
        self._keyboard = KeyboardFocus()
        self.name = InkLabel(font(19, serif=True, bold=True))
        self.chip = VerdictChip()
        self.facts = InkLabel(font(12, tabular=True), "ink2")
        self.now = _Likelihood("Acceptance now")
        self.horizon = _Likelihood(f"In {playbook.uncertainty.horizon_months:g} months")
        self.waterfall = Waterfall()
        self.reason = ReasonBox()
        self.judged, self.described = SectionStack(), SectionStack()
        self.judged.setAccessibleName("Conditions, tipping points and price")
        self.waterfall.bar_selected.connect(self._explain)
        self._arrange()

    @property
    def option(self) -> OptionAtBest | None:
        """The option shown."""
        return self._option

    def show_option(
        self, best: BestFindings, row: OptionRow, tipping: Iterable[TippingPoint] = (), price: Price | None = None
    ) -> None:
        """Show an option with the findings it belongs to."""
        option, known = row.best, row.finding
        another = self._option is None or self._option.id != option.id
        self._best, self._option = best, option
        self._show_facts(row, len(best.options))
        self.now.show_likelihood(known.p_now if known else None, row.stale)
        self.horizon.show_likelihood(known.p_horizon if known else None, row.stale)
        self._bars = waterfall(self._playbook, option)
        self.waterfall.show_bars(option.name, in_words(option, self._bars), self._bars)
        self.judged.show_sections(judged_sections(self._playbook, option, price, tipping))
        if another:
            self.described.show_sections(described_sections(self._playbook, self._playbook.option[option.id]))
            self.verticalScrollBar().setValue(0)

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus() and self._keyboard.ring:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), _RING))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        return handled

    # Inside

    def _show_facts(self, row: OptionRow, options: int) -> None:
        option = row.best
        facts = [f"rank {option.rank} of {options}", f"US value {option.us_value:.1f}".replace("-", "−")]
        if is_offered_as_sweetener(option, row.verdict):
            facts.append("a sweetener")
        self.name.setText(option.name)
        self.chip.set_verdict(row.verdict)
        self.facts.setText(_FACT_GAP.join(fact.replace(" ", _NO_BREAK) for fact in facts))
        self.setAccessibleName(f"Reasons for {option.name}")

    def _explain(self, bar: Bar | None) -> None:
        if bar is not None and self._best is not None and self._option is not None:
            self.reason.show_reason(reason(self._playbook, self._best, self._option, self._bars, bar))

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_RING, _RING, _RING, _RING)
        self.setWidgetResizable(True)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName("Reasons for the option")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        layout.setSpacing(SPACE[1])
        layout.addWidget(self.name)
        layout.addLayout(self._chip_line())
        layout.addLayout(self._likelihood_line())
        for widget in (_Hairline(), self.waterfall, self.reason, self.judged, self.described):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(body)

    def _chip_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[2])
        line.addWidget(self.chip)
        line.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _likelihood_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[3])
        line.addWidget(self.now, 1)
        line.addWidget(self.horizon, 1)
        return line


class _Hairline(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens(self.palette()).line))


class _Likelihood(QWidget):
    """A likelihood under its title, in ICD 203 words and as a bar."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.words = InkLabel(font(12), "ink2")
        self.bar = LikelihoodBar(title)
        heading = InkLabel(section_font(), "ink2", title)
        heading.setWordWrap(False)
        self.words.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for widget in (heading, self.bar, self.words):
            column.addWidget(widget)

    def show_likelihood(self, probability: float | None, stale: bool) -> None:
        """Show a probability, dimmed where it is of an earlier edit, or that there is none yet."""
        self.words.setText("" if probability is None else likelihood(probability))
        self.words.set_ink("ink3" if stale else "ink2")
        text = NONE_YET if probability is None else percent(probability)
        self.bar.set_reading(Reading(probability, text, dim=stale))
