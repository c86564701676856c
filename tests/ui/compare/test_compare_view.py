"""An analyst ranks a region and lays three countries side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.compare import comparing
from ui.compare.compare_view import HOW_TO, NO_MATCH, ONE, CompareView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from ui.session import Session
    from ui.theme import Theme


class EmptyPlan:
    """A plan that takes no time and holds nothing."""

    package = ()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, empty_session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[CompareView]:
    monkeypatch.setattr(comparing, "solve", lambda *_, **__: EmptyPlan())
    made = CompareView(empty_session, lambda names: dict.fromkeys(names, "South America"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.filters.region.count() == 2)
    yield made
    made.close_work()


def test_one_row_a_country_until_all_dates_are_wanted(view: CompareView) -> None:
    assert [row.entry.country for row in view.model.rows] == ["Bolivia", "Peru"]
    assert view.hint.text() == HOW_TO
    view.filters.latest.setChecked(False)
    assert len(view.model.rows) == 6


def test_two_dates_of_one_country_stand_side_by_side(view: CompareView, qtbot: QtBot) -> None:
    view.filters.latest.setChecked(False)
    view.table.choose(["PER-2014-2016"])
    assert view.hint.text() == ONE
    view.table.choose(["PER-2014-2016", "PER-2012-2014"])
    qtbot.waitUntil(lambda: bool(view.side.tables) and not view.comparing.busy)
    assert "Peru, 2014" in view.sentence.text()
    assert not view.hint.isVisible()


def test_the_open_assessment_is_chosen_until_the_analyst_chooses(view: CompareView, empty_session: Session) -> None:
    empty_session.open_assessment("PER-2012-2014")
    view.hide()
    view.show()
    assert view.table.chosen == ("PER-2012-2014",)
    assert view.hint.text() == ONE
    bolivia = next(row.entry.id for row in view.model.rows if row.entry.country == "Bolivia")
    view.table.choose(["PER-2012-2014", bolivia])
    view.hide()
    empty_session.open_assessment("PER-2014-2016")
    view.show()
    assert list(view.table.chosen) == ["PER-2012-2014", bolivia]


def test_filters_narrow_the_table_and_say_when_nothing_is_left(view: CompareView) -> None:
    view.table.choose([row.entry.id for row in view.model.rows])
    view.filters.region.setCurrentIndex(1)
    assert len(view.model.rows) == 2
    view.filters.text.setText("boliv")
    assert [row.entry.country for row in view.model.rows] == ["Bolivia"]
    assert view.hint.text() == "1 of the 2 chosen is hidden by the filter; clear it to compare all."
    view.filters.text.setText("nowhere")
    assert view.nothing.isVisible()
    assert view.nothing.sentence.text() == NO_MATCH
    assert not view.table.isVisible()
    assert not view.hint.isVisible()
    view.nothing.buttons[0].click()
    assert (len(view.model.rows), len(view.table.chosen)) == (2, 2)
    assert view.table.isVisible()


def test_a_comparison_speaks_only_of_what_is_shown(view: CompareView, qtbot: QtBot) -> None:
    view.table.choose([row.entry.id for row in view.model.rows])
    qtbot.waitUntil(lambda: bool(view.side.tables) and not view.comparing.busy)
    view.filters.text.setText("boliv")
    assert (view.side.tables, view.sentence.text()) == ((), "")
    view.filters.text.clear()
    qtbot.waitUntil(lambda: bool(view.side.tables) and not view.comparing.busy)


def test_return_on_a_row_opens_it(view: CompareView, empty_session: Session) -> None:
    view.table.opened.emit("BOL-2006-2008")
    assert empty_session.assessment is not None
    assert empty_session.assessment.id == "BOL-2006-2008"


def test_a_country_without_a_region_is_asked_for_once(qtbot: QtBot, theme: Theme, empty_session: Session) -> None:
    asked: list[list[str]] = []

    def regions(countries: Sequence[str]) -> dict[str, str]:
        asked.append(list(countries))
        return {}

    made = CompareView(empty_session, regions)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.comparing.busy)
    assert asked == [["Bolivia", "Peru"]]
    made.close_work()
