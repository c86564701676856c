"""The file of changes reads back as it was written, and what is wrong with it is said with the entry."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from advisor.trial import Derivation, Entry, Number, Origin, Trial
from data.errors import InvalidFiles
from data.playbook_changes import CHANGES_FILE, changes_text, derived, read_derivation
from data.playbook_tables import Tables

if TYPE_CHECKING:
    from advisor.playbook import Playbook

VETO, OPTION = Entry("rule", "military_objection"), Entry("option", "erad_core")
NUMBERS = {
    Number(VETO, "veto_at"): 0.75,
    Number(Entry("rule", "unrest_core"), "strength"): 0.5,
    Number(OPTION, "visibility"): 4.0,
    Number(OPTION, "political", "unrest"): -1.5,
    Number(OPTION, "us_value", "finance"): 3.0,
}
MADE = Derivation(
    (Origin("counternarcotics", "1.0", "abc"),),
    Trial(frozenset({Entry("option", "alt_dev"), Entry("rule", "foreign_patron")}), NUMBERS),
)


def tables(text: str) -> Tables:
    return Tables({CHANGES_FILE: tomllib.loads(text)})


def test_what_is_written_reads_back_the_same() -> None:
    read = tables(changes_text(MADE))
    assert read_derivation(read) == MADE
    assert read.problems == []
    assert read_derivation(Tables({})) is None


def test_the_playbook_that_comes_of_it_knows_where_it_is_from(playbook: Playbook) -> None:
    made = derived(playbook, MADE)
    assert made.identity.origins == ("counternarcotics",)
    assert made.identity.covers("counternarcotics")
    assert not made.identity.covers("basing")
    assert made.derivation == MADE
    assert "foreign_patron" not in made.rule
    assert made.option["erad_core"].visibility == 4.0


def test_what_does_not_fit_is_said_with_file_and_entry(playbook: Playbook) -> None:
    wrong = Derivation(MADE.origins, Trial(numbers={Number(VETO, "strength"): 9.0}))
    with pytest.raises(InvalidFiles, match=r'changes\.toml: rule "military_objection", strength: is 9'):
        derived(playbook, wrong)


def test_what_cannot_be_read_is_reported_whole() -> None:
    read = tables('[[rule]]\nid = "a"\nveto_at = 3\n[[option]]\nid = "b"\ncolour = 1\n')
    read_derivation(read)
    said = "\n".join(map(str, read.problems))
    assert "derived_from: is missing" in said
    assert "veto_at" in said
    assert "colour" in said
