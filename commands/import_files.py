"""`import FILE...`: scorecards, briefings, case files and data exports into the library, in one step or not at all."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from advisor.errors import did_you_mean
from advisor.incoming import YES
from advisor.progress import Watch
from commands.contract import SCHEMA, print_json
from commands.selection import named_playbook
from data.case_files import SHIPPED_CASES, read_cases
from data.errors import InvalidFiles, Problem
from data.importing.countries import find_case
from data.intake.intake import Intake
from data.intake.told import ANALYST, LEAVE_OUT, NEW, SEPARATELY, SERIES, TARGET
from data.library import open_library
from data.locations import library_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from advisor.incoming import Imported, ImportPreview, Part, Table
    from advisor.playbook import Playbook
    from data.library import Library

_WIDEST = 44
_NOTHING = "Nothing new: the library holds all of it already."


def run(arguments: argparse.Namespace) -> int:
    """Say what the files would change, and change it unless that was all that was asked for."""
    playbook = named_playbook(arguments.playbook)
    with _library(arguments.library or library_path(), playbook, keep=not arguments.dry_run) as library:
        told = _told(arguments, library)
        intake = Intake(library, playbook)
        reading = intake.reader([(path, told) for path in arguments.files], None)(Watch(_teller()))
        preview = reading.preview()
        problems = (*_troubles(preview), *_misplaced(preview, library, new=arguments.new))
        if problems and not arguments.json:
            raise InvalidFiles(problems)
        wanted = bool(preview.summary) and not problems
        done = reading.keep() if wanted and not arguments.dry_run else None
    if arguments.json:
        print_json(import_json(preview, problems, done))
        return 1 if problems else 0
    print("\n".join(lines(preview, done)))
    return 0


def import_json(preview: ImportPreview, problems: tuple[Problem, ...], done: Imported | None) -> dict[str, Any]:
    """Return the result of `import`; `imported` is null where nothing was changed."""
    return {
        "schema": SCHEMA,
        "summary": preview.summary,
        "imported": done.sentence if done else None,
        "assessment": done.assessment if done else None,
        "files": [_part_json(part) for part in preview.parts],
        "problems": [asdict(one) for one in problems],
    }


def lines(preview: ImportPreview, done: Imported | None) -> Iterator[str]:
    """Yield what each file says and what became of it, as lines of text."""
    for part in preview.parts:
        yield f"{part.title}: {part.kind}"
        yield from (f"  {sentence}" for sentence in (*part.lines, *part.judgements))
        yield from (f"  Note: {note}" for note in part.notes)
        for table in part.tables:
            yield ""
            yield f"  {table.name}"
            yield from (f"    {line}" for line in table_lines(table))
        yield ""
    if done:
        yield f"{done.sentence} One step of the history: undo takes all of it back."
        if done.assessment:
            yield f"To look at it: assess CASE --episode {done.assessment}"
    else:
        yield f"{preview.summary} Nothing was changed." if preview.summary else _NOTHING


def table_lines(table: Table) -> Iterator[str]:
    """Yield a table as lines, its columns one below the other; long texts are cut."""
    rows = [[column.title for column in table.columns], *([_text(cell) for cell in row] for row in table.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


@contextmanager
def _library(path: Path, playbook: Playbook, *, keep: bool) -> Iterator[Library]:
    """Open the library, with the shipped cases where it is new; what is only looked at makes no file."""
    if keep or path.exists():
        with open_library(path) as library:
            if keep and library.is_new:
                library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
            yield library
        return
    with TemporaryDirectory() as folder, open_library(Path(folder, "library.sqlite")) as library:
        library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
        yield library


def _told(arguments: argparse.Namespace, library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return what the command line says of the files, as the import takes it."""
    told: dict[str, tuple[str, ...]] = {}
    if arguments.case:
        held = find_case(library.cases(), arguments.case)
        told[TARGET] = (f"{NEW}{arguments.case.strip()}" if held is None else str(held.id),)
    if arguments.series:
        told[SERIES] = tuple(arguments.series)
    if arguments.analyst:
        told[ANALYST] = (arguments.analyst,)
    if arguments.separately:
        told[SEPARATELY] = (YES,)
    if arguments.leave_out_bad_rows:
        told[LEAVE_OUT] = (YES,)
    return told


def _troubles(preview: ImportPreview) -> Iterator[Problem]:
    return (Problem(one.file, one.where, one.what) for one in preview.troubles)


def _misplaced(preview: ImportPreview, library: Library, *, new: bool) -> Iterator[Problem]:
    """Yield the files of which it is not certain where they go."""
    held = [one.name for one in library.cases()]
    for part in preview.parts:
        target = next((one.value for one in part.settings if one.key == TARGET), None)
        if target == "":
            yield Problem(part.title, "", f"names no country; say which with --case ({', '.join(sorted(held)[:12])})")
        elif target and target.startswith(NEW) and not new:
            name = target.removeprefix(NEW)
            hint = did_you_mean(name, held)
            if hint:
                what = f'"{name}" is no country of the library{hint} Say --case NAME, or --new to add it'
                yield Problem(part.title, "", what)


def _teller() -> Callable[[float, str], None]:
    """Return what tells standard error of each kind of work once."""
    told: set[str] = set()

    def tell(_share: float, what: str) -> None:
        if what not in told:
            told.add(what)
            print(f"{what} ...", file=sys.stderr)

    return tell


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "files": list(part.files),
        "kind": part.kind,
        "judgements": list(part.judgements),
        "facts": list(part.lines),
        "notes": list(part.notes),
        "tables": [
            {
                "name": table.name,
                "columns": [column.title for column in table.columns],
                "rows": [list(row) for row in table.rows],
            }
            for table in part.tables
        ],
    }


def _text(cell: str | float | None) -> str:
    text = "" if cell is None else f"{cell:g}" if isinstance(cell, float) else " ".join(str(cell).split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
