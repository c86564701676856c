"""The countries of a library with their assessments as a model: nothing is made for an entry until it is shown."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from advisor.wording import STANCE_WORDS
from ui.dates import told_apart, without_year, written
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from advisor.playbook import StanceClass
    from ui.ports import AssessmentSummary, CaseSummary

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["case", "assessment", "new"]
NEW_ASSESSMENT = "New assessment…"
LOCKED = "locked"
_user = Qt.ItemDataRole.UserRole.value
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What an entry says of itself beside its text."""

    KIND = _user
    CASE = _user + 1
    ASSESSMENT = _user + 2
    IS_OPEN = _user + 3
    COUNT = _user + 4
    STANCE = _user + 5
    LOCKED = _user + 6
    SHORTER = _user + 7


class Country:
    """A country with those of its assessments that are shown, the newest first."""

    def __init__(self, case: CaseSummary, assessments: Sequence[AssessmentSummary]) -> None:
        self.case, self.assessments = case, assessments
        self._texts: list[str] | None = None
        self._shorter: list[str] | None = None

    @property
    def texts(self) -> list[str]:
        """What its entries say, those of equal dates with their analyst or a number: as the header says it."""
        if self._texts is None:
            every = sorted(self.case.assessments, key=lambda one: one.as_of)
            told = told_apart([one.as_of for one in every], [one.analyst for one in every])
            named = {one.id: text for one, text in zip(every, told, strict=True)}
            self._texts = [named[one.id] for one in self.assessments]
        return self._texts

    @property
    def shorter_texts(self) -> list[str]:
        """The same without a year after which something stands; with it where two would read alike without."""
        if self._shorter is None:
            short = [_yearless(text, one.as_of) for text, one in zip(self.texts, self.assessments, strict=True)]
            self._shorter = [
                made if short.count(made) == 1 else text for made, text in zip(short, self.texts, strict=True)
            ]
        return self._shorter


class LibraryModel(QAbstractItemModel):
    """One entry a country; below it one an assessment, and one for another where one may be added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._countries: list[Country] = []
        self._places: dict[str, tuple[int, int]] = {}
        self._stances: dict[str, StanceClass | None] = {}
        self._open: str | None = None
        self._may_add = True
        self._says: dict[int, Callable[[Country, int], object]] = {
            Qt.ItemDataRole.DisplayRole.value: _text,
            Qt.ItemDataRole.ToolTipRole.value: _tip,
            Qt.ItemDataRole.AccessibleTextRole.value: self._spoken,
            Role.KIND.value: _kind,
            Role.CASE.value: lambda country, _: country.case.id,
            Role.ASSESSMENT.value: _assessment,
            Role.IS_OPEN.value: self._is_open,
            Role.COUNT.value: lambda country, _: len(country.case.assessments),
            Role.STANCE.value: lambda country, row: self._stances.get(_assessment(country, row) or ""),
            Role.LOCKED.value: _is_locked,
            Role.SHORTER.value: _shorter,
        }

    def show(self, countries: Iterable[Country], *, may_add: bool = True) -> None:
        """Show these countries in this order; the stances have to be told again."""
        self.beginResetModel()
        self._may_add = may_add
        self._countries = list(countries)
        self._stances.clear()
        self._places = {
            one.id: (place, row)
            for place, country in enumerate(self._countries)
            for row, one in enumerate(country.assessments)
        }
        self.endResetModel()

    def set_open(self, assessment_id: str | None) -> None:
        """Mark the assessment that is open."""
        before, self._open = self._open, assessment_id
        for identifier in {before, assessment_id} - {None}:
            entry = self.entry(identifier or "")
            if entry.isValid():
                self.dataChanged.emit(entry, entry)
                self.dataChanged.emit(entry.parent(), entry.parent())

    def set_stance(self, assessment_id: str, stance: StanceClass | None) -> None:
        """Tell the stance that an assessment comes to, or none."""
        self._stances[assessment_id] = stance
        entry = self.entry(assessment_id)
        if entry.isValid():
            self.dataChanged.emit(entry, entry)

    def entry(self, assessment_id: str) -> QModelIndex:
        """Return the entry of an assessment; an invalid one where it is not shown."""
        if assessment_id not in self._places:
            return QModelIndex()
        place, row = self._places[assessment_id]
        return self.index(row, 0, self.index(place, 0))

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        # An entry carries the place of its country and one more, a country 0.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        above = child.internalId() if child.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        if not parent.isValid():
            return len(self._countries)
        return 0 if parent.internalId() else len(self._countries[parent.row()].assessments) + self._may_add

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        says = self._says.get(int(role))
        if says is None or not index.isValid():
            return None
        above = index.internalId()
        return says(self._countries[above - 1 if above else index.row()], index.row() if above else -1)

    def _is_open(self, country: Country, row: int) -> bool:
        if self._open is None:
            return False
        if row < 0:
            return any(one.id == self._open for one in country.assessments)
        return _assessment(country, row) == self._open

    def _spoken(self, country: Country, row: int) -> str | None:
        stance = self._stances.get(_assessment(country, row) or "")
        if _kind(country, row) != "assessment":
            return None
        words = (STANCE_WORDS[stance].lower() if stance else "", LOCKED if _is_locked(country, row) else "")
        return ", ".join((country.case.name, _text(country, row), *filter(None, words)))


# Of a country the row is -1, of the entry for another assessment the one after the last.


def _kind(country: Country, row: int) -> Kind:
    if row < 0:
        return "case"
    return "assessment" if row < len(country.assessments) else "new"


def _text(country: Country, row: int) -> str:
    return {"case": country.case.name, "new": NEW_ASSESSMENT}.get(_kind(country, row)) or country.texts[row]


def _shorter(country: Country, row: int) -> str:
    """Return the text as it is shown where it would not fit, so that who made an assessment can be read."""
    return country.shorter_texts[row] if _kind(country, row) == "assessment" else _text(country, row)


def _yearless(text: str, as_of: dt.date) -> str:
    return text if text == written(as_of) else text.replace(written(as_of), without_year(as_of), 1)


def _tip(country: Country, row: int) -> str | None:
    kind = _kind(country, row)
    if kind == "case":
        return plain_tip(country.case.name)
    if kind == "new":
        return None
    shown, text = country.assessments[row], _text(country, row)
    parts = (shown.issue, text if text != written(shown.as_of) else "", "Locked as briefed" if shown.locked else "")
    return plain_tip(". ".join(filter(None, parts)))


def _is_locked(country: Country, row: int) -> bool:
    return _kind(country, row) == "assessment" and country.assessments[row].locked


def _assessment(country: Country, row: int) -> str | None:
    return country.assessments[row].id if _kind(country, row) == "assessment" else None


def found(case: CaseSummary, wanted: str) -> Country | None:
    """Return a country with the assessments in which a text is found, all where its name holds it; None without any."""
    text = wanted.casefold().strip()
    held = sorted(case.assessments, key=lambda one: one.as_of)[::-1]
    if not text or text in case.name.casefold():
        return Country(case, held)
    fitting = [one for one in held if text in one.issue.casefold() or text in written(one.as_of).casefold()]
    return Country(case, fitting) if fitting else None
