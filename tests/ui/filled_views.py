"""Views of a whole window filled with numbers at once, without the work in the background that takes long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from advisor import incoming_scores
from advisor.analysts import PackageOf
from advisor.findings import assess
from advisor.incoming import ImportPreview, Part
from advisor.incoming_series import series_table
from advisor.proposal import propose
from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet
from advisor.side_by_side import Compared
from advisor.uncertainty import draw_blocks
from data.examples import two_analysts
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from ui.analysts.analysts_view import AnalystsView
from ui.compare.compare_view import CompareView
from ui.importing.import_view import ImportView
from ui.track_record_view import TrackRecordView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.main_window import MainWindow

DRAWS, STEP_MS, PATIENCE_MS = 64, 5, 20_000


def compare(window: MainWindow) -> None:
    """Lay two dates of Peru side by side."""
    view = window.views.view("Compare")
    assert isinstance(view, CompareView)
    _wait(lambda: not view.comparing.busy)
    playbook = window.session.playbook
    blocks = list(draw_blocks(playbook, DRAWS, 1))
    held = {one: window.session.library.assessment(one) for one in (PERU_2014, PERU_2012)}
    found = [Compared(name, "Peru", one.as_of, assess(playbook, one.sheet, blocks)) for name, one in held.items()]
    view.comparing.compared.emit(found)


def track_record(window: MainWindow) -> None:
    """Wait for the past episodes."""
    view = window.views.view("Track record")
    assert isinstance(view, TrackRecordView)
    _wait(lambda: view.found is not None)


def analysts(window: MainWindow) -> None:
    """Show the example, with the same package for each."""
    session, view = window.session, window.views.view("Analysts")
    assert isinstance(view, AnalystsView)
    view.worker.want = lambda *_: None  # type: ignore[method-assign]  # packages take longer than all else
    library = session.library
    session.open_assessment(library.case(library.import_case(two_analysts(session.playbook))).latest.id)
    window.views.show_view("Analysts")
    assert view.opinions is not None
    view.worker.found.emit(tuple(PackageOf(name, ("alt_dev",)) for name in view.opinions.merged.analysts))


def importing(window: MainWindow) -> None:
    """Preview two scorecards and the data of Peru, as if they had been read."""
    session, view = window.session, window.views.view("Import")
    assert isinstance(view, ImportView)
    case, playbook = session.case, session.playbook
    assert case is not None
    back = []
    for who, best in (("Ana", 8.0), ("Ben", 3.0)):
        sheet = case.latest.sheet.with_score(UNREST, Score(best - 1, best, best + 1))
        back.append(Returned(f"{who}.xlsx", case.name, case.latest.as_of, who, ScoreSheet(dict(sheet.scores))))
    proposal = propose(playbook, case, back)[0]
    scores = Part(("scores.xlsx",), "Scores", "2 scorecards", tables=incoming_scores.tables(playbook, proposal))
    table = series_table(playbook, case.series, (), case.latest.as_of)
    work = view.importing
    work.files = {Path("scores.xlsx"): {}, Path("data.csv"): {}}
    work.preview = ImportPreview(
        (scores, Part(("data.csv",), "Data", "CSV", tables=(table,))), summary="Import adds 5."
    )
    work.changed.emit()


FILLED: Mapping[str, Callable[[MainWindow], None]] = {
    "Compare": compare,
    "Track record": track_record,
    "Analysts": analysts,
    "Import": importing,
}
"""What fills a view, by its name."""


def _wait(done: Callable[[], bool]) -> None:
    waited = 0
    while not done() and waited < PATIENCE_MS:
        QTest.qWait(STEP_MS)
        waited += STEP_MS
    assert done()
