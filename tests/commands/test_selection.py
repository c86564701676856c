"""What the command line names: library countries, shipped cases, case files, playbooks."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from advisor.trial import Entry, Trial
from commands.selection import playbook_folder
from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from data.locations import library_path
from data.own_playbooks import save_own
from data.playbook_files import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.playbook import Playbook
    from tests.commands.conftest import Run


def test_a_country_of_the_library_comes_before_the_shipped_case(run: Callable[..., Run], playbook: Playbook) -> None:
    with open_library(library_path()) as library:
        case_id = library.import_case(read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids))
        assessment = library.case(case_id).latest
        library.set_score(assessment.id, "su_level", Score(1, 1, 1))
    others = [
        score.best
        for name, score in assessment.sheet.scores.items()
        if playbook.indicator[name].factor == "unrest" and name != "su_level"
    ]
    factors = run("assess", "peru", "--json").json["factors"]
    assert factors["unrest"] == pytest.approx((1 + sum(others)) / (1 + len(others)))


def test_library_is_accepted_before_and_after_the_command(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    with open_library(path) as library:
        library.add_assessment(library.add_case("Utopia", "counternarcotics"), dt.date(2026, 1, 1))
    for arguments in (
        ("--library", path, "assess", "utopia", "--json"),
        ("assess", "utopia", "--json", "--library", path),
    ):
        assert run(*arguments).json["case"] == "Utopia"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("assess", "peruu"), '"peruu" is no case; did you mean "Peru"?'),
        (("assess", "nowhere.toml"), "nowhere.toml: cannot be read: No such file"),
        (("assess", "peru", "--episode", "PER-2011"), 'no assessment "PER-2011"; did you mean "PER-2011H2"?'),
        (("assess", "peru", "--library", "absent.sqlite"), "absent.sqlite: there is no library"),
        (("assess", "peru", "--playbook", "absent"), "absent: is not a folder"),
        (("assess", "x" * 5000), "is no case; name a case file (.toml) or one of: Bolivia"),
        (("assess", f"{'x' * 5000}.toml"), ".toml: cannot be read: "),
        (("check", "x" * 5000), "x: is not a folder; a playbook is a folder of TOML files"),
    ],
)
def test_what_cannot_be_found_is_said_with_what_there_is(
    run: Callable[..., Run], arguments: tuple[str, ...], words: str
) -> None:
    result = run(*arguments)
    assert result.code == 1
    assert words in result.err
    assert result.out == ""


def test_a_library_that_is_no_library_is_named_and_left_alone(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear colleague, this is no database at all, whatever its name says.")
    before = path.read_bytes()
    result = run("assess", "peru", "--library", path)
    assert result.code == 1
    assert "letter.sqlite" in result.err
    assert path.read_bytes() == before


def test_reading_a_shipped_case_makes_no_library(run: Callable[..., Run]) -> None:
    assert run("assess", "laos", "--json").json["case"] == "Laos"
    assert not library_path().exists()


def test_a_country_of_two_words_is_found_as_it_is_written(run: Callable[..., Run]) -> None:
    assert run("assess", "New Zealand", "--json").json["case"] == "New Zealand"


def test_a_case_that_names_another_playbook_says_how_to_give_it(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('[[episode]]\nid = "X"\ncountry = "Utopia"\ncoded_as_of = 2026-01-01\nplaybook = "migration"\n')
    result = run("assess", path)
    assert result.code == 1
    assert 'read under playbook "migration", which is not at hand' in result.err
    assert "--playbook" in result.err


def test_a_playbook_is_named_by_folder_or_by_id(tmp_path: Path) -> None:
    assert playbook_folder(None) == playbook_folder("counternarcotics") == SHIPPED / "counternarcotics"
    assert playbook_folder(str(tmp_path)) == tmp_path


def test_a_library_of_a_newer_version_is_refused_and_left_alone(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    open_library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    result = run("assess", "peru", "--library", path)
    assert result.code == 1
    assert "newer.sqlite" in result.err
    assert "update to work with its numbers" in result.err
    assert path.read_bytes() == before


def test_a_library_that_is_locked_is_named(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "busy.sqlite"
    open_library(path).close()
    monkeypatch.setattr("data.library.connecting.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        result = run("assess", "peru", "--library", path)
    assert result.code == 1
    assert "busy.sqlite: is in use by another program" in result.err


def test_an_empty_file_is_not_turned_into_a_library_by_reading(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    assert run("assess", "peru", "--library", path).code == 0
    assert path.read_bytes() == b""


def test_a_playbook_of_ones_own_is_known_by_its_id_and_reads_the_cases_of_what_it_was_made_from(
    run: Callable[..., Run], playbook: Playbook
) -> None:
    kept = save_own(playbook, Trial(frozenset({Entry("rule", "military_objection")})), "Mine")
    found = run("assess", "peru", "--playbook", kept.id, "--json").json
    assert found["playbook"]["id"] == kept.id
    assert "military_objection" not in [rule["id"] for rule in found["rules"]]
    assert run("check", kept.id).code == 0
