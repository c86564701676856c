from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.case import Note
from tests.ui.test_ports import promised
from ui.library_ports import (
    AlterationPort,
    BackupPort,
    BackupsPort,
    EntryPort,
    EvidencePort,
    HistoryPort,
    HitPort,
    SafetyPort,
)

if TYPE_CHECKING:
    from data.library import Library


def test_the_library_keeps_what_the_window_asks_of_it(library: Library) -> None:
    case_id = library.cases()[0].id
    library.add_note(case_id, Note("212 conflicts"))
    library.backups.make()
    entry = library.history(case_id)[0]
    held = (
        (library, (EvidencePort, HistoryPort, SafetyPort)),
        (entry, (EntryPort,)),
        (library.alterations(entry.id)[0], (AlterationPort,)),
        (library.search("conflicts")[0], (HitPort,)),
        (library.backups, (BackupsPort,)),
        (library.backups.all()[0], (BackupPort,)),
    )
    for value, ports in held:
        for name in (one for port in ports for one in promised(port)):
            assert hasattr(value, name), name
    assert entry.at.tzinfo is dt.UTC
