from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Analyst, Note, PlaybookVersion
from advisor.knobs import Knobs
from advisor.scores import Score
from data.library import Alteration, DamagedLibrary, Library, UnknownEntry
from data.library.alterations import _TABLES
from data.library.recording import RECORDED

if TYPE_CHECKING:
    from collections.abc import Callable

MAY = "PER-2014-2016"
NAMES = {"su_level": "Current unrest", "finance": "Less illicit finance"}


def told(library: Library) -> list[tuple[str, str, str]]:
    entry = library.history(limit=1)[0]
    return [(one.what, one.old, one.new) for one in library.alterations(entry.id, names=NAMES)]


def test_every_recorded_table_can_be_told_of() -> None:
    assert set(_TABLES) == set(RECORDED)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            lambda library: library.set_score(MAY, "su_level", Score(6, 7.5, 9, "high")),
            [
                ("score of Current unrest, best", "7", "7.5"),
                ("score of Current unrest, confidence", "moderate", "high"),
                ("score of Current unrest, high", "8", "9"),
            ],
        ),
        (
            lambda library: library.set_score(MAY, "th_armed", Score(1, 2, 3, "low", "rumours")),
            [("score of th_armed", "", "best 2; low 1; high 3; low; rumours")],
        ),
        (
            lambda library: library.set_score(MAY, "su_level", None),
            [("score of Current unrest", "best 7; low 6; high 8; moderate", "")],
        ),
        (
            lambda library: library.update_assessment(MAY, as_of=dt.date(2014, 6, 1), us_preferred_policy="Wait"),
            [
                (f"assessment {MAY}, date", "2014-05-15", "2014-06-01"),
                (f"assessment {MAY}, US-preferred policy", "", "Wait"),
            ],
        ),
        (
            lambda library: library.set_note(1, Note("223 conflicts in July", "Defensoría", "", "2011-07", "A", 1)),
            [
                ("note, credibility", "2", "1"),
                ("note, link", "https://example.org/a", ""),
                ("note, reliability", "B", "A"),
                ("link of a note", "Current unrest", ""),
            ],
        ),
        (lambda library: library.delete_event(1), [("event", "2011-08-17; Eradication halted for a week; AP", "")]),
        (lambda library: library.add_analyst(Analyst("Rosa", "INR")), [("analyst Rosa", "", "INR")]),
        (
            lambda library: library.lock(MAY, PlaybookVersion("counternarcotics", "1.0"), "{}", reason="DCM"),
            [("lock", "", "2014-05-15T12:02:00+00:00; Rosa; DCM; counternarcotics; 1.0")],
        ),
        (
            lambda library: library.set_knobs(1, replace(library.case(1).knobs, budget=None, weights={"finance": 2.5})),
            [
                ("setting weight", "cultivation; value 2", ""),
                ("setting budget", "value 90", ""),
                ("setting weight", "", "Less illicit finance; value 2.5"),
            ],
        ),
        (lambda library: library.rename_case(1, "Perú"), [("case, name", "Peru", "Perú")]),
    ],
)
def test_an_edit_says_which_entries_it_altered_and_from_what_to_what(
    library: Library, peru_id: int, edit: Callable[[Library], object], expected: list[tuple[str, str, str]]
) -> None:
    edit(library)
    assert told(library)[: len(expected)] == expected


def test_an_entry_that_is_gone_is_still_called_by_its_name(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(1, 2, 3))
    entry = library.history(limit=1)[0]
    before = library.alterations(entry.id, names=NAMES)
    library.delete_assessment(MAY)
    assert library.alterations(entry.id, names=NAMES) == before
    assert before[0] == Alteration("score of Current unrest, best", "7", "2")


def test_a_long_list_is_cut_and_long_texts_are_shortened(library: Library, peru_id: int) -> None:
    imported = library.history()[-1]
    assert len(library.alterations(imported.id, limit=5)) == 5
    library.update_assessment(MAY, note="word " * 200)
    assert len(told(library)[0][2]) <= 200


def test_options_pinned_and_unpinned_are_told(library: Library) -> None:
    case_id = library.add_case("Peru")
    library.set_knobs(case_id, Knobs(pinned=("alt_dev",)))
    assert told(library) == [("setting pinned", "", "alt_dev; value 0")]


def test_an_entry_that_is_not_there_is_said_not_to_be(library: Library) -> None:
    with pytest.raises(UnknownEntry, match="the history has no entry 99"):
        library.alterations(99)


def test_a_table_that_no_library_has_is_reported(library: Library, peru_id: int) -> None:
    library._database.connection.execute("UPDATE changes SET table_name = 'votes'")
    with pytest.raises(DamagedLibrary, match='the history names "votes"'):
        library.alterations(library.history()[0].id)
