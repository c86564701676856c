"""TOML becomes values or a list of problems in plain words, whatever the file holds."""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import pytest
from annotated_types import Ge, Le, MinLen
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from data.toml_files import MAX_BYTES, Entries, check_keys, entry_name, read_toml, tables

if TYPE_CHECKING:
    from data.errors import Problem


@dataclass(frozen=True, slots=True)
class Part:
    text: Annotated[str, MinLen(1)]
    value: Annotated[float, Ge(0), Le(10)] = 5.0


@dataclass(frozen=True, slots=True)
class Entry:
    id: Annotated[str, MinLen(1)]
    if_: Annotated[str, Field(alias="if")] = ""
    number: float = 0.0
    count: int = 0
    flag: bool = False
    day: dt.date | None = None
    kind: Literal["low", "high"] = "low"
    parts: tuple[Part, ...] = ()
    pair: tuple[float, float] = (0.0, 1.0)
    points: Annotated[tuple[tuple[float, float], ...], MinLen(2)] = ((0.0, 0.0), (1.0, 1.0))
    by_name: Mapping[str, Part] | None = None
    one: Part | None = None


def toml_problems(folder: Path, content: bytes) -> list[str]:
    path = folder / "file.toml"
    path.write_bytes(content)
    problems: list[Problem] = []
    assert read_toml(path, problems) is None
    return [str(problem) for problem in problems]


def entry_problems(table: object) -> list[str]:
    problems: list[Problem] = []
    assert Entries(Entry).read(table, "file.toml", 'entry "a"', problems) is None
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe[\x00", "file.toml: is not UTF-8 text (byte 0); save it as UTF-8"),
        (b"a = 1\nb = \xe9\n", "file.toml: is not UTF-8 text (byte 10); save it as UTF-8"),
        (b"a = 1\nb =\n", "file.toml: is not valid TOML: Invalid value (at line 2, column 4)"),
        (b"a = 1\na = 2\n", "file.toml: is not valid TOML: Cannot overwrite a value (at line 2, column 6)"),
        (b"a = 1\0\n", "file.toml: is not valid TOML: Expected newline or end of document after a statement"),
        (b"a = " + b"9" * 5000, "file.toml: is not valid TOML: Exceeds the limit (4300 digits)"),
        (b"a = " + b"[" * 100_000, "file.toml: is nested too deep to be a case or playbook file"),
        (b"a." * 100_000 + b"b = 1", "file.toml: is nested too deep to be a case or playbook file"),
        (b"#" * (MAX_BYTES + 1), "file.toml: is larger than 8 MB; this is no case or playbook file"),
    ],
    ids=["UTF-16", "Latin-1", "no value", "twice", "NUL", "digits", "brackets", "dots", "huge"],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, content: bytes, message: str) -> None:
    (problem,) = toml_problems(tmp_path, content)
    assert problem.startswith(message)


def test_a_folder_or_a_missing_file_is_a_problem_too(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_toml(tmp_path, problems) is None
    assert read_toml(tmp_path / "none.toml", problems) is None
    assert [problem.what.partition(":")[0] for problem in problems] == ["cannot be read", "cannot be read"]


def test_an_empty_file_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    problems: list[Problem] = []
    path.write_bytes(b"")
    assert read_toml(path, problems) == {}
    path.write_bytes("\ufeffa = 'ü'\r\n".encode())
    assert read_toml(path, problems) == {"a": "ü"}
    assert problems == []


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, 'file.toml: entry "a", id: is missing'),
        ({"id": ""}, 'file.toml: entry "a", id: is empty'),
        ({"id": 3}, 'file.toml: entry "a", id: is 3, but must be text in quotes'),
        ({"id": "a", "number": "3"}, 'file.toml: entry "a", number: is "3", but must be a number'),
        ({"id": "a", "number": True}, 'file.toml: entry "a", number: is true, but must be a number'),
        (
            {"id": "a", "number": float("nan")},
            'file.toml: entry "a", number: is nan, but must be an ordinary number',
        ),
        (
            {"id": "a", "number": float("-inf")},
            'file.toml: entry "a", number: is -inf, but must be an ordinary number',
        ),
        ({"id": "a", "number": 10**400}, f'file.toml: entry "a", number: is 1{"0" * 59}..., which is too large'),
        ({"id": "a", "count": 2.5}, 'file.toml: entry "a", count: is 2.5, but must be a whole number'),
        ({"id": "a", "flag": "yes"}, 'file.toml: entry "a", flag: is "yes", but must be true or false'),
        (
            {"id": "a", "day": "last May"},
            'file.toml: entry "a", day: is "last May", but must be a date such as 2014-05-15',
        ),
        (
            {"id": "a", "day": dt.datetime(2014, 5, 15, 12)},
            'file.toml: entry "a", day: is "2014-05-15 12:00:00", but must be a date such as 2014-05-15',
        ),
        ({"id": "a", "kind": "medium"}, "file.toml: entry \"a\", kind: is \"medium\"; allowed: 'low' or 'high'"),
        ({"id": "a", "parts": {}}, 'file.toml: entry "a", parts: is {}, but must be a list in [ ]'),
        ({"id": "a", "parts": [3]}, 'file.toml: entry "a", parts 1: is 3, but must be a table'),
        ({"id": "a", "by_name": 3}, 'file.toml: entry "a", by_name: is 3, but must be a table'),
        (
            {"id": "a", "parts": [{"text": "x"}, {"text": "y", "value": 11}]},
            'file.toml: entry "a", parts 2, value: is 11, but must be less than or equal to 10',
        ),
        ({"id": "a", "pair": [1]}, 'file.toml: entry "a", pair 2: is missing'),
        ({"id": "a", "pair": [1, 2, 3]}, 'file.toml: entry "a", pair: is [1, 2, 3], but must have at most 2 entries'),
        (
            {"id": "a", "points": [[1, 2]]},
            'file.toml: entry "a", points: is [[1, 2]], but must have at least 2 entries',
        ),
        (
            {"id": "a", "points": [[1, 2], [3, "x"]]},
            'file.toml: entry "a", points 2, 2: is "x", but must be a number',
        ),
        ({"id": "a", "by_name": {"b": {}}}, 'file.toml: entry "a", by_name.b.text: is missing'),
    ],
)
def test_what_is_wrong_with_a_value_is_said_in_plain_words(table: object, message: str) -> None:
    assert entry_problems(table) == [message]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            {"id": "a", "nmber": 3},
            'file.toml: entry "a", nmber: is not known here; did you mean "number"?; allowed: id, if, number,',
        ),
        (
            {"id": "a", "iff": "x"},
            'file.toml: entry "a", iff: is not known here; did you mean "if"?; allowed: id, if, number,',
        ),
        (
            {"id": "a", "parts": [{"text": "x", "txet": "y"}]},
            'file.toml: entry "a", parts 1, txet: is not known here; did you mean "text"?; allowed: text, value',
        ),
        (
            {"id": "a", "by_name": {"b": {"text": "x", "valeu": 1}}},
            'file.toml: entry "a", by_name.b.valeu: is not known here; did you mean "value"?; allowed: text, value',
        ),
        (
            {"id": "a", "one": {"text": "x", "zzz": 1}},
            'file.toml: entry "a", one.zzz: is not known here; allowed: text, value',
        ),
    ],
)
def test_an_unknown_key_is_answered_with_those_allowed_at_that_place(table: object, message: str) -> None:
    (problem,) = entry_problems(table)
    assert problem.startswith(message)


