"""Write a case to one TOML file that reads back as the same case, or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli_w

from advisor.progress import Watch
from data.case_files import SCHEMA, read_case
from data.errors import DataError, InvalidFiles
from data.safe_file import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Assessment, Case

_HEADER = """\
# A case of Second Image: everything that is known and judged of one country on one issue, without its history.
# Scores run from 0 to 10. What the tables mean: docs/playbooks.md.

"""

_WRITTEN = 0.3


def case_text(case: Case) -> str:
    """Return a case as TOML; entries that say what holds without them are left out."""
    head = {"name": case.name, "playbook": case.playbook, "knobs": _entries(case.knobs)}
    content = {
        "case": {key: value for key, value in head.items() if value not in (None, {})},
        "analyst": _toml(case.analysts),
        "episode": [_episode(one) for one in case.assessments],
        "series": [_renamed(_entries(one), points="point") for one in case.series],
        "note": [_renamed(_entries(one), assessments="episodes") for one in case.notes],
        "event": _toml(case.events),
    }
    return _HEADER + tomli_w.dumps(
        {"schema_version": SCHEMA, **{key: value for key, value in content.items() if value}}
    )


def write_case(path: Path, case: Case, watch: Watch | None = None) -> None:
    """Write a case to a file for its owner's eyes alone, in place of what is there.

    Raises
    ------
    Cancelled
        Somebody asked to stop; what was there is as it was.
    DataError
        The file cannot be written, or would not read back as the same case; what was there is as it was.
    """
    watch = watch or Watch()
    with replacing(path) as temporary:
        watch.step(0.0, f"Writing {path.name}")
        text = case_text(case)
        watch.step(_WRITTEN, f"Writing {path.name}")
        temporary.write_bytes(text.encode())
        watch.step(_WRITTEN, f"Reading {path.name} back")
        _check(temporary, path, case)
        watch.step(1.0, f"Reading {path.name} back")


def _check(written: Path, path: Path, case: Case) -> None:
    try:
        read = read_case(written, None)
    except InvalidFiles as error:
        problems = str(error).replace(f"{written.name}: ", "")
        raise DataError(f"{path}: not written, for it could not be read back: {problems}") from error
    if read != case:
        raise DataError(f"{path}: not written, for it would not read back as the same case; report this as a bug")


def _episode(assessment: Assessment) -> dict[str, Any]:
    scores = {indicator: _entries(score) for indicator, score in assessment.sheet.scores.items()}
    entries = _renamed(_entries(assessment), as_of="coded_as_of", facts="fact")
    entries.pop("sheet", None)
    return {**entries, "scores": scores} if scores else entries


def _entries(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that differ from their defaults, without what only the library calls it."""
    return {
        field.name: _toml(found)
        for field in dataclasses.fields(value)
        if field.compare and (found := getattr(value, field.name)) != _default(field)
    }


def _default(field: dataclasses.Field[Any]) -> object:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def _toml(value: object) -> Any:
    if dataclasses.is_dataclass(value):
        return _entries(value)
    if isinstance(value, Mapping):
        return dict(value)
    return [_toml(item) for item in value] if isinstance(value, tuple) else value


def _renamed(entries: dict[str, Any], **names: str) -> dict[str, Any]:
    """Call entries as case files do."""
    return {names.get(name, name): value for name, value in entries.items()}
