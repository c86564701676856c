"""The form that marks the open assessment as briefed: it is locked as it stands, with the result of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ui.dates import written
from ui.forms import Form

if TYPE_CHECKING:
    from advisor.case import Assessment, Case
    from ui.ports import PackagePort
    from ui.session import Session

STILL_COMPUTING = "The likelihoods are still being computed; try again in a moment"
_LONGEST = 120


class LockForm(Form):
    """Asks to whom it was briefed, and locks."""

    def __init__(self, session: Session, case: Case, assessment: Assessment, package: PackagePort) -> None:
        super().__init__(f"Mark {case.name}, {written(assessment.as_of)}, as briefed", "Lock")
        self._session, self._assessment, self._package = session, assessment, package
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText("Optional; edits are refused until it is unlocked")
        self.add_field("Briefed to, or why", self.reason, 1)
        self.add_buttons()
        self.setFocusProxy(self.reason)

    def is_complete(self) -> bool:
        findings = self._session.findings
        waiting = self._session.pending or findings is None or findings.best.sheet != self._assessment.sheet
        self.complain(self.reason, STILL_COMPUTING if waiting else "")
        return not waiting

    def apply(self) -> bool:
        session, case, findings = self._session, self._session.case, self._session.findings
        if case is None or findings is None:
            return False
        lock, reason = session.library.lock, self.reason.text().strip()

        def act() -> bool:
            lock(self._assessment.id, session.playbook_version, self._package(case, findings), reason=reason)
            return True

        return session.edit("The assessment was not locked", act) is True
