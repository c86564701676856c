"""Tables keep what can be read, remember what is declared and hold nothing against an unreadable file."""

from __future__ import annotations

from dataclasses import dataclass

from data.playbook_tables import Tables


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    size: int = 0


def shown(tables: Tables) -> list[str]:
    return [str(problem) for problem in tables.problems]


def test_entries_that_can_be_read_are_kept_beside_those_that_cannot() -> None:
    tables = Tables({"a.toml": {"entry": [{"id": "x", "size": 1}, {"id": "y", "size": "z"}]}})
    assert tables.all("a.toml", "entry", Entry) == (Entry("x", 1),)
    assert shown(tables) == ['a.toml: entry "y", size: is "z", but must be a whole number']
    assert tables.values("a.toml", "entry") == ["x", "y"]


def test_a_repeated_identifier_is_reported_also_when_one_of_the_entries_is_wrong() -> None:
    tables = Tables({"a.toml": {"entry": [{"id": "x"}, {"id": "x", "size": "z"}]}})
    tables.all("a.toml", "entry", Entry)
    assert shown(tables)[-1] == 'a.toml: entry "x": stands 2 times; write it once, or give each its own id'


def test_an_unreadable_file_declares_nothing_and_is_not_asked_for_tables() -> None:
    tables = Tables({})
    assert tables.values("a.toml", "entry") is None
    assert tables.all("a.toml", "entry", Entry) == ()
    assert tables.one("a.toml", "entry", Entry) is None
    tables.known("b.toml", "rule", "entry", ["x"], None)
    assert shown(tables) == []


def test_a_missing_table_of_a_readable_file_is_reported() -> None:
    tables = Tables({"a.toml": {}})
    assert tables.one("a.toml", "entry", Entry) is None
    assert shown(tables) == ["a.toml: entry: is missing; write it as a table headed [entry]"]


def test_a_condition_is_parsed_without_names_where_they_are_unknown() -> None:
    tables = Tables({})
    assert tables.condition("rules.toml", "rule", "high(anything)", None) is not None
    assert tables.condition("rules.toml", "rule", "high(anything)", ["something"]) is None
    assert shown(tables)[0].startswith('rules.toml: rule: if: "anything" is no indicator or factor of this playbook')
