"""What is said of an entry: its words, its numbers, what it does now, and whether its sources were looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge
from advisor.playbook_contents import contents
from advisor.playbook_words import UNVERIFIED, describe, source_lines

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.findings import BestFindings
    from advisor.playbook import Playbook
    from advisor.playbook_words import Description


@pytest.fixture(scope="module")
def best(playbook: Playbook, cases: dict[str, Case]) -> BestFindings:
    return judge(playbook, cases["Peru"].latest.sheet)


def lines(found: Description, title: str) -> dict[str, str]:
    section = next(one for one in found.sections if one.title == title)
    return {line.text: line.aside for line in section.lines}


def test_a_veto_says_where_it_fires_what_it_gives_and_from_which_degree_it_vetoes(
    playbook: Playbook, best: BestFindings
) -> None:
    found = describe(playbook, best, "rule", "military_objection")
    core = playbook.option["erad_core"].name
    assert "take an option out" in found.kind
    assert lines(found, "Now")["Fires to the degree"] == "0.67"
    assert f"Vetoed: {core}" in lines(found, "Now")
    assert lines(found, "Points at full degree")[core] == "−2.0"
    assert lines(found, "Fires when")["Military objection"] == "7.5, 6.5–8.5"


def test_tags_are_spelt_out_as_the_options_they_mean(playbook: Playbook, best: BestFindings) -> None:
    given = lines(describe(playbook, best, "rule", "foreign_patron"), "Points at full degree")
    assert any(playbook.option["erad_core"].name in text for text in given if "“visible”" in text)


def test_every_entry_can_be_described_with_and_without_an_assessment(playbook: Playbook, best: BestFindings) -> None:
    for judged in (best, None):
        for group in contents(playbook, judged):
            for item in group.items:
                found = describe(playbook, judged, item.kind, item.id)
                assert found.title == item.name
                assert all(section.lines for section in found.sections)
                assert any(section.title == "Now" for section in found.sections) <= (judged is not None)


def test_sources_say_whether_they_were_looked_up(playbook: Playbook) -> None:
    wanted = [next(one.id for one in playbook.sources if one.verified is verified) for verified in (True, False)]
    asides = [line.aside for line in source_lines(playbook, wanted) if not line.minor]
    assert asides == ["verified", UNVERIFIED]
