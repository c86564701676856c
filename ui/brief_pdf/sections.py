"""The sections of the Brief on paper, from the heading to the triggers: what they say comes from the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from advisor.briefing_text import best_scores_line, computed_line
from advisor.wording import percent
from ui.brief_pdf.canvas import PLAIN, Row, Run
from ui.brief_pdf.columns import Columns, section
from ui.tokens import LIGHT
from ui.widgets.glyphs import paint_stance, paint_verdict

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from advisor.judgments import Judgment
    from advisor.options_table import PlanColumn
    from advisor.plan_table import PlanTable
    from advisor.trigger_table import Sign
    from ui.brief_pdf.canvas import Canvas, Runs

_RIGHT = Qt.AlignmentFlag.AlignRight
_LINE, _NOTE, _SMALL = 8.6, 7.4, 7.8
_NAMES_SHOWN = 12
_GLYPH, _BESIDE = 7.8, "\u2003"
_ROW = Row()


def paint_heading(canvas: Canvas, briefing: Briefing) -> None:
    """Paint country, issue, date, analyst and playbook."""
    at = Columns(canvas.width)
    for text, size, bold in ((briefing.country, 20.0, True), (briefing.issue, 12.0, False)):
        canvas.row([at.whole.cell((canvas.fitted(Run(text, size, bold=bold), canvas.width),))])
    about = [f"As of {briefing.as_of_text}", briefing.analyst, briefing.playbook]
    said = "   |   ".join(" ".join(part.split()) for part in about if part.strip())
    canvas.row([at.whole.cell((Run(said, 8.4, LIGHT.ink2),))], Row(padding=3, rule=LIGHT.ink, thick=1.2))
    canvas.row([at.whole.cell((Run(computed_line(briefing), _NOTE, LIGHT.ink3),))])


def paint_bottom_line(canvas: Canvas, briefing: Briefing) -> None:
    """Paint the bottom line in its panel, then the cautions, then what follows from best scores."""
    at = Columns(canvas.width)
    stance = briefing.stance
    colour = LIGHT.stance(stance.stance_class).name() if stance.stance_class else LIGHT.ink3
    # Its glyph is painted, because few fonts hold it.
    leaning = f"{_BESIDE}{stance.text.partition(' ')[2]}" if stance.stance_class else stance.text
    lean = (
        Run("BOTTOM LINE\n", 7.6, LIGHT.accent, bold=True),
        Run(leaning, 10.5, colour, bold=True),
        Run(f"\n{stance.chances_text}", _NOTE, LIGHT.ink3),
    )
    label, body = at.label.cell(lean), at.body.cell((Run(briefing.bottom_line, 9.2),))
    panel = Row(padding=9, fill=LIGHT.sunken, rule="")
    top, high = canvas.row([label, body], panel)
    canvas.fill(0, top, 2.5, high, LIGHT.accent)
    painter = canvas.painter
    if painter is not None and stance.stance_class is not None:
        first = canvas.height_of(at.label.cell(lean[:1])) / 2
        middle = top + (high - canvas.height_of(label)) / 2 + first + 10.5 * 0.61
        glyph = canvas.box(at.label.left, middle - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_stance(painter, glyph, stance.stance_class, LIGHT.stance(stance.stance_class))
    for text in briefing.cautions:
        bold = Run("Caution", _LINE, LIGHT.error, bold=True)
        canvas.row([at.label.cell((bold,)), at.body.cell((Run(text, _LINE, LIGHT.error),))], _ROW)
    said, shown = best_scores_line(briefing)
    canvas.row(
        [at.label.cell((Run(said, _SMALL, LIGHT.ink2, bold=True),)), at.body.cell((Run(shown, _SMALL, LIGHT.ink2),))],
        _ROW,
    )


def paint_judgments(canvas: Canvas, briefing: Briefing) -> None:
    """Paint the key judgments, their likelihood and their confidence in columns of their own."""
    at = Columns(canvas.width)
    section(canvas, "Key judgments, in the words of ICD 203", "Chance", "Confidence")
    for number, one in enumerate(briefing.judgments, 1):
        canvas.row(
            [
                at.edge.cell((Run(str(number), _LINE, LIGHT.accent, bold=True),)),
                at.label.cell((Run(one.topic, _LINE, bold=True),)),
                at.body.cell(_emphasised(one)),
                at.figure.cell((Run(percent(one.probability), _LINE),), _RIGHT),
                at.aside.cell((Run(one.confidence, _LINE),), _RIGHT),
            ],
            _ROW,
        )


def _emphasised(judgment: Judgment) -> Runs:
    before, words, after = judgment.text.partition(judgment.words)
    return (Run(before, _LINE), Run(words, _LINE, bold=True), Run(after, _LINE))


def paint_plan(canvas: Canvas, briefing: Briefing) -> None:
    """Paint what to commit to, offer, hold in reserve and avoid, each with its chip."""
    section(canvas, "Plan", "Options")
    for column in briefing.plan:
        _plan_row(canvas, column)


def _plan_row(canvas: Canvas, column: PlanColumn) -> None:
    at = Columns(canvas.width)
    chip = LIGHT.verdicts[column.verdict]
    ink, fill = (chip.fill, LIGHT.surface) if column.left_out else (chip.text, chip.fill)
    note = f"\n{column.note}" if column.note else ""
    body = at.body.cell((Run(_names(column), _LINE), Run(note, _NOTE, LIGHT.ink3)))
    high = canvas.height_of(body) + 2 * _ROW.padding
    canvas.fill(at.label.left, canvas.y, at.label.width, high, fill)
    if canvas.painter is not None:
        glyph = canvas.box(at.label.left + 7, canvas.y + high / 2 - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_verdict(canvas.painter, glyph, column.verdict, QColor(ink))
    title = (Run(column.title.partition(" ")[2], 9.0, ink, bold=True),)
    canvas.place(at.label.cell(title).shifted(19), canvas.y + high / 2)
    canvas.row([body, at.figure.cell((Run(str(len(column.options)), _LINE),), _RIGHT)], _ROW)


def _names(column: PlanColumn) -> str:
    names = list(column.options[:_NAMES_SHOWN])
    more = len(column.options) - len(names)
    return "  ·  ".join([*names, *([f"and {more} more"] if more else [])]) or "None"


def paint_what_next(canvas: Canvas, briefing: Briefing) -> None:
    """Paint the triggers of the plan, or without a plan what to find out."""
    if briefing.plan_table is None:
        _questions(canvas, briefing)
    else:
        _triggers(canvas, briefing.plan_table)


def _triggers(canvas: Canvas, plan: PlanTable) -> None:
    at = Columns(canvas.width)
    chance = plan.horizon_text.capitalize() if plan.switches else ""
    section(canvas, "Triggers to watch", "Now" if plan.signs else "", chance)
    if plan.signs_note:
        canvas.row([at.whole.cell((Run(plan.signs_note, 8.2, LIGHT.ink2),)).shifted(at.label.left)], PLAIN)
    for sign in plan.signs:
        _sign(canvas, sign)
    if plan.flexibility:
        topic = at.label.cell((Run("What reviewing it is worth", _LINE, bold=True),))
        canvas.row([topic, at.body.cell((Run(plan.flexibility, _LINE),))], _ROW)


def _sign(canvas: Canvas, sign: Sign) -> None:
    at = Columns(canvas.width)
    number = "" if sign.number is None else str(sign.number)
    chance = "" if sign.share is None else f"{percent(sign.share)}\n{sign.share_words}"
    seen = f"\n{sign.seen}" if sign.seen else ""
    canvas.row(
        [
            at.edge.cell((Run(number, _LINE, LIGHT.accent, bold=True),)),
            at.label.cell((Run(sign.watch, _LINE, bold=True),)),
            at.body.cell(
                (Run(sign.trigger, _LINE, bold=True), Run(f": {sign.then}", _LINE), Run(seen, _NOTE, LIGHT.ink3))
            ),
            at.figure.cell((Run(f"{sign.now:.1f}", _LINE),), _RIGHT),
            at.aside.cell((Run(chance, _LINE),), _RIGHT),
        ],
        _ROW,
    )


def _questions(canvas: Canvas, briefing: Briefing) -> None:
    at = Columns(canvas.width)
    section(canvas, "Worth finding out next", "Score", "Part of doubt")
    for one in briefing.questions:
        canvas.row(
            [
                at.label.cell((Run(one.name, _LINE, bold=True),)),
                at.body.cell((Run(one.question, _SMALL, LIGHT.ink2),)),
                at.figure.cell((Run(one.known, _LINE),), _RIGHT),
                at.aside.cell((Run(percent(one.share), _LINE),), _RIGHT),
            ],
            _ROW,
        )
