"""What the program writes to disk, each kind once, in a folder that is prepared for it."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from advisor.case import Note
from advisor.scores import Score
from data.case_files import SHIPPED_CASES, read_case
from data.library import DamagedLibrary, open_library, recover
from data.library.connecting import connect
from data.library.recording import RECORDED
from data.safe_file import replace_file
from tests.reliability.contents import EMPTY, digest_of, digest_of_columns
from tests.reliability.failing_disk import NAMES
from tests.reliability.kill import VERSION_1, first_columns
from tests.reliability.workload import CASE, EXPORT, KEPT, LIBRARY, on
from ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.library import Library

    Tell: TypeAlias = Callable[[], None]

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
SMALL = "kyrgyzstan.toml"
OLD, NEW, DAMAGED, FRESH, REPORT = "old.sqlite", "x" * 40_000, "damaged.sqlite", "fresh.sqlite", "report.bin"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that writes; it tells after each transaction. `library` is what may change besides other files.

    `spared` are calls that do not fail, where what is not ours would wait for ever.
    """

    name: str
    act: Callable[[Path, Tell], None]
    library: str = LIBRARY
    place: str = "local"
    spared: int = 0


def opened(path: Path) -> Library:
    """Open a library at a moment at which no backup is due."""
    return open_library(path, who="Rosa", clock=lambda: NOW)


def prepare(folder: Path) -> None:
    """Fill a folder with all that the scenarios need."""
    folder.mkdir()
    shutil.copy(SHIPPED_CASES / SMALL, folder / CASE)
    with opened(folder / LIBRARY) as library:
        library.import_case(read_case(SHIPPED_CASES / SMALL, None))
        library.backups.write_to(folder / KEPT)
        library.add_case("Perú")
        library.export_case(1, folder / EXPORT)
        library.backups.make()
    shutil.copy(VERSION_1, folder / OLD)
    with opened(folder / DAMAGED) as library:
        library.add_case("Bolivia")
        library.backups.make()
    content = bytearray((folder / DAMAGED).read_bytes())
    content[4096:] = b"\0" * (len(content) - 4096)
    (folder / DAMAGED).write_bytes(content)
    (folder / REPORT).write_bytes(b"old")
    settings = Settings(folder)
    settings.theme = "light"
    settings.save()


def is_there(path: Path) -> bool:
    """Say whether a library is there and is not the damaged one, as it was prepared."""
    return path.exists() and path.stat().st_size > 0 and bool(path.read_bytes()[4096:].strip(b"\0"))


def held(path: Path) -> str:
    """Return a hash of what a library at rest holds; "nothing" where there is none yet, an empty or a damaged one."""
    if not is_there(path):
        return "nothing"
    with closing(connect(path, "mode=ro")) as connection:
        if path.name == OLD:
            return digest_of_columns(connection, first_columns())
        found = digest_of(connection, RECORDED)
    return "nothing" if found == EMPTY else found


def _edit(folder: Path, tell: Tell) -> None:
    with opened(folder / LIBRARY) as library:
        held = library.case(1).assessments[0]
        library.set_score(held.id, "su_level", Score(1, 2, 3, justification="A reason that is kept"))
        tell()
        library.add_note(1, Note("A note"))
        tell()
        library.delete_case(1)
        tell()
        library.undo()
        tell()
        library.redo()
        tell()


def _import(folder: Path, tell: Tell) -> None:
    with opened(folder / LIBRARY) as library:
        library.import_file(folder / CASE)
        tell()


def _export(folder: Path, tell: Tell) -> None:
    with opened(folder / LIBRARY) as library:
        library.export_case(2, folder / EXPORT)


def _back_up(folder: Path, tell: Tell) -> None:
    with opened(folder / LIBRARY) as library:
        library.backups.make()
        library.backups.write_to(folder / KEPT)


def _restore(folder: Path, tell: Tell) -> None:
    with opened(folder / LIBRARY) as library:
        library.restore(folder / KEPT)
        tell()


def _update(folder: Path, tell: Tell) -> None:
    opened(folder / OLD).close()


def _create(folder: Path, tell: Tell) -> None:
    with opened(folder / FRESH) as library:
        library.fill_once([read_case(folder / CASE, None)])
        tell()


def _recover(folder: Path, tell: Tell) -> None:
    try:
        opened(folder / DAMAGED).close()
    except DamagedLibrary as error:
        if error.backup is None:
            raise
        recover(folder / DAMAGED, error.backup.path, NOW)
        tell()


def _replace(folder: Path, tell: Tell) -> None:
    replace_file(folder / REPORT, NEW.encode())


def _set_theme(folder: Path, tell: Tell) -> None:
    settings = Settings(folder)
    settings.theme = "dark"
    settings.save()


SCENARIOS = (
    Scenario("edits, write-ahead log", _edit),
    Scenario("edits, rollback journal", _edit, place="network"),
    Scenario("import of a case", _import),
    Scenario("import of a case, rollback journal", _import, place="network"),
    Scenario("export of a case", _export),
    Scenario("backups", _back_up),
    Scenario("restore", _restore),
    Scenario("update of the first version", _update, OLD),
    Scenario("creation of a library", _create, FRESH),
    Scenario("recovery of a damaged library", _recover, DAMAGED),
    Scenario("replacing a file", _replace),
    # Qt waits for its lock file, which it could not delete, as long as the process lives that made it: this one.
    Scenario("settings", _set_theme, spared=NAMES),
)


def play(scenario: Scenario, folder: Path, tell: Tell) -> None:
    """Do what a scenario does."""
    on(scenario.place)
    scenario.act(folder, tell)
