"""The views that need more of the outside than the library: Compare and Track record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.ports import RegionsPort, TrackRecordPort

COMPARE, TRACK_RECORD = "Compare", "Track record"


def add_more_views(window: MainWindow, regions: RegionsPort, track_record: TrackRecordPort) -> None:
    """Offer the views in the window and its menu; their modules are loaded when they are first wanted."""
    session = window.session

    def compare() -> QWidget:
        from ui.compare.compare_view import CompareView

        return CompareView(session, regions)

    def record() -> QWidget:
        from ui.track_record_view import TrackRecordView

        return TrackRecordView(session.playbook, track_record)

    window.views.add(COMPARE, compare)
    window.views.add(TRACK_RECORD, record)
    window.menus.compare.triggered.connect(lambda: window.views.show_view(COMPARE))
    window.menus.track_record.triggered.connect(lambda: window.views.show_view(TRACK_RECORD))
