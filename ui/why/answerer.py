"""Finds the answer to a question: from the open assessment, from another one, or from a view that knows more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.answers import EPISODE_MARK, Known
from ui.dates import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from advisor.answers import Answer, Subject, ViewKind
    from advisor.case import Assessment, Case
    from advisor.findings import Findings
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from ui.session import Session

    Ask = Callable[[Subject], Answer | None]
    Computed = Callable[[str], tuple[Findings | None, Plan | None]]
    Past = Callable[[str], Known | None]


class Answerer(QObject):
    """Answers subjects; views offer what they alone know.

    What is known of an assessment that is not open is kept until the library changes: its tipping points take a moment.
    """

    def __init__(self, session: Session, opened: Callable[[], Known | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._opened = session, opened
        self._views: dict[str, Ask] = {}
        self._computed: list[Computed] = []
        self._past: Past | None = None
        self._others: dict[str, Known] = {}
        for signal in (session.library_changed, session.case_changed, session.history_changed):
            signal.connect(self._others.clear)

    def offer(self, kinds: Iterable[ViewKind], ask: Ask) -> None:
        """Let a view answer its kinds of question."""
        self._views.update(dict.fromkeys(kinds, ask))

    def offer_computed(self, computed: Computed) -> None:
        """Let a view give the likelihoods and the plan that it has of an assessment, by id."""
        self._computed.append(computed)

    def offer_past(self, past: Past) -> None:
        """Let a view say what is known of a past episode, by id."""
        self._past = past

    def answer(self, subject: Subject) -> Answer | None:
        """Return the answer, None where nothing is known of what is asked any more."""
        # Deferred: nobody asks before the window is there.
        from advisor.answering import KINDS, answer

        if subject.kind not in KINDS:
            ask = self._views.get(subject.kind)
            return None if ask is None else ask(subject)
        known = self.known(subject.of)
        return None if known is None else answer(known, subject)

    def about(self, subject: Subject) -> str:
        """Name the assessment that a subject is about, where it is not the one that is open."""
        known = self.known(subject.of) if subject.of else None
        if known is None or known.opened:
            return ""
        return f"{known.case.name}, {written(known.assessment.as_of)}"

    def known(self, of: str) -> Known | None:
        """Return all that is known of an assessment; of the open one where none is named."""
        opened = self._session.assessment
        if not of or (opened is not None and of == opened.id):
            return self._opened()
        if of.startswith(EPISODE_MARK):
            return None if self._past is None else self._past(of.removeprefix(EPISODE_MARK))
        if of not in self._others:
            found = self._read(of)
            if found is None:
                return None
            self._others[of] = found
        return self._with_computed(self._others[of])

    def _read(self, of: str) -> Known | None:
        session = self._session
        cases = session.cases() or ()
        held = next((case.id for case in cases if any(one.id == of for one in case.assessments)), None)
        case = None if held is None else session.ask("A country could not be read", lambda: session.library.case(held))
        if case is None:
            return None
        return known_alone(session.playbook, case, case.assessment(of))

    def _with_computed(self, known: Known) -> Known:
        for computed in self._computed:
            findings, plan = computed(known.assessment.id)
            if findings is not None:
                return replace(known, findings=findings, plan=plan)
        return known


def known_alone(playbook: Playbook, case: Case, assessment: Assessment) -> Known:
    """Return what best scores say of an assessment that is not open."""
    # Deferred: nobody asks before the window is there.
    from advisor.findings import judge
    from advisor.tipping import tipping_points

    tipping = tipping_points(playbook, assessment.sheet)
    return Known(playbook, case, assessment, judge(playbook, assessment.sheet), tipping=tipping, opened=False)
