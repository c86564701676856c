"""Write a stance fit into a playbook folder, and hash the data it was fitted on."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli_w

from data.playbook_changes import CHANGES_FILE
from data.playbook_files import FIT_FILE
from data.safe_file import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from advisor.stance_fit import StanceFit

_HEADER = """\
# The fitted stance model. Written by the command `fit`; do not edit by hand.
# full: with stance rules; factors_only: the baseline without them; left_out: both without one country, to predict it.
# trials: strengths of ridge toward equal weights, each judged by leaving out one country at a time; the best is used.

"""
_NOTE = b"[[note]]"
_INPUTS = ("indicators.toml", "rules.toml", "model.toml")


def fit_data_hash(playbook: Path, folders: Iterable[Path]) -> str:
    """Return the SHA-256 over everything a fit depends on: codings, indicators, rules and parameters, but no notes."""
    digest = hashlib.sha256()
    paths = [playbook / name for name in _INPUTS]
    paths += [path for path in (playbook / CHANGES_FILE,) if path.exists()]
    paths += [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    for path in paths:
        digest.update(path.name.encode() + b"\0" + _without_notes(path.read_bytes().replace(b"\r\n", b"\n")) + b"\0")
    return digest.hexdigest()


def _without_notes(toml: bytes) -> bytes:
    """Leave out the evidence notes of a case file: writing one down makes no fit out of date."""
    if _NOTE not in toml:
        return toml
    kept, in_note = [], False
    for line in toml.splitlines(keepends=True):
        in_note = line.startswith(_NOTE) or (in_note and not line.startswith(b"["))
        if not in_note:
            kept.append(line)
    return b"".join(kept).rstrip(b"\n") + b"\n"


def fit_text(fit: StanceFit) -> str:
    """Return the fit as TOML."""
    return _HEADER + tomli_w.dumps(dict(_entries(fit)))


def write_fit(folder: Path, fit: StanceFit) -> Path:
    """Write the fit into a playbook folder and return the file's path; on failure the old file stays."""
    path = folder / FIT_FILE
    replace_file(path, fit_text(fit).encode())
    return path


def _entries(value: Any) -> Iterator[tuple[str, object]]:
    """Yield the fields of a dataclass as TOML has them: tables for dataclasses, nothing for None."""
    for item in dataclasses.fields(value):
        found = getattr(value, item.name)
        if found is not None:
            yield item.name, _toml(found)


def _toml(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return dict(_entries(value))
    if isinstance(value, Mapping):
        return dict(value)
    return [_toml(item) for item in value] if isinstance(value, tuple) else value
