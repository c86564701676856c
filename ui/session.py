"""What is open in the window and what the tool says of it; pages listen to its signals and send it edits."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from advisor.case import PlaybookVersion
from advisor.findings import judge
from ui.background import Failure
from ui.likelihoods import Likelihoods
from ui.merging import MergeKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from advisor.case import Assessment, Case
    from advisor.findings import BestFindings, Findings
    from advisor.levers import Price
    from advisor.playbook import Playbook
    from advisor.scores import Score, ScoreSheet
    from advisor.tipping import TippingPoint
    from ui.ports import CaseSummary, LibraryPort

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Session(QObject):
    """One open assessment, its live findings and the edits on it.

    Best-score findings follow an edit at once, in the same call; likelihoods follow from a background thread, and a
    newer edit supersedes an older computation. `findings` are the newest that were computed, with `tipping` points
    and the `prices` of options outside the win-set; `findings_before` those before the last edit.
    """

    assessment_opened = Signal()
    """Another assessment (or none) is open; everything shown must be read again."""
    best_changed = Signal(object)
    """BestFindings of the open assessment."""
    likelihoods_pending = Signal()
    """The likelihoods shown are of an earlier edit until `likelihoods_changed`."""
    likelihoods_changed = Signal(object)
    """Findings of the open assessment as it stands."""
    tipping_changed = Signal()
    """The tipping points are those of the open assessment as it stands."""
    prices_changed = Signal()
    """The prices are those of the open assessment as it stands."""
    library_changed = Signal()
    """Cases or assessments were added, renamed or removed."""
    case_changed = Signal()
    """Notes, events, settings or the lock of what is open have changed, and perhaps nothing else."""
    history_changed = Signal()
    """What undo and redo would do has changed."""
    what_if_ready = Signal(str, object)
    """An indicator, and (points, Findings) of moving its score by so many points."""
    failed = Signal(str, str)
    """Something could not be done: what happened, and the detail to copy."""

    def __init__(self, playbook: Playbook, library: LibraryPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playbook, self.library = playbook, library
        self.case_id: int | None = None
        self.case: Case | None = None
        self.assessment: Assessment | None = None
        self.best: BestFindings | None = None
        self.findings: Findings | None = None
        self.tipping: tuple[TippingPoint, ...] = ()
        self.prices: Mapping[str, Price] = {}
        self.findings_before: Findings | None = None
        self._analyst = ""
        self._sheet: ScoreSheet | None = None
        self._wanted: str | None = None
        self._dragged: str | None = None
        self._asked: str | None = None
        self._version = library.data_version()
        self._merge_keys = MergeKeys()
        self._likelihoods = Likelihoods(playbook, self)
        self._likelihoods.ready.connect(self._likelihoods_arrived)
        self._likelihoods.tipping_ready.connect(self._tipping_arrived)
        self._likelihoods.prices_ready.connect(self._prices_arrived)
        self._likelihoods.what_if_ready.connect(self.what_if_ready)
        self._likelihoods.failed.connect(self.failed)

    @property
    def sheet(self) -> ScoreSheet | None:
        """The scores as they stand, unsaved ticks of a drag included."""
        return self._sheet

    @property
    def analyst(self) -> str:
        """Who signs the assessments that are added here, and the history; empty for the login name."""
        return self._analyst

    @analyst.setter
    def analyst(self, name: str) -> None:
        self._analyst = name.strip()
        self.library.sign_as(self._analyst)

    @property
    def editable(self) -> bool:
        """Whether the open assessment can be changed: it is not locked, nor the library open for reading only."""
        return self.assessment is not None and self.assessment.lock is None and not self.library.read_only

    @property
    def playbook_version(self) -> PlaybookVersion:
        """Which playbook the window judges with."""
        identity = self.playbook.identity
        return PlaybookVersion(identity.id, identity.version, identity.sha256)

    @property
    def pending(self) -> bool:
        """Whether `findings` is of an earlier edit, or still to come."""
        return self._likelihoods.pending

    def close(self) -> bool:
        """Stop the background work; say whether it ended in time. Nothing is delivered after this."""
        return self._likelihoods.close()

    # What is open

    def open_assessment(self, assessment_id: str) -> None:
        """Open an assessment of the library."""
        self._wanted = assessment_id
        self._done("The assessment could not be opened", lambda: self._open(assessment_id))

    def close_assessment(self) -> None:
        """Leave nothing open."""
        self._wanted = None
        self._show_nothing()

    def read(self, assessment_id: str) -> Assessment | None:
        """Return an assessment of the library, open or not; None where it cannot be read."""
        return self.ask("An assessment could not be read", lambda: self.library.assessment(assessment_id))

    def cases(self) -> Sequence[CaseSummary] | None:
        """Return the countries of the library; None where it cannot be read."""
        return self.ask("The library could not be read", lambda: self.library.cases())

    def look_again(self) -> None:
        """Read again what is shown, where another program has changed the library."""
        version = self.ask("The library could not be read", self.library.data_version)
        if version is not None and version != self._version:
            self._version = version
            self._read_again()

    # Scores

    def preview_score(self, indicator: str, score: Score) -> None:
        """Show what a score would mean, without saving it: one tick of a drag."""
        if self._sheet is None:
            return
        if self._dragged != indicator:
            self._dragged = indicator
            self._merge_keys.interrupt()
            self._remember()
        self._judge(self._sheet.with_score(indicator, score))

    def set_score(self, indicator: str, score: Score | None) -> None:
        """Save a score, or its removal; the end of a drag is a step of the history of its own."""
        if self._sheet is None or self.assessment is None:
            return
        dragged, self._dragged = self._dragged == indicator, None
        key = self._merge_keys.next(indicator)
        if dragged:
            self._merge_keys.interrupt()
        elif self._merge_keys.is_new:
            self._remember()
        self._save(self.assessment, indicator, score, key)
        self._judge(self.assessment.sheet)
        self.history_changed.emit()

    def what_if(self, indicator: str) -> None:
        """Compute in the background what a point more and a point less would do; again after every edit."""
        self._asked = indicator
        if self._sheet is not None:
            self._likelihoods.what_if(self._sheet, indicator)

    # History

    def undo(self) -> str | None:
        """Take back the last edit of the library; return what it was."""
        return self.edit("The last edit could not be undone", self.library.undo)

    def redo(self) -> str | None:
        """Do again what was undone last; return what it was."""
        return self.edit("The edit could not be done again", self.library.redo)

    # Showing

    def _open(self, assessment_id: str) -> None:
        case_id = next(
            (case.id for case in self.library.cases() if any(one.id == assessment_id for one in case.assessments)),
            None,
        )
        if case_id is None:
            self._show_nothing()
            return
        case = self.library.case(case_id)
        another = self.assessment is None or self.assessment.id != assessment_id
        self.case_id, self.case, self.assessment = case_id, case, case.assessment(assessment_id)
        self._sheet, self._dragged = self.assessment.sheet, None
        if another:
            self._show_another(judge(self.playbook, self.assessment.sheet))
        if another or self.best is None or self.best.sheet != self.assessment.sheet:
            self._judge(self.assessment.sheet)

    def _show_another(self, best: BestFindings | None) -> None:
        self.best = best
        self.findings = self.findings_before = self._asked = None
        self.tipping, self.prices = (), {}
        self._likelihoods.cancel()
        self.assessment_opened.emit()

    def _show_nothing(self) -> None:
        self.case_id = self.case = self.assessment = self._sheet = self._dragged = None
        self._show_another(None)

    def _reload(self) -> None:
        """Read again what is open; where it is gone, open the latest assessment of its case, else nothing."""
        held = {case.id: {one.id for one in case.assessments} for case in self.library.cases()}
        if self._wanted is not None and any(self._wanted in ids for ids in held.values()):
            self._open(self._wanted)
        elif self.case_id is not None and held.get(self.case_id):
            self._open(self.library.case(self.case_id).latest.id)
        elif self.assessment is not None:
            self._show_nothing()

    def _judge(self, sheet: ScoreSheet) -> None:
        """Show the best findings of a sheet now, and its likelihoods when they are computed."""
        self._sheet = sheet
        self.best = judge(self.playbook, sheet)
        self._likelihoods.compute(self.best)
        self.best_changed.emit(self.best)
        self.likelihoods_pending.emit()

    def _remember(self) -> None:
        """Keep the findings that the next edit will change, to say what it changed."""
        if not self.pending:
            self.findings_before = self.findings

    def _tipping_arrived(self, tipping: tuple[TippingPoint, ...]) -> None:
        self.tipping = tipping
        self.tipping_changed.emit()

    def _prices_arrived(self, prices: Mapping[str, Price]) -> None:
        self.prices = prices
        self.prices_changed.emit()

    def _likelihoods_arrived(self, findings: Findings) -> None:
        self.findings = findings
        self.likelihoods_changed.emit(findings)
        if self._asked is not None:
            self.what_if(self._asked)

    # Asking the library

    def ask(self, failure: str, action: Callable[[], T]) -> T | None:
        """Return what the library says; where it refuses, say so in the window and the log, and return None."""
        try:
            return action()
        except Exception as error:
            _log.warning("%s", failure, exc_info=error)
            what = Failure.of(error)
            self.failed.emit(f"{failure}: {what.sentence}", what.detail)
            return None

    def edit(self, failure: str, action: Callable[[], T]) -> T | None:
        """Edit the library at large, and show what follows; None where it was refused."""
        self._merge_keys.interrupt()
        self._remember()
        result = self.ask(failure, action)
        self._read_again()
        return result

    def amend(self, failure: str, action: Callable[[], T]) -> T | None:
        """Edit what the open case holds besides scores, and show what follows; None where it was refused.

        Lists of countries and assessments stay as they are.
        """
        result = self.ask(failure, action)
        self._done("The assessment could not be read again", self._reload)
        self.case_changed.emit()
        self.history_changed.emit()
        return result

    def merge_key(self, what: str) -> str:
        """Return the key by which the library makes one step of edits of the same thing in a short time."""
        return self._merge_keys.next(what)

    def want(self, assessment_id: str) -> None:
        """Open an assessment with the edit that is under way."""
        self._wanted = assessment_id

    def _read_again(self) -> None:
        self._done("The assessment could not be read again", self._reload)
        self.library_changed.emit()
        self.case_changed.emit()
        self.history_changed.emit()

    def _save(self, assessment: Assessment, indicator: str, score: Score | None, key: str) -> None:
        name, set_score, version = (
            self.playbook.indicator[indicator].name,
            self.library.set_score,
            self.playbook_version,
        )
        saved = self._done(
            "The score was not saved",
            lambda: set_score(assessment.id, indicator, score, name=name, merge_key=key, playbook=version),
        )
        if not saved or self.case is None:
            return
        sheet = assessment.sheet.with_score(indicator, score)
        changed = replace(assessment, sheet=sheet, scored_with=version)
        kept = tuple(changed if one.id == changed.id else one for one in self.case.assessments)
        self.assessment, self.case = changed, replace(self.case, assessments=kept)

    def _done(self, failure: str, action: Callable[[], None]) -> bool:
        return self.ask(failure, lambda: _true(action)) is True


def _true(action: Callable[[], None]) -> bool:
    action()
    return True
