"""The blocks of the sheet Model from scores to degrees: indicators, factors, rules, stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.condition import formula, source_text
from advisor.moment_table import stance_text
from advisor.playbook import STANCE_CLASSES
from data.workbook.model_layout import COUNT, GIVEN, HIGH, ID, LABEL, LOW, MODERATE, SIDE, STRIP, TEXT, VALUE
from data.workbook.model_page import (
    CONSTANT,
    DEGREE,
    FLAG,
    NUMBER,
    POINTS,
    POINTS_GIVEN,
    RESULT,
    RESULT_VALUE,
    WEIGHT,
    WHOLE,
    side_text,
)
from data.workbook.names import cells, near

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.model_table import FactorTerm, Graded, IndicatorTerm, RuleTerm
    from data.workbook.model_layout import StanceRow
    from data.workbook.model_page import ModelPage
    from data.workbook.styles import Style

_LEVELS = {HIGH: "High", LOW: "Low", MODERATE: "Moderate"}
_CUTS = ("cut_divergent", "cut_aligned")
_STANCE_ROWS: Mapping[StanceRow, str] = {
    "stance_index": "Stance index",
    "stance_number": "Number of its class",
    "stance_class": "Stance by best scores",
    "stance_shown": "The same as it is shown",
    "unscored_share": "Share of the indicators that is not scored",
}


def write_indicators(sheet: ModelPage, scores: Sequence[str]) -> None:
    """Write the block on the indicators; `scores` are the names of the score cells in the order of the scorecard."""
    row = sheet.head(
        "indicators",
        "1  Indicators",
        "The best score from the sheet Pressures, held to the scale; 5 where there is none. "
        "High is (x − 5)/3, low (5 − x)/3, both within 0 and 1; moderate is 1 less the larger of the two.",
        {ID: "Id", LABEL: "Indicator", SIDE: "Side", TEXT: "Factor", GIVEN: "Weight", VALUE: "Score used", **_LEVELS}
        | {STRIP: "Scored"},
    )
    for at, one in enumerate(sheet.model.indicators, row):
        _indicator(sheet, at, one, scores[one.place])


def _indicator(sheet: ModelPage, row: int, one: IndicatorTerm, score: str) -> None:
    known = sheet.layout.constant
    held = f"MAX(0,MIN({known['scale_top']},{score}))"
    sheet.texts(row, (one.id, one.name, side_text(one.side), one.factor))
    sheet.numbers(row, {GIVEN: (one.weight, CONSTANT)})
    used = f"=IF(ISNUMBER({score}),{held},{known['unscored_best']})"
    sheet.page.formula(row, VALUE, used, one.value, NUMBER)
    _levels(sheet, row, one.graded)
    sheet.page.formula(row, STRIP, f"=IF(ISNUMBER({score}),1,0)", int(one.scored), WHOLE)


def _levels(sheet: ModelPage, row: int, graded: Graded) -> None:
    value, middle, span = near(row, VALUE), *(sheet.layout.constant[one] for one in ("scale_middle", "level_span"))
    page = sheet.page
    page.formula(row, HIGH, f"=MAX(0,MIN(1,({value}-{middle})/{span}))", graded.high, DEGREE)
    page.formula(row, LOW, f"=MAX(0,MIN(1,({middle}-{value})/{span}))", graded.low, DEGREE)
    larger = f"MAX({near(row, HIGH)},{near(row, LOW)})"
    page.formula(row, MODERATE, f"=1-{larger}", graded.moderate, DEGREE)


def write_factors(sheet: ModelPage) -> None:
    """Write the block on the factors."""
    row = sheet.head(
        "factors",
        "2  Factors",
        "The mean of its indicators by weight, with the same degrees; what a point of it adds to the stance index.",
        {ID: "Id", LABEL: "Factor", SIDE: "Side", TEXT: "", GIVEN: "Weight in the stance", VALUE: "Value", **_LEVELS}
        | {STRIP: "Points in the stance", COUNT: "Scored"},
    )
    at = sheet.layout.blocks["indicators"].first
    for number, one in enumerate(sheet.model.factors):
        members = sum(indicator.factor == one.id for indicator in sheet.model.indicators)
        _factor(sheet, row + number, one, (at, at + members - 1))
        at += members


def _factor(sheet: ModelPage, row: int, one: FactorTerm, members: tuple[int, int]) -> None:
    weights, values, scored = (cells(members[0], column, members[1], column) for column in (GIVEN, VALUE, STRIP))
    sheet.texts(row, (one.id, one.name, side_text(one.side), "Weighted mean of its indicators"))
    sheet.numbers(row, {GIVEN: (one.stance_weight, WEIGHT)})
    page = sheet.page
    page.formula(row, VALUE, f"=SUMPRODUCT({weights},{values})/SUM({weights})", one.value, RESULT_VALUE)
    _levels(sheet, row, one.graded)
    added = one.stance_weight * one.value
    page.formula(row, STRIP, f"={near(row, GIVEN)}*{near(row, VALUE)}", added, POINTS)
    page.formula(row, COUNT, f"=SUM({scored})", one.scored, WHOLE)


def write_rules(sheet: ModelPage) -> None:
    """Write the block on the rules: their degrees, their vetoes, and their points for each option."""
    row = sheet.head(
        "rules",
        "3  Rules on options",
        "And is the smallest degree, or the largest, not is 1 less the degree. A veto is in force from its limit on, "
        "for the options to which the rule gives negative points. Right: points at full degree.",
        {ID: "Id", LABEL: "Rule", SIDE: "Side", TEXT: "Condition", GIVEN: "Veto from", VALUE: "Degree"}
        | {HIGH: "Veto in force"},
        options=True,
    )
    for at, one in enumerate(sheet.model.rules, row):
        _rule(sheet, at, one)


def _rule(sheet: ModelPage, row: int, one: RuleTerm) -> None:
    page, degree = sheet.page, formula(one.condition, sheet.layout.level)
    sheet.texts(row, (one.id, one.name, side_text(one.side), source_text(one.condition)))
    sheet.numbers(row, {GIVEN: (one.veto_at, CONSTANT)})
    page.formula(row, VALUE, f"={degree}", one.degree, DEGREE)
    if one.veto_at is not None:
        reached = f"{near(row, VALUE)}>={near(row, GIVEN)}-{sheet.layout.constant['dust']}"
        page.formula(row, HIGH, f"=IF({reached},1,0)", int(one.in_force), FLAG)
    sheet.strip(row, one.points, POINTS_GIVEN)


def write_stance_rules(sheet: ModelPage) -> None:
    """Write the block on the rules on the stance."""
    row = sheet.head(
        "stance_rules",
        "4  Rules on the stance",
        "Points at full degree; positive towards the US-preferred policy. They count with the weight of stance rules.",
        {ID: "Id", LABEL: "Rule", SIDE: "Side", TEXT: "Condition", GIVEN: "Points", VALUE: "Degree"}
        | {HIGH: "", LOW: "", MODERATE: "", STRIP: "Points in the stance"},
    )
    weight = sheet.layout.constant["stance_rule_weight"]
    for at, one in enumerate(sheet.model.stance_rules, row):
        sheet.texts(at, (one.id, one.name, side_text(one.side), source_text(one.condition)))
        sheet.numbers(at, {GIVEN: (one.points, POINTS_GIVEN)})
        sheet.page.formula(at, VALUE, f"={formula(one.condition, sheet.layout.level)}", one.degree, DEGREE)
        added = sheet.model.constants.stance_rule_weight * one.points * one.degree
        sheet.page.formula(at, STRIP, f"={weight}*{near(at, GIVEN)}*{near(at, VALUE)}", added, POINTS)


def write_stance(sheet: ModelPage) -> None:
    """Write the block on the stance."""
    sheet.head(
        "stance",
        "7  Stance",
        "Points of all factors and stance rules together; up to the lower cut divergent, above the upper one aligned.",
        {ID: "Name", LABEL: "What", SIDE: "", TEXT: "", GIVEN: "", VALUE: "Value"},
    )
    layout, model, known = sheet.layout, sheet.model, sheet.layout.constant
    blocks, stance = layout.blocks, layout.stance
    number = STANCE_CLASSES.index(model.stance_class) + 1
    above = "+".join(f"IF({stance['stance_index']}>{known[cut]}+{known['dust']},1,0)" for cut in _CUTS)
    scored = blocks["indicators"].down(STRIP)
    rows: tuple[tuple[str, float | str, Style], ...] = (
        (
            f"=SUM({blocks['factors'].down(STRIP)})+SUM({blocks['stance_rules'].down(STRIP)})",
            model.stance_index,
            RESULT,
        ),
        (f"=1+{above}", number, WHOLE),
        (f"=INDEX({blocks['stances'].down(LABEL)},{stance['stance_number']})", model.stance_class, RESULT),
        (f"=INDEX({blocks['stances'].down(TEXT)},{stance['stance_number']})", stance_text(model.stance_class), RESULT),
        (f"=1-SUM({scored})/ROWS({scored})", model.unscored_share, NUMBER),
    )
    for row, (name, what), (calculated, value, style) in zip(
        range(blocks["stance"].first, blocks["stance"].last + 1), _STANCE_ROWS.items(), rows, strict=True
    ):
        sheet.texts(row, (stance[name], what, "", ""), VALUE)
        sheet.page.formula(row, VALUE, calculated, value, style)
