from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.analysts import opinions
from advisor.knobs import Knobs
from data.examples import FIRST, SECOND
from ui.analysts.package_worker import PackageWorker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook


def test_every_analyst_gets_a_package_and_what_contradicts_itself_is_told(
    qtbot: QtBot, playbook: Playbook, example: Case
) -> None:
    found, owner = opinions(playbook, example, example.latest.as_of), QObject()
    assert found is not None
    worker = PackageWorker(playbook, owner)
    with qtbot.waitSignal(worker.found, timeout=15_000) as packages:
        worker.want(found, Knobs())
    assert [one.analyst for one in packages.args[0]] == [FIRST, SECOND]
    assert all(one.options for one in packages.args[0])
    with qtbot.waitSignal(worker.failed, timeout=15_000) as failed:
        worker.want(found, replace(Knobs(), pinned=("erad_core",), budget=0.0))
    assert failed.args[0].startswith("what is pinned comes to 60 USD million")
    assert worker.close()
