"""Everything in the playbook is listed once, with what it does now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.findings import judge
from advisor.playbook_contents import contents, counts, standing_points, vetoed_by

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


def test_every_entry_is_there_once_and_rules_stand_under_what_they_speak_of_first(playbook: Playbook) -> None:
    groups = contents(playbook)
    ids = [(item.kind, item.id) for group in groups for item in group.items]
    assert len(ids) == len(set(ids))
    assert {name for kind, name in ids if kind == "rule"} == set(playbook.rule)
    assert {name for kind, name in ids if kind == "stance_rule"} == set(playbook.stance_rule)
    assert {name for kind, name in ids if kind == "option"} == set(playbook.option)
    military = next(group for group in groups if group.title == "Rules on options: military")
    assert [item.id for item in military.items][:2] == ["military_objection", "military_placated"]
    assert "62 rules on options" in counts(playbook)


def test_the_list_says_what_fires_what_it_adds_and_what_is_vetoed(playbook: Playbook, cases: dict[str, Case]) -> None:
    best = judge(playbook, cases["Peru"].latest.sheet)
    items = {(item.kind, item.id): item for group in contents(playbook, best) for item in group.items}
    veto = items["rule", "military_objection"]
    assert (veto.now, veto.does) == ("0.67", "vetoes 1")
    assert items["rule", "military_placated"].does == "+0.7"
    assert items["rule", "vp_command_on_board"].now == "–"
    assert items["option", "erad_core"].does == "✕ Avoid"
    assert items["lever", "ue_sanction"].does == "+2 or −2"
    assert items["objective", "cultivation"].now == "33 %"
    assert vetoed_by(best, "military_objection") == (playbook.option["erad_core"].name,)
    points = standing_points(playbook, best, playbook.rule["military_objection"])
    assert set(points) == {"erad_core", "pause_metrics"}


def test_words_are_found_in_names_reasons_and_sources(playbook: Playbook) -> None:
    items = {item.id: item for group in contents(playbook) for item in group.items if item.kind == "rule"}
    assert items["military_objection"].answers("ESCORT command")
    assert items["military_objection"].answers("laprensa2014")
    assert not items["military_objection"].answers("escort submarine")
