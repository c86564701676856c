"""The switch table: which indicator passes which threshold, how likely that is, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.plan_text import no_switch_text
from advisor.scores import SCALE
from advisor.trigger_table import switch_rows
from advisor.wording import percent
from ui.live_sections import line
from ui.plan.runs import NEW_LINE, Run, minor
from ui.plan.text_table import Cell, CellDelegate, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.axis import Axis
from ui.widgets.ink_label import InkLabel, section_font
from ui.widgets.line_text import CENTRE, Type, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from advisor.plan import Plan
    from advisor.playbook import Playbook, Side
    from advisor.trigger_table import SwitchRow
    from advisor.triggers import Trigger
    from ui.tokens import Tokens

BADGE = 17.0
_NUMBER, _WHEN, _PASSES, _AXIS, _CHANCE, _THEN = range(6)
_COLUMNS = (
    Column("", 26),
    Column("When", 108, 2),
    Column("passes", 84),
    Column("now ● and threshold", 136, 1),
    Column("Likelihood", 88),
    Column("Then do", 126, 4),
)
_ZONE, _MARK, _DOT = 8.0, 14.0, 4.0
_BADGE_TYPE = Type(11, bold=True, tabular=True)


@dataclass(frozen=True, slots=True)
class Zone:
    """Where an indicator is, and from where on a trigger acts."""

    now: float
    threshold: float
    upward: bool
    side: Side


def paint_badge(painter: QPainter, centre: QPointF, number: int, theme: Tokens, *, dim: bool = False) -> None:
    """Paint the number of a switch in a filled disc, as in the table so on the map."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink3 if dim else theme.accent))
    disc = QRectF(centre.x() - BADGE / 2, centre.y() - BADGE / 2, BADGE, BADGE)
    painter.drawEllipse(disc)
    paint_line(painter, disc, str(number), _BADGE_TYPE, theme.on_accent, CENTRE)


def paint_zone(painter: QPainter, box: QRectF, zone: Zone, theme: Tokens, *, dim: bool = False) -> None:
    """Paint an axis from 0 to 10 with a dot where the indicator is and the trigger's zone in the colour of its side."""
    axis, middle = Axis(box.left() + _DOT, box.width() - 2 * _DOT), box.center().y()
    edge, end = axis.x(zone.threshold), axis.x(SCALE[1] if zone.upward else SCALE[0])
    colour = QColor(theme.outline) if dim else theme.side(zone.side)
    painter.fillRect(
        QRectF(min(edge, end), middle - _ZONE / 2, abs(end - edge), _ZONE),
        QColor(theme.track) if dim else theme.side_soft(zone.side),
    )
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.drawLine(QPointF(axis.x(SCALE[0]), middle), QPointF(axis.x(SCALE[1]), middle))
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QPointF(edge, middle), QPointF(end, middle))
    painter.drawLine(QPointF(edge, middle - _MARK / 2), QPointF(edge, middle + _MARK / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink3 if dim else theme.ink))
    painter.drawEllipse(QPointF(axis.x(zone.now), middle), _DOT, _DOT)


class _BadgeDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, dim: bool) -> None:
        if isinstance(cell.value, int):
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            paint_badge(painter, QPointF(box.left() + BADGE / 2, box.top() + BADGE / 2), cell.value, theme, dim=dim)


class _ZoneDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, dim: bool) -> None:
        if isinstance(cell.value, Zone):
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            line_box = QRectF(box.left(), box.top(), box.width(), BADGE)
            paint_zone(painter, line_box, cell.value, theme, dim=dim)


class SwitchSection(QWidget):
    """The table under its heading, or the sentence that says why there is none."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self.table = TextTable("Switch table", _COLUMNS)
        self._badges, self._zones = _BadgeDelegate(self.table), _ZoneDelegate(self.table)
        self.table.setItemDelegateForColumn(_NUMBER, self._badges)
        self.table.setItemDelegateForColumn(_AXIS, self._zones)
        self.sentence = InkLabel(font(15, serif=True))
        self.aside = line(font(11.5, tabular=True), "ink3")
        self._lay_out()

    def show_plan(self, plan: Plan) -> None:
        """Show the switches of a plan, or why it has none."""
        rows = switch_rows(self._playbook, plan)
        self.table.setVisible(bool(rows))
        self.sentence.setVisible(not rows)
        self.sentence.setText("" if rows else no_switch_text(plan))
        self.aside.setText(f"sought among {plan.searched:,} packages in {plan.draws:,} futures")
        self.table.set_title(_CHANCE, f"In {plan.horizon_months:g} months")
        self.table.show_rows([self._cells(row, one.trigger) for row, one in zip(rows, plan.switches, strict=True)])

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the switches as those of an earlier plan, or of this one."""
        self.table.set_dimmed(dimmed=dimmed)
        self.sentence.set_ink("ink3" if dimmed else "ink")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(line(section_font(), "ink2", "Switch table"))
        head.addStretch()
        head.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.sentence)

    def _cells(self, row: SwitchRow, trigger: Trigger) -> tuple[Cell, ...]:
        side = self._playbook.indicator[trigger.indicator].side
        verb = row.trigger.rpartition(" ")[0]
        why = "\n".join(part for part in (row.why, row.sight, row.reading) if part)
        seen = (minor(row.seen_in_short),) if row.seen_in_short else ()
        return (
            Cell(value=row.number, tip=why),
            Cell((Run(row.watch, bold=True), *seen), tip=why),
            Cell((Run(f"{verb} "), Run(f"{row.threshold:g}", bold=True), minor(side))),
            Cell(
                (Run(f"now {row.now:g}, threshold {row.threshold:g}"),),
                Zone(row.now, row.threshold, trigger.direction == "rises_to", side),
                tip=f"Now {row.now:g}; the trigger acts where it {row.trigger}, on the {side} side",
            ),
            Cell((Run(percent(row.share), bold=True), minor(row.share_words))),
            Cell(_then(row), tip=why),
        )


def _then(row: SwitchRow) -> tuple[Run, ...]:
    """Return what to drop and what to add, a line each, the options in bold."""
    parts: list[Run] = []
    for verb, options in (("Drop", row.drop), ("Add", row.add)):
        if not options:
            continue
        parts.append(Run(f"{NEW_LINE if parts else ''}{verb} ", "ink2"))
        for number, name in enumerate(options):
            parts.extend(([Run("; ", "ink2")] if number else []) + [Run(name, bold=True)])
    return tuple(parts)
