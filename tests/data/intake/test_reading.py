"""What files would bring is said before anything is kept, and keeping it is one step of the history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet
from data.case_files import SHIPPED_CASES
from data.intake.files import ScoreFile
from data.intake.reading import Reading
from data.library import LibraryError, open_library
from tests.data.importers.files import SAMPLES, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.playbook import Playbook
    from data.intake.told import Told
    from data.library import Library

PERU = "PER-2014-2016"


@pytest.fixture
def standing(library: Library) -> ScoreSheet:
    return library.assessment(PERU).sheet


def back(folder: Path, who: str, sheet: ScoreSheet, case: str = "Peru", told: Told | None = None) -> ScoreFile:
    """A scorecard as if it had been read."""
    path = folder / f"{who}.xlsx"
    returned = Returned(path.name, case, dt.date(2014, 5, 15), who, sheet, assessment=PERU)
    return ScoreFile(path, told or {}, returned)


def moved(sheet: ScoreSheet, best: float) -> ScoreSheet:
    return sheet.with_score("su_level", Score(best - 1, best, best + 1, "high", "Strikes"))


def test_scores_data_and_a_case_are_kept_in_one_step_that_undo_takes_back(
    library: Library, playbook: Playbook, read: Callable[..., Reading], standing: ScoreSheet, tmp_path: Path
) -> None:
    before = library.case(1)
    files = read(SAMPLES / "acled_export.csv", SHIPPED_CASES / "bolivia.toml")._files
    reading = Reading(library, playbook, [back(tmp_path, "Ana", moved(standing, 9)), *files], 1)
    preview = reading.preview()
    assert preview.ready
    assert preview.summary == (
        "Import adds to Peru an assessment as of 15 May 2014 by Ana (1 score changes) and the data series"
        " acled.protests_riots with 13 readings; and the new country Bolivia with 3 assessments and 22 notes."
    )
    assert library.case(1) == before
    done = reading.keep()
    assert done.sentence.startswith("Imported into Peru an assessment")
    new = library.assessment(str(done.assessment))
    assert (new.analyst, new.sheet.get("su_level")) == ("Ana", Score(8, 9, 10, "high", "Strikes"))
    assert next(one for one in library.case(1).series if one.name == "acled.protests_riots").origin
    assert [case.name for case in library.cases()] == ["Bolivia", "Peru"]
    assert library.undo() == "Peru and Bolivia: import Ana.xlsx, acled_export.csv and bolivia.toml"
    assert library.case(1) == before
    assert [case.name for case in library.cases()] == ["Peru"]
    assert library.undo_label is None


def test_nothing_is_kept_where_the_library_refuses_a_part(
    library: Library, playbook: Playbook, standing: ScoreSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Reading(library, playbook, [back(tmp_path, "Ana", moved(standing, 9))], 1)
    before = library.case(1)

    def refuse(*_: object, **__: object) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(library, "set_score", refuse)
    with pytest.raises(LibraryError, match="the disk is full"):
        reading.keep()
    assert library.case(1) == before
    assert library.undo_label is None


def test_several_analysts_become_one_assessment_or_one_each(
    library: Library, playbook: Playbook, standing: ScoreSheet, tmp_path: Path
) -> None:
    sheets = [back(tmp_path, "Ana", moved(standing, 9)), back(tmp_path, "Ben", moved(standing, 3))]
    (part,) = Reading(library, playbook, sheets, 1).preview().parts
    assert part.title == "Ana.xlsx and Ben.xlsx"
    assert [one.key for one in part.settings] == ["target", "analyst", "analyst", "separately"]
    apart = [back(tmp_path, "Ana", moved(standing, 9), told={"separately": ("yes",)}), sheets[1]]
    reading = Reading(library, playbook, apart, 1)
    assert [one.title for one in reading.preview().parts] == ["Ana.xlsx", "Ben.xlsx"]
    reading.keep()
    assert len(library.case(1).assessments) == 5


def test_a_scorecard_goes_to_the_country_it_names_a_new_one_or_where_it_is_told(
    library: Library, playbook: Playbook, standing: ScoreSheet, tmp_path: Path
) -> None:
    def target(case: str, told: Told | None = None, opened: int | None = 1) -> str:
        sheet = back(tmp_path, "Ana", standing, case, told)
        return Reading(library, playbook, [sheet], opened).preview().parts[0].settings[0].value

    assert target("PERÚ") == "1"
    assert target("Chile") == "new:Chile"
    assert target("Chile", {"target": ("1",)}) == "1"
    assert target("", opened=1) == "1"


def test_a_new_country_is_added_once_with_its_scores_and_data(
    library: Library, playbook: Playbook, read: Callable[..., Reading], standing: ScoreSheet, tmp_path: Path
) -> None:
    poll = written(tmp_path, "poll.csv", "date,value\n2014-01,1\n2014-02,2\n")
    (data,) = read(poll, told={poll: {"target": ("new:Chile",)}})._files
    reading = Reading(library, playbook, [data, back(tmp_path, "Ana", standing, "Chile")], 1)
    reading.keep()
    chile = next(case for case in library.cases() if case.name == "Chile")
    held = library.case(chile.id)
    assert (len(held.assessments), [one.name for one in held.series]) == (1, ["value"])
    assert held.playbook == playbook.identity.id


def test_what_is_there_already_brings_nothing(
    library: Library, playbook: Playbook, read: Callable[..., Reading], standing: ScoreSheet, tmp_path: Path
) -> None:
    (case,) = read(SHIPPED_CASES / "peru.toml")._files
    preview = Reading(library, playbook, [case, back(tmp_path, "Ana", standing)], 1).preview()
    assert preview.summary == ""
    assert not preview.ready


def test_a_merged_case_opens_its_newest_assessment(
    library: Library, read: Callable[..., Reading], tmp_path: Path
) -> None:
    text = (SHIPPED_CASES / "peru.toml").read_text(encoding="utf-8")
    path = written(tmp_path, "peru.toml", text.replace("2014-05-15", "2014-05-16"))
    done = read(path).keep()
    assert library.assessment(str(done.assessment)).as_of == dt.date(2014, 5, 16)
    assert len(library.case(1).assessments) == 4


def test_problems_of_all_files_stand_together(read: Callable[..., Reading], tmp_path: Path) -> None:
    preview = read(SAMPLES / "election_calendar.csv", tmp_path / "gone.csv", SAMPLES / "approval.csv").preview()
    assert [(one.file, one.where) for one in preview.troubles] == [
        ("election_calendar.csv", "types of elections"),
        ("gone.csv", ""),
    ]
    assert preview.summary
    assert not preview.ready


def test_a_library_that_is_read_only_can_be_compared_with(
    peru_library: Path, playbook: Playbook, tmp_path: Path
) -> None:
    with open_library(peru_library) as library:
        sheet = library.assessment(PERU).sheet
        assert Reading(library, playbook, [back(tmp_path, "Ana", moved(sheet, 9))], 1).preview().ready
