"""An import without files: what is read and kept is made up, so that only the window is tried."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from advisor.incoming import Choice, Column, Importable, Imported, ImportPreview, Part, Setting, Table, Trouble
from tests.ui.conftest import PERU_2012
from ui.importing.importing import Importing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.progress import Watch
    from data.library import Library
    from ui.ports import Told
    from ui.session import Session

TARGET = Setting("target", "Import into", "choice", ("1",), (Choice("1", "Peru"), Choice("2", "Bolivia")))
FORMAT = Setting("format", "Format", "choice", ("a",), (Choice("a", "A"), Choice("b", "B")), resets=True)
TABLE = Table("Scores that change", (Column("Indicator", 100, 1), Column("To", 60)), (("Current unrest", "8\n9"),))


def part_of(path: Path, told: Told) -> Part:
    """What a made-up file would bring, with what was told of it."""
    target = Setting("target", "Import into", "choice", told.get("target", ("1",)), TARGET.choices)
    return Part(
        (str(path),),
        path.name,
        "Scorecard",
        ("The stance stays.",),
        ("By Ana.",),
        (target, FORMAT),
        (TABLE,),
        ("Mind.",),
    )


@dataclass
class MadeUp:
    """Files read by a port that is told what to say."""

    library: Library
    files: Sequence[tuple[Path, Told]]
    troubles: tuple[Trouble, ...] = ()
    opens: bool = True

    def preview(self) -> ImportPreview:
        parts = tuple(part_of(path, told) for path, told in self.files)
        return ImportPreview(parts, self.troubles, f"Import adds {len(parts)} things.")

    def keep(self) -> Imported:
        new = self.library.add_assessment(1, self.library.assessment(PERU_2012).as_of, analyst="Ana")
        return Imported("Imported it.", new if self.opens else None)


@dataclass
class FakePort:
    """Reads at once, or waits until it is stopped."""

    library: Library
    troubles: tuple[Trouble, ...] = ()
    error: Exception | None = None
    waits: bool = False
    opens: bool = True
    asked: list[list[tuple[Path, Told]]] = field(default_factory=list)

    def importables(self) -> Sequence[Importable]:
        return (Importable("Scorecard or briefing", "Excel", "From a colleague"),)

    def reader(self, files: Sequence[tuple[Path, Told]], opened: int | None) -> Callable[[Watch], MadeUp]:
        self.asked.append(list(files))

        def read(watch: Watch) -> MadeUp:
            watch.step(0.25, "Reading ana.xlsx")
            while self.waits:
                watch.step(0.5, "Reading ana.xlsx")
                threading.Event().wait(0.005)
            if self.error is not None:
                raise self.error
            return MadeUp(self.library, list(files), self.troubles, self.opens)

        return read


@pytest.fixture
def port(library: Library) -> FakePort:
    return FakePort(library)


@pytest.fixture
def importing(qtbot: QtBot, empty_session: Session, port: FakePort) -> Iterator[Importing]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Importing(empty_session, port, holder)
    yield made
    made.close()
