"""The views that stand in place of the pages: Import, Compare, Track record, Analysts, Settings, Help, Backups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from advisor.answers import Subject
from data.examples import two_analysts
from tests.data.importers.files import SAMPLES
from tests.data.intake.conftest import scorecard
from tests.screens.photographer import SIZES, SMALL, TALL, WIDE, wait
from ui.analysts.wiring import Analysts
from ui.compare.compare_view import CompareView
from ui.importing.drop_cover import DropCover
from ui.importing.wiring import NAME as IMPORT
from ui.keeper import BACKUPS
from ui.more_views import COMPARE, TRACK_RECORD
from ui.track_record_view import TrackRecordView

if TYPE_CHECKING:
    from tests.screens.studio import Studio

PROBLEMS = (SAMPLES / "approval.csv", SAMPLES / "election_calendar.csv", SAMPLES / "gone.csv")
CARDS = {"Ana Ruiz": (7, 8, 9, "high", "Roadblocks since April"), "Ben Holt": (2, 3, 4, "low", "Settled in days")}


def importing(studio: Studio) -> None:
    """The import: without files, with two analysts' scores and data, with problems, and under files to be dropped."""
    with studio.window() as stage:
        window, files = stage.window, stage.importing
        window.views.show_view(IMPORT)
        studio.take(window, "import-empty")
        cards = [scorecard(studio.scratch / f"{who}.xlsx", who, {"su_level": cells}) for who, cells in CARDS.items()]
        for name, paths in (("import", [*cards, SAMPLES / "vdem_country_year.csv"]), ("import-problems", PROBLEMS)):
            files.add(paths)
            wait(window)
            studio.take(window, name, (*SIZES, TALL))
            files.clear()
        for cover in window.findChildren(DropCover):
            cover.cover()
            studio.take(window, "import-drop", (SMALL,))


def comparing(studio: Studio) -> None:
    """The comparison: the ranked table alone, then three countries side by side."""
    with studio.window() as stage:
        stage.window.views.show_view(COMPARE)
        view = stage.window.views.view(COMPARE)
        assert isinstance(view, CompareView)
        studio.take(stage.window, "compare-none")
        view.table.choose([row.entry.id for row in view.model.rows[:3]])
        studio.take(stage.window, "compare", (*SIZES, TALL))
        stage.window.desk.why.ask(Subject("apart", "military"))
        studio.take(stage.window, "compare-why", (WIDE,))
        stage.window.desk.why.close_panel()
        view.filters.text.setText("peru")
        studio.take(stage.window, "compare-hidden", (SMALL,))
        view.filters.text.setText("Atlantis")
        studio.take(stage.window, "compare-no-match", (SMALL,))
    with studio.window(filled=False) as stage:
        stage.window.views.show_view(COMPARE)
        studio.take(stage.window, "compare-empty", (SMALL,))


def track_record(studio: Studio) -> None:
    """How the playbook fares on past episodes."""
    with studio.window() as stage:
        stage.window.views.show_view(TRACK_RECORD)
        studio.take(stage.window, "track-record", (*SIZES, TALL))
        view = stage.window.views.view(TRACK_RECORD)
        assert isinstance(view, TrackRecordView)
        view.frame.toggle.click()
        studio.take(stage.window, "track-record-table", (WIDE,))
        view.frame.toggle.click()
        stage.window.desk.why.ask(Subject("episode", "PER-2014-2016"))
        studio.take(stage.window, "track-record-why", (WIDE,))


def analysts(studio: Studio) -> None:
    """Several analysts of one country, on the example, once their packages are known; and a country with one."""
    with studio.window() as stage:
        wired = next(one for one in stage.window.children() if isinstance(one, Analysts))
        wired.action.trigger()
        studio.take(stage.window, "analysts-one", (SMALL,))
        wired.offer_example(partial(two_analysts, studio.playbook))
        wired.show_example()
        studio.take(stage.window, "analysts", (*SIZES, TALL))
        stage.window.desk.why.ask(Subject("agreement", "alpha"))
        studio.take(stage.window, "analysts-why", (WIDE,))


def settings(studio: Studio) -> None:
    """The settings."""
    with studio.window() as stage:
        stage.window.menus.settings.trigger()
        studio.take(stage.window, "settings")


def help_and_about(studio: Studio) -> None:
    """The guide, the shortcuts, and About."""
    with studio.window() as stage:
        menus = stage.window.menus
        for name, action in (("guide", menus.contents), ("shortcuts", menus.shortcuts), ("about", menus.about)):
            action.trigger()
            studio.take(stage.window, f"help-{name}")


def backups(studio: Studio) -> None:
    """The backups: none yet, and one."""
    with studio.window() as stage:
        stage.window.views.show_view(BACKUPS)
        studio.take(stage.window, "backups-none", (SMALL,))
        stage.window.keeper.back_up_now()
        studio.take(stage.window, "backups", (WIDE, SMALL))
