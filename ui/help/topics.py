"""Which part of the guide belongs to what has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

GUIDE, KEYS, ABOUT = "guide", "keys", "about"
FIRST = "Guide"
# By class, so that a widget says nothing of help; the nearest one around the keyboard counts.
TOPICS: Mapping[str, str] = {
    "LibraryPanel": "Library",
    "ScorePage": "Score",
    "IndicatorPanel": "Score",
    "LiveResult": "Live result",
    "ResultStrip": "Live result",
    "OptionsPage": "Options",
    "PlanPage": "Plan",
    "RobustnessPage": "Robustness",
    "TimelinePage": "Timeline",
    "EvidencePage": "Evidence",
    "HistoryPage": "History",
    "WhyPanel": "Why",
    "FindBar": "Find on the page",
    "PalettePopup": "Go to anything",
    "ChartFrame": "Tables and charts",
    "SettingsView": "Settings",
    "BackupsView": "Backups",
    "CompareView": "Compare",
    "TrackRecordView": "Track record",
    "PlaybookView": "Playbook",
    "SavePlaybookForm": "Playbook",
    "AnalystsView": "Several analysts",
    "ImportView": "Import",
    "ExportForm": "Export briefing",
    "LockForm": "Briefed and locked",
    "LockLine": "Briefed and locked",
    "Form": "Library",
    "NoticeBar": "When something goes wrong",
    "EmptyPage": "Guide",
}


def heading_for(widget: QWidget | None) -> str:
    """Return the heading in the guide for a widget, that of the nearest one around it which has one."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in TOPICS:
                return TOPICS[kind.__name__]
        widget = widget.parentWidget()
    return FIRST
