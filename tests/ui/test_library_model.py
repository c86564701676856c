from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.library_lines import Assessment, Case
from ui.library_model import NEW_ASSESSMENT, Country, LibraryModel, Role, found
from ui.styles import DATE_STYLES, wear_styles

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from ui.styles import DateStyle


SAME_DAY = (Assessment("P1", dt.date(2014, 5, 15)), Assessment("P2", dt.date(2014, 5, 15)))


def country(case: Case) -> Country:
    shown = found(case, "")
    assert shown is not None
    return shown


@pytest.fixture
def model() -> LibraryModel:
    made = LibraryModel()
    made.show([country(Case(1, "Chile")), country(Case(2, "Peru", SAME_DAY))])
    return made


def test_it_keeps_the_rules_of_models(model: LibraryModel, qtmodeltester: ModelTester) -> None:
    model.set_open("P1")
    model.set_stance("P1", "aligned")
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_country_without_assessments_offers_a_first_one(model: LibraryModel) -> None:
    chile = model.index(0, 0)
    assert model.rowCount(chile) == 1
    entry = model.index(0, 0, chile)
    assert (entry.data(), entry.data(Role.KIND), entry.data(Role.CASE)) == (NEW_ASSESSMENT, "new", 1)
    assert entry.parent() == chile


def test_assessments_of_one_day_are_told_apart(model: LibraryModel) -> None:
    texts = [model.entry(name).data() for name in ("P1", "P2")]
    assert texts == ["15 May 2014 (1)", "15 May 2014 (2)"], "numbered as in the header, the older first"
    assert model.entry("P1").data(Qt.ItemDataRole.ToolTipRole) == "Eradication. 15 May 2014 (1)"


def test_an_assessment_keeps_its_number_where_others_are_not_found(model: LibraryModel) -> None:
    radar = Assessment("P2", dt.date(2014, 5, 15), issue="Radar")
    shown = found(Case(1, "Peru", [SAME_DAY[0], radar]), "radar")
    assert shown is not None
    model.show([shown])
    assert model.entry("P2").data() == "15 May 2014 (2)"


def test_assessments_of_one_day_by_two_analysts_name_them(model: LibraryModel) -> None:
    day = dt.date(2014, 5, 15)
    two = [Assessment("P1", day, analyst="Rosa"), Assessment("P2", day, analyst="Ana")]
    model.show([country(Case(1, "Peru", two))])
    assert {model.entry(name).data() for name in ("P1", "P2")} == {"15 May 2014, Rosa", "15 May 2014, Ana"}
    assert model.entry("P1").data(Role.SHORTER) == "15 May, Rosa"


@pytest.mark.parametrize("style", DATE_STYLES)
def test_no_two_assessments_read_alike_without_their_years(
    model: LibraryModel, style: DateStyle, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: wear_styles("day_first", "system"))
    wear_styles(style, "system")
    held = [
        Assessment(f"{year}-{day}-{number}", dt.date(year, 5, day), analyst=who)
        for year in (2013, 2014)
        for day in (15, 16)
        for number, who in enumerate(("Rosa", "Ana", "Ana", ""))
        if (year, day) != (2014, 16) or number < 2
    ]
    model.show([country(Case(1, "Peru", held))])
    shorter = [model.entry(one.id).data(Role.SHORTER) for one in held]
    assert len(set(shorter)) == len(held)
    assert sum("2013" in text or "2014" in text for text in shorter) < len(held)


def test_a_locked_assessment_says_so_to_everyone(model: LibraryModel) -> None:
    model.show([country(Case(1, "Peru", [Assessment("P1", dt.date(2014, 5, 15), locked=True)]))])
    entry = model.entry("P1")
    assert entry.data(Role.LOCKED)
    assert not entry.parent().data(Role.LOCKED)
    assert entry.data(Qt.ItemDataRole.AccessibleTextRole) == "Peru, 15 May 2014, locked"
    assert entry.data(Qt.ItemDataRole.ToolTipRole) == "Eradication. Locked as briefed"


def test_the_open_assessment_and_its_country_are_marked(model: LibraryModel) -> None:
    model.set_open("P2")
    marked = [index.data(Role.IS_OPEN) for index in (model.index(0, 0), model.index(1, 0), model.entry("P2"))]
    assert marked == [False, True, True]
    model.set_open(None)
    assert not model.index(1, 0).data(Role.IS_OPEN)


def test_a_large_library_is_shown_without_making_its_entries(model: LibraryModel) -> None:
    cases = [
        Case(
            number,
            f"Country {number}",
            [Assessment(f"{number}-{year}", dt.date(year, 1, 1)) for year in range(2000, 2005)],
        )
        for number in range(500)
    ]
    began = time.process_time()
    model.show(country(case) for case in cases)
    assert model.entry("499-2004").parent().data() == "Country 499"
    # Some 10 ms; 500 countries made as items took eight times as long.
    assert time.process_time() - began < 0.5
