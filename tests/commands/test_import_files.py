"""`import` says what files would change and changes it in one step, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.incoming import Column, Table
from commands.import_files import table_lines
from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from tests.data.importers.files import SAMPLES
from tests.data.scorecards.books import loaded, of_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.commands.conftest import Run

PERU = SHIPPED_CASES / "peru.toml"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that holds Peru alone."""
    path = tmp_path / "library.sqlite"
    with open_library(path) as opened:
        opened.import_file(PERU)
    return path


def filled(folder: Path, who: str, cells: Mapping[str, object]) -> Path:
    """Return Peru's scorecard as somebody filled it in and saved it."""
    book = loaded(of_case(read_case(PERU, None)))
    book["Instructions"]["B8"] = who
    for place, value in cells.items():
        book["Pressures"][place] = value
    path = folder / f"{who.lower()}.xlsx"
    book.save(path)
    return path


def assessments(library: Path) -> dict[str, list[str]]:
    with open_library(library) as opened:
        return {one.name: [each.id for each in one.assessments] for one in opened.cases()}


def test_a_scorecard_is_previewed_then_imported_as_a_new_assessment_and_undone(
    run: Callable[..., Run], tmp_path: Path, library: Path
) -> None:
    card = filled(tmp_path, "Ana", {"F9": "2,0", "G9": "3,5", "I9": "high"})
    before = assessments(library)
    preview = run("import", card, "--dry-run", "--library", library)
    assert preview.code == 0
    assert "Scored by Ana, as of 15 May 2014." in preview.out
    assert "Current unrest  7 (6–8)  3.5 (2–8)  −3.5" in preview.out
    assert preview.out.strip().endswith("Nothing was changed.")
    assert assessments(library) == before
    done = run("import", card, "--library", library)
    assert done.code == 0
    assert "One step of the history: undo takes all of it back." in done.out
    (new,) = set(assessments(library)["Peru"]) - set(before["Peru"])
    assert f"--episode {new}" in done.out
    with open_library(library) as opened:
        added = opened.assessment(new)
        score = added.sheet.get("su_level")
        assert (added.analyst, score and (score.low, score.best, score.high, score.confidence)) == (
            "Ana", (2, 3.5, 8, "high"),
        )  # fmt: skip
        opened.undo()
    assert assessments(library) == before


def test_several_scorecards_merge_and_it_says_where_they_disagree(
    run: Callable[..., Run], tmp_path: Path, library: Path
) -> None:
    cards = [filled(tmp_path, "Ana", {"F9": 0, "G9": 1}), filled(tmp_path, "Ben", {"G9": 9, "H9": 10})]
    result = run("import", *cards, "--library", library, "--json").json
    (part,) = result["files"]
    assert part["kind"] == "2 scorecards"
    assert any("They differ on 1 of 22 indicators" in fact for fact in part["facts"])
    assert any("by best scores" in judgement for judgement in part["judgements"])
    with open_library(library) as opened:
        added = opened.assessment(result["assessment"])
    score = added.sheet.get("su_level")
    assert (added.analyst, score and (score.low, score.best, score.high)) == ("Ana and Ben", (0, 5, 10))


def test_one_bad_file_stops_all_of_them_and_every_problem_is_named(
    run: Callable[..., Run], tmp_path: Path, library: Path
) -> None:
    bad = filled(tmp_path, "Ben", {"G5": "seven", "H6": 12})
    good = filled(tmp_path, "Ana", {"G9": 6.5})
    before = assessments(library)
    problems = run("import", good, bad, SHIPPED_CASES / "bolivia.toml", "--library", library, "--json")
    assert problems.code == 1
    assert problems.json["problems"][0]["what"] == "'seven' is not a number between 0 and 10"
    assert assessments(library) == before
    assert [one["entry"] for one in problems.json["problems"]] == ["Pressures!G5", "Pressures!H6"]
    assert problems.json["imported"] is None


def test_a_data_export_goes_in_with_its_origin_and_can_be_undone(run: Callable[..., Run], library: Path) -> None:
    export = SAMPLES / "acled_export.csv"
    result = run("import", export, "--case", "Peru", "--library", library)
    assert result.code == 0, result.err
    with open_library(library) as opened:
        (peru,) = opened.cases()
        (series,) = [one for one in opened.case(peru.id).series if one.name == "acled.protests_riots"]
        assert "acled_export.csv" in series.origin
        assert "SHA-256" in series.origin
        label = opened.undo()
        assert label is not None
        assert not any(one.name == "acled.protests_riots" for one in opened.case(peru.id).series)


def test_a_country_of_a_similar_name_is_asked_about_and_added_on_request(
    run: Callable[..., Run], tmp_path: Path, library: Path
) -> None:
    card = tmp_path / "card.toml"
    card.write_text(PERU.read_text("utf-8").replace('country = "Peru"', 'country = "Peruu"'), "utf-8")
    result = run("import", card, "--library", library)
    assert result.code == 1
    assert (
        'card.toml: "Peruu" is no country of the library; did you mean "Peru"? Say --case NAME, or --new' in result.err
    )
    assert run("import", card, "--library", library, "--case", "PERÚ", "--dry-run").code == 0
    assert run("import", card, "--library", library, "--new").code == 0
    assert set(assessments(library)) == {"Peru", "Peruu"}


def test_a_preview_for_a_library_that_is_not_there_makes_none(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    result = run("import", SHIPPED_CASES / "peru.toml", "--dry-run", "--library", path)
    assert result.code == 0
    assert not path.exists()


def test_a_file_that_is_not_there_is_told(run: Callable[..., Run], library: Path) -> None:
    result = run("import", "absent.xlsx", "--library", library)
    assert result.code == 1
    assert "absent.xlsx: there is no such file" in result.err


def test_tables_stand_in_columns_and_long_texts_are_cut() -> None:
    table = Table("Scores", (Column("What", 10), Column("Why", 10)), (("a", "x" * 60), (1.5, None)))
    assert list(table_lines(table)) == ["What  Why", f"a     {'x' * 43}…", "1.5"]
