"""What the window remembers of itself between starts; never anything of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QFile, QLocale, QSettings

from advisor.briefing_choices import PAPERS
from ui.library_order import ORDERS
from ui.styles import DATE_STYLES, DECIMAL_SIGNS, THEME_CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.briefing_choices import Paper
    from ui.library_order import Order
    from ui.styles import DateStyle, DecimalSign, ThemeChoice

TEXT_SIZES = (100, 110, 125, 150, 175, 200)


class Settings:
    """Size and place of the window, and the theme, in one file."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen; the system's where none was."""
        kept = self._store.value("theme", "system")
        return next((choice for choice in THEME_CHOICES if choice == kept), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty the first time."""
        kept = self._store.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def last_opened(self) -> str:
        """The mark of the assessment that was open last; empty where there is none."""
        kept = self._store.value("last_opened", "")
        return kept if isinstance(kept, str) else ""

    @last_opened.setter
    def last_opened(self, mark: str) -> None:
        self._store.setValue("last_opened", mark)

    @property
    def text_size(self) -> int:
        """How large text and all that goes with it is, in per cent."""
        kept = str(self._store.value("text_size", TEXT_SIZES[0]))
        return int(kept) if kept.isdecimal() and int(kept) in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def date_style(self) -> DateStyle:
        """How dates are written."""
        kept = self._store.value("date_style", DATE_STYLES[0])
        return next((style for style in DATE_STYLES if style == kept), DATE_STYLES[0])

    @date_style.setter
    def date_style(self, style: DateStyle) -> None:
        self._store.setValue("date_style", style)

    @property
    def decimal_sign(self) -> DecimalSign:
        """The decimal sign of copied tables; the system's where none was chosen."""
        kept = self._store.value("decimal_sign", DECIMAL_SIGNS[0])
        return next((sign for sign in DECIMAL_SIGNS if sign == kept), DECIMAL_SIGNS[0])

    @decimal_sign.setter
    def decimal_sign(self, sign: DecimalSign) -> None:
        self._store.setValue("decimal_sign", sign)

    @property
    def analyst(self) -> str:
        """Who signs new assessments; empty where nobody said."""
        kept = self._store.value("analyst", "")
        return kept if isinstance(kept, str) else ""

    @analyst.setter
    def analyst(self, name: str) -> None:
        self._store.setValue("analyst", name)

    @property
    def view_at_start(self) -> str:
        """The view to begin with, because the window was left there for another size of text; else empty."""
        kept = self._store.value("view_at_start", "")
        return kept if isinstance(kept, str) else ""

    @view_at_start.setter
    def view_at_start(self, name: str) -> None:
        self._store.setValue("view_at_start", name)

    @property
    def playbook(self) -> str:
        """The id of the playbook to open; empty for the one that comes with the program."""
        kept = self._store.value("playbook", "")
        return kept if isinstance(kept, str) else ""

    @playbook.setter
    def playbook(self, playbook_id: str) -> None:
        self._store.setValue("playbook", playbook_id)

    @property
    def marking(self) -> str:
        """The marking of window and briefings; empty where none was chosen."""
        kept = self._store.value("marking", "")
        return kept if isinstance(kept, str) else ""

    @marking.setter
    def marking(self, marking: str) -> None:
        self._store.setValue("marking", marking)

    @property
    def paper(self) -> Paper:
        """The paper that briefings are printed on; that of the system's country where none was chosen."""
        kept = self._store.value("paper")
        return next((paper for paper in PAPERS if paper == kept), _usual_paper())

    @paper.setter
    def paper(self, paper: Paper) -> None:
        self._store.setValue("paper", paper)

    @property
    def library_order(self) -> Order:
        """In which order the library lists its countries."""
        kept = self._store.value("library_order", ORDERS[0])
        return next((order for order in ORDERS if order == kept), ORDERS[0])

    @library_order.setter
    def library_order(self, order: Order) -> None:
        self._store.setValue("library_order", order)

    @property
    def recent(self) -> tuple[str, ...]:
        """The marks of the assessments opened, the last first."""
        kept = self._store.value("recent", "")
        return tuple(kept.split("\n")) if isinstance(kept, str) and kept else ()

    @recent.setter
    def recent(self, marks: Sequence[str]) -> None:
        self._store.setValue("recent", "\n".join(marks))

    @property
    def tour_done(self) -> bool:
        """Whether the tour was finished or dismissed for good."""
        return str(self._store.value("tour_done", "")) == "true"

    @tour_done.setter
    def tour_done(self, done: bool) -> None:
        self._store.setValue("tour_done", "true" if done else "false")

    def save(self) -> None:
        """Write the file now, for the owner's eyes alone."""
        self._store.sync()
        QFile.setPermissions(self._store.fileName(), QFile.Permission.ReadOwner | QFile.Permission.WriteOwner)


def _usual_paper() -> Paper:
    """Return Letter where inches are usual, as in the United States, and A4 elsewhere."""
    system = QLocale.system().measurementSystem()
    return "Letter" if system == QLocale.MeasurementSystem.ImperialUSSystem else "A4"
