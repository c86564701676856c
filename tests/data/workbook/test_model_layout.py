from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

from xlsxwriter.workbook import Workbook

from data.workbook.model_layout import BLOCK_HEAD, ModelLayout
from data.workbook.names import Names
from tests import briefings


def layout(**changes: object) -> ModelLayout:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet("Model")
        model = replace(briefings.briefing().model, **changes)  # type: ignore[arg-type]
        return ModelLayout(model, Names(workbook))


def test_blocks_stand_below_one_another_with_room_for_their_heads() -> None:
    blocks = list(layout().blocks.values())
    assert all(block.first == block.title + BLOCK_HEAD and block.last >= block.first for block in blocks)
    assert all(above.last < below.title for above, below in pairwise(blocks))


def test_a_block_without_rows_keeps_an_empty_one() -> None:
    made = layout(rules=(), stance_rules=())
    for name in ("rules", "stance_rules"):
        assert made.blocks[name].first == made.blocks[name].last


def test_results_are_named_by_the_ids_of_the_playbook() -> None:
    made = layout()
    assert made.factor["unrest"] == "factor_unrest"
    assert made.degree["military_objection"] == "degree_military_objection"
    assert made.stance_degree["st_torn_both_ways"] == "degree_st_torn_both_ways"
    assert made.standing["alt_dev"] == "standing_alt_dev"
    assert (made.changed, made.stale_note, made.stance["stance_index"]) == ("changed", "stale_note", "stance_index")
    assert made.constant["rule_cap"] == "rule_cap"


def test_addresses_for_other_sheets_carry_the_name_of_the_sheet() -> None:
    made = layout()
    places = [option.id for option in briefings.briefing().model.options]
    column = "JKLMNOPQRSTUVWXYZ"[places.index("alt_dev")]
    assert made.of_option("standing", "alt_dev").startswith(f"Model!${column}$")
    assert made.points("military_objection", "alt_dev").startswith(f"Model!${column}$")
    assert made.looked_up("rank", "$Q5") == f"INDEX(Model!{made.across('rank')},$Q5)"
    assert made.across("rank").startswith("$J$")
    assert made.level("high", "su_level").startswith("$G$")
    assert made.level("low", "su_level") == made.level("high", "su_level").replace("G", "H")
