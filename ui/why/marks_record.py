"""What the numbers of the track record are about: measures, bands of probabilities, and past episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from advisor.answers import RULE_MARK, Subject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from advisor.answers import Answer, Known
    from ui.main_window import MainWindow
    from ui.track_record_view import TrackRecordView
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking


def mark_record(asking: Asking, answerer: Answerer, part: QWidget, window: MainWindow) -> None:
    """Mark sentences, chart and both tables."""
    from advisor import answers_measures, answers_record
    from ui.why.answerer import known_alone

    view = cast("TrackRecordView", part)

    def measure(index: QModelIndex) -> Subject:
        way = tuple(answers_measures.WAYS)[max(0, index.row())]
        return Subject("record", f"{way}{RULE_MARK}{answers_measures.MEASURES[max(0, index.column() - 1)]}")

    def episode(index: QModelIndex) -> Subject | None:
        return Subject("episode", view.found.episodes[index.row()].id) if view.found and index.isValid() else None

    def band(index: QModelIndex) -> Subject:
        return Subject("band", str(index.row()) if index.isValid() else "")

    def answer(subject: Subject) -> Answer | None:
        found, playbook = view.found, window.session.playbook
        if found is None:
            return None
        match subject.kind:
            case "record":
                return answers_record.record_answer(found, subject.id)
            case "band":
                return answers_record.band_answer(found, subject.id)
            case "acts":
                return answers_record.acts_answer(playbook, found)
            case "caveat":
                return answers_record.caveat_answer(found)
        return answers_record.episode_answer(playbook, found, subject.id)

    def past(name: str) -> Known | None:
        case = None if view.found is None else answers_record.case_of(view.found, name)
        return None if case is None else known_alone(window.session.playbook, case, case.assessment(name))

    answerer.offer(("record", "band", "acts", "caveat", "episode"), answer)
    answerer.offer_past(past)
    _mark_sentences(asking, view)
    asking.mark(view.chart, lambda: Subject("band"), click=True, stop=True)
    QWidget.setTabOrder(view.frame.more, view.chart)
    view.records.rings_cells = True
    for table, asked in ((view.records, measure), (view.episodes, episode), (view.frame.table, band)):
        asking.mark_cells(table, asked, click=True)


def _mark_sentences(asking: Asking, view: TrackRecordView) -> None:
    for label, subject in (
        (view.headline, Subject("record")),
        (view.note, Subject("record")),
        (view.caveat, Subject("caveat")),
        (view.reliability, Subject("band")),
        (view.acts, Subject("acts")),
        (view.frame, Subject("band")),
    ):
        asking.mark(label, lambda subject=subject: subject)  # type: ignore[misc]
