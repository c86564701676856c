"""The two columns of the Score page, which face each other as in the two-level game: headers and rows of both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.scorecard import side_mean
from ui.score_row import ScoreRow
from ui.widgets.factor_header import FactorHeader, SideHeader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.playbook import Playbook, Side
    from advisor.scores import ScoreSheet

SIDES: dict[Side, tuple[str, str]] = {
    "domestic": ("Domestic pressure", "to resist"),
    "external": ("External pull", "to align"),
}


class SideColumn(QWidget):
    """One side: its header, its factors with their headers, and a row for every indicator, in playbook order."""

    def __init__(self, playbook: Playbook, side: Side) -> None:
        super().__init__()
        self._playbook, self._side = playbook, side
        self.header = SideHeader(*SIDES[side], side)
        self.factors: dict[str, FactorHeader] = {}
        self.rows: dict[str, ScoreRow] = {}
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(0)
        self.below.addWidget(self.header)
        for widget in self._parts():
            self.below.addWidget(widget)

    def set_factors(self, values: Mapping[str, float], sheet: ScoreSheet) -> None:
        """Show the values of the factors and their mean; none where not one of their indicators is scored."""
        scored = {self._playbook.indicator[name].factor for name in sheet.scores}
        for name, header in self.factors.items():
            header.set_value(values[name] if name in scored else None)
        if self.factors:
            mean = side_mean(self._playbook, values, self._side)
            self.header.set_value(mean if scored & set(self.factors) else None)

    def _parts(self) -> Iterator[QWidget]:
        for factor in (one for one in self._playbook.factors if one.side == self._side):
            self.factors[factor.id] = FactorHeader(factor.name, self._side, captions=not self.factors)
            yield self.factors[factor.id]
            for indicator in (one for one in self._playbook.indicators if one.factor == factor.id):
                self.rows[indicator.id] = ScoreRow(indicator)
                yield self.rows[indicator.id]
