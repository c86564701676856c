"""The view in the window: from the menu, in the status line, kept under a name, opened anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor.trial import Entry
from ui.playbook.playbook_view import PlaybookView
from ui.playbook.save_form import SavePlaybookForm
from ui.playbook.wiring import PLAYBOOK, PlaybookWiring

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.playbook.conftest import FakePlaybooks
    from ui.main_window import MainWindow


def test_a_fallback_is_told_and_a_trial_is_on_in_the_status_line_until_it_is_put_back_or_kept(
    window: MainWindow, playbooks: FakePlaybooks, qtbot: QtBot
) -> None:
    window.settings.playbook = "counternarcotics-gone"
    wiring = PlaybookWiring(window, playbooks, window.settings)
    assert "could not be opened, so this is Counternarcotics 1.0" in window.notice.text.text()
    window.menus.playbook.trigger()
    view = window.views.view(PLAYBOOK)
    assert isinstance(view, PlaybookView)
    assert wiring.trying is not None
    wiring.trying.try_out(wiring.trying.trial.switched(Entry("rule", "unrest_core"), on=False))
    window.go_to_page("Score")
    assert window.status.trial.isVisible()
    assert window.status.trial.text() == "Playbook trial on: 1 change, nothing saved"
    window.menus.playbook.trigger()
    view.strip.save.click()
    form = window.form
    assert isinstance(form, SavePlaybookForm)
    form.name.setText("Mine")
    form.submit()
    assert "Kept as “Mine”" in window.notice.text.text()
    with qtbot.waitSignal(window.desk.anew_wanted):
        window.notice.action.click()
    assert (window.settings.playbook, window.settings.view_at_start) == ("counternarcotics-new", PLAYBOOK)
    view.strip.back.click()
    assert not window.status.trial.isVisible()
    dialog = wiring.ask_for_folder()
    dialog.fileSelected.emit("/elsewhere/mining")
    assert window.notice.text.text().startswith("Added “Mining”, mining 1.0.")
    playbooks.error = ValueError("rules.toml: unreadable\nmodel.toml: missing")
    wiring.add_folder(Path("mining"))
    assert window.notice.text.text().endswith("mining was not added: rules.toml: unreadable")
    dialog.close()
    assert view.close_work()
