"""Time the list of a library with many countries: shown, scrolled and searched."""

from __future__ import annotations

import datetime as dt
import statistics

from PySide6.QtWidgets import QApplication

from benchmarks.timing import milliseconds
from data.library import AssessmentSummary, CaseSummary
from ui.library_tree import LibraryTree

COUNTRIES, YEARS = 500, range(2020, 2025)
_SIZE = (196, 800)


def large_library() -> None:
    """Print how long 500 countries with five assessments each take."""
    tree = LibraryTree()
    tree.resize(*_SIZE)
    tree.show()
    cases = tuple(_summary(number) for number in range(COUNTRIES))
    shown = milliseconds(lambda: tree.show_cases(cases))
    tree.expandAll()
    QApplication.processEvents()
    places = range(0, tree.verticalScrollBar().maximum(), 10)
    steps = [_milliseconds_to(tree, place) for place in places]
    found = milliseconds(lambda: tree.show_cases(cases, "country 49"))
    print(f"{COUNTRIES} countries, shown                     {shown:8.1f} ms")
    print(f"{COUNTRIES} countries, a step of scrolling       {statistics.median(steps):8.1f} ms   (at most 16)")
    print(f"  99 of 100 steps                         {statistics.quantiles(steps, n=100)[-1]:8.1f} ms")
    print(f"{COUNTRIES} countries, searched                  {found:8.1f} ms")


def _milliseconds_to(tree: LibraryTree, place: int) -> float:
    def scroll() -> None:
        tree.verticalScrollBar().setValue(place)
        tree.viewport().repaint()

    return milliseconds(scroll)


def _summary(number: int) -> CaseSummary:
    held = tuple(AssessmentSummary(f"{number}-{year}", dt.date(year, 1, 1), "Eradication") for year in YEARS)
    return CaseSummary(number, f"Country {number:03d}", "counternarcotics", held)
