"""What the window imports with: it reads files in the background and gives back what they would bring."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from data.intake.guide import importables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from advisor.incoming import Importable
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from data.intake.files import FileRead, Reader
    from data.intake.reading import Reading
    from data.library import Library

File = tuple[Path, "Mapping[str, tuple[str, ...]]"]
"""A file, and what the analyst has told of it."""
_MOST_KEPT = 64


class Intake:
    """Reads files for one library; a file that has not changed, nor what was told of it, is not read again."""

    def __init__(self, library: Library, playbook: Playbook, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._library, self._playbook, self._today = library, playbook, today
        self._kept: dict[object, FileRead] = {}

    def importables(self) -> Sequence[Importable]:
        """Return all that can be imported."""
        return importables()

    def reader(self, files: Sequence[File], opened: int | None) -> Callable[[Watch], Reading]:
        """Return the work of reading files, to be done in the background; of the library it is told all it needs.

        Parameters
        ----------
        opened
            Id of the case that is open, which an export of data is probably for.
        """
        # Here and not above: parsers of every format would make each start of the program wait.
        from data.intake.files import Reader
        from data.intake.told import NEW, TARGET, first

        names = {str(case.id): case.name for case in self._library.cases()}
        likely = (names[str(opened)],) if str(opened) in names else ()
        reader = Reader(self._playbook, likely, tuple(names.values()), self._today())
        targets = [first(told, TARGET) for _, told in files]
        chosen = [names.get(target, target.removeprefix(NEW)) for target in targets]
        return partial(self._read, reader, tuple(zip(files, chosen, strict=True)), opened)

    def _read(self, reader: Reader, files: Sequence[tuple[File, str]], opened: int | None, watch: Watch) -> Reading:
        from data.intake.reading import Reading

        read = []
        for place, ((path, told), target) in enumerate(files):
            key = (path, _stamp(path), tuple(sorted(told.items())), target, reader.likely, reader.held)
            part = watch.part(place / len(files), (place + 1) / len(files))
            part.step(0.0, f"Reading {path.name}")
            if key not in self._kept:
                while len(self._kept) >= _MOST_KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = reader.read(path, told, target, part)
            read.append(self._kept[key])
        return Reading(self._library, self._playbook, read, opened)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what differs once a file is written anew; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
