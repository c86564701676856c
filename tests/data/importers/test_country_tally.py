"""The countries of a file are counted, and names that are not known are told rather than guessed."""

from __future__ import annotations

from pathlib import Path

from advisor.progress import Watch
from data.importers.contract import CountrySeen, ImportMapping
from data.importers.country_tally import CountryTally
from data.importers.importer import Task
from data.importers.problems import ImportProblems


def tally(country: str = "PER", **mapping: dict[str, str]) -> tuple[CountryTally, ImportProblems]:
    problems = ImportProblems("a.csv")
    task = Task(Path("a.csv"), ImportMapping(**mapping), country, problems, Watch())  # type: ignore[arg-type]
    return CountryTally(task), problems


def test_rows_are_counted_by_country_and_the_unknown_come_last() -> None:
    counted, problems = tally()
    wanted = [counted.wants(name) for name in ("Peru", "Atlantis", "Bolivia", "Peru", "Republic of Peru")]
    assert wanted == [True, False, False, True, True]
    assert counted.seen == (
        CountrySeen("Bolivia", "BOL", 1, True),
        CountrySeen("Peru", "PER", 2, True),
        CountrySeen("Republic of Peru", "PER", 1, True),
        CountrySeen("Atlantis", "", 1, True),
    )
    counted.report()
    assert problems.whole == ()
    assert [str(note) for note in problems.notes] == [
        'a.csv: countries: names not known as countries, left out: "Atlantis"'
    ]


def test_a_code_that_is_not_known_is_not_helped_by_the_name_beside_it() -> None:
    counted, _ = tally("DEU")
    assert counted.code("Germany, German Democratic Republic", "DDR") == ""
    assert counted.code("Germany", "DEU") == "DEU"


def test_a_name_that_fits_a_pattern_is_told_where_it_matters() -> None:
    counted, problems = tally()
    assert counted.wants("Peruvian Andes")
    counted.code("Congo Democratic Republic")
    counted.report()
    assert [str(note) for note in problems.notes] == [
        'a.csv: countries: "Peruvian Andes" is read as Peru; correct it where that is wrong'
    ]


def test_what_the_analyst_says_of_a_name_goes_first() -> None:
    counted, _ = tally(countries={"Peruvian Andes": "", "Birú": "PER"})
    assert not counted.wants("Peruvian Andes")
    assert counted.wants("Birú")


def test_the_analyst_may_give_a_name_or_a_code_but_no_country_that_is_none() -> None:
    counted, problems = tally(countries={"Birú": "Peru", "Lima": "Atlantis"})
    assert counted.wants("Birú")
    assert [str(problem) for problem in problems.whole] == [
        'a.csv: countries: "Lima" is said to be "Atlantis", which is not known'
    ]


def test_a_country_that_is_not_there_is_a_problem_that_names_those_that_are() -> None:
    counted, problems = tally()
    counted.code("Bolivia")
    counted.report()
    assert [str(problem) for problem in problems.whole] == ["a.csv: holds no row for Peru; it holds Bolivia"]


def test_without_a_country_nothing_is_wanted_and_nothing_missed() -> None:
    counted, problems = tally("")
    assert not counted.wants("Atlantis")
    assert not counted.wants("Peru")
    counted.report()
    assert problems.whole == ()
