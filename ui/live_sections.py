"""The sections of the live result, each showing one part of the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor.findings import VERDICTS
from advisor.scores import CONFIDENCES
from advisor.wording import STANCE_WORDS, likelier_text, likelihood, percent, stance_sentence
from ui.tokens import SPACE, font
from ui.widgets.confidence_bars import BARS_SIZE, ConfidenceBars
from ui.widgets.glyphs import StanceGlyph, VerdictGlyph
from ui.widgets.ink_label import InkLabel, section_font
from ui.widgets.likelihood_meter import LikelihoodMeter
from ui.widgets.stance_gauge import StanceGauge
from ui.widgets.table_rows import Reading
from ui.widgets.verdict_dots import VerdictDots

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from PySide6.QtGui import QFont

    from advisor.findings import BestFindings, Findings, Verdict
    from advisor.scores import Confidence
    from advisor.stance_fit import StanceModel
    from ui.widgets.ink_label import Ink

NOTHING_SCORED = "Nothing scored yet"
COUNTS_AS_UNKNOWN = "Until it is scored, an indicator counts as anything from 0 to 10."
_HOW_TO_BEGIN = f"Press a digit on a row of the Score page, or click an anchor. {COUNTS_AS_UNKNOWN}"
_LEADS_SHOWN = 3
_SHORT: dict[Verdict, str] = {
    "lead": "lead",
    "offer_with_conditions": "offer",
    "hold_in_reserve": "hold in reserve",
    "avoid": "avoid",
}


def line(face: QFont, ink: Ink = "ink", text: str = "") -> InkLabel:
    """Return a label that keeps to one line."""
    made = InkLabel(face, ink, text)
    made.setWordWrap(False)
    return made


def hairline() -> QFrame:
    """Return a line that parts two sections."""
    made = QFrame()
    made.setObjectName("hairline")
    made.setFixedHeight(1)
    return made


class Section(QWidget):
    """A heading with a figure at its right, and what stands below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[0])
        head = QHBoxLayout()
        self.figure = line(font(12.5, bold=True, tabular=True))
        head.addWidget(line(section_font(), "ink2", title))
        head.addStretch()
        head.addWidget(self.figure)
        self.body.addLayout(head)


class StanceSection(Section):
    """Where the government leans, how likely that is, and what the last edit changed; how to begin before any score."""

    def __init__(self, model: StanceModel) -> None:
        super().__init__("Live result")
        self.glyph = StanceGlyph(14)
        self.word = line(font(25, serif=True, bold=True))
        self.chance = line(font(12.5, bold=True))
        self.likelier = InkLabel(font(11.5), "ink2")
        self.before = line(font(11.5), "ink3")
        self.how_to_begin = InkLabel(font(12.5), "ink2", _HOW_TO_BEGIN)
        self.gauge = StanceGauge(model)
        self.body.addLayout(_row(self.glyph, self.word, spacing=SPACE[1]))
        for widget in (self.how_to_begin, self.chance, self.likelier, self.before, self.gauge):
            self.body.addWidget(widget)
        self.likelier.hide()

    def show_best(self, best: BestFindings) -> None:
        """Show the class by best scores, at once; none where nothing is scored."""
        begun = best.scored > 0
        for widget in (self.glyph, self.chance, self.before):
            widget.setVisible(begun)
        self.likelier.setVisible(begun and bool(self.likelier.text()))
        self.how_to_begin.setVisible(not begun)
        self.glyph.set_stance(best.stance.stance_class)
        self.word.setText(STANCE_WORDS[best.stance.stance_class] if begun else NOTHING_SCORED)
        self.gauge.set_index(best.stance.index)
        self.gauge.set_muted(not begun)

    def show_likelihoods(self, findings: Findings, before: Findings | None) -> None:
        """Show how likely the class is, now and before the last edit."""
        stance = findings.best.stance.stance_class
        chance = findings.probabilities[stance]
        self.chance.setText(f"{likelihood(chance).capitalize()}, {percent(chance)}")
        likelier = likelier_text(findings)
        self.likelier.setText(f"by best scores; {likelier}" if likelier else "")
        self.likelier.setVisible(bool(likelier) and findings.best.scored > 0)
        self.setAccessibleDescription(stance_sentence(findings) if findings.best.scored else NOTHING_SCORED)
        was = "" if before is None or not before.best.scored else percent(before.probabilities[stance])
        self.before.setText(f"was {was} before the last edit" if was not in ("", percent(chance)) else "")
        self.gauge.set_likelihoods(findings.probabilities, findings.stance_range)

    def show_unknown(self) -> None:
        """Show no likelihood: none is computed yet."""
        self.likelier.setText("")
        self.likelier.hide()
        self.chance.setText("")
        self.before.setText("")
        self.gauge.set_likelihoods(None, None)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the likelihoods as those of an earlier edit, or of this one."""
        self.chance.set_ink("ink3" if dimmed else "ink")
        self.likelier.set_ink("ink3" if dimmed else "ink2")
        self.gauge.set_dimmed(dimmed)


class ReversalSection(Section):
    """How likely the stance is to be another one at the horizon."""

    def __init__(self, months: float) -> None:
        super().__init__(f"Reversal within {months:g} months")
        self.word = line(font(12.5, bold=True))
        self.percent = line(font(12.5, bold=True, tabular=True))
        self.meter = LikelihoodMeter()
        row = _row(self.word, spacing=SPACE[1])
        row.addWidget(self.percent)
        self.body.addLayout(row)
        self.body.addWidget(self.meter)
        self._value: float | None = None

    def show_likelihood(self, value: float | None) -> None:
        """Show the likelihood, or that there is none yet."""
        self._value = value
        self.word.setText("" if value is None else likelihood(value).capitalize())
        self.percent.setText("" if value is None else percent(value))
        self.set_dimmed(dimmed=False)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the likelihood as that of an earlier edit, or of this one."""
        for label in (self.word, self.percent):
            label.set_ink("ink3" if dimmed else "ink")
        self.meter.set_reading(Reading(self._value, "", dim=dimmed))