def test_all_that_is_wrong_with_an_entry_is_said_at_once_and_nothing_twice() -> None:
    table = {"number": float("inf"), "kind": "x", "points": [[float("nan"), 1], [1, 2]], "parts": [{}, {"text": ""}]}
    assert entry_problems(table) == [
        'file.toml: entry "a", number: is inf, but must be an ordinary number',
        'file.toml: entry "a", points 1, 1: is nan, but must be an ordinary number',
        'file.toml: entry "a", id: is missing',
        "file.toml: entry \"a\", kind: is \"x\"; allowed: 'low' or 'high'",
        'file.toml: entry "a", parts 1, text: is missing',
        'file.toml: entry "a", parts 2, text: is empty',
    ]


@pytest.mark.parametrize("depth", [300, 50_000])
def test_an_entry_nested_too_deep_is_a_problem_and_no_crash(depth: int) -> None:
    table: dict[str, object] = {}
    for _ in range(depth):
        table = {"a": table}
    assert entry_problems(table) == ['file.toml: entry "a": is nested too deep to be a case or playbook file']


def test_values_are_read_as_they_are_written() -> None:
    table = {
        "id": "ü",
        "if": "x",
        "number": 3,
        "day": dt.date(2014, 5, 15),
        "parts": [{"text": "a\0b"}],
        "pair": [1, 2],
    }
    problems: list[Problem] = []
    entry = Entries(Entry).read(table, "file.toml", "", problems)
    assert problems == []
    assert entry == Entry("ü", "x", 3.0, day=dt.date(2014, 5, 15), parts=(Part("a\0b"),), pair=(1.0, 2.0))


def test_a_problem_at_the_top_of_a_file_names_the_key_alone() -> None:
    problems: list[Problem] = []
    Entries(Part).read({"text": 1}, "file.toml", "", problems)
    assert [str(problem) for problem in problems] == ["file.toml: text: is 1, but must be text in quotes"]


def test_top_level_keys_are_checked_against_those_allowed() -> None:
    problems: list[Problem] = []
    check_keys({"schema": 1, "ruel": []}, ("schema", "rule"), "rules.toml", problems)
    assert [str(problem) for problem in problems] == [
        'rules.toml: ruel: is not known here; did you mean "rule"?; allowed: schema, rule'
    ]


def test_tables_under_one_heading_are_a_list_of_tables() -> None:
    problems: list[Problem] = []
    assert tables({}, "rule", "rules.toml", problems) == []
    assert tables({"rule": {"id": "a"}}, "rule", "rules.toml", problems) == []
    assert tables({"rule": [{"id": "a"}, 3]}, "rule", "rules.toml", problems) == [{"id": "a"}]
    assert [str(problem) for problem in problems] == [
        "rules.toml: rule: must be a list of tables, each headed [[rule]]",
        "rules.toml: rule 2: must be a table headed [[rule]]",
    ]


@pytest.mark.parametrize(
    ("table", "name"),
    [({"id": "a"}, 'rule "a"'), ({"id": 3, "name": "b"}, 'rule "b"'), ({}, "rule 7"), ({"id": "x" * 99}, None)],
)
def test_an_entry_is_named_by_its_id_or_its_place_in_few_characters(table: dict[str, object], name: str | None) -> None:
    found = entry_name("rule", table, 7)
    assert found == (name or found)
    assert len(found) < 80


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    problems: list[Problem] = []
    assert (read_toml(path, problems) is None) == bool(problems)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(table=st.fixed_dictionaries({}, optional=dict.fromkeys(Entry.__dataclass_fields__, JSON)))
def test_no_table_crashes_the_reader(table: dict[str, object]) -> None:
    problems: list[Problem] = []
    assert (Entries(Entry).read(table, "file.toml", "entry", problems) is None) == bool(problems)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    problems: list[Problem] = []
    os.mkfifo(tmp_path / "case.toml")
    assert read_toml(tmp_path / "case.toml", problems) is None
    assert [one.what for one in problems] == ["is no ordinary file; choose another"]
