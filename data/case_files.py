"""Read case files (TOML): one `[[episode]]` an assessment, `[[series]]` beside them."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.bounds import Scale, Text
from advisor.case import Assessment, Case, Fact, Outcome, Point, Series
from advisor.errors import did_you_mean
from advisor.scores import Confidence, InvalidScore, Score, ScoreSheet
from data.errors import InvalidFiles, Problem
from data.toml_files import Entries, check_keys, entry_name, read_toml, tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SHIPPED_CASES = Path(__file__).parent / "cases"
SECOND_CODER = Path(__file__).parent / "second_coder"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class _ScoreEntry:
    best: Scale
    low: Scale | None = None
    high: Scale | None = None
    confidence: Confidence = "moderate"
    justification: str = ""


@dataclass(frozen=True, slots=True)
class _EpisodeEntry:
    id: Text
    country: Text
    coded_as_of: dt.date
    issue: str = ""
    us_preferred_policy: str = ""
    playbook: str | None = None
    analyst: str = ""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    coded_blind: bool = False
    note: str = ""
    fact: tuple[Fact, ...] = ()
    outcome: Outcome | None = None
    scores: Mapping[str, _ScoreEntry] | None = None


@dataclass(frozen=True, slots=True)
class _SeriesEntry:
    name: Text
    unit: str
    description: str = ""
    point: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class _CodingEntry:
    id: Text
    coder: Text
    scores: Mapping[str, _ScoreEntry]


def read_case(path: Path, indicators: Collection[str]) -> Case:
    """Read one case file, checking indicator ids against `indicators`.

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
    _check_top_level(parsed, ("schema_version", "episode"), path.name, problems)
    for number, table in enumerate(tables(parsed, "episode", path.name, problems), 1):
        where = entry_name("episode", table, number)
        entry = Entries(_CodingEntry).read(table, path.name, where, problems)
        if entry is not None:
            yield entry.id, _sheet(entry.scores, indicators, path.name, where, problems)


def _check_top_level(parsed: Mapping[str, object], allowed: Sequence[str], file: str, problems: list[Problem]) -> None:
    check_keys(parsed, allowed, file, problems)
    schema = parsed.get("schema_version", SCHEMA)
    if schema != SCHEMA:
        what = f"is {schema!r}; this version reads {SCHEMA}. Update Second Image"
        problems.append(Problem(file, "schema_version", what))
    if not parsed.get("episode"):
        problems.append(Problem(file, "", "holds no [[episode]]; a case file needs at least one"))


def _read_case(path: Path, indicators: Collection[str], problems: list[Problem]) -> Case | None:
    parsed = read_toml(path, problems)
    if parsed is None:
        return None
    _check_top_level(parsed, ("schema_version", "episode", "series"), path.name, problems)
    assessments = [
        assessment
        for number, table in enumerate(tables(parsed, "episode", path.name, problems), 1)
        if (assessment := _assessment(table, number, indicators, path.name, problems)) is not None
    ]
    series = [
        entry
        for number, table in enumerate(tables(parsed, "series", path.name, problems), 1)
        if (entry := Entries(_SeriesEntry).read(table, path.name, entry_name("series", table, number), problems))
        is not None
    ]
    _check_together(assessments, path.name, parsed, problems)
    if not assessments:
        return None
    assessments.sort(key=lambda assessment: assessment.as_of)
    return Case(
        assessments[-1].country,
        tuple(assessments),
        tuple(Series(entry.name, entry.unit, entry.description, entry.point) for entry in series),
    )


def _check_together(
    assessments: list[Assessment], file: str, parsed: Mapping[str, object], problems: list[Problem]
) -> None:
    countries = sorted({assessment.country for assessment in assessments})
    if len(countries) > 1:
        what = f"differs between episodes ({', '.join(countries)}); write one file a country"
        problems.append(Problem(file, "country", what))
    ids = Counter(str(table.get("id")) for table in tables(parsed, "episode", file, []) if "id" in table)
    problems.extend(
        Problem(file, f'episode "{repeated}"', f"stands {count} times; ids must be unique")
        for repeated, count in ids.items()
        if count > 1
    )


def _assessment(
    table: Mapping[str, object], number: int, indicators: Collection[str], file: str, problems: list[Problem]
) -> Assessment | None:
    where = entry_name("episode", table, number)
    entry = Entries(_EpisodeEntry).read(table, file, where, problems)
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
    )


def _sheet(
    entries: Mapping[str, _ScoreEntry], indicators: Collection[str], file: str, where: str, problems: list[Problem]
) -> ScoreSheet:
    scores: dict[str, Score] = {}
    for name, entry in entries.items():
        if name not in indicators:
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
