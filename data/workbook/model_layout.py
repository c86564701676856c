"""Where everything stands on the sheet Model, and under which names and addresses other sheets refer to it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal, get_args

from advisor.model_table import Constants
from data.workbook.names import cell, cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.condition import LevelName
    from advisor.model_table import ModelTable
    from data.workbook.names import Names

NAME = "Model"
ID, LABEL, SIDE, TEXT, GIVEN, VALUE, HIGH, LOW, MODERATE, STRIP = range(10)
COUNT = STRIP + 1
LEVEL_COLUMNS: Mapping[LevelName, int] = {"high": HIGH, "low": LOW, "moderate": MODERATE}
FIRST_BLOCK, BLOCK_HEAD, GAP = 4, 3, 2

BlockName = Literal[
    "state",
    "constants",
    "verdicts",
    "stances",
    "indicators",
    "factors",
    "rules",
    "stance_rules",
    "effects",
    "options",
    "stance",
    "computed",
]
StateRow = Literal["changed", "stale_note", "unchanged_text", "changed_text"]
StanceRow = Literal["stance_index", "stance_number", "stance_class", "stance_shown", "unscored_share"]
OptionRow = Literal[
    "id",
    "us_value",
    "backlash",
    "factors_domestic",
    "factors_external",
    "rules_domestic",
    "rules_external",
    "rules_interaction",
    "rules_together",
    "cap_excess",
    "cost",
    "domestic",
    "external",
    "interaction",
    "standing",
    "vetoes",
    "vetoed",
    "in_win_set",
    "delivered",
    "worth",
    "rounded",
    "rank",
    "verdict_number",
    "verdict",
    "verdict_shown",
]
STATE_ROWS: tuple[StateRow, ...] = get_args(StateRow)
STANCE_ROWS: tuple[StanceRow, ...] = get_args(StanceRow)
OPTION_ROWS: tuple[OptionRow, ...] = get_args(OptionRow)
_PLACES: Mapping[OptionRow, int] = {row: place for place, row in enumerate(OPTION_ROWS)}
RESULTS: tuple[OptionRow, ...] = ("standing", "verdict", "rank")


@dataclass(frozen=True, slots=True)
class Block:
    """A titled table: its title, a line on it, its header, then its rows from `first` to `last`."""

    title: int
    first: int
    last: int

    def down(self, column: int) -> str:
        """Return the address of a column of its rows."""
        return cells(self.first, column, self.last, column)


class ModelLayout:
    """Addresses on the sheet Model; those that other sheets use carry the name of the sheet or are defined names.

    Where it is not live there is no such sheet, and nothing may refer to it.
    """

    def __init__(self, model: ModelTable, names: Names, *, live: bool = True) -> None:
        self.live = live
        self.blocks = _placed(model)
        self.options = len(model.options)
        self._rows = {
            **{one.id: row for row, one in enumerate(model.indicators, self.blocks["indicators"].first)},
            **{one.id: row for row, one in enumerate(model.factors, self.blocks["factors"].first)},
        }
        self._rules = {one.id: row for row, one in enumerate(model.rules, self.blocks["rules"].first)}
        self._stance_rules = {
            one.id: row for row, one in enumerate(model.stance_rules, self.blocks["stance_rules"].first)
        }
        self._effects = {one.id: row for row, one in enumerate(model.factors, self.blocks["effects"].first)}
        self._places = {one.id: place for place, one in enumerate(model.options)}
        self._name(model, names)

    def level(self, kind: LevelName, name: str) -> str:
        """Return the cell that says how far an indicator or factor is high, low or moderate."""
        return cell(self._rows[name], LEVEL_COLUMNS[kind])

    def state_row(self, row: StateRow) -> int:
        """Return a row of the block on what has changed since the computation."""
        return self.blocks["state"].first + STATE_ROWS.index(row)

    def stance_row(self, row: StanceRow) -> int:
        """Return a row of the block on the stance."""
        return self.blocks["stance"].first + STANCE_ROWS.index(row)

    def option_row(self, row: OptionRow) -> int:
        """Return a row of the block on the options."""
        return self.blocks["options"].first + _PLACES[row]

    def across(self, row: OptionRow) -> str:
        """Return the cells of all options in a row of the block on the options."""
        at = self.option_row(row)
        return cells(at, STRIP, at, STRIP + self.options - 1)

    def of_option(self, row: OptionRow, option: str) -> str:
        """Return a number of an option, for other sheets."""
        return f"{NAME}!{cell(self.option_row(row), STRIP + self._places[option])}"

    def looked_up(self, row: OptionRow, place: str) -> str:
        """Return a formula for a number of the option whose place in the playbook stands in a cell."""
        return f"INDEX({NAME}!{self.across(row)},{place})"

    def computed(self, column: int, place: str) -> str:
        """Return a formula for a result that the program computed, of the option whose place stands in a cell."""
        return f"INDEX({NAME}!{self.blocks['computed'].down(column)},{place})"

    def effect(self, factor: str, option: str) -> str:
        """Return what a factor at full strength adds to an option, for other sheets."""
        return f"{NAME}!{cell(self._effects[factor], STRIP + self._places[option])}"

    def points(self, rule: str, option: str) -> str:
        """Return the points of a rule for an option, for other sheets."""
        return f"{NAME}!{cell(self._rules[rule], STRIP + self._places[option])}"

    def in_force(self, rule: str) -> str:
        """Return whether the veto of a rule is in force, 1 or 0, for other sheets."""
        return f"{NAME}!{cell(self._rules[rule], HIGH)}"

    def stance_weight(self, factor: str) -> str:
        """Return what a point of a factor adds to the stance index, for other sheets."""
        return f"{NAME}!{cell(self._rows[factor], GIVEN)}"

    def stance_points(self, rule: str) -> str:
        """Return the points of a rule on the stance, before its weight, for other sheets."""
        return f"{NAME}!{cell(self._stance_rules[rule], GIVEN)}"

    def scored(self, factor: str) -> str:
        """Return how many indicators of a factor are scored, for other sheets."""
        return f"{NAME}!{cell(self._rows[factor], COUNT)}"

    def _name(self, model: ModelTable, names: Names) -> None:
        """Name what formulas read best by name, results of the playbook's own ids before everything else."""

        def named(prefix: str, rows: Mapping[str, int]) -> dict[str, str]:
            return {one: names.define(f"{prefix}_{one}", NAME, row, VALUE) for one, row in rows.items()}

        def named_options(kind: OptionRow) -> dict[str, str]:
            at = self.option_row(kind)
            return {one: names.define(f"{kind}_{one}", NAME, at, STRIP + place) for one, place in self._places.items()}

        self.factor = named("factor", {one.id: self._rows[one.id] for one in model.factors})
        self.degree = named("degree", self._rules)
        self.stance_degree = named("degree", self._stance_rules)
        self.standing, _, _ = (named_options(kind) for kind in RESULTS)
        self.changed = names.define("changed", NAME, self.state_row("changed"), VALUE)
        self.stale_note = names.define("stale_note", NAME, self.state_row("stale_note"), VALUE)
        self.stance = {one: names.define(one, NAME, self.stance_row(one), VALUE) for one in STANCE_ROWS}
        first = self.blocks["constants"].first
        self.constant = {
            one.name: names.define(one.name, NAME, row, VALUE) for row, one in enumerate(fields(Constants), first)
        }


def _placed(model: ModelTable) -> Mapping[BlockName, Block]:
    """Put the blocks below one another; one without rows keeps an empty one, so that ranges over it stay valid."""
    sizes: Mapping[BlockName, int] = {
        "state": len(STATE_ROWS),
        "constants": len(fields(Constants)),
        "verdicts": 4,
        "stances": 3,
        "indicators": len(model.indicators),
        "factors": len(model.factors),
        "rules": len(model.rules),
        "stance_rules": len(model.stance_rules),
        "effects": len(model.factors),
        "options": len(OPTION_ROWS),
        "stance": len(STANCE_ROWS),
        "computed": len(model.options),
    }
    blocks: dict[BlockName, Block] = {}
    title = FIRST_BLOCK
    for name, size in sizes.items():
        first = title + BLOCK_HEAD
        last = first + max(size, 1) - 1
        blocks[name] = Block(title, first, last)
        title = last + GAP
    return blocks