class WinSetSection(Section):
    """How many options the government can live with, and how many have each verdict."""

    def __init__(self) -> None:
        super().__init__("Win-set")
        self.dots = VerdictDots()
        self.counts = {verdict: line(font(11.5), "ink2") for verdict in VERDICTS}
        self.body.addWidget(self.dots)
        legend = QGridLayout()
        legend.setVerticalSpacing(2)
        for place, verdict in enumerate(VERDICTS):
            cell = _row(VerdictGlyph(verdict, 10), self.counts[verdict], spacing=6)
            legend.addLayout(cell, place // 2, place % 2)
        self.body.addLayout(legend)

    def show_best(self, best: BestFindings) -> None:
        """Show the win-set by best scores."""
        self.figure.setText(f"{len(best.win_set)} of {len(best.options)}")

    def show_verdicts(self, verdicts: Counter[Verdict]) -> None:
        """Show how many options have each verdict."""
        self.dots.set_counts(verdicts)
        for verdict, label in self.counts.items():
            label.setText(f"{verdicts[verdict]} {_SHORT[verdict]}")

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the verdicts as those of an earlier edit, or of this one."""
        for label in self.counts.values():
            label.set_ink("ink3" if dimmed else "ink2")


class LeadsSection(Section):
    """The first options among the leads, with the likelihood of acceptance now."""

    def __init__(self) -> None:
        super().__init__("First among the leads")
        self.rows = [(InkLabel(font(11)), line(font(11.5, bold=True, tabular=True))) for _ in range(_LEADS_SHOWN)]
        for name, chance in self.rows:
            row = QHBoxLayout()
            row.setSpacing(SPACE[0])
            row.addWidget(name, 1)
            row.addWidget(chance, 0, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)

    def show_best(self, best: BestFindings) -> None:
        """Show the leads by best scores, without likelihoods: none is computed yet."""
        self._show([(one.name, "") for one in best.ranked if one.verdict == "lead"])

    def show_likelihoods(self, findings: Findings) -> None:
        """Show the leads with their likelihoods."""
        self._show([(one.best.name, percent(one.p_now)) for one in findings.with_verdict("lead")])

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the likelihoods as those of an earlier edit, or of this one."""
        for _, chance in self.rows:
            chance.set_ink("ink3" if dimmed else "ink")

    def _show(self, leads: list[tuple[str, str]]) -> None:
        shown = leads[:_LEADS_SHOWN] or [("No option leads", "")]
        for place, (name, chance) in enumerate(self.rows):
            name_text, chance_text = shown[place] if place < len(shown) else ("", "")
            name.setText(name_text)
            chance.setText(chance_text)
            name.setVisible(bool(name_text))
            chance.setVisible(bool(name_text))


class TippingSection(Section):
    """The least that one indicator must move for the stance to change."""

    def __init__(self) -> None:
        super().__init__("Nearest tipping point")
        self.text = InkLabel(font(11.5), "ink2")
        self.text.setWordWrap(True)
        self.body.addWidget(self.text)

    def show_text(self, text: str) -> None:
        """Show a sentence; nothing is known before the first likelihoods."""
        self.text.setText(text)
        self.setAccessibleName(f"Nearest tipping point: {text}")

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the sentence as of an earlier edit, or of this one."""
        self.text.set_ink("ink3" if dimmed else "ink2")


class ConfidenceSection(Section):
    """Overall confidence in words and bars, and how many indicators have each."""

    def __init__(self) -> None:
        super().__init__("Confidence")
        self.bars = ConfidenceBars()
        self.bars.setEnabled(False)
        self.bars.setFixedSize(BARS_SIZE)
        self.word = line(font(12.5))
        self.counts = InkLabel(font(11.5), "ink3")
        self.body.addLayout(_row(self.bars, self.word, spacing=SPACE[1]))
        self.body.addWidget(self.counts)

    def show_best(self, best: BestFindings, counts: Mapping[Confidence, int]) -> None:
        """Show the confidence of an assessment."""
        self.bars.set_confidence(best.confidence)
        self.word.setText(best.confidence)
        unscored = best.indicators - best.scored
        parts = [f"{counts[level]} {level}" for level in CONFIDENCES if counts[level]]
        self.counts.setText(", ".join([*parts, f"{unscored} not scored"] if unscored else parts))
        self.setAccessibleName(f"Confidence {best.confidence}: {self.counts.text()}")


def _row(*widgets: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    return row
