"""Each file becomes a part of the preview, with the choice of where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.case_files import SHIPPED_CASES, read_case
from data.errors import Problem
from data.importers.date_values import DATE_VALUES
from data.importers.elections import ELECTIONS
from data.intake.data_files import read_data
from data.intake.files import CaseFile, Refused
from data.intake.parts import COUNTRIES, Targets, case_part, data_part, refused_part
from tests.data.importers.files import SAMPLES, TODAY

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from data.library import Library


def test_a_country_of_the_library_or_a_new_one_can_be_chosen(library: Library) -> None:
    targets = Targets(library.cases())
    setting = targets.setting("", ["Chile", "peru", "Chile", ""])
    assert [(one.value, one.text) for one in setting.choices] == [
        ("", "Choose the country"),
        ("1", "Peru"),
        ("new:Chile", "New country: Chile"),
    ]
    assert (targets.name("1"), targets.name("new:Chile")) == ("Peru", "Chile")


def test_an_export_shows_its_series_its_doubtful_countries_and_what_was_done(
    playbook: Playbook, library: Library
) -> None:
    read = read_data(SAMPLES / "acled_export.csv", {}, ("Peru",), (), (), TODAY, Watch())
    part = data_part(playbook, read, library.case(1), Targets(library.cases()), "1")
    assert (part.title, part.kind, part.settings[0].value) == ("acled_export.csv", "ACLED events", "1")
    assert "22 rows, 18 used for Peru." in part.lines[0]
    assert part.tables[0].rows[0][0] == "Protests and riots (acled.protests_riots, events a day)"
    assert part.tables[1].name == COUNTRIES
    assert part.tables[1].rows == (("Atlantis", "not known: left out", "1"),)
    assert part.notes == ("1 row of an event already counted; an actor-based export repeats events",)


def test_a_file_that_is_not_recognised_can_be_told_its_format(playbook: Playbook, library: Library) -> None:
    read = read_data(SAMPLES / "README.md", {}, ("Peru",), (), (), TODAY, Watch())
    part = data_part(playbook, read, None, Targets(library.cases()), "1")
    assert part.kind == "Not recognised"
    assert [one.key for one in part.settings] == ["target", "format"]
    assert [one.value for one in part.settings[1].choices] == [DATE_VALUES.id, ELECTIONS.id]


def test_a_case_file_shows_its_assessments_and_a_refused_file_its_name(playbook: Playbook, library: Library) -> None:
    path = SHIPPED_CASES / "bolivia.toml"
    file = CaseFile(path, {}, read_case(path, playbook.indicator_ids))
    part = case_part(file, None, Targets(library.cases()), "new:Bolivia")
    assert [row[-1] for row in part.tables[0].rows] == ["new"] * 3
    assert part.settings[0].choices[-1].text == "New country: Bolivia"
    refused = refused_part(Refused(path, {}, (Problem("bolivia.toml", "", "is broken"),)))
    assert (refused.title, refused.settings) == ("bolivia.toml", ())
