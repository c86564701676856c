from __future__ import annotations

from typing import TYPE_CHECKING

from ui.backups_view import BackupsView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session


def test_backups_are_listed_and_one_can_be_gone_back_to(qtbot: QtBot, empty_session: Session, library: Library) -> None:
    view = BackupsView(empty_session)
    qtbot.addWidget(view)
    view.show()
    assert view.none.isVisible()
    assert not view.restore.isEnabled()
    made = library.backups.make()
    empty_session.history_changed.emit()
    assert view.list.count() == 1
    assert view.list.item(0).text().endswith(" MB")
    with qtbot.waitSignal(view.restore_wanted) as wanted:
        view.restore.click()
    assert wanted.args == [made]
