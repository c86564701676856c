"""The blocks of the sheet Model from degrees to verdicts: effects, options, and what only the program computes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.findings import VERDICTS
from advisor.wording import VERDICT_WORDS, verdict_text
from data.workbook.model_layout import GIVEN, HIGH, ID, LABEL, LOW, OPTION_ROWS, SIDE, STRIP, TEXT, VALUE
from data.workbook.model_page import (
    CHANCE,
    CODE,
    FLAG,
    NAMED,
    NUMBER,
    OPTION_ID,
    POINTS,
    POINTS_GIVEN,
    QUIET_TEXT,
    RESULT,
    RESULT_RANK,
    RESULT_TEXT,
    VALUE_GIVEN,
    WHOLE,
    side_text,
)
from data.workbook.names import cells, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from advisor.model_table import OptionTerm
    from advisor.options_table import OptionRow as ComputedRow
    from data.workbook.model_layout import BlockName, OptionRow
    from data.workbook.model_page import ModelPage
    from data.workbook.styles import Style

NO_ADVICE = "–"
_LONG_NAME = replace(NAMED, wrap=True)
_LABELS: Mapping[OptionRow, tuple[str, str]] = {
    "id": ("Id", "As in the names standing_ID, verdict_ID and rank_ID"),
    "us_value": ("US value", "What it gives to US objectives, by weight, less its risks"),
    "backlash": ("Backlash", "What a refusal in full would cost the United States"),
    "factors_domestic": ("Factors, domestic", "Effect of each factor times its value over 10"),
    "factors_external": ("Factors, external", "The same on the external side"),
    "rules_domestic": ("Rules, domestic", "Points of each rule times its degree"),
    "rules_external": ("Rules, external", "The same on the external side"),
    "rules_interaction": ("Rules, both sides", "The same for conditions that mix the sides"),
    "rules_together": ("Rules together", "Before the cap"),
    "cap_excess": ("Taken off by the cap", "So that all rules together add at most the cap, either way"),
    "cost": ("Cost of agreeing", "Taken off every option"),
    "domestic": ("Domestic", "Factors, rules and the cost of agreeing"),
    "external": ("External", "Factors and rules"),
    "interaction": ("Both sides", "Rules, and what the cap takes off"),
    "standing": ("Standing", "Domestic, external and both sides together"),
    "vetoes": ("Vetoes in force", "Rules in force that give it negative points"),
    "vetoed": ("Vetoed", ""),
    "in_win_set": ("In the win-set", "Standing not negative, and not vetoed"),
    "delivered": ("Delivered", "Standing over full delivery, within −1 and 1; −1 under a veto"),
    "worth": ("Worth", "Value, or where it is refused backlash, times what is delivered"),
    "rounded": ("Worth, rounded", "For the rank: what agrees to nine decimals ties"),
    "rank": ("Rank", "By worth, ties in the order of the playbook"),
    "verdict_number": ("Number of the verdict", "See the verdicts above"),
    "verdict": ("Verdict by best scores", ""),
    "verdict_shown": ("The same as it is shown", ""),
}
_RULE_SIDES: Mapping[OptionRow, str] = {
    "rules_domestic": side_text("domestic"),
    "rules_external": side_text("external"),
    "rules_interaction": side_text("interaction"),
}
_FACTOR_SIDES: Mapping[OptionRow, str] = {
    "factors_domestic": side_text("domestic"),
    "factors_external": side_text("external"),
}


def write_effects(sheet: ModelPage) -> None:
    """Write the block on what each factor at full strength adds to each option."""
    row = sheet.head(
        "effects",
        "5  Effects of factors on options",
        "What a factor at full strength, 10, adds to the standing of an option, from −3 to +3.",
        {ID: "Id", LABEL: "Factor", SIDE: "Side", TEXT: "", GIVEN: "", VALUE: "Value"},
        options=True,
    )
    for number, one in enumerate(sheet.model.factors):
        at = row + number
        sheet.texts(at, (one.id, one.name, side_text(one.side), ""))
        sheet.page.formula(at, VALUE, f"={sheet.layout.factor[one.id]}", one.value, NUMBER)
        sheet.strip(at, [option.effects[number] for option in sheet.model.options], POINTS_GIVEN)


def write_options(sheet: ModelPage) -> None:
    """Write the block on the options: from the sums of terms to standing, worth, rank and verdict."""
    sheet.head(
        "options",
        "6  Options",
        "Every step from the terms to the verdict by best scores; the sheet Options shows the same by rank.",
        {ID: "", LABEL: "Step", SIDE: "", TEXT: "What it is", GIVEN: "", VALUE: ""},
        options=True,
    )
    for name in OPTION_ROWS:
        label, meaning = _LABELS[name]
        sheet.texts(sheet.layout.option_row(name), ("", label, "", meaning))
    for place, option in enumerate(sheet.model.options):
        sheet.page.text(sheet.layout.option_row("id"), STRIP + place, option.id, OPTION_ID)
        for name, (calculated, value, style) in _Column(sheet, place, option).cells().items():
            row = sheet.layout.option_row(name)
            if calculated:
                sheet.page.formula(row, STRIP + place, f"={calculated}", value, style)
            else:
                sheet.page.number(row, STRIP + place, float(value), style)


class _Column:
    """One option, from top to bottom: a formula, its value and its look for each row; constants have no formula."""

    def __init__(self, sheet: ModelPage, place: int, option: OptionTerm) -> None:
        self._sheet, self._layout, self._known = sheet, sheet.layout, sheet.layout.constant
        self._place, self._option = place, option

    def cells(self) -> Mapping[OptionRow, tuple[str, float | str, Style]]:
        return {**dict(self._terms()), **dict(self._sums()), **dict(self._results())}

    def _at(self, row: OptionRow) -> str:
        return near(self._layout.option_row(row), STRIP + self._place)

    def _terms(self) -> Iterator[tuple[OptionRow, tuple[str, float | str, Style]]]:
        one = self._option
        yield "us_value", ("", one.us_value, VALUE_GIVEN)
        yield "backlash", ("", one.backlash, VALUE_GIVEN)
        for row, side in _FACTOR_SIDES.items():
            value = one.factors_domestic if row == "factors_domestic" else one.factors_external
            yield row, (f"{self._product('effects', side)}/{self._known['scale_top']}", value, POINTS)
        values = (one.rules_domestic, one.rules_external, one.rules_interaction)
        for (row, side), value in zip(_RULE_SIDES.items(), values, strict=True):
            yield row, (self._product("rules", side), value, POINTS)

    def _product(self, name: BlockName, side: str) -> str:
        """Return the sum over the rows of a side, each value or degree times its effect or points."""
        block, column = self._layout.blocks[name], STRIP + self._place
        sides, values = block.down(SIDE), block.down(VALUE)
        return f'SUMPRODUCT(({sides}="{side}")*{values}*{cells(block.first, column, block.last, column)})'

    def _sums(self) -> Iterator[tuple[OptionRow, tuple[str, float | str, Style]]]:
        one, at, cap = self._option, self._at, self._known["rule_cap"]
        together = one.rules_domestic + one.rules_external + one.rules_interaction
        cost = -self._sheet.model.constants.cost_of_agreeing
        yield "rules_together", (f"SUM({at('rules_domestic')}:{at('rules_interaction')})", together, POINTS)
        held = f"MAX(-{cap},MIN({cap},{at('rules_together')}))"
        yield "cap_excess", (f"{held}-{at('rules_together')}", one.cap_excess, POINTS)
        yield "cost", (f"-{self._known['cost_of_agreeing']}", cost, POINTS)
        domestic = "+".join(at(row) for row in ("factors_domestic", "rules_domestic", "cost"))
        yield "domestic", (domestic, one.domestic, POINTS)
        yield "external", (f"{at('factors_external')}+{at('rules_external')}", one.external, POINTS)
        yield "interaction", (f"{at('rules_interaction')}+{at('cap_excess')}", one.interaction, POINTS)
        yield "standing", (f"SUM({at('domestic')}:{at('interaction')})", one.standing, RESULT)

    def _results(self) -> Iterator[tuple[OptionRow, tuple[str, float | str, Style]]]:
        one, at, known = self._option, self._at, self._known
        dust, vetoed = known["dust"], f"{at('vetoes')}>0"
        rules, column = self._layout.blocks["rules"], STRIP + self._place
        points = cells(rules.first, column, rules.last, column)
        yield "vetoes", (f"SUMPRODUCT(({points}<0)*{rules.down(HIGH)})", one.vetoes, FLAG)
        yield "vetoed", (f'IF({vetoed},"yes","no")', yes_no(one.vetoes > 0), WHOLE)
        in_win_set = f'IF(AND({at("standing")}>=-{dust},{at("vetoes")}=0),"yes","no")'
        yield "in_win_set", (in_win_set, yes_no(one.in_win_set), WHOLE)
        share = f"MAX(-1,MIN(1,{at('standing')}/{known['full_delivery']}))"
        yield "delivered", (f"IF({vetoed},-1,{share})", one.delivered, NUMBER)
        of = f"IF({at('delivered')}>=0,{at('us_value')},{at('backlash')})"
        yield "worth", (f"{of}*{at('delivered')}", one.worth, POINTS)
        decimals = self._sheet.model.constants.rank_decimals
        rounded = (f"ROUND({at('worth')},{known['rank_decimals']})", round(one.worth, decimals), POINTS)
        yield "rounded", rounded
        yield "rank", (self._rank(), one.rank, RESULT_RANK)
        number = VERDICTS.index(one.verdict) + 1
        yield "verdict_number", (self._verdict(), number, WHOLE)
        verdicts = self._layout.blocks["verdicts"]
        chosen = at("verdict_number")
        yield "verdict", (f"INDEX({verdicts.down(LABEL)},{chosen})", VERDICT_WORDS[one.verdict], RESULT_TEXT)
        yield "verdict_shown", (f"INDEX({verdicts.down(TEXT)},{chosen})", verdict_text(one.verdict), RESULT_TEXT)

    def _rank(self) -> str:
        """Return how many are worth more, and how many as much up to this one."""
        own, every = self._at("rounded"), self._layout.across("rounded")
        first = every.partition(":")[0]
        return f"SUMPRODUCT(({every}>{own})*1)+SUMPRODUCT(({first}:{own}={own})*1)"

    def _verdict(self) -> str:
        at, known, unscored = self._at, self._known, self._layout.stance["unscored_share"]
        dust, allowed = known["dust"], f"{at('vetoes')}=0"
        lead = f"{at('worth')}>={known['lead_worth']}-{dust},{unscored}<={known['lead_max_unscored']}+{dust}"
        reserve = f"{at('standing')}>={known['reserve_standing']}-{dust},{allowed}"
        return f"IF(AND({lead}),1,IF(AND({at('standing')}>=-{dust},{allowed}),2,IF(AND({reserve}),3,4)))"


def write_computed(sheet: ModelPage, options: Sequence[ComputedRow], composed: str) -> None:
    """Write what draws and prices add, which no formula can; it holds for the scores at that time."""
    row = sheet.head(
        "computed",
        f"Computed by the program on {composed}",
        "For the scores at that time, in the order of the playbook; the sheet Options looks it up.",
        {
            ID: "Place",
            LABEL: "Option",
            SIDE: "Verdict",
            TEXT: "Reason",
            GIVEN: "Chance now",
            VALUE: "In words",
            HIGH: "Chance later",
            LOW: "In words",
            STRIP - 1: "",
            STRIP: "Advice",
        },
    )
    for at, one in enumerate(sorted(options, key=lambda option: option.place), row):
        _computed(sheet, at, one)


def _computed(sheet: ModelPage, row: int, one: ComputedRow) -> None:
    page = sheet.page
    page.number(row, ID, one.place, CODE)
    page.text(row, LABEL, one.name, _LONG_NAME)
    page.text(row, SIDE, one.verdict_text, QUIET_TEXT)
    page.text(row, TEXT, one.reason, QUIET_TEXT)
    page.number(row, GIVEN, one.p_now, CHANCE)
    page.text(row, VALUE, one.now_words, QUIET_TEXT)
    page.number(row, HIGH, one.p_horizon, CHANCE)
    page.text(row, LOW, one.horizon_words, QUIET_TEXT)
    page.fill(row, range(LOW + 1, STRIP + sheet.layout.options), NAMED)
    page.text(row, STRIP, advice_text(one), CODE)


def advice_text(option: ComputedRow) -> str:
    """Return conditions, advice and price of an option line by line, or a dash where there are none."""
    price = [f"Price: {option.price}"] if option.price else []
    return "\n".join([*(f"– {text}" for text in option.advice), *price]) or NO_ADVICE


def yes_no(value: bool) -> str:
    """Return a truth as the sheets show it."""
    return "yes" if value else "no"
