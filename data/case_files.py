"""Read case files (TOML): one `[[episode]]` an assessment, series, notes and events beside them."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from advisor.case import Assessment, Case
from advisor.errors import did_you_mean
from advisor.knobs import InvalidKnob, Knobs
from advisor.scores import InvalidScore, Score, ScoreSheet
from data.case_entries import (
    AnalystEntry,
    CaseEntry,
    CodingEntry,
    EpisodeEntry,
    EventEntry,
    NoteEntry,
    ScoreEntry,
    SeriesEntry,
)
from data.errors import InvalidFiles, Problem
from data.toml_files import Entries, check_keys, entry_name, read_toml, tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

T = TypeVar("T")
SHIPPED_CASES = Path(__file__).parent / "cases"
SECOND_CODER = Path(__file__).parent / "second_coder"
SCHEMA = 1
_TABLES = ("schema_version", "case", "analyst", "episode", "series", "note", "event")


def read_case(path: Path, indicators: Collection[str] | None) -> Case:
    """Read one case file, checking indicator ids against `indicators` unless that is None.

    Raises
    ------
    InvalidFiles
        With every problem of the file: entry, what is wrong and what is allowed.
    """
    problems: list[Problem] = []
    case = _read_case(path, indicators, problems)
    if case is None or problems:
        raise InvalidFiles(problems)
    return case


def read_cases(folder: Path, indicators: Collection[str]) -> tuple[Case, ...]:
    """Read every case file of a folder, by file name; the problems of all files are raised together."""
    problems: list[Problem] = []
    read = [_read_case(path, indicators, problems) for path in _case_paths(folder)]
    if problems:
        raise InvalidFiles(problems)
    return tuple(case for case in read if case is not None)


def read_second_coder(folder: Path, indicators: Collection[str]) -> Mapping[str, ScoreSheet]:
    """Read the independent second codings of a folder, by assessment id; problems as for `read_cases`."""
    problems: list[Problem] = []
    sheets: dict[str, ScoreSheet] = {}
    for path in _case_paths(folder):
        for entry_id, sheet in _codings(path, indicators, problems):
            if entry_id in sheets:
                problems.append(Problem(path.name, f'episode "{entry_id}"', "is coded more than once; keep one coding"))
            sheets[entry_id] = sheet
    if problems:
        raise InvalidFiles(problems)
    return sheets


def _case_paths(folder: Path) -> list[Path]:
    if not os.path.isdir(folder):
        what = "is a file; name the folder it is in" if os.path.exists(folder) else "there is no such folder"
        raise InvalidFiles([Problem(str(folder), "", what)])
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise InvalidFiles([Problem(str(folder), "", "holds no case file (*.toml)")])
    return paths


def _codings(path: Path, indicators: Collection[str], problems: list[Problem]) -> Iterator[tuple[str, ScoreSheet]]:
    parsed = read_toml(path, problems)
    if parsed is None:
        return
    check_keys(parsed, ("schema_version", "episode"), path.name, problems)
    _check_top_level(parsed, path.name, problems)
    for number, table in enumerate(tables(parsed, "episode", path.name, problems), 1):
        where = entry_name("episode", table, number)
        entry = Entries(CodingEntry).read(table, path.name, where, problems)
        if entry is not None:
            yield entry.id, _sheet(entry.scores, indicators, path.name, where, problems)


def _check_top_level(parsed: Mapping[str, object], file: str, problems: list[Problem], *, empty: bool = False) -> None:
    schema = parsed.get("schema_version", SCHEMA)
    if schema != SCHEMA:
        what = f"is {schema!r}; this version reads {SCHEMA}. Update Second Image"
        problems.append(Problem(file, "schema_version", what))
    if not parsed.get("episode") and not empty:
        problems.append(Problem(file, "", "holds no [[episode]]; a case file needs at least one"))


def _read_case(path: Path, indicators: Collection[str] | None, problems: list[Problem]) -> Case | None:
    parsed = read_toml(path, problems)
    if parsed is None:
        return None
    check_keys(parsed, _TABLES, path.name, problems)
    head = Entries(CaseEntry).read(parsed["case"], path.name, "case", problems) if "case" in parsed else None
    _check_top_level(parsed, path.name, problems, empty="case" in parsed)
    assessments = [
        assessment
        for number, table in enumerate(tables(parsed, "episode", path.name, problems), 1)
        if (assessment := _assessment(table, number, indicators, path.name, problems)) is not None
    ]
    series = _entries(parsed, "series", SeriesEntry, path.name, problems)
    notes = _entries(parsed, "note", NoteEntry, path.name, problems)
    events = _entries(parsed, "event", EventEntry, path.name, problems)
    analysts = _entries(parsed, "analyst", AnalystEntry, path.name, problems)
    _check_together(assessments, path.name, parsed, problems)
    _check_links(notes, _ids(parsed, path.name), indicators, path.name, problems)
    if head is None and not assessments:
        return None
    assessments.sort(key=lambda assessment: assessment.as_of)
    return Case(
        head.name if head else assessments[-1].country,
        tuple(assessments),
        tuple(entry.series() for entry in series),
        tuple(entry.note() for entry in notes),
        tuple(entry.event() for entry in events),
        tuple(entry.analyst() for entry in analysts),
        _knobs(head, path.name, problems),
        head.playbook if head else None,
    )


def _entries(
    parsed: Mapping[str, object], key: str, kind: type[T], file: str, problems: list[Problem]
) -> tuple[T, ...]:
    found = (
        Entries(kind).read(table, file, entry_name(key, table, number), problems)
        for number, table in enumerate(tables(parsed, key, file, problems), 1)
    )
    return tuple(entry for entry in found if entry is not None)


def _knobs(head: CaseEntry | None, file: str, problems: list[Problem]) -> Knobs:
    entry = head.knobs if head else None
    try:
        return entry.knobs() if entry else Knobs()
    except InvalidKnob as error:
        problems.append(Problem(file, "case, knobs", str(error)))
        return Knobs()


def _ids(parsed: Mapping[str, object], file: str) -> list[str]:
    """Return the id of every episode as it is written, those that have problems of their own included."""
    return [str(table["id"]) for table in tables(parsed, "episode", file, []) if "id" in table]


def _check_links(
    notes: Sequence[NoteEntry],
    episodes: Collection[str],
    indicators: Collection[str] | None,
    file: str,
    problems: list[Problem],
) -> None:
    for number, note in enumerate(notes, 1):
        for name in note.indicators:
            if indicators is not None and name not in indicators:
                what = f'"{name}" is no indicator of the playbook{did_you_mean(name, indicators)}'
                problems.append(Problem(file, f"note {number}, indicators", what))
        for name in note.episodes:
            if name not in episodes:
                what = f'"{name}" is no episode of this file{did_you_mean(name, episodes)}'
                problems.append(Problem(file, f"note {number}, episodes", what))


def _check_together(
    assessments: list[Assessment], file: str, parsed: Mapping[str, object], problems: list[Problem]
) -> None:
    countries = sorted({assessment.country for assessment in assessments})
    if len(countries) > 1 and "case" not in parsed:
        what = f"differs between episodes ({', '.join(countries)}); write one file a country"
        problems.append(Problem(file, "country", what))
    ids = Counter(_ids(parsed, file))
    problems.extend(
        Problem(file, f'episode "{repeated}"', f"stands {count} times; ids must be unique")
        for repeated, count in ids.items()
        if count > 1
    )


def _assessment(
    table: Mapping[str, object], number: int, indicators: Collection[str] | None, file: str, problems: list[Problem]
) -> Assessment | None:
    where = entry_name("episode", table, number)
    entry = Entries(EpisodeEntry).read(table, file, where, problems)
    if entry is None:
        return None
    return Assessment(
        id=entry.id,
        country=entry.country,
        as_of=entry.coded_as_of,
        sheet=_sheet(entry.scores or {}, indicators, file, where, problems),
        issue=entry.issue,
        us_preferred_policy=entry.us_preferred_policy,
        playbook=entry.playbook,
        analyst=entry.analyst,
        period_start=entry.period_start,
        period_end=entry.period_end,
        coded_blind=entry.coded_blind,
        note=entry.note,
        facts=entry.fact,
        outcome=entry.outcome,
        scored_with=entry.scored_with,
        lock=entry.lock.lock() if entry.lock else None,
    )


def _sheet(
    entries: Mapping[str, ScoreEntry],
    indicators: Collection[str] | None,
    file: str,
    where: str,
    problems: list[Problem],
) -> ScoreSheet:
    scores: dict[str, Score] = {}
    for name, entry in entries.items():
        if indicators is not None and name not in indicators:
            hint = did_you_mean(name, indicators)
            problems.append(Problem(file, f"{where}, scores.{name}", f"is no indicator of the playbook{hint}"))
            continue
        low = entry.best if entry.low is None else entry.low
        high = entry.best if entry.high is None else entry.high
        try:
            scores[name] = Score(low, entry.best, high, entry.confidence, entry.justification)
        except InvalidScore as error:
            problems.append(Problem(file, f"{where}, scores.{name}", str(error)))
    return ScoreSheet(scores)
